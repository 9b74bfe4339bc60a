#include "support/plain_clean_text.h"

#include <algorithm>
#include <array>

namespace openimr::testing {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_lower(c) || is_capital(c);
}
bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
char lower(char c) {
  return is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

// What a typographic character stands for (0: nothing), and its length in bytes; {0, 0} where the byte begins none.
struct Plain {
  char as;
  std::uint8_t bytes;
};

Plain plain_form(std::string_view rest) {
  static constexpr std::array<std::pair<std::string_view, char>, 11> kForms = {{{"\xC2\xA0", ' '},
                                                                                {"\xE2\x80\x98", '\''},
                                                                                {"\xE2\x80\x99", '\''},
                                                                                {"\xE2\x80\x9C", '"'},
                                                                                {"\xE2\x80\x9D", '"'},
                                                                                {"\xE2\x80\x93", '-'},
                                                                                {"\xE2\x80\x94", '-'},
                                                                                {"\xE2\x80\x91", '-'},
                                                                                {"\xE2\x80\xA2", '*'},
                                                                                {"\xEF\xBB\xBF", ' '},
                                                                                {"\xC2\xAD", 0}}};
  for (const auto& [bytes, as] : kForms) {
    if (rest.starts_with(bytes)) return {as, static_cast<std::uint8_t>(bytes.size())};
  }
  return {0, 0};
}

// The lines of a text, to tell a wrapped paragraph from a list.
class Layout {
 public:
  explicit Layout(std::string_view text) : text_(text) {
    std::size_t blank_gaps = 0;
    std::size_t gaps = 0;
    bool previous_blank = false;
    std::vector<std::size_t> lengths;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::size_t last = end;
      while (last > begin && is_white(text[last - 1])) --last;
      std::size_t first = begin;
      while (first < last && is_white(text[first])) ++first;
      if (first == last) {
        previous_blank = true;
      } else {
        if (!lengths.empty()) {
          ++gaps;
          if (previous_blank) ++blank_gaps;
        }
        lengths.push_back(last - first);
        previous_blank = false;
      }
      begin = end + 1;
    }
    double_spaced_ = gaps >= 3 && blank_gaps * 10 >= gaps * 6;
    if (!lengths.empty()) {
      std::sort(lengths.begin(), lengths.end());
      wrap_width_ = lengths[lengths.size() * 9 / 10];
    }
  }

  // Whether the white space [begin, end), which holds a line break, ends what stands before it.
  bool breaks(std::size_t begin, std::size_t end) const {
    if (begin == 0 || end >= text_.size()) return true;
    const char before = text_[begin - 1];
    const char after = text_[end];
    if (before == ':' || starts_list_entry(end) || starts_heading(end)) return true;
    const auto breaks_in_gap = std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                          text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    const bool ends_sentence = before == '.' || before == '!' || before == '?' || before == ';';
    const bool blank_line = breaks_in_gap >= 2;
    if (blank_line && !double_spaced_) return ends_sentence || !is_lower(after);
    return !is_lower(after) && line_before(begin) * 10 < wrap_width_ * 6;
  }

 private:
  std::size_t line_before(std::size_t end) const {
    const std::size_t newline = text_.rfind('\n', end - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    return end - begin;
  }
  bool starts_list_entry(std::size_t at) const {
    if ((text_[at] == '-' || text_[at] == '*') && at + 1 < text_.size() && is_white(text_[at + 1])) return true;
    if (text_.substr(at).starts_with("\xE2\x80\xA2")) return true;
    std::size_t i = at;
    while (i < text_.size() && i < at + 2 && is_digit(text_[i])) ++i;
    return i > at && i + 1 < text_.size() && (text_[i] == '.' || text_[i] == ')') && is_white(text_[i + 1]);
  }
  // "Past Medical History:" and the like: at most 40 characters from a capital to a colon, on one line.
  bool starts_heading(std::size_t at) const {
    if (!is_capital(text_[at])) return false;
    for (std::size_t i = at; i < std::min(at + 40, text_.size()); ++i) {
      if (text_[i] == ':') return true;
      if (!is_letter(text_[i]) && text_[i] != ' ' && text_[i] != '/' && text_[i] != '-' && text_[i] != '&')
        return false;
    }
    return false;
  }

  std::string_view text_;
  bool double_spaced_ = false;
  std::size_t wrap_width_ = 0;
};

// A space or break that the text has lost before the byte `at`; 0 where none was.
char lost_space(std::string_view text, std::size_t at) {
  if (at < 2 || at + 1 >= text.size()) return 0;
  const char before = text[at - 1];
  const char here = text[at];
  // "report.There", "Complaints,Chronic", "are:1."
  if (is_capital(here) && (before == '.' || before == ',' || before == ';' || before == ':') &&
      (is_lower(text[at - 2]) || is_digit(text[at - 2]) || text[at - 2] == ')') && is_lower(text[at + 1])) {
    return ' ';
  }
  if ((before == ':' || before == ';') && is_letter(text[at - 2]) && (is_letter(here) || is_digit(here))) return ' ';
  if (before == ',' && is_letter(text[at - 2]) && is_letter(here)) return ' ';
  // "fusions2. Lumbar": a list number glued to the entry before it.
  if (is_digit(here) && is_lower(before) && is_lower(text[at - 2])) {
    std::size_t i = at;
    while (i < text.size() && i < at + 2 && is_digit(text[i])) ++i;
    if (i + 2 < text.size() && text[i] == '.' && text[i + 1] == ' ' && is_capital(text[i + 2])) return '\n';
  }
  // "IIAccording": a roman numeral glued to the next sentence.
  if (is_capital(here) && is_lower(text[at + 1]) && (before == 'I' || before == 'V' || before == 'X')) {
    std::size_t i = at;
    while (i > 0 && (text[i - 1] == 'I' || text[i - 1] == 'V' || text[i - 1] == 'X')) --i;
    if (at - i >= 2 && (i == 0 || !is_letter(text[i - 1]))) return '\n';
  }
  // "painThe": a sentence glued to the one before it.
  if (is_capital(here) && is_lower(before) && is_lower(text[at - 2])) {
    static constexpr std::array<std::string_view, 10> kOpeners = {"The ", "There ", "This ",      "Patient ", "He ",
                                                                  "She ", "His ",   "According ", "Based ",   "Exam "};
    for (const auto opener : kOpeners) {
      if (text.substr(at).starts_with(opener)) return '\n';
    }
  }
  return 0;
}

// Where a word or number goes on whose hyphen at `at` stands at a line end ("non-" and "certification"); 0 where none
// does.
std::size_t after_broken_hyphen(std::string_view text, std::size_t at) {
  if (text[at] != '-' || at == 0 || !(is_letter(text[at - 1]) || is_digit(text[at - 1]))) return 0;
  std::size_t next = at + 1;
  while (next < text.size() && is_white(text[next])) ++next;
  if (next == text.size() || text.substr(at, next - at).find('\n') == std::string_view::npos) return 0;
  return is_lower(text[next]) || (is_digit(text[next]) && is_digit(text[at - 1])) ? next : 0;
}

bool is_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kKnown = {"dr", "mr",     "mrs",  "ms",  "vs",  "no",
                                                              "st", "approx", "e.g",  "i.e", "cf",  "inc",
                                                              "jr", "sr",     "dept", "a.m", "p.m", "est"};
  return std::find(kKnown.begin(), kKnown.end(), word) != kKnown.end() || (word.size() == 1 && is_letter(word[0]));
}

// An initial is no stop ("Dr. X. Sample"), unless one of these follows it.
bool opens_sentence(std::string_view rest) {
  static constexpr std::array<std::string_view, 32> kOpeners = {
      "with", "after", "also", "an",    "as",    "at",   "dr",   "he",   "her", "his",    "however",
      "i",    "if",    "in",   "it",    "mr",    "mrs",  "ms",   "no",   "on",  "please", "patient",
      "she",  "that",  "the",  "there", "these", "they", "this", "upon", "we",  "when"};
  for (const std::string_view opener : kOpeners) {
    const std::string_view behind = rest.substr(std::min(opener.size(), rest.size()));
    if (!rest.starts_with(opener) || (!behind.empty() && is_letter(behind[0]))) continue;
    return opener.size() > 1 || !behind.starts_with('.');
  }
  return false;
}

}  // namespace

PlainCleanText::PlainCleanText(std::string_view original) : original_(original) {
  const std::string_view in = original_;
  const Layout layout(in);
  text_.reserve(in.size() + 16);
  origin_.reserve(in.size() + 16);
  const auto put = [this](char c, std::size_t from) {
    const bool white = c == ' ' || c == '\n';
    if (white && (text_.empty() || text_.back() == ' ' || text_.back() == '\n')) {
      if (c == '\n' && !text_.empty()) text_.back() = '\n';
      return;
    }
    text_.push_back(c);
    origin_.push_back(static_cast<std::uint32_t>(from));
  };
  for (std::size_t i = 0; i < in.size();) {
    if (is_white(in[i])) {
      std::size_t end = i;
      bool line_break = false;
      while (end < in.size() && is_white(in[end])) line_break |= in[end++] == '\n';
      put(line_break && layout.breaks(i, end) ? '\n' : ' ', i);
      i = end;
      continue;
    }
    if (const auto [as, bytes] = plain_form(in.substr(i)); bytes > 0) {
      if (as != 0) put(as, i);
      i += bytes;
      continue;
    }
    if (const std::size_t next = after_broken_hyphen(in, i); next != 0) {
      put(is_letter(in[i - 1]) || is_letter(in[next]) ? ' ' : '-', i);
      i = next;
      continue;
    }
    if (const char space = lost_space(in, i); space != 0) put(space, i);
    const bool inner_hyphen =
        in[i] == '-' && i > 0 && i + 1 < in.size() && is_letter(in[i + 1]) &&
        (is_letter(in[i - 1]) || (is_digit(in[i - 1]) && (i + 2 >= in.size() || !is_digit(in[i + 2]))));
    put(inner_hyphen ? ' ' : lower(in[i]), i);
    ++i;
  }
  while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n')) {
    text_.pop_back();
    origin_.pop_back();
  }
  split_sentences();
}

Span PlainCleanText::to_original(Span clean) const {
  const std::uint32_t last = origin_[clean.end - 1];
  std::uint32_t end = last + 1;
  while (end < original_.size() && (static_cast<unsigned char>(original_[end]) & 0xC0U) == 0x80U) ++end;
  return {origin_[clean.begin], end};
}

bool PlainCleanText::is_upper(std::uint32_t at) const {
  return is_capital(original_[origin_[at]]);
}

void PlainCleanText::split_sentences() {
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t begin = 0;
  const auto close = [&](std::uint32_t end) {
    while (begin < end && (text_[begin] == ' ' || text_[begin] == '\n')) ++begin;
    if (begin < end) sentences_.push_back({begin, end});
    begin = end;
  };
  for (std::uint32_t i = 0; i < size; ++i) {
    const char c = text_[i];
    if (c == '\n' || (c == ' ' && i - begin >= kLongestSentence)) {
      close(i);
      continue;
    }
    if (c != '.' && c != '?' && c != '!') continue;
    std::uint32_t end = i + 1;
    while (end < size && (text_[end] == '"' || text_[end] == '\'' || text_[end] == ')')) ++end;
    if (end >= size || text_[end] != ' ') continue;
    std::uint32_t next = end + 1;
    while (next < size && (text_[next] == '"' || text_[next] == '\'' || text_[next] == '(')) ++next;
    if (next >= size || (!is_upper(next) && !is_digit(text_[next]))) continue;
    std::uint32_t word = i;
    while (word > begin && (is_lower(text_[word - 1]) || is_digit(text_[word - 1]) || text_[word - 1] == '.')) --word;
    const std::string_view before = std::string_view(text_).substr(word, i - word);
    const bool list_number = word == begin || std::all_of(before.begin(), before.end(), is_digit);
    const bool initial =
        before.size() == 1 && is_letter(before[0]) && opens_sentence(std::string_view(text_).substr(next));
    const bool goes_on =
        (is_abbreviation(before) && !initial) || (list_number && before.size() <= 2 && word <= begin + 1);
    if (c == '.' && goes_on) continue;
    close(end);
  }
  close(size);
}

}  // namespace openimr::testing
