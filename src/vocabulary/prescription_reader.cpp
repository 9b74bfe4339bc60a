#include "vocabulary/prescription_reader.h"

#include <cmath>

#include <fmt/core.h>

#include "vocabulary/direction_parts.h"
#include "vocabulary/directions.h"
#include "vocabulary/frequency.h"
#include "vocabulary/prescription_words.h"
#include "vocabulary/strength.h"

namespace openimr::vocabulary {
namespace {

using Kind = Token::Kind;
using Tokens = std::span<const Token>;

constexpr std::size_t kUnknownWords = 6;  // so many words that say nothing of a drug end the reading,
constexpr std::size_t kUnknownRun = 3;    // and so many in a row
constexpr double kFewestInFill = 10;      // a bare number is a quantity from here on
constexpr double kMostMeasured = 60;      // grams or millilitres of a dose
constexpr double kMostUnitsInjected = 300;
constexpr double kFewestUnitsOfStrength = 1000;  // "vitamin D 50,000 units"

class Reader {
 public:
  Reader(Tokens tokens, Prescription& out, bool named) : tokens_(tokens), out_(out), named_(named) {
    if (out.dose_high) directions_.dose({*out.dose_low, *out.dose_high, 0}, out.dose_unit.value_or(""));
  }

  // Reads on from the name; returns the token after the last one that belongs to the prescription.
  std::size_t run() {
    std::size_t end = 0;
    std::size_t at = 0;
    while (at < tokens_.size() && (!named_ || goes_on(at))) {
      const std::size_t next = read_part(at);
      if (next > at) {
        end = last_end_ = next;
        at = std::max(next, reason_end_);
        since_last_ = 0;
        continue;
      }
      if (named_ && end > 0 && begins_another(at)) break;
      const Token& token = tokens_[at];
      if (token.kind == Kind::word && !word_at(tokens_, at).filler) {
        ++unknown_;
        ++since_last_;
      }
      if (token.is("date")) ++since_last_;
      ++at;
    }
    all_known_ = unknown_ == 0 && at == tokens_.size();
    finish();
    return end;
  }

  bool all_known() const { return all_known_; }

 private:
  bool goes_on(std::size_t at) const {
    return unknown_ <= kUnknownWords && since_last_ <= kUnknownRun && !tokens_[at].is(";");
  }

  void finish() {
    if (!named_ && out_.strength && out_.strength->ends_with(" mg") && !strength_per_volume_ && !out_.form &&
        !directions_.has_counted_dose()) {
      directions_.milligrams_are_doses();
    }
    std::move(directions_).write_to(out_);
    if (!named_ && out_.dose_unit == "mg") out_.strength.reset();
    if (!out_.route && applied_ && out_.form != "patch" && out_.dose_unit != "patch") out_.route = "topical";
    if (!out_.route && out_.dose_unit == "puff") out_.route = "inhaled";
  }

  // ", ferrous sulfate 325 mg", "and calcium": behind a part that was read, a joining word and one that says nothing of
  // a prescription begin another drug.
  bool begins_another(std::size_t at) const {
    if (!is_any(tokens_, at, {",", "and", "&", "+"})) return false;
    const std::size_t next = is_any(tokens_, at + 1, {"and"}) ? at + 2 : at + 1;
    return next < tokens_.size() && tokens_[next].kind == Kind::word && !word_at(tokens_, next).filler &&
           !says_something(next);
  }

  // Whether a part of a prescription begins at the word, so far as a word alone tells.
  bool says_something(std::size_t at) const {
    return is_any(tokens_, at,
                  {"qty",     "quantity", "refill",   "refills",    "rf",    "nr",       "x",        "no",
                   "not",     "half",     "prn",      "as",         "if",    "when",     "all",      "max",
                   "maximum", "nte",      "limit",    "do",         "don't", "increase", "decrease", "reduce",
                   "taper",   "wean",     "followed", "thereafter", "i",     "ii"}) ||
           word_at(tokens_, at).counted || frequency_or_route(at) || days_in(tokens_[at].text) > 0;
  }

  std::size_t read_part(std::size_t at) {
    const Token& token = tokens_[at];
    if (token.kind == Kind::sign && !token.is("#")) return at;
    if (token.is("#")) return read_numbered(at);
    if (const std::size_t next = read_fill(at); next > at) return next;
    if (const auto found = read_as_needed(tokens_, at)) return take_as_needed(*found);
    if (const auto found = read_maximum(tokens_, at)) return take_maximum(*found);
    if (const auto found = read_taper(tokens_, at)) {
      if (!out_.taper) out_.taper = found->text;
      return found->next;
    }
    if (const std::size_t next = read_word_part(at); next > at) return next;
    if (auto found = read_frequency(tokens_, at)) return take_frequency(*found, at);
    if (const std::size_t before = joined_before(at); before != at) {
      if (auto found = read_moment(tokens_, at)) return take_frequency(*found, at);
    }
    if (token.is_number() || token.is("half") || token.is("i") || token.is("ii")) return read_numeric(at);
    if (token.is("x") && at + 1 < tokens_.size() && tokens_[at + 1].is_number()) return read_times(at);
    return at;
  }

  // What stands in for the fill: quantity, refills, days of supply.
  std::size_t read_fill(std::size_t at) {
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

  std::size_t take_as_needed(const AsNeeded& found) {
    out_.as_needed = true;
    if (found.reason_last > found.reason_first && !out_.as_needed_for) {
      reason_end_ = found.reason_last;
      out_.as_needed_reason = {tokens_[found.reason_first].span.begin, tokens_[found.reason_last - 1].span.end};
      std::string words;
      for (std::size_t i = found.reason_first; i < found.reason_last; ++i)
        words += (words.empty() ? "" : " ") + tokens_[i].text;
      out_.as_needed_for = std::move(words);
    }
    return found.next;
  }

  std::size_t take_maximum(const Maximum& found) {
    if (!out_.max_per_day) {
      out_.max_per_day = found.per_day;
      if (!found.unit.empty()) out_.max_unit = found.unit;
    }
    return found.next;
  }

  // The joining word before a token, or the token itself.
  std::size_t joined_before(std::size_t at) const {
    const std::size_t before = at > 1 && is_any(tokens_, at - 1, {"at", "in"}) ? at - 1 : at;
    return before > 0 && before == last_end_ + 1 && is_any(tokens_, before - 1, {"and", "&", ",", "/", "+"}) &&
                   last_was_moment_
               ? before - 1
               : at;
  }

  std::size_t take_frequency(const Frequency& found, std::size_t at) {
    const bool and_also = at > 0 && at == last_end_ + 1 && is_any(tokens_, at - 1, {"and", "&", "+"});
    directions_.frequency(found, found.moment && (and_also || joined_before(at) != at));
    last_was_moment_ = found.moment;
    return found.next;
  }

  bool frequency_or_route(std::size_t at) const {
    return is(tokens_, at, "by") || !word_at(tokens_, at).route.empty() || read_frequency(tokens_, at).has_value() ||
           is(tokens_, at, "prn") || (is(tokens_, at, "per") && !word_at(tokens_, at + 1).route.empty());
  }

  std::size_t read_numbered(std::size_t at) {  // "#2 TID", "#60"
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

  std::size_t read_quantity_after_word(std::size_t at) {
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

  std::size_t read_refills_after_word(std::size_t at) {
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

  std::size_t read_day_supply(std::size_t at) {  // "day supply: 30"
    std::size_t i = at + 2;
    while (is_any(tokens_, i, {":", "-", "#", "of"})) ++i;
    const auto amount = read_amount(tokens_, i);
    if (!amount) return at + 2;
    set_duration(*amount, 1, true);
    return amount->next;
  }

  std::size_t read_word_part(std::size_t at) {
    if (tokens_[at].kind != Kind::word) return at;
    const PrescriptionWord& word = word_at(tokens_, at);
    if (!word.form.empty()) {
      if (!out_.form) out_.form = word.form;
      return at + 1;
    }
    if (!word.route.empty()) {
      if (tokens_[at].is("mouth") && (at == 0 || !tokens_[at - 1].is("by"))) return at;
      if (!out_.route) out_.route = word.route;
      return at + 1;
    }
    if (tokens_[at].is("under") && (is(tokens_, at + 1, "tongue") || is(tokens_, at + 2, "tongue"))) {
      if (!out_.route) out_.route = "sublingual";
      return is(tokens_, at + 1, "tongue") ? at + 2 : at + 3;
    }
    if (is_any(tokens_, at, {"eye", "eyes", "ear", "ears"}) && directions_.doses_in("drop")) {
      if (!out_.route) out_.route = is_any(tokens_, at, {"eye", "eyes"}) ? "ophthalmic" : "otic";
      return at + 1;
    }
    if (word.gives) {
      giving_ = at;
      if (is_any(tokens_, at, {"apply", "applies", "applied", "applying", "rub", "rubs"})) applied_ = true;
      return at;
    }
    const bool begins_phase = is_any(tokens_, at, {"then", "thereafter"}) ||
                              (is(tokens_, at, "followed") && is(tokens_, at + 1, "by")) ||
                              (is_any(tokens_, at, {"increase", "decrease", "reduce", "taper", "titrate"}) &&
                               (is(tokens_, at + 1, "to") || is(tokens_, at + 2, "to")));
    if (begins_phase) directions_.then();
    return read_day_number(at);
  }

  // "on day 1", "days 2-5", where they go on from the days before.
  std::size_t read_day_number(std::size_t at) {
    if (!is_any(tokens_, at, {"day", "days"})) return at;
    const auto amount = read_amount(tokens_, at + 1);
    if (!amount || amount->low != directions_.days_so_far() + 1 || directions_.has_days()) return at;
    if (!directions_.has_dose() && !directions_.has_frequency()) return at;
    const int days = static_cast<int>(amount->high - amount->low) + 1;
    directions_.days(days, fmt::format("{} day{}", days, days == 1 ? "" : "s"));
    return amount->next;
  }

  std::size_t read_times(std::size_t at) {  // "x 3 refills", "x60", "x 10 days"
    const std::size_t next = read_numeric(at + 1);
    if (next > at + 1) return next;
    const auto amount = read_amount(tokens_, at + 1);
    if (amount && amount->high >= kFewestInFill && !out_.quantity && since_last_ == 0) {
      out_.quantity = static_cast<int>(amount->high);
      return amount->next;
    }
    return at;
  }

  std::string_view measure_at(std::size_t at) const {
    return at < tokens_.size() ? measure_of(tokens_[at].text) : std::string_view();
  }
  // Whether what is given was just said: "apply 3 g", "apply up to 3 g".
  bool just_given(std::size_t at) const {
    std::size_t before = at;
    while (before > 0 && is_any(tokens_, before - 1, {"up", "to", "about", "approximately"})) --before;
    return before > 0 && giving_ == before - 1;
  }

  std::size_t read_numeric(std::size_t at) {
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
      return read_duration(*amount, days, time);
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

  // "5 ml q6h", "apply 2 g", "420 ml"; "then 60 mg daily", "from 100 to 120 mg".
  std::size_t read_measured(const Amount& amount, std::string_view measure) {
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

  std::size_t read_duration(const Amount& amount, int days, std::size_t word) {
    std::size_t next = word + 1;
    const bool past = is_any(tokens_, next, {"ago", "prior", "earlier", "later"});
    const bool supply = is(tokens_, next, "supply");
    if (past || (!supply && since_last_ > 1)) return next;
    set_duration(amount, days, supply);
    return supply ? next + 1 : next;
  }

  // "1 tablet", "60 count", "five to six pills a day", "4 per day".
  std::size_t read_units(const Amount& amount, std::size_t at) {
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

  void set_duration(const Amount& amount, int days, bool supply) {
    const int all = static_cast<int>(std::lround(amount.high * days));
    if (supply && !out_.supply_days) out_.supply_days = all;
    const std::string_view unit = days == 1 ? "day" : days == 7 ? "week" : "month";
    directions_.days(all, fmt::format("{} {}{}", to_text(amount), unit, amount.high == 1 ? "" : "s"));
  }

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  Tokens tokens_;
  Prescription& out_;
  bool named_;
  Directions directions_;
  std::size_t unknown_ = 0;
  std::size_t since_last_ = 0;     // unknown words since the last part that was understood
  std::size_t last_end_ = 0;       // token after the last part that was understood
  std::size_t reason_end_ = 0;     // token after the reason of "as needed"
  std::size_t giving_ = kNowhere;  // the last "take", "apply"
  bool applied_ = false;
  bool last_was_moment_ = false;
  bool strength_per_volume_ = false;
  bool all_known_ = false;
};

}  // namespace

ReadOn read_on(Tokens tokens, Prescription& out, bool named) {
  Reader reader(tokens, out, named);
  const std::size_t end = reader.run();
  return {end, reader.all_known()};
}

}  // namespace openimr::vocabulary
