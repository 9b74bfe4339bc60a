// `openimr store`: the store at the command line. The store itself is tested in tests/store.
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "store/soci.h"
#include "store/store.h"
#include "support/engine.h"
#include "support/postgres.h"
#include "support/process.h"

namespace openimr {
namespace {

using testing::Ended;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;

class StoreCommand : public ::testing::Test {
 protected:
  Ended run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "store");
    return testing::run(
        {.arguments = std::move(arguments), .environment = {{"OPENIMR_TODAY", "2015-10-19"}}, .folder = folder.path()});
  }
  void fill(const std::string& address, std::optional<store::KeyRing> keys = {}) {
    auto made = store::Store::open(address, {true, std::move(keys)}).value();
    for (const char* name : {"case/1", "case/2"}) {
      ASSERT_TRUE(
          made.append(store::StreamId::of(name).value(), {},
                      {{"received", {}, "clerk", "{}"}, {"assigned", {}, "clerk", "{}"}, {"signed", {}, "dr", "{}"}}));
    }
    ASSERT_TRUE(made.put("a letter"));
  }
  void doctor(const std::string& statement) {
    soci::session sql(soci::sqlite3, folder.path() / "imr.db");
    sql << statement;
  }

  testing::TempFolder folder;
};

TEST_F(StoreCommand, SignsAHeadAndHoldsTheStoreToIt) {
  fill(folder.path() / "imr.db");
  const Ended made = run({"keys", "signing", "sign.key"});
  EXPECT_EQ(made.exit_code, kDone) << made.err;
  EXPECT_EQ(made.out, "sign.key: a key to sign heads with. sign.key.pub is for everyone who checks them.\n");
  const Ended head = run({"head", "imr.db", "--sign", "sign.key", "--out", "head.json"});
  EXPECT_EQ(head.exit_code, kDone) << head.err;
  EXPECT_TRUE(head.out.starts_with("Head of 2015-10-19: 6 events in 2 streams, 1 document. Root ")) << head.out;
  const auto file = nlohmann::json::parse(testing::read_whole(folder.path() / "head.json"));
  EXPECT_EQ(file["streams"][1][0], "case/2");
  EXPECT_EQ(file["streams"][1][1], 3);
  EXPECT_EQ(run({"head", "imr.db", "--sign", "sign.key"}).out, testing::read_whole(folder.path() / "head.json"));

  const Ended sound = run({"verify", "imr.db", "--head", "head.json", "--signer", "sign.key.pub"});
  EXPECT_EQ(sound.exit_code, kDone) << sound.err;
  EXPECT_EQ(sound.out,
            "6 events in 2 streams, 1 document: sound.\n"
            "All that the head of 2015-10-19 covers (6 events in 2 streams, 1 document) is there and the same.\n"
            "It was signed with " +
                file["public_key"].get<std::string>() + ".\n");

  doctor("delete from events where stream = 'case/2' and version = 3");
  doctor("update events set actor = 'nobody' where stream = 'case/1' and version = 2");
  const Ended found = run({"verify", "imr.db", "--head", "head.json"});
  EXPECT_EQ(found.exit_code, kFailed);
  EXPECT_EQ(found.out,
            "case/1, version 2: the event is not the one its hash was made of\n"
            "case/2, version 3: the stream ends before this event; the head knows it up to version 3\n"
            "5 events in 2 streams, 1 document: 2 faults.\n");
  const auto data = nlohmann::json::parse(run({"verify", "imr.db", "--head", "head.json", "--format", "json"}).out);
  EXPECT_EQ(data["faults"][1]["stream"], "case/2");
  EXPECT_EQ(data["faults"][1]["version"], 3);
  EXPECT_EQ(data["head"], "2015-10-19");
  const Ended refused = run({"head", "imr.db", "--sign", "sign.key", "--out", "head2.json"});
  EXPECT_EQ(refused.exit_code, kBadInput);
  EXPECT_EQ(refused.err,
            "imr.db: the store does not verify, and is not signed: the event is not the one its hash was made "
            "of: 'case/1, version 2'. Find all that is wrong: openimr store verify STORE.\n");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "head2.json"));
}

TEST_F(StoreCommand, KnowsWhoSigned) {
  fill(folder.path() / "imr.db");
  run({"keys", "signing", "sign.key"});
  run({"keys", "signing", "other.key"});
  run({"head", "imr.db", "--sign", "other.key", "--out", "head.json"});
  const Ended ended = run({"verify", "imr.db", "--head", "head.json", "--signer", "sign.key.pub"});
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_TRUE(ended.err.starts_with("head.json: the head was signed with another key: '")) << ended.err;
  EXPECT_TRUE(ended.err.ends_with("Take the head that was signed with the key of sign.key.pub.\n")) << ended.err;
}

TEST_F(StoreCommand, BacksUpAndRestores) {
  EXPECT_EQ(run({"keys", "documents", "keys"}).exit_code, kDone);
  fill(folder.path() / "imr.db", store::KeyRing::read(folder.path() / "keys").value());
  run({"keys", "signing", "sign.key"});
  run({"head", "imr.db", "--keys", "keys", "--sign", "sign.key", "--out", "head.json"});
  const Ended saved = run({"backup", "imr.db", "--out", "imr.backup"});
  EXPECT_EQ(saved.exit_code, kDone) << saved.err;
  EXPECT_EQ(saved.out, "imr.backup: 6 events in 2 streams, 1 document.\n");
  const Ended back = run({"restore", "imr.backup", "back.db", "--keys", "keys", "--head", "head.json"});
  EXPECT_EQ(back.exit_code, kDone) << back.err;
  EXPECT_EQ(back.out_lines().front(), "back.db: 6 events in 2 streams, 1 document, restored and verified.");
  EXPECT_EQ(back.out_lines()[1], "6 events in 2 streams, 1 document: sound.");
  EXPECT_EQ(back.out_lines().back(),
            "Lists of work are no part of a backup. Make them anew: openimr case index --store back.db");
  const Ended server = run({"restore", "imr.backup", testing::PostgresCluster::shared().new_database()});
  EXPECT_EQ(server.exit_code, kDone) << server.err;

  const Ended twice = run({"restore", "imr.backup", "back.db"});
  EXPECT_EQ(twice.exit_code, kWrongUse);
  EXPECT_EQ(twice.err,
            "back.db: the store is not empty. Restore into a new store, and take it in the place of this one.\n");
  const std::string text = testing::read_whole(folder.path() / "imr.backup");
  folder.write("cut.backup", text.substr(0, text.size() / 2));
  const Ended cut = run({"restore", "cut.backup", "never.db"});
  EXPECT_EQ(cut.exit_code, kBadInput);
  EXPECT_TRUE(cut.err.starts_with("cut.backup:5: the backup was cut in the middle of this line. ")) << cut.err;
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "never.db")) << "no store is made for it";
  run({"keys", "documents", "others"});
  EXPECT_EQ(run({"restore", "imr.backup", "never.db", "--keys", "others"}).exit_code, kWrongUse);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "never.db"));
}

TEST_F(StoreCommand, ChangesKeys) {
  run({"keys", "documents", "keys"});
  fill(folder.path() / "imr.db", store::KeyRing::read(folder.path() / "keys").value());
  const Ended rotated = run({"keys", "rotate", "imr.db", "--keys", "keys"});
  EXPECT_EQ(rotated.exit_code, kDone) << rotated.err;
  EXPECT_TRUE(rotated.out.starts_with("1 document: sealed with the new key ")) << rotated.out;
  EXPECT_EQ(run({"verify", "imr.db", "--keys", "keys"}).out,
            "6 events in 2 streams, 1 document: sound.\n"
            "Without a head (--head FILE), what was cut off at an end or written anew cannot be seen.\n");
  EXPECT_EQ(run({"verify", "imr.db"}).out_lines()[1],
            "1 document not opened: sealed with other keys than were given (--keys FILE).");
  const Ended again = run({"keys", "documents", "keys"});
  EXPECT_EQ(again.exit_code, kWrongUse);
  EXPECT_EQ(again.err, "keys: the file is there already, and keys are never written over. Name another file.\n");
  const std::string before = testing::read_whole(folder.path() / "keys");
  EXPECT_EQ(run({"keys", "rotate", "none.db", "--keys", "keys"}).exit_code, kBadInput);
  EXPECT_EQ(testing::read_whole(folder.path() / "keys"), before) << "no key is made for a store that is not there";
}

TEST_F(StoreCommand, MakesAStore) {
  EXPECT_EQ(run({"verify", "imr.db"}).err, "imr.db: there is no store here. Make one: openimr store create FILE.\n");
  EXPECT_EQ(run({"create", "imr.db"}).out, "imr.db: ready.\n");
  EXPECT_EQ(run({"create", "sqlite:imr.db"}).out, "imr.db: ready.\n");
  EXPECT_EQ(run({"verify", "imr.db"}).out_lines().front(), "0 events in 0 streams, 0 documents: sound.");
  const Ended wrong = run({"create", "mysql://db/imr"});
  EXPECT_EQ(wrong.exit_code, kWrongUse);
  EXPECT_EQ(run({"head", "imr.db"}).exit_code, kWrongUse) << "--sign is needed";
  EXPECT_EQ(run({"head", "imr.db", "--sign", "none"}).exit_code, kBadInput);
}

}  // namespace
}  // namespace openimr
