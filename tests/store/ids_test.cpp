// The words of the store, and the bytes that its hashes are made of: the expected hashes were computed with Python's
// hashlib from the description in the headers.
#include "store/ids.h"

#include <gtest/gtest.h>

#include "store/address.h"
#include "store/event.h"
#include "store/head.h"

namespace openimr::store {
namespace {

TEST(Ids, AStreamHasAPlainName) {
  for (const std::string& name :
       {std::string("a"), std::string("case/CM15-0001234"), std::string("user:7_x.y"), std::string(200, 'x')})
    EXPECT_EQ(StreamId::of(name).value().text(), name);
  for (const std::string& name :
       {std::string(), std::string("a b"), std::string("ä"), std::string("a\n"), std::string(201, 'x')})
    EXPECT_FALSE(StreamId::of(name)) << name;
  EXPECT_EQ(StreamId::of("a b").error().to_string(),
            "no name of a stream: 'a b'. Take 1 to 200 of the characters A-Z a-z 0-9 . _ : / -.");
}

TEST(Ids, AKeyIsPrintable) {
  EXPECT_TRUE(EventKey::of("req-1!~"));
  EXPECT_TRUE(EventKey().empty());
  for (const std::string& text : {std::string(), std::string("a b"), std::string("a\x7f"), std::string(101, 'k')})
    EXPECT_FALSE(EventKey::of(text)) << text;
  EXPECT_EQ(EventKey::of("").error().to_string(),
            "no key of an append. Take 1 to 100 printable ASCII characters without spaces.");
}

TEST(Ids, AHashIsReadAsItIsWritten) {
  const Hash hash = DocumentId::of("a letter").hash;
  EXPECT_EQ(hash.hex(), "9d44b9fb07d0c945cfd566660cca1a2fc55a4b536cedb80f47e3a2bcbe588da4");
  EXPECT_EQ(Hash::from_hex(hash.hex()), hash);
  std::string upper = hash.hex();
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  for (const std::string& text : {std::string(), hash.hex().substr(1), hash.hex() + "0", upper, std::string(64, 'g')})
    EXPECT_FALSE(Hash::from_hex(text)) << text;
}

TEST(Ids, AnEventIsHashedAsItsHeaderSays) {
  const auto all =
      chained(StreamId::of("case/CM15-0001234").value(), {}, {},
              {{"noted", Instant(std::chrono::milliseconds(1'445'241'600'123)), "reviewer-7", "{\"what\": \"one\"}"},
               {"noted", {}, "", "{}"}},
              EventKey::of("k1").value());
  EXPECT_EQ(all[0].hash.hex(), "08be01b725e6614a29cc2ad53fbe3051ca1bf8b5937883f0f2126d10c02a22a7");
  EXPECT_EQ(all[1].previous, all[0].hash);
  EXPECT_EQ(all[1].key, "");
  EXPECT_EQ(all[1].appended, 0);
}

TEST(Ids, AHeadIsHashedAsItsHeaderSays) {
  Hash ones, twos;
  ones.bytes.fill(1);
  twos.bytes.fill(2);
  const Head head{*Date::from_iso("2015-10-19"), {{StreamId::of("case/1").value(), {2}, ones}}, {{twos}}, {}, {}};
  EXPECT_EQ(head.root().hex(), "8f727ac404d8d656caeb4ef3462c75fe806f6b28354c677943365f2ed9932043");
}

TEST(Address, KnowsBothDatabases) {
  struct Case {
    const char* text;
    Engine engine;
    const char* connect;
    const char* shown;
  };
  for (const Case& each : std::vector<Case>{
           {"sqlite:a b.db", Engine::sqlite, "a b.db", "a b.db"},
           {"/var/lib/openimr.db", Engine::sqlite, "/var/lib/openimr.db", "/var/lib/openimr.db"},
           {"sqlite:a=b.db", Engine::sqlite, "dbname=a=b.db", "a=b.db"},
           {"postgresql://imr@db/imr", Engine::postgresql, "postgresql://imr@db/imr", "postgresql://imr@db/imr"},
           {"postgres://imr:se@cret@db:5432/imr", Engine::postgresql, "postgres://imr:se@cret@db:5432/imr",
            "postgres://imr:***@db:5432/imr"},
           {"postgresql://db/imr?user=a&password=secret&x=1", Engine::postgresql,
            "postgresql://db/imr?user=a&password=secret&x=1", "postgresql://db/imr?user=a&password=***&x=1"},
           {"postgresql:host=db password='se cret' dbname=imr", Engine::postgresql,
            "host=db password='se cret' dbname=imr", "postgresql:host=db password='***' dbname=imr"},
       }) {
    SCOPED_TRACE(each.text);
    const auto address = Address::of(each.text).value();
    EXPECT_EQ(address.engine, each.engine);
    EXPECT_EQ(address.connect, each.connect);
    EXPECT_EQ(address.shown, each.shown);
  }
}

TEST(Address, SaysWhatIsNone) {
  const auto message = [](const char* text) { return Address::of(text).error().to_string(); };
  EXPECT_EQ(message("mysql://db/imr"),
            "no such kind of store: 'mysql://db/imr'. Take sqlite:PATH, postgresql://USER@HOST/NAME or a plain path.");
  EXPECT_EQ(message("sqlite:"), "a store needs a file: 'sqlite:'. Name the file of the store: sqlite:PATH.");
  EXPECT_EQ(message(":memory:"), "a store needs a file: ':memory:'. Name the file of the store: sqlite:PATH.");
  EXPECT_EQ(message("a=b c.db"),
            "a path that holds '=' and a space or a quote cannot be opened: 'a=b c.db'. Give the file another name.");
}

}  // namespace
}  // namespace openimr::store
