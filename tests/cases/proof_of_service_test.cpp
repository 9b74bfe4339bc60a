#include <sstream>

#include <gtest/gtest.h>

#include "cases/correspondence.h"
#include "support/golden.h"
#include "support/programmes.h"

namespace openimr::cases {
namespace {

std::string text_of(const Result<letter::Paper>& paper) {
  if (!paper) return paper.error().to_string();
  std::ostringstream out;
  letter::write_paper_text(out, *paper);
  return out.str();
}

Served served(const char* programme, const char* notice) {
  return {"Example Review Organization", "CM15-0000000", *testing::programme(programme).correspondence().notice(notice),
          "standard", "ordinary"};
}

// Line ends as spaces.
std::string folded(const std::string& text) {
  std::string out;
  std::istringstream in(text);
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<Service> services() {
  const program::Moment day{*Date::of(2015, 10, 1), std::nullopt};
  const program::Moment minute{*Date::of(2015, 10, 1), 14 * 60 + 5};
  return {{"employee", "Pat Invented", {"1 Example Street", "Sampletown, CA 90000"}, "mail", day, "Sam Invented"},
          {"claims_administrator",
           "Invented Claims Administration",
           {"claims@example.org"},
           "electronic",
           minute,
           "Sam Invented"}};
}

std::string written(const char* notice, const std::vector<Service>& to) {
  return text_of(proof_of_service(testing::programme("ca-dwc-imr"), served("ca-dwc-imr", notice), to));
}

TEST(GoldenProofOfService, OfEachKindOfClock) {
  for (const char* notice : {"noarfi", "determination", "correction"})
    testing::expect_golden("notices/ca-dwc-imr/proof-of-" + std::string(notice) + ".txt", written(notice, services()));
  auto mailed = services();
  mailed.pop_back();
  testing::expect_golden(
      "notices/medicare-qic/proof-of-decision.txt",
      text_of(proof_of_service(testing::programme("medicare-qic"), served("medicare-qic", "decision"), mailed)));
}

TEST(ProofOfService, SaysWhyItIsNotWritten) {
  struct Row {
    void (*change)(std::vector<Service>&);
    const char* message;
  };
  const Row rows[] = {
      {[](std::vector<Service>& to) { to.clear(); },
       "the proof of service needs a service, which the case does not have. Say who was served, where, how and when."},
      {[](std::vector<Service>& to) { to[1].server = "Lee Invented"; },
       "the proof of service is one person's declaration, and several served. Write one for each of them."},
      {[](std::vector<Service>& to) { to[0].server = to[1].server = ""; },
       "the proof of service needs server, which the case does not have. Give server: who served it."},
      {[](std::vector<Service>& to) { to[1].by = "pigeon"; },
       "the proof of service: no such way of service in ca-dwc-imr: 'pigeon'. Use one of: personal, mail, "
       "mail-out-of-state, mail-confidential, mail-abroad, express, fax, electronic."},
      {[](std::vector<Service>& to) { to[1].name.clear(); },
       "the proof of service needs the name of the claims administrator, which the case does not have. Give the "
       "party's "
       "name."},
      {[](std::vector<Service>& to) { to[1].address.clear(); },
       "the proof of service needs the address of the claims administrator, which the case does not have. Give the "
       "lines "
       "of the postal address, the fax number or the electronic address."},
  };
  for (const Row& row : rows) {
    auto to = services();
    row.change(to);
    EXPECT_EQ(written("determination", to), row.message);
  }
}

// What a way adds is the pack's to say, and only where the time runs from service.
TEST(ProofOfService, SaysWhatEachWayAdds) {
  struct Row {
    const char* by;
    const char* adds;
  };
  const Row rows[] = {
      {"personal", "0 calendar days added"},
      {"mail", "5 calendar days added"},
      {"mail-out-of-state", "10 calendar days added"},
      {"mail-confidential", "12 calendar days added"},
      {"mail-abroad", "20 calendar days added"},
      {"express", "2 business days added"},
      {"fax", "2 business days added"},
      {"electronic", "2 business days added"},
  };
  for (const Row& row : rows) {
    auto to = services();
    to.pop_back();
    to[0].by = row.by;
    EXPECT_NE(folded(written("determination", to)).find(row.adds), std::string::npos) << row.by;
    EXPECT_EQ(folded(written("noarfi", to)).find("days added ("), std::string::npos) << row.by;
  }
}

}  // namespace
}  // namespace openimr::cases
