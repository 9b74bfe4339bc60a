#include "vocabulary/prescription_reader.h"

#include <fmt/core.h>

#include "vocabulary/prescription_parts.h"
#include "vocabulary/prescription_words.h"

namespace openimr::vocabulary {

std::size_t PrescriptionReader::run() {
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

bool PrescriptionReader::goes_on(std::size_t at) const {
  return unknown_ <= kUnknownWords && since_last_ <= kUnknownRun && !tokens_[at].is(";");
}

void PrescriptionReader::finish() {
  if (!named_ && out_.strength && out_.strength->ends_with(" mg") && !strength_per_volume_ && !out_.form &&
      !directions_.has_counted_dose()) {
    directions_.milligrams_are_doses();
  }
  std::move(directions_).write_to(out_);
  if (!named_ && out_.dose_unit == "mg") out_.strength.reset();
  if (!out_.route && applied_ && out_.form != "patch" && out_.dose_unit != "patch") out_.route = "topical";
  if (!out_.route && out_.dose_unit == "puff") out_.route = "inhaled";
}

bool PrescriptionReader::begins_another(std::size_t at) const {
  if (!is_any(tokens_, at, {",", "and", "&", "+"})) return false;
  const std::size_t next = is_any(tokens_, at + 1, {"and"}) ? at + 2 : at + 1;
  return next < tokens_.size() && tokens_[next].kind == Kind::word && !word_at(tokens_, next).filler &&
         !says_something(next);
}

bool PrescriptionReader::says_something(std::size_t at) const {
  return is_any(
             tokens_, at,
             {"qty",   "quantity", "refill",   "refills", "rf",    "nr",   "x",        "no",         "not",   "half",
              "prn",   "as",       "if",       "when",    "all",   "max",  "maximum",  "nte",        "limit", "do",
              "don't", "increase", "decrease", "reduce",  "taper", "wean", "followed", "thereafter", "i",     "ii"}) ||
         word_at(tokens_, at).counted || frequency_or_route(at) || days_in(tokens_[at].text) > 0;
}

std::size_t PrescriptionReader::read_part(std::size_t at) {
  const Token& token = tokens_[at];
  if (token.kind == Kind::sign && !token.is("#")) return at;
  if (token.is("#")) return read_numbered(at);
  if (token.kind == Kind::word && !word_at(tokens_, at).begins) return at;
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

std::size_t PrescriptionReader::take_as_needed(const AsNeeded& found) {
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

std::size_t PrescriptionReader::take_maximum(const Maximum& found) {
  if (!out_.max_per_day) {
    out_.max_per_day = found.per_day;
    if (!found.unit.empty()) out_.max_unit = found.unit;
  }
  return found.next;
}

std::size_t PrescriptionReader::joined_before(std::size_t at) const {
  const std::size_t before = at > 1 && is_any(tokens_, at - 1, {"at", "in"}) ? at - 1 : at;
  return before > 0 && before == last_end_ + 1 && is_any(tokens_, before - 1, {"and", "&", ",", "/", "+"}) &&
                 last_was_moment_
             ? before - 1
             : at;
}

std::size_t PrescriptionReader::take_frequency(const Frequency& found, std::size_t at) {
  const bool and_also = at > 0 && at == last_end_ + 1 && is_any(tokens_, at - 1, {"and", "&", "+"});
  directions_.frequency(found, found.moment && (and_also || joined_before(at) != at));
  last_was_moment_ = found.moment;
  return found.next;
}

bool PrescriptionReader::frequency_or_route(std::size_t at) const {
  return is(tokens_, at, "by") || !word_at(tokens_, at).route.empty() || read_frequency(tokens_, at).has_value() ||
         is(tokens_, at, "prn") || (is(tokens_, at, "per") && !word_at(tokens_, at + 1).route.empty());
}

std::size_t PrescriptionReader::read_word_part(std::size_t at) {
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

std::size_t PrescriptionReader::read_day_number(std::size_t at) {
  if (!is_any(tokens_, at, {"day", "days"})) return at;
  const auto amount = read_amount(tokens_, at + 1);
  if (!amount || amount->low != directions_.days_so_far() + 1 || directions_.has_days()) return at;
  if (!directions_.has_dose() && !directions_.has_frequency()) return at;
  const int days = static_cast<int>(amount->high - amount->low) + 1;
  directions_.days(days, fmt::format("{} day{}", days, days == 1 ? "" : "s"));
  return amount->next;
}

ReadOn read_on(std::span<const Token> tokens, Prescription& out, bool named) {
  PrescriptionReader reader(tokens, out, named);
  const std::size_t end = reader.run();
  return {end, reader.all_known()};
}

}  // namespace openimr::vocabulary
