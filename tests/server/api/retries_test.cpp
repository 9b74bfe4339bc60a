// What is asked again because its answer was lost, what must not be sent at all, and a database that went away.
#include "server/api/in_review.h"
#include "support/postgres.h"

namespace openimr::server {
namespace {

using testing::Client;
using testing::House;
using testing::Person;
using testing::PostgresCluster;
using testing::Told;
using Json = nlohmann::json;

class Retries : public ::testing::Test {
 protected:
  static std::string new_store(const testing::TempFolder& folder) { return (folder.path() / "imr.db").string(); }

  testing::TempFolder folder;
  House house{new_store(folder)};
  std::string at = "/api/cases/" + testing::case_in_review(house).number;
  Person rita = house.sign_in("R-1");

  static Json finding(int item = 1) {
    return {{"event", "own-finding-recorded"}, {"what", {{"item", item}, {"decision", "Upheld"}}}};
  }
  std::size_t events() { return rita.get(at + "/events").body.at("events").size(); }
};

TEST_F(Retries, AChangeIsMadeOnceAndItsAnswerGivenAgain) {
  const std::string tag(rita.get(at).headers["ETag"]);
  const Headers same = {{"Idempotency-Key", "finding-1"}, {"If-Match", tag}};
  const Told first = rita.post(at + "/events", finding(), same);
  ASSERT_EQ(first.status, 200) << first.text;
  const std::size_t before = events();
  const Told again = rita.post(at + "/events", finding(), same);
  EXPECT_EQ(again.status, 200) << "its own change is no change by another: " << again.text;
  EXPECT_EQ(again.text, first.text);
  EXPECT_EQ(events(), before);
  EXPECT_EQ(rita.post(at + "/events", finding(), {{"Idempotency-Key", "finding-2"}, {"If-Match", tag}}).status, 412);
}

TEST_F(Retries, AKeyHasEightToSixtyFourPrintableCharacters) {
  for (const std::string& key : {std::string("seven77"), std::string(65, 'k'), std::string("with a space")}) {
    const Told told = rita.post(at + "/events", finding(), {{"Idempotency-Key", key}});
    EXPECT_EQ(told.status, 400) << key;
    EXPECT_EQ(told.body.value("detail", ""), "Idempotency-Key: write 8 to 64 letters and digits.");
  }
  // Two keys that differ at their ends only are two.
  const std::string begin(63, 'k');
  EXPECT_EQ(rita.post(at + "/events", finding(), {{"Idempotency-Key", begin + "1"}}).status, 200);
  const std::size_t before = events();
  EXPECT_EQ(rita.post(at + "/events", finding(), {{"Idempotency-Key", begin + "2"}}).status, 200);
  EXPECT_EQ(events(), before + 1);
}

// Only the head of a request for eight megabytes is sent.
int answer_before_the_body(House& house, const std::string& path, const Headers& headers) {
  Client client(house.port());
  Headers all = headers;
  all.set("Content-Type", "application/octet-stream");
  all.set("Upload-Offset", "0");
  all.set("Content-Length", "8000000");
  client.send(testing::request_text("PATCH", path, all));
  return client.read().status;
}

TEST_F(Retries, WhoMayNotSendARecordIsRefusedBeforeItsBytesAreRead) {
  const std::string path = at + "/uploads/none";
  EXPECT_EQ(answer_before_the_body(house, path, {}), 401);
  const Person wanda = house.sign_in("wanda");
  EXPECT_EQ(answer_before_the_body(house, path, {{"Cookie", wanda.cookie()}, {"X-CSRF-Token", wanda.csrf()}}), 404)
      << "a case of others does not exist";
  const Person walt = house.sign_in("walt");
  EXPECT_EQ(answer_before_the_body(house, path, {{"Cookie", walt.cookie()}}), 403)
      << "without the token of its session";
}

TEST(RestartedDatabase, CostsOneAnswerAtMost) {
  PostgresCluster& cluster = PostgresCluster::shared();
  House house(cluster.new_database());
  const Person iris = house.sign_in("iris");
  ASSERT_EQ(iris.get("/api/work").status, 200);
  cluster.kill();
  EXPECT_EQ(iris.get("/api/work").status, 503);
  EXPECT_FALSE(house.api->is_ready());
  cluster.start();
  EXPECT_TRUE(house.api->is_ready());
  for (int i = 0; i < 4; ++i) EXPECT_EQ(iris.get("/api/work").status, 200);
}

}  // namespace
}  // namespace openimr::server
