// What `facts` and `timeline` show of a case, also of one whose records are hostile.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::openimr;

std::string example() {
  return (testing::source_dir() / "examples" / "cases" / "000").string();
}

constexpr const char* kForm =
    "case_number: EX-<b>&\nprogramme: ca-dwc-imr\npriority: standard\n"
    "dates: { injury: 2000-11-30, request: 2015-09-22, ur_decision: 2015-08-25, application: null, review: 2015-10-30 "
    "}\n"
    "disputed_items:\n  - text: \"Soma 350 mg #60\"\n";

// All values of an attribute, in order.
std::vector<std::string> values(const std::string& html, const std::string& attribute) {
  std::vector<std::string> out;
  const std::string begin = " " + attribute + "=\"";
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at)) {
    at += begin.size();
    out.push_back(html.substr(at, html.find('"', at) - at));
  }
  return out;
}

// The first tag that does not close what is open; empty where all do.
std::string unbalanced(const std::string& html) {
  static const std::set<std::string> kVoid = {"meta", "br", "!DOCTYPE"};
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string::npos) return html.substr(at, 40);
    const bool closes = html[at + 1] == '/';
    const std::size_t from = at + (closes ? 2 : 1);
    const std::string name = html.substr(from, std::min(html.find_first_of(" >/", from), end) - from);
    if (kVoid.contains(name) || html[end - 1] == '/') continue;
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return html.substr(at, 40);
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

void expect_sound_page(const std::string& html) {
  EXPECT_EQ(unbalanced(html), "");
  const auto all = values(html, "id");
  const std::set<std::string> ids(all.begin(), all.end());
  EXPECT_EQ(ids.size(), all.size()) << "an id stands twice";
  std::set<std::string> linked;
  for (const std::string& link : values(html, "href")) {
    ASSERT_TRUE(link.starts_with("#")) << link;
    EXPECT_TRUE(ids.contains(link.substr(1))) << link;
    linked.insert(link.substr(1));
  }
  for (const std::string& id : ids) {
    if (id.starts_with("fact-") || id.starts_with("mark-")) EXPECT_TRUE(linked.contains(id)) << id;
  }
}

TEST(FactsHtml, EveryFactHasAMarkAndEachMarkAFact) {
  const Ended ended = openimr({"facts", example(), "--format", "html"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  expect_sound_page(ended.out);
  const auto facts = openimr({"facts", example(), "--format", "jsonl"}).out_lines();
  for (std::size_t i = 1; i <= facts.size(); ++i)
    EXPECT_NE(ended.out.find("id=\"fact-" + std::to_string(i) + "\""), std::string::npos) << i;
  EXPECT_NE(ended.out.find("Prepared by software from the records; not a decision."), std::string::npos);
  EXPECT_NE(ended.out.find("<time datetime=\"2015-08-19\">Aug 19, 2015</time>"), std::string::npos);
  EXPECT_NE(ended.out.find("default-src 'none'"), std::string::npos);
}

TEST(FactsHtml, HostileRecordsAreText) {
  const testing::TempFolder folder;
  folder.write("case.yaml", kForm);
  folder.write("records/\" onmouseover=\"x<i>.txt",
               "8/19/15 visit. <script>alert(1)</script> She takes Soma 350mg TID \"' onclick='x' & --> </pre>.\n");
  const Ended ended = openimr({"facts", folder.path().string(), "--format", "html"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  expect_sound_page(ended.out);
  for (const char* broken : {"<script", "<i>", "<b>&", "\" onmouseover", "' onclick", "</pre>."})
    EXPECT_EQ(ended.out.find(broken), std::string::npos) << broken;
  EXPECT_NE(ended.out.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
}

TEST(FactsHtml, SaysWhichPagesItLeavesOut) {
  const testing::TempFolder folder;
  folder.write("case.yaml", kForm);
  folder.write("records/a.txt", "Blank words only.\fShe takes Soma 350mg TID.\fNothing.\fNothing.");
  const std::string dir = folder.path().string();
  const std::string some = openimr({"facts", dir, "--format", "html"}).out;
  EXPECT_NE(some.find("records/a.txt: pages 1, 3 to 4 hold no fact and are left out."), std::string::npos);
  EXPECT_EQ(some.find("Blank words only"), std::string::npos);
  const std::string all = openimr({"facts", dir, "--format", "html", "--all-pages"}).out;
  EXPECT_NE(all.find("Blank words only"), std::string::npos);
}

TEST(FactsTable, TellsAssertionInWordAndSign) {
  const Ended ended = openimr({"facts", example(), "--format", "table", "--fact", "medication"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_TRUE(ended.out.starts_with("Medication (")) << ended.out.substr(0, 80);
  EXPECT_NE(ended.out.find("● present"), std::string::npos);
  EXPECT_NE(ended.out.find("□ requested"), std::string::npos);
  for (const std::string& line : ended.out_lines()) {
    EXPECT_LE(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }), 80) << line;
  }
  const Ended ascii = testing::run({.arguments = {"facts", example(), "--format", "table", "--fact", "medication"},
                                    .environment = {{"LC_ALL", "C"}}});
  EXPECT_EQ(ascii.out.find("●"), std::string::npos);
  EXPECT_NE(ascii.out.find("+ present"), std::string::npos);
}

TEST(Facts, AreThoseThatWereAskedFor) {
  const Ended soma = openimr({"facts", example(), "--format", "jsonl", "--about", "Soma"});
  EXPECT_EQ(soma.exit_code, 0);
  ASSERT_FALSE(soma.out_lines().empty());
  for (const std::string& line : soma.out_lines()) EXPECT_NE(line.find("carisoprodol"), std::string::npos) << line;
  const Ended none = openimr({"facts", example(), "--about", "Flux capacitor"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(none.out, "");
  EXPECT_TRUE(none.err.starts_with("the case has no fact about this: 'Flux capacitor'. There are: ")) << none.err;
  const Ended name = openimr({"facts", example(), "--fact", "medicaton"});
  EXPECT_EQ(name.exit_code, 1);
  EXPECT_TRUE(name.err.starts_with("the case has no fact of this name: 'medicaton'. There are: ")) << name.err;
  EXPECT_NE(name.err.find("medication"), std::string::npos);
}

TEST(Facts, AreJsonAsOneValueToo) {
  const json whole = json::parse(openimr({"facts", example(), "--format", "json"}).out);
  EXPECT_EQ(whole["case_number"], "EX-000");
  EXPECT_EQ(whole["facts"].size(), openimr({"facts", example(), "--format", "jsonl"}).out_lines().size());
  EXPECT_EQ(whole["searched"][0]["document"], "records/summary.txt");
}

TEST(Timeline, IsDrawnAndSaid) {
  const Ended ended = openimr({"timeline", example()});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("Timeline of case EX-000\n")) << ended.out;
  EXPECT_NE(ended.out.find("first: 2014-09-09 (records/summary.txt p. 1)"), std::string::npos) << ended.out;
  const Ended ascii = testing::run({.arguments = {"timeline", example()}, .environment = {{"LANG", "C"}}});
  EXPECT_TRUE(std::all_of(ascii.out.begin(), ascii.out.end(), [](char c) { return c > 0; })) << ascii.out;
  const Ended one = openimr({"timeline", example(), "--about", "Soma"});
  EXPECT_EQ(one.out.find("morphine"), std::string::npos);
}

TEST(Timeline, IsAPictureWithWords) {
  const Ended ended = openimr({"timeline", example(), "--format", "svg"});
  ASSERT_EQ(ended.exit_code, 0);
  EXPECT_EQ(unbalanced(ended.out), "");
  EXPECT_NE(ended.out.find("<title id=\"tl-title\">Timeline of case EX-000</title>"), std::string::npos);
  EXPECT_NE(ended.out.find("<desc id=\"tl-desc\">carisoprodol: from 2014-09-09"), std::string::npos);
  const json rows = json::parse(openimr({"timeline", example(), "--format", "json"}).out)["rows"];
  EXPECT_EQ(rows[0]["name"], "carisoprodol");
  EXPECT_EQ(rows[0]["first"], "2014-09-09");
}

}  // namespace
}  // namespace openimr
