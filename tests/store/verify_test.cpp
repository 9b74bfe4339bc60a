// A store that was doctored, and what is said of it. Each way to alter one is tried on both databases, against a head
// that was signed before.
#include "store/verify.h"

#include <functional>

#include "base/data.h"
#include "store/head.h"
#include "store/on_both.h"

namespace openimr::store {
namespace {

const Date kDay = *Date::from_iso("2015-10-19");

class Verify : public OnBoth {
 protected:
  void SetUp() override {
    address = new_address();
    Store store = opened(address);
    for (const char* name : {"case/1", "case/2", "user/1"})
      ASSERT_TRUE(store.append(stream(name), {}, events(5), key("k")));
    document = store.put("a letter").value();
    const auto signed_head = sign_head(store, kDay, SigningKey::make(folder.path() / "sign.key").value());
    ASSERT_TRUE(signed_head) << signed_head.error().to_string();
    head = *signed_head;
  }

  // The faults as "place: what".
  std::vector<std::string> faults(bool with_head = true) {
    Store store = opened(address, {.make = false, .keys = {}});
    const auto found = verify(store, with_head ? &head : nullptr);
    if (!found) return {found.error().to_string()};
    std::vector<std::string> out;
    for (const Fault& fault : found->faults) out.push_back(fault.place() + ": " + fault.what);
    return out;
  }

  std::string address;
  Head head{kDay, {}, {}, {}, {}};
  DocumentId document;
};
OPENIMR_ON_BOTH(Verify);

using Faults = std::vector<std::string>;

TEST_P(Verify, FindsNothingInASoundStore) {
  EXPECT_EQ(faults(), Faults());
  Store store = opened(address);
  ASSERT_TRUE(store.append(stream("case/1"), {5}, events(2)));
  ASSERT_TRUE(store.append(stream("case/new"), {}, events(2)));
  ASSERT_TRUE(store.put("another letter"));
  EXPECT_EQ(faults(), Faults()) << "what was added after the head is no fault";
  const auto found = verify(store, &head).value();
  EXPECT_EQ(found.events, 19);
  EXPECT_EQ(found.documents, 2);
  EXPECT_EQ(found.heads, store.heads().value());
}

TEST_P(Verify, FindsOneByteInAnyColumn) {
  const std::string place = "case/2, version 3";
  const std::string altered = place + ": the event is not the one its hash was made of";
  struct Change {
    const char* what;
    Faults expected;
  };
  for (const Change& change : std::vector<Change>{
           {"payload = replace(payload, '3', '4')", {altered}},
           {"payload = payload || ' '", {altered}},
           {"type = 'Noted'", {altered}},
           {"actor = 'reviewer-8'", {altered}},
           {"at = at + 1", {altered}},
           {"key = 'x'", {altered}},
           {"appended = 1", {altered}},
           {"previous = replace(previous, substr(previous, 1, 1), 'g')", {altered, ""}},
           {"hash = '00' || substr(hash, 3)",
            {altered, "case/2, version 4: the event does not follow the one before it"}},
       }) {
    SCOPED_TRACE(change.what);
    const std::string set =
        "update events set " + std::string(change.what) + " where stream = 'case/2' and version = 3";
    doctor(address, {"create table saved as select * from events", set});
    const auto found = faults(false);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0], change.expected[0]);
    if (change.expected.size() < 2 || !change.expected[1].empty()) {
      EXPECT_EQ(found, change.expected);
    }
    EXPECT_FALSE(faults().empty());
    doctor(address, {"delete from events", "insert into events select * from saved", "drop table saved"});
    ASSERT_EQ(faults(), Faults());
  }
}

TEST_P(Verify, FindsARemovedRow) {
  doctor(address, {"delete from events where stream = 'case/2' and version = 3"});
  EXPECT_EQ(faults(), (Faults{"case/2, version 3: the event is not there"}));
  doctor(address, {"delete from events where stream = 'case/2' and version = 2"});
  EXPECT_EQ(faults(), (Faults{"case/2, version 2: the events up to version 3 are not there"}));
  doctor(address, {"delete from events where stream = 'case/1' and version = 1"});
  EXPECT_EQ(faults()[0], "case/1, version 1: the event is not there");
}

TEST_P(Verify, FindsTwoSwappedRows) {
  doctor(address, {"update events set version = 99 where stream = 'case/2' and version = 3",
                   "update events set version = 3 where stream = 'case/2' and version = 4",
                   "update events set version = 4 where stream = 'case/2' and version = 99"});
  EXPECT_EQ(faults(), (Faults{"case/2, version 3: the event is not the one its hash was made of",
                              "case/2, version 4: the event is not the one its hash was made of",
                              "case/2, version 5: the event does not follow the one before it"}));
}

TEST_P(Verify, FindsACutTailByTheHead) {
  doctor(address, {"delete from events where stream = 'case/2' and version >= 4"});
  EXPECT_EQ(faults(false), Faults()) << "what is left is sound in itself";
  EXPECT_EQ(faults(),
            (Faults{"case/2, version 4: the stream ends before this event; the head knows it up to version 5"}));
}

TEST_P(Verify, FindsARemovedStreamByTheHead) {
  doctor(address, {"delete from events where stream = 'case/2'"});
  EXPECT_EQ(faults(false), Faults());
  EXPECT_EQ(faults(), (Faults{"case/2, version 5: the stream is not there; the head knows it"}));
}

TEST_P(Verify, FindsAHistoryThatWasWrittenAnewByTheHead) {
  doctor(address, {"delete from events where stream = 'case/2'"});
  {
    Store store = opened(address);
    auto other = events(7);
    other[1] = event("never happened");
    ASSERT_TRUE(store.append(stream("case/2"), {}, other));
  }
  EXPECT_EQ(faults(false), Faults()) << "its hashes are fresh";
  EXPECT_EQ(
      faults(),
      (Faults{
          "case/2, version 5: the event is another one than the head knows: the stream was written anew up to it"}));
}

TEST_P(Verify, FindsAlteredAndRemovedDocuments) {
  const std::string place = "document " + document.hash.hex();
  doctor(address, {GetParam() == Engine::sqlite ? "update documents set bytes = cast('a Letter' as blob)"
                                                : "update documents set bytes = convert_to('a Letter', 'UTF8')"});
  EXPECT_EQ(faults(), (Faults{place + ": the document is not the one its id was made of"}));
  Store store = opened(address);
  EXPECT_EQ(store.get(document).error().message, "a document was altered");
  doctor(address, {"delete from documents"});
  EXPECT_EQ(faults(), (Faults{place + ": the document is not there; the head knows it"}));
}

TEST_P(Verify, SignsNothingThatIsNotSound) {
  doctor(address, {"update events set payload = '{}' where stream = 'case/1' and version = 2"});
  Store store = opened(address);
  const auto signed_head = sign_head(store, kDay, SigningKey::read(folder.path() / "sign.key").value());
  ASSERT_FALSE(signed_head);
  EXPECT_EQ(signed_head.error().message,
            "the store does not verify, and is not signed: the event is not the one its hash was made of");
  EXPECT_EQ(signed_head.error().offending, "case/1, version 2");
}

TEST_P(Verify, SaysWhatItCannotOpen) {
  const auto missing = Store::open(GetParam() == Engine::sqlite ? folder.path().string() + "/none.db" : new_address(),
                                   {.make = false, .keys = {}});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, GetParam() == Engine::sqlite ? "there is no store here" : "this is no store");
}

// Any byte of SQLite's file: either nothing that was kept is another, or it is found.
TEST(VerifyFile, FindsWhatAByteOfTheFileChanges) {
  const TempFolder folder;
  const std::string path = folder.path() / "store.db";
  Head head{kDay, {}, {}, {}, {}};
  std::vector<std::vector<Event>> before;
  const auto content = [](Store& store) {
    std::vector<std::vector<Event>> out;
    for (int i = 0; i < 20; ++i) {
      auto all = store.read(stream("case/" + std::to_string(i)));
      out.push_back(all ? std::move(*all) : std::vector<Event>());
    }
    return out;
  };
  {
    Store store = opened(path);
    for (int i = 0; i < 20; ++i)
      ASSERT_TRUE(store.append(stream("case/" + std::to_string(i)), {}, events(5), key("k")));
    head = sign_head(store, kDay, SigningKey::make(folder.path() / "sign.key").value()).value();
    before = content(store);
  }
  const std::string sound = read_file(path, 1U << 28U).value();
  unsigned seed = 4711;
  int found = 0;
  constexpr int kFlips = 300;
  for (int i = 0; i < kFlips; ++i) {
    std::string bytes = sound;
    seed = seed * 1103515245U + 12345U;
    const std::size_t at = (seed >> 4U) % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (i % 8)));
    const std::string copy = folder.write("copy.db", bytes);
    std::filesystem::remove(copy + "-wal");
    std::filesystem::remove(copy + "-shm");
    auto store = Store::open(copy, {.make = false, .keys = {}});
    if (!store) {
      ++found;
      continue;
    }
    const auto faults = verify(*store, &head);
    if (!faults || !faults->faults.empty()) {
      ++found;
    } else {
      EXPECT_EQ(content(*store), before) << "byte " << at;
    }
  }
  EXPECT_GT(found, kFlips / 4) << "the rest is empty space";
}

}  // namespace
}  // namespace openimr::store
