#include "server/http/router.h"

#include <gtest/gtest.h>

namespace openimr::server {
namespace {

Response nothing(const Request& /*request*/) {
  return no_content();
}

TEST(Router, FindsTheRouteOfAPath) {
  Router router;
  for (const char* pattern :
       {"/", "/health", "/api/cases", "/api/cases/{number}", "/api/cases/counts", "/api/cases/{number}/documents/{id}",
        "/api/cases/counts/by/{state}", "/api/{kind}/{id}/history"})
    router.get(pattern, nothing);
  struct {
    const char* path;
    const char* pattern;  // empty: none
    std::vector<std::pair<const char*, const char*>> parameters;
  } const table[] = {
      {"/", "/", {}},
      {"/health", "/health", {}},
      {"/health/", "", {}},
      {"/healthy", "", {}},
      {"/api", "", {}},
      {"/api/cases", "/api/cases", {}},
      {"/api//cases", "", {}},
      {"/api/cases/", "", {}},
      {"/api/cases/CM00-0000000", "/api/cases/{number}", {{"number", "CM00-0000000"}}},
      {"/api/cases/counts", "/api/cases/counts", {}},
      {"/api/cases/counts/documents/7", "/api/cases/{number}/documents/{id}", {{"number", "counts"}, {"id", "7"}}},
      {"/api/cases/counts/by/open", "/api/cases/counts/by/{state}", {{"state", "open"}}},
      {"/api/cases/1/history", "/api/{kind}/{id}/history", {{"kind", "cases"}, {"id", "1"}}},
      {"/api/cases/1/documents", "", {}},
      {"", "", {}},
      {"api/cases", "", {}},
  };
  for (const auto& row : table) {
    const Match match = router.find(Method::get, row.path);
    EXPECT_EQ(match.route != nullptr ? match.route->pattern : "", row.pattern) << row.path;
    EXPECT_EQ(match.parameters.size(), row.parameters.size()) << row.path;
    for (const auto& [name, value] : row.parameters) EXPECT_EQ(match.parameters[name], value) << row.path;
    EXPECT_EQ(match.allowed, "") << row.path;
  }
}

TEST(Router, KnowsTheMethodsOfAPath) {
  Router router;
  router.get("/cases/{number}", nothing);
  router.patch("/cases/{number}", nothing);
  router.remove("/cases/{number}", nothing);
  router.post("/cases", nothing);
  router.put("/cases/{number}/draft", nothing);
  EXPECT_NE(router.find(Method::head, "/cases/1").route, nullptr);
  EXPECT_NE(router.find(Method::patch, "/cases/1").route, nullptr);
  EXPECT_EQ(router.find(Method::put, "/cases/1").route, nullptr);
  EXPECT_EQ(router.find(Method::put, "/cases/1").allowed, "GET, HEAD, PATCH, DELETE, OPTIONS");
  EXPECT_EQ(router.find(Method::get, "/cases").route, nullptr);
  EXPECT_EQ(router.find(Method::get, "/cases").allowed, "POST, OPTIONS");
  EXPECT_EQ(router.find(Method::get, "/cases/1/draft").allowed, "PUT, OPTIONS");
}

TEST(Router, HasWhatIsLeftAnsweredOtherwise) {
  Router router;
  router.post("/only/post", nothing);
  router.otherwise("(pages)", nothing);
  EXPECT_EQ(router.find(Method::get, "/any/where").route->pattern, "(pages)");
  EXPECT_EQ(router.find(Method::head, "/any/where").route->pattern, "(pages)");
  EXPECT_EQ(router.find(Method::post, "/any/where").route, nullptr);
  EXPECT_EQ(router.find(Method::get, "/only/post").route, nullptr) << "the path is known, its methods too";
}

using RouterDeathTest = ::testing::Test;
TEST(RouterDeathTest, TakesNoRouteTwiceAndNoBrokenPattern) {
  Router router;
  router.get("/cases/{number}", nothing);
  EXPECT_DEATH(router.get("/cases/{number}", nothing), "");
  EXPECT_DEATH(router.get("cases", nothing), "");
  EXPECT_DEATH(router.get("/cases/{number", nothing), "");
  EXPECT_DEATH(router.get("/cases/a{number}", nothing), "");
}

}  // namespace
}  // namespace openimr::server
