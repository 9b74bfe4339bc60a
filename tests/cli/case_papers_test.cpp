// `openimr case notice`, `serve`, `invoice`, `eligibility` and `export`: the correspondence of a case, from its
// application to its file.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/process.h"
#include "support/reviewers.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;

constexpr const char* kForm = R"(case_number: CM15-0000001
programme: ca-dwc-imr
priority: standard
claim: WC-100
dates:
  injury: 2014-03-02
  request: 2015-08-10
  ur_decision: 2015-08-17
  application: 2015-09-14
  review: 2015-10-30
ur_served_by: mail
injured_worker: { age: 44, sex: female }
parties:
  - { role: employee, name: Pat Invented, address: "1 Example Street\nSampletown, CA 90000", by: mail }
  - { role: claims_administrator, name: Invented Claims, address: claims@example.org, by: electronic }
  - { role: requesting_physician, name: Dr. Robin Invented, address: "555-0100", by: fax }
  - { role: employer, name: Example Mill }
disputed_items:
  - text: "Soma 350 mg #60"
    claims_administrator: { guideline: "MTUS Chronic Pain Medical Treatment Guidelines" }
  - text: "Norco 10/325 mg #90"
records:
  - { file: records/denial.txt, kind: ur_decision, date: 2015-08-17 }
)";

constexpr const char* kNotes =
    "PROGRESS REPORT\nDate: 08/10/2015\nThe patient has chronic low back pain. Soma has been used since 2014.\n";

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// Line ends as spaces.
std::string folded(const std::string& text) {
  std::string out;
  for (const char each : text) {
    const bool blank = each == '\n' || each == ' ';
    if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : each;
  }
  return out;
}

class CasePapers : public ::testing::Test {
 protected:
  void SetUp() override {
    folder.write("case/case.yaml", kForm);
    folder.write("case/records/denial.txt", "UTILIZATION REVIEW DECISION\nThe request is denied.\n");
    folder.write("notes.txt", kNotes);
    done("2015-09-14", "intake:iris", {"open", "case"});
  }

  Ended run(const std::string& on, const std::string& as, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "case");
    std::map<std::string, std::string> environment = {
        {"OPENIMR_TODAY", on},
        {"OPENIMR_STORE", (folder.path() / "imr.db").string()},
        {"OPENIMR_ORGANISATION", "Example Review Organization"},
        {"OPENIMR_ORGANISATION_ADDRESS", "3 Example Street, Sampletown, CA 90000"},
        {"OPENIMR_ORGANISATION_CONTACT", "Telephone 555-0100, review@example.org"}};
    if (!as.empty()) environment["OPENIMR_AS"] = as;
    for (const auto& [name, value] : more_environment) environment[name] = value;
    return testing::run(
        {.arguments = std::move(arguments), .environment = std::move(environment), .folder = folder.path()});
  }
  std::string done(const std::string& on, const std::string& as, std::vector<std::string> arguments) {
    const std::string shown = ::testing::PrintToString(arguments);
    const Ended ended = run(on, as, std::move(arguments));
    EXPECT_EQ(ended.exit_code, kDone) << shown << ended.err;
    return ended.out;
  }
  std::string acted(const std::string& on, const std::string& as, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"do", kNumber});
    return done(on, as, std::move(arguments));
  }
  std::string refused(const std::string& on, const std::string& as, std::vector<std::string> arguments,
                      int code = kWrongUse) {
    const Ended ended = run(on, as, std::move(arguments));
    EXPECT_EQ(ended.exit_code, code) << ended.out;
    EXPECT_EQ(ended.out, "");
    return ended.err;
  }
  std::string file(const std::string& name) const { return testing::read_whole(folder.path() / name); }
  json history() { return json::parse(done("2016-01-01", "", {"history", kNumber, "--format", "json"})); }
  std::ptrdiff_t events(const char* type) {
    const json all = history();
    return std::count_if(all.begin(), all.end(), [&](const json& each) { return each["event"] == type; });
  }

  void make_eligible() {
    acted("2015-09-15", "intake:iris", {"application-found-new"});
    acted("2015-09-16", "intake:iris", {"eligibility-decided", "result=eligible"});
  }
  void give_to_a_reviewer() {
    make_eligible();
    acted("2015-09-17", "assign:ann", {"assigned", "by=electronic"});
    done("2015-09-28", "intake:iris", {"add", kNumber, "notes.txt", "--from", "claims_administrator"});
    acted("2015-09-29", "intake:iris", {"records-complete"});
    acted("2015-09-30", "assign:ann", {"reviewer-proposed", "reviewer=R-0007"});
    folder.write("reviewer.json", cases::to_json(testing::reviewer("R-0007")).dump());
    EXPECT_EQ(
        testing::run({.arguments = {"reviewer", "add", "reviewer.json", "--store", "imr.db", "--as", "assign:ann"},
                      .environment = {{"OPENIMR_TODAY", "2015-10-01"}},
                      .folder = folder.path()})
            .exit_code,
        kDone);
    done("2015-10-01", "review:R-0007", {"accept", kNumber, "--attest", "No conflict with any party."});
  }
  void determine() {
    give_to_a_reviewer();
    for (const char* item : {"1", "2"})
      acted("2015-10-02", "review:R-0007",
            {"item-decided", std::string("item=") + item, item[0] == '1' ? "decision=Upheld" : "decision=Overturned",
             "rationale=The records that were sent show how long it was used and with what effect.",
             "citation=MTUS Chronic Pain Medical Treatment Guidelines, 2009, Section(s): Soma"});
    acted("2015-10-02", "review:R-0007", {"submitted", "summary=A worker of 44 years with chronic low back pain."});
    acted("2015-10-05", "quality:quinn", {"quality-passed"});
    done("2015-10-06", "review:R-0007", {"sign", kNumber});
    acted("2015-10-07", "issue:ida", {"issued", "by=mail"});
  }

  static constexpr const char* kNumber = "CM15-0000001";
  testing::TempFolder folder;
  std::map<std::string, std::string> more_environment;
};

// Notice of assignment, determination, invoice and the file of a regular case.
TEST_F(CasePapers, CarryARegularCase) {
  make_eligible();
  const std::string sent = done("2015-09-17", "assign:ann", {"notice", kNumber, "noarfi", "--out", "out"});
  EXPECT_TRUE(
      sent.starts_with("CM15-0000001: Notice of assignment and request for information (noarfi)\n"
                       "  claims administrator, sent electronically\n"))
      << sent;
  EXPECT_TRUE(has(sent, "    IMR-10  until 2015-09-29: claims administrator: deliver the records")) << sent;
  EXPECT_TRUE(has(sent, "  employee, mailed, both addresses in California\n    IMR-9   until 2015-10-02: "));
  const std::string to_employee = folded(file("out/noarfi-employee.txt"));
  EXPECT_TRUE(has(to_employee, "Copy for: employee"));
  EXPECT_TRUE(has(to_employee, "that we have these records by 09/29/2015:")) << "counted by the administrator's copy";
  EXPECT_TRUE(has(to_employee, "- Soma 350 mg #60 - Norco 10/325 mg #90"));
  EXPECT_TRUE(has(to_employee, "Requested by: Dr. Robin Invented"));
  EXPECT_TRUE(file("out/noarfi-claims-administrator.pdf").starts_with("%PDF-1."));
  EXPECT_TRUE(file("out/proof-of-noarfi.pdf").starts_with("%PDF-1."));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out/noarfi-employer.txt"));
  EXPECT_EQ(events("notice-sent"), 3);
  const json first = history()[3];
  EXPECT_EQ(first["what"]["to"]["role"], "claims_administrator");
  EXPECT_EQ(first["what"]["by"], "electronic");
  for (const char* field : {"text", "pdf", "proof"}) EXPECT_EQ(first["what"][field].get<std::string>().size(), 64U);
}

TEST_F(CasePapers, ServeTheDeterminationAndExportTheFile) {
  determine();
  const std::string early = refused("2015-10-08", "issue:ida", {"do", kNumber, "closed"});
  EXPECT_TRUE(has(early, "closed: a party was not served: 'employee'")) << early;
  const std::string served = done("2015-10-08", "issue:ida", {"serve", kNumber, "--out", "out"});
  EXPECT_TRUE(has(served, "  claims administrator, sent electronically\n    IMR-25  until 2015-11-10: ")) << served;
  EXPECT_TRUE(has(served, "  employee, mailed, both addresses in California\n    IMR-25  until 2015-11-12: "));
  EXPECT_TRUE(has(served, "\n  IMR-23  until 2015-10-15: claims administrator: authorize the services")) << served;
  const std::string cover = folded(file("out/determination-employee.txt"));
  EXPECT_TRUE(has(cover, "The decision is: Partially Overturned. - Upheld: Soma 350 mg #60 - Overturned: Norco"))
      << cover;
  EXPECT_TRUE(has(cover, "The determination of 10/06/2015 comes with this letter."));
  EXPECT_TRUE(has(cover, "For this copy the last day is 11/12/2015.")) << cover;
  EXPECT_TRUE(file("out/letter.txt").starts_with("Example Review Organization\n")) << file("out/letter.txt");
  EXPECT_TRUE(has(file("out/letter.txt"), "Norco 10/325 mg #90: Overturned"));
  EXPECT_EQ(events("served"), 3);
  EXPECT_EQ(events("notice-sent"), 3);

  const std::string invoiced =
      done("2015-10-09", "issue:ida", {"invoice", kNumber, "--with", "invoice_number=2015-0001", "--out", "bill"});
  EXPECT_TRUE(has(invoiced, "note: F-2015-2 is unverified: about.\n")) << invoiced;
  EXPECT_TRUE(has(invoiced, "  USD 345 (F-2015-2, 8 CCR 9792.10.8)\n"));
  const std::string bill = folded(file("bill/invoice-claims-administrator.txt"));
  EXPECT_TRUE(has(bill, "Invoice number: 2015-0001"));
  EXPECT_TRUE(has(bill, "For: standard review of a dispute, decided, 1 reviewer, drugs only Amount: USD 345"));
  EXPECT_TRUE(has(refused("2015-10-09", "issue:ida", {"invoice", kNumber, "--with", "invoice_number=2"}),
                  "invoiced: the case was invoiced: 'F-2015-2'."));
  acted("2015-10-12", "issue:ida", {"closed"});

  EXPECT_EQ(done("2015-11-20", "", {"export", kNumber, "--out", "file"}),
            "CM15-0000001: 17 documents and their index in file.\n");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "file"))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names.size(), 18U) << ::testing::PrintToString(names);
  EXPECT_EQ(names[1], "0001-record-ur-decision-2015-08-17.txt");
  EXPECT_EQ(names[2], "0002-record-pr2-2015-08-10.txt");
  EXPECT_EQ(file("file/" + names[2]), kNotes);
  EXPECT_EQ(names[3], "0003-notice-determination-claims-administrator-2015-10-08.pdf");
  EXPECT_EQ(names.back(), "0017-event-log-2015-10-12.jsonl");
  const std::string lines = file("file/0017-event-log-2015-10-12.jsonl");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), static_cast<std::ptrdiff_t>(history().size()));
  EXPECT_TRUE(has(lines, "review:R-0007"));
  EXPECT_TRUE(has(lines, history().back()["hash"].get<std::string>()));

  done("2015-11-20", "", {"export", kNumber, "--out", "parties.zip", "--for", "parties"});
  done("2015-11-20", "", {"export", kNumber, "--out", "again.zip", "--for", "parties"});
  EXPECT_EQ(file("parties.zip"), file("again.zip"));
  for (const std::string& name : names) EXPECT_TRUE(has(file("parties.zip"), name)) << name;
  done("2015-11-20", "", {"export", kNumber, "--out", "for-parties", "--for", "parties"});
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "for-parties"))
    EXPECT_FALSE(has(testing::read_whole(entry.path()), "R-0007")) << entry.path();
  EXPECT_TRUE(has(file("for-parties/0017-event-log-2015-10-12.jsonl"), "review:expert reviewer 1"));
  EXPECT_TRUE(has(refused("2015-11-20", "", {"export", kNumber, "--out", "file"}, kBadInput),
                  "cannot be written. Name a folder that is not there yet."));
}

TEST_F(CasePapers, ExplainEligibilityAndTellTheReasons) {
  acted("2015-09-15", "intake:iris", {"application-found-new"});
  const std::string open = done("2015-09-16", "", {"eligibility", kNumber});
  EXPECT_TRUE(has(open, "passed     E-5: a copy of the utilization review decision is attached")) << open;
  EXPECT_TRUE(has(open, "passed     E-7: ")) << open;
  EXPECT_TRUE(has(open, "not known  E-3: ")) << open;
  EXPECT_TRUE(has(open, "\n  To be known: the applicant signed\n"));
  EXPECT_TRUE(has(open, "Proposed: ask. A person decides.\n"));

  const std::string late = done("2015-09-16", "",
                                {"eligibility", kNumber, "denied-on-necessity=yes", "signed-by-applicant=yes",
                                 "denied-for-missing-information=no", "decision-communicated=2015-07-01",
                                 "liability-disputed=no", "notice-complete=yes", "form-complete=yes"});
  EXPECT_TRUE(has(late, "failed     E-4: the application came in time")) << late;
  EXPECT_TRUE(has(late,
                  "Proposed: ineligible. A person decides.\n"
                  "  The application was received after the last day to apply.\n"));
  EXPECT_TRUE(has(late,
                  "Record it: openimr case do CM15-0000001 eligibility-decided result=ineligible "
                  "'reasons=[\"E-4\"]' --why REASON\n"));
  EXPECT_EQ(events("eligibility-decided"), 0) << "it proposes only";

  acted("2015-09-16", "intake:iris",
        {"eligibility-decided", "result=ineligible", R"(reasons=["E-4"])", "--why", "Six weeks late."});
  const std::string shown = done("2015-09-17", "intake:iris", {"notice", kNumber, "ineligible", "--dry-run"});
  EXPECT_TRUE(has(folded(shown),
                  "These are the reasons: - The application was received after the last day to apply. "
                  "(Lab. Code 4610.5(h); DWC, IMR update page)"))
      << shown;
  EXPECT_FALSE(has(shown, "Six weeks late."));
  EXPECT_TRUE(has(shown, "Nothing was recorded.\n"));
  EXPECT_EQ(events("notice-sent"), 0);
  const std::string one = done("2015-09-17", "intake:iris", {"notice", kNumber, "ineligible", "--to", "employee"});
  EXPECT_TRUE(has(one, "IMR-26  until 2015-10-22: ")) << one;
  EXPECT_EQ(events("notice-sent"), 1);
}

TEST_F(CasePapers, AskDeferAndTellWhatIsOverdue) {
  acted("2015-09-15", "intake:iris", {"application-found-new"});
  acted("2015-09-16", "intake:iris",
        {"information-requested", "of=claims_administrator", "asked=On which day was the decision mailed?"});
  const std::string question =
      folded(done("2015-09-16", "intake:iris", {"notice", kNumber, "question", "--to", "employee", "--dry-run"}));
  EXPECT_TRUE(has(question, "- On which day was the decision mailed?")) << question;
  EXPECT_TRUE(has(question, "Your answer must be here by 09/23/2015."));
  acted("2015-09-18", "intake:iris", {"information-received", "from=claims_administrator"});
  acted("2015-09-21", "intake:iris", {"deferred", R"(reasons=["E-8"])", "--why", "It disputes the low back."});
  const std::string deferral = folded(done("2015-09-21", "intake:iris", {"notice", kNumber, "deferral", "--dry-run"}));
  EXPECT_TRUE(has(deferral, "It gave these reasons: - It disputes the low back.")) << deferral;
  acted("2015-09-22", "intake:iris", {"liability-resolved"});
  acted("2015-09-23", "intake:iris", {"eligibility-decided", "result=eligible"});
  acted("2015-09-24", "assign:ann", {"assigned", "by=electronic"});
  acted("2015-10-09", "intake:iris", {"records-overdue"});
  EXPECT_TRUE(has(refused("2015-10-09", "intake:iris", {"notice", kNumber, "records-overdue"}, kBadInput),
                  "the notice records-overdue needs due_records, which the case does not have."));
  const std::string overdue =
      folded(done("2015-10-09", "intake:iris",
                  {"notice", kNumber, "records-overdue", "--dry-run", "--with", "due_records=The report of 08/10/2015",
                   "--with", "due_records=The MRI report"}));
  EXPECT_TRUE(has(overdue, "had to send the records for this review by 10/06/2015.")) << overdue;
  EXPECT_TRUE(has(overdue, "- The report of 08/10/2015 - The MRI report"));
}

TEST_F(CasePapers, InvoiceAReviewThatEnded) {
  give_to_a_reviewer();
  acted("2015-10-02", "intake:iris",
        {"terminated", "cause=authorized", "--why", "It was authorized in writing on 10/01/2015."});
  const std::string notice = folded(done("2015-10-02", "intake:iris", {"notice", kNumber, "termination", "--dry-run"}));
  EXPECT_TRUE(has(notice, "has ended without a determination: - Soma 350 mg #60 - Norco 10/325 mg #90")) << notice;
  EXPECT_TRUE(has(notice, "In this case: - It was authorized in writing on 10/01/2015."));
  EXPECT_TRUE(has(notice, "This case is closed."));

  const std::vector<std::string> invoice = {"invoice", kNumber, "--with", "invoice_number=2015-0002"};
  const std::string unknown = refused("2015-10-05", "issue:ida", invoice, kBadInput);
  EXPECT_TRUE(has(unknown, "fees: the amount of F-2015-5 is not known: ")) << unknown;
  EXPECT_TRUE(has(unknown, "8 CCR 9792.10.8")) << unknown;
  EXPECT_TRUE(has(unknown, "Or give the amount by hand: --cents N --why REASON.")) << unknown;
  auto by_hand = invoice;
  by_hand.insert(by_hand.end(), {"--cents", "39000"});
  EXPECT_TRUE(
      has(refused("2015-10-05", "issue:ida", by_hand), "an amount by hand needs a reason. Say where it stands"));
  by_hand.insert(by_hand.end(), {"--why", "The contract of 2015."});
  EXPECT_TRUE(has(done("2015-10-05", "issue:ida", by_hand), "  USD 390 (F-2015-5, 8 CCR 9792.10.8)\n"));
  const json last = history().back();
  EXPECT_EQ(last["event"], "invoiced");
  EXPECT_EQ(last["what"]["cents"], 39000);
}

TEST_F(CasePapers, SayWhatIsWrong) {
  make_eligible();
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
    int code = kWrongUse;
  };
  const Row rows[] = {
      {{"notice", kNumber, "greeting"},
       "ca-dwc-imr has no such notice: 'greeting'. Use one of: question, ineligible, duplicate, "},
      {{"notice", kNumber, "noarfi", "--to", "employee_attorney"},
       "the case has no such party: 'employee_attorney'. See openimr case show."},
      {{"notice", kNumber, "noarfi", "--to", "employer"},
       "the notice noarfi does not go to this party: 'employer'. Use one of: claims_administrator, "},
      {{"notice", kNumber, "noarfi", "--by", "pigeon"}, "no such way of service in ca-dwc-imr: 'pigeon'.", kBadInput},
      {{"notice", kNumber, "noarfi", "--with", "colour"}, "--with: not understood: 'colour'. Write NAME=VALUE"},
      {{"notice", kNumber, "noarfi", "--with", "colour=green"}, "no such fact can be given: 'colour'."},
      {{"notice", kNumber, "noarfi", "--with", "expedited=yes"}, "no such fact can be given: 'expedited'."},
      {{"notice", kNumber, "noarfi", "--with", "claim_number=1", "--with", "claim_number=2"},
       "a fact that is one text is given twice: 'claim_number'. Give it once."},
      {{"notice", "CM15-9", "noarfi"}, "there is no such case: 'CM15-9'.", kBadInput},
      {{"serve", kNumber}, "the determination is not issued: 'CM15-0000001'. Issue it first: openimr case do "},
      {{"invoice", kNumber, "--with", "invoice_number=1"},
       "a case that is 'eligible' does not allow this: 'invoiced'."},
      {{"eligibility", kNumber, "colour=green"},
       "no such fact of an application: 'colour'. Write NAME=yes or NAME=no: "},
      {{"eligibility", kNumber, "form-complete=maybe"},
       "form-complete: neither yes nor no: 'maybe'. Write one of them."},
      {{"eligibility", kNumber, "injury=today"}, "injury: no such day: 'today'. Write YYYY-MM-DD."},
      {{"export", kNumber, "--out", "no/such/folder/file.zip"}, "cannot be written", kBadInput},
  };
  for (const Row& row : rows) {
    const std::string err = refused("2016-09-17", "issue:ida", row.arguments, row.code);
    EXPECT_TRUE(has(err, row.says)) << ::testing::PrintToString(row.arguments) << err;
  }
  EXPECT_EQ(events("notice-sent"), 0);
  EXPECT_TRUE(has(refused("2015-09-17", "review:R-1", {"notice", kNumber, "noarfi", "--dry-run"}),
                  "notice-sent: this role may not do it: 'review'. It is for: intake, assign, issue"));
  EXPECT_TRUE(has(refused("2015-09-17", "", {"notice", kNumber, "noarfi"}), "nobody is named who does it."));
  more_environment = {{"OPENIMR_ORGANISATION", ""}};
  EXPECT_TRUE(has(refused("2015-09-17", "assign:ann", {"notice", kNumber, "noarfi"}),
                  "the review organization is not named. Give --organisation, or set OPENIMR_ORGANISATION."));
}

// A party whose way of service was not agreed on is served in a way that is named.
TEST_F(CasePapers, AskHowAPartyIsServed) {
  std::string form = kForm;
  form.replace(form.find(", by: fax"), 9, "");
  folder.write("other/case.yaml", form);
  folder.write("other/records/denial.txt", "Denied.\n");
  done("2015-09-14", "intake:iris", {"open", "other", "--number", "CM15-2"});
  EXPECT_TRUE(
      has(refused("2015-09-14", "intake:iris", {"notice", "CM15-2", "deferral", "--with", "reasons=It is."}),
          "how papers are served on the requesting physician is not known: 'requesting_physician'. Name the way: "
          "--by mail."));
  EXPECT_TRUE(has(
      done("2015-09-14", "intake:iris", {"notice", "CM15-2", "deferral", "--by", "mail", "--with", "reasons=It is."}),
      "  requesting physician, mailed, both addresses in California\n"));
  EXPECT_TRUE(has(done("2015-09-14", "", {"eligibility", "CM15-2"}), "duplicate-found of=CM15-0000001\n"));
}

// Documents are sealed: without the keys there is no file, and nothing is left of one.
TEST_F(CasePapers, ExportSealedDocuments) {
  const Ended made = testing::run({.arguments = {"store", "keys", "documents", "keys.json"}, .folder = folder.path()});
  ASSERT_EQ(made.exit_code, kDone) << made.err;
  more_environment = {{"OPENIMR_STORE", "sealed.db"}, {"OPENIMR_KEYS", "keys.json"}};
  done("2015-09-14", "intake:iris", {"open", "case"});
  EXPECT_EQ(done("2015-09-15", "", {"export", kNumber, "--out", "file.zip"}),
            "CM15-0000001: 3 documents and their index in file.zip.\n");
  more_environment.erase("OPENIMR_KEYS");
  refused("2015-09-15", "", {"export", kNumber, "--out", "none.zip"});
  for (const char* name : {"none.zip", "none.zip.part"}) EXPECT_FALSE(std::filesystem::exists(folder.path() / name));
}

}  // namespace
}  // namespace openimr
