#include "letter/published_paper.h"

#include <algorithm>

#include "base/ascii.h"

namespace openimr::letter {
namespace {

using Lines = std::vector<std::string>;

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && is_white(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_white(line.back())) line.remove_suffix(1);
  return line;
}

// Without white space around them; the end of a page is an empty line.
Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    out.emplace_back(trimmed(text.substr(0, end)));
    if (end < text.size() && text[end] == '\f') out.emplace_back();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// "CLINICAL CASE SUMMARY"
bool is_heading(const std::string& line) {
  constexpr std::size_t kLongest = 80;
  constexpr auto kCapitals = 5;
  return line.size() < kLongest && line.find(' ') != std::string::npos &&
         std::none_of(
             line.begin(), line.end(), [](char c) { return is_lower(c) || is_digit(c); }) &&
         std::count_if(line.begin(), line.end(), is_capital) >= kCapitals;
}

// Where the words begin behind "1.", "(2)", "a)", "-"; 0 where no entry of a list begins.
std::size_t words_of_entry(const std::string& line) {
  constexpr std::size_t kLongest = 4;
  const std::size_t space = line.find(' ');
  if (space == std::string::npos || space > kLongest) return 0;
  const std::string_view mark = std::string_view(line).substr(0, space);
  if (mark == "-" || mark == "*" || mark == "\u2022" || mark == "\u00B7") return space + 1;
  if (mark.back() != '.' && mark.back() != ')') return 0;
  const std::string_view inner = mark.substr(mark.front() == '(' ? 1 : 0, mark.size() - (mark.front() == '(' ? 2 : 1));
  const bool is_number = inner.size() <= 2 && std::all_of(inner.begin(), inner.end(), is_digit);
  return !inner.empty() && (is_number || (inner.size() == 1 && is_lower(inner.front()))) ? space + 1 : 0;
}

// Text out of some files has an empty line behind each; there two of them part paragraphs.
std::size_t empty_lines_between(const Lines& lines) {
  constexpr std::size_t kSome = 3;
  std::size_t written = 0;
  std::size_t followed = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    ++written;
    if (lines[i + 1].empty()) ++followed;
  }
  return written > kSome && 5 * followed > 4 * written ? 2 : 1;
}

// The width of most lines.
std::size_t full_line(const Lines& lines) {
  constexpr std::size_t kLongest = 110;
  std::vector<std::size_t> lengths;
  for (const std::string& line : lines) {
    if (!line.empty()) lengths.push_back(line.size());
  }
  if (lengths.empty()) return 0;
  std::sort(lengths.begin(), lengths.end());
  return std::min(lengths[lengths.size() * 9 / 10], kLongest);
}

// A sentence that a new page cut in two.
bool goes_on(const std::string& before, const std::string& line) {
  return !before.empty() && (is_lower(before.back()) || before.back() == ',') && is_lower(line.front());
}

class Setter {
 public:
  explicit Setter(const Lines& lines) : full_(full_line(lines)), enough_(empty_lines_between(lines)) {
    for (const std::string& line : lines) add(line);
  }

  std::vector<PaperBlock> blocks() && { return std::move(blocks_); }

 private:
  void add(const std::string& line) {
    if (line.empty()) {
      ++empty_;
      return;
    }
    const bool is_new = empty_ >= enough_ && !goes_on(before_, line);
    empty_ = 0;
    const bool was_heading = !blocks_.empty() && blocks_.back().kind == PaperBlockKind::heading;
    if (is_heading(line)) {
      if (was_heading && !is_new)
        blocks_.back().text += ' ' + line;
      else
        blocks_.push_back({PaperBlockKind::heading, "", line});
    } else if (is_new || was_heading || blocks_.empty() || is_short(before_) || words_of_entry(line) > 0) {
      begin(line);
    } else {
      std::string& text = blocks_.back().text;
      const bool is_cut = text.size() > 1 && text.back() == '-' && is_letter(text[text.size() - 2]);
      text += is_cut ? line : ' ' + line;
    }
    before_ = line;
  }

  void begin(const std::string& line) {
    const std::size_t words = words_of_entry(line);
    if (words == 0) {
      blocks_.push_back({PaperBlockKind::paragraph, "", line});
      return;
    }
    const bool is_numbered = line.front() == '(' || is_digit(line.front()) || is_lower(line.front());
    blocks_.push_back({PaperBlockKind::entry, is_numbered ? line.substr(0, words - 1) : "", line.substr(words)});
  }

  bool is_short(const std::string& line) const { return 4 * line.size() < 3 * full_; }

  std::size_t full_;
  std::size_t enough_;
  std::size_t empty_ = 2;
  std::string before_;
  std::vector<PaperBlock> blocks_;
};

}  // namespace

Paper published_paper(const std::string& reference, std::string_view text) {
  Paper out;
  out.head = {"", ""};
  out.title = "Published determination";
  out.case_number = reference;
  out.blocks = Setter(lines_of(text)).blocks();
  return out;
}

}  // namespace openimr::letter
