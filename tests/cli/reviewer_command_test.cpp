// `openimr reviewer`: reviewers kept in the store.
#include "support/office_command.h"

namespace openimr {
namespace {

using testing::Ended;
using testing::reviewer;

constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;

class ReviewerCommand : public testing::OfficeCommand {
 protected:
  void SetUp() override { done({"store", "create", "imr.db"}); }
};

TEST_F(ReviewerCommand, ImportsNewAndChangedOnes) {
  EXPECT_EQ(import({reviewer("r-1"), reviewer("r-2")}), "2 reviewers: 2 new, 0 changed, 0 as before.\n");
  const auto before = heads();
  EXPECT_EQ(import({reviewer("r-1"), reviewer("r-2")}), "2 reviewers: 0 new, 0 changed, 2 as before.\n");
  EXPECT_EQ(heads(), before) << "those who did not change are left alone";
  auto changed = reviewer("r-2");
  changed.hours_per_week = 10;
  EXPECT_EQ(import({reviewer("r-1"), changed, reviewer("r-3")}), "3 reviewers: 1 new, 1 changed, 1 as before.\n");
  const std::string list = done({"reviewer", "list", "--format", "csv"});
  EXPECT_NE(list.find("\r\nr-2,MD CA,Pain Medicine,0,3,0,12,0,\"Q-7: "), std::string::npos) << list;
  EXPECT_NE(list.find("\r\nr-3,MD CA,Pain Medicine,0,3,0,12,0,yes\r\n"), std::string::npos) << list;
}

struct BadFile {
  const char* name;
  std::string text;
  std::vector<std::string> messages;
};

TEST_F(ReviewerCommand, KeepsNothingOfABadFile) {
  import({reviewer("r-1")});
  const auto before = heads();
  const std::string whole = nlohmann::json::array({cases::to_json(reviewer("r-8"))}).dump(1);
  const auto with = [&](const std::string& old, const std::string& now) {
    std::string text = whole;
    text.replace(text.find(old), old.size(), now);
    return text;
  };
  const BadFile files[] = {
      {"state.json", with("\"CA\"", "\"California\""), {"state.json:", "/licences/0/state", "Write CA"}},
      {"cut.json", whole.substr(0, whole.size() / 2), {"cut.json:"}},
      {"key.json", with("\"disciplined\"", "\"disciplind\""), {"key.json:", "disciplind"}},
      {"day.json", with("2031-01-01", "2031-02-30"), {"day.json:", "no such day: '2031-02-30'"}},
      {"twice.json",
       nlohmann::json::array({cases::to_json(reviewer("r-8")), cases::to_json(reviewer("r-8"))}).dump(1),
       {"twice.json:", "the id of another reviewer too: 'r-8'"}},
      {"two.json", with("\"CA\"", "\"Cascadia\"").replace(whole.find("\"MD\"") + 6, 4, "\"XX\""), {"two.json:"}},
  };
  for (const BadFile& file : files) {
    folder.write(file.name, file.text);
    const Ended ended = run({"reviewer", "import", file.name, "--as", "assign:ann"});
    EXPECT_EQ(ended.exit_code, kBadInput) << file.name << ended.out;
    EXPECT_EQ(ended.out, "");
    for (const std::string& message : file.messages)
      EXPECT_NE(ended.err.find(message), std::string::npos) << message << "\n" << ended.err;
    EXPECT_EQ(ended.err.find("Testa"), std::string::npos) << "no name: " << ended.err;
    EXPECT_EQ(heads(), before) << file.name;
  }
}

TEST_F(ReviewerCommand, IsForThoseWhoAskReviewers) {
  write_reviewers("one.json", {reviewer("r-1")});
  write_reviewers("two.json", {reviewer("r-1"), reviewer("r-2")});
  const auto before = heads();
  const Ended role = run({"reviewer", "add", "one.json", "--as", "review:r-1"});
  EXPECT_EQ(role.exit_code, kWrongUse);
  EXPECT_EQ(role.err, "this is not for this role: 'review'. It is for: assign.\n");
  const Ended nobody = run({"reviewer", "add", "one.json"});
  EXPECT_EQ(nobody.exit_code, kWrongUse);
  EXPECT_TRUE(nobody.err.starts_with("nobody is named who does it.")) << nobody.err;
  const Ended two = run({"reviewer", "add", "two.json", "--as", "assign:ann"});
  EXPECT_EQ(two.err,
            "two.json: this is not one reviewer: '2'. Give a file with one, or take them all: openimr reviewer import "
            "FILE.\n");
  EXPECT_EQ(run({"reviewer", "add", "none.json", "--as", "assign:ann"}).exit_code, kBadInput);
  EXPECT_EQ(heads(), before);
  EXPECT_EQ(done({"reviewer", "add", "one.json", "--as", "assign:ann"}),
            "1 reviewer: 1 new, 0 changed, 0 as before.\n");
}

TEST_F(ReviewerCommand, ShowsNamesOnlyWhereAsked) {
  import({reviewer("r-1")});
  const std::string name = "Testa";
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"reviewer", "list"},
           {"reviewer", "list", "--format", "json"},
           {"reviewer", "show", "r-1"},
           {"reviewer", "show", "r-1", "--format", "json"},
       }) {
    EXPECT_EQ(done(command).find(name), std::string::npos) << ::testing::PrintToString(command);
    auto with_names = command;
    with_names.emplace_back("--names");
    EXPECT_NE(done(with_names).find("Testa"), std::string::npos) << ::testing::PrintToString(command);
  }
  auto store = store::Store::open((folder.path() / "imr.db").string()).value();
  const auto events = store.read(store::StreamId::of("reviewer/r-1").value()).value();
  for (const store::Event& event : events)
    EXPECT_EQ(event.payload.find("Testa"), std::string::npos) << "the event holds the document's id only";
}

TEST_F(ReviewerCommand, SaysWhyOneMayNotReview) {
  auto barred = reviewer("r-1");
  barred.licences.front().status = cases::LicenceStatus::probation;
  import({barred});
  EXPECT_TRUE(done({"reviewer", "show", "r-1"})
                  .starts_with("r-1: on file since 2015-10-01; may not review\n  licences     MD CA (probation)\n"));
  const auto shown = nlohmann::json::parse(done({"reviewer", "show", "r-1", "--format", "json"}));
  EXPECT_EQ(shown["rules"][1]["rule"], "Q-2");
  EXPECT_EQ(shown["rules"][1]["answer"], "fails");
  const Ended none = run({"reviewer", "show", "r-9"});
  EXPECT_EQ(none.exit_code, kBadInput);
  EXPECT_EQ(none.err,
            "there is no such reviewer: 'r-9'. See openimr reviewer list, or enter them: openimr reviewer add FILE.\n");
}

TEST_F(ReviewerCommand, LetsOneLeaveAndComeBack) {
  import({reviewer("r-1")});
  EXPECT_EQ(run({"reviewer", "leave", "r-1", "--as", "assign:ann"}).err,
            "the reason is missing: 'r-1'. Say why (--why).\n");
  EXPECT_EQ(done({"reviewer", "leave", "r-1", "--as", "assign:ann", "--why", "retired"}),
            "r-1 has left on 2015-10-01.\n");
  EXPECT_EQ(run({"reviewer", "leave", "r-1", "--as", "assign:ann", "--why", "retired"}).err,
            "the reviewer has left: 'r-1'. It was on 2015-10-01.\n");
  EXPECT_EQ(done({"reviewer", "list"}), "No reviewer is on file. Enter them: openimr reviewer import FILE.\n");
  EXPECT_TRUE(done({"reviewer", "show", "r-1"}).starts_with("r-1: left, since 2015-10-01;"));
  EXPECT_EQ(import({reviewer("r-1")}), "1 reviewer: 1 new, 0 changed, 0 as before.\n");
}

TEST_F(ReviewerCommand, NotesAnExclusionThatHoldsForNothing) {
  auto one = reviewer("r-1");
  one.excluded_items = {"Surgery/Spine", "surgery", "massage", "spinal surgery"};
  write_reviewers("one.json", {one});
  const Ended ended = run({"reviewer", "add", "one.json", "--as", "assign:ann"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(ended.err,
            "note: r-1: no item is called 'spinal surgery', so the exclusion holds for none (docs/assignment.md)\n");
}

TEST_F(ReviewerCommand, SealsTheData) {
  done({"store", "keys", "documents", "keys"});
  write_reviewers("one.json", {reviewer("r-1")});
  done({"reviewer", "add", "one.json", "--as", "assign:ann", "--keys", "keys"});
  EXPECT_EQ(run({"reviewer", "show", "r-1"}).exit_code, kWrongUse) << "the keys are needed";
  EXPECT_NE(done({"reviewer", "show", "r-1", "--keys", "keys"}).find("MD CA"), std::string::npos);
}

}  // namespace
}  // namespace openimr
