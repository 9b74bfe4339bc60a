#include "vocabulary/prescription.h"

#include <algorithm>
#include <charconv>

#include <fmt/core.h>

#include "base/ascii.h"
#include "vocabulary/amounts.h"
#include "vocabulary/prescription_reader.h"
#include "vocabulary/prescription_words.h"
#include "vocabulary/strength.h"

namespace openimr::vocabulary {
namespace {

using Kind = Token::Kind;
using Tokens = std::span<const Token>;

constexpr std::size_t kLeadTokens = 8;  // how far before a name its units or strength are looked for
constexpr std::uint32_t kReach = 400;   // bytes after a name
constexpr double kMostGramsAtOnce = 5;
constexpr double kMostMillilitresAtOnce = 60;

// "two Norco", "1-2 tablets of Norco", "350 mg Soma", "Two refills of Ibuprofen": byte where it begins, or the name's.
std::uint32_t read_lead(Tokens tokens, std::uint32_t name_begin, Prescription& out) {
  const std::size_t first = tokens.size() > kLeadTokens ? tokens.size() - kLeadTokens : 0;
  for (std::size_t start = first; start < tokens.size(); ++start) {
    if (start > 0 && tokens[start - 1].kind == Kind::sign && tokens[start - 1].is("/")) continue;
    const std::size_t from = is(tokens, start, "#") ? start + 1 : start;
    const bool may_be_amount = from < tokens.size() && (tokens[from].is_number() || tokens[from].is("half"));
    if (!may_be_amount) continue;
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
    std::string_view unit;
    if (next < end) {
      if (const std::string_view measure = measure_of(lead[next].text); measure == "ml" || measure == "g") {
        unit = measure;
        ++next;
        // "0.5 ml of 0.25% Marcaine", "4 cc of a 1% solution of"
        while (next < end && is_any(lead, next, {"of", "a", "the", "."})) ++next;
      }
    }
    const bool measured = !unit.empty();
    while (next < end && word_at(lead, next).counted) {
      if (!word_at(lead, next).form.empty()) out.form = word_at(lead, next).form;
      if (unit.empty()) unit = word_at(lead, next).unit;
      ++next;
    }
    if (next < end) {
      if (auto strength = read_strength(lead, next, false); strength && strength->next == end && next > amount->next) {
        out.strength = strength->text;
        next = end;
      }
    }
    if (next != end) continue;
    if (measured && (unit == "g" ? amount->high > kMostGramsAtOnce : amount->high > kMostMillilitresAtOnce)) {
      out.amount = amount->high;
    } else if (!measured && amount->high > kMostAtOnce) {
      out.quantity = static_cast<int>(amount->high);
    } else {
      out.dose_low = amount->low;
      out.dose_high = amount->high;
      if (!unit.empty()) out.dose_unit = unit;
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

// The form that a name says: "Lidoderm patch"; empty where it says none.
std::string_view form_in(std::string_view text, Span name) {
  const std::string_view words = text.substr(name.begin, name.end - name.begin);
  if (std::all_of(words.begin(), words.end(), is_lower)) return prescription_word(words).form;
  for (const Token& token : tokenize(text, name)) {
    if (const std::string_view form = prescription_word(token.text).form; !form.empty()) return form;
  }
  return {};
}

bool set_apart(Tokens before, std::uint32_t lead) {
  for (std::size_t i = 1; i < before.size(); ++i) {
    if (before[i].span.begin != lead) continue;
    return !before[i].is("#") &&
           is_any(before, i - 1, {"and", "&", "plus", "with", ",", ";", "or", "of", "take", "takes", "taking"});
  }
  return false;
}

}  // namespace

std::string to_text(const Phase& phase) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : " x ") + part; };
  if (phase.dose_high) {
    add(to_text(Amount{*phase.dose_low, *phase.dose_high, 0}) + (phase.dose_unit.empty() ? "" : " " + phase.dose_unit));
  }
  if (phase.times_per_day) add(fmt::format("{:.3g}/day", *phase.times_per_day));
  if (phase.days) add(fmt::format("{}d", *phase.days));
  return out;
}

std::optional<double> Prescription::daily_units() const {
  std::optional<double> most = units_per_day;
  if (!most && times_per_day) most = dose_high.value_or(1) * *times_per_day;
  for (const Phase& phase : phases) {
    if (!phase.times_per_day) continue;
    most = std::max(most.value_or(0), phase.units_per_day.value_or(phase.dose_high.value_or(1) * *phase.times_per_day));
  }
  if (max_per_day && (!max_unit || max_unit == dose_unit)) return std::min(most.value_or(*max_per_day), *max_per_day);
  return most;
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
    if (const std::string_view form = form_in(clean, names[i]); !form.empty() && !out[i].form) out[i].form = form;
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
    const auto [read, all_known] = read_on(tokens, out[i]);
    if (read > 0) out[i].span.end = tokens[read - 1].span.end;
    const bool bare_units = out[i].dose_high && !out[i].frequency && !out[i].units_per_day;
    const bool shares = bare_units && next_near && all_known && only_joins(Tokens(tokens).subspan(read)) &&
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

Prescription read_directions(const CleanText& text) {
  Prescription out;
  const auto length = static_cast<std::uint32_t>(text.text().size());
  read_on(tokenize(text.text(), {0, length}), out, false);
  out.span = {0, length};
  return out;
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
