// Documents: kept by their content, sealed with keys, the keys changed.
#include <filesystem>
#include <fstream>

#include "base/data.h"
#include "store/on_both.h"
#include "store/verify.h"

namespace openimr::store {
namespace {

class Documents : public OnBoth {
 protected:
  KeyRing keys(const std::string& name) {
    const auto file = folder.path() / name;
    return std::filesystem::exists(file) ? KeyRing::read(file).value() : KeyRing::make(file).value();
  }
  Store sealed(const std::string& address, const std::string& name) {
    return opened(address, {.make = true, .keys = keys(name)});
  }
};
OPENIMR_ON_BOTH(Documents);

TEST_P(Documents, AreKeptByteForByte) {
  const std::string address = new_address();
  std::string all;
  for (int i = 0; i < 256 * 300; ++i) all += static_cast<char>(i * 7);
  for (const bool with_keys : {false, true}) {
    Store store = with_keys ? sealed(address, "keys") : opened(address);
    for (const std::string& bytes : {std::string(), std::string("\0", 1), std::string("a letter"), all, "x" + all}) {
      const auto id = store.put(bytes).value();
      EXPECT_EQ(id, DocumentId::of(bytes));
      EXPECT_EQ(store.put(bytes).value(), id) << "again is the same";
      EXPECT_EQ(store.get(id).value(), bytes);
      EXPECT_TRUE(store.has(id).value());
    }
  }
  Store store = opened(address);
  EXPECT_FALSE(store.has(DocumentId::of("other")).value());
  const auto missing = store.get(DocumentId::of("other"));
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  EXPECT_EQ(missing.error().message, "there is no such document in the store");
  EXPECT_EQ(store.put(std::string((512U << 20U) + 1, 'x')).error().message, "a document is larger than 512 MiB");
}

TEST_P(Documents, OpenOnlyWithTheirKey) {
  const std::string address = new_address();
  const std::string letter = "the reviewer finds that the patient is";
  DocumentId id;
  {
    Store store = sealed(address, "keys");
    id = store.put(letter).value();
    EXPECT_EQ(store.get(id).value(), letter);
  }
  Store wrong = sealed(address, "others");
  const auto refused = wrong.get(id);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().to_string(), (folder.path() / "others").string() +
                                             ": the document is sealed with a key that this file does not hold: '" +
                                             keys("keys").newest() +
                                             "'. Take the file of keys that holds the key of this id.");
  Store none = opened(address);
  EXPECT_EQ(none.get(id).error().message, "the document is sealed, and no file of keys was given");
  EXPECT_EQ(none.put("another").error().message, "the store holds sealed documents, and no file of keys was given");
  EXPECT_EQ(none.reseal().error().message, "documents are sealed with keys, and no file of keys was given");
  EXPECT_EQ(verify(none).value().sealed_unread, 1);
  EXPECT_EQ(verify(wrong).value().sealed_unread, 1);
  EXPECT_FALSE(wrong.reseal()) << "what cannot be opened is not sealed anew";
  EXPECT_EQ(sealed(address, "keys").get(id).value(), letter) << "nothing was changed";
}

TEST_P(Documents, AreFoundAlteredWhenSealed) {
  const std::string address = new_address();
  Store store = sealed(address, "keys");
  const auto id = store.put("a letter").value();
  const auto other = store.put("a Letter").value();
  const bool sqlite = GetParam() == Engine::sqlite;
  const std::string where = " where id = '" + id.hash.hex() + "'";
  const std::string swap = "update documents set bytes = (select o.bytes from documents as o where o.id = '" +
                           other.hash.hex() + "'), wrapped = (select o.wrapped from documents as o where o.id = '" +
                           other.hash.hex() + "')";
  for (const std::string& change : {std::string("update documents set wrapped = 'AAAA'"), swap,
                                    std::string(sqlite ? "update documents set bytes = cast('abc' as blob)"
                                                       : "update documents set bytes = 'abc'")}) {
    doctor(address, {"create table saved as select * from documents", change + where});
    EXPECT_EQ(store.get(id).error().message, "a document was altered") << change;
    const auto found = verify(store).value();
    ASSERT_EQ(found.faults.size(), 1U) << change;
    EXPECT_EQ(found.faults[0].document, id.hash.hex());
    doctor(address, {"delete from documents", "insert into documents select * from saved", "drop table saved"});
  }
  EXPECT_EQ(store.get(id).value(), "a letter");
}

TEST_P(Documents, AreSealedAnewWithANewKey) {
  const std::string address = new_address();
  std::vector<DocumentId> ids;
  {
    Store plain = opened(address);
    for (int i = 0; i < 3; ++i) ids.push_back(plain.put("plain " + std::to_string(i)).value());
  }
  KeyRing ring = keys("keys");
  std::filesystem::copy(folder.path() / "keys", folder.path() / "first");
  {
    Store store = opened(address, {.make = true, .keys = ring});
    for (int i = 0; i < 250; ++i) ids.push_back(store.put("sealed " + std::to_string(i)).value());
    EXPECT_EQ(store.reseal().value(), 3) << "what was plain is sealed";
    EXPECT_EQ(store.reseal().value(), 0);
  }
  const std::string old = ring.newest();
  ASSERT_TRUE(ring.add_key());
  EXPECT_NE(ring.newest(), old);
  {
    Store store = opened(address, {.make = true, .keys = keys("keys")});
    EXPECT_EQ(store.get(ids.back()).value(), "sealed 249") << "the old key still opens";
    EXPECT_EQ(store.reseal().value(), 253);
    for (const auto& id : ids) EXPECT_TRUE(store.get(id));
    EXPECT_TRUE(verify(store).value().faults.empty());
  }
  EXPECT_FALSE(sealed(address, "first").get(ids[0])) << "the old key opens nothing any more";
}

TEST_P(Documents, ThatWereAlteredAreNotSealed) {
  const std::string address = new_address();
  ASSERT_TRUE(opened(address).put("a letter"));
  doctor(address, {GetParam() == Engine::sqlite ? "update documents set bytes = cast('abc' as blob)"
                                                : "update documents set bytes = 'abc'"});
  EXPECT_EQ(sealed(address, "keys").reseal().error().message, "a document was altered");
}

TEST(DocumentsFile, HoldNoWordOfASealedDocument) {
  const TempFolder folder;
  const std::string path = folder.path() / "store.db";
  const std::string words = "words that nobody may read";
  const auto ring = KeyRing::make(folder.path() / "keys").value();
  {
    Store plain = opened(path);
    ASSERT_TRUE(plain.put(words));
    Store store = opened(path, {.make = true, .keys = ring});
    ASSERT_TRUE(store.put(words + words));
    ASSERT_TRUE(store.reseal());
  }
  for (const std::string& name : folder.names()) {
    const std::string bytes = read_file(folder.path() / name, 1U << 28U).value();
    EXPECT_EQ(bytes.find(words), std::string::npos) << name;
  }
}

TEST(KeyFile, SaysWhatIsWrongWithIt) {
  const TempFolder folder;
  const auto file = folder.path() / "keys";
  const auto ring = KeyRing::make(file).value();
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(KeyRing::make(file).error().message, "the file is there already, and keys are never written over");
  const std::string good = read_file(file, 1U << 20U).value();
  const std::string line = good.substr(good.find("document-key"));
  const auto message = [&](const std::string& text) {
    std::ofstream(file) << text;
    const auto read = KeyRing::read(file);
    return read ? "good: " + read->newest() : read.error().to_string();
  };
  const std::string remedy = "Each line is: document-key ID KEY. Take the file as it was made.";
  EXPECT_EQ(message(good), "good: " + ring.newest());
  EXPECT_EQ(message("\n" + line + "  # mine\n"), "good: " + ring.newest());
  EXPECT_EQ(message(good.substr(0, good.size() - 3)),
            file.string() + ":2: a key is not 64 hexadecimal digits. " + remedy);
  EXPECT_EQ(message("document-key\n"), file.string() + ":1: a line of a file of keys is incomplete. " + remedy);
  EXPECT_EQ(message("signing-key a b\n"), file.string() + ":1: not a key of the kind that is needed here. " + remedy);
  std::string other = line;
  other[40] = other[40] == '0' ? '1' : '0';
  EXPECT_EQ(message(other), file.string() + ":1: a key and its id do not belong together. " + remedy);
  EXPECT_EQ(message("# nothing\n"),
            file.string() + ": the file holds no key of the kind document-key. Make one: openimr store keys.");
  std::filesystem::permissions(file, std::filesystem::perms::group_read, std::filesystem::perm_options::add);
  EXPECT_EQ(message(good), file.string() + ": others can read this file of keys. Make it your own: chmod 600 FILE.");
  EXPECT_EQ(KeyRing::read(folder.path() / "none").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace openimr::store
