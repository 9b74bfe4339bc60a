// The documents of a case: which there are for whom, and how harmless they come; and the pages of records.
#include "server/api/quiet_house.h"
#include "support/pdf_maker.h"

namespace openimr::server {
namespace {

const std::string kPdf = testing::pdf_of_pages(
    {testing::draw("The patient takes Soma 350 mg TID.", 72, 700), testing::draw("He has low back pain.", 72, 700)});
const std::string kText = "PR-2 of August 19, 2015\nSevere pain.\fSecond page: Soma 350 mg.\n";

class RecordsApi : public Api {
 protected:
  RecordsApi() {
    house.open_case({{"records/pr2.pdf", kPdf}, {"records/notes.txt", kText}});
    house.let_in("R-1", "review");
  }
  std::string document(const std::string& name) {
    for (const cases::Record& record : house.c().records)
      if (record.name == name) return record.document;
    return "";
  }
  Answered get(const std::string& document, const std::string& who) {
    return house.ask({.path = "/documents/" + document, .who = who});
  }
  Answered page(const std::string& document, int number, const std::string& who = "R-1") {
    return house.ask({.path = "/documents/" + document + "/pages/" + std::to_string(number), .who = who});
  }
  void notice_to(const std::string& role, const std::string& text) {
    house.happens({cases::event("2015-10-19", "intake:iris", "notice-sent",
                                {{"notice", "records-request"},
                                 {"to", cases::party(role, "Testa Invented")},
                                 {"by", "mail"},
                                 {"text", house.keep(text)},
                                 {"proof", house.keep("proof of " + text)}})});
  }
};

TEST_F(RecordsApi, ComeByteForByte) {
  const auto got = get(document("records/pr2.pdf"), "R-1");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.bytes, kPdf);
  EXPECT_EQ(got.headers["Content-Type"], "application/pdf");
  EXPECT_EQ(got.headers["Content-Disposition"], "inline; filename=\"pr2.pdf\"");
  EXPECT_EQ(got.etag(), "\"" + document("records/pr2.pdf") + "\"");
}

TEST_F(RecordsApi, NothingElseOfTheStoreIsThere) {
  house.let_in("mel", "medical-director");
  house.let_in("adam", "administrator");
  const std::string draft = house.keep(R"({"summary": [], "items": []})");
  house.happens({cases::event("2015-10-18", "assign:ann", "draft-prepared",
                              {{"draft", draft}, {"decisions", {{{"item", 1}, {"decision", "Upheld"}}}}})});
  for (const std::string& other : {draft, house.keep("evidence of the conflict check"),
                                   house.keep("a secret of an account"), std::string(64, '0'), std::string("x")}) {
    for (const char* who : {"R-1", "mel", "adam"}) {
      const auto got = get(other, who);
      EXPECT_EQ(got.status, 404) << other << " " << who;
      EXPECT_EQ(got.code(), "not_found");
    }
  }
}

TEST_F(RecordsApi, APartyHasTheRecordsAndItsOwnPapers) {
  house.let_in("adam", "administrator");
  house.let_in("pat", "applicant");
  notice_to("claims_administrator", "to the administrator");
  notice_to("employee", "to the employee");
  EXPECT_EQ(get(document("records/pr2.pdf"), "adam").status, 200);
  const auto own = get(house.keep("to the administrator"), "adam");
  EXPECT_EQ(own.bytes, "to the administrator");
  EXPECT_EQ(own.headers["Content-Disposition"], "inline; filename=\"EX-100-records-request-2015-10-19.txt\"");
  EXPECT_EQ(get(house.keep("to the employee"), "adam").status, 404);
  EXPECT_EQ(get(house.keep("to the employee"), "pat").status, 200);
  EXPECT_EQ(get(house.keep("to the administrator"), "pat").status, 404);
  EXPECT_EQ(get(house.keep("proof of to the administrator"), "adam").status, 404);
  EXPECT_EQ(get(house.keep("proof of to the administrator"), "R-1").status, 200);
}

TEST_F(RecordsApi, WhoHasPapersAloneBreaksTheGlassForRecords) {
  house.let_in("isa", "issue");
  notice_to("employee", "to the employee");
  EXPECT_EQ(get(house.keep("to the employee"), "isa").status, 200);
  const auto refused = get(document("records/pr2.pdf"), "isa");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.code(), "break_glass_first");
  EXPECT_EQ(page(document("records/pr2.pdf"), 1, "isa").status, 403);
}

TEST_F(RecordsApi, EveryReadIsNoted) {
  get(document("records/pr2.pdf"), "R-1");
  page(document("records/notes.txt"), 1);
  page(document("records/notes.txt"), 2);
  const auto reads = must(Reads(house.store(), house.shared.reads).of("EX-100"));
  ASSERT_EQ(reads.size(), 2U) << "one for each document in ten minutes";
  EXPECT_EQ(reads[0].who, "review:R-1");
  EXPECT_EQ(reads[0].document, document("records/pr2.pdf"));
  EXPECT_EQ(reads[1].document, document("records/notes.txt"));
}

TEST_F(RecordsApi, APageHasItsTextAndTheBoxesOfItsWords) {
  const auto got = page(document("records/pr2.pdf"), 2);
  ASSERT_EQ(got.status, 200) << got.bytes;
  EXPECT_EQ(got.json["name"], "records/pr2.pdf");
  EXPECT_EQ(got.json["pages"], 2);
  EXPECT_EQ(got.json["width"], 612);
  EXPECT_EQ(got.json["height"], 792);
  EXPECT_EQ(got.json["unreadable"], nullptr);
  const std::string text = got.json["text"];
  const std::size_t begin = got.json["begin"];
  EXPECT_GT(begin, 0U);
  std::vector<std::string> words;
  for (const Json& word : got.json["words"]) {
    words.push_back(
        text.substr(word[0].get<std::size_t>() - begin, word[1].get<std::size_t>() - word[0].get<std::size_t>()));
    EXPECT_LT(word[2], word[4]);
    EXPECT_LT(word[3], word[5]);
    EXPECT_NEAR(word[5].get<double>(), 792 - 700, 12);
  }
  EXPECT_EQ(words, (std::vector<std::string>{"He", "has", "low", "back", "pain."}));
}

// A page computes the box of any place from the words.
TEST_F(RecordsApi, PlacesOfFactsAreMadeOfTheWordsOfThePage) {
  const auto got = page(document("records/pr2.pdf"), 1);
  ASSERT_FALSE(got.json["facts"].empty());
  for (const Json& fact : got.json["facts"]) {
    const Json& place = fact["place"];
    const std::size_t begin = got.json["begin"];
    EXPECT_EQ(got.json["text"].get<std::string>().substr(place["begin"].get<std::size_t>() - begin,
                                                         place["text"].get<std::string>().size()),
              place["text"].get<std::string>());
    double left = 1e9;
    double right = 0;
    for (const Json& word : got.json["words"]) {
      if (word[0] >= place["end"] || word[1] <= place["begin"]) continue;
      left = std::min(left, word[2].get<double>());
      right = std::max(right, word[4].get<double>());
    }
    EXPECT_NEAR(place["box"][0].get<double>(), left, 0.02) << fact;
    EXPECT_NEAR(place["box"][2].get<double>(), right, 0.02) << fact;
  }
}

TEST_F(RecordsApi, PagesOfATextArePartedByFormFeeds) {
  const auto second = page(document("records/notes.txt"), 2);
  EXPECT_EQ(second.json["text"], "Second page: Soma 350 mg.\n");
  EXPECT_EQ(second.json["begin"], kText.find('\f') + 1);
  EXPECT_EQ(second.json["words"], Json::array());
  EXPECT_EQ(second.json["width"], nullptr);
  EXPECT_EQ(page(document("records/notes.txt"), 1).json["text"], kText.substr(0, kText.find('\f')));
}

TEST_F(RecordsApi, ThereAreNoOtherPages) {
  const std::string notes = document("records/notes.txt");
  EXPECT_EQ(page(notes, 3).status, 404);
  EXPECT_EQ(page(notes, 0).status, 404);
  EXPECT_EQ(page(notes, -1).status, 404);
  EXPECT_EQ(page(std::string(64, '0'), 1).status, 404);
  EXPECT_EQ(house.ask({.path = "/documents/" + notes + "/pages/1?name=records/pr2.pdf", .who = "R-1"}).status, 404);
  EXPECT_EQ(house.ask({.path = "/documents/" + notes + "/pages/1?name=records/notes.txt", .who = "R-1"}).status, 200);
}

TEST_F(RecordsApi, APartyGetsPagesWithoutFacts) {
  house.let_in("adam", "administrator");
  const auto got = page(document("records/pr2.pdf"), 1, "adam");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.json["facts"], Json::array());
}

TEST_F(RecordsApi, APageThatCouldNotBeReadSaysWhy) {
  house.open_case({{"records/broken.pdf", "%PDF-1.7 broken"}}, "EX-200");
  const std::string broken = house.c("EX-200").records.front().document;
  const auto got = house.ask({.path = "/documents/" + broken + "/pages/1", .who = "R-1"}, "EX-200");
  ASSERT_EQ(got.status, 200) << got.bytes;
  EXPECT_FALSE(got.json["unreadable"].get<std::string>().empty());
  EXPECT_EQ(got.json["text"], "");
}

TEST(Media, IsKnownByTheFirstBytesAndShownOnlyWhereHarmless) {
  const struct {
    std::string bytes;
    std::string_view type;
    bool is_shown;
  } rows[] = {
      {kPdf, "application/pdf", true},
      {"\x89PNG\r\n\x1A\n...", "image/png", true},
      {"\xFF\xD8\xFF\xE0...", "image/jpeg", true},
      {std::string("II*\0...", 7), "image/tiff", true},
      {"Plain words, über alles.\n\f", "text/plain; charset=utf-8", true},
      {"", "text/plain; charset=utf-8", true},
      {"<html><script>alert(1)</script>", "application/octet-stream", false},
      {"<!DOCTYPE html><p>x", "application/octet-stream", false},
      {" \n<svg onload='alert(1)'>", "application/octet-stream", false},
      {"PK\x03\x04...", "application/octet-stream", false},
      {"Caf\xE9 in Latin-1", "application/octet-stream", false},
      {std::string("a\0b", 3), "application/octet-stream", false},
  };
  for (const auto& [bytes, type, is_shown] : rows) {
    EXPECT_EQ(media_of(bytes).type, type) << bytes;
    EXPECT_EQ(media_of(bytes).is_shown, is_shown) << bytes;
  }
}

TEST_F(RecordsApi, HtmlIsSavedAndNeverShown) {
  house.open_case({{"records/letter.html", "<html><script>alert(1)</script></html>"}}, "EX-201");
  const auto got =
      house.ask({.path = "/documents/" + house.c("EX-201").records.front().document, .who = "R-1"}, "EX-201");
  EXPECT_EQ(got.headers["Content-Type"], "application/octet-stream");
  EXPECT_EQ(got.headers["Content-Disposition"], "attachment; filename=\"letter.html\"");
}

}  // namespace
}  // namespace openimr::server
