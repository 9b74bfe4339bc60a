// Disks that are full or fail: a clear error, and a store that verifies and goes on when the disk does.
#include <csignal>
#include <set>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/data.h"
#include "store/backup.h"
#include "store/failing_disk.h"
#include "store/on_both.h"
#include "store/parts.h"
#include "store/verify.h"

namespace openimr::store {
namespace {

using Call = FailingDisk::Call;

constexpr const char* kFull = "the disk of the store is full; nothing of this was kept";
constexpr const char* kRefused = "the disk of the store refused to read or write; this was not acknowledged";

struct Way {
  const char* name;
  Call call;
  int result;
  bool for_good;
  const char* message;
};

constexpr Way kWays[] = {
    {"full for good", Call::write, SQLITE_FULL, true, kFull},
    {"full once", Call::write, SQLITE_FULL, false, kFull},
    {"a write fails for good", Call::write, SQLITE_IOERR_WRITE, true, kRefused},
    {"a write fails once", Call::write, SQLITE_IOERR_WRITE, false, kRefused},
    {"a sync fails for good", Call::sync, SQLITE_IOERR_FSYNC, true, kRefused},
    {"a sync fails once", Call::sync, SQLITE_IOERR_FSYNC, false, kRefused},
    {"a truncation fails", Call::truncate, SQLITE_IOERR_TRUNCATE, true, kRefused},
};

// One append after another, each under its key, with a document between, and what was acknowledged.
struct Load {
  std::vector<Appended> kept;
  std::vector<std::string> messages;

  void run(Store& store) {
    const StreamId name = stream("case/1");
    for (int i = 0; i < 6; ++i) {
      const auto version = store.version(name);
      if (!version) {
        messages.push_back(version.error().message);
        continue;
      }
      const int count = 1 + i % 3;
      const std::vector<Entry> entries = {{"load", std::to_string(version->number + count)}};
      const auto done = store.append(name, *version, events(count), key("k" + std::to_string(i)), &entries);
      if (done) {
        kept.push_back(*done);
      } else {
        messages.push_back(done.error().message);
      }
      if (auto id = store.put(std::string(9000, static_cast<char>('a' + i))); !id)
        messages.push_back(id.error().message);
    }
  }
};

// Events and entries are kept both or neither.
void stands_at_its_version(Store& store) {
  const std::int64_t version = store.version(stream("case/1")).value().number;
  const auto expected =
      version == 0 ? std::vector<ListPlace>() : std::vector<ListPlace>{{std::to_string(version), "case/1"}};
  EXPECT_EQ(store.list("load").value(), expected);
}

// The first calls each, then some of them; with OPENIMR_SLOW=1 all.
constexpr int kEach = 5;
constexpr int kStep = 9;

TEST(DiskFaults, OfAnyWriteLeaveASoundStore) {
  const TempFolder folder;
  FailingDisk disk;
  int store_number = 0;
  for (const Way& way : kWays) {
    bool reached = true;
    for (int n = 1; reached && n < 200; n += slow() || n < kEach ? 1 : kStep) {
      SCOPED_TRACE(std::string(way.name) + ", call " + std::to_string(n));
      const std::string path = folder.path() / (std::to_string(++store_number) + ".db");
      Load load;
      {
        Store store = opened(path);
        // Copy every commit into the file at once, so that those writes can fail too.
        ASSERT_TRUE(store.parts().database.run([](Connection& c) { c.sql << "pragma wal_autocheckpoint = 1"; }));
        ASSERT_TRUE(store.append(stream("case/0"), {}, events(3)));
        disk.fail_at(way.call, n, way.result, way.for_good);
        load.run(store);
        reached = disk.failed();
        const auto now = store.read(stream("case/0"));
        if (now) EXPECT_EQ(now->size(), 3U);
        disk.mend();
        for (const std::string& message : load.messages) EXPECT_EQ(message, way.message);
        stands_at_its_version(store);
        // The same connection goes on, and what was not acknowledged can be done again.
        Load again;
        again.run(store);
        EXPECT_EQ(again.messages, std::vector<std::string>());
        EXPECT_EQ(again.kept.size(), 6U);
      }
      Store store = opened(path);
      EXPECT_EQ(store.read(stream("case/1")).value().size(), 12U);
      stands_at_its_version(store);
      const auto found = verify(store).value();
      for (const Fault& fault : found.faults) ADD_FAILURE() << fault.place() << ": " << fault.what;
      EXPECT_EQ(found.documents, 6);
    }
    EXPECT_FALSE(reached) << way.name << ": there are more calls than were tried";
  }
}

// The file may not grow: as on a full disk, but by the kernel.
TEST(DiskFaults, AFileThatMayNotGrowIsAClearError) {
  const TempFolder folder;
  const std::string path = folder.path() / "store.db";
  {
    opened(path);
  }
  const std::string said = folder.path() / "said";
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{400'000, 400'000};
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(1);
    Store store = opened(path);
    Version version;
    for (;;) {
      const auto done = store.append(stream("case/1"), version, {event(std::string(5000, 'x'))});
      if (!done) {
        folder.write("said", std::to_string(version.number) + " " + done.error().message);
        _exit(0);
      }
      version = done->version;
    }
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  const std::string text = read_file(said, 1U << 20U).value();
  const std::size_t space = text.find(' ');
  EXPECT_EQ(text.substr(space + 1), kRefused);
  Store store = opened(path);
  EXPECT_GE(store.version(stream("case/1")).value().number, std::stoll(text.substr(0, space)));
  EXPECT_GT(store.version(stream("case/1")).value().number, 10);
  EXPECT_TRUE(verify(store).value().faults.empty());
}

// One server process of PostgreSQL may not let its files grow.
TEST(DiskFaults, OfPostgresqlLeaveASoundStore) {
  Store store = opened(PostgresCluster::shared().new_database());
  int server = 0;
  ASSERT_TRUE(
      store.parts().database.run([&](Connection& c) { c.sql << "select pg_backend_pid()", soci::into(server); }));
  PostgresCluster::shared().limit_files(server, 16U << 20U);  // a segment of its log still fits
  std::string noise(300'000, '\0');
  unsigned seed = 1;
  Version version;
  std::string message;
  std::vector<std::string> kept;
  for (int i = 0; i < 200 && message.empty(); ++i) {
    for (char& c : noise) {
      seed = seed * 1103515245U + 12345U;
      c = static_cast<char>('!' + (seed >> 20U) % 90);
    }
    const auto id = store.put(noise);
    const auto done =
        id ? store.append(stream("case/1"), version, {event(id->hash.hex())}) : tl::unexpected(id.error());
    if (done) {
      version = done->version;
      kept.push_back(id->hash.hex());
    } else {
      message = done.error().message;
      EXPECT_EQ(done.error().code, ErrorCode::unavailable);
    }
  }
  EXPECT_EQ(message, kRefused);
  PostgresCluster::shared().limit_files(server, RLIM_INFINITY);
  EXPECT_EQ(store.read(stream("case/1")).value().size(), kept.size());
  EXPECT_TRUE(verify(store).value().faults.empty());
  EXPECT_TRUE(store.put(noise));
  EXPECT_TRUE(store.append(stream("case/1"), version, events(1)));
}

TEST(DiskFaults, OfABackupLeaveNoFile) {
  const TempFolder folder;
  Store store = opened(folder.path() / "store.db");
  ASSERT_TRUE(store.append(stream("case/1"), {}, {event(std::string(3'000'000, 'x'))}));
  const pid_t child = fork();
  if (child == 0) {
    Store own = opened(folder.path() / "store.db");
    const rlimit limit{2'000'000, 2'000'000};
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(1);
    const auto done = backup(own, folder.path() / "store.backup");
    _exit(!done && done.error().message == "the file could not be written" ? 0 : 2);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  for (const std::string& name : folder.names()) EXPECT_FALSE(name.starts_with("store.backup")) << name;
}

}  // namespace
}  // namespace openimr::store
