#include "server/http/static_files.h"

#include <gtest/gtest.h>

#include "server/http/coding.h"
#include "server/http/served.h"
#include "support/process.h"

namespace openimr::testing {
namespace {

using server::Headers;
using server::Request;
using server::StaticFiles;

const std::string kScript = "const words = '" + std::string(3000, 'w') + "';";

class Pages : public ::testing::Test {
 protected:
  Pages() {
    folder.write("web/index.html", "<!doctype html><title>OpenIMR</title>");
    folder.write("web/assets/index-4f1c.js", kScript);
    folder.write("web/assets/style-88aa.css", "body{}");
    folder.write("web/assets/style-88aa.css.br", "shipped as brotli");
    folder.write("web/assets/style-88aa.css.gz", "shipped as gzip");
    folder.write("web/assets/picture.png", std::string(3000, 'p'));
    folder.write("web/a b.txt", "with a space");
    folder.write("secret.txt", "secret");
    std::filesystem::create_symlink(folder.path() / "secret.txt", folder.path() / "web" / "link.txt");
    files = StaticFiles::read(folder.path() / "web").value();
    served.router.get("/api/cases", [](const Request&) { return server::json_text("[]"); });
    served.router.otherwise("(pages)", [this](const Request& request) { return files.answer(request); },
                            {.lane = server::Lane::at_once});
    served.start();
  }

  TempFolder folder;
  StaticFiles files;
  Served served;
};

TEST_F(Pages, AreServedByTheirNames) {
  struct {
    const char* path;
    int status;
    std::string body;
    const char* type;
    const char* cache;
  } const table[] = {
      {"/", 200, "<!doctype html><title>OpenIMR</title>", "text/html; charset=utf-8", "no-cache"},
      {"/index.html", 200, "<!doctype html><title>OpenIMR</title>", "text/html; charset=utf-8", "no-cache"},
      {"/assets/index-4f1c.js", 200, kScript, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
      {"/assets/style-88aa.css", 200, "body{}", "text/css; charset=utf-8", "public, max-age=31536000, immutable"},
      {"/assets/picture.png", 200, std::string(3000, 'p'), "image/png", "public, max-age=31536000, immutable"},
      {"/a%20b.txt", 200, "with a space", "text/plain; charset=utf-8", "no-cache"},
      {"/missing.js", 404, "", "application/problem+json", "no-store"},
      {"/cases/CM00-0000000", 404, "", "application/problem+json", "no-store"},
  };
  Client client(served.port());
  for (const auto& row : table) {
    const Reply reply = client.get(row.path);
    EXPECT_EQ(reply.status, row.status) << row.path;
    if (row.status == 200) EXPECT_EQ(reply.body, row.body) << row.path;
    EXPECT_EQ(reply.headers["Content-Type"], row.type) << row.path;
    EXPECT_EQ(reply.headers["Cache-Control"], row.cache) << row.path;
    EXPECT_TRUE(reply.headers.has("Content-Security-Policy")) << row.path;
  }
}

TEST_F(Pages, AddressesOfTheApplicationAreItsPage) {
  const Headers browser = {{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"}};
  Client client(served.port());
  for (const char* path : {"/", "/cases", "/cases/CM00-0000000", "/assets/gone.js"}) {
    const Reply page = client.get(path, browser);
    EXPECT_EQ(page.status, 200) << path;
    EXPECT_EQ(page.headers["Content-Type"], "text/html; charset=utf-8") << path;
    EXPECT_EQ(page.headers["Cache-Control"], "no-cache") << path;
  }
  EXPECT_EQ(client.get("/api/nothing", browser).status, 404);
  EXPECT_EQ(client.get("/api", browser).status, 404);
  EXPECT_EQ(client.get("/api/cases", browser).body, "[]");
  EXPECT_EQ(client.ask("POST", "/cases", browser).status, 404);
  EXPECT_EQ(served.observer.seen(1).front().pattern, "(pages)");
}

TEST_F(Pages, AreCompressed) {
  struct {
    const char* path;
    const char* accepted;
    const char* coding;
  } const table[] = {
      {"/assets/style-88aa.css", "gzip, deflate, br", "br"},
      {"/assets/style-88aa.css", "gzip, br;q=0", "gzip"},
      {"/assets/style-88aa.css", "", ""},
      {"/assets/index-4f1c.js", "gzip, deflate, br", "gzip"},
      {"/assets/picture.png", "gzip, deflate, br", ""},
      {"/index.html", "gzip", ""},
  };
  Client client(served.port());
  for (const auto& row : table) {
    const Reply reply = client.get(row.path, {{"Accept-Encoding", row.accepted}});
    EXPECT_EQ(reply.headers["Content-Encoding"], row.coding) << row.path;
    const Reply again = client.get(
        row.path, {{"Accept-Encoding", row.accepted}, {"If-None-Match", std::string(reply.headers["ETag"])}});
    EXPECT_EQ(again.status, 304) << row.path;
    EXPECT_EQ(again.headers["ETag"], reply.headers["ETag"]);
    EXPECT_EQ(again.headers["Vary"], reply.headers["Vary"]);
  }
  EXPECT_EQ(client.get("/assets/style-88aa.css", {{"Accept-Encoding", "br"}}).body, "shipped as brotli");
  EXPECT_EQ(client.get("/assets/style-88aa.css", {{"Accept-Encoding", "gzip"}}).body, "shipped as gzip");
  EXPECT_EQ(client.get("/assets/index-4f1c.js", {{"Accept-Encoding", "gzip"}}).body, server::gzip(kScript, 9));
  EXPECT_EQ(client.get("/assets/style-88aa.css.br").status, 404);
  const Reply part = client.get("/assets/index-4f1c.js", {{"Accept-Encoding", "gzip"}, {"Range", "bytes=0-4"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "const");
}

TEST_F(Pages, NoAddressLeadsOutOfTheirFolder) {
  struct {
    const char* path;
    int status;
  } const table[] = {
      {"/../secret.txt", 400},
      {"/assets/../../secret.txt", 400},
      {"/%2e%2e/secret.txt", 400},
      {"/..%2fsecret.txt", 400},
      {"/assets/..%5c..%5csecret.txt", 400},
      {"/%252e%252e/secret.txt", 404},
      {"//secret.txt", 404},
      {"/....//secret.txt", 404},
      {"/index.html%00.js", 400},
      {"/%c0%ae%c0%ae/secret.txt", 400},
      {"/link.txt", 404},
  };
  for (const auto& row : table) {
    Client client(served.port());
    const Reply reply = client.get(row.path);
    EXPECT_EQ(reply.status, row.status) << row.path;
    EXPECT_EQ(reply.body.find("secret"), std::string::npos) << row.path;
  }
}

TEST(StaticFiles, SaysWhichFolderIsMissing) {
  const auto missing = StaticFiles::read("/no/such/folder");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  EXPECT_EQ(
      missing.error().to_string(),
      "/no/such/folder: a folder of web pages that cannot be read. Build the target `web`, or name the folder that "
      "it was built into.");
  Request request;
  request.path = "/";
  EXPECT_EQ(StaticFiles().answer(request).status, 404);
}

}  // namespace
}  // namespace openimr::testing
