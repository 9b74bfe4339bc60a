#include <algorithm>

#include <fmt/format.h>

#include "corpus/collection/published.h"

namespace openimr::corpus {
namespace {

std::vector<std::string> texts_of(const std::vector<determination::Printed>& printed) {
  std::vector<std::string> out;
  for (const auto& each : printed) out.push_back(each.text);
  return out;
}

void add_once(std::vector<std::string>& to, const std::string& value) {
  if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

std::string name_of(const determination::Citation& citation) {
  if (citation.source == "none") return {};
  std::string out = citation.source == "other" || citation.source.empty() || citation.title.starts_with(citation.source)
                        ? citation.title
                        : fmt::format("{} {}", citation.source, citation.title);
  if (citation.year != 0) out += fmt::format(" {}", citation.year);
  return out;
}

PublishedItem published(const determination::DecidedItem& item, const vocabulary::Vocabulary& vocabulary) {
  const records::ParsedItem& parsed = item.parsed;
  PublishedItem out;
  out.text = item.text.text;
  if (item.decided) out.decision = item.decision;
  out.kind = parsed.kind;
  if (const vocabulary::Drug* drug = records::product_of(parsed, vocabulary)) {
    out.drug = drug->name;
    out.drug_class = drug->drug_class;
  } else if (!parsed.ingredients.empty()) {
    out.drug = fmt::format("{}", fmt::join(parsed.ingredients, "/"));
  } else if (parsed.concept_name) {
    out.treatment = *parsed.concept_name;
  }
  out.category = parsed.category.value_or("");
  out.subcategory = parsed.subcategory.value_or("");
  out.body_parts = parsed.body_parts;
  for (const auto& [citation, span] : item.reviewer.citations) {
    add_once(out.guidelines, name_of(citation));
    for (const std::string& section : citation.sections) add_once(out.sections, section);
  }
  return out;
}

}  // namespace

Published published_letter(const determination::Determination& letter, std::string text,
                           const vocabulary::Vocabulary& vocabulary) {
  Published out;
  out.source = "imr";
  out.reference = letter.case_number.text;
  out.decided = letter.decided.date;
  out.injury = letter.injury.date;
  out.age = letter.age;
  out.sex = letter.sex.value_or("");
  out.specialties = texts_of(letter.certification);
  out.states = texts_of(letter.licensure);
  for (const auto& diagnosis : letter.diagnoses) add_once(out.diagnoses, diagnosis.text);
  for (const auto& item : letter.items) out.items.push_back(published(item, vocabulary));
  out.text = std::move(text);
  return out;
}

}  // namespace openimr::corpus
