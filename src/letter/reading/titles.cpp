#include "letter/reading/titles.h"

#include <algorithm>
#include <cctype>

#include <nlohmann/json.hpp>

#include "letter/reading/characters.h"
#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

bool is_word(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// As a title is compared: lower case, "and" for "&", no commas.
std::string normal(std::string_view title) {
  std::string out;
  for (const char c : title) {
    if (c == ',') continue;
    if (c == '&') {
      out += "and";
    } else {
      out += lower(c);
    }
  }
  return out;
}

// Length in `text` of the title that is `wanted` when normal, as whole words; 0 where it is not there.
std::size_t match(std::string_view text, std::string_view wanted) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < wanted.size();) {
    while (at < text.size() && text[at] == ',') ++at;
    if (at >= text.size()) return 0;
    if (text[at] == '&' && wanted.substr(i).starts_with("and")) {
      i += 3;
      ++at;
    } else if (lower(text[at]) == wanted[i]) {
      ++i;
      ++at;
    } else {
      return 0;
    }
  }
  return at < text.size() && is_word(text[at]) && is_word(text[at - 1]) ? 0 : at;
}

std::size_t letter_index(char c) {
  const char l = lower(c);
  return l >= 'a' && l <= 'z' ? static_cast<std::size_t>(l - 'a') : 26;
}

}  // namespace

TitleList::TitleList(const nlohmann::json& titles) {
  for (const auto& title : titles) {
    std::string words = normal(title.get<std::string>());
    if (const std::size_t index = letter_index(words.front()); index < by_letter_.size())
      by_letter_[index].push_back(std::move(words));
  }
  for (auto& list : by_letter_) {
    std::sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
  }
}

std::size_t TitleList::at_beginning(std::string_view text) const {
  const std::size_t index = text.empty() ? 26 : letter_index(text.front());
  if (index >= by_letter_.size()) return 0;
  for (const std::string& title : by_letter_[index])
    if (const std::size_t length = match(text, title); length > 0) return length;
  return 0;
}

CitedTitles::CitedTitles(const nlohmann::json& pack)
    : mtus(pack.at("mtus_titles")),
      comma_sections(pack.at("sections_with_commas")),
      joined_sections(pack.at("sections_run_together")),
      odg_chapters(pack.at("odg_chapters")) {}

Span without_marks(std::string_view text, Span part) {
  constexpr std::string_view kMarks = " ,;:.-/";
  constexpr std::string_view kDash = "\u2013";
  for (;;) {
    if (part.begin < part.end && kMarks.find(text[part.begin]) != std::string_view::npos) {
      ++part.begin;
    } else if (text.substr(part.begin, part.end - part.begin).starts_with(kDash)) {
      part.begin += 3;
    } else {
      break;
    }
  }
  for (;;) {
    if (part.end > part.begin && kMarks.find(text[part.end - 1]) != std::string_view::npos) {
      --part.end;
    } else if (text.substr(part.begin, part.end - part.begin).ends_with(kDash)) {
      part.end -= 3;
    } else {
      return part;
    }
  }
}

std::vector<Span> split_list(std::string_view text, Span part) {
  std::vector<Span> out;
  int depth = 0;
  std::uint32_t from = part.begin;
  const auto add = [&](std::uint32_t end) {
    Span entry = without_marks(text, {from, end});
    if (text.substr(entry.begin, entry.end - entry.begin).starts_with("and ")) entry.begin += 4;
    if (!entry.empty()) out.push_back(entry);
    from = end + 1;
  };
  for (std::uint32_t i = part.begin; i < part.end; ++i) {
    const char c = text[i];
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    // A semicolon parts even within a parenthesis that is never closed.
    if ((c == ',' && depth == 0) || c == ';') add(i);
  }
  add(part.end);
  return out;
}

std::optional<std::uint32_t> find_word(std::string_view text, Span part, std::string_view word) {
  const char first = lower(word.front());
  for (std::uint32_t i = part.begin; i + word.size() <= part.end; ++i) {
    if (lower(text[i]) != first || (i > part.begin && is_word(text[i - 1]))) continue;
    const std::size_t length = begins_with(text.substr(i, part.end - i), word);
    if (length == 0) continue;
    const std::size_t end = i + length;
    if (end < part.end && is_word(text[end]) && is_word(word.back())) continue;
    return i;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> year_in(std::string_view text, Span part) {
  for (std::uint32_t i = part.begin; i + 4 <= part.end; ++i) {
    const std::string_view year = text.substr(i, 4);
    if (!year.starts_with("19") && !year.starts_with("20")) continue;
    if (!is_digit(year[2]) || !is_digit(year[3])) continue;
    if (i > part.begin && (is_word(text[i - 1]) || text[i - 1] == '/' || text[i - 1] == '-')) continue;
    if (i + 4 < part.end && (is_word(text[i + 4]) || text[i + 4] == '/' || text[i + 4] == '-')) continue;
    return i;
  }
  return std::nullopt;
}

int year_at(std::string_view text, std::uint32_t begin) {
  int year = 0;
  for (std::uint32_t i = begin; i < begin + 4; ++i) year = year * 10 + (text[i] - '0');
  return year;
}

std::optional<Pages> pages_in(std::string_view text, Span part) {
  constexpr std::array<std::string_view, 7> kWords = {"Page(s):", "Page(s)", "pages", "page", "pgs.", "pg.", "pp."};
  const std::string_view all = text.substr(part.begin, part.end - part.begin);
  if (std::none_of(all.begin(), all.end(), is_digit)) return std::nullopt;
  std::optional<Pages> best;
  for (const std::string_view word : kWords) {
    const auto at = find_word(text, part, word);
    if (!at || (best && best->span.begin <= *at)) continue;
    std::uint32_t i = *at + static_cast<std::uint32_t>(word.size());
    Pages found{{*at, i}, {}};
    const auto number = [&]() -> std::optional<int> {
      int value = 0;
      const std::uint32_t from = i;
      while (i < part.end && i - from < 4 && is_digit(text[i])) value = value * 10 + (text[i++] - '0');
      if (i == from || (i < part.end && is_word(text[i]))) return std::nullopt;
      return value;
    };
    constexpr int kLongestRange = 200;
    for (;;) {
      while (i < part.end && (text[i] == ' ' || text[i] == ',' || text[i] == ':')) ++i;
      if (text.substr(i, part.end - i).starts_with("and ")) i += 4;
      const std::uint32_t before = i;
      const auto first = number();
      if (!first) {
        i = before;
        break;
      }
      int last = *first;
      if (i + 1 < part.end && text[i] == '-' && is_digit(text[i + 1])) {
        ++i;
        last = number().value_or(*first);
      }
      if (last < *first || last - *first > kLongestRange) last = *first;
      for (int page = *first; page <= last; ++page) found.pages.push_back(page);
      found.span.end = i;
    }
    if (!found.pages.empty()) best = std::move(found);
  }
  return best;
}

namespace {

// "3.3.6 Opioids ...", "2. Opioids ...": a title that begins with its number.
bool is_numbered(std::string_view title) {
  std::size_t i = 0;
  std::size_t points = 0;
  while (i < title.size() && (is_digit(title[i]) || title[i] == '.')) points += title[i++] == '.' ? 1U : 0U;
  return points > 0 && i > 1 && is_digit(title[0]) && i < title.size() && title[i] == ' ';
}

// Titles printed one after another: "Carisoprodol (Soma) Muscle relaxants (for pain)".
void add_parted(std::string_view text, const CitedTitles& titles, std::vector<std::string>& out) {
  const std::size_t close = text.find(") ");
  if (close != std::string_view::npos && titles.joined_sections.at_beginning(text.substr(close + 2)) > 0) {
    out.emplace_back(text.substr(0, close + 1));
    add_parted(text.substr(close + 2), titles, out);
    return;
  }
  out.emplace_back(text);
}

}  // namespace

std::vector<std::string> sections_of(std::string_view text, Span part, const CitedTitles& titles) {
  const std::vector<Span> entries = split_list(text, part);
  std::vector<std::string> out;
  bool numbered = false;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Span title = entries[i];
    const auto words = [&] { return text.substr(title.begin, title.end - title.begin); };
    const std::size_t known = titles.comma_sections.at_beginning(text.substr(title.begin, part.end - title.begin));
    while (i + 1 < entries.size() && entries[i + 1].begin < title.begin + known) title.end = entries[++i].end;
    // "TENS, chronic pain (...)": a title's second half begins in lower case.
    if (known == 0 && i + 1 < entries.size() && text[title.end] == ',' &&
        std::islower(text[entries[i + 1].begin]) != 0 && words().find(' ') == std::string_view::npos) {
      title.end = entries[++i].end;
    }
    if (is_numbered(words())) {
      numbered = true;
      while (i + 1 < entries.size() &&
             !is_numbered(text.substr(entries[i + 1].begin, entries[i + 1].end - entries[i + 1].begin)))
        title.end = entries[++i].end;
    }
    if (numbered) {
      out.emplace_back(words());
    } else {
      add_parted(words(), titles, out);
    }
  }
  return out;
}

}  // namespace openimr::letter
