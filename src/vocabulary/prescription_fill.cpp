// Quantity, refills, days of supply, and how long the directions last.
#include <cmath>

#include <fmt/core.h>

#include "vocabulary/prescription_parts.h"
#include "vocabulary/prescription_reader.h"
#include "vocabulary/prescription_words.h"

namespace openimr::vocabulary {

std::size_t PrescriptionReader::read_fill(std::size_t at) {
  if (is_any(tokens_, at, {"qty", "quantity", "disp", "dispense", "dispensed"})) return read_quantity_after_word(at);
  if (is_any(tokens_, at, {"refill", "refills", "rf"})) return read_refills_after_word(at);
  if (is_any(tokens_, at, {"no", "zero", "without", "0"}) && is_any(tokens_, at + 1, {"refill", "refills", "rf"})) {
    out_.refills = 0;
    return at + 2;
  }
  if (is(tokens_, at, "nr")) {
    out_.refills = 0;
    return at + 1;
  }
  if (is_any(tokens_, at, {"day", "days"}) && is_any(tokens_, at + 1, {"supply"})) return read_day_supply(at);
  return at;
}

std::size_t PrescriptionReader::read_numbered(std::size_t at) {
  const auto amount = read_amount(tokens_, at + 1);
  if (!amount) return at;
  const bool of_refills = amount->high <= kMostAtOnce && is_any(tokens_, amount->next, {"refill", "refills"});
  if (of_refills) return read_numeric(at + 1);
  if (amount->high <= 4 && frequency_or_route(amount->next) && !directions_.has_dose()) {
    directions_.dose(*amount, {});
  } else if (!out_.quantity) {
    out_.quantity = static_cast<int>(amount->high);
  }
  return amount->next;
}

std::size_t PrescriptionReader::read_quantity_after_word(std::size_t at) {
  std::size_t i = at + 1;
  while (is_any(tokens_, i, {":", "of", "#", "-", "=", "."})) ++i;
  const auto amount = read_amount(tokens_, i);
  if (!amount) return at;
  if (const std::string_view measure = measure_at(amount->next); measure == "g" || measure == "ml") {
    if (!out_.amount) out_.amount = amount->high;
    return amount->next + 1;
  }
  if (!out_.quantity) out_.quantity = static_cast<int>(amount->high);
  return amount->next;
}

std::size_t PrescriptionReader::read_refills_after_word(std::size_t at) {
  std::size_t i = at + 1;
  while (is_any(tokens_, i, {":", "x", "#", "-", "="})) ++i;
  if (is_any(tokens_, i, {"no", "none"})) {
    out_.refills = 0;
    return i + 1;
  }
  if (is_any(tokens_, i, {"once", "twice"}) && is_any(tokens_, at - (at > 0 ? 1 : 0), {"may"})) {
    if (!out_.refills) out_.refills = is(tokens_, i, "once") ? 1 : 2;
    return i + 1;
  }
  const auto amount = read_amount(tokens_, i);
  if (!amount || i > at + 4 || amount->high > kMostAtOnce) return at + 1;
  if (!out_.refills) out_.refills = static_cast<int>(amount->high);
  return amount->next;
}

std::size_t PrescriptionReader::read_day_supply(std::size_t at) {
  std::size_t i = at + 2;
  while (is_any(tokens_, i, {":", "-", "#", "of"})) ++i;
  const auto amount = read_amount(tokens_, i);
  if (!amount) return at + 2;
  set_duration(*amount, 1, true);
  return amount->next;
}

std::size_t PrescriptionReader::read_times(std::size_t at) {
  const std::size_t next = read_numeric(at + 1);
  if (next > at + 1) return next;
  const auto amount = read_amount(tokens_, at + 1);
  if (amount && amount->high >= kFewestInFill && !out_.quantity && since_last_ == 0) {
    out_.quantity = static_cast<int>(amount->high);
    return amount->next;
  }
  return at;
}

bool PrescriptionReader::counts_from_now(std::size_t at) const {
  std::size_t before = at;
  while (before > 0 && is_any(tokens_, before - 1, {"about", "approximately", "the"})) --before;
  return before > 0 && is_any(tokens_, before - 1, {"in", "within", "after", "before", "until", "past", "last"});
}

std::size_t PrescriptionReader::read_duration(const Amount& amount, int days, std::size_t word, std::size_t at) {
  std::size_t next = word + 1;
  const bool another_time = is_any(tokens_, next, {"ago", "prior", "earlier", "later"}) || counts_from_now(at);
  const bool supply = is(tokens_, next, "supply");
  if (another_time || (!supply && since_last_ > 1)) return next;
  set_duration(amount, days, supply);
  return supply ? next + 1 : next;
}

void PrescriptionReader::set_duration(const Amount& amount, int days, bool supply) {
  const int all = static_cast<int>(std::lround(amount.high * days));
  if (supply && !out_.supply_days) out_.supply_days = all;
  const std::string_view unit = days == 1 ? "day" : days == 7 ? "week" : "month";
  directions_.days(all, fmt::format("{} {}{}", to_text(amount), unit, amount.high == 1 ? "" : "s"));
}

}  // namespace openimr::vocabulary
