#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/core.h>

#include "letter/reading/characters.h"
#include "letter/reading/citations.h"
#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

using determination::Citation;

struct Publisher {
  std::string_view words;
  std::string_view source;
};

// Longer names stand before those they begin with.
constexpr std::array kPublishers = {
    Publisher{"Official Disability Guidelines (ODG)", "ODG"},
    Publisher{"Official Disability Guidelines", "ODG"},
    Publisher{"Official Disability Guideline", "ODG"},
    Publisher{"ODG-TWC", "ODG"},
    Publisher{"ODG", "ODG"},
    Publisher{"American College of Occupational and Environmental Medicine (ACOEM)", "ACOEM"},
    Publisher{"American College of Occupational and Environmental Medicine", "ACOEM"},
    Publisher{"ACOEM", "ACOEM"},
};

struct Named {
  const Publisher* publisher;
  Span span;
};

std::vector<Named> publishers_in(std::string_view text, Span part) {
  std::vector<Named> out;
  for (std::uint32_t i = part.begin; i < part.end; ++i) {
    const char first = lower(text[i]);
    const bool begins = i == part.begin || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0;
    if (!begins || (first != 'o' && first != 'a')) continue;
    for (const Publisher& publisher : kPublishers) {
      const Span rest{i, part.end};
      const std::size_t length = begins_with(words(text, rest), publisher.words);
      const std::uint32_t end = i + static_cast<std::uint32_t>(length);
      if (length == 0 || (end < part.end && std::isalnum(static_cast<unsigned char>(text[end])) != 0)) continue;
      out.push_back({&publisher, {i, end}});
      i = end - 1;
      break;
    }
  }
  return out;
}

// Words of a citation that tell of an edition, not of what is cited in it: taken from the beginning of `part`. A year
// among them is kept.
class Editions {
 public:
  explicit Editions(Citation& citation) : citation_(citation) {}

  Span without(std::string_view text, Span part) {
    for (;;) {
      part = without_marks(text, part);
      const std::uint32_t length = edition(text, part);
      if (length == 0) return part;
      part.begin += length;
    }
  }

 private:
  std::uint32_t edition(std::string_view text, Span part) {
    const std::string_view rest = words(text, part);
    if (rest.starts_with("(")) {
      const std::size_t close = rest.find(')');
      if (close == std::string_view::npos) return 0;
      const Span inner{part.begin + 1, part.begin + static_cast<std::uint32_t>(close)};
      const bool updated = find_word(text, inner, "updated") || find_word(text, inner, "online") ||
                           find_word(text, inner, "web") || find_word(text, inner, "edition") ||
                           find_word(text, inner, "version") || find_word(text, inner, "ODG");
      const bool only_year = inner.end - inner.begin == 4 && year_in(text, inner);
      if (only_year) keep_year(text, inner);
      return updated || only_year ? static_cast<std::uint32_t>(close + 1) : 0;
    }
    if (year_in(text, {part.begin, std::min(part.begin + 4, part.end)})) {
      keep_year(text, part);
      return 4;
    }
    constexpr std::array<std::string_view, 14> kWords = {"Work Loss Data Institute",
                                                         "Treatment in Workers' Compensation",
                                                         "Treatment Index",
                                                         "Treatment Guidelines",
                                                         "Online Version",
                                                         "Online Edition",
                                                         "Web Version",
                                                         "Web Edition",
                                                         "web",
                                                         "TWC",
                                                         "Chapter",
                                                         "section",
                                                         "Guidelines",
                                                         "Guideline"};
    for (const std::string_view word : kWords) {
      const std::size_t length = begins_with(rest, word);
      if (length > 0 && (length == rest.size() || std::isalnum(static_cast<unsigned char>(rest[length])) == 0))
        return static_cast<std::uint32_t>(length);
    }
    return ordinal_edition(rest);
  }

  // "14th Edition", "3rd ed.", "21th Annual Edition".
  static std::uint32_t ordinal_edition(std::string_view rest) {
    std::size_t i = 0;
    while (i < rest.size() && i < 3 && std::isdigit(static_cast<unsigned char>(rest[i])) != 0) ++i;
    if (i == 0 || i + 2 > rest.size()) return 0;
    i += 2;
    for (const std::string_view word : {" Annual Edition", " Edition", " ed.", " ed"})
      if (const std::size_t length = begins_with(rest.substr(i), word); length > 0)
        return static_cast<std::uint32_t>(i + length);
    return 0;
  }

  void keep_year(std::string_view text, Span at) {
    if (citation_.year == 0) citation_.year = year_at(text, at.begin);
  }

  Citation& citation_;
};

// "(Acute & Chronic)" at the beginning of `part`.
std::uint32_t qualifier_length(std::string_view text, Span part) {
  const std::string_view rest = words(text, part);
  const std::size_t close = rest.find(')');
  if (!rest.starts_with("(") || close == std::string_view::npos) return 0;
  const Span inner{part.begin + 1, part.begin + static_cast<std::uint32_t>(close)};
  const bool qualifies =
      find_word(text, inner, "acute") || find_word(text, inner, "chronic") || find_word(text, inner, "lumbar");
  return qualifies ? static_cast<std::uint32_t>(close + 1) : 0;
}

// A chapter of ODG at the beginning of `part`, with what qualifies it: "Low Back - Lumbar & Thoracic (Acute &
// Chronic)".
std::uint32_t chapter_length(std::string_view text, Span part, const TitleList& chapters) {
  const std::string_view rest = words(text, part);
  std::size_t length = chapters.at_beginning(rest);
  if (length == 0) return 0;
  for (bool more = true; more;) {
    more = false;
    std::size_t next = length;
    while (next < rest.size() && (rest[next] == ' ' || rest[next] == '-' || rest[next] == ',')) ++next;
    for (const std::string_view word :
         {"Lumbar & Thoracic", "Lumbar and Thoracic", "Thoracic & Lumbar", "Procedures"}) {
      if (const std::size_t taken = begins_with(rest.substr(next), word); taken > 0) {
        length = next + taken;
        more = true;
      }
    }
    const Span after{part.begin + static_cast<std::uint32_t>(next), part.end};
    if (const std::uint32_t taken = qualifier_length(text, after); !more && next == length + 1 && taken > 0) {
      length = next + taken;
      more = true;
    }
  }
  return static_cast<std::uint32_t>(length);
}

// "Shock wave therapy" of "(Shock wave therapy)"; a year in parentheses at the end is the edition's.
std::string section_title(std::string_view text, Span entry, Citation& citation) {
  if (text[entry.begin] == '(' && text[entry.end - 1] == ')' &&
      words(text, entry).find(')') == words(text, entry).size() - 1) {
    ++entry.begin;
    --entry.end;
  }
  if (entry.end - entry.begin > 7 && text[entry.end - 1] == ')' && text[entry.end - 6] == '(') {
    if (const Span year{entry.end - 5, entry.end - 1}; year_in(text, year)) {
      if (citation.year == 0) citation.year = year_at(text, year.begin);
      entry.end -= 6;
    }
  }
  return std::string(words(text, without_marks(text, entry)));
}

// "Hand Chapter", "Low Back - Lumbar & Thoracic (Acute & Chronic)", "Low Back/Mattress selection": an entry that names
// a chapter and not something in one.
bool names_chapter(std::string_view text, Span entry, const TitleList& chapters) {
  const std::uint32_t length = chapter_length(text, entry, chapters);
  if (length == 0) return false;
  const std::string_view rest = words(text, {entry.begin + length, entry.end});
  return rest.empty() || rest.front() == '/' || begins_with(rest, " Chapter") > 0 || begins_with(rest, " section") > 0;
}

// One citation of ODG, up to where another chapter begins: there the next one starts. Nothing where it reads to the
// end.
std::optional<std::uint32_t> read_odg_chapter(std::string_view text, Span whole, Span rest, const CitedTitles& titles,
                                              std::vector<CitedPart>& out) {
  Citation citation;
  citation.source = "ODG";
  citation.title = "Official Disability Guidelines";
  const auto add = [&](std::uint32_t end) {
    const Span part = without_marks(text, {whole.begin, end});
    citation.text = words(text, part);
    out.push_back({std::move(citation), part});
  };
  if (const auto pages = pages_in(text, rest); pages && pages->span.end + 2 >= rest.end) {
    citation.pages = pages->pages;
    rest.end = pages->span.begin;
  }
  Editions editions(citation);
  rest = editions.without(text, rest);
  if (const std::uint32_t length = chapter_length(text, rest, titles.odg_chapters); length > 0) {
    citation.chapter = words(text, {rest.begin, rest.begin + length});
    rest.begin += length;
    rest = editions.without(text, rest);
    // "Pain Chapter (Chronic)": the qualifier may stand after the word.
    if (const std::uint32_t more = qualifier_length(text, rest); more > 0) {
      citation.chapter += fmt::format(" {}", words(text, {rest.begin, rest.begin + more}));
      rest.begin += more;
      rest = editions.without(text, rest);
    }
  }
  for (const Span entry : split_list(text, rest)) {
    if (names_chapter(text, entry, titles.odg_chapters)) {
      add(entry.begin);
      return entry.begin;
    }
    const Span left = editions.without(text, entry);
    if (left.empty()) continue;
    std::string title = section_title(text, left, citation);
    if (!title.empty()) citation.sections.push_back(std::move(title));
  }
  add(whole.end);
  return std::nullopt;
}

void read_odg(std::string_view text, Span whole, Span rest, const CitedTitles& titles, std::vector<CitedPart>& out) {
  constexpr int kMostChapters = 50;  // of one publication
  for (int i = 0; i < kMostChapters; ++i) {
    const auto next = read_odg_chapter(text, whole, rest, titles, out);
    if (!next) return;
    whole.begin = rest.begin = *next;
  }
}

void read_acoem(std::string_view text, Span whole, const CitedTitles& titles, std::vector<CitedPart>& out) {
  Citation citation;
  citation.source = "ACOEM";
  const Span all = without_marks(text, whole);
  citation.text = words(text, all);
  Span rest = all;
  if (const auto pages = pages_in(text, rest); pages) {
    citation.pages = pages->pages;
    rest.end = pages->span.begin;
  }
  std::uint32_t end = rest.begin;
  while (end < rest.end && text[end] != ',' && text[end] != ':' && text[end] != ';') ++end;
  citation.title = words(text, without_marks(text, {rest.begin, end}));
  Editions editions(citation);
  for (const Span entry : split_list(text, {end, rest.end})) {
    const Span left = editions.without(text, entry);
    if (left.empty()) continue;
    if (citation.chapter.empty() && titles.mtus.is(words(text, left))) {
      citation.chapter = words(text, left);
    } else {
      citation.sections.emplace_back(words(text, left));
    }
  }
  out.push_back({std::move(citation), all});
}

bool is_address(std::string_view text) {
  return begins_with(text, "http") > 0 || begins_with(text, "www.") > 0;
}

void read_unnamed(std::string_view text, Span part, std::vector<CitedPart>& out) {
  part = without_marks(text, part);
  if (part.empty()) return;
  std::vector<Span> publications;
  // Addresses in a list are publications of their own; other text is one.
  const std::vector<Span> entries = split_list(text, part);
  const bool addresses =
      std::all_of(entries.begin(), entries.end(), [&](Span entry) { return is_address(words(text, entry)); });
  publications = addresses ? entries : std::vector<Span>{part};
  for (const Span publication : publications) {
    Citation citation;
    citation.source = "other";
    citation.title = words(text, publication);
    citation.text = citation.title;
    if (!addresses) {
      if (const auto year = year_in(text, publication); year) citation.year = year_at(text, *year);
    }
    out.push_back({std::move(citation), publication});
  }
}

// Where " and Other Medical Treatment Guidelines" introduces one more publication: its begin and the end of the words.
struct More {
  std::uint32_t begin;
  std::uint32_t end;
};
std::optional<More> more_in(std::string_view text, Span part) {
  for (const std::string_view words_of_more :
       {"and Other Medical Treatment Guidelines", "and Other Medical Treatment Guideline or Medical Evidence",
        "and Other Medical Treatment Guideline"}) {
    if (const auto at = find_word(text, part, words_of_more); at)
      return More{*at, *at + static_cast<std::uint32_t>(words_of_more.size())};
  }
  return std::nullopt;
}

}  // namespace

void read_other(std::string_view paragraph, Span part, const CitedTitles& titles, std::vector<CitedPart>& out) {
  if (const auto more = more_in(paragraph, part); more) {
    read_other(paragraph, {part.begin, more->begin}, titles, out);
    read_other(paragraph, {more->end, part.end}, titles, out);
    return;
  }
  const std::vector<Named> named = publishers_in(paragraph, part);
  if (named.empty()) return read_unnamed(paragraph, part, out);
  // What stands before the first publisher is cited from it, too.
  const Span before = without_marks(paragraph, {part.begin, named.front().span.begin});
  if (named.front().publisher->source == "ODG" && before.end - before.begin > 3)
    read_odg(paragraph, before, before, titles, out);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const std::uint32_t end = i + 1 < named.size() ? named[i + 1].span.begin : part.end;
    const Span whole{named[i].span.begin, end};
    if (named[i].publisher->source == "ODG") {
      read_odg(paragraph, whole, {named[i].span.end, end}, titles, out);
    } else {
      read_acoem(paragraph, whole, titles, out);
    }
  }
}

}  // namespace openimr::letter
