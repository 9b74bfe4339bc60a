// Runs tests/good/cases/*.story: lives of cases as text (tests/good/cases/README.md).
#include <filesystem>
#include <functional>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cases/acts.h"
#include "cases/clocks.h"
#include "cases/lists.h"
#include "cases/making.h"
#include "support/engine.h"

namespace openimr::cases {
namespace {

const std::filesystem::path kFolder = testing::source_dir() / "tests/good/cases";

// The lines of a file, those that begin with blanks joined to the one before, and those it begins `as:` before them.
std::vector<std::string> lines_of(const std::string& file) {
  std::vector<std::string> out;
  std::istringstream in(testing::read_whole(kFolder / file));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("as: ")) {
      const auto before = lines_of(line.substr(4));
      out.insert(out.end(), before.begin(), before.end());
    } else if (line.starts_with(' ')) {
      out.back() += line.substr(line.find_first_not_of(' ') - 1);
    } else {
      out.push_back(line);
    }
  }
  return out;
}

// "#notes" is the id of a document.
void name_documents(json& value) {
  if (value.is_string() && value.get<std::string>().starts_with('#')) value = document(value.get<std::string>());
  if (value.is_structured()) {
    for (json& each : value) name_documents(each);
  }
}

// "2015-09-24 intake:iris deferred because liability is disputed {"reasons": ["E-8"]}"
CaseEvent event_from(const std::string& line) {
  const auto brace = line.find('{');
  std::istringstream words(line.substr(0, brace));
  std::string on;
  std::string who;
  std::string type;
  words >> on >> who >> type;
  std::string why;
  std::getline(words, why);
  if (why.starts_with(" because ")) why = why.substr(9, why.find_last_not_of(' ') - 8);
  json what = brace == std::string::npos ? json::object() : json::parse(line.substr(brace));
  name_documents(what);
  return event(on, who, type, std::move(what), why);
}

std::string or_none(const std::vector<std::string>& parts) {
  return parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string day_of(const std::optional<program::Moment>& moment) {
  return moment ? moment->iso() : "none";
}

std::string deadline(const Case& c, const std::string& rule) {
  std::vector<std::string> out;
  for (const RunningDeadline& running : deadlines_of(california(), c, *c.last)) {
    if (running.deadline.rule->id != rule) continue;
    out.push_back(std::string(name_of(running.state)));
    if (running.deadline.due) out.back() += " " + running.deadline.due->iso();
  }
  return or_none(out);
}

std::string place_in(const Case& c, const std::string& list) {
  std::vector<std::string> out;
  for (const store::Entry& entry : entries_of(california(), c)) {
    if (entry.list == list) out.push_back(entry.sort);
  }
  return or_none(out);
}

std::string decided(const std::optional<Decision>& decision) {
  return decision ? std::string(determination::name_of(*decision)) : "none";
}

std::string open_items(const Case& c) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    if (c.items[i].is_open()) out.push_back(std::to_string(i + 1));
  }
  return or_none(out);
}

std::string reviewers(const Case& c) {
  std::vector<std::string> out;
  for (const CaseReviewer& each : c.reviewers) out.push_back(each.id);
  return or_none(out);
}

std::string own_findings(const Item& item) {
  std::vector<std::string> out;
  for (const OwnFinding& each : item.own) out.push_back(each.reviewer + " " + decided(each.decision));
  return or_none(out);
}

std::string answers(const Item& item) {
  std::vector<std::string> out;
  for (const ReviewersAnswer& each : item.answers)
    out.push_back(each.reviewer + " " + each.criterion + " " + (each.overridden ? each.finding : "accepted"));
  return or_none(out);
}

std::size_t item_in(const std::string& number) {
  return static_cast<std::size_t>(std::stoi(number)) - 1;
}

// What can be asked of a case: the longest name that the question begins with, then its argument.
std::string answer(const Case& c, const std::string& question) {
  using Answer = std::function<std::string(const std::string&)>;
  const std::map<std::string, Answer> all = {
      {"due", [&](const auto&) { return day_of(due_of(california(), c)); }},
      {"deadline", [&](const auto& rule) { return deadline(c, rule); }},
      {"decision", [&](const auto& item) { return decided(decision_on(california(), c, item_in(item))); }},
      {"drafted", [&](const auto& item) { return decided(c.items.at(item_in(item)).drafted); }},
      {"own findings", [&](const auto& item) { return own_findings(c.items.at(item_in(item))); }},
      {"answers", [&](const auto& item) { return answers(c.items.at(item_in(item))); }},
      {"open items", [&](const auto&) { return open_items(c); }},
      {"records", [&](const auto&) { return std::to_string(c.records.size()); }},
      {"letters", [&](const auto&) { return std::to_string(c.letters.size()); }},
      {"reviewers", [&](const auto&) { return reviewers(c); }},
      {"earlier reviewers", [&](const auto&) { return or_none(c.earlier_reviewers); }},
      {"ended", [&](const auto&) { return day_of(c.ended); }},
      {"determined", [&](const auto&) { return day_of(c.determined); }},
      {"list", [&](const auto& list) { return place_in(c, list); }},
  };
  for (const auto& [name, give] : all) {
    if (question == name) return give("");
    if (question.starts_with(name + " ") && !all.contains(question)) return give(question.substr(name.size() + 1));
  }
  return "no such question";
}

// What two cases differ in would show in what they hold; these are the parts that hold everything else.
std::string held(const Case& c) {
  std::string out = c.state + fmt::format(" {} {} {}", c.version, reviewers(c), open_items(c));
  for (const store::Entry& entry : entries_of(california(), c)) out += fmt::format("; {} {}", entry.list, entry.sort);
  for (const Kept& kept : c.kept) out += fmt::format("; {} {}", kept.rule, kept.on.iso());
  for (const Letter& letter : c.letters) out += "; " + letter.letter;
  return out;
}

std::vector<std::string> stories() {
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(kFolder)) {
    if (file.path().extension() == ".story") out.push_back(file.path().stem().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Stories : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Cases, Stories, ::testing::ValuesIn(stories()), [](const auto& at) {
  std::string name = at.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST_P(Stories, GoAsTheyAreTold) {
  Case c;
  c.number = "CM15-0000001";
  std::vector<CaseEvent> kept;
  const auto lines = lines_of(GetParam() + ".story");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SCOPED_TRACE(lines[i]);
    if (lines[i].starts_with("= ")) {
      EXPECT_EQ(c.state, lines[i].substr(2));
    } else if (lines[i].starts_with("? ")) {
      const auto colon = lines[i].find(": ");
      EXPECT_EQ(answer(c, lines[i].substr(2, colon - 2)), lines[i].substr(colon + 2));
    } else {
      ASSERT_FALSE(lines[i].starts_with("!")) << "no event stands before it";
      const auto done = checked(california(), c, event_from(lines[i]));
      if (i + 1 < lines.size() && lines[i + 1].starts_with("! ")) {
        EXPECT_EQ(message(done), lines[i + 1].substr(2));
        ++i;
        continue;
      }
      ASSERT_TRUE(done) << done.error().to_string();
      apply(c, *done);
      kept.push_back(*done);
    }
  }
  EXPECT_EQ(held(replayed(c.number, kept)), held(c));
}

TEST(StoriesThere, AreMany) {
  EXPECT_GT(stories().size(), 14U);
}

}  // namespace
}  // namespace openimr::cases
