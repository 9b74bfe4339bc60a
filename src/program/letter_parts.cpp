#include "program/letter_parts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "program/part_readers.h"
#include "program/programme.h"

namespace openimr::program {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 10> kParts = {
    "decision-per-item", "condition",    "documents-reviewed", "disputed-items",   "evidence-per-item",
    "reasons-per-item",  "lay-language", "qualifications",     "no-reviewer-name", "guideline-citation"};
constexpr std::array<std::string_view, 3> kElements = {"title", "year", "section"};

// The value of an enumeration whose names stand in its order; nothing where none has the name.
template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::string_view, N>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Value>(found - names.begin()));
}

Result<std::vector<CitationForm>> forms_of(const PackRows& rows, const json& row) {
  std::vector<CitationForm> out;
  for (const json& each : row.value("citations", json::array())) {
    CitationForm form{text(each, "source"), {}, each.value("soft", false)};
    for (const json& name : each.at("needs")) {
      const auto element = named<CitationElement>(kElements, name.get<std::string>());
      if (!element)
        return rows.refuse(row, "needs: no such part of a citation", name.get<std::string>(),
                           fmt::format("Use one of: {}", fmt::join(kElements, ", ")));
      form.elements.push_back(*element);
    }
    out.push_back(std::move(form));
  }
  return out;
}

}  // namespace

std::string_view name_of(Part part) {
  return kParts[static_cast<std::size_t>(part)];
}

std::string_view name_of(CitationElement element) {
  return kElements[static_cast<std::size_t>(element)];
}

const LetterPart* letter_part(const Programme& programme, Part part) {
  const auto& all = programme.letter_parts();
  const auto found = std::find_if(all.begin(), all.end(), [&](const LetterPart& each) { return each.part == part; });
  return found == all.end() ? nullptr : &*found;
}

Result<std::vector<LetterPart>> read_letter_parts(PackRows& rows) {
  std::vector<LetterPart> out;
  for (const json& row : rows.list("letter_parts")) {
    if (const auto known = rows.is_new(row, "id", "letter_parts"); !known) return fail(known.error());
    const auto part = named<Part>(kParts, text(row, "id"));
    if (!part)
      return rows.refuse(row, "letter_parts: nothing checks such a part", text(row, "id"),
                         fmt::format("Use one of: {}", fmt::join(kParts, ", ")));
    const auto forms = forms_of(rows, row);
    if (!forms) return fail(forms.error());
    LetterPart read{*part,  text(row, "says"),    text(row, "lacks"), row.value("soft", false), {},
                    *forms, text(row, "section"), standing_in(row)};
    if (row.contains("most_words")) read.most_words = row["most_words"].get<int>();
    if ((*part == Part::lay_language) != read.most_words.has_value())
      return rows.refuse(row, "most_words: lay-language needs it, and nothing else has it", text(row, "id"),
                         "Write the most words of a sentence with lay-language alone.");
    if ((*part == Part::guideline_citation) == read.citations.empty())
      return rows.refuse(row, "citations: guideline-citation needs them, and nothing else has them", text(row, "id"),
                         "Write what a citation needs with guideline-citation alone.");
    out.push_back(std::move(read));
  }
  return out;
}

}  // namespace openimr::program
