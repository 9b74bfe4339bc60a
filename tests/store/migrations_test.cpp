// Stores of earlier steps are brought up to date with what they hold; later ones are left alone.
#include "store/migrations.h"

#include "store/on_both.h"
#include "store/verify.h"

namespace openimr::store {
namespace {

class Migrations : public OnBoth {
 protected:
  // A store that has taken its first steps only.
  void make(const std::string& address, int last) {
    const auto where = Address::of(address).value();
    soci::session sql;
    open_behind(sql, where);
    migrate(sql, dialect_of(where.engine), last);
    EXPECT_EQ(migration_of(sql, dialect_of(where.engine)), last);
  }
};
OPENIMR_ON_BOTH(Migrations);

TEST_P(Migrations, BringAnOldStoreUpToDate) {
  const auto sound = chained(stream("case/1"), {}, {}, {event("of old")}, {}).front();
  for (int last = 1; last < newest_migration(); ++last) {
    const std::string address = new_address();
    make(address, last);
    doctor(address, {"insert into events values ('case/1', 1, '" + sound.type + "', " +
                     std::to_string(sound.at.time_since_epoch().count()) + ", '" + sound.actor + "', '" +
                     sound.payload + "', '', 1, '" + sound.previous.hex() + "', '" + sound.hash.hex() + "')"});
    const auto old = Store::open(address, {.make = false, .keys = {}});
    ASSERT_FALSE(old);
    EXPECT_EQ(old.error().message, "the store is of an older openimr");
    EXPECT_EQ(old.error().remedy, "Bring it up to date: openimr store create STORE.");
    Store store = opened(address);
    EXPECT_EQ(store.read(stream("case/1")).value(), std::vector{sound});
    EXPECT_TRUE(store.put("a letter"));
    EXPECT_TRUE(store.append(stream("case/1"), {1}, events(1)));
    EXPECT_TRUE(verify(store).value().faults.empty());
  }
}

TEST_P(Migrations, LeaveANewerStoreAlone) {
  const std::string address = new_address();
  make(address, newest_migration());
  const int next = newest_migration() + 1;
  doctor(address, {"insert into store_migrations values (" + std::to_string(next) + ", 'later')"});
  const auto store = Store::open(address);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().message, "the store was made by a newer openimr");
  EXPECT_EQ(store.error().offending, "step " + std::to_string(next));
  EXPECT_EQ(store.error().remedy, "Take that openimr, or a newer one.");
}

TEST_P(Migrations, TakeAllStepsOrNone) {
  const std::string address = new_address();
  doctor(address, {"create table documents (id integer)"});  // in the way of the second step
  EXPECT_FALSE(Store::open(address));
  doctor(address, {"drop table documents"});
  EXPECT_TRUE(Store::open(address));
}

TEST(MigrationsFile, MakeAFileForItsOwnerAlone) {
  const TempFolder folder;
  Store store = opened(folder.path() / "store.db");
  ASSERT_TRUE(store.append(stream("case/1"), {}, events(1)));
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"store.db", "store.db-shm", "store.db-wal"}));
  for (const std::string& name : folder.names()) {
    EXPECT_EQ(std::filesystem::status(folder.path() / name).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
        << name;
  }
}

TEST(MigrationsFile, OpenNothingThatIsNoStore) {
  const TempFolder folder;
  const auto message = [](const std::string& address) {
    const auto store = Store::open(address);
    return store ? std::string("opened") : store.error().to_string();
  };
  const std::string text = folder.write("letter.txt", std::string(5000, 'x'));
  EXPECT_EQ(message(text), text +
                               ": the store is damaged, or is none: 'file is not a database'. "
                               "Restore the latest backup: openimr store restore FILE STORE.");
  EXPECT_EQ(message(folder.path()),
            folder.path().string() + ": this is a folder, and a store is a file. Name the file.");
  const std::string nowhere = folder.path() / "no" / "store.db";
  EXPECT_EQ(message(nowhere),
            nowhere + ": there is no such folder: '" + (folder.path() / "no").string() + "'. Make the folder first.");
  EXPECT_TRUE(
      message("postgresql:host=" + folder.path().string() + " dbname=imr")
          .find("the database cannot be reached, or went away. See that PostgreSQL runs and the address is right") !=
      std::string::npos);
}

}  // namespace
}  // namespace openimr::store
