// Drug names from a release of RxNorm: an invented one of a few rows in the same format.
#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

using testing::Ended;
using testing::openimr;

std::string concept_row(const std::string& id, const std::string& type, const std::string& name,
                        const std::string& flags = "4096") {
  return id + "|ENG||||||A" + id + "|" + id + "|" + id + "||RXNORM|" + type + "|" + id + "|" + name + "||N|" + flags +
         "|\n";
}

std::string relation_row(const std::string& first, const std::string& second, const std::string& label) {
  return first + "||CUI|RO|" + second + "||CUI|" + label + "|1||RXNORM|RXNORM|||N|4096|\n";
}

struct Release {
  std::string concepts = concept_row("1", "IN", "carisoprodol") + concept_row("2", "BN", "Invenprodol") +
                         concept_row("3", "IN", "inventamol") + concept_row("4", "BN", "Today") +
                         concept_row("5", "IN", "Ice") + concept_row("6", "MIN", "acetaminophen / inventamol") +
                         concept_row("7", "IN", "acetaminophen") + concept_row("8", "SCD", "inventamol patch") +
                         concept_row("9", "SCDC", "inventamol 50 MG") + concept_row("10", "DF", "Transdermal System") +
                         concept_row("11", "IN", "oldamol", "") + concept_row("12", "BN", "Soma");
  std::string relations = relation_row("1", "2", "tradename_of") + relation_row("3", "4", "tradename_of") +
                          relation_row("6", "3", "part_of") + relation_row("6", "7", "part_of") +
                          relation_row("8", "9", "constitutes") + relation_row("9", "3", "ingredient_of") +
                          relation_row("8", "10", "dose_form_of") + relation_row("1", "12", "tradename_of");
  std::string attributes = "8||||CUI|8|AT1||RXN_AVAILABLE_STRENGTH|RXNORM|50 MG|N|4096|\n";
};

class Import : public ::testing::Test {
 protected:
  Ended import(const Release& release) {
    folder_.write("RxNorm_09062016/rrf/RXNCONSO.RRF", release.concepts);
    folder_.write("RxNorm_09062016/rrf/RXNREL.RRF", release.relations);
    folder_.write("RxNorm_09062016/rrf/RXNSAT.RRF", release.attributes);
    return openimr({"vocabulary", "import", "--rxnorm", dir(), "--out", pack()});
  }
  std::string dir() const { return (folder_.path() / "RxNorm_09062016").string(); }
  std::string pack() const { return (folder_.path() / "rxnorm.yaml").string(); }
  void expect_refused(const Ended& ended, const std::string& message) {
    EXPECT_EQ(ended.exit_code, 4);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.err, message + "\n");
    EXPECT_FALSE(std::filesystem::exists(pack()));
  }
  testing::TempFolder folder_;
};

TEST_F(Import, TakesNewNamesAndKeepsWhatThePacksSay) {
  const Ended ended = import({});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const std::string text = testing::read_whole(pack());
  EXPECT_NE(text.find("RxNorm, release of 2016-09-06"), std::string::npos);
  EXPECT_NE(text.find("name: \"carisoprodol\", class: \"muscle relaxant\""), std::string::npos) << text;
  EXPECT_NE(text.find("names: [\"invenprodol\"]"), std::string::npos) << text;
  EXPECT_NE(text.find("name: \"acetaminophen/inventamol\""), std::string::npos) << text;
  EXPECT_NE(text.find("form: \"patch\", strengths: [\"50 mg\"]"), std::string::npos) << text;
  for (const char* left_out : {"today", "\"ice\"", "oldamol", "soma"})
    EXPECT_EQ(text.find(left_out), std::string::npos) << left_out;
  EXPECT_NE(ended.out.find("left out: 2 names"), std::string::npos) << ended.out;
}

TEST_F(Import, IsUsedBesideTheOtherPacks) {
  std::filesystem::copy(testing::source_dir() / "packs", folder_.path() / "packs",
                        std::filesystem::copy_options::recursive);
  ASSERT_EQ(import({}).exit_code, 0);
  std::filesystem::copy(pack(), folder_.path() / "packs/vocabulary/rxnorm.yaml");
  const Ended ended = openimr(
      {"--packs", (folder_.path() / "packs").string(), "guideline", "show", "invenprodol", "--on", "2015-08-25"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_NE(ended.out.find("Carisoprodol (Soma)"), std::string::npos) << ended.out;
}

TEST_F(Import, NamesTheLineThatIsDamaged) {
  const std::string file = dir() + "/rrf/";
  Release few;
  few.concepts += "13|ENG|IN|\n";
  expect_refused(import(few),
                 file + "RXNCONSO.RRF:13: a row of 3 columns; there must be 18. Unpack the release again.");
  Release broken;
  broken.relations += "1||CUI|RO|2";
  expect_refused(import(broken), file + "RXNREL.RRF:9: the file breaks off in this row. Unpack the release again.");
  Release old;
  old.concepts = concept_row("1", "IN", "carisoprodol", "");
  expect_refused(import(old), file +
                                  "RXNCONSO.RRF: no concept here is marked as currently prescribable. Take the full "
                                  "release or the one of currently prescribable content.");
}

TEST_F(Import, NamesTheFileThatIsMissing) {
  const std::string nowhere = (folder_.path() / "nowhere").string();
  expect_refused(openimr({"vocabulary", "import", "--rxnorm", nowhere, "--out", pack()}),
                 nowhere +
                     ": no release of RxNorm here: rrf/RXNCONSO.RRF is missing. Name the folder that the release was "
                     "unpacked into.");
  folder_.write("RxNorm_09062016/rrf/RXNCONSO.RRF", Release{}.concepts);
  expect_refused(openimr({"vocabulary", "import", "--rxnorm", dir(), "--out", pack()}),
                 dir() + "/rrf/RXNREL.RRF: cannot be read. Unpack the release again, whole.");
}

}  // namespace
}  // namespace openimr
