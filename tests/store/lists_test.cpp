// Lists, the same on both databases.
#include <atomic>
#include <thread>

#include "store/backup.h"
#include "store/on_both.h"
#include "store/verify.h"

namespace openimr::store {
namespace {

using Outcome = Appended::Outcome;
using Entries = std::vector<Entry>;
using Places = std::vector<ListPlace>;

class Lists : public OnBoth {
 protected:
  // Adds an event with these entries.
  static void place(Store& store, const std::string& name, const Entries& entries) {
    const Version now = store.version(stream(name)).value();
    ASSERT_EQ(store.append(stream(name), now, events(1), {}, &entries).value().outcome, Outcome::kept);
  }
};
OPENIMR_ON_BOTH(Lists);

TEST_P(Lists, AreInTheOrderOfBytesAndReadByRangeAndPage) {
  Store store = opened(new_address());
  place(store, "case/b", {{"work", "2015-09-30"}, {"work", "2015-10-01"}});
  place(store, "case/a", {{"work", "2015-10-01"}, {"Work", "2015-10-01"}});
  place(store, "case/Z", {{"work", "2015-10-01"}, {"work/intake", "2015-10-01"}});
  place(store, "case/c", {{"work", ""}, {"work", "~"}, {"work", "A b"}, {"work", "a'b"}});
  const Places all = {{"", "case/c"},           {"2015-09-30", "case/b"}, {"2015-10-01", "case/Z"},
                      {"2015-10-01", "case/a"}, {"2015-10-01", "case/b"}, {"A b", "case/c"},
                      {"a'b", "case/c"},        {"~", "case/c"}};
  EXPECT_EQ(store.list("work").value(), all);
  EXPECT_EQ(store.count("work").value(), 8);
  struct Case {
    const char* from;
    const char* until;
    int begin, end;  // of all
  };
  for (const Case& it : {Case{"", "", 0, 8},
                         {"2015", "2016", 1, 5},
                         {"2015-10-01", "", 2, 8},
                         {"", "2015-10-01", 0, 2},
                         {"2015-10-01", "2015-10-02", 2, 5},
                         {"2015-10-01", "2015-10-01", 0, 0},
                         {"~", "", 7, 8},
                         {"~~", "", 0, 0},
                         {"b", "a", 0, 0}}) {
    SCOPED_TRACE(std::string(it.from) + " to " + it.until);
    const Places expected(all.begin() + it.begin, all.begin() + it.end);
    EXPECT_EQ(store.list("work", it.from, it.until).value(), expected);
    EXPECT_EQ(store.count("work", it.from, it.until).value(), static_cast<std::int64_t>(expected.size()));
    for (int limit = 1; limit <= 3; ++limit) {
      Places paged;
      std::optional<ListPlace> after;
      for (Places page; !(page = store.list("work", it.from, it.until, after, limit).value()).empty();
           after = page.back()) {
        EXPECT_LE(page.size(), static_cast<std::size_t>(limit));
        paged.insert(paged.end(), page.begin(), page.end());
      }
      EXPECT_EQ(paged, expected);
    }
  }
  // A place before the range, and one that is not there.
  EXPECT_EQ(store.list("work", "a", "", ListPlace{"2015-10-01", "case/b"}, 1).value(), (Places{{"a'b", "case/c"}}));
  EXPECT_EQ(store.list("work", "", "", ListPlace{"2015-10-01", "case/aa"}, 1).value(),
            (Places{{"2015-10-01", "case/b"}}));
  EXPECT_EQ(store.list("work/intake").value(), (Places{{"2015-10-01", "case/Z"}}));
  EXPECT_EQ(store.list("nobody").value(), Places());
  EXPECT_EQ(store.count("nobody").value(), 0);
}

TEST_P(Lists, HoldAStreamWhereItsLastEntriesSay) {
  Store store = opened(new_address());
  place(store, "case/1", {{"a", "1"}, {"b", "1"}, {"b", "1"}});
  place(store, "case/2", {{"a", "1"}});
  EXPECT_EQ(store.count("b").value(), 1) << "given twice, there once";
  place(store, "case/1", {{"b", "1"}, {"c", "2"}});
  EXPECT_EQ(store.list("a").value(), (Places{{"1", "case/2"}}));
  EXPECT_EQ(store.list("b").value(), (Places{{"1", "case/1"}}));
  EXPECT_EQ(store.list("c").value(), (Places{{"2", "case/1"}}));
  ASSERT_TRUE(store.append(stream("case/1"), {2}, events(2)));
  EXPECT_EQ(store.count("b").value() + store.count("c").value(), 2) << "without entries they stay";
  place(store, "case/1", {});
  EXPECT_EQ(store.count("b").value() + store.count("c").value(), 0);
  EXPECT_EQ(store.count("a").value(), 1);
}

TEST_P(Lists, AreLeftAloneByWhatIsNotKept) {
  const std::string address = new_address();
  Store store = opened(address);
  Store other = opened(address);
  const StreamId name = stream("case/1");
  const Entries first = {{"a", "1"}};
  const Entries second = {{"a", "2"}};
  ASSERT_EQ(store.append(name, {}, events(1), key("k1"), &first).value(), (Appended{Outcome::kept, {1}}));
  const auto unchanged = [&] { return other.list("a").value() == Places{{"1", "case/1"}}; };
  EXPECT_EQ(other.append(name, {}, events(2), {}, &second).value(), (Appended{Outcome::conflict, {1}}));
  EXPECT_TRUE(unchanged());
  EXPECT_EQ(other.append(name, {7}, events(1), {}, &second).value(), (Appended{Outcome::conflict, {1}}));
  EXPECT_TRUE(unchanged());
  EXPECT_EQ(other.append(name, {}, events(1), key("k1"), &second).value(), (Appended{Outcome::repeated, {1}}));
  EXPECT_TRUE(unchanged());
  EXPECT_EQ(other.append(name, {1}, events(1), key("k1"), &second).value(), (Appended{Outcome::repeated, {1}}));
  EXPECT_TRUE(unchanged());
  EXPECT_FALSE(other.append(name, {1}, events(2), key("k1"), &second));
  EXPECT_TRUE(unchanged());
  EXPECT_EQ(other.append(name, {1}, events(1), key("k2"), &second).value(), (Appended{Outcome::kept, {2}}));
  EXPECT_EQ(store.list("a").value(), (Places{{"2", "case/1"}}));
}

TEST_P(Lists, AreMadeAnewWhereTheStreamIsStillTheSame) {
  Store store = opened(new_address());
  place(store, "case/1", {{"a", "1"}});
  place(store, "case/1", {{"a", "2"}});
  for (const std::int64_t other : {1, 3}) EXPECT_FALSE(store.replace_entries(stream("case/1"), {other}, {}).value());
  EXPECT_FALSE(store.replace_entries(stream("case/2"), {1}, {{"a", "9"}}).value());
  EXPECT_EQ(store.list("a").value(), (Places{{"2", "case/1"}}));
  EXPECT_TRUE(store.replace_entries(stream("case/1"), {2}, {{"a", "3"}, {"b", ""}}).value());
  EXPECT_EQ(store.list("a").value(), (Places{{"3", "case/1"}}));
  EXPECT_EQ(store.list("b").value(), (Places{{"", "case/1"}}));
  EXPECT_EQ(store.version(stream("case/1")).value(), Version{2});
}

TEST_P(Lists, AreMadeAnewForManyStreamsAtOnce) {
  Store store = opened(new_address());
  for (const char* name : {"case/1", "case/2", "case/3"}) place(store, name, {{"a", "old"}});
  const auto changed = store.replace_entries({{stream("case/4"), {1}, {{"a", "new"}}},
                                              {stream("case/3"), {1}, {{"a", "new"}}},
                                              {stream("case/2"), {2}, {{"a", "new"}}},
                                              {stream("case/1"), {1}, {}}});
  EXPECT_EQ(changed.value(), (std::vector{stream("case/2"), stream("case/4")}));
  EXPECT_EQ(store.list("a").value(), (Places{{"new", "case/3"}, {"old", "case/2"}}));
  EXPECT_EQ(store.replace_entries(std::vector<StreamEntries>()).value(), std::vector<StreamId>());
  // One that is not sound: none of them is done.
  EXPECT_FALSE(store.replace_entries({{stream("case/3"), {1}, {}}, {stream("case/2"), {1}, {{"", ""}}}}));
  EXPECT_EQ(store.count("a", "new").value(), 2);
  EXPECT_EQ(store.replace_entries(std::vector<StreamEntries>(1001, {stream("case/1"), {1}, {}})).error().to_string(),
            "the entries of more than 1,000 streams at once. Make them anew in parts.");
}

TEST_P(Lists, AreNoPartOfHeadsAndBackups) {
  const std::string address = new_address();
  Store store = opened(address);
  place(store, "case/1", {{"a", "1"}});
  doctor(address, {"update entries set sort = 'altered'", "insert into entries values ('a', '', 'nobody')"});
  EXPECT_TRUE(verify(store).value().faults.empty());
  ASSERT_TRUE(backup(store, folder.path() / "backup"));
  Store restored = opened(new_address());
  ASSERT_TRUE(restore(restored, folder.path() / "backup"));
  EXPECT_EQ(restored.count("a").value(), 0);
  EXPECT_EQ(restored.heads().value(), store.heads().value());
  EXPECT_TRUE(restored.replace_entries(stream("case/1"), {1}, {{"a", "1"}}).value());
  EXPECT_EQ(restored.list("a").value(), (Places{{"1", "case/1"}}));
}

// Appends and those who make entries anew, all on one stream: the entries are those of the last event whenever one
// looks, and nobody waits for ever.
TEST_P(Lists, FollowTheStreamWhoeverWrites) {
  const std::string address = new_address();
  const StreamId name = stream("case/1");
  opened(address).append(name, {}, events(1)).value();
  const auto entries_at = [](std::int64_t version) {
    return Entries{{"last", std::to_string(version)}, {"fixed", ""}, {version % 2 == 0 ? "even" : "odd", ""}};
  };
  std::atomic<int> rebuilt = 0;
  std::atomic<bool> over = false;
  const auto failed = [&](const Error& error) {
    ADD_FAILURE() << error.to_string();
    over = true;
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      Store store = opened(address);
      for (int kept = 0; kept < 40 && !over;) {
        const Version now = store.version(name).value();
        const Entries entries = entries_at(now.number + 1);
        const auto done = store.append(name, now, events(1), {}, &entries);
        if (!done) return failed(done.error());
        if (done->outcome == Outcome::kept) ++kept;
      }
    });
  }
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      Store store = opened(address);
      for (Version now; now.number < 121 && !over;) {
        now = store.version(name).value();
        const auto done = store.replace_entries(name, now, entries_at(now.number));
        if (!done) return failed(done.error());
        if (*done) ++rebuilt;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  Store store = opened(address);
  EXPECT_EQ(store.version(name).value(), Version{121});
  EXPECT_EQ(store.list("last").value(), (Places{{"121", "case/1"}}));
  EXPECT_EQ(store.count("odd").value(), 1);
  EXPECT_EQ(store.count("even").value(), 0);
  EXPECT_GE(rebuilt, 2);
}

TEST_P(Lists, RefuseWhatIsNotSound) {
  Store store = opened(new_address());
  const StreamId name = stream("case/1");
  const std::string long_text(101, 'x');
  const auto kept = [&](const Entries& entries) {
    const auto done = store.append(name, {}, events(1), {}, &entries);
    return done ? std::string("kept") : done.error().to_string();
  };
  const std::string remedy = "Take 1 to 100 printable ASCII characters.";
  EXPECT_EQ(kept({{"", "1"}}), "no name of a list. " + remedy);
  EXPECT_EQ(kept({{long_text, "1"}}), "no name of a list: '" + long_text.substr(1) + "'. " + remedy);
  EXPECT_EQ(kept({{"a\n", "1"}}), "no name of a list: 'a\n'. " + remedy);
  const std::string sort = "Take at most 100 printable ASCII characters to sort by.";
  EXPECT_EQ(kept({{"a", "1"}, {"a", "ü"}}), "no place in a list: 'ü'. " + sort);
  EXPECT_EQ(kept({{"a", long_text}}), "no place in a list: '" + long_text.substr(1) + "'. " + sort);
  Entries many;
  for (int i = 0; i <= 100; ++i) many.push_back({"a", std::to_string(i)});
  const std::string too_many = "a stream stands in more than 100 places of lists. Give it fewer entries.";
  EXPECT_EQ(kept(many), too_many);
  EXPECT_EQ(store.version(name).value(), Version{});
  many.pop_back();
  EXPECT_EQ(kept(many), "kept");
  EXPECT_EQ(kept({{std::string(100, '~'), std::string(100, ' ')}}), "kept") << "a conflict, and no error";

  many.push_back({"b", ""});
  EXPECT_EQ(store.replace_entries(name, {1}, many).error().to_string(), too_many);
  EXPECT_EQ(store.replace_entries(stream("case/2"), {}, {}).error().to_string(),
            "a stream without events stands in no list: 'case/2'. Append its first event, with the entries.");
  EXPECT_EQ(store.list("").error().message, "no name of a list");
  EXPECT_EQ(store.list("a", "\x7f").error().message, "no place in a list");
  EXPECT_EQ(store.list("a", "", std::string(1, '\0')).error().message, "no place in a list");
  EXPECT_EQ(store.list("a", "", "", ListPlace{"\xff", "case/1"}).error().message, "no place in a list");
  EXPECT_EQ(store.list("a", "", "", ListPlace{"", "case 1"}).error().message, "no name of a stream");
  EXPECT_EQ(store.list("a", "", "", {}, 0).error().to_string(),
            "a page of a list has no room: '0'. Ask for at least 1.");
  EXPECT_EQ(store.count("").error().message, "no name of a list");
  EXPECT_EQ(store.count("a", "", "\n").error().message, "no place in a list");
}

}  // namespace
}  // namespace openimr::store
