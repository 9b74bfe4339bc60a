// The file of a case: its entries in order, and what the parties do not see of it.
#include "cases/case_file.h"

#include <gtest/gtest.h>

#include "cases/making.h"

namespace openimr::cases {
namespace {

// Sound events, kept one after another.
std::vector<KeptEvent> kept(const std::vector<CaseEvent>& events) {
  std::vector<KeptEvent> out;
  for (const CaseEvent& each : events)
    out.push_back({static_cast<std::int64_t>(out.size()) + 1, each, "", store::DocumentId::of(each.type).hash});
  return out;
}

CaseFileParts file_of(const std::vector<CaseEvent>& events, ForWhom for_whom = ForWhom::office) {
  return case_file(california(), replayed("CM15-0000001", events), kept(events), {"Example", "Programme"}, for_whom);
}

std::string entry(const ExportEntry& each) {
  return std::string(name_of(each.kind)) + "|" + each.title + "|" + each.name + "|" + each.date->iso() + "|" +
         each.suffix;
}

json sent(const char* notice, const char* role, const char* proof) {
  return {{"notice", notice},      {"to", party(role, "Somebody")}, {"by", "mail"},
          {"text", document("t")}, {"pdf", document("p")},          {"proof", document(proof)}};
}

TEST(CaseFile, HasEveryPaperInItsPlace) {
  json to_employee = sent("noarfi", "employee", "proof");
  to_employee.erase("text");
  const json letter = {{"letter", document("l")}, {"text", document("t")}};
  const CaseFileParts file =
      file_of({application("2015-09-14"),
               event("2015-09-28", "intake:iris", "records-received",
                     {{"from", "employee"},
                      {"documents",
                       {{{"document", document("mri")},
                         {"name", "records/MRI of Test Person.PDF"},
                         {"kind", "mri_report"},
                         {"date", "2015-08-01"}},
                        {{"document", document("x")}, {"name", "x"}}}}}),
               event("2015-10-01", "assign:ann", "notice-sent", sent("noarfi", "claims_administrator", "proof")),
               event("2015-10-01", "assign:ann", "notice-sent", to_employee),
               event("2015-10-20", "review:R-1", "signed", letter),
               event("2015-10-22", "issue:ida", "notice-sent", sent("determination", "employee", "proof 2")),
               event("2015-10-22", "issue:ida", "served",
                     {{"to", party("employee", "Somebody")}, {"by", "mail"}, {"proof", document("proof 2")}}),
               event("2015-10-30", "issue:ida", "corrected", letter)});
  std::string all;
  for (const ExportEntry& each : file.entries) all += entry(each) + "\n";
  const std::string noarfi = "Notice of assignment and request for information";
  const std::string determination = "Determination of the independent medical review";
  EXPECT_EQ(all,
            "record|MRI of Test Person.PDF|mri_report|2015-08-01|.PDF\n"
            "record|x||2015-09-28|\n"
            "notice|" +
                noarfi +
                ", to the claims administrator|noarfi-claims_administrator|2015-10-01|.pdf\n"
                "notice|" +
                noarfi +
                ", to the claims administrator, as text|noarfi-claims_administrator|2015-10-01|.txt\n"
                "notice|" +
                noarfi +
                ", to the employee|noarfi-employee|2015-10-01|.pdf\n"
                "proof of service|" +
                noarfi +
                "|noarfi|2015-10-01|.pdf\n"
                "notice|" +
                determination +
                ", to the employee|determination-employee|2015-10-22|.pdf\n"
                "notice|" +
                determination +
                ", to the employee, as text|determination-employee|2015-10-22|.txt\n"
                "proof of service|" +
                determination +
                "|determination|2015-10-22|.pdf\n"
                "determination|letter 1 of 2, as text||2015-10-20|.txt\n"
                "determination|letter 1 of 2, as data||2015-10-20|.json\n"
                "determination|letter 2 of 2, which holds, as text||2015-10-30|.txt\n"
                "determination|letter 2 of 2, which holds, as data||2015-10-30|.json\n"
                "event log|history of the case||2015-10-30|.pdf\n"
                "event log|history of the case, as data||2015-10-30|.jsonl\n");
  EXPECT_EQ(std::count(file.history_lines.begin(), file.history_lines.end(), '\n'), 8);
}

TEST(CaseFile, NamesNoReviewerToTheParties) {
  const std::vector<CaseEvent> events = {
      application("2015-09-14"),
      event("2015-09-30", "assign:ann", "reviewer-proposed",
            {{"reviewer", "R-1"}, {"explanation", {"R-1 has the specialty; R-10 has not."}}}),
      event("2015-10-01", "assign:ann", "conflict-found", {{"reviewer", "R-1"}}, "It is not for R-1. Ask (R-2)"),
      event("2015-10-02", "assign:ann", "reviewer-proposed", {{"reviewer", "R-2"}}),
      event("2015-10-03", "review:R-2", "submitted")};
  const CaseFileParts office = file_of(events);
  EXPECT_NE(office.history_lines.find("\"review:R-2\""), std::string::npos);
  const CaseFileParts parties = file_of(events, ForWhom::parties);
  for (const char* says :
       {"\"reviewer\":\"expert reviewer 1\"", "\"expert reviewer 1 has the specialty; R-10 has not.\"",
        "\"It is not for expert reviewer 1. Ask (expert reviewer 2)\"", "\"who\":\"review:expert reviewer 2\"",
        "\"who\":\"assign:ann\""})
    EXPECT_NE(parties.history_lines.find(says), std::string::npos) << says << parties.history_lines;
  std::string paper;
  for (const auto& block : parties.history.blocks) paper += block.text + "\n";
  EXPECT_NE(paper.find("Why: It is not for expert reviewer 1. Ask (expert reviewer 2)."), std::string::npos) << paper;
  for (const std::string& text : {paper, parties.history_lines}) {
    EXPECT_EQ(text.find("R-2"), std::string::npos);
    EXPECT_EQ(text.find("R-1\""), std::string::npos);
  }
}

}  // namespace
}  // namespace openimr::cases
