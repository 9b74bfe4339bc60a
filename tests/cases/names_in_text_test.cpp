#include "cases/names_in_text.h"

#include <gtest/gtest.h>

namespace openimr::cases {
namespace {

TEST(PlainWords, AreSmallAndWithoutWhatStandsBetween) {
  struct Row {
    const char* text;
    std::vector<std::string> words;
  };
  const Row rows[] = {
      {"", {}},
      {" ,;- ", {}},
      {"Ada  EXAMPLE,\nMD", {"ada", "example", "md"}},
      {"M.D., Ph.D. J.Smith", {"md", "ph", "d", "j", "smith"}},
      {"O'Neil's end.Then", {"oneils", "end", "then"}},
      {"progress_report-2015.pdf", {"progress", "report", "2015", "pdf"}},
      {"Mu\xC3\xB1oz", {"mu\xC3\xB1oz"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(plain_words(row.text), row.words) << row.text;
  }
}

TEST(HasInARow, TakesWordsOneAfterAnother) {
  const auto text = plain_words("Report of 2015-08-01 by the clinic");
  EXPECT_TRUE(has_in_a_row(text, plain_words("report of 2015-08-01")));
  EXPECT_TRUE(has_in_a_row(text, plain_words("THE CLINIC")));
  EXPECT_FALSE(has_in_a_row(text, plain_words("report by the clinic")));
  EXPECT_FALSE(has_in_a_row(text, plain_words("report of 2015-08-0")));
  EXPECT_FALSE(has_in_a_row(text, {}));
}

TEST(NamesPerson, WhereverTheLastNameIsThePersons) {
  struct Row {
    const char* name;
    const char* text;
    bool named;
  };
  const Row rows[] = {
      {"Ada Example", "Reviewed by Ada Example today.", true},
      {"Ada Example", "Reviewed by ADA B.\n EXAMPLE", true},
      {"Ada Example", "Example, Ada", true},
      {"Ada Example", "Dr. Example agrees", true},
      {"Ada Example", "Example, M.D.", true},
      {"Ada Example", "signed Example MD", true},
      {"Ada Example", "Example, Psy.D.", true},
      {"Dr. Ada Example, MD", "by Ada Example", true},
      {"Ana de la Cruz", "Dr. de la Cruz saw no reason", true},
      {"Ada Example", "For example, ada is a name", true},  // last name first: taken for the person
      {"Ada Example", "for example, the records show", false},
      {"Ada Example", "Examples of Adas", false},
      {"Ada Example", "Ada spoke at length of what might be an example", false},
      {"Example", "an example", true},  // a name of one word is looked for as it is
      {"", "anything", false},
      {"Dr.", "Dr. Who", false},
  };
  for (const Row& row : rows) EXPECT_EQ(names_person(plain_words(row.text), row.name), row.named) << row.text;
}

}  // namespace
}  // namespace openimr::cases
