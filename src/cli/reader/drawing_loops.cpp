#include "cli/reader/drawing_loops.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace openimr::reader {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostDictionary = 64U << 10U;
constexpr std::size_t kMostReferences = 1'000'000;

struct Object {
  bool stream = false;
  std::vector<int> names;  // objects that its dictionary refers to
};
using Objects = std::unordered_map<int, Object>;

bool is_white(char c) {
  return " \t\r\n\f\0"sv.find(c) != std::string_view::npos;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes the last word of the text away and gives it as a number, where it is one.
std::optional<int> take_last_number(std::string_view& text) {
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), number);
  if (error != std::errc() || begin == text.size()) return std::nullopt;
  text.remove_suffix(text.size() - begin);
  return number;
}

// Pages, and what holds the document together, refer back to what refers to them.
bool is_of_structure(std::string_view dictionary) {
  for (auto at = dictionary.find("/Type"); at != std::string_view::npos; at = dictionary.find("/Type", at + 1)) {
    auto name = dictionary.substr(at + 5);
    while (!name.empty() && is_white(name.front())) name.remove_prefix(1);
    constexpr std::array kNames = {"/Page"sv, "/Catalog"sv, "/StructElem"sv, "/Annot"sv};
    if (std::any_of(kNames.begin(), kNames.end(), [&](auto known) { return name.starts_with(known); })) return true;
  }
  return false;
}

// "7 0 R": the 7 of each.
std::vector<int> references(std::string_view dictionary) {
  std::vector<int> out;
  for (auto at = dictionary.find('R'); at != std::string_view::npos; at = dictionary.find('R', at + 1)) {
    std::string_view before = dictionary.substr(0, at);
    if (before.empty() || !is_white(before.back()) || !take_last_number(before)) continue;
    if (const auto number = take_last_number(before)) out.push_back(*number);
  }
  return out;
}

// Where "stream" or "endobj" stands, or the end.
std::size_t end_of(std::string_view dictionary) {
  std::size_t at = dictionary.find_first_of("se");
  while (at != std::string_view::npos && !dictionary.substr(at).starts_with("stream") &&
         !dictionary.substr(at).starts_with("endobj")) {
    at = dictionary.find_first_of("se", at + 1);
  }
  return std::min(at, dictionary.size());
}

Objects drawings(std::string_view pdf) {
  Objects out;
  std::size_t references_left = kMostReferences;
  for (auto at = pdf.find("obj"); at != std::string_view::npos; at = pdf.find("obj", at)) {
    std::string_view before = pdf.substr(0, at);
    auto dictionary = pdf.substr(at + 3, kMostDictionary);
    at += 3;
    if (!take_last_number(before)) continue;  // of its generation; "endobj" has none
    const auto number = take_last_number(before);
    if (!number) continue;
    const std::size_t end = end_of(dictionary);
    at += end;
    if (end == dictionary.size()) continue;
    const bool stream = dictionary[end] == 's';
    dictionary = dictionary.substr(0, end);
    if (is_of_structure(dictionary)) continue;
    auto names = references(dictionary);
    if (names.empty() || names.size() > references_left) continue;
    references_left -= names.size();
    out[*number] = {stream, std::move(names)};
  }
  return out;
}

}  // namespace

bool has_drawing_loop(std::string_view pdf) {
  const Objects objects = drawings(pdf);
  enum class Seen : std::uint8_t { on_the_way, done };
  std::unordered_map<int, Seen> seen;
  struct Step {
    int number;
    const Object* object;
    std::size_t next = 0;
  };
  for (const auto& [start, first] : objects) {
    if (!seen.try_emplace(start, Seen::on_the_way).second) continue;
    std::vector<Step> way = {{start, &first}};
    while (!way.empty()) {
      Step& step = way.back();
      if (step.next == step.object->names.size()) {
        seen[step.number] = Seen::done;
        way.pop_back();
        continue;
      }
      const int number = step.object->names[step.next++];
      const auto found = objects.find(number);
      if (found == objects.end()) continue;
      const auto [known, fresh] = seen.try_emplace(number, Seen::on_the_way);
      if (fresh) {
        way.push_back({number, &found->second});
      } else if (known->second == Seen::on_the_way) {
        const auto begin = std::find_if(way.begin(), way.end(), [&](const Step& s) { return s.number == number; });
        if (std::any_of(begin, way.end(), [](const Step& s) { return s.object->stream; })) return true;
      }
    }
  }
  return false;
}

}  // namespace openimr::reader
