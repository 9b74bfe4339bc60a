#include "cases/correspondence.h"

#include <sstream>

#include <gtest/gtest.h>

#include "cases/invented_case.h"
#include "support/golden.h"
#include "support/programmes.h"

namespace openimr::cases {
namespace {

using program::Notice;
using program::Programme;
using testing::invented_addressee;
using testing::invented_facts;

std::string text_of(const Result<letter::Paper>& paper) {
  if (!paper) return paper.error().to_string();
  std::ostringstream out;
  letter::write_paper_text(out, *paper);
  return out.str();
}

const Programme& california() {
  return testing::programme("ca-dwc-imr");
}

const Notice& notice(const char* id) {
  return *california().correspondence().notice(id);
}

std::string written(const char* id, const NoticeFacts& facts) {
  return text_of(write_notice(california(), notice(id), facts));
}

bool holds(const std::string& text, const std::string& words) {
  std::string folded;
  std::istringstream in(text);
  for (std::string word; in >> word;) folded += (folded.empty() ? "" : " ") + word;
  return folded.find(words) != std::string::npos;
}

// Every notice as its first addressee reads it.
TEST(GoldenNotices, OfEveryProgramme) {
  for (const Programme& programme : testing::programmes()) {
    for (const Notice& each : programme.correspondence().notices) {
      const auto paper = write_notice(programme, each, invented_facts(each.id, each.to.front()));
      testing::expect_golden("notices/" + programme.id() + "/" + each.id + ".txt", text_of(paper));
    }
  }
}

TEST(GoldenNotices, OfAnExpeditedAssignmentForTheEmployee) {
  NoticeFacts facts = invented_facts("employee");
  facts.flags.insert("expedited");
  facts.values["priority"] = "Expedited";
  facts.values["records_due"] = "10/02/2015";
  testing::expect_golden("notices/ca-dwc-imr/noarfi-expedited-employee.txt", written("noarfi", facts));
}

TEST(GoldenNotices, HaveAPdf) {
  const auto paper = write_notice(california(), notice("noarfi"), invented_facts("employee"));
  ASSERT_TRUE(paper);
  const auto pdf = letter::paper_pdf(*paper, *Date::of(2015, 10, 1));
  ASSERT_TRUE(pdf) << pdf.error().to_string();
  EXPECT_TRUE(pdf->starts_with("%PDF-1.4"));
}

// Printed only where the case has them; all else that a notice prints it cannot do without.
const std::set<std::string, std::less<>> kOptional = {"employee", "claim_number", "injury_date", "priority",
                                                      "request_date"};
bool is_optional(const std::string& notice, const std::string& fact) {
  return kOptional.contains(fact) || (notice == "noarfi" && fact == "due_records") ||
         (notice == "termination" && fact == "disputed_items");
}

void expect_refused(const Programme& programme, const Notice& each, const NoticeFacts& facts, const std::string& fact) {
  const auto paper = write_notice(programme, each, facts);
  ASSERT_FALSE(paper) << each.id << " without " << fact;
  const std::string start =
      "the notice " + each.id + " needs " + fact + ", which the case does not have. Give " + fact + ": ";
  EXPECT_EQ(paper.error().to_string().substr(0, start.size()), start);
}

TEST(Notices, AreRefusedWithoutAFactThatTheyPrint) {
  int refused = 0;
  for (const Programme& programme : testing::programmes()) {
    for (const Notice& each : programme.correspondence().notices) {
      for (const std::string& role : each.to) {
        const NoticeFacts full = invented_facts(role);
        for (const auto& [name, value] : full.values) {
          NoticeFacts marked = full;
          marked.values[name] = "MARK";
          const bool is_printed = text_of(write_notice(programme, each, marked)).find("MARK") != std::string::npos;
          marked.values.erase(name);
          if (is_printed && !is_optional(each.id, name)) {
            expect_refused(programme, each, marked, name);
            marked.values[name] = " \n";
            expect_refused(programme, each, marked, name);
            ++refused;
          } else {
            EXPECT_TRUE(write_notice(programme, each, marked)) << each.id << " without " << name;
          }
        }
        for (const auto& [name, list] : full.lists) {
          NoticeFacts marked = full;
          marked.lists[name] = {"MARK"};
          const bool is_printed = text_of(write_notice(programme, each, marked)).find("MARK") != std::string::npos;
          marked.lists[name].clear();
          if (is_printed && !is_optional(each.id, name)) {
            expect_refused(programme, each, marked, name);
            ++refused;
          } else {
            EXPECT_TRUE(write_notice(programme, each, marked)) << each.id << " without " << name;
          }
          if (!is_printed) continue;
          marked.lists[name] = {"there", ""};
          expect_refused(programme, each, marked, name);
        }
      }
    }
  }
  EXPECT_GT(refused, 200);
}

TEST(Notices, NameTheFactsTheyAskFor) {
  for (const Programme& programme : testing::programmes()) {
    for (const Notice& each : programme.correspondence().notices) {
      const NoticeFacts full = invented_facts(each.to.front());
      for (const std::string& fact : program::facts_in(each.says)) {
        EXPECT_TRUE(full.values.contains(fact) || full.lists.contains(fact) ||
                    program::placeholder(fact)->kind == program::PlaceholderKind::flag)
            << each.id << ": " << fact;
      }
    }
  }
}

TEST(Notices, SayWhyTheyAreNotWritten) {
  struct Row {
    const char* about;
    void (*change)(NoticeFacts&);
    const char* message;
  };
  const Row rows[] = {
      {"a value", [](NoticeFacts& facts) { facts.values.erase("records_due"); },
       "the notice noarfi needs records_due, which the case does not have. Give records_due: the day by which the "
       "records "
       "must be there."},
      {"a list", [](NoticeFacts& facts) { facts.lists.erase("disputed_items"); },
       "the notice noarfi needs disputed_items, which the case does not have. Give disputed_items: the treatments in "
       "dispute."},
      {"a role", [](NoticeFacts& facts) { facts.to.role = "judge"; },
       "the notice noarfi does not go to this party: 'judge'. Use one of: claims_administrator, employee, "
       "employee_attorney, requesting_physician."},
      {"a way", [](NoticeFacts& facts) { facts.to.by = "pigeon"; },
       "the notice noarfi: no such way of service in ca-dwc-imr: 'pigeon'. Use one of: personal, mail, "
       "mail-out-of-state, "
       "mail-confidential, mail-abroad, express, fax, electronic."},
      {"a name", [](NoticeFacts& facts) { facts.to.name = " "; },
       "the notice noarfi needs the name of the employee, which the case does not have. Give the party's name."},
      {"an address", [](NoticeFacts& facts) { facts.to.address = {""}; },
       "the notice noarfi needs the address of the employee, which the case does not have. Give the lines of the "
       "postal "
       "address, the fax number or the electronic address."},
      {"a value of no name", [](NoticeFacts& facts) { facts.values["record_due"] = "10/01/2015"; },
       "no such fact: 'record_due'. Use the names of program/placeholders.h, each for what it is: a value, a list or a "
       "flag."},
      {"a list as a flag", [](NoticeFacts& facts) { facts.flags.insert("reasons"); },
       "no such fact: 'reasons'. Use the names of program/placeholders.h, each for what it is: a value, a list or a "
       "flag."},
      {"a value as a list", [](NoticeFacts& facts) { facts.lists["fee"] = {"1"}; },
       "no such fact: 'fee'. Use the names of program/placeholders.h, each for what it is: a value, a list or a flag."},
  };
  for (const Row& row : rows) {
    NoticeFacts facts = invented_facts("employee");
    row.change(facts);
    EXPECT_EQ(written("noarfi", facts), row.message) << row.about;
  }
}

TEST(Notices, SayToEachWhatConcernsHim) {
  const std::string to_employee = written("noarfi", invented_facts("employee"));
  const std::string to_administrator = written("noarfi", invented_facts("claims_administrator"));
  EXPECT_TRUE(holds(to_employee, "You do not have to do anything."));
  EXPECT_FALSE(holds(to_administrator, "You do not have to do anything."));
  EXPECT_TRUE(holds(to_administrator, "The Labor Code itself asks for the records within 10 calendar days"));
  EXPECT_FALSE(holds(to_employee, "The Labor Code itself asks"));
}

TEST(Notices, FollowThePriorityAndTheDispute) {
  NoticeFacts facts = invented_facts("employee");
  EXPECT_TRUE(holds(written("noarfi", facts), "within 30 calendar days from"));
  facts.flags = {"formulary"};
  EXPECT_TRUE(holds(written("noarfi", facts), "within 5 business days from"));
  facts.flags = {"formulary", "expedited"};
  const std::string text = written("noarfi", facts);
  EXPECT_TRUE(holds(text, "within 3 calendar days from"));
  EXPECT_FALSE(holds(text, "within 5 business days from the day on which"));
  EXPECT_FALSE(holds(text, "within 30 calendar days"));
}

TEST(Notices, DoNotReadWhatAFactSays) {
  NoticeFacts facts = invented_facts("employee");
  facts.values["requesting_physician"] = "Dr. {records_due}";
  EXPECT_TRUE(holds(written("noarfi", facts), "Dr. {records_due}"));
}

// A block that stands where the copy was served in a way, or in one that is like it.
TEST(Notices, FollowTheWayOfService) {
  Notice small{"small", "Small", {"employee"}, "", {}, {}, {}, "", {}};
  program::NoticeBlock block{program::NoticeBlockKind::paragraph, "", {{"It was mailed.", false}}, "", {}};
  block.condition.by = "mail";
  small.says.push_back(block);
  for (const auto& [by, is_said] : {std::pair{"mail", true}, {"express", true}, {"fax", false}, {"personal", false}}) {
    NoticeFacts facts = invented_facts("employee");
    facts.to.by = by;
    EXPECT_EQ(holds(text_of(write_notice(california(), small, facts)), "It was mailed."), is_said) << by;
  }
}

}  // namespace
}  // namespace openimr::cases
