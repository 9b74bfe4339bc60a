// Numbers and what they count or measure: strengths, doses, amounts.
#include "vocabulary/prescription_parts.h"
#include "vocabulary/prescription_reader.h"
#include "vocabulary/prescription_words.h"
#include "vocabulary/strength.h"

namespace openimr::vocabulary {

std::string_view PrescriptionReader::measure_at(std::size_t at) const {
  return at < tokens_.size() ? measure_of(tokens_[at].text) : std::string_view();
}

bool PrescriptionReader::just_given(std::size_t at) const {
  std::size_t before = at;
  while (before > 0 && is_any(tokens_, before - 1, {"up", "to", "about", "approximately"})) --before;
  return before > 0 && giving_ == before - 1;
}

std::size_t PrescriptionReader::read_numeric(std::size_t at) {
  if (!out_.strength && unknown_ <= kUnknownRun) {
    if (auto found = read_strength(tokens_, at, at == 0)) {
      // "helped about 20%" is no strength: a percentage stands beside its drug.
      if (found->text.ends_with('%') && unknown_ > 0) return at;
      out_.strength = found->text;
      strength_per_volume_ = found->text.find('l') != std::string::npos;
      return found->next;
    }
  }
  const auto amount = read_dose_amount(tokens_, at);
  if (!amount) return at;
  const std::size_t next = amount->next;
  if (const std::string_view measure = measure_at(next); !measure.empty()) return read_measured(*amount, measure);
  if (is_any(tokens_, next, {"oz", "hour", "hours", "hr", "minutes", "years", "year"})) return next + 1;
  if (const auto unit = read_unit(tokens_, next)) return unit->next;
  if (is_any(tokens_, next, {"refill", "refills", "additional", "rf"})) {
    const bool spelled = is_any(tokens_, next, {"refill", "refills", "rf"});
    if (!spelled && !is_any(tokens_, next + 1, {"refill", "refills"})) return next;
    if (!out_.refills) out_.refills = static_cast<int>(amount->high);
    return spelled ? next + 1 : next + 2;
  }
  const std::size_t time = is(tokens_, next, "-") ? next + 1 : next;  // "30-day supply"
  if (const int days = time < tokens_.size() ? days_in(tokens_[time].text) : 0; days > 0)
    return read_duration(*amount, days, time, at);
  if (const std::size_t after = read_units(*amount, at); after > next) return after;
  if (frequency_or_route(next) && amount->high <= kMostAtOnce) {
    directions_.dose(*amount, {});
    return next;
  }
  const bool bare_quantity = last_end_ == at && out_.strength && amount->high >= kFewestInFill && !out_.quantity &&
                             amount->low == amount->high && !is_any(tokens_, next, {"/", "%", "."});
  if (!bare_quantity) return is_any(tokens_, next, {"/", "%"}) ? next : at;
  out_.quantity = static_cast<int>(amount->high);
  return next;
}

std::size_t PrescriptionReader::read_measured(const Amount& amount, std::string_view measure) {
  const std::size_t next = amount.next + 1;
  const bool volume = measure == "g" || measure == "ml";
  const bool taken = frequency_or_route(next) || just_given(amount.next - 1) ||
                     is_any(tokens_, next, {"to", "into", "x"}) ||
                     (is(tokens_, next, "for") && directions_.has_frequency());
  if (volume) {
    if (taken && amount.high <= kMostMeasured) {
      directions_.dose(amount, measure);
    } else if (!out_.amount) {
      out_.amount = amount.high;
    }
    return next;
  }
  const auto unit = read_unit(tokens_, amount.next);
  if (!unit) return next;
  if (!out_.strength && unknown_ <= kUnknownRun) {
    out_.strength = to_text(amount.high) + " " + unit->text;
  } else if (taken && unit->next == next) {
    directions_.dose(amount, measure);
  }
  return unit->next;
}

std::size_t PrescriptionReader::read_units(const Amount& amount, std::size_t at) {
  std::size_t next = amount.next;
  bool counted = false;
  std::string_view unit;
  while (word_at(tokens_, next).counted) {
    const PrescriptionWord& word = word_at(tokens_, next);
    if (!word.form.empty() && !out_.form) out_.form = word.form;
    if (unit.empty()) unit = word.unit;
    counted = true;
    ++next;
  }
  const bool numbered_day =
      is_any(tokens_, next, {"day", "days", "on"}) &&
      (next + 1 < tokens_.size() && (tokens_[next + 1].is_number() || is(tokens_, next + 1, "day")));
  if (numbered_day && counted) {  // "6 tabs day 1, 5 tabs day 2"
    directions_.dose(amount, unit);
    return next;
  }
  const std::size_t after_day = skip_per(tokens_, next, "day");
  if (after_day != next) {
    directions_.units_per_day(amount.high, unit);
    return after_day;
  }
  if (is(tokens_, next, "daily")) {
    if (amount.high > 2 && unit != "unit") {
      directions_.units_per_day(amount.high, unit);
      return next + 1;
    }
    directions_.dose(amount, unit);
    return next;
  }
  if (!counted) return amount.next;
  if (unit == "unit" && amount.high >= kFewestUnitsOfStrength) {
    if (!out_.strength) out_.strength = to_text(amount.high) + " units";
    return next;
  }
  const bool injected = unit == "unit" && amount.high <= kMostUnitsInjected && just_given(at);
  const bool dose = injected || (amount.high <= kMostAtOnce && !word_at(tokens_, amount.next).package &&
                                 (amount.high <= 4 || frequency_or_route(next)));
  if (dose) {
    directions_.dose(amount, unit);
  } else if (!out_.quantity) {
    out_.quantity = static_cast<int>(amount.high);
  }
  return next;
}

}  // namespace openimr::vocabulary
