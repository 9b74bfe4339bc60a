// Backups, restored into both databases; and each way in which a backup can be none.
#include "store/backup.h"

#include <algorithm>
#include <memory>

#include <unistd.h>

#include "base/data.h"
#include "store/head.h"
#include "store/on_both.h"
#include "support/store_writer.h"

namespace openimr::store {
namespace {

class Backup : public OnBoth {
 protected:
  void SetUp() override {
    ring = KeyRing::make(folder.path() / "keys").value();
    address = new_address();
    Store store = opened(address, {.make = true, .keys = ring});
    for (int i = 0; i < 30; ++i)
      ASSERT_TRUE(store.append(stream("case/" + std::to_string(i)), {}, events(1 + i), key("k")));
    ASSERT_TRUE(store.append(stream("case/odd"), {}, {{"größer", kMorning, "\"", "\"\\u0000\\n ü\""}}));
    ids = {store.put("a letter").value(), store.put(std::string("\0\xff\n", 3)).value()};
    head =
        sign_head(store, *Date::from_iso("2015-10-19"), SigningKey::make(folder.path() / "sign.key").value()).value();
    const auto written = backup(store, file);
    ASSERT_TRUE(written) << written.error().to_string();
    EXPECT_EQ(written->events, 30 * 31 / 2 + 1);
    EXPECT_EQ(written->streams, 31);
    EXPECT_EQ(written->documents, 2);
    text = read_file(file, 1U << 28U).value();
  }

  std::string restored(const std::string& from, std::optional<KeyRing> keys) {
    const auto changed = folder.write("changed.backup", from);
    Store store = opened(empty_, {.make = true, .keys = std::move(keys)});
    const auto done = restore(store, changed);
    EXPECT_TRUE(store.heads().value().empty()) << "the store is unchanged";
    EXPECT_FALSE(store.has(ids[0]).value());
    return done ? "restored" : done.error().to_string();
  }
  std::string line(int number) const {
    std::size_t at = 0;
    for (int i = 1; i < number; ++i) at = text.find('\n', at) + 1;
    return text.substr(at, text.find('\n', at) + 1 - at);
  }
  int lines() const { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

  std::filesystem::path file = folder.path() / "store.backup";
  std::string address, text;
  std::optional<KeyRing> ring;
  std::vector<DocumentId> ids;
  Head head{*Date::from_iso("2015-10-19"), {}, {}, {}, {}};

  std::string empty_ = new_address();
};
OPENIMR_ON_BOTH(Backup);

TEST_P(Backup, IsRestoredWhole) {
  const std::string to = new_address();
  Store store = opened(to, {.make = true, .keys = ring});
  const auto done = restore(store, file);
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(done->events, 30 * 31 / 2 + 1);
  EXPECT_EQ(done->sealed_unread, 0);
  Store before = opened(address);
  EXPECT_EQ(store.heads().value(), before.heads().value());
  EXPECT_EQ(store.read(stream("case/odd")).value(), before.read(stream("case/odd")).value());
  EXPECT_EQ(store.get(ids[1]).value(), std::string("\0\xff\n", 3));
  EXPECT_TRUE(verify(store, &head).value().faults.empty());
  // It goes on from there: keys are known, versions too, and a backup of it is the same file.
  EXPECT_EQ(store.append(stream("case/3"), {}, events(4), key("k")).value().outcome, Appended::Outcome::repeated);
  ASSERT_TRUE(backup(store, folder.path() / "again.backup"));
  EXPECT_EQ(read_file(folder.path() / "again.backup", 1U << 28U).value(), text);
  EXPECT_EQ(store.append(stream("case/3"), {4}, events(1)).value().version, Version{5});
}

TEST_P(Backup, IsOneStateOfAStoreInUse) {
  std::vector<std::unique_ptr<testing::StoreWriter>> writers;
  for (int i = 0; i < 3; ++i)
    writers.push_back(std::make_unique<testing::StoreWriter>(
        testing::WriterTask{address, "busy/" + std::to_string(i), i, 0, 1 << 30, 3, false}));
  Store store = opened(address);
  for (int i = 0; i < 5; ++i) {
    while (writers[0]->acknowledged().size() < static_cast<std::size_t>(i + 1) * 3) usleep(500);
    const auto busy = folder.path() / ("busy" + std::to_string(i));
    const auto written = backup(store, busy);
    ASSERT_TRUE(written) << written.error().to_string();
    EXPECT_GT(written->events, 30 * 31 / 2 + 1);
    EXPECT_EQ(check_backup(busy, &*ring).value().events, written->events);
  }
  for (auto& writer : writers) writer->kill();
  EXPECT_TRUE(verify(store, &head).value().faults.empty());
}

TEST_P(Backup, MovesIntoTheOtherDatabase) {
  const std::string other = GetParam() == Engine::sqlite ? PostgresCluster::shared().new_database()
                                                         : "sqlite:" + (folder.path() / "other.db").string();
  Store store = opened(other);
  const auto done = restore(store, file);
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(done->sealed_unread, 2) << "without keys documents move as they are sealed";
  EXPECT_TRUE(verify(store, &head).value().faults.empty());
  ASSERT_TRUE(backup(store, folder.path() / "again.backup"));
  EXPECT_EQ(read_file(folder.path() / "again.backup", 1U << 28U).value(), text);
}

TEST_P(Backup, ThatWasCutSaysWhere) {
  const std::string name = (folder.path() / "changed.backup").string();
  const std::string remedy = "Copy the backup again from where it was made, or take another one; nothing was restored.";
  EXPECT_EQ(restored(text.substr(0, line(1).size() + line(2).size() / 2), ring),
            name + ":2: the backup was cut in the middle of this line. " + remedy);
  EXPECT_EQ(restored(text.substr(0, line(1).size() + line(2).size()), ring),
            name + ":3: the backup was cut: its last line is missing. " + remedy);
  EXPECT_EQ(restored(text.substr(0, text.size() - 1), ring),
            name + ":" + std::to_string(lines()) + ": the backup was cut in the middle of this line. " + remedy);
  EXPECT_EQ(restored("", ring), name + ":1: this is no backup of a store. " + remedy);
  for (std::size_t size = 1; size < text.size(); size += text.size() / 25)
    EXPECT_NE(restored(text.substr(0, size), ring), "restored");
}

TEST_P(Backup, ThatWasAlteredSaysWhere) {
  const std::string name = (folder.path() / "changed.backup").string();
  const auto with = [&](const std::string& old, const std::string& fresh) {
    std::string out = text;
    out.replace(out.find(old), old.size(), fresh);
    return restored(out, ring);
  };
  EXPECT_TRUE(
      with(line(5), "").starts_with(name + ":5: an event is missing, or in another place: 'case/10, version 2'"))
      << with(line(5), "");
  EXPECT_TRUE(with(line(6), line(7)).starts_with(name + ":6: an event is missing"));
  EXPECT_TRUE(with("event 3", "event 4").find("an event is not the one its hash was made of") != std::string::npos);
  EXPECT_TRUE(with(line(3), "{\"stream\": 1}\n").starts_with(name + ":3: this line is none of a backup"));
  EXPECT_TRUE(with(line(3), "nonsense\n").starts_with(name + ":3: this line is none of a backup"));
  const std::string document = line(lines() - 1);
  EXPECT_TRUE(with(document, "").ends_with("nothing was restored.")) << with(document, "");
  std::string altered = document;
  altered[altered.find("\"bytes\":\"") + 20] ^= 1;
  EXPECT_TRUE(with(document, altered).find("a document was altered") != std::string::npos) << with(document, altered);
  EXPECT_TRUE(restored(text + "\n", ring).find("something follows the last line of the backup") != std::string::npos);
  // Lines that were swapped whole, with a chain that holds: only the last line's hash knows.
  std::string reworded = text;
  const std::size_t at = reworded.find("\"actor\":");
  reworded.insert(at, " ");
  EXPECT_TRUE(restored(reworded, ring).find("the backup does not hold what its last line says") != std::string::npos);
}

TEST_P(Backup, NeedsItsKeys) {
  const auto other = KeyRing::make(folder.path() / "others").value();
  const std::string message = restored(text, other);
  EXPECT_TRUE(message.starts_with((folder.path() / "changed.backup").string() + ":" + std::to_string(lines() - 2) +
                                  ": the document is sealed with a key that this file does not hold: '"))
      << message;
  EXPECT_TRUE(message.ends_with("Nothing was restored."));
}

TEST_P(Backup, FillsOnlyAnEmptyStore) {
  Store store = opened(address, {.make = true, .keys = ring});
  const auto heads = store.heads().value();
  const auto done = restore(store, file);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "the store is not empty");
  EXPECT_EQ(done.error().remedy, "Restore into a new store, and take it in the place of this one.");
  EXPECT_EQ(store.heads().value(), heads);
  EXPECT_EQ(restore(store, folder.path() / "none").error().message, "there is no such backup");
}

TEST_P(Backup, OfADamagedStoreIsNotMade) {
  doctor(address, {"update events set payload = '{}' where stream = 'case/3' and version = 2"});
  Store store = opened(address);
  const auto done = backup(store, folder.path() / "damaged.backup");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().offending, "case/3, version 2");
  for (const std::string& name : folder.names()) EXPECT_FALSE(name.starts_with("damaged.backup")) << name;
  EXPECT_EQ(backup(store, folder.path() / "no such folder" / "x").error().message, "the file could not be written");
}

}  // namespace
}  // namespace openimr::store
