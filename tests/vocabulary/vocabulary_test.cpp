// Words in text: the rules of packs/vocabulary/README.md on a small vocabulary, and the fast matcher against a slow one
// that is written from those rules and the packs alone.
#include "vocabulary/vocabulary.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include "base/packs.h"

namespace openimr::vocabulary {
namespace {

using nlohmann::json;

Vocabulary made_of(const json& packs) {
  auto made = Vocabulary::from_packs(packs);
  EXPECT_TRUE(made) << made.error().to_string();
  return std::move(*made);
}

const Vocabulary& small() {
  static const Vocabulary vocabulary = made_of(json::parse(R"({
    "drugs": [
      {"name": "carisoprodol", "class": "muscle relaxant", "names": ["soma"], "words": ["carisprodol"],
       "misread": {"words": ["some"], "strengths": [350]}},
      {"name": "hydrocodone/acetaminophen", "class": "opioid", "names": ["norco", "hydrocodone-apap"]},
      {"name": "hydrocodone", "class": "opioid", "names": []},
      {"name": "lidocaine", "class": "topical analgesic", "names": ["lidocaine cream"]},
      {"name": "lidocaine", "class": "topical analgesic", "names": ["lidoderm", "lidocaine patch*"], "form": "patch"}],
    "drug_classes": [{"name": "opioid", "words": ["opioid*", "narcotic*"]}],
    "services": [{"name": "physical therapy", "kind": "therapy", "words": ["physical therapy", "=PT"]},
                 {"name": "tens unit", "kind": "device", "words": ["=TENS"]}],
    "body_parts": [{"name": "lumbar spine", "words": ["lumbar", "l/s", "low back"]},
                   {"name": "hand", "words": ["hand"]}, {"name": "palm", "words": ["hand"]}],
    "terms": [
      {"name": "low back pain", "fact": "symptom", "words": ["low back pain", "back pain"]},
      {"name": "muscle spasm", "fact": "finding", "is_a": ["exam deficit"], "words": ["muscle spasm*", "spasm*"]},
      {"name": "pain relief", "fact": "pain_relief", "words": ["% relief"]},
      {"name": "for guarding", "fact": "indication", "words": ["for guarding"]},
      {"name": "pain in the leg", "fact": "symptom", "words": ["pain in the leg"]},
      {"name": "guarding", "fact": "finding", "is_a": ["exam deficit"], "words": ["guarding", "spasm*"]}],
    "cues": [{"means": "negated", "side": "before", "words": ["no"]},
             {"means": "pseudo", "side": "before", "words": ["no change"]},
             {"means": "negated", "side": "after", "reach": 2, "words": [": none", "was no"]},
             {"means": "negated", "side": "before", "words": ["no sign of", "negative for"]}]})"));
  return vocabulary;
}

const char* name_of(TermKind kind) {
  switch (kind) {
    case TermKind::drug:
      return "drug";
    case TermKind::drug_class:
      return "class";
    case TermKind::service:
      return "service";
    case TermKind::body_part:
      return "part";
    case TermKind::clinical:
      return "term";
    case TermKind::half:
      return "half";
    case TermKind::cue:
      return "cue";
  }
  return "";
}

std::string shown(const std::vector<Mention>& mentions, const CleanText& text) {
  std::vector<std::string> out;
  out.reserve(mentions.size());
  for (const Mention& m : mentions) {
    out.push_back(fmt::format("{} {} \"{}\"{}", name_of(m.kind), m.index,
                              text.text().substr(m.span.begin, m.span.end - m.span.begin),
                              m.misread ? " misread" : ""));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

TEST(Words, AreFoundAsTheReadmeSays) {
  const struct {
    const char* text;
    const char* found;  // kind, row, words
  } cases[] = {
      {"", ""},
      {"He takes Soma.", "drug 0 \"soma\""},
      {"SOMA, soma; (Soma)", "drug 0 \"soma\", drug 0 \"soma\", drug 0 \"soma\""},
      {"somatic soma1 1soma somaa", ""},
      {"caf\xC3\xA9soma soma\xC3\xA9", ""},
      {"carisprodol", "drug 0 \"carisprodol\""},
      {"carisoprodol", "drug 0 \"carisoprodol\""},
      {"some 350mg", "drug 0 \"some\" misread"},
      {"Hydrocodone-APAP 10-325mg", "drug 1 \"hydrocodone apap\""},
      {"hydrocodone APAP", "drug 1 \"hydrocodone apap\""},
      {"hydrocodone 10", "drug 2 \"hydrocodone\""},
      {"lidocaine", "drug 3 \"lidocaine\""},
      {"lidocaine patches", "drug 4 \"lidocaine patches\""},
      {"opioids and narcotics", "class 0 \"opioids\", class 0 \"narcotics\""},
      {"opi oid", ""},
      {"nonopioid", ""},
      {"PT and Pt and pt", "service 0 \"pt\""},
      {"PTs", ""},
      {"TENS unit, tens of visits, Tens", "service 1 \"tens\""},
      {"physical\ntherapy was of use", "service 0 \"physical therapy\""},
      {"physical. Therapy", ""},
      {"L/S pain", "part 0 \"l/s\""},
      {"the hand", "part 1 \"hand\", part 2 \"hand\""},
      {"low back pain", "term 0 \"low back pain\", part 0 \"low back\""},
      {"back pain in the leg", "term 0 \"back pain\""},
      {"muscle spasms, spasmodic", "term 1 \"muscle spasms\", term 1 \"spasmodic\", term 5 \"spasmodic\""},
      {"50% relief", "term 2 \"% relief\""},
      {"50% reliefs", ""},
      {"no change", "cue 1 \"no change\""},
      {"no changes", "cue 0 \"no\""},
      {"Fever: none", "cue 2 \": none\""},
      {"given for guarding", "term 3 \"for guarding\""},
      {"negative for guarding", "cue 3 \"negative for\", term 5 \"guarding\""},
      {"there was no sign of it", "cue 2 \"was no\", cue 3 \"no sign of\""},
  };
  for (const auto& c : cases) {
    const CleanText text(c.text);
    EXPECT_EQ(shown(small().find(text), text), c.found) << c.text;
  }
}

TEST(WordsApart, StateWhatTheirHalvesDo) {
  static const auto made = Vocabulary::from_packs(json::parse(R"({
    "terms": [
      {"name": "sensory deficit", "fact": "finding", "words": ["numb hand"],
       "apart": {"one": ["decreased", "loss of"], "other": ["sensation", "dermatome*"]}},
      {"name": "motor weakness", "fact": "finding", "words": ["paresis"],
       "apart": {"one": ["decreased", "weak"], "other": ["strength", "grip"]}}],
    "halves_parted_by": [{"words": ["intact"]}],
    "cues": [{"means": "negated", "side": "before", "words": ["no"]},
             {"means": "possible", "side": "before", "words": ["perhaps"]}]})"));
  ASSERT_TRUE(made);
  const struct {
    const char* text;
    const char* found;
  } cases[] = {
      {"decreased C5 and C6 dermatome sensation", "term 0 \"decreased c5 and c6 dermatome\""},
      {"sensation of the left thumb was decreased", "term 0 \"sensation of the left thumb was decreased\""},
      {"decreased sensation", "term 0 \"decreased sensation\""},
      {"Sensation: decreased at L5", "term 0 \"sensation: decreased\""},
      {"decreased grip of the hand", "term 1 \"decreased grip\""},
      {"reflexes were decreased and sensation", ""},
      {"decreased reflexes, sensation", ""},
      {"decreased reflexes. Sensation", ""},
      {"sensation is intact, weak and decreased", ""},
      {"sensation intact or decreased", ""},
      {"no decreased left sensation", "cue 0 \"no\", term 0 \"decreased left sensation\""},
      {"decreased but no sensation", "cue 0 \"no\""},
      {"decreased in no part, sensation", "cue 0 \"no\""},
      {"sensation is perhaps decreased", "cue 1 \"perhaps\""},
      {"decreased in a numb hand with sensation", "term 0 \"numb hand\""},
      {"decreased one two three four five six seven eight sensation", ""},
  };
  for (const auto& c : cases) {
    const CleanText text(c.text);
    EXPECT_EQ(shown(made->find(text), text), c.found) << c.text;
  }
}

TEST(Words, SearchedForAConcept) {
  EXPECT_EQ(small().words_for("carisoprodol"), (std::vector<std::string>{"carisoprodol", "soma"}));
  EXPECT_EQ(small().words_for("opioid"), (std::vector<std::string>{"opioid", "narcotic"}));
  const auto& of_a_wider_concept = small().words_for("exam deficit");
  EXPECT_EQ((std::set<std::string>(of_a_wider_concept.begin(), of_a_wider_concept.end())),
            (std::set<std::string>{"guarding", "muscle spasm", "spasm"}));
  EXPECT_TRUE(small().words_for("nothing known").empty());
}

TEST(Drugs, AreTheFirstRowOfTheirName) {
  ASSERT_NE(small().drug("lidocaine"), nullptr);
  EXPECT_EQ(small().drug("lidocaine")->form, "");
  EXPECT_EQ(small().drug("soma"), nullptr);
  EXPECT_EQ(small().drug("carisoprodol")->ingredients, std::vector<std::string>{"carisoprodol"});
}

TEST(Packs, WithACueOfUnknownMeaningAreRefused) {
  const auto made =
      Vocabulary::from_packs(json::parse(R"({"cues": [{"means": "denied", "side": "before", "words": ["no"]}]})"));
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().to_string(),
            "packs/vocabulary: a cue with an unknown meaning: 'denied'. Use one of: negated, possible, "
            "historical, hypothetical, conditional, other_person, planned, requested, stopped, pseudo, terminator");
}

// The slow matcher. It knows nothing of vocabulary.cpp: patterns come from the packs, each is looked for at each byte.
class SlowMatcher {
 public:
  explicit SlowMatcher(const json& packs) {
    std::set<std::string> drug_names;
    for (std::size_t i = 0; i < packs["drugs"].size(); ++i) {
      const json& row = packs["drugs"][i];
      add_all(row, "names", TermKind::drug, i);
      add_all(row, "words", TermKind::drug, i);
      if (drug_names.insert(row["name"]).second) add(row["name"], TermKind::drug, i, false);
      if (row.contains("misread")) {
        for (const std::string word : row["misread"]["words"]) add(word, TermKind::drug, i, true);
      }
    }
    for (const json& cue : packs["cues"]) {
      sides_.push_back(cue["side"]);
      denies_.push_back(cue["side"] == "before" && cue["means"] == "negated");
      parts_.push_back(cue["means"] == "negated" || cue["means"] == "pseudo" || cue["means"] == "possible");
    }
    for (std::size_t i = 0; i < packs["terms"].size(); ++i) {
      if (!packs["terms"][i].contains("apart")) continue;
      apart_.push_back({i, {}, {}});
      for (const std::string word : packs["terms"][i]["apart"]["one"]) apart_.back().one.insert(half(word));
      for (const std::string word : packs["terms"][i]["apart"]["other"]) apart_.back().other.insert(half(word));
    }
    for (const json& row : packs.value("halves_parted_by", json::array())) {
      for (const std::string word : row["words"]) half(word);
    }
    const std::pair<const char*, TermKind> lists[] = {{"drug_classes", TermKind::drug_class},
                                                      {"services", TermKind::service},
                                                      {"body_parts", TermKind::body_part},
                                                      {"terms", TermKind::clinical},
                                                      {"cues", TermKind::cue}};
    for (const auto& [list, kind] : lists) {
      for (std::size_t i = 0; i < packs[list].size(); ++i) add_all(packs[list][i], "words", kind, i);
    }
  }

  std::vector<Mention> find(const CleanText& clean) const {
    const std::string text(clean.text());
    std::vector<Mention> all;
    for (const Word& word : words_) {
      for (std::size_t at = text.find(word.text); at != std::string::npos; at = text.find(word.text, at + 1)) {
        std::size_t end = at + word.text.size();
        if (glued(text, at)) continue;
        if (word.any_ending) {
          while (glued(text, end)) ++end;
        } else if (glued(text, end)) {
          continue;
        }
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        if (!word.capitals || in_capitals(clean, span))
          all.push_back({span, word.kind, static_cast<std::uint16_t>(word.row), word.misread});
      }
    }
    return with_apart(text, without_shorter(all));
  }

  const std::vector<std::string>& written() const { return written_; }

 private:
  struct Apart {
    std::size_t row;  // of the terms
    std::set<std::size_t> one, other;
  };

  std::size_t half(const std::string& word) {
    const auto [found, is_new] = halves_.try_emplace(word, halves_.size());
    if (is_new) add(word, TermKind::half, found->second, false);
    return found->second;
  }

  // Two halves of one statement, next to one another in a clause, where nothing else is stated between them.
  std::vector<Mention> with_apart(const std::string& text, std::vector<Mention> all) const {
    std::vector<Mention> halves;
    std::copy_if(all.begin(), all.end(), std::back_inserter(halves),
                 [](const Mention& m) { return m.kind == TermKind::half; });
    std::erase_if(all, [](const Mention& m) { return m.kind == TermKind::half; });
    const std::vector<Mention> stood = all;
    for (std::size_t i = 1; i < halves.size(); ++i) {
      const Span span{halves[i - 1].span.begin, halves[i].span.end};
      if (halves[i].span.begin <= halves[i - 1].span.end) continue;
      static const std::regex clause(":?(?!\\s*(and|but|or|with|while|however) )[^,.;:()]{0,60}");
      const std::string between = text.substr(halves[i - 1].span.end, halves[i].span.begin - halves[i - 1].span.end);
      if (between.size() > 60 || !std::regex_match(between, clause)) continue;
      const std::size_t from = between.front() == ':' ? 1 : 0;
      if (std::count_if(between.begin() + static_cast<std::ptrdiff_t>(from), between.end(),
                        [](char c) { return c == ' ' || c == '\n'; }) > 7)
        continue;
      const bool parted = std::any_of(stood.begin(), stood.end(), [&](const Mention& m) {
        return (m.kind == TermKind::clinical || (m.kind == TermKind::cue && parts_[m.index])) && m.span.overlaps(span);
      });
      if (parted) continue;
      for (const Apart& apart : apart_) {
        const std::size_t a = halves[i - 1].index, b = halves[i].index;
        if (!(apart.one.contains(a) && apart.other.contains(b)) && !(apart.other.contains(a) && apart.one.contains(b)))
          continue;
        const auto behind =
            std::find_if(all.begin(), all.end(), [&](const Mention& m) { return m.span.begin > span.begin; });
        all.insert(behind, {span, TermKind::clinical, static_cast<std::uint16_t>(apart.row), false});
      }
    }
    return all;
  }

  struct Word {
    std::string text;
    TermKind kind;
    std::size_t row;
    bool any_ending, capitals, misread;
  };

  void add_all(const json& row, const char* key, TermKind kind, std::size_t index) {
    if (!row.contains(key)) return;
    for (const std::string word : row[key]) add(word, kind, index, false);
  }

  void add(std::string word, TermKind kind, std::size_t row, bool misread) {
    const bool capitals = word.front() == '=';
    if (capitals) word.erase(0, 1);
    const bool any_ending = word.back() == '*';
    if (any_ending) word.pop_back();
    written_.push_back(word);
    words_.push_back({std::string(CleanText(word).text()), kind, row, any_ending, capitals, misread});
  }

  // Whether a word goes on over this byte: letters, digits or bytes of other alphabets on both sides.
  static bool glued(const std::string& text, std::size_t at) {
    const auto of_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; };
    return at > 0 && at < text.size() && of_word(text[at - 1]) && of_word(text[at]);
  }

  static bool in_capitals(const CleanText& clean, Span span) {
    const std::string_view original = clean.original_text(span);
    return std::none_of(original.begin(), original.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Where a cue looks; nothing for other terms.
  std::string side(const Mention& m) const { return m.kind == TermKind::cue ? sides_[m.index] : ""; }

  // Of two terms of one kind (cues: of one side) that overlap, the one that begins first stands; of two that begin
  // together, the longer one. Terms of the very same words stand together.
  std::vector<Mention> without_shorter(const std::vector<Mention>& all) const {
    std::vector<Mention> cues;
    std::vector<Mention> others;
    for (const Mention& m : all) (m.kind == TermKind::cue ? cues : others).push_back(m);
    cues = first_and_longest(std::move(cues));
    // "Negative for spasm" denies a spasm; the reason "for spasm" does not stand.
    std::erase_if(others, [&](const Mention& m) {
      return m.kind == TermKind::clinical && std::any_of(cues.begin(), cues.end(), [&](const Mention& cue) {
               return denies_[cue.index] && cue.span.begin < m.span.begin && m.span.begin < cue.span.end &&
                      cue.span.end < m.span.end;
             });
    });
    // "IV sedation" is a service; the sedation in it does not stand.
    std::vector<Mention> services;
    std::copy_if(others.begin(), others.end(), std::back_inserter(services),
                 [](const Mention& m) { return m.kind == TermKind::service; });
    services = first_and_longest(std::move(services));
    std::erase_if(others, [&](const Mention& m) {
      return m.kind == TermKind::clinical && std::any_of(services.begin(), services.end(), [&](const Mention& service) {
               return service.span.begin <= m.span.begin && m.span.end <= service.span.end && service.span != m.span;
             });
    });
    others.insert(others.end(), cues.begin(), cues.end());
    return first_and_longest(std::move(others));
  }

  std::vector<Mention> first_and_longest(std::vector<Mention> all) const {
    std::sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
      return std::tuple(a.span.begin, b.span.end, a.kind, a.index) <
             std::tuple(b.span.begin, a.span.end, b.kind, b.index);
    });
    std::vector<Mention> kept;
    for (const Mention& m : all) {
      const bool stands = std::none_of(kept.begin(), kept.end(), [&](const Mention& k) {
        return k.kind == m.kind && side(k) == side(m) && k.span.overlaps(m.span) &&
               (k.span != m.span || k.index == m.index);
      });
      if (stands) kept.push_back(m);
    }
    return kept;
  }

  std::vector<Word> words_;
  std::vector<std::string> sides_;
  std::vector<bool> denies_;  // what follows
  std::vector<bool> parts_;   // two halves
  std::vector<Apart> apart_;
  std::map<std::string, std::size_t> halves_;
  std::vector<std::string> written_;
};

struct Both {
  Vocabulary fast;
  SlowMatcher slow;
};

const Both& both() {
  static const Both matchers = [] {
    const auto snapshot = read_snapshot(OPENIMR_SNAPSHOT);
    const auto& packs = snapshot->data["vocabulary"];
    return Both{std::move(*Vocabulary::from_packs(packs)), SlowMatcher(packs)};
  }();
  return matchers;
}

std::string text_of(const std::filesystem::path& file) {
  const std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// What one matcher finds and the other does not.
std::string differences(const CleanText& text) {
  const auto lines = [&](const std::vector<Mention>& mentions) {
    std::vector<std::string> out;
    out.reserve(mentions.size());
    for (const Mention& m : mentions)
      out.push_back(fmt::format("{} {}", m.span.begin, shown(std::vector<Mention>{m}, text)));
    return out;
  };
  const auto fast = lines(both().fast.find(text));
  const auto slow = lines(both().slow.find(text));
  if (fast == slow) return "";
  std::string out;
  for (const auto& line : fast) {
    if (std::find(slow.begin(), slow.end(), line) == slow.end()) out += "only the fast one: " + line + "\n";
  }
  for (const auto& line : slow) {
    if (std::find(fast.begin(), fast.end(), line) == fast.end()) out += "only the slow one: " + line + "\n";
  }
  return out.empty() ? "another order" : out;
}

TEST(SlowMatcher, AgreesOnTheSummariesOfTheExamples) {
  for (const char* example : {"000", "001", "002", "003", "004"}) {
    const CleanText text(
        text_of(std::filesystem::path(OPENIMR_SOURCE_DIR) / "examples/cases" / example / "records/summary.txt"));
    ASSERT_GT(both().slow.find(text).size(), 20U) << example;
    EXPECT_EQ(differences(text), "") << example;
  }
}

RC_GTEST_PROP(SlowMatcherProperty, AgreesOnWordSoup, ()) {
  static const std::vector<std::string> glue = {" ", " ", " ",  " ",  " ", "",  "s",
                                                "-", ".", ", ", "\n", "/", "2", " the "};
  std::string soup;
  const int words = *rc::gen::inRange(1, 40);
  for (int i = 0; i < words; ++i) {
    std::string word = *rc::gen::elementOf(both().slow.written());
    const int writing = *rc::gen::inRange(0, 4);
    if (writing == 0) std::transform(word.begin(), word.end(), word.begin(), ::toupper);
    if (writing == 1) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    if (writing == 2) word = word.substr(0, *rc::gen::inRange<std::size_t>(1, word.size() + 1));
    soup += word + *rc::gen::elementOf(glue);
  }
  const CleanText text(soup);
  const std::string differ = differences(text);
  if (!differ.empty()) RC_LOG() << differ << "in: " << text.text() << "\n";
  RC_ASSERT(differ.empty());
}

// Cues that begin and end in one another, side by side: where the rules for overlapping words meet most.
RC_GTEST_PROP(SlowMatcherProperty, AgreesOnCuesAlone, ()) {
  static const std::vector<std::string> cues = [] {
    const auto snapshot = read_snapshot(OPENIMR_SNAPSHOT);
    std::vector<std::string> out;
    for (const json& row : snapshot->data["vocabulary"]["cues"]) {
      for (const std::string word : row["words"]) out.push_back(word.substr(0, word.find('*')));
    }
    return out;
  }();
  std::string soup;
  const int words = *rc::gen::inRange(1, 60);
  for (int i = 0; i < words; ++i) {
    const std::string& cue = *rc::gen::elementOf(cues);
    const std::size_t from = cue.find(' ');
    // Often only its last words, so that they may follow the first ones of another.
    const bool cut = from != std::string::npos && *rc::gen::inRange(0, 3) == 0;
    soup += (cut ? cue.substr(from + 1) : cue) + (*rc::gen::inRange(0, 8) == 0 ? ". " : " ");
  }
  const CleanText text(soup);
  const std::string differ = differences(text);
  if (!differ.empty()) RC_LOG() << differ << "in: " << text.text() << "\n";
  RC_ASSERT(differ.empty());
}

// The records have to be there where OPENIMR_SHARED names their folder.
TEST(SharedRecords, AreReadAlikeByBothMatchers) {
  const char* named = std::getenv("OPENIMR_SHARED");
  const auto folder =
      (named != nullptr ? std::filesystem::path(named) : std::filesystem::path(OPENIMR_SOURCE_DIR) / "../shared") /
      "records";
  if (named == nullptr && !std::filesystem::exists(folder)) GTEST_SKIP() << "no shared material beside the project";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ASSERT_GE(files.size(), 10U);
  for (const auto& file : files) EXPECT_EQ(differences(CleanText(text_of(file))), "") << file.filename();
}

}  // namespace
}  // namespace openimr::vocabulary
