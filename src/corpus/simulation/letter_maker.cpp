#include "corpus/simulation/letter_maker.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "base/dice.h"
#include "corpus/simulation/sentences.h"
#include "letter/write.h"

namespace openimr::corpus {
namespace {

using determination::Decision;
using determination::Determination;

// Words of a letter that are not exceeded by 0, 10, 25, 50, 75, 90 and 100 percent of the published ones.
constexpr std::array<int, 7> kWords = {460, 540, 600, 770, 1020, 1450, 2200};
constexpr std::array<int, 7> kPercent = {0, 10, 25, 50, 75, 90, 100};

constexpr int kOfRationales = 8;  // a letter's words by those of its rationales

constexpr std::array kStates = {"California", "Texas",      "New York", "Florida",
                                "Arizona",    "New Jersey", "Montana",  "Illinois"};
constexpr std::array kSpecialties = {"Physical Medicine & Rehabilitation",
                                     "Occupational Medicine",
                                     "Family Practice",
                                     "Pain Management",
                                     "Orthopedic Surgery",
                                     "Internal Medicine",
                                     "Neurology",
                                     "Psychiatry"};
constexpr std::array kGuidelines = {"Chronic Pain Medical Treatment",
                                    "Low Back Complaints",
                                    "Neck and Upper Back Complaints",
                                    "Shoulder Complaints",
                                    "Knee Complaints",
                                    "Opioid Treatment"};
constexpr std::array kChanges = {"better", "worse", "unchanged", "improved", "decreased", "increased"};
constexpr std::array kSides = {"left", "right"};

// Low places of a list far more often than high ones, as words and treatments are.
std::size_t frequent(Dice& dice, std::size_t size) {
  constexpr int kSteps = 1000;
  const double at = dice.below(kSteps) / static_cast<double>(kSteps);
  return std::min(size - 1, static_cast<std::size_t>(at * at * at * static_cast<double>(size)));
}

int words_wanted(Dice& dice) {
  const int percent = dice.below(100);
  std::size_t step = 1;
  while (kPercent[step] <= percent) ++step;
  const int low = kWords[step - 1];
  const int share = percent - kPercent[step - 1];
  return low + (kWords[step] - low) * share / (kPercent[step] - kPercent[step - 1]) + dice.below(10);
}

int words_of(std::string_view text) {
  int out = 0;
  bool inside = false;
  for (const char c : text) {
    const bool is_part = c != ' ' && c != '\n';
    out += is_part && !inside ? 1 : 0;
    inside = is_part;
  }
  return out;
}

Date day_in(Dice& dice, int first_year, int last_year) {
  constexpr int kMonths = 12;
  constexpr int kDays = 28;
  return *Date::of(dice.between(first_year, last_year), dice.between(1, kMonths), dice.between(1, kDays));
}

// Fills what stands in braces.
template <class Fill>
std::string filled(std::string_view sentence, const Fill& fill) {
  std::string out;
  for (auto open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{')) {
    const auto close = sentence.find('}', open);
    out += sentence.substr(0, open);
    out += fill(sentence.substr(open + 1, close - open - 1));
    sentence.remove_prefix(close + 1);
  }
  return out += sentence;
}

std::string printed(const vocabulary::Drug& drug, const std::string& name, Dice& dice) {
  static constexpr std::array kStrengths = {"5",   "10",  "20",  "25",  "50",  "75", "100",
                                            "150", "300", "350", "500", "600", "800"};
  static constexpr std::array kQuantities = {"30", "60", "90", "100", "120", "180"};
  const std::string strength = drug.strength.empty() ? std::string(dice.pick(kStrengths)) + "mg" : drug.strength;
  return fmt::format("{} {} #{}", name, strength, dice.pick(kQuantities));
}

// One letter on its way.
class LetterMaker {
 public:
  LetterMaker(const SimulationWords& words, std::uint64_t seed, std::int64_t number)
      : words_(words), dice_(seed, static_cast<std::uint64_t>(number)) {
    known_.reference = fmt::format("CM00-{:07}", number);
  }

  Published make() && {
    make_head();
    part_ = often(words_.body_parts);
    const int wanted = words_wanted(dice_);
    const int items = dice_.chance(500) ? 1 : dice_.between(1, 4);
    for (int i = 0; i < items; ++i) add_item(wanted / kOfRationales / items);
    make_summary(wanted);
    std::ostringstream text;
    letter::write_letter_text(text, letter_);
    known_.text = std::move(text).str();
    return std::move(known_);
  }

 private:
  template <class List>
  const typename List::value_type& often(const List& list) {
    return list[frequent(dice_, list.size())];
  }

  void make_head() {
    known_.source = "imr";
    known_.decided = day_in(dice_, 2014, 2024);
    known_.injury = known_.decided->plus({-dice_.between(60, 3600)});
    known_.age = dice_.between(20, 34) + dice_.between(0, 34);
    known_.sex = dice_.chance(450) ? "female" : "male";
    known_.states = {often(kStates)};
    known_.specialties = {often(kSpecialties)};
    letter_.layout = determination::Layout::openimr;
    letter_.case_number.text = known_.reference;
    letter_.priority.text = "Standard";
    letter_.assigned.date = known_.decided->plus({-dice_.between(10, 40)});
    letter_.decided.date = known_.decided;
    letter_.injury.date = known_.injury;
    letter_.ur_denial.date = letter_.assigned.date->plus({-dice_.between(10, 40)});
    letter_.application_received.date = letter_.assigned.date->plus({-dice_.between(1, 9)});
    letter_.licensure = {{known_.states.front(), {}}};
    letter_.certification = {{known_.specialties.front(), {}}};
  }

  // An item that the letter has already is passed over.
  void add_item(int rationale_words) {
    const SimulationWords::Wanted& wanted = often(words_.wanted);
    if (!asked_.insert(&wanted).second) return;
    PublishedItem item;
    name_ = dice_.pick(wanted.names);
    if (wanted.drug != nullptr) {
      item_ = printed(*wanted.drug, name_, dice_);
      item.kind = "medication";
      item.drug = wanted.drug->name;
      item.drug_class = wanted.drug->drug_class;
      item.category = wanted.drug->category;
      item.subcategory = wanted.drug->subcategory;
    } else {
      item_ = fmt::format("{} for the {}", name_, part_);
      item.kind = wanted.service->kind;
      item.treatment = wanted.service->name;
      item.category = wanted.service->category;
      item.subcategory = wanted.service->subcategory;
      item.body_parts = {part_};
    }
    item.text = item_;
    item.decision = dice_.chance(110) ? Decision::overturned : Decision::upheld;
    letter_.items.push_back(decided(item, wanted.names.front(), rationale_words));
    known_.items.push_back(std::move(item));
  }

  determination::DecidedItem decided(PublishedItem& item, const std::string& section, int rationale_words) {
    determination::Citation citation;
    citation.source = "MTUS";
    citation.title = dice_.pick(kGuidelines);
    citation.year = dice_.chance(500) ? 2009 : 2016;
    citation.sections = {section + " section"};
    item.guidelines = {fmt::format("MTUS {} {}", citation.title, citation.year)};
    item.sections = citation.sections;
    determination::DecidedItem out;
    out.text.text = item.text;
    out.decision = *item.decision;
    out.reviewer.citations = {{citation, {}}};
    out.claims_administrator.citations = {{citation, {}}};
    while (words_of(out.rationale.text) < rationale_words) out.rationale.text += sentence(rationale_sentences());
    out.rationale.text += fmt::format("The request for {} is {}medically necessary.", item.text,
                                      out.decision == Decision::upheld ? "not " : "");
    return out;
  }

  // Fills the letter up to so many words.
  void make_summary(int wanted) {
    letter_.summary.text = fmt::format("The injured worker is a {} year old {} who was injured on {}. ", *known_.age,
                                       known_.sex, known_.injury->iso());
    std::ostringstream without;
    letter::write_letter_text(without, letter_);
    for (int have = words_of(without.str()); have < wanted;) {
      const std::string more = sentence(summary_sentences());
      have += words_of(more);
      letter_.summary.text += more;
    }
  }

  std::string sentence(std::span<const std::string_view> of) {
    return filled(dice_.pick(of), [this](std::string_view what) { return word_for(what); }) + " ";
  }

  std::string word_for(std::string_view what) {
    if (what == "day") return known_.decided->plus({-dice_.between(20, 700)}).iso();
    if (what == "part") return part_;
    if (what == "side") return dice_.pick(kSides);
    if (what == "score") return std::to_string(dice_.between(1, 10));
    if (what == "number") return std::to_string(dice_.between(1, 60));
    if (what == "months") return std::to_string(dice_.between(1, 48));
    if (what == "change") return dice_.pick(kChanges);
    if (what == "item") return item_;
    if (what == "name") return name_;
    if (what == "diagnosis") return often(words_.diagnoses);
    if (what == "symptom") return often(words_.symptoms);
    if (what == "finding") return often(words_.findings);
    if (what == "drug") return often(words_.drugs);
    return often(words_.services);
  }

  const SimulationWords& words_;
  Dice dice_;
  Published known_;
  Determination letter_;
  std::string part_, item_, name_;
  std::set<const SimulationWords::Wanted*> asked_;
};

}  // namespace

Published make_letter(const SimulationWords& words, std::uint64_t seed, std::int64_t number) {
  return LetterMaker(words, seed, number).make();
}

}  // namespace openimr::corpus
