// Packs that de-identification cannot work with.
#include "base/packs.h"

#include <gtest/gtest.h>

#include "corpus/deidentify/deidentifier.h"

namespace openimr::corpus::deidentify {
namespace {

TEST(DeidentifyPacks, WithoutAListOfWordsSayWhichAndWhatToInstall) {
  auto packs = read_snapshot(OPENIMR_SNAPSHOT);
  ASSERT_TRUE(packs);
  ASSERT_GT(packs->data["deidentify"]["words"]["english"].get<std::string>().size(), 300'000U) << "Debian's list is in";
  packs->data["deidentify"]["words"].erase("english");
  const auto made = Deidentifier::from_packs(packs->data);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().to_string(),
            "packs/deidentify: a list of words is missing: 'english'. Add it to `words`, or install the package of its "
            "`word_lists`.");
}

}  // namespace
}  // namespace openimr::corpus::deidentify
