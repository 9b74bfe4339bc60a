#include "determination/determination.h"

#include <algorithm>
#include <array>

namespace openimr::determination {
namespace {

struct LayoutRow {
  Layout layout;
  std::string_view name;
  std::string_view standing;
};

constexpr std::array kLayouts = {
    LayoutRow{Layout::paragraph_credentials, "paragraph-credentials", "confirmed"},
    LayoutRow{Layout::listed_credentials, "listed-credentials", "confirmed"},
    LayoutRow{Layout::notice, "notice", "unverified"},
    LayoutRow{Layout::documents_reviewed, "documents-reviewed", "unverified"},
    LayoutRow{Layout::professional_review, "professional-review", "unverified"},
    LayoutRow{Layout::openimr, "openimr", "confirmed"},
};

}  // namespace

std::string_view name_of(Layout layout) {
  return kLayouts[static_cast<std::size_t>(layout)].name;
}

std::optional<Layout> layout_named(std::string_view name) {
  for (const LayoutRow& row : kLayouts)
    if (row.name == name) return row.layout;
  return std::nullopt;
}

std::string_view standing_of(Layout layout) {
  return kLayouts[static_cast<std::size_t>(layout)].standing;
}

std::string_view name_of(Decision decision) {
  return decision == Decision::upheld ? "Upheld" : "Overturned";
}

std::string_view name_of(Outcome outcome) {
  return outcome == Outcome::upheld ? "Upheld" : outcome == Outcome::overturned ? "Overturned" : "Partially Overturned";
}

std::optional<Outcome> outcome_of(const std::vector<Decision>& decisions) {
  if (decisions.empty()) return std::nullopt;
  const auto upheld = std::count(decisions.begin(), decisions.end(), Decision::upheld);
  if (upheld == 0) return Outcome::overturned;
  return upheld == static_cast<std::ptrdiff_t>(decisions.size()) ? Outcome::upheld : Outcome::partially_overturned;
}

std::optional<Outcome> Determination::outcome() const {
  std::vector<Decision> decisions;
  for (const DecidedItem& item : items) decisions.push_back(item.decision);
  return outcome_of(decisions);
}

}  // namespace openimr::determination
