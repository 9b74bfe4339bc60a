#include "office/record_names.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "base/clean_text.h"

namespace openimr::office {
namespace {

constexpr std::size_t kMostCharacters = 100;
constexpr std::size_t kMostBytes = 200;  // file systems take 255
constexpr std::size_t kMostOfEnding = 12;

using Characters = std::vector<std::string_view>;

// Of sound UTF-8.
Characters characters_of(std::string_view text) {
  Characters out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) ++size;
    out.push_back(text.substr(at, size));
    at += size;
  }
  return out;
}

bool is_between(std::string_view character, std::string_view first, std::string_view last) {
  return character.size() == first.size() && first <= character && character <= last;
}

// Whether it is no sign but steers: C0 and C1, what turns the direction of writing, separators of lines.
bool steers(std::string_view character) {
  return is_between(character, std::string_view("\0", 1), "\x1F") || character == "\x7F" ||
         is_between(character, "\u0080", "\u009F") || is_between(character, "\u200B", "\u200F") ||
         is_between(character, "\u2028", "\u202E") || is_between(character, "\u2060", "\u206F") ||
         character == "\uFEFF";
}

// The first ones, as many as a name may have beside its ending.
std::string shortened(const Characters& stem, const Characters& ending) {
  std::string end;
  for (const std::string_view each : ending) end += each;
  std::string out;
  std::size_t left = kMostCharacters - ending.size();
  for (const std::string_view each : stem) {
    if (left-- == 0 || out.size() + each.size() + end.size() > kMostBytes) break;
    out += each;
  }
  return out + end;
}

}  // namespace

std::string harmless_name(std::string_view given) {
  std::string_view last = given.substr(given.find_last_of("/\\") + 1);
  if (const auto broken = first_invalid_utf8(last); broken != std::string_view::npos) last = last.substr(0, broken);
  Characters kept = characters_of(last);
  std::erase_if(kept, steers);
  const auto is_edge = [](std::string_view each) { return each == "." || each == " "; };
  kept.erase(kept.begin(), std::find_if_not(kept.begin(), kept.end(), is_edge));
  kept.erase(std::find_if_not(kept.rbegin(), kept.rend(), is_edge).base(), kept.end());
  if (kept.empty()) return "record";
  auto ending = std::find(kept.rbegin(), kept.rend(), ".").base();  // behind the last dot
  ending = ending == kept.begin() ? kept.end() : ending - 1;
  if (static_cast<std::size_t>(kept.end() - ending) > kMostOfEnding) ending = kept.end();
  return shortened({kept.begin(), ending}, {ending, kept.end()});
}

std::string record_name(const std::filesystem::path& file, const cases::Case& c, const nlohmann::json& added) {
  const auto taken = [&](const std::string& name) {
    return std::any_of(c.records.begin(), c.records.end(), [&](const auto& record) { return record.name == name; }) ||
           std::any_of(added.begin(), added.end(), [&](const auto& each) { return each.at("name") == name; });
  };
  std::string name = "records/" + file.filename().string();
  for (int i = 2; taken(name); ++i)
    name = fmt::format("records/{}-{}{}", file.stem().string(), i, file.extension().string());
  return name;
}

}  // namespace openimr::office
