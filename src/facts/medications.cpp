#include <algorithm>
#include <iterator>

#include <fmt/core.h>
#include <re2/re2.h>

#include "facts/reading.h"

namespace openimr::facts {
namespace {

using vocabulary::Drug;
using vocabulary::Mention;
using vocabulary::Prescription;
using vocabulary::TermKind;

std::string amount(double value) {
  return fmt::format("{:g}", value);
}

void describe(const Prescription& p, Fact& fact) {
  auto& to = fact.attributes;
  if (p.strength) to["strength"] = *p.strength;
  if (p.dose_low && p.dose_high) {
    to["dose"] =
        *p.dose_low == *p.dose_high ? amount(*p.dose_low) : fmt::format("{:g}-{:g}", *p.dose_low, *p.dose_high);
  }
  if (p.form) to["form"] = *p.form;
  if (p.route) to["route"] = *p.route;
  if (p.frequency) to["frequency"] = *p.frequency;
  if (p.as_needed) to["as_needed"] = "true";
  if (p.duration) to["duration"] = *p.duration;
  if (p.quantity) to["quantity"] = std::to_string(*p.quantity);
  if (p.refills) to["refills"] = std::to_string(*p.refills);
  if (const auto units = p.daily_units()) to["units_per_day"] = amount(*units);
}

struct Status {
  bool continued = false;
  bool started = false;
  Span cue;
};

// Whether the sentence says that the drug goes on or that it begins, from the words before the name (or just behind
// it).
Status status_of(const Reading& reading, Span sentence, Span name) {
  static const RE2 continued(
      "\\b((?:continu(?:e|es|ed|ing|ation)|refill(?:ed|ing)? "
      "(?:of|for|her|his|the)|renew(?:ed|al|ing)?|ongoing|currently (?:on|taking|uses|using)|"
      "same (?:medication|regimen|dose)|remains? on|has been "
      "(?:on|taking|using|utilizing|prescribed)|takes|taking|utiliz(?:es|ing)))\\b");
  static const RE2 started(
      "\\b((?:trial of|new prescription (?:of|for)|newly prescribed|initial prescription (?:of|for)|first prescription "
      "(?:of|for)|"
      "prescribed for the first time|(?:was |is |will be |were )?(?:newly )?(?:started|initiated|begun)(?: "
      "on)?|start|begin|"
      "starting|initiat(?:e|ing)))\\b");
  static const RE2 started_behind(
      "^[^.;,]{0,30}?\\b((?:was|is|were|will be|being) (?:newly |first )?(?:started|initiated|begun|prescribed for the "
      "first time|newly prescribed))\\b");
  Status out;
  const std::string_view before = reading.text().substr(sentence.begin, name.begin - sentence.begin);
  const std::string_view behind = reading.text().substr(name.end, sentence.end - name.end);
  re2::StringPiece cue;
  const auto span_of = [&](re2::StringPiece piece) {
    const auto begin = static_cast<std::uint32_t>(piece.data() - reading.text().data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  if (RE2::PartialMatch(before, started, &cue) || RE2::PartialMatch(behind, started_behind, &cue)) {
    out.started = true;
    out.cue = span_of(cue);
  } else if (RE2::PartialMatch(before, continued, &cue)) {
    out.continued = true;
    out.cue = span_of(cue);
  }
  return out;
}

// "for 6 months", "over the past two weeks", "x 3 years", "for several months": how long, in days, {low, high}.
struct Stated {
  Span span;
  Range days;
};

std::optional<Stated> stated_duration(const Reading& reading, Span sentence) {
  static const RE2 pattern(
      "\\b(?:for|over|x|during)(?: (?:the|at least|about|approximately|more than|over|less than|up "
      "to|only|a|last|past|longer than))* "
      "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few)?(?: "
      "|-)?(day|week|month|year)s?\\b"
      "(?: (?:now|already))?");
  static const RE2 in_use(
      "\\b(?:has|have|had) been (?:on|taking|using|utilizing|prescribed|treated with|maintained "
      "on)|\\b(?:taking|using|utilizing|taken|used|takes|uses|on)\\b");
  static const RE2 intended(
      "\\b(?:will|would|plan(?:ned)?|recommend(?:ed)?|request(?:ed|ing)?|prescri(?:be|bing|ption)|course|supply|"
      "dispense[d]?|limited to|trial)\\b");
  const std::string_view words = reading.words(sentence);
  re2::StringPiece group[3];
  if (!pattern.Match({words.data(), words.size()}, 0, words.size(), RE2::UNANCHORED, group, 3)) return std::nullopt;
  if (!RE2::PartialMatch(words, in_use)) return std::nullopt;
  const bool has_been = words.find("been") != std::string_view::npos;
  if (!has_been && RE2::PartialMatch(words, intended)) return std::nullopt;
  static const std::map<std::string, double, std::less<>> kNumbers = {
      {"one", 1},   {"two", 2},   {"three", 3}, {"four", 4}, {"five", 5},    {"six", 6},
      {"seven", 7}, {"eight", 8}, {"nine", 9},  {"ten", 10}, {"eleven", 11}, {"twelve", 12}};
  const std::string number(group[1].data(), group[1].size());
  const std::string unit(group[2].data(), group[2].size());
  const double days = unit == "day" ? 1 : unit == "week" ? 7 : unit == "month" ? 30 : 365;
  const std::string all(group[0].data(), group[0].size());
  Range range;
  if (number.empty()) {
    if (all.back() != 's') return std::nullopt;  // "for a day"
    range = {2 * days, std::nullopt};            // "for months"
  } else if (number == "several" || number == "many" || number == "a few") {
    range = {2 * days, std::nullopt};
  } else {
    const auto known = kNumbers.find(number);
    const double count = known == kNumbers.end() ? std::stod(number) : known->second;
    const bool at_least = all.find("at least") != std::string::npos || all.find("more than") != std::string::npos ||
                          all.find("longer than") != std::string::npos || all.find("over ") == 0;
    const bool at_most = all.find("less than") != std::string::npos || all.find("up to") != std::string::npos ||
                         all.find("only") != std::string::npos;
    range = {at_most ? 0 : count * days,
             at_least && all.find("over the") != 0 ? std::nullopt : std::optional<double>(count * days)};
  }
  const auto begin = static_cast<std::uint32_t>(group[0].data() - reading.text().data());
  return Stated{{begin, begin + static_cast<std::uint32_t>(group[0].size())}, range};
}

void add_indication(const Reading& reading, const Drug& drug, Span prescription, std::size_t sentence,
                    const std::vector<Mention>& around, std::vector<Fact>& out) {
  static const RE2 links(
      "^[^.;]{0,60}?\\b(?:for|to treat|to relieve|to help with|to help|helps? with|helped with|to manage|to control|to "
      "reduce|due to|because of|given)\\b(?: [a-z]+){0,4} ?$");
  for (const Mention& reason : around) {
    if (reason.kind != TermKind::clinical || reason.span.begin < prescription.end) continue;
    const auto& term = reading.vocabulary.clinical_terms()[reason.index];
    if (term.fact != "symptom" && term.fact != "diagnosis" && term.fact != "finding" &&
        term.fact != "acute_exacerbation")
      continue;
    const std::string_view between = reading.text().substr(prescription.end, reason.span.begin - prescription.end);
    const bool other_drug = std::any_of(around.begin(), around.end(), [&](const Mention& m) {
      return m.kind == TermKind::drug && !m.misread && m.span.begin >= prescription.end &&
             m.span.end <= reason.span.begin && reading.vocabulary.drugs()[m.index].name != drug.name;
    });
    if (!RE2::PartialMatch(between, links) || other_drug) continue;
    Fact fact = reading.fact_at({prescription.begin, reason.span.end}, "indication", term.name);
    fact.assertion = reading.assertions.of(prescription).assertion;
    if (fact.assertion == Assertion::planned || fact.assertion == Assertion::requested)
      fact.assertion = Assertion::present;
    fact.subjects = {drug.name, drug.drug_class};
    fact.date = reading.visit(sentence);
    out.push_back(std::move(fact));
    return;
  }
}

}  // namespace

void read_medications(const Reading& reading, std::vector<Fact>& out) {
  std::vector<Mention> names;
  std::copy_if(reading.mentions.begin(), reading.mentions.end(), std::back_inserter(names), [&](const Mention& m) {
    return m.kind == TermKind::drug && (names.empty() || m.span != names.back().span);
  });
  std::vector<Span> spans;
  std::transform(names.begin(), names.end(), std::back_inserter(spans), [](const Mention& m) { return m.span; });
  const std::vector<Prescription> prescriptions = vocabulary::read_prescriptions(reading.document.text, spans);
  for (std::size_t n = 0; n < names.size(); ++n) {
    const Mention& mention = names[n];
    const Prescription& prescription = prescriptions[n];
    const Drug& named = reading.vocabulary.drugs()[mention.index];
    if (mention.misread && !vocabulary::accepts_misread(named, prescription)) continue;
    const Drug& drug = vocabulary::product(reading.vocabulary, named, prescription);
    const std::size_t index = reading.sentence_of(mention.span);
    const Span sentence = reading.sentence(index);
    const auto around = reading.mentions_in(index);

    Fact fact = reading.fact_at(prescription.span, "medication", drug.name);
    fact.assertion = reading.assertions.of(mention.span).assertion;
    fact.is_a = drug.ingredients;
    fact.is_a.push_back(drug.drug_class);
    fact.is_a.insert(fact.is_a.end(), drug.topics.begin(), drug.topics.end());
    fact.subjects = {drug.name, drug.drug_class};
    if (prescription.strength) fact.value = *prescription.strength;
    describe(prescription, fact);
    fact.prescription = prescription;

    const Status status = status_of(reading, sentence, mention.span);
    if (status.started) fact.attributes["status"] = "started";
    if (status.continued) fact.attributes["status"] = "continued";
    // "Continue Soma" and "start Soma" are orders about this drug, whatever else the plan holds.
    if ((status.continued || status.started) &&
        (fact.assertion == Assertion::planned || fact.assertion == Assertion::requested ||
         fact.assertion == Assertion::possible)) {
      fact.assertion = status.continued ? Assertion::present : Assertion::planned;
    }

    // A sentence that dates the use ("since at least 03/11/14") dates every drug it names.
    for (const DateMention& date : reading.dates_in(index)) {
      const bool dates_start = date.role == DateRole::start || (status.started && date.role == DateRole::other);
      if (!dates_start && date.role != DateRole::earliest) continue;
      fact.date = date.range;
      fact.attributes["dated"] = dates_start ? "start" : "earliest";
      fact.places = {reading.document.place(
          {std::min(prescription.span.begin, date.span.begin), std::max(prescription.span.end, date.span.end)})};
    }
    if (const auto stated = stated_duration(reading, sentence);
        stated && (fact.assertion == Assertion::present || fact.assertion == Assertion::historical)) {
      Fact duration = reading.fact_at(
          {std::min(mention.span.begin, stated->span.begin), std::max(mention.span.end, stated->span.end)},
          "duration_of_use", drug.name);
      duration.assertion = fact.assertion;
      duration.subjects = fact.subjects;
      duration.value = stated->days;
      out.push_back(std::move(duration));
    }
    add_indication(reading, drug, prescription.span, index, around, out);
    out.push_back(std::move(fact));
  }
}

}  // namespace openimr::facts
