// `openimr assign`, `case accept` and `case decline`: cases and reviewers brought together.
#include <algorithm>
#include <thread>

#include "support/office_command.h"

namespace openimr {
namespace {

using testing::Ended;
using testing::InventedCase;
using testing::reviewer;

constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;
const std::vector<std::string> kAssign = {"assign", "--day", "2015-10-02", "--as", "assign:ann"};

class AssignCommand : public testing::OfficeCommand {
 protected:
  std::vector<std::string> with(std::vector<std::string> more) const {
    std::vector<std::string> out = kAssign;
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
  nlohmann::json assigned(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--format", "json"});
    return nlohmann::json::parse(done(with(std::move(more))));
  }
  std::vector<std::string> reviewers_of(const std::string& number) const {
    std::vector<std::string> out;
    const auto c = shown(number);
    for (const auto& each : c["reviewers"]) out.push_back(each["reviewer"]);
    return out;
  }
  std::string document(const std::string& id) const {
    auto store = store::Store::open((folder.path() / "imr.db").string()).value();
    return store.get({store::Hash::from_hex(id).value()}).value();
  }
  std::vector<std::string> accept(const std::string& number, const std::string& id) const {
    return {"case", "accept", number, "--on", "2015-10-05", "--as", "review:" + id, "--attest", "No conflict."};
  }
};

TEST_F(AssignCommand, ProposesTheSpecialtyThatTheItemsWant) {
  waiting({"EX-1"});
  waiting({"EX-2", {"Left shoulder arthroscopy"}});
  import({reviewer("r-1", "Pain Medicine"), reviewer("r-2", "Orthopedic Surgery")});
  const auto before = heads();
  const auto dry = assigned({"--dry-run"});
  EXPECT_EQ(heads(), before) << "a dry run records nothing";
  EXPECT_EQ(dry["proposals"][0]["outcome"], "would be proposed");
  const auto found = assigned();
  ASSERT_EQ(found["proposals"].size(), 2U) << found;
  EXPECT_EQ(found["proposals"][0]["reviewer"], "r-1");
  EXPECT_EQ(found["proposals"][1]["reviewer"], "r-2");
  EXPECT_EQ(found["proposals"][1]["outcome"], "proposed");
  EXPECT_EQ(found["proposals"][1]["why"], dry["proposals"][1]["why"]);
  EXPECT_EQ(shown("EX-2")["state"], "reviewer-proposed");
  const auto event = history("EX-2").back();
  EXPECT_EQ(event["what"]["reviewer"], "r-2");
  EXPECT_EQ(event["what"]["explanation"], found["proposals"][1]["why"]);
  const auto evidence = nlohmann::json::parse(document(event["what"]["conflicts"]));
  EXPECT_EQ(evidence["outcome"], "cleared");
  EXPECT_EQ(evidence["comparisons"].size(), 2U) << "the own name with either party";

  const auto after = heads();
  EXPECT_EQ(done(kAssign), "No case waits for a reviewer.\n");
  EXPECT_EQ(heads(), after) << "again proposes nothing";
  EXPECT_NE(done({"reviewer", "list", "--on", "2015-10-02", "--format", "csv"})
                .find("r-2,MD CA,Orthopedic Surgery,1,3,1,12,1,yes"),
            std::string::npos);
  EXPECT_NE(done({"reviewer", "list", "--on", "2015-10-05", "--format", "csv"})
                .find("r-2,MD CA,Orthopedic Surgery,0,3,0,12,1,yes"),
            std::string::npos)
      << "the next Monday: another day, another week";
}

TEST_F(AssignCommand, TellsWhyAndWhyNot) {
  waiting({"EX-1"});
  auto in_conflict = reviewer("r-2");
  in_conflict.relations = {{"Examplary Claims Services", program::RelationKind::professional, "employment", "", {}}};
  auto in_doubt = reviewer("r-3");
  in_doubt.relations = {{"Exemplary Claims Services", program::RelationKind::professional, "employment", "", {}}};
  auto disciplined = reviewer("r-4");
  disciplined.disciplined = true;
  auto declines = reviewer("r-5");
  declines.excluded_items = {"Pharmaceuticals/Muscle Relaxant"};
  import({in_conflict, in_doubt, disciplined, declines});
  const std::string waits = done(with({"--dry-run"}));
  EXPECT_TRUE(waits.starts_with("EX-1  waits\n  because     no reviewer may take it\n")) << waits;
  for (const char* why : {"not eligible (Q-5): 1", "a conflict of interest: 1",
                          "a possible\n              conflict, to be cleared: 1", "does not review such items: 1"})
    EXPECT_NE(waits.find(why), std::string::npos) << why << "\n" << waits;
  EXPECT_NE(waits.find("\n2015-10-02: 1 case for 4 reviewers. 0 would be proposed, 1 waiting, 0 not ready.\n"),
            std::string::npos)
      << waits;

  import({reviewer("r-1"), reviewer("r-6", "Occupational Medicine")});
  const std::string found = done(kAssign);
  EXPECT_TRUE(found.starts_with("EX-1  r-1  proposed\n  because     Pain Medicine: the first of ")) << found;
  EXPECT_NE(found.find("\n  next best   r-6 (+60)\n"), std::string::npos) << found;
  for (const std::string& line : Ended{0, found, "", 0, 0}.out_lines()) EXPECT_LE(line.size(), 80U) << line;
}

TEST_F(AssignCommand, LeavesWhatIsNotReady) {
  // Only the denial has arrived.
  nlohmann::json form = {{"case_number", "EX-1"},
                         {"dates", {{"ur_decision", "2015-08-25"}, {"review", "2015-10-30"}}},
                         {"assumed", {"dates.review"}},
                         {"disputed_items", {{{"text", "Soma 350 mg #20"}}}},
                         {"records", {{{"file", "records/ur.txt"}, {"kind", "ur_decision"}, {"date", nullptr}}}}};
  folder.write("EX-1/case.yaml", form.dump());
  folder.write("EX-1/records/ur.txt", "The request is not certified.\n");
  done({"case", "open", "EX-1", "--as", "intake:iris"});
  act("EX-1", "intake:iris", {"application-found-new"});
  act("EX-1", "intake:iris", {"eligibility-decided", "result=eligible"});
  act("EX-1", "assign:ann", {"assigned", "by=mail"});
  act("EX-1", "intake:iris", {"records-complete"});
  import({reviewer("r-1")});
  const auto found = assigned();
  EXPECT_EQ(found["proposals"].size(), 0U);
  EXPECT_EQ(found["not_ready"][0]["case"], "EX-1");
  EXPECT_EQ(found["not_ready"][0]["why"], "reviewer-proposed: nothing has arrived but the denial itself");
}

TEST_F(AssignCommand, IsForTheAssignment) {
  waiting({"EX-1"});
  import({reviewer("r-1")});
  const auto before = heads();
  EXPECT_EQ(run({"assign", "--as", "review:r-1"}).err, "this is not for this role: 'review'. It is for: assign.\n");
  EXPECT_EQ(run({"assign"}).exit_code, kWrongUse);
  EXPECT_EQ(run({"assign", "--as", "assign:ann", "--day", "2015-13-01"}).exit_code, kWrongUse);
  EXPECT_EQ(run({"assign", "--as", "assign:ann", "--format", "xml"}).exit_code, kWrongUse);
  EXPECT_EQ(heads(), before);
}

TEST_F(AssignCommand, TwoAtOnceProposeEachCaseOnce) {
  constexpr int kCases = 6;
  for (int i = 0; i < kCases; ++i) waiting({"EX-" + std::to_string(i)});
  import({reviewer("r-1"), reviewer("r-2"), reviewer("r-3")});
  Ended ended[2];
  std::thread other([&] { ended[1] = run(with({"--format", "json"})); });
  ended[0] = run(with({"--format", "json"}));
  other.join();
  int proposed = 0;
  for (const Ended& each : ended) {
    ASSERT_EQ(each.exit_code, 0) << each.err;
    const auto told = nlohmann::json::parse(each.out);
    for (const auto& proposal : told["proposals"]) proposed += proposal["outcome"] == "proposed" ? 1 : 0;
  }
  EXPECT_EQ(proposed, kCases);
  for (int i = 0; i < kCases; ++i) EXPECT_EQ(reviewers_of("EX-" + std::to_string(i)).size(), 1U);
}

TEST_F(AssignCommand, AskedAgainNamesAnother) {
  waiting({"EX-1"});
  import({reviewer("r-1")});
  assigned();
  EXPECT_EQ(reviewers_of("EX-1"), (std::vector<std::string>{"r-1"}));
  const Ended no_reason = run({"case", "decline", "EX-1", "--as", "review:r-1"});
  EXPECT_EQ(no_reason.exit_code, kWrongUse);
  EXPECT_EQ(no_reason.err.find("conflict-found: the reason is missing."), 0U) << no_reason.err;
  EXPECT_EQ(
      done({"case", "decline", "EX-1", "--on", "2015-10-02", "--as", "review:r-1", "--why", "knows the physician"}),
      "EX-1: r-1 is released, and is not asked again. It is 'records-complete'.\n");
  import({reviewer("r-2")});
  const auto again = assigned();
  EXPECT_EQ(again["proposals"][0]["reviewer"], "r-2");
  EXPECT_EQ(again["proposals"][0]["why_not"][0]["why"], "reviewed it before");
}

TEST_F(AssignCommand, AcceptanceHasTheCredentialsAndTheEvidence) {
  waiting({"EX-1"});
  auto both = reviewer("r-1");
  both.licences.push_back(both.licences.front());
  both.licences.back().state = "NV";
  both.certifications.front().subspecialty = "Interventional Samples";
  import({both});
  assigned();
  EXPECT_EQ(run(accept("EX-1", "r-2")).err,
            "reviewer-accepted: the case is not this reviewer's: 'r-2'. Only a reviewer of the case may do it. (Lab. "
            "Code 139.5(d)(5))\n");
  EXPECT_EQ(run({"case", "accept", "EX-1", "--on", "2015-10-05", "--as", "review:r-1", "--attest", " "})
                .err.find("reviewer-accepted: the attestation is missing."),
            0U);
  EXPECT_EQ(done(accept("EX-1", "r-1")),
            "EX-1: r-1 has accepted. No conflict with its 2 parties. It is 'in-review'.\n");
  const auto what = history("EX-1").back()["what"];
  EXPECT_EQ(what["licences"], nlohmann::json({"California", "Nevada"}));
  EXPECT_EQ(what["certifications"], nlohmann::json({"Pain Medicine", "Interventional Samples"}));
  const auto evidence = nlohmann::json::parse(document(what["conflicts"]));
  EXPECT_EQ(evidence["attestation"]["text"], "No conflict.") << evidence;
  EXPECT_EQ(run(accept("EX-1", "r-1")).exit_code, kWrongUse) << "once";
}

TEST_F(AssignCommand, AcceptanceSaysWhereNothingWasCompared) {
  waiting({"EX-1", {"Soma 350 mg #20"}, {}});
  import({reviewer("r-1")});
  assigned();
  EXPECT_EQ(done(accept("EX-1", "r-1")),
            "EX-1: r-1 has accepted. The case names no party, so nothing was compared. It is 'in-review'.\n");
}

TEST_F(AssignCommand, AcceptanceLooksAtThePartiesAsTheyAreNow) {
  waiting({"EX-1"});
  auto tied = reviewer("r-1");
  tied.relations = {{"Another Administrator Inc.", program::RelationKind::financial, "shares", "", 12.5}};
  import({tied});
  assigned();
  act("EX-1", "intake:iris",
      {"administrator-changed", R"(to={"role":"claims_administrator","name":"Another Administrator, Inc."})"});
  const Ended barred = run(accept("EX-1", "r-1"));
  EXPECT_EQ(barred.exit_code, kWrongUse);
  EXPECT_EQ(
      barred.err,
      "a conflict of interest with the claims_administrator (R-financial, Lab. Code 139.5(d)(6)): 'r-1'. Give the "
      "case back: openimr case decline.\n");
  act("EX-1", "intake:iris",
      {"administrator-changed", R"(to={"role":"claims_administrator","name":"Anothar Administrator Inc."})"});
  const Ended open = run(accept("EX-1", "r-1"));
  EXPECT_EQ(open.err.find("a possible conflict with the claims_administrator"), 0U) << open.err;
  act("EX-1", "intake:iris",
      {"administrator-changed", R"(to={"role":"claims_administrator","name":"Unrelated Sample Company"})"});
  done(accept("EX-1", "r-1"));
}

TEST_F(AssignCommand, OnlyTheEligibleAccept) {
  waiting({"EX-1"});
  import({reviewer("r-1")});
  assigned();
  auto lapsed = reviewer("r-1");
  lapsed.licences.front().until = Date::from_iso("2015-10-04");
  import({lapsed});
  const Ended refused = run(accept("EX-1", "r-1"));
  EXPECT_EQ(refused.exit_code, kWrongUse);
  EXPECT_EQ(refused.err.find("Q-2 does not hold: MD of CA: not on 2015-10-05 (Lab. Code 139.5(d)(4)(B)): 'r-1'."), 0U)
      << refused.err;
  const std::string left = done({"reviewer", "leave", "r-1", "--as", "assign:ann", "--why", "retired"});
  EXPECT_EQ(left, "r-1 has left on 2015-10-01.\nStill theirs: EX-1. Release them from it (conflict-found).\n");
  EXPECT_EQ(run(accept("EX-1", "r-1")).err, "the reviewer has left: 'r-1'. Propose the case to another.\n");
  act("EX-1", "assign:ann", {"conflict-found", "reviewer=r-1"});
  act("EX-1", "assign:ann", {"reviewer-proposed", "reviewer=r-7"});
  EXPECT_EQ(run(accept("EX-1", "r-7")).exit_code, kBadInput) << "nobody of this id is on file";
  EXPECT_EQ(run({"case", "letter", "EX-1"}).err_lines().front(),
            "note: reviewer r-7 is not on file, so the letter is not searched for the name");
}

// Carried to a signed determination, set aside, and assigned again.
TEST_F(AssignCommand, ARemandExcludesTheEarlierReviewer) {
  waiting({"EX-1", {"Soma 350 mg #20"}, {{"claims_administrator", "Examplary Claims Services"}}});
  import({reviewer("r-1")});
  assigned();
  done(accept("EX-1", "r-1"));
  const auto as_reviewer = [&](std::vector<std::string> event) { act("EX-1", "review:r-1", std::move(event)); };
  as_reviewer({"item-decided", "item=1", "decision=Upheld",
               "citation=MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma).",
               "rationale=Dr. Testa Invented finds that the use is too long. The guideline advises against long use."});
  as_reviewer({"submitted", "summary=A worker with low back pain."});
  act("EX-1", "quality:quin", {"quality-passed"});
  const Ended named = run({"case", "letter", "EX-1"});
  EXPECT_EQ(named.exit_code, 1);
  EXPECT_NE(named.err.find("name"), std::string::npos) << named.err;
  EXPECT_EQ(run({"case", "sign", "EX-1", "--as", "review:r-1"}).exit_code, kWrongUse)
      << "the reviewer's name stands in it";
  as_reviewer({"taken-back"});
  as_reviewer({"item-decided", "item=1", "decision=Upheld",
               "citation=MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma).",
               "rationale=The use is too long. The guideline advises against long use."});
  as_reviewer({"submitted", "summary=A worker with low back pain."});
  act("EX-1", "quality:quin", {"quality-passed"});
  EXPECT_EQ(run({"case", "letter", "EX-1"}).err.find("the name"), std::string::npos)
      << run({"case", "letter", "EX-1"}).err;
  done({"case", "sign", "EX-1", "--as", "review:r-1"});
  act("EX-1", "issue:ida", {"issued", "by=mail"});
  act("EX-1", "applicant:app", {"appeal-filed", "from=employee"});
  act("EX-1", "medical-director:med", {"appeal-decided", "result=remanded"});
  import({reviewer("r-2")});
  const auto again = assigned();
  ASSERT_EQ(again["proposals"].size(), 1U) << again;
  EXPECT_EQ(again["proposals"][0]["reviewer"], "r-2");
}

}  // namespace
}  // namespace openimr
