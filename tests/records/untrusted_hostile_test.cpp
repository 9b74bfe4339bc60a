// Documents that are broken or made to do harm, and a child that lies. Each costs one message, and the next good
// document is read.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "records/untrusted.h"
#include "support/engine.h"
#include "support/pdf_maker.h"
#include "support/process.h"

namespace openimr::records {
namespace {

using testing::draw;
using testing::kSanitized;
using testing::pdf_of;
using testing::pdf_of_pages;
using testing::repeated_deflated;
using testing::stream_object;

std::string good() {
  return pdf_of_pages({draw("still reading", 72, 700)});
}

ReaderLimits quick() {
  ReaderLimits limits;
  limits.time = std::chrono::seconds(kSanitized ? 8 : 3);
  limits.memory = 256U << 20U;
  return limits;
}

std::string pages_of(int count) {
  return pdf_of_pages(std::vector<std::string>(static_cast<std::size_t>(count), ""));
}

std::string noise(std::size_t bytes) {
  std::mt19937 random(11);
  std::string out = "%PDF-1.7\n";
  while (out.size() < bytes) out += static_cast<char>(random());
  return out;
}

std::string repeated(const std::string& what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

// A page whose content is `bytes` long when it is inflated, and a small part of that in the file.
std::string bomb(std::string_view start, std::uint64_t bytes) {
  return pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                 "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                 stream_object(repeated_deflated(start, bytes), "/Filter/FlateDecode"),
                 "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"});
}

// A page with one word, whose objects are those of a test: 3 is the page, the rest is free.
std::string strange(std::vector<std::string> objects) {
  objects.insert(objects.begin(), {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"});
  return pdf_of(objects);
}

enum class Faults { none, one };

struct Hostile {
  const char* name;
  std::function<std::string()> bytes;
  // What the message says; empty where the document is read, or where it does not matter how it ends.
  std::string says;
  Faults faults = Faults::none;
  DocumentKind kind = DocumentKind::pdf;
  bool any_end = false;
};

class HostileDocument : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileDocument, CostsOneMessage) {
  const Hostile& test = GetParam();
  UntrustedReader reader(OPENIMR_READER, quick());
  ASSERT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());

  const auto text = reader.read(test.kind, test.bytes(), "x.pdf");
  if (!test.any_end) {
    ASSERT_EQ(text.has_value(), test.says.empty()) << (text ? text->text.substr(0, 200) : text.error().to_string());
    if (!text) EXPECT_EQ(text.error().message, "'x.pdf' " + test.says);
  }
  if (!text) EXPECT_FALSE(text.error().remedy.empty());

  const auto next = reader.read(DocumentKind::pdf, good(), "good.pdf");
  ASSERT_TRUE(next.has_value()) << next.error().to_string();
  EXPECT_EQ(next->text, "still reading\n");
  if (!test.any_end) EXPECT_EQ(reader.children(), test.faults == Faults::none ? 1 : 2);
}

const std::string kNoPdf = "is not a PDF that can be read: it is damaged or something else";
const std::string kSlow = fmt::format("could not be read within {} seconds", kSanitized ? 8 : 3);

const std::vector<Hostile> kHostile = {
    {"empty", [] { return std::string(); }, kNoPdf},
    {"text", [] { return std::string("Progress note\nSoma 350 mg TID\n"); }, kNoPdf},
    {"noise", [] { return noise(200'000); }, kNoPdf},
    {"cut_at_the_head", [] { return good().substr(0, 30); }, kNoPdf},
    {"cut_in_the_middle", [] { return good().substr(0, good().size() / 2); }, "", Faults::none, DocumentKind::pdf,
     true},
    {"without_its_table_of_places", [] { return good().substr(0, good().find("xref")) + "trailer<</Root 1 0 R>>"; },
     ""},
    {"password", [] { return testing::read_whole(testing::source_dir() / "tests/records/hostile/locked.pdf"); },
     "needs a password to open"},
    {"scan", [] { return pages_of(12); }, "has no text on any of its 12 pages: it is a scan"},
    {"scan_of_one_page", [] { return pages_of(1); }, "has no text on its one page: it is a scan"},
    {"ten_thousand_pages", [] { return pages_of(10'000); }, "has 10000 pages; at most 2000 are read"},
    {"billions_of_pages_it_says",
     [] { return pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2147483647>>"}); }, "",
     Faults::none, DocumentKind::pdf, true},
    {"no_pages", [] { return pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"}); }, kNoPdf},
    {"pages_that_hold_themselves",
     [] { return pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 20>>"}); }, "",
     Faults::none, DocumentKind::pdf, true},
    {"a_catalog_that_is_itself", [] { return pdf_of({"1 0 R"}); }, kNoPdf},
    {"a_stream_as_long_as_itself",
     [] {
       return strange({"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
                       "<</Length 4 0 R>>\nstream\nBT ET\nendstream"});
     },
     "", Faults::none, DocumentKind::pdf, true},
    {"a_form_that_draws_itself",
     [] {
       return strange(
           {"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            stream_object("/X Do /X Do"),
            stream_object("/X Do /X Do /X Do",
                          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                          "/Resources<</XObject<</X 5 0 R>>>>")});
     },
     "", Faults::none, DocumentKind::pdf, true},
    {"forms_that_double",
     [] {
       std::vector<std::string> objects = {
           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
           stream_object("/X Do")};
       for (int i = 5; i < 45; ++i) {
         objects.push_back(stream_object("/X Do /X Do", fmt::format("/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                                                                    "/Resources<</XObject<</X {} 0 R>>>>",
                                                                    i + 1)));
       }
       return strange(objects);
     },
     "", Faults::none, DocumentKind::pdf, true},
    {"arrays_in_arrays", [] { return pdf_of_pages({repeated("[", 1'000'000)}); }, "", Faults::none, DocumentKind::pdf,
     true},
    {"states_in_states", [] { return pdf_of_pages({repeated("q ", 1'000'000) + draw("deep", 72, 700)}); }, "",
     Faults::none, DocumentKind::pdf, true},
    {"gigabytes_of_words", [] { return bomb("(A)'", 4ULL << 30U); }, "", Faults::one, DocumentKind::pdf, true},
    {"an_array_of_gigabytes", [] { return bomb("[1 1 ", 4ULL << 30U); }, "", Faults::one, DocumentKind::pdf, true},
    {"a_string_of_gigabytes", [] { return bomb("(zzzz", 4ULL << 30U); }, "", Faults::one, DocumentKind::pdf, true},
    {"gigabytes_of_nothing", [] { return bomb("    ", 4ULL << 30U); }, kSlow, Faults::one},
    {"a_font_of_gigabytes",
     [] {
       return strange(
           {"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            stream_object(draw("A", 72, 700)),
            "<</Type/Font/Subtype/TrueType/BaseFont/X/ToUnicode 6 0 R/FontDescriptor<</Type/FontDescriptor"
            "/FontName/X/Flags 4/FontFile2 6 0 R>>>>",
            stream_object(repeated_deflated("zzzz", 4ULL << 30U), "/Filter/FlateDecode")});
     },
     "", Faults::one, DocumentKind::pdf, true},
    {"a_page_that_reaches_to_infinity",
     [] { return pdf_of_pages({"BT /F 1e38 Tf 1e38 -1e38 Td (far) Tj 9e99 0 0 9e99 0 0 Tm (away) Tj ET"}); }, "",
     Faults::none, DocumentKind::pdf, true},
    {"words_that_overflow_everything",
     [] { return pdf_of_pages({repeated("BT /F 1 Tf 9 9 Td (aaaaaaaaaa) Tj ET\n", 20'000)}); }, "", Faults::none,
     DocumentKind::pdf, true},
    {"html_that_is_binary", [] { return noise(200'000); }, "", Faults::none, DocumentKind::html},
    {"html_in_100000_blocks", [] { return "<html>" + repeated("<div>", 100'000) + "x" + repeated("</div>", 100'000); },
     "", Faults::none, DocumentKind::html},
    {"html_in_100000_tables", [] { return "<html>" + repeated("<table><tr><td>", 100'000); }, "", Faults::none,
     DocumentKind::html},
    {"html_of_entities",
     [] {
       return "<!DOCTYPE html [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><html>" +
              repeated("&c;", 100'000);
     },
     "", Faults::none, DocumentKind::html},
    {"html_of_angles", [] { return "<html>" + repeated("<", 2'000'000); }, "", Faults::none, DocumentKind::html},
    {"html_with_an_endless_attribute", [] { return "<html><p a='" + repeated("x", 20'000'000); }, "", Faults::none,
     DocumentKind::html},
};

INSTANTIATE_TEST_SUITE_P(Documents, HostileDocument, ::testing::ValuesIn(kHostile),
                         [](const auto& test) { return test.param.name; });

TEST(UntrustedReader, TellsMemoryFromTimeAndGoesOn) {
  if (kSanitized) GTEST_SKIP() << "memory has no limit under sanitizers";
  ReaderLimits limits;
  limits.memory = 128U << 20U;
  UntrustedReader reader(OPENIMR_READER, limits);
  const auto text = reader.read(DocumentKind::pdf, bomb("[1 1 ", 1ULL << 30U), "x.pdf");
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().to_string(),
            "'x.pdf' needs more memory to read than the 128 MB that it is given. It may be made to do harm; if you "
            "trust it, save it anew or split it and try again.");
  EXPECT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());
  EXPECT_EQ(reader.children(), 2);
}

TEST(UntrustedReader, KeepsTheLimitsOnSizeAndText) {
  ReaderLimits limits;
  limits.file = 2U << 20U;
  limits.text = 1000;
  UntrustedReader reader(OPENIMR_READER, limits);
  const auto large = reader.read(DocumentKind::pdf, std::string(3U << 20U, ' '), "x.pdf");
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().to_string(), "'x.pdf' is 3 MB large; at most 2 MB are read. Split it and try again.");
  EXPECT_EQ(reader.children(), 0);
  for (const auto kind : {DocumentKind::pdf, DocumentKind::html}) {
    const std::string words = repeated("word ", 300);
    const auto text = reader.read(kind,
                                  kind == DocumentKind::pdf
                                      ? pdf_of_pages({draw(words, 9, 700) + draw(words, 9, 680) + draw(words, 9, 660)})
                                      : words,
                                  "x.pdf");
    ASSERT_FALSE(text.has_value());
    EXPECT_EQ(text.error().message, "'x.pdf' holds more text than the 1000 bytes that are read");
  }
  EXPECT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());
  EXPECT_EQ(reader.children(), 1);
}

TEST(UntrustedReader, ShowsAHostileNameHarmlessly) {
  UntrustedReader reader(OPENIMR_READER);
  const auto text = reader.read(DocumentKind::pdf, "", "\x1B[2Jx\n.pdf");
  ASSERT_FALSE(text.has_value());
  EXPECT_TRUE(text.error().message.starts_with("'[2Jx.pdf' is not a PDF")) << text.error().message;
}

TEST(UntrustedReader, SaysWhereItsProgramIsMissing) {
  UntrustedReader reader("/nowhere/openimr-reader");
  const auto text = reader.read(DocumentKind::pdf, good(), "good.pdf");
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().code, ErrorCode::not_found);
  EXPECT_EQ(text.error().to_string(),
            "the program that reads documents cannot be started (No such file or directory): "
            "'/nowhere/openimr-reader'. Install OpenIMR again: openimr-reader belongs to it.");
  EXPECT_EQ(reader.children(), 0);
}

// The children of this thread.
std::vector<pid_t> children() {
  std::ifstream in(fmt::format("/proc/self/task/{}/children", gettid()));
  return {std::istream_iterator<pid_t>(in), {}};
}

TEST(UntrustedReader, ReplacesAChildThatWentAwayBetweenDocuments) {
  UntrustedReader reader(OPENIMR_READER);
  ASSERT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());
  const auto pids = children();
  if (pids.empty()) GTEST_SKIP() << "this kernel does not list children";
  ASSERT_EQ(pids.size(), 1U);
  kill(pids.front(), SIGKILL);
  siginfo_t ended{};
  waitid(P_PID, static_cast<id_t>(pids.front()), &ended, WEXITED | WNOWAIT);
  EXPECT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());
  EXPECT_EQ(reader.children(), 2);
}

TEST(UntrustedReader, LeavesNoChildBehind) {
  {
    UntrustedReader reader(OPENIMR_READER);
    ASSERT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());
  }
  EXPECT_TRUE(children().empty());
}

TEST(UntrustedReader, HasAChildUnderLock) {
  UntrustedReader reader(OPENIMR_READER);
  ASSERT_TRUE(reader.read(DocumentKind::pdf, good(), "good.pdf").has_value());
  const auto pids = children();
  if (pids.empty()) GTEST_SKIP() << "this kernel does not list children";
  std::ifstream in(fmt::format("/proc/{}/status", pids.front()));
  const std::string status{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(status.find("Seccomp:\t2\n"), std::string::npos) << status;
  EXPECT_NE(status.find("NoNewPrivs:\t1\n"), std::string::npos) << status;
}

// A program in the place of openimr-reader that a hostile document has taken over.
struct Liar {
  const char* name;
  const char* script;
  const char* says;
};

class LyingChild : public ::testing::TestWithParam<Liar> {};

TEST_P(LyingChild, IsNotBelieved) {
  const testing::TempFolder folder;
  const auto program = folder.write("liar", std::string("#!/bin/sh\n") + GetParam().script + "\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  ReaderLimits limits;
  limits.time = std::chrono::milliseconds(1500);
  limits.pages = 3;
  UntrustedReader reader(program, limits);
  for (int children = 1; children < 3; ++children) {
    const auto text = reader.read(DocumentKind::pdf, good(), "x.pdf");
    ASSERT_FALSE(text.has_value());
    EXPECT_EQ(text.error().message, std::string("'x.pdf' ") + GetParam().says);
    EXPECT_EQ(reader.children(), children);
  }
}

constexpr const char* kFell = "could not be read: the program that reads documents fell over it";
constexpr const char* kLate = "could not be read within 1.5 seconds";
// Frames: kind and length, four bytes each, the lowest first. 020 is a page, 021 text, 022 the end, 023 an error.
#define EMPTY_PAGE "\\020\\0\\0\\0\\014\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"

const std::vector<Liar> kLiars = {
    {"says_nothing", "exec sleep 60", kLate},
    {"ends", "exit 0", kFell},
    {"is_killed", "kill -SEGV $$", kFell},
    {"is_out_of_memory", "exit 71", "needs more memory to read than the 512 MB that it is given"},
    {"kept_its_rights", "exit 72", "was not read: openimr-reader cannot give up its rights on this machine"},
    {"is_of_another_version", "exit 64", "was not read: openimr-reader is of another version"},
    {"half_a_head", "printf '\\020\\0\\0'; exec sleep 60", kLate},
    {"a_page_of_gigabytes", "printf '\\020\\0\\0\\0\\377\\377\\377\\377'; exec sleep 60", kFell},
    {"a_page_that_never_comes", "printf '\\020\\0\\0\\0\\014\\0\\0\\0'; exec sleep 60", kLate},
    {"a_page_too_short", "printf '\\020\\0\\0\\0\\1\\0\\0\\0x'; exec sleep 60", kFell},
    {"more_words_than_bytes",
     "printf '\\020\\0\\0\\0\\014\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\1\\0\\0\\0'; exec sleep 60", kFell},
    {"a_page_of_no_number_wide",
     "printf '\\020\\0\\0\\0\\014\\0\\0\\0\\0\\0\\300\\177\\0\\0\\0\\0\\0\\0\\0\\0'; exec sleep 60", kFell},
    {"more_pages_than_there_may_be", "while printf '" EMPTY_PAGE "'; do :; done", kFell},
    {"no_pages", "printf '\\022\\0\\0\\0\\0\\0\\0\\0'; exec sleep 60", kFell},
    {"words_after_the_end", "printf '" EMPTY_PAGE "\\022\\0\\0\\0\\0\\0\\0\\0more'; exec sleep 60", kFell},
    {"text_for_a_pdf", "printf '\\021\\0\\0\\0\\1\\0\\0\\0x'; exec sleep 60", kFell},
    {"an_error_that_is_none", "printf '\\023\\0\\0\\0\\010\\0\\0\\0\\377\\0\\0\\0\\0\\0\\0\\0'; exec sleep 60", kFell},
    {"an_error_too_long", "printf '\\023\\0\\0\\0\\011\\0\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0x'; exec sleep 60", kFell},
    {"a_frame_of_no_kind", "printf '\\377\\0\\0\\0\\0\\0\\0\\0'; exec sleep 60", kFell},
    {"an_entry_of_an_archive", "printf '\\040\\0\\0\\0\\1\\0\\0\\0x'; exec sleep 60", kFell},
};

INSTANTIATE_TEST_SUITE_P(Programs, LyingChild, ::testing::ValuesIn(kLiars),
                         [](const auto& test) { return test.param.name; });

TEST(OpenimrReader, SaysThatItIsNotForPeople) {
  testing::Run run;
  run.program = OPENIMR_READER;
  const auto ended = testing::run(run);
  EXPECT_EQ(ended.exit_code, 64);
  EXPECT_EQ(ended.err, "openimr-reader is started by openimr, which reads documents through it.\n");
}

}  // namespace
}  // namespace openimr::records
