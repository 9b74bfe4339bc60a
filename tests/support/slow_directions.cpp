#include "support/slow_directions.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <optional>
#include <vector>

#include <fmt/core.h>

namespace openimr::testing {
namespace {

using std::string;
using Words = std::vector<string>;

const std::map<string, string> kUnits = {{"tab", "tablet"},
                                         {"tabs", "tablet"},
                                         {"tablet", "tablet"},
                                         {"tablets", "tablet"},
                                         {"odt", "tablet"},
                                         {"cap", "capsule"},
                                         {"caps", "capsule"},
                                         {"capsule", "capsule"},
                                         {"capsules", "capsule"},
                                         {"patch", "patch"},
                                         {"patches", "patch"},
                                         {"film", "film"},
                                         {"films", "film"},
                                         {"spray", "spray"},
                                         {"sprays", "spray"},
                                         {"drop", "drop"},
                                         {"drops", "drop"},
                                         {"pill", "pill"},
                                         {"pills", "pill"},
                                         {"puff", "puff"},
                                         {"puffs", "puff"},
                                         {"unit", "unit"},
                                         {"units", "unit"},
                                         {"packet", "packet"},
                                         {"tsp", "teaspoon"},
                                         {"teaspoon", "teaspoon"},
                                         {"tube", "tube"},
                                         {"tubes", "tube"},
                                         {"suppository", "suppository"}};
const std::map<string, string> kForms = {
    {"tablet", "tablet"}, {"capsule", "capsule"},        {"patch", "patch"}, {"film", "film"}, {"spray", "spray"},
    {"drop", "drops"},    {"suppository", "suppository"}};
const std::map<string, string> kOtherForms = {
    {"cream", "cream"}, {"gel", "gel"}, {"lotion", "lotion"}, {"ointment", "ointment"}, {"inhaler", "inhaler"}};
const std::map<string, string> kMeasures = {{"mg", "mg"}, {"mcg", "mcg"}, {"ml", "ml"},  {"g", "g"},
                                            {"gm", "g"},  {"gram", "g"},  {"grams", "g"}};
const std::map<string, int> kTimes = {{"d", 1},  {"day", 1}, {"days", 1},   {"week", 7},   {"weeks", 7},
                                      {"wk", 7}, {"wks", 7}, {"month", 30}, {"months", 30}};
const std::map<string, double> kNumbers = {{"one", 1},     {"two", 2},     {"three", 3},  {"four", 4},    {"five", 5},
                                           {"six", 6},     {"seven", 7},   {"eight", 8},  {"nine", 9},    {"ten", 10},
                                           {"twelve", 12}, {"thirty", 30}, {"sixty", 60}, {"ninety", 90}, {"zero", 0},
                                           {"i", 1},       {"ii", 2},      {"once", 1},   {"twice", 2}};

Words words_of(std::string_view text) {
  Words out;
  for (std::size_t i = 0; i < text.size();) {
    const auto at = [&](std::size_t k) {
      return k < text.size() ? static_cast<char>(std::tolower(static_cast<unsigned char>(text[k]))) : '\0';
    };
    const auto letter = [&](std::size_t k) { return at(k) >= 'a' && at(k) <= 'z'; };
    const auto digit = [&](std::size_t k) { return at(k) >= '0' && at(k) <= '9'; };
    string word;
    if (digit(i)) {
      while (digit(i) || ((at(i) == '.' || at(i) == ',') && digit(i + 1) && (at(i) == '.' || digit(i + 3)))) {
        if (at(i) != ',') word += at(i);
        ++i;
      }
    } else if (letter(i)) {
      if (at(i + 1) == '.' && letter(i + 2)) {  // "p.r.n."
        while (letter(i) && at(i + 1) == '.') {
          word += at(i);
          i += 2;
        }
        if (letter(i) && !letter(i + 1)) word += at(i++);
      } else {
        while (letter(i)) word += at(i++);
      }
    } else {
      if (at(i) != ' ') word = at(i);
      ++i;
    }
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

string shown(double value, int digits = 4) {
  return fmt::format("{:.{}g}", value, digits);
}

std::optional<double> number(const string& word) {
  if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) return std::stod(word);
  const auto known = kNumbers.find(word);
  return known == kNumbers.end() ? std::nullopt : std::optional<double>(known->second);
}

// --- phrases: words with alternatives ("qty|disp"), "?" for optional, "*" for any number; in angles what is caught ---

struct Caught {
  std::vector<double> numbers;
  string unit, measure, text;
  int days = 0;
};

class Phrase {
 public:
  explicit Phrase(std::string_view pattern) {
    std::size_t at = 0;
    while (at < pattern.size()) {
      const std::size_t end = std::min(pattern.find(' ', at), pattern.size());
      parts_.emplace_back(pattern.substr(at, end - at));
      at = end + 1;
    }
  }
  // The words taken, and what was caught; nothing where the phrase does not stand here.
  std::optional<std::pair<std::size_t, Caught>> match(const Words& words, std::size_t at) const {
    std::optional<std::pair<std::size_t, Caught>> best;
    attempt(words, at, 0, {}, [&](std::size_t end, const Caught& caught) {
      const bool plainer = best && end - at == best->first && caught.numbers.size() < best->second.numbers.size();
      if (!best || end - at > best->first || plainer) best = {end - at, caught};
    });
    return best;
  }

 private:
  using Then = std::function<void(std::size_t, const Caught&)>;

  static bool among(const string& alternatives, const string& word) {
    return ("|" + alternatives + "|").find("|" + word + "|") != string::npos;
  }

  void attempt(const Words& words, std::size_t at, std::size_t part, const Caught& caught, const Then& then) const {
    if (part == parts_.size()) return then(at, caught);
    string what = parts_[part];
    const bool optional = what.size() > 1 && what.back() == '?';
    const bool repeated = what.size() > 1 && what.back() == '*';
    if (optional || repeated) {
      what.pop_back();
      attempt(words, at, part + 1, caught, then);
    }
    if (at >= words.size()) return;
    const auto go_on = [&](std::size_t next, const Caught& with) {
      attempt(words, next, repeated ? part : part + 1, with, then);
    };
    Caught with = caught;
    if (what == "<n>") {
      one_number(words, at, [&](std::size_t next, double value) {
        Caught more = caught;
        more.numbers.push_back(value);
        go_on(next, more);
        if (next + 2 < words.size() && words[next] == "(" && number(words[next + 1]) == value && words[next + 2] == ")")
          go_on(next + 3, more);
      });
    } else if (what == "<unit>") {
      if (const auto known = kUnits.find(words[at]); known != kUnits.end()) {
        if (with.unit.empty()) with.unit = known->second;
        go_on(at + 1, with);
      }
    } else if (what == "<measure>") {
      if (const auto known = kMeasures.find(words[at]); known != kMeasures.end()) {
        with.measure = known->second;
        go_on(at + 1, with);
      }
    } else if (what == "<time>") {
      if (const auto known = kTimes.find(words[at]); known != kTimes.end()) {
        with.days = known->second;
        go_on(at + 1, with);
      }
    } else if (what == "<word>") {
      if (std::isalpha(static_cast<unsigned char>(words[at][0])) != 0) {
        with.text += (with.text.empty() ? "" : " ") + words[at];
        go_on(at + 1, with);
      }
    } else if (among(what, words[at])) {
      go_on(at + 1, with);
    }
  }

  static void one_number(const Words& words, std::size_t at, const std::function<void(std::size_t, double)>& then) {
    const auto is = [&](std::size_t i, const char* word) { return i < words.size() && words[i] == word; };
    const auto fraction = [&](std::size_t i) -> std::optional<double> {
      if (is(i, "half") && is(i + 1, "a")) return std::nullopt;
      if (i + 2 < words.size() && words[i] == "1" && words[i + 1] == "/" && words[i + 2] == "2") return 0.5;
      return std::nullopt;
    };
    if (is(at, "half")) then(is(at + 1, "a") ? at + 2 : at + 1, 0.5);
    if (is(at, "one") && is(at + 1, "-") && is(at + 2, "half")) then(at + 3, 0.5);
    if (fraction(at)) then(at + 3, 0.5);
    if (at >= words.size()) return;
    const auto whole = number(words[at]);
    if (!whole) return;
    then(at + 1, *whole);
    if (fraction(at + 1)) then(at + 4, *whole + 0.5);
    if (is(at + 1, "and") && fraction(at + 2)) then(at + 5, *whole + 0.5);
    if (is(at + 1, "and") && is(at + 2, "a") && is(at + 3, "half")) then(at + 4, *whole + 0.5);
  }

  Words parts_;
};

// --- what the phrases say, in their order ---

struct Said {
  enum Kind { dose, frequency, days, then, per_day } kind;
  double low = 0, high = 0;  // of a dose; times a day
  string text;               // unit of a dose; the frequency
  bool joined = false;
};

struct Sig {
  std::map<string, string> fields;
  std::vector<Said> said;
  bool applied = false;
  bool named = false;
  double strength = 0;      // in milligrams, where it is one number
  bool last_joins = false;  // the word before the phrase is "and"
  void put(const string& field, const string& value) { fields.emplace(field, value); }
};

struct Rule {
  Phrase phrase;
  std::function<void(Sig&, const Caught&)> act;
};

void say_dose(Sig& sig, const Caught& c, const string& unit) {
  // A drug's first amount in milligrams is its strength.
  if (sig.named && !sig.fields.contains("strength") && (unit == "mg" || unit == "mcg")) {
    sig.put("strength", shown(c.numbers.back()) + " " + unit);
    if (unit == "mg") sig.strength = c.numbers.back();
    return;
  }
  sig.said.push_back({Said::dose, c.numbers.front(), c.numbers.back(), unit, false});
}

std::vector<Rule> rules() {
  std::vector<Rule> out;
  const auto add = [&](const char* phrase, std::function<void(Sig&, const Caught&)> act) {
    out.push_back({Phrase(phrase), std::move(act)});
  };
  const auto often = [&](const char* phrase, string text, double times) {
    add(phrase,
        [text, times](Sig& s, const Caught&) { s.said.push_back({Said::frequency, 0, times, text, s.last_joins}); });
  };
  // how often
  for (const auto& [phrase, times] : std::vector<std::pair<const char*, int>>{
           {"bid", 2}, {"tid", 3}, {"qid", 4}, {"twice a|per|each day", 2}, {"twice daily", 2}}) {
    often(phrase, fmt::format("{} times a day", times), times);
  }
  for (const char* once : {"qd|qday|daily", "q day", "every day", "once daily", "once a day"})
    often(once, "once a day", 1);
  for (const char* night : {"qhs|hs|nightly", "at night|bedtime", "every night|bedtime", "before bed", "q hs"})
    often(night, "nightly", 1);
  for (const char* morning : {"qam", "q|every am|morning", "in the am|morning", "in am"})
    often(morning, "every morning", 1);
  for (const char* evening : {"qpm", "q|every pm|evening", "in the pm|evening"}) often(evening, "every evening", 1);
  for (const char* noon : {"noon", "at noon"}) often(noon, "every noon", 1);
  for (const char* phrase : {"ac", "before each? meal|meals"}) often(phrase, "before meals", 3);
  for (const char* phrase : {"pc", "after meals"}) often(phrase, "after meals", 3);
  often("with meals", "with meals", 3);
  often("with breakfast and dinner", "2 times a day", 2);
  for (const char* phrase : {"qod", "every other day"}) often(phrase, "every other day", 0.5);
  often("every third day", "every 3 days", 1.0 / 3);
  for (const char* phrase : {"weekly", "once weekly", "once a week", "every week", "every sunday"})
    often(phrase, "once a week", 1.0 / 7);
  often("once a month", "once a month", 1.0 / 30);
  often("twice weekly", "2 times a week", 2.0 / 7);
  for (const char* phrase : {"tiw", "3 x / wk", "mon / wed / fri", "on? monday , wednesday and friday"})
    often(phrase, "3 times a week", 3.0 / 7);
  often("bid -|to|or? tid", "2-3 times a day", 3);
  often("tid -|to|or? qid", "3-4 times a day", 4);
  often("qd -|to|or? bid", "1-2 times a day", 2);
  for (const char* phrase : {"<n> -|to|or? <n>? times a? daily|day", "<n> x a|/ day", "<n> times a|per day"}) {
    add(phrase, [](Sig& s, const Caught& c) {
      const double high = c.numbers.back();
      const string count = c.numbers.size() == 2 ? shown(c.numbers[0]) + "-" + shown(high) : shown(high);
      s.said.push_back({Said::frequency, 0, high, count + " times a day", false});
    });
  }
  for (const char* phrase : {"q|every <n> -|to|or? <n>? h|hr|hrs|hour|hours"}) {
    add(phrase, [](Sig& s, const Caught& c) {
      const string count =
          c.numbers.size() == 2 ? shown(c.numbers[0]) + "-" + shown(c.numbers[1]) : shown(c.numbers[0]);
      s.said.push_back({Said::frequency, 0, 24 / c.numbers[0], "every " + count + " hours", false});
    });
  }
  add("every <n> days", [](Sig& s, const Caught& c) {
    s.said.push_back({Said::frequency, 0, 1 / c.numbers[0], "every " + shown(c.numbers[0]) + " days", false});
  });
  for (const char* phrase : {"12 h|hours on and? 12 h|hours off", "for 12 hours in a 24 hour period"})
    often(phrase, "12 hours on, 12 hours off", 1);
  // how much
  add("<n> -|to|or? <n>? <unit> <unit>*", [](Sig& s, const Caught& c) {
    const double high = c.numbers.back();
    if (c.unit == "unit" && high >= 1000) return s.put("strength", shown(high, 6) + " units");
    if (kForms.contains(c.unit)) s.put("form", kForms.at(c.unit));
    if (c.unit == "tube" || (high > 12 && c.unit != "unit")) return s.put("quantity", shown(high));
    say_dose(s, c, c.unit);
  });
  for (const char* phrase :
       {"<n> -|to|or? <n>? <unit>? per|a|/ day", "<n> -|to|or? <n>? <unit>? daily in divided doses"}) {
    add(phrase, [](Sig& s, const Caught& c) {
      if (kForms.contains(c.unit)) s.put("form", kForms.at(c.unit));
      s.put("dose_unit", c.unit);
      s.said.push_back({Said::per_day, 0, c.numbers.back(), c.unit, false});
    });
  }
  add("<n> -|to|or? <n>? po", [](Sig& s, const Caught& c) {
    s.put("route", "oral");
    say_dose(s, c, "");
  });
  add("take|inject? <n> <measure>", [](Sig& s, const Caught& c) { say_dose(s, c, c.measure); });
  add("apply|rub up? to? <n> <measure>", [](Sig& s, const Caught& c) {
    s.applied = true;
    say_dose(s, c, c.measure);
  });
  add("apply|rub", [](Sig& s, const Caught&) { s.applied = true; });
  // the fill
  const auto quantity = [](Sig& s, const Caught& c) {
    if (c.measure.empty()) return s.put("quantity", shown(c.numbers[0]));
    if (c.measure == "mg") return say_dose(s, c, "mg");
    s.put("amount", shown(c.numbers[0]));
  };
  add("# <n> <unit>*", [](Sig& s, const Caught& c) { s.put("quantity", shown(c.numbers[0])); });
  add("qty|quantity|disp|dispense :? #? <n> <measure>? <unit>*", quantity);
  add(", <n> <measure>", quantity);
  add(", <n> <measure> tube", quantity);
  const auto refills = [](Sig& s, const Caught& c) { s.put("refills", c.numbers.empty() ? "0" : shown(c.numbers[0])); };
  for (const char* phrase :
       {"rf|refill|refills :|x* <n>", "x? <n> refill|refills", "no refills", "refills none", "nr", "may refill <n>"}) {
    add(phrase, refills);
  }
  add("<n> -? <time> supply", [](Sig& s, const Caught& c) {
    s.put("supply_days", shown(c.numbers[0] * c.days));
    s.said.push_back({Said::days, 0, c.numbers[0] * c.days, "", false});
  });
  // how long
  add("x|for the? next? <n> to? <n>? -? <time>",
      [](Sig& s, const Caught& c) { s.said.push_back({Said::days, 0, c.numbers.back() * c.days, "", false}); });
  add("on? day <n>", [](Sig& s, const Caught&) { s.said.push_back({Said::days, 0, 1, "", false}); });
  for (const char* phrase : {"then", "increase to"})
    add(phrase, [](Sig& s, const Caught&) { s.said.push_back({Said::then, 0, 0, "", false}); });
  // as needed
  const auto needed = [](Sig& s, const Caught& c) { s.put("as_needed", c.text.empty() ? "yes" : "for " + c.text); };
  add("prn", needed);
  add("as needed", needed);
  for (const char* reason : {"pain", "spasm", "spasms", "wheezing", "insomnia", "sleep", "anxiety", "headache",
                             "nausea", "constipation", "vomiting", "itching", "cough", "severe pain", "muscle spasm",
                             "muscle spasms", "breakthrough pain", "chest pain", "shortness of breath"}) {
    const auto with = [reason](Sig& s, const Caught&) { s.put("as_needed", fmt::format("for {}", reason)); };
    add(fmt::format("prn for? {}", reason).c_str(), with);
    add(fmt::format("as needed for {}", reason).c_str(), with);
  }
  for (const char* phrase :
       {"max|nte|limit of? <n> <measure>? <unit>?", "max|nte|limit of? <n> <measure>? <unit>? per|a|/ day",
        "not to exceed <n> <unit>? per day", "not to exceed <n> <unit>? in 24 hours", "do not exceed <n> <unit>? daily",
        "no more than <n> per day", "maximum daily dose <n> <unit>?", "limit <n> <measure> per 24 hours"}) {
    add(phrase, [](Sig& s, const Caught& c) {
      s.put("max_per_day", shown(c.numbers[0]) + (c.measure.empty() ? "" : " " + c.measure));
    });
  }
  for (const auto& [verbs, sign] :
       std::vector<std::pair<string, string>>{{"decrease|reduce|taper|wean", "-"}, {"increase", "+"}}) {
    for (const string unit : {"%", "<unit>", "<measure>"}) {
      add(fmt::format("{} dose? by <n> {} every|per|each <n>? <time>", verbs, unit).c_str(),
          [sign](Sig& s, const Caught& c) {
            const string what = !c.unit.empty() ? " " + c.unit : !c.measure.empty() ? " " + c.measure : "%";
            const double times = c.numbers.size() > 1 ? c.numbers[1] : 1;
            s.put("taper", sign + shown(c.numbers[0]) + what + " every " + shown(times * c.days) + " days");
          });
    }
  }
  // where
  for (const auto& [phrase, route] :
       std::vector<std::pair<const char*, const char*>>{{"po|orally", "oral"},
                                                        {"by mouth", "oral"},
                                                        {"sl|sublingual", "sublingual"},
                                                        {"under the? tongue", "sublingual"},
                                                        {"in? each? nostril", "nasal"},
                                                        {"im|intramuscularly", "intramuscular"},
                                                        {"sq|subcutaneously", "subcutaneous"},
                                                        {"buccal", "buccal"},
                                                        {"topically", "topical"},
                                                        {"per rectum", "rectal"},
                                                        {"eye", "ophthalmic"},
                                                        {"ear", "otic"}}) {
    add(phrase, [route](Sig& s, const Caught&) { s.put("route", route); });
  }
  add("<unit>", [](Sig& s, const Caught& c) {
    if (kForms.contains(c.unit)) s.put("form", kForms.at(c.unit));
  });
  for (const auto& [word, form] : kOtherForms)
    add(word.c_str(), [form](Sig& s, const Caught&) { s.put("form", form); });
  for (const char* phrase : {"<n> h|hr|hour|hours|minutes", "every <n> minutes", "up to <n> doses", "in <n> hours"})
    add(phrase, [](Sig&, const Caught&) {});
  return out;
}

// --- put together ---

struct Intake {
  std::optional<Said> dose;
  string frequency;
  double times = 0;
};

struct Part {
  std::vector<Intake> intakes = {Intake{}};
  std::optional<double> days, per_day;
  bool empty() const { return !intakes[0].dose && intakes[0].frequency.empty() && !per_day; }
};

std::vector<Part> parts_of(const std::vector<Said>& said) {
  std::vector<Part> out = {Part{}};
  bool then = false;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const Said& s = said[i];
    if (s.kind == Said::then) {
      then = !out.back().empty();
      continue;
    }
    const bool taken = s.kind == Said::dose || s.kind == Said::frequency || s.kind == Said::per_day;
    const bool again = s.kind != Said::frequency || !out.back().intakes.back().frequency.empty();
    if (taken && !out.back().empty() && (then || (out.back().days && again))) {
      out.emplace_back();
      then = false;
    }
    Part& part = out.back();
    if (s.kind == Said::days && !part.days) part.days = s.high;
    if (s.kind == Said::per_day) part.per_day = s.high;
    if (s.kind == Said::dose) {
      const bool followed = std::any_of(said.begin() + static_cast<std::ptrdiff_t>(i), said.end(),
                                        [](const Said& later) { return later.kind == Said::frequency; });
      if (!part.intakes.back().frequency.empty() && followed) part.intakes.emplace_back();
      if (!part.intakes.back().dose && part.intakes.back().frequency.empty()) part.intakes.back().dose = s;
    }
    if (s.kind == Said::frequency) {
      if (!part.intakes.back().frequency.empty()) {
        if (!s.joined) continue;
        part.intakes.push_back(part.intakes.back());
      }
      part.intakes.back().frequency = s.text;
      part.intakes.back().times = s.high;
    }
  }
  return out;
}

void put_together(Sig& sig) {
  std::vector<Part> parts = parts_of(sig.said);
  // Where later doses are in milligrams, the strength is the first dose.
  const bool milligrams = std::any_of(sig.said.begin(), sig.said.end(), [](const Said& s) { return s.text == "mg"; });
  if (sig.strength > 0 && milligrams && !parts[0].intakes[0].dose)
    parts[0].intakes[0].dose = Said{Said::dose, sig.strength, sig.strength, "mg", false};
  const Part& now = parts[0];
  double low = 0, high = 0, times = 0, days = 0, most = 0;
  string frequency, unit, phases;
  bool all_days = true;
  for (const Part& part : parts) {
    double part_times = 0, units = 0;
    for (const Intake& intake : part.intakes) {
      part_times += intake.times;
      units += intake.times * (intake.dose ? intake.dose->high : 1);
    }
    if (part.per_day) units = *part.per_day;
    most = std::max(most, units);
    all_days = all_days && part.days;
    days += part.days.value_or(0);
    string phase;
    const auto also = [&](const string& text) { phase += (phase.empty() ? "" : " x ") + text; };
    if (const auto& dose = part.intakes[0].dose)
      also((dose->low == dose->high ? "" : shown(dose->low) + "-") + shown(dose->high) +
           (dose->text.empty() ? "" : " " + dose->text));
    if (part_times > 0) also(shown(part_times, 3) + "/day");
    if (part.days) also(shown(*part.days) + "d");
    phases += (phases.empty() ? "" : "; ") + phase;
  }
  for (std::size_t i = 0; i < now.intakes.size(); ++i) {
    const Intake& intake = now.intakes[i];
    if (intake.dose) {
      low = low == 0 ? intake.dose->low : std::min(low, intake.dose->low);
      high = std::max(high, intake.dose->high);
      if (unit.empty()) unit = intake.dose->text;
    }
    times += intake.times;
    frequency += (i == 0 ? "" : i + 1 == now.intakes.size() ? " and " : ", ") + intake.frequency;
  }
  if (high > 0) {
    sig.put("dose_low", shown(low));
    sig.put("dose_high", shown(high));
    if (!unit.empty()) sig.put("dose_unit", unit);
  }
  if (!frequency.empty()) sig.put("frequency", frequency);
  if (times > 0) sig.put("times_per_day", shown(times, 3));
  if (all_days && days > 0) sig.put("duration_days", shown(days));
  if (parts.size() > 1) sig.put("phases", phases);
  const auto limit = sig.fields.find("max_per_day");
  if (limit != sig.fields.end() && limit->second.find(' ') == string::npos) {
    const double at_most = std::stod(limit->second);
    most = most > 0 ? std::min(most, at_most) : at_most;
  }
  if (most > 0) sig.put("units_per_day", shown(most));
  if (sig.applied && sig.fields["form"] != "patch" && unit != "patch") sig.put("route", "topical");
  if (unit == "puff") sig.put("route", "inhaled");
}

// The strength that stands at the beginning: "10/325 mg", "8 mg/2 mg", "25 mcg/hr", "10 mg/5 mL", "5%". Words taken.
std::size_t leading_strength(const Words& words, Sig& sig, bool named) {
  static const std::vector<std::pair<Phrase, const char*>> kStrengths = {{Phrase("<n> mg? /|- <n> mg"), "{0}/{1} mg"},
                                                                         {Phrase("<n> / <n>"), "{0}/{1} mg"},
                                                                         {Phrase("<n> - <n>"), "{0}/{1} mg"},
                                                                         {Phrase("<n> mcg / h|hr"), "{0} mcg/h"},
                                                                         {Phrase("<n> mg / <n> ml"), "{0} mg/{1} ml"},
                                                                         {Phrase("<n> %"), "{0}%"},
                                                                         {Phrase("<n> mg"), "{0} mg"},
                                                                         {Phrase("<n> mcg"), "{0} mcg"}};
  const bool volume = words.size() > 3 && words[1] == "mg" && words[2] == "/";
  if (!named && !volume) return 0;
  std::size_t taken = 0;
  string text;
  for (const auto& [phrase, show] : kStrengths) {
    const auto found = phrase.match(words, 0);
    if (!found || found->first <= taken) continue;
    const auto& n = found->second.numbers;
    const bool bare = string(show) == "{0}/{1} mg" && found->first == 3;
    if (bare && n[1] < 200) continue;
    taken = found->first;
    text = n.size() > 1 ? fmt::format(fmt::runtime(show), shown(n[0]), shown(n[1]))
                        : fmt::format(fmt::runtime(show), shown(n[0]));
  }
  // "Cymbalta 30 mg daily x 1 week, then 60 mg": it may be the dose too.
  if (text.ends_with(" mg") && text.find('/') == string::npos) return 0;
  if (taken > 0) sig.put("strength", text);
  return taken;
}

}  // namespace

std::map<string, string> slow_directions(std::string_view text, std::size_t name) {
  static const std::vector<Rule> kRules = rules();
  Sig sig;
  sig.named = name > 0;
  for (const string& word : words_of(text.substr(0, name))) {
    if (kUnits.contains(word) && kForms.contains(kUnits.at(word))) sig.put("form", kForms.at(kUnits.at(word)));
    if (kOtherForms.contains(word)) sig.put("form", kOtherForms.at(word));
  }
  const Words words = words_of(text.substr(name));
  bool strength_read = false;
  for (std::size_t at = 0; at < words.size();) {
    if (!strength_read && number(words[at])) {
      const std::size_t taken =
          leading_strength(Words(words.begin() + static_cast<std::ptrdiff_t>(at), words.end()), sig, name > 0);
      strength_read = true;
      at += taken;
      if (taken > 0) continue;
    }
    const Rule* best = nullptr;
    std::pair<std::size_t, Caught> found;
    for (const Rule& rule : kRules) {
      auto match = rule.phrase.match(words, at);
      if (!match || match->first < 1 || (best != nullptr && match->first <= found.first)) continue;
      best = &rule;
      found = std::move(*match);
    }
    // A number before "how often" is a dose: "two at bedtime".
    if (best == nullptr && number(words[at])) {
      const bool more = at + 2 < words.size() &&
                        (words[at + 1] == "to" || words[at + 1] == "-" || words[at + 1] == "or") &&
                        number(words[at + 2]);
      const std::size_t next = more ? at + 3 : at + 1;
      Sig tried;
      for (const Rule& rule : kRules) {
        if (next < words.size() &&
            rule.phrase.match(words, next).value_or(std::pair<std::size_t, Caught>{0, {}}).first > 0)
          rule.act(tried, rule.phrase.match(words, next)->second);
      }
      const bool how_often =
          std::any_of(tried.said.begin(), tried.said.end(), [](const Said& s) { return s.kind == Said::frequency; });
      if (how_often || tried.fields.contains("route")) {
        Caught dose;
        dose.numbers = {*number(words[at]), *number(words[next - 1])};
        say_dose(sig, dose, "");
      }
      at = next;
      continue;
    }
    if (best == nullptr) {
      ++at;
      continue;
    }
    sig.last_joins = at > 0 && (words[at - 1] == "and" || words[at - 1] == "&");
    best->act(sig, found.second);
    at += found.first;
  }
  put_together(sig);
  std::erase_if(sig.fields, [](const auto& field) { return field.second.empty(); });
  return sig.fields;
}

}  // namespace openimr::testing
