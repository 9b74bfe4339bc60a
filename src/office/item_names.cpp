#include "office/item_names.h"

#include "records/disputed_item.h"

namespace openimr::office {

cases::ItemNames item_names(const std::string& text, const vocabulary::Vocabulary& vocabulary) {
  const auto item = records::parse_item(text, vocabulary);
  cases::ItemNames out = {item.kind};
  if (item.category) out.push_back(*item.category);
  if (item.category && item.subcategory) out.push_back(*item.category + "/" + *item.subcategory);
  if (item.concept_name) out.push_back(*item.concept_name);
  return out;
}

std::set<std::string> all_item_names(const vocabulary::Vocabulary& vocabulary) {
  std::set<std::string> out = {"medication", "compound", "surgical_companion", "other"};
  const auto add = [&](const auto& known) {
    out.insert({known.name, known.category, known.category + "/" + known.subcategory});
  };
  for (const auto& drug : vocabulary.drugs()) add(drug);
  for (const auto& service : vocabulary.services()) {
    add(service);
    out.insert(service.kind);
  }
  return out;
}

}  // namespace openimr::office
