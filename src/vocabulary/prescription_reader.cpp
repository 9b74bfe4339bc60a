#include "vocabulary/prescription_reader.h"

#include <cmath>

#include <fmt/core.h>

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

class Reader {
 public:
  Reader(Tokens tokens, Prescription& out) : tokens_(tokens), out_(out) {}

  // Reads on from the name; returns the token after the last one that belongs to the prescription.
  std::size_t run() {
    std::size_t end = 0;
    std::size_t at = 0;
    while (at < tokens_.size() && unknown_ <= kUnknownWords && since_last_ <= kUnknownRun && !tokens_[at].is(";")) {
      const std::size_t next = read_part(at);
      if (next > at) {
        at = end = last_end_ = next;
        since_last_ = 0;
        continue;
      }
      if (end > 0 && begins_another(at)) break;
      const Token& token = tokens_[at];
      if (token.kind == Kind::word && !is_filler(token.text)) {
        ++unknown_;
        ++since_last_;
      }
      if (token.is("date")) ++since_last_;
      ++at;
    }
    all_known_ = unknown_ == 0 && at == tokens_.size();
    return end;
  }

  bool all_known() const { return all_known_; }

 private:
  // ", ferrous sulfate 325 mg", "and calcium": behind a part that was read, a joining word and one that says nothing of
  // a prescription begin another drug.
  bool begins_another(std::size_t at) const {
    if (!is_any(tokens_, at, {",", "and", "&", "+"})) return false;
    const std::size_t next = is_any(tokens_, at + 1, {"and"}) ? at + 2 : at + 1;
    return next < tokens_.size() && tokens_[next].kind == Kind::word && !is_filler(tokens_[next].text) &&
           !says_something(next);
  }

  std::size_t read_part(std::size_t at) {
    if (is(tokens_, at, "#")) return read_numbered(at);
    if (is_any(tokens_, at, {"qty", "quantity", "disp", "dispense", "dispensed"})) return read_quantity_after_word(at);
    if (is_any(tokens_, at, {"refill", "refills"})) return read_refills_after_word(at);
    if (is_any(tokens_, at, {"no", "zero", "without", "0"}) && is_any(tokens_, at + 1, {"refill", "refills"})) {
      out_.refills = 0;
      return at + 2;
    }
    if (is_any(tokens_, at, {"day", "days"}) && is_any(tokens_, at + 1, {"supply"})) return read_day_supply(at);
    if (const std::size_t next = read_as_needed(at); next > at) return next;
    if (const std::size_t next = read_word_part(at); next > at) return next;
    if (auto found = read_frequency(tokens_, at)) return take_frequency(*found);
    if (at < tokens_.size() && (tokens_[at].is_number() || tokens_[at].is("half"))) return read_numeric(at);
    if (is(tokens_, at, "x") && at + 1 < tokens_.size() && tokens_[at + 1].is_number()) return read_times(at);
    return at;
  }

  // Whether a part of a prescription begins at the word, so far as a word alone tells.
  bool says_something(std::size_t at) const {
    return is_any(tokens_, at,
                  {"qty", "quantity", "refill", "refills", "x", "no", "half", "prn", "as", "if", "when", "all"}) ||
           is_count_unit(tokens_, at) || frequency_or_route(at) || days_in(tokens_[at].text) > 0;
  }

  std::size_t take_frequency(const Frequency& found) {
    if (!out_.frequency) {
      out_.frequency = found.text;
      out_.times_per_day = found.per_day;
    }
    return found.next;
  }

  bool frequency_or_route(std::size_t at) const {
    return is(tokens_, at, "by") || (at < tokens_.size() && route_of(tokens_[at].text).has_value()) ||
           read_frequency(tokens_, at).has_value() || is(tokens_, at, "prn");
  }

  std::size_t read_numbered(std::size_t at) {  // "#2 TID", "#60"
    const auto amount = read_amount(tokens_, at + 1);
    if (!amount) return at;
    if (is_any(tokens_, amount->next, {"refill", "refills"})) return read_numeric(at + 1);
    if (amount->high <= 4 && frequency_or_route(amount->next) && !out_.dose_high) {
      set_dose(*amount);
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
    set_duration(*amount, 1);
    return amount->next;
  }

  std::size_t read_as_needed(std::size_t at) {
    std::size_t next = at;
    if (is(tokens_, at, "prn")) next = at + 1;
    if (is_any(tokens_, at, {"as", "when", "if"}) && is(tokens_, at + 1, "needed")) next = at + 2;
    if (is(tokens_, at, "on") && is(tokens_, at + 1, "an") && is(tokens_, at + 2, "as") &&
        is(tokens_, at + 3, "needed"))
      next = at + 4;
    if (next > at) out_.as_needed = true;
    return next;
  }

  std::size_t read_word_part(std::size_t at) {
    if (tokens_[at].kind != Kind::word) return at;
    if (const auto form = form_of(tokens_[at].text)) {
      if (!out_.form) out_.form = *form;
      return at + 1;
    }
    if (const auto route = route_of(tokens_[at].text)) {
      if (tokens_[at].is("mouth") && (at == 0 || !tokens_[at - 1].is("by"))) return at;
      if (!out_.route) out_.route = *route;
      return at + 1;
    }
    return at;
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

  std::size_t read_numeric(std::size_t at) {
    if (!out_.strength && unknown_ <= kUnknownRun) {
      if (auto found = read_strength(tokens_, at, at == 0)) {
        // "helped about 20%" is no strength: a percentage stands beside its drug.
        if (found->text.ends_with('%') && unknown_ > 0) return at;
        out_.strength = found->text;
        return found->next;
      }
    }
    const auto amount = read_amount(tokens_, at);
    if (!amount) return at;
    const std::size_t next = amount->next;
    if (is_any(tokens_, next, {"ml", "cc", "gm", "gms", "gram", "grams", "g"})) {
      if (!out_.amount) out_.amount = amount->high;
      return next + 1;
    }
    if (is_any(tokens_, next, {"oz", "hour", "hours", "hr", "minutes", "years", "year"})) return next + 1;
    if (auto unit = read_unit(tokens_, next)) {  // "from 100 to 120 mg"
      if (!out_.strength && unknown_ <= kUnknownRun)
        out_.strength = to_text(amount->high) + (unit->text == "%" ? "%" : " " + unit->text);
      return unit->next;
    }
    if (is_any(tokens_, next, {"refill", "refills", "additional"})) {
      const bool spelled = is_any(tokens_, next, {"refill", "refills"});
      if (!spelled && !is_any(tokens_, next + 1, {"refill", "refills"})) return next;
      if (!out_.refills) out_.refills = static_cast<int>(amount->high);
      return spelled ? next + 1 : next + 2;
    }
    if (const int days = next < tokens_.size() ? days_in(tokens_[next].text) : 0; days > 0)
      return read_duration(*amount, days);
    if (const std::size_t after = read_units(*amount); after > next) return after;
    if (frequency_or_route(next) && amount->high <= kMostAtOnce) {
      set_dose(*amount);
      return next;
    }
    const bool bare_quantity = last_end_ == at && out_.strength && amount->high >= kFewestInFill && !out_.quantity &&
                               amount->low == amount->high && !is_any(tokens_, next, {"/", "%", "."});
    if (!bare_quantity) return is_any(tokens_, next, {"/", "%"}) ? next : at;
    out_.quantity = static_cast<int>(amount->high);
    return next;
  }

  std::size_t read_duration(const Amount& amount, int days) {
    const std::size_t word = amount.next;
    std::size_t next = word + 1;
    const bool past = is_any(tokens_, next, {"ago", "prior", "earlier", "later"});
    const bool supply = is(tokens_, next, "supply");
    if (past || (!supply && since_last_ > 1)) return next;
    set_duration(amount, days);
    return supply ? next + 1 : next;
  }

  // "1 tablet", "60 count", "five to six pills a day", "4 per day".
  std::size_t read_units(const Amount& amount) {
    std::size_t next = amount.next;
    bool counted = false;
    while (is_count_unit(tokens_, next)) {
      if (const auto form = form_of(tokens_[next].text); form && !out_.form) out_.form = *form;
      counted = true;
      ++next;
    }
    const std::size_t after_day = skip_per(tokens_, next, "day");
    if (after_day != next) {
      out_.units_per_day = amount.high;
      return after_day;
    }
    if (is(tokens_, next, "daily")) {
      if (amount.high > 2) {
        out_.units_per_day = amount.high;
        return next + 1;
      }
      set_dose(amount);
      return next;
    }
    if (!counted) return amount.next;
    const bool dose =
        amount.high <= kMostAtOnce &&
        !is_any(tokens_, amount.next, {"count", "ct", "box", "boxes", "tube", "tubes", "bottle", "bottles"}) &&
        (amount.high <= 4 || frequency_or_route(next));
    if (dose) {
      set_dose(amount);
    } else if (!out_.quantity) {
      out_.quantity = static_cast<int>(amount.high);
    }
    return next;
  }

  void set_dose(const Amount& amount) {
    if (out_.dose_high) return;
    out_.dose_low = amount.low;
    out_.dose_high = amount.high;
  }

  void set_duration(const Amount& amount, int days) {
    if (out_.duration) return;
    const std::string_view unit = days == 1 ? "day" : days == 7 ? "week" : "month";
    out_.duration = fmt::format("{} {}{}", to_text(amount), unit, amount.high == 1 ? "" : "s");
    out_.duration_days = static_cast<int>(std::lround(amount.high * days));
  }

  Tokens tokens_;
  Prescription& out_;
  std::size_t unknown_ = 0;
  std::size_t since_last_ = 0;  // unknown words since the last part that was understood
  std::size_t last_end_ = 0;    // token after the last part that was understood
  bool all_known_ = false;
};

}  // namespace

ReadOn read_on(Tokens tokens, Prescription& out) {
  Reader reader(tokens, out);
  const std::size_t end = reader.run();
  return {end, reader.all_known()};
}

}  // namespace openimr::vocabulary
