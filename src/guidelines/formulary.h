// The drug list of a programme, by date: which drugs need a review before they are used. It says nothing on necessity.
// The rows are data (packs/formulary); their standing is shown with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "base/result.h"
#include "guidelines/guideline.h"
#include "vocabulary/vocabulary.h"

namespace openimr::guidelines {

struct FormularyRow {
  std::string list;              // "MTUS Drug List"
  std::string drug, drug_class;  // one of them
  std::string route;             // empty: any
  std::string status;            // exempt | non-exempt | ...; an unlisted drug has no row
  std::optional<int> special_fill_days, perioperative_fill_days;  // without review
  Date from;
  std::optional<Date> until;  // first day on which it no longer holds
  std::string source;
  Standing standing = Standing::unverified;
};

class Formulary {
 public:
  Formulary() = default;
  // Of the merged packs; empty where there is no list. Fails with a row whose dates or standing cannot be read.
  static Result<Formulary> from_packs(const nlohmann::json& packs);

  const std::vector<FormularyRow>& rows() const { return rows_; }
  // The row for a drug dispensed on a day: its own before that of its class. Null where no row names it.
  const FormularyRow* row_for(const vocabulary::Drug& drug, Date day) const;

 private:
  std::vector<FormularyRow> rows_;
};

}  // namespace openimr::guidelines
