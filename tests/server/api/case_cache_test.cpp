// Cases and what was written of them, kept as long as they stand so.
#include "server/api/case_cache.h"

#include "server/api/in_review.h"

namespace openimr::server {
namespace {

TEST(CaseCache, ForgetsWhatWasWrittenOfACaseThatChanged) {
  const testing::TempFolder folder;
  testing::House house((folder.path() / "imr.db").string());
  const auto in_review = testing::case_in_review(house);
  auto& shared = house.api->shared();
  const auto office = shared.offices.lend().value();
  CaseCache cache;
  int written = 0;
  const auto text = [&](const std::string& view) {
    const SharedCase c = cache.find(*office, in_review.number).value();
    return cache.text_of(c, view, [&] { return view + " of version " + std::to_string((++written, c->version)); });
  };
  EXPECT_EQ(*text("intake"), "intake of version 8");
  EXPECT_EQ(*text("review"), "review of version 8");
  EXPECT_EQ(*text("intake"), "intake of version 8");
  EXPECT_EQ(written, 2) << "each once";

  const std::weak_ptr<const std::string> before = text("intake");
  const SharedCase held = cache.find(*office, in_review.number).value();
  const auto now = shared.local(shared.clock());
  office->ledger()
      .record(in_review.number, {{.type = "address-changed",
                                  .who = {"intake", "iris"},
                                  .on = now,
                                  .recorded = shared.clock(),
                                  .what = {{"of", "employee"}, {"address", "1 Invented Street"}}}})
      .value();
  EXPECT_EQ(*text("intake"), "intake of version 9");
  EXPECT_TRUE(before.expired()) << "nobody can ask for it any more";
  EXPECT_EQ(*cache.text_of(held, "intake", [] { return std::string("of the case as it was held"); }),
            "of the case as it was held");
  EXPECT_EQ(*text("intake"), "intake of version 9");
  EXPECT_FALSE(cache.find(*office, "EX-404"));
}

}  // namespace
}  // namespace openimr::server
