// What may be a password, and that a hash costs the same whatever is asked of it.
#include "server/accounts/password.h"

#include <ctime>

#include <gtest/gtest.h>

namespace openimr::server {
namespace {

struct Row {
  const char* about;
  std::string password;
  std::string message;  // empty: it may be one
};

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Password, MayBeWhatNobodyGuesses) {
  const std::string short_ =
      "the password is too short. Take at least 12 characters; a few words that you remember do.";
  const std::string long_ = "the password is too long. Take at most 200 characters.";
  const std::string no_text =
      "the password is no text of letters, digits and signs. Leave out what no keyboard writes.";
  const std::string its_name = "the password is the name of its account. Take something that nobody can look up.";
  const std::string common =
      "the password is one that very many people have. Take a few words that do not belong together.";
  const Row rows[] = {
      {"words", "seven green kettles", ""},
      {"twelve characters", "kettle-7-toe", ""},
      {"eleven", "kettle-7-to", short_},
      {"twelve of two bytes each", "\u00e4\u00f6\u00fc\u00df\u00e9\u00e8\u00ea\u00e0\u00f1\u00f8\u00e5\u00e6", ""},
      {"eleven of two bytes each", "\u00e4\u00f6\u00fc\u00df\u00e9\u00e8\u00ea\u00e0\u00f1\u00f8\u00e5", short_},
      {"none", "", short_},
      {"two hundred", repeated("kettle-7 ", 22) + "ab", ""},
      {"one more", repeated("kettle-7 ", 22) + "abc", long_},
      {"spaces count", "  kettles 7 ", ""},
      {"a zero byte", std::string("kettles\0seven", 13), no_text},
      {"a line end", "kettles\nseven", no_text},
      {"no UTF-8", "kettles\xff seven", no_text},
      {"the account's id", "Iris-Invented", its_name},
      {"the person's name", "iris inventedperson", its_name},
      {"the name and more", "iris inventedperson's kettle", ""},
      {"one letter", "aaaaaaaaaaaaaaaa", common},
      {"four letters", "abababcdcdcd", common},
      {"a row", "1234567890123", common},
      {"a row of letters", "abcdefghijkl", common},
      {"backwards", "9876543210987", common},
      {"a common word with digits", "Password12345!", common},
      {"digits before it", "2024passwordpassword", common},
      {"keys beside one another", "qwertyuiop12", common},
      {"a common word in others", "my password is a kettle", ""},
  };
  for (const Row& row : rows) {
    const auto may = check_password(row.password, "iris-invented", "Iris Inventedperson");
    EXPECT_EQ(may ? "" : may.error().to_string(), row.message) << row.about;
  }
}

TEST(Password, FitsItsHashAlone) {
  const auto cost = PasswordCost::for_tests();
  const std::string hash = hash_password("seven green kettles", cost).value();
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$")) << hash;
  EXPECT_NE(hash, hash_password("seven green kettles", cost).value()) << "each has a salt of its own";
  EXPECT_TRUE(password_fits("seven green kettles", hash, cost));
  EXPECT_FALSE(password_fits("seven green kettle", hash, cost));
  EXPECT_FALSE(password_fits("seven green kettles ", hash, cost));
  EXPECT_FALSE(password_fits("", hash, cost));
  EXPECT_FALSE(password_fits("", "", cost));
  EXPECT_FALSE(password_fits("anything", "no hash", cost));
}

TEST(Password, IsNotCut) {
  const auto cost = PasswordCost::for_tests();
  const std::string whole = repeated("kettle-7 ", 22) + "ab";
  const std::string hash = hash_password(whole, cost).value();
  EXPECT_TRUE(password_fits(whole, hash, cost));
  EXPECT_FALSE(password_fits(whole.substr(0, 199), hash, cost));
  EXPECT_FALSE(
      password_fits(std::string("kettle\0x", 8), hash_password(std::string("kettle\0y", 8), cost).value(), cost));
}

// Of this thread alone, whatever else the machine does.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// An unknown account costs as much as a known one: one hash, neither none nor two.
TEST(Password, CostsTheSameWhereThereIsNone) {
  const PasswordCost cost{2, 16U << 20U};
  const std::string hash = hash_password("seven green kettles", cost).value();
  const auto seconds = [&](const std::string& of) {
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
      const double begin = processor_seconds();
      EXPECT_FALSE(password_fits("a wrong password", of, cost));
      best = std::min(best, processor_seconds() - begin);
    }
    return best;
  };
  const double known = seconds(hash), unknown = seconds("");
  EXPECT_GT(unknown, known / 1.8);
  EXPECT_LT(unknown, known * 1.8);
}

}  // namespace
}  // namespace openimr::server
