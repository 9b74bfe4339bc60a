// What records are called, whatever their senders call them.
#include "office/record_names.h"

#include <gtest/gtest.h>

#include "base/clean_text.h"

namespace openimr::office {
namespace {

std::string times(std::size_t count, std::string_view what) {
  std::string out;
  while (count-- > 0) out += what;
  return out;
}

TEST(RecordNames, AreMadeHarmless) {
  const struct {
    std::string given, kept;
  } rows[] = {
      {"report.pdf", "report.pdf"},
      {"Bericht über Röntgen.pdf", "Bericht über Röntgen.pdf"},
      {"../../etc/passwd", "passwd"},
      {"C:\\scans\\pr2.tif", "pr2.tif"},
      {"..", "record"},
      {"", "record"},
      {"/", "record"},
      {".hidden", "hidden"},
      {" . a.txt. ", "a.txt"},
      {"a\nb\r\tc\x7F.txt", "abc.txt"},
      {"gnp.\u202Eexe", "gnp.exe"},
      {"\u0085\u200B\u2028x", "x"},
      {times(150, "a") + ".pdf", times(96, "a") + ".pdf"},
      {"x." + times(150, "b"), "x." + times(98, "b")},
      {times(120, "ü"), times(100, "ü")},
  };
  for (const auto& [given, kept] : rows) EXPECT_EQ(harmless_name(given), kept) << given;
}

TEST(RecordNames, StaySoundAndFitAFileSystem) {
  const std::string kept = harmless_name(times(100, "\U0001F4C4") + ".pdf");
  EXPECT_EQ(first_invalid_utf8(kept), std::string_view::npos);
  EXPECT_LE(kept.size(), 200U);
  EXPECT_TRUE(kept.ends_with("\U0001F4C4.pdf"));
}

TEST(RecordNames, EachStandsOnceInACase) {
  cases::Case c;
  c.records.push_back(
      {.document = "", .name = "records/pr2.pdf", .kind = "", .date = {}, .received = {*Date::of(2015, 10, 1), {}}});
  const nlohmann::json added = {{{"name", "records/mri.pdf"}, {"document", ""}}, {{"name", "records/mri-2.pdf"}}};
  EXPECT_EQ(record_name("new.pdf", c, added), "records/new.pdf");
  EXPECT_EQ(record_name("pr2.pdf", c, added), "records/pr2-2.pdf");
  EXPECT_EQ(record_name("/somewhere/mri.pdf", c, added), "records/mri-3.pdf");
}

}  // namespace
}  // namespace openimr::office
