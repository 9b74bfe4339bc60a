#include "vocabulary/prescription.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/core.h>

#include "vocabulary/amounts.h"
#include "vocabulary/frequency.h"

namespace openimr::vocabulary {
namespace {

using Kind = Token::Kind;
using Tokens = std::span<const Token>;

constexpr std::size_t kUnknownWords = 6;  // so many words that say nothing of a drug end the reading
constexpr std::size_t kLeadTokens = 8;    // how far before a name its units or strength are looked for
constexpr std::uint32_t kReach = 400;     // bytes after a name
constexpr double kMostAtOnce = 12;        // units that a dose can have; more is a quantity
constexpr double kFewestInFill = 10;      // a bare number is a quantity from here on

struct Synonym {
  std::string_view word;
  std::string_view means;
};

constexpr std::array<Synonym, 42> kForms = {{{"tablet", "tablet"},
                                             {"tablets", "tablet"},
                                             {"tab", "tablet"},
                                             {"tabs", "tablet"},
                                             {"odt", "tablet"},
                                             {"caplet", "tablet"},
                                             {"caplets", "tablet"},
                                             {"capsule", "capsule"},
                                             {"capsules", "capsule"},
                                             {"cap", "capsule"},
                                             {"caps", "capsule"},
                                             {"patch", "patch"},
                                             {"patches", "patch"},
                                             {"patchs", "patch"},
                                             {"pad", "patch"},
                                             {"pads", "patch"},
                                             {"cream", "cream"},
                                             {"creme", "cream"},
                                             {"ointment", "ointment"},
                                             {"oint", "ointment"},
                                             {"gel", "gel"},
                                             {"suspension", "suspension"},
                                             {"solution", "solution"},
                                             {"liquid", "solution"},
                                             {"elixir", "solution"},
                                             {"syrup", "syrup"},
                                             {"lotion", "lotion"},
                                             {"spray", "spray"},
                                             {"film", "film"},
                                             {"films", "film"},
                                             {"lozenge", "lozenge"},
                                             {"lozenges", "lozenge"},
                                             {"injection", "injection"},
                                             {"injections", "injection"},
                                             {"suppository", "suppository"},
                                             {"suppositories", "suppository"},
                                             {"powder", "powder"},
                                             {"drops", "drops"},
                                             {"inhaler", "inhaler"},
                                             {"kit", "kit"},
                                             {"foam", "foam"},
                                             {"roll-on", "roll-on"}}};

constexpr std::array<Synonym, 22> kRoutes = {{{"po", "oral"},
                                              {"oral", "oral"},
                                              {"orally", "oral"},
                                              {"mouth", "oral"},
                                              {"topical", "topical"},
                                              {"topically", "topical"},
                                              {"transdermal", "transdermal"},
                                              {"transdermally", "transdermal"},
                                              {"td", "transdermal"},
                                              {"sublingual", "sublingual"},
                                              {"sublingually", "sublingual"},
                                              {"sl", "sublingual"},
                                              {"buccal", "buccal"},
                                              {"im", "intramuscular"},
                                              {"intramuscular", "intramuscular"},
                                              {"intramuscularly", "intramuscular"},
                                              {"iv", "intravenous"},
                                              {"intravenously", "intravenous"},
                                              {"sq", "subcutaneous"},
                                              {"subcutaneous", "subcutaneous"},
                                              {"intranasal", "nasal"},
                                              {"pr", "rectal"}}};

// Words that stand between the parts of a prescription and end nothing.
constexpr std::array<std::string_view, 62> kFillers = {"er",
                                                       "xr",
                                                       "sr",
                                                       "ir",
                                                       "dr",
                                                       "cr",
                                                       "la",
                                                       "ds",
                                                       "hcl",
                                                       "hci",
                                                       "sodium",
                                                       "sod",
                                                       "citrate",
                                                       "tartrate",
                                                       "sulfate",
                                                       "potassium",
                                                       "hydrochloride",
                                                       "extended",
                                                       "release",
                                                       "delayed",
                                                       "take",
                                                       "takes",
                                                       "taking",
                                                       "took",
                                                       "taken",
                                                       "use",
                                                       "uses",
                                                       "using",
                                                       "apply",
                                                       "to",
                                                       "for",
                                                       "of",
                                                       "the",
                                                       "and",
                                                       "at",
                                                       "with",
                                                       "per",
                                                       "a",
                                                       "is",
                                                       "was",
                                                       "by",
                                                       "day",
                                                       "sig",
                                                       "disp",
                                                       "dispense",
                                                       "dispensed",
                                                       "needed",
                                                       "pain",
                                                       "severe",
                                                       "moderate",
                                                       "mild",
                                                       "spasm",
                                                       "spasms",
                                                       "sleep",
                                                       "anxiety",
                                                       "muscle",
                                                       "insomnia",
                                                       "strength",
                                                       "dose",
                                                       "she",
                                                       "he",
                                                       "on"};

template <std::size_t N>
std::optional<std::string> meaning(const std::array<Synonym, N>& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Synonym& s) { return s.word == word; });
  if (found == table.end()) return std::nullopt;
  return std::string(found->means);
}

bool is(Tokens tokens, std::size_t at, std::string_view what) {
  return at < tokens.size() && tokens[at].is(what);
}

bool is_any(Tokens tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  return at < tokens.size() && std::find(words.begin(), words.end(), tokens[at].text) != words.end();
}

bool is_count_unit(Tokens tokens, std::size_t at) {
  return is_any(tokens, at,
                {"count", "ct", "pills", "pill", "units", "unit", "pcs", "boxes", "box", "tubes", "tube", "bottles",
                 "bottle"}) ||
         (at < tokens.size() && meaning(kForms, tokens[at].text).has_value());
}

// --- strengths -------------------------------------------------------------------------------------------------------

struct Strength {
  std::string text;
  std::size_t next = 0;
};

// A unit of strength at the token: {"mg", next}; "mg/ml" and "mcg/h" whole.
std::optional<Strength> read_unit(Tokens tokens, std::size_t at) {
  if (is(tokens, at, "%")) return Strength{"%", at + 1};
  std::string unit;
  if (is_any(tokens, at, {"mg", "mgs", "milligram", "milligrams", "mgm"})) unit = "mg";
  if (is_any(tokens, at, {"mcg", "mcgs", "ug", "microgram", "micrograms"})) unit = "mcg";
  if (is_any(tokens, at, {"meq", "iu"})) unit = tokens[at].text;
  if (unit.empty()) return std::nullopt;
  std::size_t next = at + 1;
  if (is(tokens, next, ".")) ++next;
  if (!is_any(tokens, next, {"/", "per", "an"})) return Strength{unit, at + 1};
  if (is_any(tokens, next + 1, {"h", "hr", "hrs", "hour"})) return Strength{unit + "/h", next + 2};
  if (is(tokens, next + 1, "ml")) return Strength{unit + "/ml", next + 2};
  if (next + 1 < tokens.size() && tokens[next + 1].is_number() && is(tokens, next + 2, "ml")) {
    const std::string per = tokens[next + 1].value == 1 ? "" : tokens[next + 1].text + " ";
    return Strength{unit + "/" + per + "ml", next + 3};
  }
  return Strength{unit, at + 1};
}

std::string join_strength(const std::vector<double>& parts, const std::string& unit) {
  std::string out;
  for (const double part : parts) out += (out.empty() ? "" : "/") + to_text(part) + (unit == "%" ? "%" : "");
  return unit == "%" ? out : out + " " + unit;
}

// "10/325 mg", "10-325mg", "10 mg/325 mg", "4%-27.5%-0.0325%", "350 mg"; directly after a name also "10/325".
std::optional<Strength> read_strength(Tokens tokens, std::size_t at, bool at_name) {
  std::vector<double> parts;
  std::string unit;
  std::size_t i = at;
  while (i < tokens.size() && tokens[i].is_number() && parts.size() < 6) {
    parts.push_back(tokens[i].value);
    ++i;
    if (auto found = read_unit(tokens, i)) {
      if (!unit.empty() && unit != found->text) break;
      unit = found->text;
      i = found->next;
    }
    if (!is_any(tokens, i, {"/", "-"}) || i + 1 >= tokens.size() || !tokens[i + 1].is_number()) break;
    ++i;
  }
  if (parts.empty()) return std::nullopt;
  if (unit.empty()) {
    const bool combination = at_name && parts.size() == 2 && parts[1] >= 200 &&
                             is(tokens, at + 1, tokens[at + 1].text) && is_any(tokens, at + 1, {"/", "-"}) &&
                             parts[0] < parts[1];
    if (!combination) return std::nullopt;
    unit = "mg";
  }
  const bool range = parts.size() == 2 && is(tokens, at + 1, "-") && parts[1] > parts[0] && parts[1] < 10 * parts[0];
  if (range) parts.erase(parts.begin());
  return Strength{join_strength(parts, unit), i};
}

// --- one name --------------------------------------------------------------------------------------------------------

class Reader {
 public:
  Reader(Tokens tokens, Prescription& out) : tokens_(tokens), out_(out) {}

  // Reads on from the name; returns the token after the last one that belongs to the prescription.
  std::size_t run() {
    std::size_t end = 0;
    std::size_t at = 0;
    while (at < tokens_.size() && unknown_ <= kUnknownWords && !tokens_[at].is(";")) {
      const std::size_t next = read_part(at);
      if (next > at) {
        at = end = next;
        since_last_ = 0;
        continue;
      }
      const Token& token = tokens_[at];
      if (token.kind == Kind::word && std::find(kFillers.begin(), kFillers.end(), token.text) == kFillers.end()) {
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
  std::size_t read_part(std::size_t at) {
    if (is(tokens_, at, "#")) return read_numbered(at);
    if (is_any(tokens_, at, {"qty", "quantity"})) return read_quantity_after_word(at);
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

  std::size_t take_frequency(const Frequency& found) {
    if (!out_.frequency) {
      out_.frequency = found.text;
      out_.times_per_day = found.per_day;
    }
    return found.next;
  }

  bool frequency_or_route(std::size_t at) const {
    return is(tokens_, at, "by") || (at < tokens_.size() && meaning(kRoutes, tokens_[at].text).has_value()) ||
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
    if (const auto form = meaning(kForms, tokens_[at].text)) {
      if (!out_.form) out_.form = *form;
      return at + 1;
    }
    if (const auto route = meaning(kRoutes, tokens_[at].text)) {
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
    if (!out_.strength && unknown_ <= 3) {
      if (auto found = read_strength(tokens_, at, at == 0)) {
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
    if (auto more = read_unit(tokens_, next)) return more->next;
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
    const bool bare_quantity = since_last_ == 0 && out_.strength && amount->high >= kFewestInFill && !out_.quantity &&
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
      if (const auto form = meaning(kForms, tokens_[next].text); form && !out_.form) out_.form = *form;
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
  bool all_known_ = false;
};

// --- what stands before a name ---------------------------------------------------------------------------------------

// "two Norco", "1-2 tablets of Norco", "350 mg Soma", "Two refills of Ibuprofen": byte where it begins, or the name's.
std::uint32_t read_lead(Tokens tokens, std::uint32_t name_begin, Prescription& out) {
  const std::size_t first = tokens.size() > kLeadTokens ? tokens.size() - kLeadTokens : 0;
  for (std::size_t start = first; start < tokens.size(); ++start) {
    if (start > 0 && tokens[start - 1].kind == Kind::sign && tokens[start - 1].is("/")) continue;
    const std::size_t from = is(tokens, start, "#") ? start + 1 : start;
    std::size_t end = tokens.size();
    if (end > from + 1 && is_any(tokens, end - 1, {"of", "the"})) --end;
    const Tokens lead = tokens.first(end);
    if (auto strength = read_strength(lead, from, false); strength && strength->next == end) {
      out.strength = strength->text;
      return tokens[start].span.begin;
    }
    const auto amount = read_amount(lead, from);
    if (!amount) continue;
    std::size_t next = amount->next;
    if (next < end && is_any(lead, next, {"refill", "refills"}) && next + 1 == end) {
      out.refills = static_cast<int>(amount->high);
      return tokens[start].span.begin;
    }
    while (next < end && is_count_unit(lead, next)) {
      if (const auto form = meaning(kForms, lead[next].text)) out.form = *form;
      ++next;
    }
    if (next < end) {
      if (auto strength = read_strength(lead, next, false); strength && strength->next == end && next > amount->next) {
        out.strength = strength->text;
        next = end;
      }
    }
    if (next != end) continue;
    if (amount->high > kMostAtOnce) {
      out.quantity = static_cast<int>(amount->high);
    } else {
      out.dose_low = amount->low;
      out.dose_high = amount->high;
    }
    return tokens[start].span.begin;
  }
  return name_begin;
}

// End of what may belong to a name that stands in this sentence: a sentence cut after "t.i.d." goes on.
std::uint32_t sentence_end(const CleanText& text, std::uint32_t at) {
  const auto& sentences = text.sentences();
  for (std::size_t i = text.sentence_at(at); i < sentences.size(); ++i) {
    const std::uint32_t end = sentences[i].end;
    const std::string_view clean = text.text();
    const bool dotted =
        end >= 4 && clean[end - 1] == '.' && clean[end - 3] == '.' && end < clean.size() && clean[end] == ' ';
    if (!dotted) return end;
  }
  return static_cast<std::uint32_t>(text.text().size());
}

bool only_joins(Tokens tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& t) {
    return t.is("and") || t.is("&") || t.is("plus") || t.is(",") || t.is("with") || t.is("as") || t.is("well");
  });
}

bool set_apart(Tokens before, std::uint32_t lead) {
  for (std::size_t i = 1; i < before.size(); ++i) {
    if (before[i].span.begin != lead) continue;
    return !before[i].is("#") &&
           is_any(before, i - 1, {"and", "&", "plus", "with", ",", ";", "or", "take", "takes", "taking"});
  }
  return false;
}

}  // namespace

std::optional<double> Prescription::daily_units() const {
  if (units_per_day) return units_per_day;
  if (!times_per_day) return std::nullopt;
  return dose_high.value_or(1) * *times_per_day;
}

std::vector<Prescription> read_prescriptions(const CleanText& text, std::span<const Span> names) {
  const std::string_view clean = text.text();
  std::vector<Prescription> out(names.size());
  std::vector<std::uint32_t> leads(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    out[i].span = names[i];
    const std::uint32_t sentence =
        text.sentences().empty() ? 0 : text.sentences()[text.sentence_at(names[i].begin)].begin;
    std::uint32_t from = std::max(sentence, i == 0 ? 0 : names[i - 1].end);
    from = std::max(from, names[i].begin > 80 ? names[i].begin - 80 : 0);
    while (from > 0 && from < names[i].begin && clean[from - 1] != ' ' && clean[from] != ' ') ++from;
    const auto before = tokenize(clean, {from, names[i].begin});
    leads[i] = read_lead(before, names[i].begin, out[i]);
    // After another name only what a joining word sets apart is a lead: in "Norco 10/325 #120 Soma" nothing is.
    if (i > 0 && from == names[i - 1].end && leads[i] != names[i].begin && !set_apart(before, leads[i])) {
      out[i] = Prescription{};
      out[i].span = names[i];
      leads[i] = names[i].begin;
    }
    out[i].span.begin = leads[i];
    const auto name_tokens = tokenize(clean, names[i]);
    for (const Token& token : name_tokens) {
      if (const auto form = meaning(kForms, token.text); form && !out[i].form) out[i].form = *form;
    }
  }
  for (std::size_t i = names.size(); i-- > 0;) {
    std::uint32_t limit = std::min(sentence_end(text, names[i].begin), names[i].end + kReach);
    const bool next_near = i + 1 < names.size() && leads[i + 1] <= limit;
    if (next_near) limit = std::max(names[i].end, std::min(limit, leads[i + 1]));
    const auto tokens = tokenize(clean, {names[i].end, limit});
    if (next_near && tokens.size() == 1 && tokens[0].is("(")) {  // "tramadol (Ultram) 50 mg"
      Prescription alias = out[i + 1];
      alias.span = {out[i].span.begin, std::max(names[i].end, alias.span.end)};
      if (out[i].strength && !alias.strength) alias.strength = out[i].strength;
      if (out[i].dose_high && !alias.dose_high) {
        alias.dose_low = out[i].dose_low;
        alias.dose_high = out[i].dose_high;
      }
      out[i] = std::move(alias);
      continue;
    }
    Reader reader(tokens, out[i]);
    const std::size_t read = reader.run();
    if (read > 0) out[i].span.end = tokens[read - 1].span.end;
    const bool bare_units = out[i].dose_high && !out[i].frequency && !out[i].units_per_day;
    const bool shares = bare_units && next_near && reader.all_known() && only_joins(Tokens(tokens).subspan(read)) &&
                        out[i + 1].dose_high && leads[i + 1] != names[i + 1].begin;
    if (shares) {
      out[i].frequency = out[i + 1].frequency;
      out[i].times_per_day = out[i + 1].times_per_day;
    }
  }
  return out;
}

Prescription read_prescription(const CleanText& text, Span name) {
  return read_prescriptions(text, std::span<const Span>(&name, 1)).front();
}

std::vector<double> milligrams(const std::string& strength) {
  if (!strength.ends_with(" mg")) return {};
  std::vector<double> out;
  const char* at = strength.data();
  const char* const end = at + strength.size() - 3;
  while (at < end) {
    double value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc{}) return {};
    out.push_back(value);
    at = next < end ? next + 1 : end;
  }
  return out;
}

bool accepts_misread(const Drug& drug, const Prescription& prescription) {
  if (!prescription.strength) return false;
  const auto written = milligrams(*prescription.strength);
  return written.size() == 1 && std::find(drug.misread_strengths.begin(), drug.misread_strengths.end(), written[0]) !=
                                    drug.misread_strengths.end();
}

const Drug& product(const Vocabulary& vocabulary, const Drug& drug, const Prescription& prescription) {
  const auto& drugs = vocabulary.drugs();
  if (prescription.form && drug.form != *prescription.form) {
    const auto same = std::find_if(drugs.begin(), drugs.end(),
                                   [&](const Drug& d) { return d.name == drug.name && d.form == *prescription.form; });
    if (same != drugs.end()) return *same;
  }
  const auto parts = prescription.strength ? milligrams(*prescription.strength).size() : 0;
  if (parts > 1 && drug.ingredients.size() == 1) {
    const auto whole = std::find_if(drugs.begin(), drugs.end(), [&](const Drug& d) {
      return d.ingredients.size() == parts && d.ingredients.front() == drug.ingredients.front() &&
             d.drug_class == drug.drug_class;
    });
    if (whole != drugs.end()) return *whole;
  }
  return drug;
}

}  // namespace openimr::vocabulary
