#include "letter/reading/credentials.h"

#include <algorithm>
#include <array>

namespace openimr::letter {
namespace {

using determination::Printed;

Printed part_of(const Folded& folded, std::size_t begin, std::size_t end) {
  const Span inner = trimmed(folded.text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  return {folded.text.substr(inner.begin, inner.end - inner.begin), folded.to_original(inner.begin, inner.end)};
}

// Splits [begin, end) at commas, and at " and " before the last entry where `with_and`.
std::vector<Printed> entries(const Folded& folded, std::size_t begin, std::size_t end, bool with_and) {
  std::vector<Printed> out;
  const std::string_view text(folded.text);
  const auto add = [&](std::size_t from, std::size_t to) {
    Printed entry = part_of(folded, from, to);
    if (entry.stated()) out.push_back(std::move(entry));
  };
  std::size_t from = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] == ',' || text[i] == ';') {
      add(from, i);
      from = i + 1;
    } else if (with_and && text.compare(i, 5, " and ") == 0 && i + 5 <= end) {
      add(from, i);
      from = i + 5;
    }
  }
  add(from, end);
  return out;
}

// Where the first of `words` stands at or after `from`, and where it ends; npos where none does.
struct Found {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
  explicit operator bool() const { return begin != std::string_view::npos; }
};

template <std::size_t N>
Found first_of(std::string_view text, const std::array<std::string_view, N>& words, std::size_t from) {
  Found best;
  for (const std::string_view word : words) {
    const std::size_t at = text.find(word, from);
    if (at < best.begin) best = {at, at + word.size()};
  }
  return best;
}

constexpr std::array<std::string_view, 2> kCertified = {"Board Certified in ", "board certified in "};
constexpr std::array<std::string_view, 4> kSubspecialty = {"has a subspecialty in ", "with a subspecialty in ",
                                                           "has subspecialties in ", "a subspecialty in "};
constexpr std::array<std::string_view, 3> kLicensed = {"is licensed to practice in ", "licensed to practice in ",
                                                       "is licensed in "};

}  // namespace

std::vector<Printed> listed(const Lines& lines, Span span) {
  const Folded folded = lines.fold(span);
  return entries(folded, 0, folded.text.size(), false);
}

void read_credentials_paragraph(const Lines& lines, Span paragraph, determination::Determination& letter) {
  const Folded folded = lines.fold(paragraph);
  const std::string_view text(folded.text);
  const Found certified = first_of(text, kCertified, 0);
  if (!certified) return;
  const std::size_t sentence = std::min(text.find(". ", certified.end), text.size());
  const auto within = [&](Found found) { return found && found.begin < sentence ? found : Found{}; };
  const Found subspecialty = within(first_of(text, kSubspecialty, certified.end));
  const Found licensed = within(first_of(text, kLicensed, certified.end));
  // The words before a phrase: without the "and" or the comma that leads to it.
  const auto until = [&](Found next) {
    std::size_t end = next ? next.begin : sentence;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == '.')) --end;
    if (next && end >= 4 && text.substr(end - 4, 4) == " and") end -= 4;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
    return end;
  };
  const std::size_t certified_end = until(subspecialty ? subspecialty : licensed);
  if (certified_end > certified.end) letter.certification = entries(folded, certified.end, certified_end, false);
  if (subspecialty) {
    const std::size_t end = until(licensed);
    if (end > subspecialty.end) letter.subspecialty = entries(folded, subspecialty.end, end, false);
  }
  if (licensed) {
    std::size_t end = sentence;
    while (end > licensed.end && text[end - 1] == '.') --end;
    letter.licensure = entries(folded, licensed.end, end, true);
  }
}

}  // namespace openimr::letter
