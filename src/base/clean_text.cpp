#include "base/clean_text.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/ascii.h"
#include "base/eight_bytes.h"
#include "base/text_damage.h"

namespace openimr {
namespace {

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

// What a byte is to the bytes beside it.
enum class Neighbour : std::uint8_t { small, capital, roman, digit, space, stop, plain, other };
constexpr std::size_t kNeighbours = 8;

constexpr Neighbour neighbour(char c) {
  if (c >= 'a' && c <= 'z') return Neighbour::small;
  if (c == 'I' || c == 'V' || c == 'X') return Neighbour::roman;
  if (c >= 'A' && c <= 'Z') return Neighbour::capital;
  if (c >= '0' && c <= '9') return Neighbour::digit;
  if (c == ' ') return Neighbour::space;
  if (c == '.' || c == ',' || c == ';' || c == ':') return Neighbour::stop;
  return c == '-' || c < '!' || c > '~' ? Neighbour::other : Neighbour::plain;
}

constexpr auto kNeighbour = [] {
  std::array<Neighbour, 256> table{};
  for (int c = 0; c < 256; ++c) table[static_cast<std::size_t>(c)] = neighbour(static_cast<char>(c));
  return table;
}();

// Whether the second of two bytes is never more than itself in small letters: no space is lost between them, and
// neither is part of what is folded.
constexpr auto kStays = [] {
  std::array<std::array<bool, kNeighbours>, kNeighbours> table{};
  for (std::size_t before = 0; before < kNeighbours; ++before) {
    for (std::size_t here = 0; here < kNeighbours; ++here) {
      const auto is = [](std::size_t n, Neighbour what) { return n == static_cast<std::size_t>(what); };
      const bool letter = is(here, Neighbour::small) || is(here, Neighbour::capital) || is(here, Neighbour::roman);
      const bool after_letter_or_stop =
          is(before, Neighbour::small) || is(before, Neighbour::roman) || is(before, Neighbour::stop);
      bool stays = !is(here, Neighbour::other);
      if (is(here, Neighbour::space)) stays = !is(before, Neighbour::space);
      if (letter || is(here, Neighbour::digit)) stays = !after_letter_or_stop;
      if (is(here, Neighbour::small)) stays = !is(before, Neighbour::stop);
      table[before][here] = stays;
    }
  }
  return table;
}();

// How many of the eight bytes behind `before` are small letters and single spaces, which stay as they are.
std::size_t words_ahead(std::uint64_t bytes, char before) {
  if (kNeighbour[static_cast<unsigned char>(before)] == Neighbour::stop) return 0;
  const std::uint64_t spaces = among<' '>(bytes);
  const std::uint64_t single = spaces & ~(spaces << 8U | (before == ' ' ? 0x80U : 0U));
  return bytes_before_gap((among<'a', 'z'>(bytes) | single) & ~bytes);
}

// The byte behind the stretch of unchanged bytes that goes on at `at`, the first of which is known to be one.
std::size_t end_of_stretch(std::string_view text, std::size_t at) {
  const std::size_t size = text.size();
  for (++at; at < size; ++at) {
    std::size_t ahead = kEight;
    while (ahead == kEight && at + kEight < size) {
      ahead = words_ahead(eight_at(text, at), text[at - 1]);
      at += ahead;
    }
    const auto before = kNeighbour[static_cast<unsigned char>(text[at - 1])];
    const auto here = kNeighbour[static_cast<unsigned char>(text[at])];
    if (!kStays[static_cast<std::size_t>(before)][static_cast<std::size_t>(here)]) break;
  }
  // White space goes together with what white space follows.
  return text[at - 1] == ' ' && (at == size || is_white(text[at])) ? at - 1 : at;
}

// Writes the clean text byte by byte, or a stretch of unchanged bytes at once.
class Cleaner {
 public:
  Cleaner(std::string_view original, std::string& text, std::vector<CleanText::Stretch>& stretches)
      : in_(original), text_(text), stretches_(stretches), lines_(original) {
    text_.reserve(in_.size() + 16);
    for (std::size_t i = 0; i < in_.size();) i = take(i);
    while (!text_.empty() && is_white(text_.back())) text_.pop_back();
    while (!stretches_.empty() && stretches_.back().clean >= text_.size()) stretches_.pop_back();
  }

 private:
  // Takes what stands at `i`, and gives where to go on.
  std::size_t take(std::size_t i) {
    const char c = in_[i];
    if (is_white(c)) return take_white(i);
    if (c == '-') return take_hyphen(i);
    if (static_cast<unsigned char>(c) >= 0x80) {
      if (const auto [as, bytes] = plain_form(in_.substr(i)); bytes > 0) {
        if (as == ' ') {
          put_white(as, i);
        } else if (as != 0) {
          put(as, i);
        }
        return i + bytes;
      }
      put(c, i);
      return i + 1;
    }
    if (is_letter(c) || is_digit(c)) mend(i);
    const std::size_t end = end_of_stretch(in_, i);
    stretch(i);
    const std::size_t begin = text_.size();
    text_.append(in_, i, end - i);
    std::transform(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(),
                   text_.begin() + static_cast<std::ptrdiff_t>(begin), lower);
    expected_ = end;
    return end;
  }

  std::size_t take_white(std::size_t i) {
    std::size_t end = i;
    bool line_break = false;
    while (end < in_.size() && is_white(in_[end])) line_break |= in_[end++] == '\n';
    put_white(line_break && lines_.breaks(i, end) ? '\n' : ' ', i);
    return end;
  }

  std::size_t take_hyphen(std::size_t i) {
    if (const std::size_t next = after_broken_hyphen(in_, i); next != 0) {
      const bool between_letters = is_letter(in_[i - 1]) || is_letter(in_[next]);
      between_letters ? put_white(' ', i) : put('-', i);
      return next;
    }
    const bool inner =
        i > 0 && i + 1 < in_.size() && is_letter(in_[i + 1]) &&
        (is_letter(in_[i - 1]) || (is_digit(in_[i - 1]) && (i + 2 >= in_.size() || !is_digit(in_[i + 2]))));
    inner ? put_white(' ', i) : put('-', i);
    return i + 1;
  }

  void mend(std::size_t i) {
    if (const char space = lost_space(in_, i); space != 0) put_white(space, i);
  }

  void put_white(char c, std::size_t from) {
    if (text_.empty()) return;
    if (text_.back() == ' ' || text_.back() == '\n') {
      if (c == '\n') text_.back() = '\n';
      return;
    }
    put(c, from);
  }

  void put(char c, std::size_t from) {
    stretch(from);
    text_.push_back(c);
    expected_ = from + 1;
  }

  // Begins a stretch where the next byte does not come from behind the last one.
  void stretch(std::size_t from) {
    if (from != expected_ || stretches_.empty())
      stretches_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(from)});
  }

  std::string_view in_;
  std::string& text_;
  std::vector<CleanText::Stretch>& stretches_;
  TextLines lines_;
  std::size_t expected_ = 0;
};

}  // namespace

CleanText::CleanText(std::string_view original) : original_(original) {
  Cleaner(original_, text_, stretches_);
  for (std::size_t at = original_.find('\f'); at != std::string::npos; at = original_.find('\f', at + 1)) {
    form_feeds_.push_back(static_cast<std::uint32_t>(at));
  }
  split_sentences();
}

std::vector<CleanText::Stretch>::const_iterator CleanText::stretch_of(std::uint32_t at) const {
  return std::prev(std::upper_bound(stretches_.begin(), stretches_.end(), at,
                                    [](std::uint32_t clean, const Stretch& s) { return clean < s.clean; }));
}

std::uint32_t CleanText::origin(std::uint32_t at) const {
  const auto in = stretch_of(at);
  return in->original + (at - in->clean);
}

std::uint32_t CleanText::Walk::behind(std::uint32_t original) {
  const auto& all = text_.stretches_;
  const auto size = static_cast<std::uint32_t>(text_.text_.size());
  if (all.empty() || all.front().original > original) return 0;
  while (stretch_ + 1 < all.size() && all[stretch_ + 1].original <= original) ++stretch_;
  const std::uint32_t end = stretch_ + 1 < all.size() ? all[stretch_ + 1].clean : size;
  return std::min(end, all[stretch_].clean + (original + 1 - all[stretch_].original));
}

Span CleanText::to_original(Span clean) const {
  assert(clean.end <= text_.size() && !clean.empty());
  // A multi-byte character is one byte here; its other bytes belong to the span.
  const auto first = stretch_of(clean.begin);
  auto last = first;
  while (last + 1 != stretches_.end() && (last + 1)->clean < clean.end) ++last;
  std::uint32_t end = last->original + (clean.end - last->clean);
  while (end < original_.size() && (static_cast<unsigned char>(original_[end]) & 0xC0U) == 0x80U) ++end;
  return {first->original + (clean.begin - first->clean), end};
}

std::string_view CleanText::original_text(Span clean) const {
  const Span span = to_original(clean);
  return std::string_view(original_).substr(span.begin, span.end - span.begin);
}

int CleanText::page_at(std::uint32_t original_byte) const {
  return 1 + static_cast<int>(std::lower_bound(form_feeds_.begin(), form_feeds_.end(), original_byte) -
                              form_feeds_.begin());
}

bool CleanText::is_upper(std::uint32_t at) const {
  return is_capital(original_[origin(at)]);
}

bool CleanText::is_in_capitals(Span clean) const {
  if (clean.empty()) return true;
  auto in = stretch_of(clean.begin);
  for (std::uint32_t at = clean.begin; at < clean.end; ++at) {
    if (in + 1 != stretches_.end() && (in + 1)->clean <= at) ++in;
    if (is_lower(text_[at]) && !is_capital(original_[in->original + (at - in->clean)])) return false;
  }
  return true;
}

}  // namespace openimr
