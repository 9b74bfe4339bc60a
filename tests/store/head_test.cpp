// The file of a head, and what is said of one that was altered.
#include "store/head.h"

#include <gtest/gtest.h>

#include "support/process.h"

namespace openimr::store {
namespace {

using testing::TempFolder;

class HeadFile : public ::testing::Test {
 protected:
  void SetUp() override {
    Hash ones, twos;
    ones.bytes.fill(1);
    twos.bytes.fill(2);
    head.streams = {{StreamId::of("case/1").value(), {2}, ones}, {StreamId::of("case/2").value(), {7}, twos}};
    head.documents = {{twos}};
    head.signer = key.public_key();
    head.signature = key.sign(head.root());
    text = write_head(head);
  }
  std::string message(std::string from, const std::string& to) const {
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    const auto read = read_head(changed, "head.json");
    return read ? "read" : read.error().to_string();
  }

  TempFolder folder;
  SigningKey key = SigningKey::make(folder.path() / "sign.key").value();
  Head head{*Date::from_iso("2015-10-19"), {}, {}, {}, {}};
  std::string text;
};

const std::string kRemedy = ". Take the head as it was exported, or an earlier one.";

TEST_F(HeadFile, IsReadAsItIsWritten) {
  const auto read = read_head(text, "head.json").value();
  EXPECT_EQ(read.day, head.day);
  EXPECT_EQ(read.streams, head.streams);
  EXPECT_EQ(read.documents, head.documents);
  EXPECT_EQ(read.signer, PublicKey::read(folder.path() / "sign.key.pub").value());
  EXPECT_EQ(read.events(), 9);
  EXPECT_EQ(SigningKey::read(folder.path() / "sign.key").value().public_key(), head.signer);
  Head empty{*Date::from_iso("2015-10-19"), {}, {}, key.public_key(), {}};
  empty.signature = key.sign(empty.root());
  EXPECT_TRUE(read_head(write_head(empty), "head.json"));
}

TEST_F(HeadFile, SaysWhatIsWrongWithIt) {
  const std::string root = "head.json: the root is not that of the streams and documents: 'root'" + kRemedy;
  EXPECT_EQ(message("\"case/2\",7", "\"case/2\",6"), root);
  EXPECT_EQ(message("case/2", "case/3"), root);
  EXPECT_EQ(message("2015-10-19", "2015-10-18"), root);
  EXPECT_EQ(message("0202", "0203"), root);
  EXPECT_EQ(message("2015-10-19", "2015-10-32"), "head.json: a part of the head is wrong: 'day'" + kRemedy);
  EXPECT_EQ(message("\"signature\": \"", "\"signature\": \"ab"),
            "head.json: a part of the head is wrong: 'signature'" + kRemedy);
  const auto other = SigningKey::make(folder.path() / "other.key").value();
  const std::string unsigned_head = "head.json: the signature is not one of this head: 'signature'" + kRemedy;
  EXPECT_EQ(message(head.signer.hex(), other.public_key().hex()), unsigned_head);
  EXPECT_EQ(message(head.signature.hex(), other.sign(head.root()).hex()), unsigned_head);
  EXPECT_EQ(message("\"root\"", "\"boot\""), "head.json: a part of the head is missing: 'root'" + kRemedy);
  EXPECT_EQ(message("openimr_head\": 1", "openimr_head\": 2"), "head.json: the file is no head of a store" + kRemedy);
  EXPECT_EQ(message("\"case/2\",7", "\"case/2\",\"7\"").substr(0, 42), "head.json: a stream of the head is wrong: ");
  EXPECT_EQ(read_head(text.substr(0, text.size() / 2), "head.json").error().to_string().substr(0, 12), "head.json:5:");
  EXPECT_EQ(read_head("[]", "head.json").error().to_string(), "head.json: the file is no head of a store" + kRemedy);
  EXPECT_EQ(read_head("", "head.json").error().to_string(),
            "head.json:1: the head is no JSON text, or was cut" + kRemedy);
}

TEST_F(HeadFile, IsSignedWithAKeyThatIsNeverWrittenOver) {
  EXPECT_FALSE(SigningKey::make(folder.path() / "sign.key"));
  EXPECT_EQ(SigningKey::read(folder.path() / "sign.key").value().public_key(), key.public_key());
  EXPECT_EQ(SigningKey::read(folder.path() / "sign.key.pub").error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace openimr::store
