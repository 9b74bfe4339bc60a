// The five examples: their drafts whole, every finding with its words, and that the reasons are the reviewers' reasons
// (tests/golden/README.md).
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "letter/json.h"
#include "letter/text.h"
#include "support/engine.h"
#include "support/table.h"

namespace openimr {
namespace {

using guidelines::Finding;
using testing::Row;

const std::vector<std::string> kCases = {"000", "001", "002", "003", "004"};

std::filesystem::path golden(const std::string& name) {
  return testing::source_dir() / "tests" / "golden" / name;
}

records::CaseFile open_example(const std::string& number) {
  auto file = testing::open_case(testing::source_dir() / "examples" / "cases" / number);
  if (!file) throw std::runtime_error(file.error().to_string());
  return std::move(*file);
}

std::string masked(std::string text) {
  const std::string& hash = testing::engine().packs_hash;
  for (std::size_t at = text.find(hash); at != std::string::npos; at = text.find(hash))
    text.replace(at, hash.size(), "<packs>");
  return text;
}

// The words that were searched for are the vocabulary's, which grows: they are no part of what must stay.
std::string without_searched_words(const std::string& text) {
  const std::string indent(20, ' ');
  const std::string opening = indent + "searched ";
  std::string out;
  std::istringstream in(text);
  std::string line;
  bool words = false;
  while (std::getline(in, line)) {
    if (words && line.starts_with(indent + "  ")) continue;
    words = line.starts_with(opening);
    const std::size_t from = line.find(" for ");
    if (words && from != std::string::npos) line = line.substr(0, from) + " for <words>";
    out += line + "\n";
  }
  return out;
}

nlohmann::ordered_json without_searched_words(nlohmann::ordered_json draft) {
  for (auto& item : draft["items"]) {
    for (auto& criterion : item["criteria"]) {
      if (!criterion["searched"]["words"].empty()) criterion["searched"]["words"] = {"<words>"};
    }
  }
  return draft;
}

bool renew() {
  const char* set = std::getenv("OPENIMR_RENEW_GOLDEN");
  return set != nullptr && std::string(set) == "1";
}

void expect_golden(const std::string& name, const std::string& actual) {
  if (renew()) std::ofstream(golden(name), std::ios::binary) << actual;
  EXPECT_EQ(testing::read_whole(golden(name)), actual)
      << "tests/golden/" << name << " (renew it as tests/golden/README.md says, and look at the difference)";
}

// The exact words of the places, without those of the form.
std::string words_of(const std::vector<Place>& places) {
  std::string out;
  for (const Place& place : places) out += (out.empty() ? "" : " | ") + testing::in_cell(place.text);
  return out;
}

std::string finding_of(const guidelines::Evaluated& evaluated) {
  return evaluated.conflict ? "conflict" : std::string(name_of(evaluated.finding));
}

class GoldenExample : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenExample, IsAsItWas) {
  const auto draft = testing::draft_of(open_example(GetParam()));
  std::ostringstream text;
  letter::write_text(text, draft, {});
  expect_golden(GetParam() + ".txt", masked(without_searched_words(text.str())));
  expect_golden(GetParam() + ".json", masked(without_searched_words(letter::to_json(draft)).dump(2) + "\n"));
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenExample, ::testing::ValuesIn(kCases),
                         [](const auto& parameter) { return parameter.param; });

TEST(GoldenFindings, AreAsTheyWere) {
  std::string table = "case\titem\tcriterion\tfinding\twords\n";
  for (const std::string& number : kCases) {
    for (const auto& item : testing::draft_of(open_example(number)).items) {
      for (const auto& c : item.criteria) {
        table += fmt::format("{}\t{}\t{}\t{}\t{}\n", number, item.text, c.evaluated.criterion->id,
                             finding_of(c.evaluated), words_of(c.evaluated.places));
      }
    }
  }
  expect_golden("findings.tsv", table);
}

// --- Statements -----------------------------------------------------------------------------------------------------

const determination::ItemDraft* item_of(const determination::Draft& draft, const std::string& text) {
  const auto found =
      std::find_if(draft.items.begin(), draft.items.end(), [&](const auto& i) { return i.text == text; });
  return found == draft.items.end() ? nullptr : &*found;
}

std::vector<Place> record_places(const guidelines::Evaluated& evaluated) {
  std::vector<Place> out;
  for (const Place& place : evaluated.places) {
    if (place.document != "case.yaml") out.push_back(place);
  }
  return out;
}

// The case without the bytes of these places.
records::CaseFile without(records::CaseFile file, std::vector<Place> places) {
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.span.begin > b.span.begin; });
  records::CaseFile out = file;
  out.files.clear();
  out.documents.clear();
  for (const auto& document : file.documents) {
    std::string text(document.text.original());
    for (const Place& place : places) {
      if (place.document == document.name()) text.erase(place.span.begin, place.span.end - place.span.begin);
    }
    auto& changed = out.add_document(document.name(), text, testing::engine().vocabulary);
    changed.kind = document.kind;
    changed.date = document.date;
  }
  return out;
}

std::map<std::string, std::string> findings_of(const determination::ItemDraft& item) {
  std::map<std::string, std::string> out;
  for (const auto& c : item.criteria) out[c.evaluated.criterion->id] = finding_of(c.evaluated);
  return out;
}

class Statements : public ::testing::TestWithParam<Row> {};

TEST_P(Statements, CarryExactlyTheirFinding) {
  const Row& row = GetParam();
  ASSERT_EQ(row.size(), 5U) << "case, item, criterion, finding, words";
  const auto file = open_example(row[0]);
  const auto draft = testing::draft_of(file);
  const auto* item = item_of(draft, row[1]);
  ASSERT_NE(item, nullptr) << row[1];
  const auto* c = testing::criterion(*item, row[2]);
  ASSERT_NE(c, nullptr) << row[2];
  const auto places = record_places(c->evaluated);
  EXPECT_EQ(finding_of(c->evaluated), row[3]);
  ASSERT_EQ(words_of(places), row[4]);

  const auto changed = testing::draft_of(without(file, places));
  const auto before = findings_of(*item);
  auto after = findings_of(*item_of(changed, row[1]));
  EXPECT_NE(after[row[2]], row[3]) << "the finding stands without its words";
  after[row[2]] = row[3];
  EXPECT_EQ(after, before) << "another finding of the item changed too";
}

std::string name_of_row(const ::testing::TestParamInfo<Row>& info) {
  std::string name;
  for (std::size_t i = 0; i < 3 && i < info.param.size(); ++i) name += (i == 0 ? "" : "_") + info.param[i];
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Table, Statements, ::testing::ValuesIn(testing::read_table(golden("statements.tsv"))),
                         name_of_row);

// No finding that rests on words of a record is left out of the table, but for those that stand without
// them too (a dose that the request tells as well).
TEST(StatementsTable, CoversEveryFindingWithAPlace) {
  std::set<std::string> listed;
  for (const Row& row : testing::read_table(golden("statements.tsv"))) {
    listed.insert(fmt::format("{}\t{}\t{}\t{}\t{}", row[0], row[1], row[2], row[3], row[4]));
  }
  for (const std::string& number : kCases) {
    for (const auto& item : testing::draft_of(open_example(number)).items) {
      for (const auto& c : item.criteria) {
        const auto places = record_places(c.evaluated);
        if (c.evaluated.finding == Finding::not_documented || places.empty()) continue;
        const auto stripped = testing::draft_of(without(open_example(number), places));
        if (findings_of(*item_of(stripped, item.text))[c.evaluated.criterion->id] == finding_of(c.evaluated)) continue;
        const std::string row = fmt::format("{}\t{}\t{}\t{}\t{}", number, item.text, c.evaluated.criterion->id,
                                            finding_of(c.evaluated), words_of(places));
        EXPECT_TRUE(listed.contains(row)) << "not in tests/golden/statements.tsv:\n" << row;
      }
    }
  }
}

TEST(StatementsTable, HasMetAndNotMet) {
  std::set<std::string> findings;
  for (const Row& row : testing::read_table(golden("statements.tsv"))) findings.insert(row[3]);
  EXPECT_EQ(findings, (std::set<std::string>{"met", "not met"}));
}

// --- The reviewers' reasons (guidelines.md section 1)
// -----------------------------------------------------------------

struct Reason {
  const char* name;
  const char* number;
  const char* item;
  std::vector<std::string> failed;  // criteria, not met or not documented
  std::string source;               // in a citation's text
  std::string section;              // in one of that citation's sections; empty: any
  std::string chapter;              // of that citation; empty: any
  std::vector<int> pages;           // all of them among the pages of citations of that source
};

void PrintTo(const Reason& reason, std::ostream* out) {
  *out << reason.name;
}

class Reviewers : public ::testing::TestWithParam<Reason> {};

TEST_P(Reviewers, ReasonsAreFound) {
  const Reason& reason = GetParam();
  const auto draft = testing::draft_of(open_example(reason.number));
  const auto* item = item_of(draft, reason.item);
  ASSERT_NE(item, nullptr);
  ASSERT_TRUE(item->decision.has_value());
  EXPECT_EQ(name_of(*item->decision), "Upheld");
  for (const std::string& id : reason.failed) {
    const auto* c = testing::criterion(*item, id);
    ASSERT_NE(c, nullptr) << "no criterion " << id;
    EXPECT_NE(c->evaluated.finding, Finding::met) << id << ": " << words_of(c->evaluated.places);
    EXPECT_FALSE(c->rescued) << id;
  }
  ASSERT_LE(item->citations.size(), 3U);
  std::set<int> pages;
  bool section = reason.section.empty();
  bool chapter = reason.chapter.empty();
  std::string all;
  for (const auto& citation : item->citations) {
    all += citation.text + "\n";
    if (citation.text.find(reason.source) == std::string::npos) continue;
    pages.insert(citation.pages.begin(), citation.pages.end());
    for (const std::string& title : citation.sections)
      section = section || title.find(reason.section) != std::string::npos;
    chapter = chapter || citation.chapter.find(reason.chapter) != std::string::npos;
  }
  EXPECT_NE(all.find(reason.source), std::string::npos) << all;
  EXPECT_TRUE(section) << reason.section << " is not among the sections of\n" << all;
  EXPECT_TRUE(chapter) << reason.chapter << " is not the chapter of\n" << all;
  for (const int page : reason.pages) EXPECT_TRUE(pages.contains(page)) << "page " << page << " is not among\n" << all;
}

constexpr const char* kMtus = "MTUS Chronic Pain";

INSTANTIATE_TEST_SUITE_P(
    Samples, Reviewers,
    ::testing::Values(
        Reason{"L0_Soma",
               "000",
               "Soma 350 mg #100",
               {"short-course", "acute-exacerbation", "functional-improvement"},
               kMtus,
               "Carisoprodol",
               "",
               {}},
        Reason{"L1_Soma",
               "001",
               "Soma 350 mg, sixty count with one refill",
               {"acute-exacerbation", "short-course", "short-term-intent"},
               kMtus,
               "",
               "",
               {63, 64, 65}},
        Reason{"L1_Ambien",
               "001",
               "Ambien 10 mg, thirty count with one refill",
               {"short-course", "longer-use-rationale", "preferred-care-failed", "sleep-hygiene"},
               "ODG",
               "Zolpidem",
               "",
               {}},
        Reason{"L2_Soma", "002", "Soma 350mg #60", {"short-course", "short-term-intent"}, kMtus, "", "", {63, 64}},
        Reason{"L2_Klonopin", "002", "Klonopin 1mg #30", {"indication", "short-term-intent"}, kMtus, "", "", {24}},
        Reason{"L2_Norco",
               "002",
               "Norco 10/325mg #180",
               {"analgesia", "pain-scale", "function", "function-scale", "return-to-work", "drug-testing"},
               kMtus,
               "",
               "",
               {60, 61, 76, 77, 78, 88, 89}},
        Reason{"L3_Xanax", "003", "Xanax 1mg", {"short-course"}, kMtus, "", "", {24}},
        Reason{"L3_Soma", "003", "Soma 350mg", {"short-course"}, kMtus, "", "", {29, 63, 64, 65, 66}},
        Reason{
            "L4_Massage", "004", "Massage therapy (unspecified)", {"treatment-goals"}, "ACOEM", "", "Chapter 8", {174}},
        Reason{
            "L4_Soma", "004", "Soma 350mg #50 x 3 refills", {"muscle-spasm", "first-line-failed"}, kMtus, "", "", {29}},
        Reason{"L4_Norco",
               "004",
               "Norco 10/325mg  #120 with 3 refills",
               {"drug-testing", "aberrant-behavior", "agreement", "adverse-effects"},
               kMtus,
               "",
               "",
               {75, 76, 77, 78, 79}}),
    [](const auto& parameter) { return std::string(parameter.param.name); });

}  // namespace
}  // namespace openimr
