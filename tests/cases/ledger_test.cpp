// Cases in a store, on both databases.
#include "cases/ledger.h"

#include <functional>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "cases/making.h"
#include "store/on_both.h"
#include "store/verify.h"

namespace openimr::cases {
namespace {

using store::Engine;
using store::Store;

constexpr const char* kNumber = "CM15-0000001";

// The store, where somebody else acts first: once, between what was read and what is appended.
class Interrupted : public KeptInStore {
 public:
  Interrupted(Store& store, std::function<void()> first) : KeptInStore(store), first_(std::move(first)) {}
  Result<store::Appended> append(const store::StreamId& stream, store::Version expected,
                                 const std::vector<store::NewEvent>& events, const store::EventKey& key,
                                 const std::vector<store::Entry>& entries) override {
    if (first_) std::exchange(first_, nullptr)();
    return KeptInStore::append(stream, expected, events, key, entries);
  }

 private:
  std::function<void()> first_;
};

// Somebody else was always quicker.
class NeverFirst : public KeptInStore {
 public:
  using KeptInStore::KeptInStore;
  Result<store::Appended> append(const store::StreamId&, store::Version, const std::vector<store::NewEvent>&,
                                 const store::EventKey&, const std::vector<store::Entry>&) override {
    ++tries;
    return store::Appended{store::Appended::Outcome::conflict, {}};
  }
  int tries = 0;
};

class Ledgers : public store::OnBoth {
 protected:
  Ledgers() : address(new_address()), store(store::opened(address)), keeping(store), ledger(all(), keeping) {}
  static const std::vector<program::Programme>& all() { return testing::programmes(); }

  std::string address;
  Store store;
  KeptInStore keeping;
  Ledger ledger;
};
OPENIMR_ON_BOTH(Ledgers);

TEST_P(Ledgers, KeepWhatHappened) {
  const auto done = ledger.record(kNumber, until_complete());
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(done->state, "records-complete");
  const Case loaded = ledger.load(kNumber).value();
  EXPECT_EQ(loaded.number, kNumber);
  EXPECT_EQ(loaded.state, "records-complete");
  EXPECT_EQ(loaded.version, 6);
  EXPECT_EQ(loaded.items[1].text, "MRI of the lumbar spine");
  EXPECT_EQ(loaded.kept.size(), done->kept.size());
  const auto history = ledger.history(kNumber).value();
  ASSERT_EQ(history.size(), 6U);
  for (std::size_t i = 0; i < history.size(); ++i) {
    const CaseEvent expected = until_complete()[i];
    const CaseEvent& kept = history[i].event;
    EXPECT_EQ(history[i].version, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(kept.type, expected.type);
    EXPECT_EQ(kept.who, expected.who);
    EXPECT_EQ(kept.on, expected.on);
    EXPECT_EQ(kept.recorded, expected.recorded);
    EXPECT_EQ(kept.what, expected.what);
  }
  EXPECT_EQ(history[3].event.state, "awaiting-records");
  EXPECT_EQ(history[3].event.starts, (std::vector<std::string>{"noarfi-sent", "noarfi-received"}));
  EXPECT_EQ(history[3].event.meets, std::vector<std::string>{"IMR-8"});

  // All or none: the second one is refused.
  EXPECT_EQ(message(ledger.record(kNumber, {proposed("R-1"), proposed("R-2")})),
            "reviewer-proposed: the case has all its reviewers: '1'. More than one needs an approval "
            "(reviewers-approved). (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))");
  EXPECT_EQ(ledger.load(kNumber)->version, 6);

  // With a key, doing it again adds nothing, whatever has become of the case.
  const store::EventKey key = store::key("request-1");
  ASSERT_TRUE(ledger.record(kNumber, {proposed("R-1")}, key));
  const CaseEvent accepted = event("2015-10-17", "review:R-1", "reviewer-accepted",
                                   {{"attestation", "I have no conflict."}, {"conflicts", document("conflict check")}});
  ASSERT_TRUE(ledger.record(kNumber, {accepted}, store::key("request-2")));
  for (const auto& again :
       {ledger.record(kNumber, {proposed("R-1")}, key), ledger.record(kNumber, {accepted}, store::key("request-2"))}) {
    ASSERT_TRUE(again) << again.error().to_string();
    EXPECT_EQ(again->version, 8);
    EXPECT_EQ(again->state, "in-review");
  }
  EXPECT_FALSE(ledger.record(kNumber, {proposed("R-2")}, key)) << "another reviewer is another act";
  const auto notice = [](const char* name) {
    return event("2015-10-18", "issue:ida", "notice-sent",
                 {{"notice", name}, {"to", party("employee", "Test Person")}, {"by", "mail"}});
  };
  ASSERT_TRUE(ledger.record(kNumber, {notice("one")}, store::key("request-3")));
  EXPECT_FALSE(ledger.record(kNumber, {notice("two")}, store::key("request-3"))) << "the key was used for another one";
  ASSERT_TRUE(ledger.record(kNumber, {notice("one"), notice("two")}, store::key("request-4")));
  EXPECT_TRUE(ledger.record(kNumber, {notice("one"), notice("two")}, store::key("request-4")));
  EXPECT_EQ(ledger.load(kNumber)->version, 11);
  EXPECT_TRUE(store::verify(store).value().faults.empty());
}

TEST_P(Ledgers, RefuseWhatTheyDoNotKnow) {
  EXPECT_EQ(message(ledger.load("CM15-9")),
            "there is no such case: 'CM15-9'. See openimr work list, or open it: openimr case open.");
  EXPECT_EQ(message(ledger.record("CM15-9", {proposed("R-1")})),
            "there is no such case: 'CM15-9'. See openimr work list, or open it: openimr case open.");
  EXPECT_EQ(message(ledger.load("CM15/9")), "this is no case number: 'CM15/9'. Use letters, digits, '.', '_' and '-'.");
  EXPECT_EQ(message(ledger.record(kNumber, {})), "nothing is to be recorded: 'CM15-0000001'. Give an event.");
  CaseEvent opens = application("2015-09-22");
  opens.what["programme"] = "nowhere";
  EXPECT_EQ(message(ledger.record(kNumber, {opens})),
            "there is no such programme: 'nowhere'. Use one of: ca-dwc-imr, medicare-qic.");
  ASSERT_TRUE(ledger.record(kNumber, {application("2015-09-22")}));
  EXPECT_TRUE(message(ledger.record(kNumber, {application("2015-09-22")}))
                  .starts_with("a case that is 'received' does not allow this: 'application-received'."));

  struct Damaged {
    const char* actor;
    const char* payload;
    const char* says;
  };
  const Damaged rows[] = {
      {"intake:iris", "[]", "the content of an event is not what it should be"},
      {"iris", R"({"on": "2015-09-22", "state": "received"})", "an event names no actor"},
      {"intake:iris", R"({"on": "soon", "state": "received"})", "an event has no day"},
      {"intake:iris", R"({"on": "2015-09-22"})", "the content of an event is not what it should be"},
      {"intake:iris", R"({"on": 7, "state": "received"})", "the content of an event is not what it should be"},
      {"intake:iris", R"({"on": "2015-09-22", "state": "received", "what": []})",
       "the content of an event is not what it should be"},
      {"intake:iris", R"({"on": "2015-09-22", "state": "received", "starts": [1]})",
       "the content of an event is not what it should be"},
  };
  int number = 0;
  for (const Damaged& row : rows) {
    const std::string name = "DAMAGED-" + std::to_string(++number);
    ASSERT_TRUE(store.append(stream_of(name).value(), {}, {{"closed", store::kMorning, row.actor, row.payload}}));
    EXPECT_EQ(message(ledger.load(name)),
              std::string(row.says) + ": 'case/" + name + ", version 1'. Check the store: openimr store verify.");
  }
}

TEST_P(Ledgers, CheckAgainWhereOthersActedMeanwhile) {
  ASSERT_TRUE(ledger.record(kNumber, until_complete()));
  // Two who ask a reviewer at once: the second one would be one too many.
  Store second_store = store::opened(address);
  Interrupted late(second_store, [&] { ASSERT_TRUE(ledger.record(kNumber, {proposed("R-1")})); });
  Ledger second(all(), late);
  EXPECT_EQ(message(second.record(kNumber, {proposed("R-2")})),
            "reviewer-proposed: the case has all its reviewers: '1'. More than one needs an approval "
            "(reviewers-approved). (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))");
  EXPECT_EQ(ledger.load(kNumber)->reviewers.size(), 1U);

  // What is still allowed is kept behind the other's act; what has the state changed under it leads elsewhere.
  Interrupted harmless(second_store, [&] {
    ASSERT_TRUE(ledger.record(
        kNumber, {event("2015-10-17", "review:R-1", "reviewer-accepted",
                        {{"attestation", "I have no conflict."}, {"conflicts", document("conflict check")}})}));
  });
  Ledger third(all(), harmless);
  const auto records_later =
      third.record(kNumber, {event("2015-10-17", "administrator:adam", "records-received",
                                   {{"from", "claims_administrator"}, {"documents", records("more notes")}})});
  ASSERT_TRUE(records_later) << records_later.error().to_string();
  EXPECT_EQ(records_later->state, "in-review");
  EXPECT_EQ(ledger.history(kNumber)->back().event.state, "in-review");

  // What is meant for the case as it was seen is not kept behind the other's act, however harmless it is.
  const std::int64_t seen = ledger.load(kNumber)->version;
  const auto notes = [](const char* what) {
    return event("2015-10-18", "administrator:adam", "records-received",
                 {{"from", "claims_administrator"}, {"documents", records(what)}});
  };
  Interrupted meanwhile(second_store, [&] { ASSERT_TRUE(ledger.record(kNumber, {notes("a page")})); });
  Ledger meant(all(), meanwhile);
  const auto late_act = meant.record(kNumber, {notes("another page")}, store::key("meant"), seen);
  EXPECT_EQ(message(late_act),
            "the case has changed since it was looked at: 'CM15-0000001'. Look at it again, then decide.");
  EXPECT_EQ(late_act.error().code, ErrorCode::changed);
  EXPECT_EQ(ledger.load(kNumber)->version, seen + 1);
  ASSERT_TRUE(ledger.record(kNumber, {notes("another page")}, store::key("meant"), seen + 1));
  EXPECT_TRUE(ledger.record(kNumber, {notes("another page")}, store::key("meant"), seen + 1)) << "done already";

  // Two who open the same case.
  Interrupted quicker(second_store, [&] { ASSERT_TRUE(ledger.record("CM15-2", {application("2015-09-22")})); });
  Ledger fourth(all(), quicker);
  EXPECT_FALSE(fourth.record("CM15-2", {application("2015-09-23")}));
  EXPECT_EQ(ledger.load("CM15-2")->version, 1);

  NeverFirst never(second_store);
  Ledger patient(all(), never);
  EXPECT_EQ(message(patient.record(kNumber, {event("2015-10-18", "intake:iris", "terminated", {}, "settled")})),
            "others keep acting on the case: 'CM15-0000001'. Do it again when they are done.");
  EXPECT_EQ(never.tries, 101);
}

TEST_P(Ledgers, LoseNothingOfSixteen) {
  ASSERT_TRUE(ledger.record(kNumber, until_complete()));
  constexpr int kThreads = 16;
  constexpr int kActs = 5;
  std::vector<std::string> said(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      Store own = store::opened(address);
      KeptInStore kept(own);
      Ledger mine(all(), kept);
      for (int act = 0; act < kActs; ++act) {
        const std::string name = fmt::format("{}-{}", i, act);
        const CaseEvent notice = event("2015-10-18", "issue:ida", "notice-sent",
                                       {{"notice", name}, {"to", party("employee", "Test Person")}, {"by", "mail"}});
        // Twice, as one does who did not hear the answer.
        for (int time = 0; time < 2; ++time)
          said[static_cast<std::size_t>(i)] += message(mine.record(kNumber, {notice}, store::key(name)));
      }
    });
  }
  for (std::thread& each : threads) each.join();
  for (const std::string& each : said) EXPECT_EQ(each, "");
  std::set<std::string> notices;
  const Case c = ledger.load(kNumber).value();
  for (const Sent& sent : c.sent) notices.insert(sent.notice);
  EXPECT_EQ(notices.size(), static_cast<std::size_t>(kThreads * kActs)) << "none lost";
  EXPECT_EQ(c.sent.size(), notices.size()) << "none doubled";
  EXPECT_TRUE(store::verify(store).value().faults.empty());
}

}  // namespace
}  // namespace openimr::cases
