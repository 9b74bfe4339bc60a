// Runs tests/good/*.case: small cases as text, each with what must follow (tests/good/README.md).
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "support/engine.h"

namespace openimr {
namespace {

struct Expected {
  std::string finding;
  std::vector<std::string> words;
};

struct Addition {
  std::string sentence;
  std::map<std::string, Expected> changes;
  std::optional<std::string> decision;
  int line = 0;
};

struct TextCase {
  testing::TestCase base;
  std::string record;
  std::string decision;
  std::map<std::string, Expected> findings;
  std::vector<Addition> additions;
  std::vector<std::string> complete;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// `muscle-spasm: met "spasm", "spasms"`
std::pair<std::string, Expected> finding_line(const std::string& line) {
  const std::size_t colon = line.find(':');
  Expected out;
  std::string rest = trimmed(line.substr(colon + 1));
  const std::size_t quote = rest.find('"');
  out.finding = trimmed(rest.substr(0, quote));
  for (std::size_t at = quote; at != std::string::npos && at < rest.size();) {
    const std::size_t end = rest.find('"', at + 1);
    out.words.push_back(rest.substr(at + 1, end - at - 1));
    at = rest.find('"', end + 1);
  }
  return {line.substr(0, colon), out};
}

TextCase read(const std::filesystem::path& file) {
  TextCase out;
  std::istringstream in(testing::read_whole(file));
  std::string section;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    if (line.starts_with(' ')) {
      const std::string text = trimmed(line);
      if (section == "record") {
        out.record += text + "\n";
      } else if (section == "expect") {
        out.findings.insert(finding_line(text));
      } else if (section == "complete") {
        out.complete.push_back(trimmed(text.substr(1)));
      } else if (text.starts_with("decision:")) {
        out.additions.back().decision = trimmed(text.substr(9));
      } else if (text != "nothing") {
        out.additions.back().changes.insert(finding_line(text));
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    section = line.substr(0, colon);
    const std::string value = trimmed(line.substr(colon + 1));
    if (section == "item") out.base.items = {value};
    if (section == "other") out.base.items.push_back(value);
    if (section == "injury") out.base.injury = value;
    if (section == "review") out.base.review = value;
    if (section == "request") out.base.request = value;
    if (section == "denial") out.base.denial = value;
    if (section == "service") out.base.service = value;
    if (section == "expect") out.decision = value;
    if (section == "add") out.additions.push_back({value, {}, std::nullopt, number});
  }
  return out;
}

determination::ItemDraft draft(const TextCase& text_case, const std::vector<std::string>& sentences) {
  testing::TestCase test = text_case.base;
  std::string record = text_case.record;
  for (const std::string& sentence : sentences) record += sentence + "\n";
  test.records = {{"records/note.txt", record}};
  return testing::draft_of(test).items.front();
}

std::string decision_of(const determination::ItemDraft& item) {
  return item.decision ? std::string(name_of(*item.decision)) : "not addressed";
}

Expected found(const determination::CriterionTrace& c) {
  Expected out{c.evaluated.conflict ? "conflict" : std::string(name_of(c.evaluated.finding)), {}};
  for (const Place& place : c.evaluated.places) out.words.push_back(place.text);
  return out;
}

std::string shown(const Expected& expected) {
  std::string out = expected.finding;
  for (const std::string& word : expected.words) out += " \"" + word + "\"";
  return out;
}

void expect_finding(const determination::ItemDraft& item, const std::string& id, const Expected& expected) {
  const auto* c = testing::criterion(item, id);
  ASSERT_NE(c, nullptr) << "no criterion " << id;
  const Expected actual = found(*c);
  EXPECT_EQ(actual.finding, expected.finding) << id << " is " << shown(actual);
  if (!expected.words.empty()) EXPECT_EQ(shown(actual), shown(expected)) << id;
}

class TextCases : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(TextCases, FollowTheGuideline) {
  const TextCase text_case = read(GetParam());
  const auto base = draft(text_case, {});
  EXPECT_EQ(decision_of(base), text_case.decision);
  for (const auto& [id, expected] : text_case.findings) expect_finding(base, id, expected);

  for (const Addition& addition : text_case.additions) {
    SCOPED_TRACE(GetParam().filename().string() + ":" + std::to_string(addition.line) + ": " + addition.sentence);
    const auto item = draft(text_case, {addition.sentence});
    EXPECT_EQ(decision_of(item), addition.decision.value_or(text_case.decision));
    for (const auto& [id, expected] : addition.changes) expect_finding(item, id, expected);
    for (const auto& c : item.criteria) {
      const std::string& id = c.evaluated.criterion->id;
      const auto* before = testing::criterion(base, id);
      if (before == nullptr || addition.changes.contains(id)) continue;
      EXPECT_EQ(shown(found(c)), shown(found(*before))) << id << " changed and should not";
    }
  }

  if (text_case.complete.empty()) return;
  EXPECT_EQ(decision_of(draft(text_case, text_case.complete)), "Overturned");
  for (std::size_t left_out = 0; left_out < text_case.complete.size(); ++left_out) {
    auto sentences = text_case.complete;
    sentences.erase(sentences.begin() + static_cast<std::ptrdiff_t>(left_out));
    EXPECT_EQ(decision_of(draft(text_case, sentences)), "Upheld") << "without: " << text_case.complete[left_out];
  }
}

std::vector<std::filesystem::path> cases() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_dir() / "tests" / "good")) {
    if (entry.path().extension() == ".case") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string name_of_case(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

// Every draft of every case: of its record alone, with each addition, and with all that makes it complete.
template <class Look>
void look_at_all_drafts(Look look) {
  for (const auto& file : cases()) {
    const TextCase text_case = read(file);
    look(draft(text_case, {}));
    for (const Addition& addition : text_case.additions) look(draft(text_case, {addition.sentence}));
    if (!text_case.complete.empty()) look(draft(text_case, text_case.complete));
  }
}

std::string name_of(const guidelines::Guideline& guideline, const guidelines::Section& section) {
  return guideline.full_title() + ", " + section.id;
}

// A criterion that no case turns could be wrong unseen: in some case it must be met, and in some case not.
TEST(Criteria, AreEachTurnedByACase) {
  std::map<std::string, std::set<bool>> seen;
  look_at_all_drafts([&seen](const determination::ItemDraft& item) {
    for (const auto& c : item.criteria) {
      const auto& e = c.evaluated;
      seen[name_of(*e.guideline, *e.section) + ", " + e.criterion->id].insert(e.finding == guidelines::Finding::met);
    }
  });
  for (const auto& guideline : testing::engine().library.guidelines()) {
    for (const auto& section : guideline.sections) {
      for (const auto& criterion : section.criteria) {
        if (!criterion.test) continue;
        const std::string name = name_of(guideline, section) + ", " + criterion.id;
        const auto found = seen.find(name);
        EXPECT_TRUE(found != seen.end() && found->second.size() == 2)
            << name << (found == seen.end() ? ": in no case" : ": never turns");
      }
    }
  }
}

// A section under which nothing could ever be granted, or denied, is no section.
TEST(Sections, EachGrantAndDenyInSomeCase) {
  std::map<std::string, std::set<determination::Decision>> seen;
  look_at_all_drafts([&seen](const determination::ItemDraft& item) {
    for (const auto& c : item.criteria)
      seen[name_of(*c.evaluated.guideline, *c.evaluated.section)].insert(item.decision.value());
  });
  for (const auto& guideline : testing::engine().library.guidelines()) {
    for (const auto& section : guideline.sections) {
      const bool decides = std::any_of(section.criteria.begin(), section.criteria.end(),
                                       [](const auto& criterion) { return criterion.test && !criterion.soft; });
      if (!decides) continue;
      for (const auto decision : {determination::Decision::upheld, determination::Decision::overturned})
        EXPECT_TRUE(seen[name_of(guideline, section)].contains(decision))
            << name_of(guideline, section) << ": never " << determination::name_of(decision);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Good, TextCases, ::testing::ValuesIn(cases()), name_of_case);

}  // namespace
}  // namespace openimr
