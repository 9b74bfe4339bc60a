#include "letter/writing/page_words.h"

#include <cctype>

#include "letter/writing/line_breaks.h"

namespace openimr::letter {
namespace {

constexpr double kDecisionFrame = 5;

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

void add_pieces(std::vector<TypedWord>& out, const TypedWord& word, double width, const Fonts& fonts) {
  const std::string& text = word.text;
  std::size_t begin = 0;
  std::size_t hyphen = 0;
  double left = width;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = next_character(text, at);
    const double more = fonts.width(text.substr(at, end - at), word.type);
    if (more > left && at > begin) {
      const std::size_t cut = hyphen > begin ? hyphen : at;
      out.push_back({text.substr(begin, cut - begin), word.type, true});
      left = width - fonts.width(text.substr(cut, at - cut), word.type);
      begin = cut;
    }
    left -= more;
    if (text[at] == '-' && end < text.size() && at > 0 && is_word(text[at - 1]) && is_word(text[end])) hyphen = end;
    at = end;
  }
  out.push_back({text.substr(begin), word.type});
}

}  // namespace

void add_words(std::vector<TypedWord>& to, const std::string& text, Type type) {
  for (const Word& word : split_words(text)) to.push_back({std::string(word.text), type});
}

double frame(Type type) {
  return type == Type::upheld || type == Type::overturned ? kDecisionFrame : 0;
}

double width_of(const TypedWord& word, const Fonts& fonts) {
  return fonts.width(word.text, word.type) + 2 * frame(word.type);
}

std::vector<TypedWord> fitting(const std::vector<TypedWord>& words, double width, const Fonts& fonts) {
  std::vector<TypedWord> out;
  for (const TypedWord& word : words) {
    if (width_of(word, fonts) <= width) {
      out.push_back(word);
    } else {
      add_pieces(out, word, width, fonts);
    }
  }
  return out;
}

}  // namespace openimr::letter
