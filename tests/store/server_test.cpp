// PostgreSQL as a server: connections that are lost, a server that is away, and databases that may not serve as a
// store.
#include "store/on_both.h"
#include "store/verify.h"

namespace openimr::store {
namespace {

using Outcome = Appended::Outcome;

constexpr const char* kGone = "the database cannot be reached, or went away";

// Ends every connection to the database but the one that asks.
void end_connections(const std::string& address) {
  doctor(address, {"select pg_terminate_backend(pid) from pg_stat_activity "
                   "where datname = current_database() and pid <> pg_backend_pid()"});
}

std::string with(std::string address, const std::string& word, const std::string& value) {
  const std::size_t at = address.find(word + '=') + word.size() + 1;
  return address.replace(at, std::min(address.find(' ', at), address.size()) - at, value);
}

std::string message(const std::string& address) {
  const auto store = Store::open(address);
  return store ? std::string("opened") : store.error().message;
}

TEST(Server, ALostConnectionIsMadeAgainWhereThatIsHarmless) {
  const std::string address = PostgresCluster::shared().new_database();
  const StreamId name = stream("case/1");
  Store store = opened(address);
  ASSERT_TRUE(store.append(name, {}, events(2)));
  end_connections(address);
  EXPECT_EQ(store.read(name).value().size(), 2U);
  end_connections(address);
  EXPECT_EQ(store.append(name, {2}, events(1), key("k")).value(), (Appended{Outcome::kept, {3}}));
  end_connections(address);
  EXPECT_TRUE(store.put("a letter"));
  end_connections(address);
  const auto unsure = store.append(name, {3}, events(1));
  ASSERT_FALSE(unsure) << "without a key nobody can say whether it was kept";
  EXPECT_EQ(unsure.error().code, ErrorCode::unavailable);
  EXPECT_EQ(unsure.error().message, kGone);
  EXPECT_EQ(store.version(name).value(), Version{3});
  EXPECT_EQ(store.append(name, {3}, events(1)).value().version, Version{4});
}

TEST(Server, ThatIsAwayIsAClearError) {
  PostgresCluster& server = PostgresCluster::shared();
  const std::string address = server.new_database();
  const StreamId name = stream("case/1");
  Store store = opened(address);
  ASSERT_TRUE(store.append(name, {}, events(2)));
  server.kill();
  for (int i = 0; i < 2; ++i) {
    const auto read = store.read(name);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().to_string(),
              address + ": " + kGone + ". See that PostgreSQL runs and the address is right, then do it again.");
    EXPECT_EQ(store.append(name, {2}, events(1), key("k")).error().code, ErrorCode::unavailable);
  }
  EXPECT_EQ(message(address), kGone);
  server.start();
  EXPECT_EQ(store.append(name, {2}, events(1), key("k")).value(), (Appended{Outcome::kept, {3}}));
  EXPECT_TRUE(verify(store).value().faults.empty());
}

TEST(Server, ThatDoesNotKeepItsWordIsRefused) {
  const std::string address = PostgresCluster::shared().new_database();
  EXPECT_EQ(message(with(address, "dbname", "none")), "there is no such database");
  const std::string no_rights = "the store may not be opened or written by this user";
  EXPECT_EQ(message(with(address, "user", "guest")), no_rights) << "there is no such user";
  doctor(address, {"create role guest login"});
  EXPECT_EQ(message(with(address, "user", "guest")), no_rights) << "it may make no tables";
  doctor(address, {"create database ascii encoding 'SQL_ASCII' template template0"});
  EXPECT_EQ(message(with(address, "dbname", "ascii")), "the database does not keep UTF-8");
  doctor(address, {"alter database " + address.substr(address.find("dbname=") + 7) + " set synchronous_commit = off"});
  Store store = opened(address);
  EXPECT_TRUE(store.append(stream("case/1"), {}, events(1)));
  doctor(address, {"alter system set fsync = off", "select pg_reload_conf()", "select pg_sleep(0.3)"});
  EXPECT_EQ(message(address), "this PostgreSQL does not wait for its disk, so events could be lost");
  doctor(address, {"alter system set fsync = on", "select pg_reload_conf()", "select pg_sleep(0.3)"});
  EXPECT_EQ(message(address), "opened");
}

}  // namespace
}  // namespace openimr::store
