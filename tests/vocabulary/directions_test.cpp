// Two hundred directions, each with every field that its words state (directions.tsv), and the same and generated ones
// held against the slow reader.
#include <map>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/slow_directions.h"
#include "support/table.h"
#include "vocabulary/prescription.h"

namespace openimr::vocabulary {
namespace {

constexpr const char* kFields[] = {"drug",        "strength",      "form",        "dose_low",      "dose_high",
                                   "dose_unit",   "route",         "frequency",   "times_per_day", "as_needed",
                                   "max_per_day", "duration_days", "supply_days", "quantity",      "amount",
                                   "refills",     "units_per_day", "taper",       "phases"};

std::string show(const std::optional<std::string>& value) {
  return value.value_or("-");
}
std::string show(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "-";
}
std::string show(const std::optional<double>& value, int digits = 4) {
  return value ? fmt::format("{:.{}g}", *value, digits) : "-";
}

// The fields of the directions in the order of the table.
testing::Row fields_of(std::string_view words, std::size_t* name_end = nullptr) {
  const CleanText text(words);
  const Vocabulary& vocabulary = testing::engine().vocabulary;
  std::vector<Span> names;
  const Drug* drug = nullptr;
  for (const Mention& mention : vocabulary.find(text)) {
    if (mention.kind != TermKind::drug || mention.misread) continue;
    if (drug == nullptr) drug = &vocabulary.drugs()[mention.index];
    names.push_back(mention.span);
  }
  if (name_end != nullptr) *name_end = names.empty() ? 0 : names.front().end;
  const Prescription p = names.empty() ? read_directions(text) : read_prescriptions(text, names).front();
  std::string phases;
  for (const Phase& phase : p.phases) phases += (phases.empty() ? "" : "; ") + to_text(phase);
  return {drug == nullptr ? "-" : drug->name,
          show(p.strength),
          show(p.form),
          show(p.dose_low),
          show(p.dose_high),
          show(p.dose_unit),
          show(p.route),
          show(p.frequency),
          show(p.times_per_day, 3),
          !p.as_needed      ? "-"
          : p.as_needed_for ? "for " + *p.as_needed_for
                            : "yes",
          show(p.max_per_day) + (p.max_unit ? " " + *p.max_unit : ""),
          show(p.duration_days),
          show(p.supply_days),
          show(p.quantity),
          show(p.amount),
          show(p.refills),
          show(p.daily_units()),
          show(p.taper),
          phases.empty() ? "-" : phases};
}

TEST(Directions, OfTheTableAreReadFieldByField) {
  const auto table = testing::read_table(testing::source_dir() / "tests/vocabulary/directions.tsv");
  EXPECT_EQ(table.size(), 200U);
  std::string wrong;
  for (const testing::Row& row : table) {
    ASSERT_EQ(row.size(), std::size(kFields) + 2) << row[0];
    const testing::Row read = fields_of(row[1]);
    for (std::size_t i = 0; i < read.size(); ++i) {
      if (read[i] == row[i + 2]) continue;
      wrong += fmt::format("{:>3} {:14} expected '{}', read '{}'   in: {}\n", row[0], kFields[i], row[i + 2], read[i],
                           row[1]);
    }
  }
  EXPECT_EQ(wrong, "");
}

// Where the two readers differ, field by field; empty where they agree.
std::string difference(std::string_view words) {
  std::size_t name = 0;
  const testing::Row fast = fields_of(words, &name);
  auto slow = testing::slow_directions(words, name);
  std::string out;
  for (std::size_t i = 1; i < fast.size(); ++i) {
    const auto found = slow.find(kFields[i]);
    const std::string value = found == slow.end() ? "-" : found->second;
    if (value != fast[i]) out += fmt::format("{}: fast '{}', slow '{}' in: {}\n", kFields[i], fast[i], value, words);
  }
  return out;
}

TEST(Directions, OfTheTableAreReadAlikeByTheSlowReader) {
  std::string differs;
  for (const testing::Row& row : testing::read_table(testing::source_dir() / "tests/vocabulary/directions.tsv"))
    differs += difference(row[1]);
  EXPECT_EQ(differs, "");
}

struct Written {
  const char* words;
  const char* means;
};
constexpr Written kDoses[] = {
    {"1 tab", "1 tablet"},         {"one tablet", "1 tablet"},       {"2 tabs", "2 tablet"},
    {"1-2 tabs", "1-2 tablet"},    {"1 to 2 tablets", "1-2 tablet"}, {"1/2 tab", "0.5 tablet"},
    {"three tablets", "3 tablet"}, {"1 1/2 tablets", "1.5 tablet"}};
constexpr Written kOften[] = {{"bid", "2"},
                              {"t.i.d.", "3"},
                              {"twice a day", "2"},
                              {"q6h", "4"},
                              {"every 8 hours", "3"},
                              {"qhs", "1"},
                              {"at bedtime", "1"},
                              {"qid", "4"},
                              {"q4-6h", "6"},
                              {"in the morning", "1"},
                              {"every other day", "0.5"}};
constexpr Written kDays[] = {{"x 7 days", "7"}, {"for 2 weeks", "14"}, {"x3d", "3"}, {"for one month", "30"}};
constexpr Written kNeeded[] = {
    {"", "-"}, {" prn", "yes"}, {" as needed for pain", "for pain"}, {" prn spasm", "for spasm"}};
constexpr Written kFill[] = {{"", "-"}, {", #60", "60"}, {", dispense 90", "90"}, {", qty: 30", "30"}};
constexpr Written kRefills[] = {{"", "-"}, {", no refills", "0"}, {", 2 refills", "2"}, {", RF: 3", "3"}};

template <std::size_t N>
const Written& any_of(const Written (&list)[N]) {
  return list[*rc::gen::inRange<std::size_t>(0, N)];
}

RC_GTEST_PROP(Directions, AreReadBackAsTheyWereWritten, ()) {
  const auto count = *rc::gen::inRange(1, 5);
  std::string words = *rc::gen::element(std::string(), std::string("Take "));
  std::string phases;
  for (int i = 0; i < count; ++i) {
    const Written& dose = any_of(kDoses);
    const Written& often = any_of(kOften);
    const bool with_days = i + 1 < count || *rc::gen::arbitrary<bool>();
    const Written& days = any_of(kDays);
    words += fmt::format("{}{} {}{}{}", i == 0 ? "" : ", then ", dose.words, often.words, with_days ? " " : "",
                         with_days ? days.words : "");
    phases += fmt::format("{}{} x {}/day{}", i == 0 ? "" : "; ", dose.means, often.means,
                          with_days ? fmt::format(" x {}d", days.means) : "");
  }
  const Written& needed = any_of(kNeeded);
  const Written& fill = any_of(kFill);
  const Written& refills = any_of(kRefills);
  words += std::string(needed.words) + fill.words + refills.words;
  const testing::Row read = fields_of(words);
  RC_LOG() << words;
  if (count > 1) RC_ASSERT(read[18] == phases);
  RC_ASSERT(read[9] == needed.means);
  RC_ASSERT(read[13] == fill.means);
  RC_ASSERT(read[15] == refills.means);
  RC_ASSERT(difference(words) == "");
}

}  // namespace
}  // namespace openimr::vocabulary
