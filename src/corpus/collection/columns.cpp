#include "corpus/collection/columns.h"

namespace openimr::corpus {

void Column::add(std::span<const std::string> values) {
  if (!has_many_) {
    codes_.push_back(values.empty() ? 0 : code_for(values.front()));
    return;
  }
  for (const std::string& value : values) codes_.push_back(code_for(value));
  ends_.push_back(static_cast<std::uint32_t>(codes_.size()));
}

std::uint32_t Column::code_for(const std::string& value) {
  const auto [found, is_new] = by_value_.try_emplace(folded(value), static_cast<std::uint32_t>(values_.size() + 1));
  if (is_new) values_.push_back(value);
  return found->second;
}

std::uint32_t Column::code_of(std::string_view value) const {
  const auto found = by_value_.find(folded(value));
  return found == by_value_.end() ? 0 : found->second;
}

Columns::Columns() {
  for (const FacetName& each : facet_names()) {
    columns_.emplace_back(each.has_many);
    totals_.push_back(std::make_unique<Totals>());
  }
}

const std::vector<std::uint32_t>& Columns::letters_by_value(Facet facet) const {
  Totals& totals = *totals_[static_cast<std::size_t>(facet)];
  std::call_once(totals.counted, [&] {
    LetterCounter counter(*this, of(facet));
    for (std::size_t letter = 0; letter < letters(); ++letter) counter.add(letter);
    totals.by_code = counter.counts();
  });
  return totals.by_code;
}

void Columns::add(const Published& letter) {
  for (const PublishedItem& item : letter.items) {
    for (const FacetName& each : facet_names())
      columns_[static_cast<std::size_t>(each.facet)].add(values_of(each.facet, letter, item));
  }
  ends_.push_back(static_cast<std::uint32_t>(items() + letter.items.size()));
}

}  // namespace openimr::corpus
