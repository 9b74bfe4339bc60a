// Appending and reading, the same on both databases.
#include "store/on_both.h"

namespace openimr::store {
namespace {

using Outcome = Appended::Outcome;

class Append : public OnBoth {};
OPENIMR_ON_BOTH(Append);

TEST_P(Append, KeepsEventsAsTheyWere) {
  Store store = opened(new_address());
  const StreamId name = stream("case/CM15-0001234");
  const NewEvent odd{"größer \"'\\ :x", Instant(std::chrono::milliseconds(-1)), "",
                     "[\"\\u0000\", \"ü'; --\\n\" ,1e4]"};
  EXPECT_EQ(store.append(name, {}, {event("one"), odd}, key("k:1")).value(), (Appended{Outcome::kept, {2}}));
  EXPECT_EQ(store.append(name, {2}, {event("three")}).value(), (Appended{Outcome::kept, {3}}));
  const auto all = store.read(name).value();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].payload, event("one").payload);
  EXPECT_EQ(all[0].key, "k:1");
  EXPECT_EQ(all[0].appended, 2);
  EXPECT_EQ(all[0].at, kMorning);
  EXPECT_EQ(all[0].previous, Hash());
  EXPECT_EQ(all[1].type, odd.type);
  EXPECT_EQ(all[1].payload, odd.payload);
  EXPECT_EQ(all[1].actor, "");
  EXPECT_EQ(all[1].at, odd.at);
  EXPECT_EQ(all[1].previous, all[0].hash);
  EXPECT_EQ(all[2].version, Version{3});
  EXPECT_EQ(all[2].hash, hash_of(all[2]));
  const auto last = store.read(name, {2}).value();
  ASSERT_EQ(last.size(), 1U);
  EXPECT_EQ(last[0], all[2]);
  EXPECT_TRUE(store.read(name, {3}).value().empty());
  EXPECT_TRUE(store.read(stream("nobody")).value().empty());
  EXPECT_EQ(store.version(name).value(), Version{3});
  EXPECT_EQ(store.version(stream("nobody")).value(), Version{});
}

TEST_P(Append, OfTwoWritersThatExpectTheSameOneWins) {
  const std::string address = new_address();
  Store first = opened(address);
  Store second = opened(address);
  const StreamId name = stream("case/1");
  EXPECT_EQ(first.append(name, {}, {event("a")}).value().outcome, Outcome::kept);
  EXPECT_EQ(second.append(name, {}, {event("b")}).value(), (Appended{Outcome::conflict, {1}}));
  EXPECT_EQ(second.append(name, {1}, {event("b"), event("c")}).value(), (Appended{Outcome::kept, {3}}));
  EXPECT_EQ(first.append(name, {1}, {event("d")}).value(), (Appended{Outcome::conflict, {3}}));
  EXPECT_EQ(first.append(name, {1}, {event("d"), event("e")}).value(), (Appended{Outcome::conflict, {3}}));
  EXPECT_EQ(first.append(name, {9}, {event("d")}).value(), (Appended{Outcome::conflict, {3}}));
  EXPECT_EQ(first.append(stream("case/2"), {1}, {event("d")}).value(), (Appended{Outcome::conflict, {0}}));
  EXPECT_EQ(first.read(name).value().size(), 3U);
}

TEST_P(Append, IsKeptOnceUnderItsKey) {
  const std::string address = new_address();
  Store store = opened(address);
  const StreamId name = stream("case/1");
  const auto two = events(2);
  EXPECT_EQ(store.append(name, {}, two, key("k1")).value(), (Appended{Outcome::kept, {2}}));
  EXPECT_EQ(store.append(name, {2}, {event("three")}, key("k2")).value(), (Appended{Outcome::kept, {3}}));
  // The same again: with the version that was expected, with the one the stream has now, later, from another process.
  auto later = two;
  later[0].at += std::chrono::hours(1);
  Store other = opened(address);
  EXPECT_EQ(store.append(name, {}, two, key("k1")).value(), (Appended{Outcome::repeated, {2}}));
  EXPECT_EQ(other.append(name, {3}, later, key("k1")).value(), (Appended{Outcome::repeated, {2}}));
  EXPECT_EQ(store.append(name, {77}, {event("three")}, key("k2")).value(), (Appended{Outcome::repeated, {3}}));
  EXPECT_EQ(store.version(name).value(), Version{3});
  // A key belongs to its stream.
  EXPECT_EQ(store.append(stream("case/2"), {}, two, key("k1")).value(), (Appended{Outcome::kept, {2}}));
  // And to its events.
  for (const auto& different : {events(1), events(3), std::vector{event("event 1"), event("other")}}) {
    const auto wrong = store.append(name, {3}, different, key("k1"));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().to_string(),
              "the key of this append was used for other events of the stream: 'case/1, version 1'. "
              "Make a new key for each append.");
  }
}

TEST_P(Append, RefusesWhatIsNotSound) {
  Store store = opened(new_address());
  const StreamId name = stream("case/1");
  const auto message = [&](NewEvent bad) {
    const auto done = store.append(name, {}, {event("sound"), std::move(bad)});
    return done ? std::string("kept") : done.error().to_string();
  };
  const std::string no_type = "an event has no sound type. Give it a type of 1 to 100 bytes of UTF-8.";
  EXPECT_EQ(message({"", kMorning, "", "{}"}), no_type);
  EXPECT_EQ(message({std::string(101, 'a'), kMorning, "", "{}"}), no_type);
  EXPECT_EQ(message({"a\xff", kMorning, "", "{}"}), no_type);
  EXPECT_EQ(message({std::string("a\0b", 3), kMorning, "", "{}"}), no_type);
  EXPECT_EQ(message({"a", kMorning, std::string(201, 'a'), "{}"}),
            "the actor of an event is no sound text. Give at most 200 bytes of UTF-8.");
  const std::string no_json = "the payload of an event is no JSON text. Give one JSON value in UTF-8.";
  for (const std::string& payload : {std::string(), std::string("{"), std::string("{} {}"), std::string("{}\0", 3),
                                     std::string("\"\xff\""), std::string("{'a': 1}")})
    EXPECT_EQ(message({"a", kMorning, "", payload}), no_json) << payload;
  EXPECT_EQ(message({"a", kMorning, "", '"' + std::string(16U << 20U, 'x') + '"'}),
            "the payload of an event is larger than 16 MiB. Put what is large as a document, and its id here.");
  EXPECT_EQ(store.append(name, {}, {}).error().to_string(), "an append holds no events. Give at least one.");
  EXPECT_EQ(store.append(name, {}, events(1001)).error().to_string(),
            "an append holds more than 1,000 events. Append them in parts.");
  EXPECT_EQ(store.append(name, {-1}, events(1)).error().message, "no version is below 0");
  EXPECT_EQ(store.version(name).value(), Version{});
}

TEST_P(Append, ListsStreamsByPrefixAndPage) {
  Store store = opened(new_address());
  std::vector<std::string> names = {"a", "case/1", "case/10", "case/2", "case/Z", "case/a", "case0", "user/1"};
  for (const std::string& name : names) ASSERT_TRUE(store.append(stream(name), {}, events(3)));
  const auto listed = [&](std::string_view prefix, std::string_view after, int limit) {
    std::vector<std::string> out;
    const auto heads = store.streams(prefix, after, limit).value();
    for (const auto& head : heads) {
      out.push_back(head.stream.text());
      EXPECT_EQ(head.version, Version{3});
      EXPECT_EQ(head.hash, store.read(head.stream).value().back().hash);
    }
    return out;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(listed("case/", "", 3), (Names{"case/1", "case/10", "case/2"}));
  EXPECT_EQ(listed("case/", "case/2", 3), (Names{"case/Z", "case/a"}));
  EXPECT_EQ(listed("case/", "case/a", 3), Names());
  EXPECT_EQ(listed("", "", 1000), names);
  EXPECT_EQ(listed("nobody", "", 10), Names());
  EXPECT_EQ(store.heads().value().size(), names.size());
}

TEST_P(Append, FindsAnAlteredEventWhenItIsRead) {
  const std::string address = new_address();
  Store store = opened(address);
  ASSERT_TRUE(store.append(stream("case/1"), {}, events(3)));
  doctor(address, {"update events set payload = '{}' where version = 2"});
  const auto read = store.read(stream("case/1"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::invalid);
  EXPECT_EQ(read.error().message, "an event was altered, removed or put in another place");
  EXPECT_EQ(read.error().offending, "case/1, version 2");
  EXPECT_EQ(read.error().remedy, "Find all that is wrong: openimr store verify STORE; then restore a backup.");
}

}  // namespace
}  // namespace openimr::store
