// Cookies, and where a request comes from.
#include "server/sign_in/cookies.h"

#include <gtest/gtest.h>

#include "server/sign_in/origin.h"

namespace openimr::server {
namespace {

TEST(Cookies, AreBoundToUs) {
  EXPECT_EQ(set_cookie(kSessionCookie, "abc", true),
            "__Host-openimr_session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
  EXPECT_EQ(set_cookie(kSessionCookie, "abc", false), "openimr_session=abc; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_EQ(set_cookie(kOpenIdCookie, "abc", true),
            "__Host-openimr_openid=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600");
  EXPECT_EQ(clear_cookie(kSessionCookie, false), "openimr_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST(Cookies, CountOverASecureConnectionUnderTheirBoundNameAlone) {
  Request request;
  request.headers.add("Cookie", "openimr_session=planted; other=1; __Host-openimr_session=ours");
  EXPECT_EQ(value_of(kSessionCookie, request, true), "ours");
  EXPECT_EQ(value_of(kSessionCookie, request, false), "planted");
  EXPECT_EQ(value_of(kOpenIdCookie, request, true), "");
}

struct Row {
  const char* about;
  Headers headers;
  bool secure;
  const char* public_url;
  bool another_site;
};

TEST(Origin, IsOursOrAnotherSites) {
  const Row rows[] = {
      {"a program says nothing", {{"Host", "imr.example"}}, false, "", false},
      {"our page",
       {{"Host", "imr.example"}, {"Origin", "http://imr.example"}, {"Sec-Fetch-Site", "same-origin"}},
       false,
       "",
       false},
      {"by TLS", {{"Host", "imr.example"}, {"Origin", "https://imr.example"}}, true, "", false},
      {"from the page without TLS", {{"Host", "imr.example"}, {"Origin", "http://imr.example"}}, true, "", true},
      {"another port", {{"Host", "imr.example:8080"}, {"Origin", "http://imr.example"}}, false, "", true},
      {"behind a proxy",
       {{"Host", "127.0.0.1:8080"}, {"Origin", "https://imr.example"}},
       false,
       "https://imr.example/",
       false},
      {"past the proxy",
       {{"Host", "127.0.0.1:8080"}, {"Origin", "http://127.0.0.1:8080"}},
       false,
       "https://imr.example",
       true},
      {"another site", {{"Host", "imr.example"}, {"Origin", "https://evil.example"}}, false, "", true},
      {"a site that begins alike",
       {{"Host", "imr.example"}, {"Origin", "http://imr.example.evil.example"}},
       false,
       "",
       true},
      {"a hidden origin", {{"Host", "imr.example"}, {"Origin", "null"}}, false, "", true},
      {"cross-site without an origin", {{"Host", "imr.example"}, {"Sec-Fetch-Site", "cross-site"}}, false, "", true},
      {"a neighbour", {{"Host", "imr.example"}, {"Sec-Fetch-Site", "same-site"}}, false, "", true},
      {"typed by a person", {{"Host", "imr.example"}, {"Sec-Fetch-Site", "none"}}, false, "", false},
  };
  for (const Row& row : rows) {
    Request request;
    request.headers = row.headers;
    request.secure = row.secure;
    EXPECT_EQ(is_from_another_site(request, row.public_url), row.another_site) << row.about;
  }
  Request request;
  EXPECT_FALSE(is_secure(request, ""));
  EXPECT_FALSE(is_secure(request, "http://imr.example"));
  EXPECT_TRUE(is_secure(request, "https://imr.example"));
  request.secure = true;
  EXPECT_TRUE(is_secure(request, ""));
}

}  // namespace
}  // namespace openimr::server
