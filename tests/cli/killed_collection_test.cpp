// What a kill leaves of a collection that letters are being added to: `openimr corpus add` again goes on where it
// ended, and the collection is then the one that no kill ever met.
#include <csignal>
#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.h"

namespace openimr::testing {
namespace {

constexpr int kLetters = 2500;
constexpr int kKilled = 128 + SIGKILL;

class KilledCollection : public ::testing::Test {
 protected:
  KilledCollection() {
    openimr({"corpus", "simulate", "--letters", std::to_string(kLetters), "--seed", "7", "--out", letters()});
  }

  std::string letters() const { return (folder.path() / "letters").string(); }
  std::vector<std::string> add(const std::string& collection) const {
    return {"corpus", "add", letters(), "--corpus", at(collection)};
  }
  Ended add_for(double seconds, const std::string& collection) const {
    std::vector<std::string> arguments = {"--signal=KILL", fmt::format("{:.3f}", seconds), OPENIMR_BINARY};
    for (const std::string& word : add(collection)) arguments.push_back(word);
    return run({.arguments = std::move(arguments), .program = "/usr/bin/timeout"});
  }
  std::string told(std::vector<std::string> arguments, const std::string& collection) const {
    arguments.insert(arguments.end(), {"--corpus", at(collection)});
    const Ended ended = openimr(arguments);
    EXPECT_EQ(ended.exit_code, 0) << arguments[0] << ": " << ended.err;
    return ended.out;
  }
  // How many letters the index has.
  int found(const std::string& collection) const {
    const std::string answer = told({"search", "--format", "json", "--limit", "0"}, collection);
    return nlohmann::json::parse(answer).at("total").get<int>();
  }
  // Where the index lacks letters, or never was complete, search says what mends it; it is mended so.
  int letters_after_a_kill() const {
    const Ended asked = openimr({"search", "--corpus", at("killed")});
    const auto says = [&](const char* what) { return asked.err.find(what) != std::string::npos; };
    if (says("there is no collection of letters")) return 0;
    EXPECT_TRUE(asked.err.empty() || says("openimr corpus index.")) << asked.err;
    EXPECT_TRUE(asked.exit_code != 0 || asked.err.empty() || says("not in the index yet")) << asked.err;
    told({"corpus", "index"}, "killed");
    return found("killed");
  }
  std::string at(const std::string& collection) const { return (folder.path() / collection).string(); }

  TempFolder folder;
};

TEST_F(KilledCollection, IsWholeWhereLettersAreAddedAgain) {
  const Ended unharmed = openimr(add("unharmed"));
  ASSERT_EQ(unharmed.exit_code, 0) << unharmed.err;

  const int kills = std::getenv("OPENIMR_SLOW") != nullptr ? 60 : 4;
  int cut = 0;
  int last = 0;
  for (int i = 1; i <= kills; ++i) {
    const Ended killed = add_for(unharmed.seconds * i / (kills + 1), "killed");
    if (killed.exit_code == 0) break;
    ASSERT_EQ(killed.exit_code, kKilled) << killed.err;
    ++cut;
    const int now = letters_after_a_kill();
    EXPECT_GE(now, last) << "kill " << i;
    last = now;
  }
  EXPECT_GT(cut, 0) << "no kill came before the end";

  const Ended at_last = openimr(add("killed"));
  EXPECT_EQ(at_last.exit_code, 0) << at_last.err;
  EXPECT_NE(at_last.out.find("The collection has 2,500 letters."), std::string::npos) << at_last.out;
  EXPECT_EQ(found("killed"), kLetters);
  EXPECT_TRUE(told({"corpus", "export"}, "killed") == told({"corpus", "export"}, "unharmed"));
  for (const char* field : {"drug", "decision", "month"})
    EXPECT_EQ(told({"statistics", "--by", field, "--format", "csv"}, "killed"),
              told({"statistics", "--by", field, "--format", "csv"}, "unharmed"));
  EXPECT_EQ(told({"search", "lumbar", "--format", "json", "--limit", "20"}, "killed"),
            told({"search", "lumbar", "--format", "json", "--limit", "20"}, "unharmed"));
}

}  // namespace
}  // namespace openimr::testing
