// Identifiers of every kind planted into reports and letters: how many are found, and what else is taken.
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "corpus/deidentify/planted_lists.h"
#include "corpus/deidentify/planted_texts.h"
#include "support/deidentifier.h"
#include "support/engine.h"
#include "support/letters.h"

namespace openimr {
namespace {

constexpr std::size_t kTexts = 300;
constexpr double kRecall = 0.995;
constexpr double kPrecision = 0.95;

struct Planted {
  Span span;
  std::string kind;
};

struct Text {
  std::string text;
  std::vector<Planted> planted;
  std::vector<Span> stays;
};

class Planter {
 public:
  explicit Planter(unsigned seed) : random_(seed) {
    for (const char* who : {"p", "d1", "d2", "d3", "a", "t"}) person(who);
    values_["mr"] = pick(std::array{"Mr.", "Ms.", "Mrs."});
    values_["dob"] = fresh("dob");
  }

  // `form` with its marks filled in, at the end of `to`.
  void add(std::string_view form, Text& to) {
    bool stays = false;
    std::size_t began = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (form[i] == '*') {
        if (stays) to.stays.push_back({at(began), at(to.text.size())});
        began = to.text.size();
        stays = !stays;
      } else if (form[i] == '{') {
        const std::size_t end = form.find('}', i);
        const std::string mark(form.substr(i + 1, end - i - 1));
        const std::string value = values_.contains(mark) ? values_[mark] : fresh(mark);
        if (mark != "mr" && mark != "date")
          to.planted.push_back({{at(to.text.size()), at(to.text.size() + value.size())}, kind_of(mark)});
        to.text += value;
        i = end;
      } else {
        to.text += form[i];
      }
    }
  }

  std::size_t below(std::size_t n) { return random_() % n; }

 private:
  static std::uint32_t at(std::size_t n) { return static_cast<std::uint32_t>(n); }
  static std::string kind_of(const std::string& mark) {
    static const std::string kPeople = "p pl pf P d1 d1l d2 d2l d3 d3l a al t tl";
    return (" " + kPeople + " ").find(" " + mark + " ") != std::string::npos ? "name" : mark;
  }

  template <class List>
  std::string pick(const List& list) {
    return list[below(list.size())];
  }

  void person(const std::string& who) {
    const std::string first = pick(planted::kFirst);
    const std::string last = pick(planted::kLast);
    const std::string middle = below(3) == 0 ? std::string(1, static_cast<char>('A' + below(26))) + ". " : "";
    values_[who] = first + " " + middle + last;
    values_[who + "f"] = first;
    values_[who + "l"] = last;
    if (who == "p") {
      for (const char c : first + " " + last) values_["P"] += is_lower(c) ? static_cast<char>(c - 32) : c;
    }
  }

  std::string digits(const std::string& form) {
    std::string out;
    for (const char c : form) out += c == '9' ? static_cast<char>('0' + below(10)) : c;
    return out;
  }

  std::string fresh(const std::string& mark) {
    if (mark == "facility") return pick(planted::kFacilities);
    if (mark == "insurer") return pick(planted::kInsurers);
    if (mark == "firm") return pick(planted::kFirms);
    if (mark == "street") return pick(planted::kStreets);
    if (mark == "town") return pick(planted::kTowns);
    if (mark == "init") return pick(std::array{"JQ/mt", "RB/lk", "XV:tn"});
    if (mark == "email") return digits("worker99@invented.example");
    if (mark == "url") return "www.invented-claims.example/c/" + digits("999");
    if (mark == "date") return digits("0") + "3/1" + digits("9") + "/2015";
    if (mark == "dob") return pick(std::array{"3/14/1968", "March 14, 1968", "03-14-68", "14 March 1968"});
    if (mark == "old") return pick(std::array{"92-year-old", "95 year old", "101-year-old"});
    if (mark == "phone") return digits(pick(std::array{"(559) 555-0199", "559-555-0199", "559.555.0199"}));
    static const std::map<std::string, std::vector<const char*>> kNumbers = {
        {"claim", {"WC2015-099999", "0399-WC-15-0009999", "999999999", "CLM99999"}},
        {"eams", {"ADJ9999999"}},
        {"mrn", {"0099999", "M-999999"}},
        {"ssn", {"999-99-9999"}},
        {"zip", {"99999", "99999-9999"}},
        {"license", {"A99999", "G 99999"}},
        {"npi", {"1999999999"}},
        {"tin", {"99-9999999"}},
        {"serial", {"SN99X9999"}}};
    return digits(pick(kNumbers.at(mark)));
  }

  std::mt19937 random_;
  std::map<std::string, std::string> values_;
};

struct Count {
  std::size_t planted = 0;
  std::size_t found = 0;
};

class Tally {
 public:
  void add(const Text& text, const std::string& name, bool shows_more) {
    const auto done = testing::deidentifier()(text.text);
    EXPECT_EQ(testing::put_back(text.text, done), text.text) << name;
    EXPECT_TRUE(testing::deidentifier()(done.text).removals.empty()) << name << ": not done at once";
    std::vector<bool> removed(text.text.size());
    for (const auto& removal : done.removals) {
      for (std::uint32_t i = removal.span.begin; i < removal.span.end; ++i) removed[i] = true;
    }
    for (const Planted& one : text.planted) {
      ++kinds_[one.kind].planted;
      if (is_gone(text.text, one.span, removed)) {
        ++kinds_[one.kind].found;
      } else {
        show("missed", name, text.text, one.span);
      }
    }
    for (const Span span : text.stays) {
      for (std::uint32_t i = span.begin; i < span.end; ++i) {
        if (!removed[i]) continue;
        ++taken_that_stays_;
        show("taken", name, text.text, span);
        break;
      }
    }
    for (const auto& removal : done.removals) {
      ++removals_;
      bool right = false;
      for (const Planted& one : text.planted) right |= one.span.overlaps(removal.span);
      right_ += right;
      if (!right && shows_more) show("more", name, text.text, removal.span);
    }
  }

  void print() const {
    for (const auto& [kind, count] : kinds_)
      std::printf("%-10s %6zu planted %6zu found  %.4f\n", kind.c_str(), count.planted, count.found,
                  static_cast<double>(count.found) / static_cast<double>(count.planted));
    std::printf("recall %.4f, precision %.4f (%zu of %zu removals), %zu eponyms, drugs and dates taken\n", recall(),
                precision(), right_, removals_, taken_that_stays_);
  }
  double recall() const {
    Count all;
    for (const auto& [kind, count] : kinds_) {
      all.planted += count.planted;
      all.found += count.found;
    }
    return static_cast<double>(all.found) / static_cast<double>(all.planted);
  }
  double precision() const { return static_cast<double>(right_) / static_cast<double>(removals_); }
  std::size_t taken_that_stays() const { return taken_that_stays_; }

 private:
  // Every letter and digit of it, but those of a word or so that tells nobody ("de").
  static bool is_gone(const std::string& text, Span span, const std::vector<bool>& removed) {
    std::size_t left = 0;
    for (std::uint32_t i = span.begin; i < span.end; ++i)
      left += !removed[i] && (is_letter(text[i]) || is_digit(text[i]));
    return left <= 2;
  }
  static void show(const char* what, const std::string& name, const std::string& text, Span span) {
    const std::size_t from = span.begin > 30 ? span.begin - 30 : 0;
    std::string shown = text.substr(from, span.begin - from) + "<<" + text.substr(span.begin, span.end - span.begin) +
                        ">>" + text.substr(span.end, 20);
    for (char& c : shown) c = c == '\n' ? '|' : c;
    std::printf("%s %s: %s\n", what, name.c_str(), shown.c_str());
  }

  std::map<std::string, Count> kinds_;
  std::size_t removals_ = 0;
  std::size_t right_ = 0;
  std::size_t taken_that_stays_ = 0;
};

// A text that names nobody, with sentences put behind some of its paragraphs.
Text with_sentences(const std::string& base, Planter& planter) {
  Text out;
  std::size_t put = 0;
  for (std::size_t begin = 0; begin < base.size();) {
    const std::size_t end = std::min(base.find('\n', begin), base.size() - 1) + 1;
    out.text += base.substr(begin, end - begin);
    const bool ends =
        end - begin > 20 && base[end - 1] == '\n' && base.substr(begin, end - begin).find(". ") != std::string::npos;
    if (ends && planter.below(4) == 0 && put < planted::kSentences.size()) {
      out.text += "\n";
      planter.add(planted::kSentences[put++], out);
      out.text += "\n\n";
    }
    begin = end;
  }
  return out;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void expect_good(const Tally& tally) {
  tally.print();
  EXPECT_GE(tally.recall(), kRecall);
  EXPECT_GE(tally.precision(), kPrecision);
  EXPECT_EQ(tally.taken_that_stays(), 0U);
}

TEST(Planted, IsFoundInReportsAndLetters) {
  Tally tally;
  const auto letters = files_in(testing::source_dir() / "examples/letters");
  for (unsigned i = 0; i < kTexts; ++i) {
    Planter planter(i + 1);
    Text text;
    if (i % 6 == 5) {
      text = with_sentences(testing::read_whole(letters[i % letters.size()]), planter);
    } else {
      planter.add(planted::kTexts[i % planted::kTexts.size()], text);
    }
    tally.add(text, "text " + std::to_string(i), true);
  }
  expect_good(tally);
}

TEST(SharedPlanted, IsFoundInRealReportsAndPublishedLetters) {
  Tally tally;
  unsigned seed = 1000;
  for (const char* folder : {"records", "letters/text"}) {
    for (const auto& file : files_in(testing::shared_folder() / folder)) {
      Planter planter(++seed);
      tally.add(with_sentences(testing::read_whole(file), planter), file.filename().string(), false);
    }
  }
  tally.print();
  EXPECT_GE(tally.recall(), kRecall);
  EXPECT_EQ(tally.taken_that_stays(), 0U);
}

}  // namespace
}  // namespace openimr
