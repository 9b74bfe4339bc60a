// What a reviewer typed: kept once for all tabs, and for nobody else.
#include "server/api/notes.h"

#include "server/api/quiet_house.h"

namespace openimr::server {
namespace {

class NotesApi : public Api {
 protected:
  NotesApi() {
    house.open_case({{"records/pr2.txt", "The patient takes Soma."}});
    house.let_in("R-1", "review");
  }
  Answered read(const std::string& who = "R-1") { return house.ask({.path = "/notes", .who = who}); }
  Answered keep(const std::string& summary, const std::string& tag) {
    Headers headers;
    if (!tag.empty()) headers.add("If-Match", tag);
    return house.ask(
        {.method = Method::put, .path = "/notes", .who = "R-1", .body = text(summary), .headers = headers});
  }
  static Json text(const std::string& summary) {
    return {{"summary", summary},
            {"items", {{{"item", 1}, {"decision", "Upheld"}, {"rationale", "So far."}, {"citation", ""}}}}};
  }
};

TEST_F(NotesApi, ThereAreNoneAtFirst) {
  const auto none = read();
  EXPECT_EQ(none.status, 200);
  EXPECT_EQ(none.etag(), "\"0\"");
  EXPECT_EQ(none.json, Json::parse(R"({"kept_at": null, "text": {"summary": "", "items": []}})"));
}

TEST_F(NotesApi, WhatWasTypedIsThereAgain) {
  const auto kept = keep("A summary of mine", read().etag());
  EXPECT_EQ(kept.status, 200);
  EXPECT_EQ(kept.etag(), "\"1\"");
  EXPECT_EQ(kept.json["kept_at"], "2015-10-20T09:00");
  const auto again = read();
  EXPECT_EQ(again.json, kept.json);
  EXPECT_EQ(again.json["text"], text("A summary of mine"));
  EXPECT_EQ(again.etag(), kept.etag());
}

TEST_F(NotesApi, ASecondTabLosesNothingOfTheFirst) {
  const std::string both_read = read().etag();
  ASSERT_EQ(keep("of the first tab", both_read).status, 200);
  const auto late = keep("of the second tab", both_read);
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.code(), "precondition_failed");
  EXPECT_EQ(read().json["text"]["summary"], "of the first tab");
  EXPECT_EQ(keep("of both", read().etag()).etag(), "\"2\"");
}

TEST_F(NotesApi, NothingIsKeptUnread) {
  const auto unread = keep("unread", "");
  EXPECT_EQ(unread.status, 428);
  EXPECT_EQ(unread.code(), "precondition_required");
  EXPECT_EQ(read().etag(), "\"0\"");
}

TEST_F(NotesApi, AreForTheReviewerOfTheCaseAlone) {
  ASSERT_EQ(keep("of mine", "\"0\"").status, 200);
  house.let_in("R-2", "review");
  EXPECT_EQ(read("R-2").status, 404);
  for (const auto& [id, role] :
       {std::pair("quinn", "quality"), std::pair("mel", "medical-director"), std::pair("adam", "administrator")}) {
    house.let_in(id, role);
    EXPECT_EQ(read(id).status, 403) << role;
  }
  EXPECT_EQ(read("nobody").status, 401);
}

TEST_F(NotesApi, TheirWordsStandInNoEvent) {
  ASSERT_EQ(keep("CANARY", "\"0\"").status, 200);
  for (const auto& event : must(house.store().read(must(store::StreamId::of("notes/EX-100/R-1")))))
    EXPECT_EQ(event.payload.find("CANARY"), std::string::npos) << event.payload;
}

TEST_F(NotesApi, TwoWhoKeepAtOnceAreNotBothKept) {
  const Notes notes(house.store(), "EX-100", "R-1");
  const By by{"review:R-1", QuietHouse::kNow};
  EXPECT_EQ(must(notes.keep(0, text("first"), by)), 1);
  EXPECT_EQ(must(notes.keep(0, text("second"), by)), std::nullopt);
  EXPECT_EQ(must(notes.read()).text["summary"], "first");
}

}  // namespace
}  // namespace openimr::server
