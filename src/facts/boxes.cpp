#include "facts/boxes.h"

#include <array>

#include "base/ascii.h"

namespace openimr::facts {
namespace {

struct Box {
  std::string_view written;
  bool is_marked;
};

// As clean text has them: lower case, runs of spaces single.
constexpr std::array<Box, 23> kBoxes = {{
    {"[ ]", false},    {"[]", false},    {"[x]", true},    {"[ x ]", true},   {"[x ]", true},     {"[ x]", true},
    {"( )", false},    {"()", false},    {"(x)", true},    {"( x )", true},   {"_x_", true},      {"_x", true},
    {"____", false},   {"___", false},   {"__", false},    {"\u2610", false}, {"\u2611", true},   {"\u2612", true},
    {"\u25A1", false}, {"\u25A0", true}, {"\u2713", true}, {"\u2714", true},  {"[\u2713]", true},
}};

// The bytes that begin a box or an answer, and those that end a box: most words stand beside none.
constexpr auto kBegins = [] {
  std::array<bool, 256> table{};
  for (const Box& box : kBoxes) table[static_cast<unsigned char>(box.written.front())] = true;
  table['y'] = table['n'] = true;
  return table;
}();
constexpr auto kEnds = [] {
  std::array<bool, 256> table{};
  for (const Box& box : kBoxes) table[static_cast<unsigned char>(box.written.back())] = true;
  return table;
}();

const Box* box_at(std::string_view rest) {
  if (rest.empty() || is_letter(rest.front()) || rest.front() == ' ') return nullptr;
  for (const Box& box : kBoxes) {
    if (rest.front() == box.written.front() && rest.starts_with(box.written)) return &box;
  }
  return nullptr;
}

const Box* box_behind(std::string_view before) {
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty() || !kEnds[static_cast<unsigned char>(before.back())]) return nullptr;
  for (const Box& box : kBoxes) {
    if (before.back() == box.written.back() && before.ends_with(box.written)) return &box;
  }
  return nullptr;
}

// The word of an answer that begins here; empty where none does.
std::string_view answer_word(std::string_view rest) {
  if (rest.starts_with("n/a")) return {};
  for (const std::string_view word : {"yes", "no", "y", "n"}) {
    if (rest.starts_with(word) &&
        (rest.size() == word.size() || !(is_letter(rest[word.size()]) || is_digit(rest[word.size()]))))
      return word;
  }
  return {};
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  void skip(std::string_view these) {
    while (!rest_.empty() && these.find(rest_.front()) != std::string_view::npos) rest_.remove_prefix(1);
  }
  bool may_be_at_answer() const { return !rest_.empty() && kBegins[static_cast<unsigned char>(rest_.front())]; }
  const Box* box() {
    const Box* found = box_at(rest_);
    if (found == nullptr) return nullptr;
    rest_.remove_prefix(found->written.size());
    while (found->written.front() == '_' && rest_.starts_with('_')) rest_.remove_prefix(1);
    skip(" ");
    return found;
  }
  std::string_view word() {
    const std::string_view found = answer_word(rest_);
    rest_.remove_prefix(found.size());
    skip(" ");
    return found;
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::optional<BoxAnswer> answer_by_boxes(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestAnswer = 64;
  constexpr int kMostChoices = 3;  // yes, no, not applicable
  Reader reader(text.substr(at, kLongestAnswer));
  reader.skip(" :?.-");
  if (!reader.may_be_at_answer()) return std::nullopt;
  const Box* box = reader.box();
  const bool boxes_ahead = box != nullptr;
  struct Choice {
    bool is_offered = false, is_marked = false;
  };
  Choice yes;
  Choice no;
  bool has_box = boxes_ahead;
  for (int i = 0; i < kMostChoices; ++i) {
    if (boxes_ahead && i > 0) box = reader.box();
    const std::string_view word = box != nullptr || !boxes_ahead ? reader.word() : std::string_view();
    if (word.empty()) break;
    if (!boxes_ahead) box = reader.box();
    has_box |= box != nullptr;
    Choice& choice = word.front() == 'y' ? yes : no;
    choice.is_offered = true;
    choice.is_marked |= box != nullptr && box->is_marked;
    reader.skip(" /,|");
  }
  if (yes.is_marked != no.is_marked) return yes.is_marked ? BoxAnswer::yes : BoxAnswer::no;
  const bool offers = has_box ? yes.is_offered || no.is_offered : yes.is_offered && no.is_offered;
  return offers ? std::optional(BoxAnswer::undecided) : std::nullopt;
}

bool is_offered(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view before = text.substr(0, begin);
  std::string_view behind = text.substr(end);
  if (box_behind(before) != nullptr) return true;
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (before.ends_with('/')) {
    before.remove_suffix(1);
    if (before.ends_with(' ')) before.remove_suffix(1);
    if (before.ends_with("yes") || before.ends_with(" y")) return true;
  }
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  return box_at(behind) != nullptr;
}

bool is_box_left_empty(std::string_view text, std::size_t begin) {
  const Box* box = box_behind(text.substr(0, begin));
  return box != nullptr && !box->is_marked;
}

}  // namespace openimr::facts
