#include "records/sections.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"

namespace openimr::records {
namespace {

constexpr std::uint32_t kLongestHeading = 64;

struct Heading {
  Span span;
  std::uint32_t body;                   // where what stands under it begins
  const vocabulary::SectionKind* kind;  // null: words in capitals with a colon that are not known
};

class Headings {
 public:
  Headings(const CleanText& clean, const vocabulary::Vocabulary& vocabulary)
      : clean_(clean), text_(clean.text()), vocabulary_(vocabulary) {}

  std::vector<Heading> find() {
    const std::vector<std::uint32_t> begins = line_begins();
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::uint32_t next = i + 1 < begins.size() ? begins[i + 1] : static_cast<std::uint32_t>(text_.size()) + 1;
      line({begins[i], next - 1});
    }
    return std::move(found_);
  }

 private:
  std::string_view words(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  // Where the lines of the original begin in the clean text, which goes on where a line is only wrapped.
  std::vector<std::uint32_t> line_begins() const {
    std::vector<std::uint32_t> out;
    const std::string_view original = clean_.original();
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (size == 0) return out;
    out.push_back(0);
    CleanText::Walk walk(clean_);
    for (std::size_t at = original.find('\n'); at != std::string_view::npos; at = original.find('\n', at + 1)) {
      const std::uint32_t begin = walk.behind(static_cast<std::uint32_t>(at));
      if (begin >= size) break;
      if (begin > out.back() && is_white(text_[begin - 1])) out.push_back(begin);
    }
    return out;
  }

  void line(Span line) {
    while (!line.empty() && is_white(text_[line.end - 1])) --line.end;
    const std::size_t count = found_.size();
    const std::string_view whole_text = words({0, line.end});
    std::size_t colon = whole_text.find(':', line.begin);
    std::size_t dash = whole_text.find('-', line.begin);
    while (colon != std::string_view::npos || dash != std::string_view::npos) {
      const auto at = static_cast<std::uint32_t>(std::min(colon, dash));
      if (at == colon) {
        before_colon(line.begin, at);
        colon = whole_text.find(':', at + 1);
        continue;
      }
      dash = whole_text.find('-', at + 1);
      const bool stands_alone = at > line.begin && text_[at - 1] == ' ' && (at + 1 == line.end || text_[at + 1] == ' ');
      if (stands_alone && found_.size() == count) whole({behind_number({line.begin, at - 1}), at - 1}, at + 1);
    }
    if (found_.size() == count) whole_line(line);
  }

  // Where a line begins behind its number or bullet: "3. ", "a) ", "* ".
  std::uint32_t behind_number(Span line) const {
    const std::string_view rest = words(line);
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos || space == 0 || space > 4) return line.begin;
    const char last = rest[space - 1];
    const bool numbers = last == '.' || last == ')' || last == '*' || last == '-';
    return numbers ? line.begin + static_cast<std::uint32_t>(space) + 1 : line.begin;
  }

  bool is_heading(Span span) const { return !span.empty() && span.end - span.begin <= kLongestHeading; }

  // Words that begin a line and have a dash behind them.
  void whole(Span span, std::uint32_t body) {
    if (!is_heading(span) || !clean_.is_upper(span.begin)) return;
    if (const auto* kind = vocabulary_.section_headed(words(span))) add({span, body, kind});
  }

  // A heading that is all of its line, with or without a stop at the end.
  void whole_line(Span line) {
    const std::uint32_t body = line.end;
    if (line.empty() || text_[line.end - 1] == ':') return;
    if (text_[line.end - 1] == '.') --line.end;
    whole({behind_number(line), line.end}, body);
  }

  // Whether words begin at `at` that what stands before them has left off.
  bool begins_anew(std::uint32_t line, std::uint32_t at) const {
    if (at < line + 2) return at == line;
    static constexpr std::string_view kEnds = ".!?;:)*-|";
    return kEnds.find(text_[at - 2]) != std::string_view::npos;
  }

  // A wrapped line of small letters goes on with the sentence before it.
  bool goes_on(std::uint32_t at) const { return at > 0 && text_[at - 1] == ' ' && !clean_.is_upper(at); }

  // The words before a colon: the longest known heading that ends there, else all of a run of capitals.
  void before_colon(std::uint32_t line, std::uint32_t colon) {
    const std::uint32_t end = colon > line && text_[colon - 1] == ' ' ? colon - 1 : colon;
    const std::uint32_t from = std::max(line, end > kLongestHeading ? end - kLongestHeading : 0);
    std::optional<Heading> best;
    for (std::uint32_t at = end; at-- > from;) {
      const bool begins_word = at == line || text_[at - 1] == ' ';
      if (!begins_word) continue;
      const Span span{at, end};
      const bool anew = begins_anew(line, at);
      if (const auto* kind = is_letter(text_[at]) ? vocabulary_.section_headed(words(span)) : nullptr) {
        if (anew ? !goes_on(at) : clean_.is_in_capitals(span) && !clean_.is_in_capitals(word_before(line, at)))
          best = Heading{span, colon + 1, kind};
      } else if (anew && !best && is_letter(text_[at]) && end - at > 2 && clean_.is_in_capitals(span)) {
        best = Heading{span, colon + 1, nullptr};
      }
      if (anew) break;
    }
    if (best) add(*best);
  }

  Span word_before(std::uint32_t line, std::uint32_t at) const {
    std::uint32_t begin = at - 1;
    while (begin > line && text_[begin - 1] != ' ') --begin;
    return {begin, at - 1};
  }

  void add(Heading heading) {
    if (!found_.empty() && heading.span.begin < found_.back().span.end) return;
    found_.push_back(heading);
  }

  const CleanText& clean_;
  std::string_view text_;
  const vocabulary::Vocabulary& vocabulary_;
  std::vector<Heading> found_;
};

}  // namespace

std::vector<Section> find_sections(const CleanText& text, const vocabulary::Vocabulary& vocabulary) {
  std::vector<Section> sections;
  const vocabulary::SectionKind* open = nullptr;
  const auto close = [&](std::uint32_t at) {
    if (open == nullptr) return;
    Span& body = sections.back().body;
    body.end = at;
    while (!body.empty() && is_white(text.text()[body.begin])) ++body.begin;
    while (!body.empty() && is_white(text.text()[body.end - 1])) --body.end;
    open = nullptr;
  };
  for (const Heading& heading : Headings(text, vocabulary).find()) {
    const bool parts = heading.kind == nullptr || heading.kind->is_part;
    if (parts && open != nullptr && !open->any_heading_ends) continue;
    close(heading.span.begin);
    if (heading.kind == nullptr) continue;
    open = heading.kind;
    sections.push_back({heading.kind->name, heading.span, {heading.body, heading.body}});
  }
  close(static_cast<std::uint32_t>(text.text().size()));
  return sections;
}

}  // namespace openimr::records
