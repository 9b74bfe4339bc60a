// Runs tests/bad/*.case: case folders with something wrong in them, and the message that must follow
// (tests/bad/README.md).
#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <sstream>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

using testing::Ended;

constexpr int kLost = 3;  // done, and a record was lost

struct Expected {
  int exit_code = 0;
  std::vector<std::string> messages;  // all of stderr
};

struct BadCase {
  std::map<std::string, std::string> files;
  std::map<std::string, int> huge;  // name, MB; of zero bytes
  std::string run_on;               // below the folder; empty: the folder itself
  Expected check;
  Expected review;
  std::vector<std::string> draft;  // that the draft says
  std::string wrong;               // with the file itself
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// `\xNN` is a byte, `\times{1000}{text}` that text a thousand times.
std::string unescaped(const std::string& line) {
  constexpr std::string_view kTimes = "\\times{";
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    if (line.compare(at, 2, "\\x") == 0 && at + 4 <= line.size()) {
      out += static_cast<char>(std::stoi(line.substr(at + 2, 2), nullptr, 16));
      at += 4;
    } else if (line.compare(at, kTimes.size(), kTimes) == 0) {
      const std::size_t middle = line.find("}{", at);
      const std::size_t end = line.find('}', middle + 2);
      const int times = std::stoi(line.substr(at + kTimes.size(), middle - at - kTimes.size()));
      for (int i = 0; i < times; ++i) out.append(line, middle + 2, end - middle - 2);
      at = end + 1;
    } else {
      out += line[at++];
    }
  }
  return out;
}

int number_after(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  return at == std::string::npos ? -1 : std::atoi(text.c_str() + at + words.size());
}

BadCase read(const std::filesystem::path& path) {
  BadCase out;
  bool review_given = false;
  std::istringstream in(testing::read_whole(path));
  std::string section;
  std::string line;
  while (std::getline(in, line)) {
    if (line.starts_with("  ") || (line.empty() && out.files.contains(section))) {
      const std::string text = line.empty() ? "" : line.substr(2);
      if (out.files.contains(section)) {
        out.files[section] += unescaped(text) + "\n";
      } else if (section == "both" || section == "case check") {
        out.check.messages.push_back(text);
      } else if (section == "review") {
        out.review.messages.push_back(text);
      } else if (section == "draft") {
        out.draft.push_back(text);
      } else {
        out.wrong = "a line that belongs to nothing: " + line;
      }
      continue;
    }
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    section = line.substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : trimmed(line.substr(colon + 1));
    if (section == "both" || section == "case check") {
      out.check.exit_code = number_after(value, "exit ");
    } else if (section == "review") {
      out.review.exit_code = number_after(value, "exit ");
      review_given = true;
    } else if (section == "run on") {
      out.run_on = value;
    } else if (section == "draft") {
      continue;
    } else if (value.ends_with("MB of nothing")) {
      out.huge[section] = std::atoi(value.c_str());
    } else if (value.empty()) {
      out.files[section];
    } else {
      out.wrong = "not understood: " + line;
    }
  }
  // What precedes the next section or the end is a blank line of this file, not of the document.
  for (auto& [name, text] : out.files) {
    while (text.ends_with("\n\n") || text == "\n") text.pop_back();
  }
  if (!review_given) out.review = out.check;
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string folded(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool white = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!white) out += c;
    if (white && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

// Whether the message is the one expected, where `...` stands for any words.
bool is_like(std::string_view message, std::string_view expected) {
  std::size_t gap = expected.find("...");
  if (gap == std::string_view::npos) return message == expected;
  if (!message.starts_with(expected.substr(0, gap))) return false;
  message.remove_prefix(gap);
  while (true) {
    expected.remove_prefix(gap + 3);
    gap = expected.find("...");
    if (gap == std::string_view::npos) return message.ends_with(expected);
    const std::size_t at = message.find(expected.substr(0, gap));
    if (at == std::string_view::npos) return false;
    message.remove_prefix(at + gap);
  }
}

void expect(const Ended& ended, const Expected& expected, const std::string& folder) {
  EXPECT_EQ(ended.exit_code, expected.exit_code);
  std::vector<std::string> messages;
  for (const std::string& line : ended.err_lines()) messages.push_back(replaced(line, folder, "DIR"));
  EXPECT_TRUE(std::equal(messages.begin(), messages.end(), expected.messages.begin(), expected.messages.end(), is_like))
      << "said:\n"
      << ::testing::PrintToString(messages) << "\nexpected:\n"
      << ::testing::PrintToString(expected.messages);
  // The words of our tools are not those of a person who fills in a form.
  for (const std::string& message : messages) {
    for (const char* jargon : {"regex", "constraint", "'pattern'", "..", ".:"})
      EXPECT_EQ(replaced(message, "../", "").find(jargon), std::string::npos) << jargon << " in: " << message;
  }
  if (expected.exit_code == 0 || expected.exit_code == kLost) return;
  EXPECT_EQ(ended.out, "") << "nothing goes to stdout but a result";
  EXPECT_FALSE(messages.empty());
  for (const std::string& message : messages) {
    EXPECT_TRUE(message.starts_with("DIR")) << "names no file: " << message;
    const std::size_t remedy = message.rfind(". ");
    EXPECT_TRUE(remedy != std::string::npos && std::isupper(static_cast<unsigned char>(message[remedy + 2])) != 0)
        << "names no remedy: " << message;
  }
}

class BadCases : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(BadCases, AreExplained) {
  const BadCase bad = read(GetParam());
  ASSERT_EQ(bad.wrong, "");
  const testing::TempFolder folder;
  for (const auto& [name, text] : bad.files) folder.write(name, text);
  for (const auto& [name, megabytes] : bad.huge) {
    const auto file = folder.write(name, "");
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(megabytes) << 20U);
  }
  const auto names = folder.names();
  const std::string on = bad.run_on.empty() ? folder.path().string() : (folder.path() / bad.run_on).string();

  const Ended check = testing::openimr({"case", "check", on});
  {
    SCOPED_TRACE("openimr case check");
    expect(check, bad.check, folder.path().string());
  }
  const Ended review = testing::openimr({"review", on});
  {
    SCOPED_TRACE("openimr review");
    expect(review, bad.review, folder.path().string());
    for (const std::string& words : bad.draft)
      EXPECT_NE(folded(review.out).find(words), std::string::npos) << words << "\nis not in\n" << review.out;
  }
  if (bad.review.exit_code != 0 && bad.review.exit_code != kLost) {
    const testing::TempFolder out;
    const std::string file = out.write("draft.json", "an older draft").string();
    const Ended written = testing::openimr({"review", on, "--format", "json", "--out", file});
    expect(written, bad.review, folder.path().string());
    EXPECT_EQ(testing::read_whole(file), "an older draft");
    EXPECT_EQ(out.names(), std::vector<std::string>{"draft.json"}) << "something was half written";
  }
  EXPECT_EQ(folder.names(), names) << "the case folder itself was changed";
  if (!bad.huge.empty()) {
    // Refused by its size, not read: no slower and no larger than the start itself.
    const Ended plain = testing::openimr({"guideline", "show", "Soma", "--on", "2015-08-25"});
    constexpr long kSlackKilobytes = 16L << 10U;
    constexpr double kSlackSeconds = 2;
    EXPECT_LT(review.peak_kilobytes, plain.peak_kilobytes + kSlackKilobytes);
    EXPECT_LT(review.seconds, plain.seconds + kSlackSeconds);
  }
}

std::vector<std::filesystem::path> cases() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_dir() / "tests" / "bad")) {
    if (entry.path().extension() == ".case") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string name_of_case(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Bad, BadCases, ::testing::ValuesIn(cases()), name_of_case);

}  // namespace
}  // namespace openimr
