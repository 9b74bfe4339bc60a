// `openimr case publish`: a served determination looked at, released into a collection, and never twice.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/office_command.h"

namespace openimr::testing {
namespace {

using nlohmann::json;

constexpr const char* kNumber = "CM15-0000001";

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

class PublishCommand : public OfficeCommand {
 protected:
  // Up to the signed determination, whose summary and reasons name whom they should not.
  void sign() {
    waiting({.number = kNumber,
             .parties = {{"claims_administrator", "Examplary Claims Services"},
                         {"employee", "Grace Zorbax"},
                         {"employer", "Sampletown Mill"},
                         {"requesting_physician", "Robin Quillfeather, MD"}},
             .address = "1 Example Street\nSampletown, CA 90000"});
    import({reviewer("R-0007")});
    act(kNumber, "assign:ann", {"reviewer-proposed", "reviewer=R-0007"});
    done({"case", "accept", kNumber, "--attest", "No conflict with any party.", "--as", "review:R-0007"});
    done({"case", "decide", kNumber, "1", "Upheld", "--rationale",
          "The notes of Robin Quillfeather show that Zorbax took it for longer than it is meant to be taken, and no "
          "function was gained by it. Therefore the request is not medically necessary.",
          "--citation", "MTUS Chronic Pain Medical Treatment Guidelines, 2009, Section(s): Soma", "--as",
          "review:R-0007"});
    done({"case", "submit", kNumber, "--summary",
          "The injured worker, Grace Zorbax, is 44 years old and worked at Sampletown Mill. The shift of "
          "Tumblewick ended late. There is low back pain.",
          "--as", "review:R-0007"});
    act(kNumber, "quality:quinn", {"quality-passed"});
    done({"case", "sign", kNumber, "--as", "review:R-0007"});
  }
  void serve() {
    act(kNumber, "issue:ida", {"issued", "by=mail"});
    done({"case", "serve", kNumber, "--as", "issue:ida", "--organisation", "Example Review Organization",
          "--organisation-address", "3 Example Street", "--organisation-contact", "555-0100", "--by", "mail"});
  }

  std::vector<std::string> publish(std::vector<std::string> more = {}) const {
    std::vector<std::string> out = {"case", "publish", kNumber, "--as", "issue:ida"};
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
  std::vector<std::string> release() const { return publish({"--release", "--corpus", "collection"}); }
  std::string file(const std::string& name) const { return read_whole(folder.path() / name); }
  json events() const {
    json out = json::array();
    for (const json& each : history(kNumber)) {
      if (each["event"] == "published") out.push_back(each);
    }
    return out;
  }
  std::ptrdiff_t letters_found() const {
    const json found = json::parse(done({"search", "--corpus", "collection", "--format", "json"}));
    return found.at("total").get<std::ptrdiff_t>();
  }
};

TEST_F(PublishCommand, PreparesReleasesAndMends) {
  sign();
  const auto before = run(publish());
  EXPECT_EQ(before.exit_code, 2) << "not served";
  EXPECT_TRUE(has(before.err, "a case that is 'signed' does not allow this: 'published'.")) << before.err;
  act(kNumber, "issue:ida", {"issued", "by=mail"});
  const auto unserved = run(publish());
  EXPECT_EQ(unserved.exit_code, 2);
  EXPECT_TRUE(has(unserved.err, "published: a party was not served: ")) << unserved.err;
  done({"case", "serve", kNumber, "--as", "issue:ida", "--organisation", "Example Review Organization",
        "--organisation-address", "3 Example Street", "--organisation-contact", "555-0100", "--by", "mail"});

  const std::string shown = done(publish());
  EXPECT_TRUE(has(shown, "Grace Zorbax")) << "the list is for who looks at it";
  EXPECT_TRUE(has(shown, "party: a party of the case")) << shown;
  EXPECT_TRUE(has(shown, "The injured worker, [name], is 44 years old")) << shown;
  EXPECT_TRUE(has(shown, "\nCheck of the finished PDF, as text and as picture: nothing was found.\n")) << shown;
  EXPECT_TRUE(has(shown, "Nothing was published.\n"));
  EXPECT_TRUE(events().empty());

  done(publish({"--out", "out"}));
  for (const char* name : {"out/letter.txt", "out/letter.pdf"}) {
    for (const char* left : {"Grace", "Zorbax", "Quillfeather", "Sampletown", "Examplary", "Example Review"})
      EXPECT_FALSE(has(file(name), left)) << name << " " << left;
  }
  EXPECT_TRUE(has(file("out/letter.txt"), "Case Number:           CM15-0000001")) << file("out/letter.txt");
  EXPECT_TRUE(has(file("out/letter.txt"), "Soma 350 mg #20"));
  const json log = json::parse(file("out/removed.json"));
  EXPECT_GE(log.at("taken_out").size(), 4U) << log;
  EXPECT_TRUE(log.at("left").empty()) << log;
  EXPECT_TRUE(std::any_of(log["taken_out"].begin(), log["taken_out"].end(), [](const json& each) {
    return each["original"] == "Sampletown Mill" && each["kind"] == "employer" && each["line"] > 20;
  })) << log;

  // A person reads a name that nothing shows to be one.
  done(publish({"--party", "name=Tumblewick", "--out", "looked-at"}));
  EXPECT_TRUE(has(file("out/letter.txt"), "Tumblewick"));
  EXPECT_FALSE(has(file("looked-at/letter.txt"), "Tumblewick"));

  EXPECT_EQ(done(release()), "CM15-0000001: published; it was added to the collection.\n");
  ASSERT_EQ(events().size(), 1U);
  for (const char* field : {"letter", "text", "pdf", "removals", "of"})
    EXPECT_EQ(events()[0]["what"][field].get<std::string>().size(), 64U) << field;
  EXPECT_EQ(letters_found(), 1);

  EXPECT_EQ(done(release()), "CM15-0000001: this letter was published on 2015-10-01; the collection has it.\n");
  EXPECT_EQ(events().size(), 1U);
  EXPECT_EQ(letters_found(), 1);

  // As after a kill between the two: the ledger has it, the collection does not.
  std::filesystem::remove_all(folder.path() / "collection");
  EXPECT_EQ(done(release()),
            "CM15-0000001: this letter was published on 2015-10-01; it was added to the collection.\n");
  EXPECT_EQ(events().size(), 1U);
  EXPECT_EQ(letters_found(), 1);
  EXPECT_EQ(done(publish({"--out", "again"})), "CM15-0000001: this letter was published on 2015-10-01.\n");
  EXPECT_EQ(file("again/letter.pdf"), file("out/letter.pdf"));

  // The very letter can be looked at once more, as one that was made elsewhere.
  EXPECT_EQ(done({"deidentify", "--check", "again/letter.pdf", "--party", "patient=Grace Zorbax"}),
            "again/letter.pdf: nothing was found\n");
}

TEST_F(PublishCommand, SaysWhatIsWrong) {
  sign();
  serve();
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } rows[] = {
      {publish({"--release"}), "the collection is not named. Name its folder: --corpus DIR, or OPENIMR_CORPUS.\n"},
      {publish({"--party", "Grace"}), "--party: not KIND=NAME: 'Grace'. KIND is one of name, patient,"},
      {{"case", "publish", kNumber}, "nobody is named who does it."},
      {{"case", "publish", kNumber, "--as", "review:R-0007"}, "published: this role may not do it: 'review'."},
      {{"case", "do", kNumber, "published", "--as", "issue:ida"},
       "this event is made by a command of its own: 'published'. Use openimr case publish CM15-0000001.\n"},
  };
  for (const auto& row : rows) {
    const Ended ended = run(row.arguments);
    EXPECT_EQ(ended.exit_code, 2) << ended.out;
    EXPECT_TRUE(ended.err.starts_with(row.says)) << ended.err;
  }
}

TEST_F(PublishCommand, NeverPublishesWhatEndedWithoutADetermination) {
  waiting({.number = kNumber});
  act(kNumber, "intake:iris", {"terminated", "cause=withdrawn"});
  const Ended ended = run(release());
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_TRUE(ended.err.starts_with("a case that is 'terminated' does not allow this: 'published'.")) << ended.err;
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "collection"));
}

}  // namespace
}  // namespace openimr::testing
