// Rows of the Department of Managed Health Care, whole and broken.
#include "corpus/collection/dmhc.h"

#include <gtest/gtest.h>

namespace openimr::corpus {
namespace {

const std::string kHead =
    "Reference ID;Report Year;Diagnosis Category;Diagnosis Sub Category;Treatment Category;Treatment Sub "
    "Category;Determination;Type;Age Range;Patient Gender\n";

std::vector<Result<Published>> read(const std::string& rows) {
  return read_dmhc(kHead + rows, "dmhc.csv");
}

TEST(Dmhc, RowsAreDeterminationsWithoutALetter) {
  const auto rows = read(
      "MN00-00001;2016;Orthopedic/ Musculoskeletal;Back Pain;Diagnostic Imaging and Screening;MRI;Overturned Decision "
      "of "
      "Health Plan;Medical Necessity;41-50;Female\r\n"
      "EI00-00002;2015;Cancer;;Pharmacy/ Prescription Drugs;\"Anti; neoplastic\";Upheld Decision of Health "
      "Plan;Experimental/Investigational;65+;Male");
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_TRUE(rows[0] && rows[1]);
  const Published& first = *rows[0];
  EXPECT_EQ(first.source, "dmhc");
  EXPECT_EQ(first.reference, "MN00-00001");
  EXPECT_EQ(first.year, 2016);
  EXPECT_EQ(first.age_range, "41-50");
  EXPECT_EQ(first.sex, "female");
  EXPECT_EQ(first.diagnoses, (std::vector<std::string>{"Orthopedic/ Musculoskeletal", "Back Pain"}));
  EXPECT_EQ(first.items.at(0).text, "Diagnostic Imaging and Screening: MRI");
  EXPECT_EQ(first.items.at(0).decision, determination::Decision::overturned);
  EXPECT_EQ(first.items.at(0).kind, "medical necessity");
  EXPECT_EQ(rows[1]->items.at(0).subcategory, "Anti; neoplastic");
  EXPECT_EQ(rows[1]->items.at(0).decision, determination::Decision::upheld);
}

TEST(Dmhc, TheCommaFormHasFindings) {
  const auto rows = read_dmhc(
      "ReferenceID,ReportYear,DiagnosisCategory,DiagnosisSubCategory,TreatmentCategory,TreatmentSubCategory,"
      "Determination,"
      "Type,AgeRange,PatientGender,Findings\n"
      "MN00-00003,2017,Pain,Chronic Pain,Pain Management,Injection,Upheld Decision of Health Plan,Medical "
      "Necessity,51-64,Female,\"Nature of it: the \"\"plan\"\" denied,\nand two lines.\"\n",
      "dmhc.csv");
  ASSERT_EQ(rows.size(), 1U);
  ASSERT_TRUE(rows[0]) << rows[0].error().to_string();
  EXPECT_EQ(rows[0]->text, "Nature of it: the \"plan\" denied,\nand two lines.");
}

TEST(Dmhc, ABadRowIsNamedByItsLineAndTheNextIsRead) {
  const std::string good = "MN00-00001;2016;A;B;C;D;Upheld Decision of Health Plan;Medical Necessity;41-50;Female\n";
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"MN00-00002;2016;A;B\n", "dmhc.csv:3: the row has 4 fields and the head 10"},
      {";2016;A;B;C;D;Upheld;E;41-50;Female\n", "dmhc.csv:3: the row has no Reference ID"},
      {"MN00-00002;16;A;B;C;D;Upheld;E;41-50;Female\n", "dmhc.csv:3: this is no year of a report: '16'"},
      {"MN00-00002;2016;A;B;C;D;Perhaps;E;41-50;Female\n",
       "dmhc.csv:3: this says of no decision whether it was upheld or overturned: 'Perhaps'"},
  };
  for (const auto& [row, message] : bad) {
    const auto rows = read(good + row + good);
    ASSERT_EQ(rows.size(), 3U) << row;
    EXPECT_TRUE(rows[0] && rows[2]);
    ASSERT_FALSE(rows[1]);
    EXPECT_EQ(rows[1].error().to_string().substr(0, message.size()), message);
  }
  // A quotation that never ends takes the rest of the file with it, and is one error.
  const auto open = read(good + "MN00-00002;2016;\"A;B;C;D;Upheld;E;41-50;Female\n" + good);
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[1].error().message, "the row never ends");
  const auto headless = read_dmhc("Name;Year\nA;1\n", "dmhc.csv");
  ASSERT_EQ(headless.size(), 1U);
  EXPECT_EQ(headless[0].error().offending, "referenceid");
  EXPECT_EQ(read_dmhc("", "dmhc.csv").size(), 1U);
}

}  // namespace
}  // namespace openimr::corpus
