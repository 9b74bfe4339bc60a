#include "program/notices.h"

#include <algorithm>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/packs.h"
#include "program/programme.h"
#include "support/engine.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

using nlohmann::json;

std::string shown(const Template& parts) {
  std::string out;
  for (const TemplatePart& part : parts) out += part.is_name ? "<" + part.text + ">" : part.text;
  return out;
}

TEST(Template, IsTakenApartAtItsBraces) {
  struct Row {
    const char* text;
    const char* shown;
    bool is_whole;
  };
  const Row rows[] = {
      {"", "", true},
      {"plain", "plain", true},
      {"due by {records_due}.", "due by <records_due>.", true},
      {"{a}{b}", "<a><b>", true},
      {"a {b", "a ", false},
      {"a b}", "a b", false},
      {"a {} b", "a ", false},
      {"a {b {c}}", "a ", false},
  };
  for (const Row& row : rows) {
    const TemplateRead read = template_from(row.text);
    EXPECT_EQ(shown(read.parts), row.shown) << row.text;
    EXPECT_EQ(read.is_whole, row.is_whole) << row.text;
  }
}

TEST(Placeholders, HaveNamesOfTheirOwnAndMeanings) {
  std::set<std::string_view> names;
  for (const Placeholder& each : placeholders()) {
    EXPECT_TRUE(names.insert(each.name).second) << each.name;
    EXPECT_FALSE(each.means.empty()) << each.name;
    EXPECT_EQ(each.entry.empty(), each.kind != PlaceholderKind::list) << each.name;
    EXPECT_EQ(placeholder(each.entry), nullptr) << each.name << ": its entry is a fact too";
    EXPECT_EQ(each.name.find("reviewer"), std::string_view::npos) << "nothing may name the reviewer";
  }
  EXPECT_EQ(placeholder("reviewer_name"), nullptr);
}

TEST(Placeholders, StandInTheManual) {
  const std::string manual = testing::read_whole(testing::source_dir() / "packs" / "programs" / "README.md");
  for (const Placeholder& each : placeholders()) {
    EXPECT_NE(manual.find("| `" + std::string(each.name) + "` | "), std::string::npos) << each.name;
    EXPECT_NE(manual.find(" | " + std::string(each.means) + " |"), std::string::npos) << each.name;
  }
}

json small_pack() {
  return json::parse(R"({
    "_file": "small.yaml",
    "programme": {"id": "small", "title": "Small", "in_force": {"from": "2020-01-01", "until": null}, "roll": "open", "roll_source": "rule 1"},
    "calendars": [{"id": "open", "title": "open days", "closed": ["saturday", "sunday"], "section": "rule 1", "standing": "confirmed", "holidays": []}],
    "service": [{"by": "mail", "says": "mailed", "adds": "5 calendar days", "section": "rule 2", "standing": "confirmed"}],
    "parties": [{"id": "person", "says": "person"}, {"id": "office", "says": "office"}],
    "events": [{"id": "asked", "says": "a request comes in"}],
    "deadlines": [
      {"id": "A-1", "who": "office", "act": "answer", "after": "asked", "limits": [{"limit": "5 business days", "calendar": "open"}], "section": "rule 3", "standing": "confirmed"},
      {"id": "A-2", "who": "office", "act": "send", "after": "asked", "section": "rule 3", "standing": "confirmed",
       "limits": [{"limit": "24 hours", "priority": "expedited"}, {"limit": "9 calendar days", "priority": "standard"}]}],
    "notice_frame": {"head": [{"row": "Case:", "text": "{case_number}", "_line": 30}],
                     "foot": [{"paragraph": "Goodbye.", "to": "office", "_line": 31}],
                     "proof": {"title": "Proof", "before": [{"paragraph": "I served it.", "_line": 32}], "after": [{"signature": "{server}", "_line": 33}]}},
    "notices": [{"id": "answer", "title": "Answer", "to": ["person", "office"], "starts": "asked", "section": "rule 4", "standing": "inferred", "_line": 40,
                 "due": [{"fact": "answer_due", "rules": ["A-1", "A-2"], "served_on": "office", "running": true}, {"fact": "records_due", "rules": ["A-2"]}],
                 "says": [{"heading": "WHY", "_line": 41},
                          {"entry": "{reason}", "each": "reasons", "if": "expedited", "unless": ["formulary", "fee"], "_line": 42},
                          {"paragraph": "Within {A-1}, or {A-2 expedited}, or {A-1}.", "by": "mail", "to": "person", "_line": 43}]}]
  })");
}

TEST(Notices, AreReadFromThePack) {
  const auto programme = Programme::from_pack(small_pack());
  ASSERT_TRUE(programme) << programme.error().to_string();
  const Correspondence& all = programme->correspondence();
  EXPECT_EQ(all.notice("question"), nullptr);
  const Notice* notice = all.notice("answer");
  ASSERT_NE(notice, nullptr);
  EXPECT_EQ(notice->title, "Answer");
  EXPECT_EQ(notice->starts, "asked");
  EXPECT_EQ(notice->standing, guidelines::Standing::inferred);
  EXPECT_TRUE(notice->is_for("office"));
  EXPECT_FALSE(notice->is_for("physician"));
  EXPECT_EQ(notice->says[1].kind, NoticeBlockKind::entry);
  EXPECT_EQ(notice->says[1].each, "reasons");
  EXPECT_EQ(notice->says[1].condition.given, std::vector<std::string>{"expedited"});
  EXPECT_EQ(notice->says[1].condition.absent, (std::vector<std::string>{"formulary", "fee"}));
  EXPECT_EQ(notice->says[2].condition.by, "mail");
  EXPECT_EQ(notice->says[2].condition.to, "person");
  EXPECT_EQ(shown(notice->says[2].text), "Within 5 business days, or 24 hours, or 5 business days.");
  EXPECT_EQ(notice->states, (std::vector<std::string>{"A-1", "A-2"}));
  EXPECT_EQ(facts_in(notice->says), (std::vector<std::string>{"expedited", "fee", "formulary", "reasons"}));
  ASSERT_EQ(notice->due.size(), 2U);
  EXPECT_EQ(notice->due[0].fact, "answer_due");
  EXPECT_EQ(notice->due[0].rules, (std::vector<std::string>{"A-1", "A-2"}));
  EXPECT_EQ(notice->due[0].served_on, "office");
  EXPECT_TRUE(notice->due[0].is_running);
  EXPECT_EQ(notice->due[1].served_on, "");
  EXPECT_FALSE(notice->due[1].is_running);
  EXPECT_EQ(all.head[0].label, "Case:");
  EXPECT_EQ(all.foot.size(), 1U);
  EXPECT_EQ(all.proof.title, "Proof");
  EXPECT_EQ(shown(all.proof.after[0].text), "<server>");
}

TEST(Notices, MayBeAbsent) {
  json pack = small_pack();
  pack.erase("notices");
  pack.erase("notice_frame");
  const auto programme = Programme::from_pack(pack);
  ASSERT_TRUE(programme) << programme.error().to_string();
  EXPECT_TRUE(programme->correspondence().notices.empty());
}

std::string known(PlaceholderKind kind) {
  std::string out;
  for (const Placeholder& each : placeholders()) {
    if (each.kind == kind) out += (out.empty() ? "" : ", ") + std::string(each.name);
  }
  return out;
}

std::string every_fact() {
  return known(PlaceholderKind::value) + ", " + known(PlaceholderKind::list) + ", " + known(PlaceholderKind::flag);
}

TEST(Notices, RefuseWhatDoesNotHoldTogether) {
  const std::string placeholders = "Use one of: " + known(PlaceholderKind::value) +
                                   "; in a block with 'each', the name of its entry; or the id of a deadline.";
  struct Row {
    const char* at;
    json value;
    std::string message;
  };
  const Row rows[] = {
      {"/notices/0/says/0/heading", "About {case_nubmer}",
       "small.yaml:41: no such placeholder: '{case_nubmer}'. " + placeholders},
      {"/notices/0/says/0/heading", "{reason}", "small.yaml:41: no such placeholder: '{reason}'. " + placeholders},
      {"/notices/0/says/0/heading", "{reasons}", "small.yaml:41: no such placeholder: '{reasons}'. " + placeholders},
      {"/notices/0/says/0/heading", "{expedited}",
       "small.yaml:41: no such placeholder: '{expedited}'. " + placeholders},
      {"/notices/0/says/0/heading", "{A-9}", "small.yaml:41: no such placeholder: '{A-9}'. " + placeholders},
      {"/notices/0/says/0/heading", "{A-2}",
       "small.yaml:41: the rule has several limits, or none that is so named: '{A-2}'. Name one by its way of service, "
       "priority or dispute, as {IMR-15 expedited}."},
      {"/notices/0/says/0/heading", "{A-1 expedited}",
       "small.yaml:41: the rule has several limits, or none that is so named: '{A-1 expedited}'. Name one by its way "
       "of "
       "service, priority or dispute, as {IMR-15 expedited}."},
      {"/notices/0/says/0/heading", "{case_number",
       "small.yaml:41: a brace has no partner, or nothing in it: '{case_number'. Write the name of a fact as "
       "{case_number}."},
      {"/notices/0/says/0",
       {{"_line", 41}},
       "small.yaml:41: a block of a notice says nothing. Add heading, paragraph, entry, row or signature."},
      {"/notices/0/says/1/each", "resaons",
       "small.yaml:42: each: no such list: 'resaons'. Use one of: " + known(PlaceholderKind::list) + "."},
      {"/notices/0/says/1/each", "case_number",
       "small.yaml:42: each: no such list: 'case_number'. Use one of: " + known(PlaceholderKind::list) + "."},
      {"/notices/0/says/1/if", "urgent",
       "small.yaml:42: if: no such fact: 'urgent'. Use one of: " + every_fact() + "."},
      {"/notices/0/says/1/unless",
       {"fee", "paid"},
       "small.yaml:42: unless: no such fact: 'paid'. Use one of: " + every_fact() + "."},
      {"/notices/0/says/2/by", "fax",
       "small.yaml:43: by: no such way of service: 'fax'. Name the 'by' of a row of service."},
      {"/notices/0/says/2/to", "judge",
       "small.yaml:43: to: the notice goes to no such party: 'judge'. Use one of: person, office."},
      {"/notices/0/starts", "answered",
       "small.yaml:40: starts: no such event: 'answered'. Add it to events, or name one that stands there."},
      {"/notices/0/to/1", "judge",
       "small.yaml:40: notices: no such party: 'judge'. Use one of: person, office; or add it to parties."},
      {"/notices/0/due/0/fact", "reasons",
       "small.yaml:40: due: no such fact: 'reasons'. Use one of: " + known(PlaceholderKind::value) + "."},
      {"/notices/0/due/0/rules/0", "A-9",
       "small.yaml:40: due: no such deadline: 'A-9'. Name the id of a row of deadlines."},
      {"/notices/0/due/0/served_on", "judge",
       "small.yaml:40: due: the notice goes to no such party: 'judge'. Use one of: person, office."},
      {"/notices/1", small_pack()["notices"][0],
       "small.yaml:40: notices: two of one name: 'answer'. Give one of them a name of its own."},
      {"/notice_frame/foot/0/to", "judge",
       "small.yaml:31: to: the notice goes to no such party: 'judge'. Use one of: person, office."},
      {"/notice_frame/head/0/text", "{number}", "small.yaml:30: no such placeholder: '{number}'. " + placeholders},
      {"/notice_frame/proof/after/0/signature", "{name}",
       "small.yaml:33: no such placeholder: '{name}'. " + placeholders},
  };
  for (const Row& row : rows) {
    json pack = small_pack();
    pack[json::json_pointer(row.at)] = row.value;
    const auto programme = Programme::from_pack(pack);
    EXPECT_EQ(programme ? "" : programme.error().to_string(), row.message) << row.at;
  }
}

// The line that a message shows is the line of the block.
TEST(Notices, KnowTheirLines) {
  const auto packs = read_snapshot(OPENIMR_SNAPSHOT);
  ASSERT_TRUE(packs);
  int blocks = 0;
  for (const json& pack : packs->data["programs"]) {
    std::istringstream in(testing::read_whole(testing::source_dir() / "packs" / pack["_file"].get<std::string>()));
    std::vector<std::string> lines(1);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    for (const json& notice : pack["notices"]) {
      EXPECT_NE(lines.at(notice["_line"].get<std::size_t>()).find("id: " + notice["id"].get<std::string>()),
                std::string::npos);
      for (const json& block : notice["says"]) {
        const std::string& line = lines.at(block["_line"].get<std::size_t>());
        const bool is_there = std::any_of(block.begin(), block.end(), [&line](const json& text) {
          return text.is_string() && line.find(text.get<std::string>().substr(0, 20)) != std::string::npos;
        });
        EXPECT_TRUE(is_there) << line;
        ++blocks;
      }
    }
  }
  EXPECT_GT(blocks, 100);
}

std::string words(const Notice& notice) {
  std::string out;
  for (const NoticeBlock& block : notice.says) out += shown(block.text) + "\n";
  return out;
}

// What the assignment must tell (8 CCR 9792.10.4(b), 9792.10.5), and whom.
TEST(CaliforniaNotices, TellOfTheAssignment) {
  const Notice* notice = testing::programme("ca-dwc-imr").correspondence().notice("noarfi");
  ASSERT_NE(notice, nullptr);
  EXPECT_EQ(notice->to, (std::vector<std::string>{"claims_administrator", "employee", "employee_attorney",
                                                  "requesting_physician"}));
  EXPECT_EQ(notice->starts, "noarfi-sent");
  const std::string text = words(*notice);
  for (const char* says : {"<organisation>", "<item>", "<request_date>", "<requesting_physician>", "<ur_decision_date>",
                           "<application_received>", "<records_due>", "15 calendar days", "12 calendar days",
                           "24 hours", "10 calendar days", "six months before the request",
                           "penalty of 500 dollars for each day, up to 5,000 dollars"}) {
    EXPECT_NE(text.find(says), std::string::npos) << says;
  }
  for (const char* rule : {"IMR-9", "IMR-10", "IMR-11", "IMR-12", "IMR-16", "IMR-19", "IMR-20", "IMR-21"})
    EXPECT_EQ(std::count(notice->states.begin(), notice->states.end(), rule), 1) << rule;
}

TEST(CaliforniaNotices, StartTheirClocks) {
  struct Row {
    const char* notice;
    const char* starts;
    const char* states;
  };
  const Row rows[] = {
      {"question", "question-received", "IMR-7"},
      {"ineligible", "ineligibility-served", "IMR-26"},
      {"duplicate", "", ""},
      {"deferral", "", "IMR-3"},
      {"records-overdue", "", ""},
      {"records-request", "records-requested", "IMR-15"},
      {"priority-change", "", "IMR-11"},
      {"termination", "", ""},
      {"determination", "determination-mailed", "IMR-25"},
      {"correction", "", ""},
      {"invoice", "", ""},
  };
  for (const Row& row : rows) {
    const Notice* notice = testing::programme("ca-dwc-imr").correspondence().notice(row.notice);
    ASSERT_NE(notice, nullptr) << row.notice;
    EXPECT_EQ(notice->starts, row.starts) << row.notice;
    const std::vector<std::string>& states = notice->states;
    if (*row.states == '\0') {
      EXPECT_TRUE(states.empty()) << row.notice;
    } else {
      EXPECT_EQ(std::count(states.begin(), states.end(), row.states), 1) << row.notice;
    }
  }
}

TEST(Notices, OfEachProgrammeHaveTheirSections) {
  for (const Programme& programme : testing::programmes()) {
    EXPECT_FALSE(programme.correspondence().proof.title.empty()) << programme.id();
    EXPECT_GE(programme.correspondence().notices.size(), 3U) << programme.id();
    for (const Notice& notice : programme.correspondence().notices) {
      EXPECT_FALSE(notice.section.empty()) << notice.id;
    }
  }
}

}  // namespace
}  // namespace openimr::program
