// Published determinations for everybody: found, followed, counted.
#include "base/data.h"
#include "corpus/made_collection.h"
#include "server/api/in_review.h"
#include "support/letters.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Told;
using Json = nlohmann::json;

class PublishedApi : public ::testing::Test {
 protected:
  static std::vector<corpus::Published> letters() {
    using determination::Decision;
    auto first =
        corpus::published("EX-1", "2016-03-01", {corpus::item("Soma 350mg #60", "carisoprodol", "Pharmaceuticals")},
                          "Carisoprodol <script>alert(1)</script> for spasm & pain.");
    auto second =
        corpus::published("EX-2", "2017-01-20", {corpus::item("Massage", "", "Rehabilitation", Decision::overturned)},
                          "Massage for spasm.");
    return {first, second};
  }
  corpus::MadeCollection made{letters()};
  testing::TempFolder folder;
  House house{(folder.path() / "imr.db").string(), testing::day("2026-03-02"), made.folder.path().string()};
  Told get(const std::string& path) { return house.nobody().get(path); }
};

TEST_F(PublishedApi, IsSearchedByAnybody) {
  const Told told = get("/api/determinations?q=spasm&facets=yes&sort=newest");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("total"), 2);
  EXPECT_EQ(told.body.at("letters"), 2);
  EXPECT_EQ(told.body.at("found").at(0).at("reference"), "EX-2");
  const Json parts = told.body.at("found").at(1).at("snippet").at("parts");
  EXPECT_EQ(parts.at(0), Json({{"text", "Carisoprodol <script>alert(1)</script> for "}, {"marked", false}}));
  EXPECT_EQ(parts.at(1), Json({{"text", "spasm"}, {"marked", true}}));
  Json decisions;
  for (const Json& facet : told.body.at("facets")) {
    if (facet.at("facet") == "decision") decisions = facet.at("values");
  }
  EXPECT_EQ(decisions, Json({{{"value", "Overturned"}, {"letters", 1}}, {{"value", "Upheld"}, {"letters", 1}}}));
  EXPECT_EQ(get("/api/determinations?where=drug:carisoprodol&where=year:2016").body.at("total"), 1);
  EXPECT_EQ(get("/api/determinations?from=2017-01-01").body.at("found").at(0).at("reference"), "EX-2");
  EXPECT_EQ(get("/api/determinations?q=carisoprodl").body.at("suggestion"), "carisoprodol");
}

TEST_F(PublishedApi, ALetterHasAnAddressThatStays) {
  const std::string id = letters()[0].id();
  const Told told = get("/api/determinations/" + id);
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("items").at(0).at("drug"), "carisoprodol");
  EXPECT_EQ(get("/api/determinations/" + id + "?format=text").text, letters()[0].text);
  EXPECT_EQ(get("/api/determinations/0000000000000000").status, 404);
}

TEST_F(PublishedApi, ALetterIsSetOnPagesOfItsOwnText) {
  const Told told = get("/api/determinations/" + letters()[0].id() + "?format=pdf");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.headers["Content-Type"], "application/pdf");
  EXPECT_TRUE(told.text.starts_with("%PDF-1.4"));
  EXPECT_NE(told.text.find("/Title (Published determination, case EX-1)"), std::string::npos);
  EXPECT_EQ(told.text.find("/Author (Invented"), std::string::npos) << "whoever serves it is not its author";
  auto row = corpus::published("EX-9", "2019-01-01", {corpus::item("MRI", "", "Imaging")}, "");
  made.add({row});
  const Told none = get("/api/determinations/" + row.id() + "?format=pdf");
  EXPECT_EQ(none.status, 404);
  EXPECT_NE(none.text.find("The letter itself was not published."), std::string::npos) << none.text;
}

TEST_F(PublishedApi, IsCounted) {
  const Told told = get("/api/statistics?by=category");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("all").at("items"), 2);
  EXPECT_EQ(told.body.at("rows").size(), 2U);
  EXPECT_TRUE(told.body.at("rows").at(0).at("few").get<bool>());
  const Told csv = get("/api/statistics?by=category&where=decision:Overturned&format=csv");
  EXPECT_EQ(csv.text,
            "category,items,upheld,overturned,overturned_share,low,high,few\n"
            "\"Rehabilitation\",1,0,1,1.0000,0.2065,1.0000,few\n\"all\",1,0,1,1.0000,0.2065,1.0000,few\n");
  EXPECT_NE(std::string(csv.headers["Content-Disposition"]).find("statistics-by-category.csv"), std::string::npos);
}

TEST_F(PublishedApi, ComparesTwoPeriods) {
  const Told told = get("/api/statistics/periods?earlier=2016-01..2016-06&later=2017-01..2017-03");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("earlier").at("value"), "2016-01..2016-06");
  EXPECT_EQ(told.body.at("earlier").at("upheld"), 1);
  EXPECT_EQ(told.body.at("later").at("overturned"), 1);
  EXPECT_TRUE(told.body.at("later").at("few").get<bool>());
  EXPECT_EQ(told.body.at("difference").at("value"), 1);
  EXPECT_NEAR(told.body.at("difference").at("probability").get<double>(), 0.157, 0.001);
  const Told csv = get("/api/statistics/periods?earlier=2016-01..2016-06&later=2017-01..2017-03&format=csv");
  EXPECT_EQ(csv.text,
            "period,items,upheld,overturned,overturned_share,low,high,few,probability\n"
            "\"2016-01..2016-06\",1,1,0,0.0000,0.0000,0.7935,few,\n"
            "\"2017-01..2017-03\",1,0,1,1.0000,0.2065,1.0000,few,\n"
            "\"difference\",,,,1.0000,-0.1221,1.0000,,0.1573\n");
  const Told narrowed =
      get("/api/statistics/periods?earlier=2016-01..2016-06&later=2017-01..2017-03&where=drug:carisoprodol");
  EXPECT_EQ(narrowed.body.at("later").at("items"), 0);
  EXPECT_TRUE(narrowed.body.at("difference").is_null());
}

TEST_F(PublishedApi, IsFollowed) {
  const Told told = get("/api/determinations/feed?q=spasm");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.headers["Content-Type"], "application/atom+xml; charset=utf-8");
  EXPECT_NE(told.text.find("<title>EX-1 Upheld: Soma 350mg #60</title>"), std::string::npos) << told.text;
  EXPECT_NE(told.text.find("&lt;script&gt;alert(1)&lt;/script&gt; for spasm &amp; pain."), std::string::npos)
      << told.text;
  EXPECT_EQ(told.text.find("<script"), std::string::npos);
  EXPECT_LT(told.text.find("EX-2"), told.text.find("EX-1")) << "the newest first";
}

TEST_F(PublishedApi, SaysWhatIsWrongWithAQuestion) {
  for (const auto& [path, words] : std::map<std::string, std::string>{
           {"/api/determinations?where=colour:red", "There is no such field. Take one of: decision, category,"},
           {"/api/determinations?where=drug", "where: write it as drug:carisoprodol."},
           {"/api/determinations?from=tomorrow", "from: there is no such day. Write it as YYYY-MM-DD."},
           {"/api/determinations?limit=1000", "limit: give a number from 0 to 100."},
           {"/api/determinations?q=decided:a..b", "the question cannot be read"},
           {"/api/statistics?by=colour", "There is no such field."},
           {"/api/statistics/periods?earlier=2016&later=2017",
            "this is no period: '2016'. Write its months as 2016-01..2016-06."},
           {"/api/statistics/periods?earlier=2016-06..2016-01&later=2017-01..2017-02",
            "this period ends before it begins"},
           {"/api/statistics/periods?earlier=2016-01..2016-06&later=2016-06..2016-12", "the two periods share months"},
           {"/api/statistics/periods?earlier=2016-01..2016-06", "this is no period."}}) {
    const Told told = get(path);
    EXPECT_EQ(told.status, 400) << path << told.text;
    EXPECT_NE(told.text.find(words), std::string::npos) << told.text;
  }
}

TEST_F(PublishedApi, ShowsWhatIsAddedMeanwhile) {
  ASSERT_EQ(get("/api/determinations").body.at("total"), 2);
  auto more = letters();
  more.push_back(corpus::published("EX-3", "2018-01-01", {corpus::item("MRI", "", "Imaging")}, "An image."));
  made.add(more);
  EXPECT_EQ(get("/api/determinations").body.at("total"), 3);
  EXPECT_EQ(get("/api/statistics?by=category").body.at("all").at("items"), 3);
}

// Of the desk, and so after the reviewer's own finding alone.
Told own_finding(const testing::Person& reviewer, const std::string& at) {
  return reviewer.post(at + "/events",
                       {{"event", "own-finding-recorded"}, {"what", {{"item", 1}, {"decision", "Overturned"}}}});
}

TEST(Precedents, AreShownAfterTheReviewersOwnFinding) {
  const std::string file = (testing::source_dir() / "examples" / "letters" / "000.txt").string();
  const std::string text = read_file(file, 1U << 20U).value();
  auto letter = corpus::published_letter(testing::read_letter(text), text, testing::engine().vocabulary);
  letter.reference = "EX-900";
  const corpus::MadeCollection made({letter});
  const testing::TempFolder folder;
  House house((folder.path() / "imr.db").string(), testing::day("2026-03-02"), made.folder.path().string());
  const std::string at = "/api/cases/" + testing::case_in_review(house).number;
  const testing::Person rita = house.sign_in("R-1");
  ASSERT_EQ(rita.post(at + "/draft").status, 200);
  const Told early = rita.get(at + "/precedents?item=1");
  EXPECT_EQ(early.status, 409) << early.text;
  EXPECT_EQ(early.body.value("code", ""), "own_finding_first");
  ASSERT_EQ(own_finding(rita, at).status, 200);
  const Told told = rita.get(at + "/precedents?item=1");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("letters"), 1);
  ASSERT_EQ(told.body.at("precedents").size(), 1U) << told.text;
  const Json& one = told.body.at("precedents").at(0);
  EXPECT_EQ(one.at("reference"), "EX-900");
  EXPECT_EQ(one.at("decision"), "Upheld");
  EXPECT_GT(one.at("likeness").get<double>(), 0.2);
  EXPECT_EQ(rita.get(at + "/precedents?item=7").status, 400);
  EXPECT_EQ(house.sign_in("walt").get(at + "/precedents?item=1").status, 403) << "parties see no desk";
}

TEST(Precedents, SayWhereThereIsNoCollection) {
  const testing::TempFolder folder;
  House house((folder.path() / "imr.db").string(), testing::day("2026-03-02"));
  const std::string at = "/api/cases/" + testing::case_in_review(house).number;
  const testing::Person rita = house.sign_in("R-1");
  ASSERT_EQ(rita.post(at + "/draft").status, 200);
  ASSERT_EQ(own_finding(rita, at).status, 200);
  const Told told = rita.get(at + "/precedents?item=1");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_TRUE(told.body.at("letters").is_null());
  EXPECT_TRUE(told.body.at("precedents").empty());
}

TEST(Consistency, IsForTheMedicalDirectorAlone) {
  const std::string file = (testing::source_dir() / "examples" / "letters" / "000.txt").string();
  const std::string text = read_file(file, 1U << 20U).value();
  const auto letter_of = [](const std::string& words, const char* reference) {
    auto out = corpus::published_letter(testing::read_letter(words), words, testing::engine().vocabulary);
    out.reference = reference;
    return out;
  };
  std::string other = text;
  other.replace(other.find("Upheld"), 6, "Overturned");
  const corpus::MadeCollection made({letter_of(text, "EX-901"), letter_of(other, "EX-902")});
  const testing::TempFolder folder;
  House house((folder.path() / "imr.db").string(), testing::day("2026-03-02"), made.folder.path().string());
  const testing::Person mara = house.sign_in("mara");
  const Told told = mara.get("/api/reports/consistency?where=drug:carisoprodol");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("found"), 2);
  EXPECT_EQ(told.body.at("compared"), 2);
  EXPECT_EQ(told.body.at("least"), 70);
  ASSERT_EQ(told.body.at("pairs").size(), 1U) << told.text;
  const Json& pair = told.body.at("pairs").at(0);
  EXPECT_EQ(pair.at("overturned").at("reference"), "EX-902");
  EXPECT_EQ(pair.at("upheld").at("reference"), "EX-901");
  EXPECT_TRUE(pair.at("differing").empty()) << "nothing in the record tells them apart";
  EXPECT_TRUE(mara.get("/api/reports/consistency?where=drug:baclofen").body.at("pairs").empty());
  EXPECT_EQ(mara.get("/api/reports/consistency?least=40").status, 400);
  EXPECT_EQ(house.sign_in("quinn").get("/api/reports/consistency").status, 403);
  EXPECT_EQ(house.nobody().get("/api/reports/consistency").status, 401);
}

TEST(NoCollection, SaysSo) {
  const testing::TempFolder folder;
  House house((folder.path() / "imr.db").string());
  const Told told = house.nobody().get("/api/determinations");
  EXPECT_EQ(told.status, 404);
  EXPECT_NE(told.text.find("No collection of published determinations is set up here."), std::string::npos)
      << told.text;
}

}  // namespace
}  // namespace openimr::server
