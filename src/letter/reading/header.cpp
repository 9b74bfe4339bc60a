#include "letter/reading/header.h"

#include <array>
#include <cctype>
#include <optional>
#include <vector>

#include <fmt/core.h>

#include "letter/reading/characters.h"
#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

using determination::Determination;

enum class Kind : std::uint8_t { number, word, date };

struct Row {
  Label label;
  std::string_view words;
};

// Longer labels stand before those that begin like them. "Application" alone: its "Received:" stands on the next line.
constexpr std::array kTable = {
    Row{Label::case_number, "MAXIMUS Case Number:"},
    Row{Label::case_number, "IMR Case Number:"},
    Row{Label::case_number, "Case Number:"},
    Row{Label::assigned, "Date Assigned:"},
    Row{Label::injury, "Date of Injury:"},
    Row{Label::decided, "Decision Date:"},
    Row{Label::dated, "Dated:"},
    Row{Label::ur_denial, "UR Denial Date:"},
    Row{Label::ur_denial, "Date of UR Decision:"},
    Row{Label::priority, "Priority:"},
    Row{Label::application, "IMR Application Received:"},
    Row{Label::application, "Application Received:"},
    Row{Label::application, "Application"},
};

Kind kind_of(Label label) {
  return label == Label::case_number ? Kind::number : label == Label::priority ? Kind::word : Kind::date;
}

struct Token {
  std::optional<Label> label;
  Kind kind = Kind::date;
  std::size_t line = 0;
  Span span;
  std::optional<Date> date;
};

// A word that is nothing but letters, as the value of a priority.
std::size_t word_length(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0) ++i;
  return i < text.size() && text[i] != ' ' ? 0 : i;
}

class Table {
 public:
  Table(const Lines& lines, std::size_t first, std::size_t last) : lines_(lines) {
    for (std::size_t i = first; i < last; ++i) {
      if (!lines[i].page_edge) add_line(i);
    }
  }

  // The value of each label; a label without one is absent.
  std::vector<std::pair<Label, Token>> pairs(std::vector<std::string>& warnings) {
    std::vector<std::pair<Label, Token>> out;
    pair_neighbours(out);
    std::vector<Token> labels;
    std::vector<Token> values;
    for (const Token& token : tokens_) {
      if (token.label && !values.empty()) pair_group(labels, values, out, warnings);
      (token.label ? labels : values).push_back(token);
    }
    pair_group(labels, values, out, warnings);
    return out;
  }

 private:
  // A value right after its label on the same line belongs to it.
  void pair_neighbours(std::vector<std::pair<Label, Token>>& out) {
    std::vector<Token> rest;
    for (const Token& token : tokens_) {
      if (!token.label && !rest.empty() && rest.back().label && rest.back().line == token.line &&
          kind_of(*rest.back().label) == token.kind) {
        out.emplace_back(*rest.back().label, token);
        rest.pop_back();
      } else {
        rest.push_back(token);
      }
    }
    tokens_ = std::move(rest);
  }

  // Labels that stand together and the values after them, each kind by itself: as many values as labels, in order, or
  // nothing.
  static void pair_group(std::vector<Token>& labels, std::vector<Token>& values,
                         std::vector<std::pair<Label, Token>>& out, std::vector<std::string>& warnings) {
    for (const Kind kind : {Kind::number, Kind::word, Kind::date}) {
      std::vector<Token> wanted;
      std::vector<Token> found;
      for (const Token& label : labels)
        if (kind_of(*label.label) == kind) wanted.push_back(label);
      for (const Token& value : values)
        if (value.kind == kind) found.push_back(value);
      if (wanted.size() == found.size() || (wanted.size() == 1 && !found.empty())) {
        for (std::size_t i = 0; i < wanted.size(); ++i) out.emplace_back(*wanted[i].label, found[i]);
        continue;
      }
      for (const Token& label : wanted) {
        warnings.push_back(found.empty()
                               ? fmt::format("'{}' has no value", words_of(*label.label))
                               : fmt::format("which value belongs to '{}' is not plain", words_of(*label.label)));
      }
    }
    labels.clear();
    values.clear();
  }

  void add_line(std::size_t i) {
    const std::string_view line = lines_.at(i);
    const std::uint32_t begin = lines_[i].span.begin;
    std::size_t at = 0;
    while (at < line.size()) {
      const std::string_view rest = line.substr(at);
      if (const std::size_t length = add_label(rest, i); length > 0) {
        at += length;
      } else if (const std::size_t value = add_value(rest, begin + static_cast<std::uint32_t>(at), i); value > 0) {
        at += value;
      } else {
        at = next_word(line, at);
      }
      while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    }
  }

  static std::size_t next_word(std::string_view line, std::size_t at) {
    while (at < line.size() && line[at] != ' ') ++at;
    return at;
  }

  std::size_t add_label(std::string_view rest, std::size_t line) {
    for (const Row& row : kTable) {
      const std::size_t length = begins_with(rest, row.words);
      if (length == 0) continue;
      if (row.words.back() != ':' && length < rest.size() && rest[length] != ' ') continue;
      Token token;
      token.label = row.label;
      token.line = line;
      tokens_.push_back(token);
      return length;
    }
    return 0;
  }

  std::size_t add_value(std::string_view rest, std::uint32_t begin, std::size_t line) {
    Token token;
    token.line = line;
    std::size_t length = 0;
    if (const auto date = header_date(rest); date) {
      token.date = date->date;
      length = date->length;
    } else if ((length = case_number_length(rest)) > 0) {
      token.kind = Kind::number;
    } else if (wants_word() && (length = word_length(rest)) > 0) {
      token.kind = Kind::word;
    } else {
      return 0;
    }
    token.span = {begin, begin + static_cast<std::uint32_t>(length)};
    tokens_.push_back(token);
    return length;
  }

  // A word is a value only after a label that takes one.
  bool wants_word() const {
    int wanted = 0;
    for (const Token& token : tokens_) {
      if (token.label == Label::priority) ++wanted;
      if (!token.label && token.kind == Kind::word) --wanted;
    }
    return wanted > 0;
  }

  const Lines& lines_;
  std::vector<Token> tokens_;
};

determination::PrintedDate* date_of(Determination& letter, Label label) {
  switch (label) {
    case Label::assigned:
      return &letter.assigned;
    case Label::injury:
      return &letter.injury;
    case Label::decided:
      return &letter.decided;
    case Label::ur_denial:
      return &letter.ur_denial;
    case Label::application:
      return &letter.application_received;
    default:
      return nullptr;
  }
}

}  // namespace

std::size_t case_number_length(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && text[i] >= 'A' && text[i] <= 'Z') ++i;
  if (i < 2 || i > 4 || i + 4 > text.size() || !is_digit(text[i]) || !is_digit(text[i + 1]) || text[i + 2] != '-')
    return 0;
  const std::size_t digits = i += 3;
  while (i < text.size() && is_digit(text[i])) ++i;
  return i - digits >= 3 && i - digits <= 10 ? i : 0;
}

namespace {

// "December 30, 2013"
std::optional<HeaderDate> written_date(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (!text.starts_with(kMonths[m])) continue;
    std::size_t i = kMonths[m].size();
    const auto number = [&](std::size_t most) {
      int value = 0;
      while (i < text.size() && text[i] == ' ') ++i;
      for (std::size_t n = 0; n < most && i < text.size() && is_digit(text[i]); ++n)
        value = value * 10 + (text[i++] - '0');
      return value;
    };
    const int day = number(2);
    if (i < text.size() && text[i] == ',') ++i;
    const int year = number(4);
    const auto date = Date::of(year, static_cast<int>(m) + 1, day);
    if (date) return HeaderDate{*date, i};
  }
  return std::nullopt;
}

}  // namespace

std::optional<HeaderDate> header_date(std::string_view text) {
  if (!text.empty() && !is_digit(text.front())) return written_date(text);
  int part[3] = {0, 0, 0};
  std::size_t i = 0;
  char parting = 0;
  for (int p = 0; p < 3; ++p) {
    const std::size_t from = i;
    while (i < text.size() && i - from < 4 && is_digit(text[i])) part[p] = part[p] * 10 + (text[i++] - '0');
    if (i == from || (p < 2 && i - from > 2) || (p == 2 && i - from != 4)) return std::nullopt;
    if (p == 2) break;
    if (i >= text.size() || (text[i] != '/' && text[i] != '-') || (parting != 0 && text[i] != parting))
      return std::nullopt;
    parting = text[i++];
  }
  if (i < text.size() && is_digit(text[i])) return std::nullopt;
  const auto date = Date::of(part[2], part[0], part[1]);
  if (!date) return std::nullopt;
  return HeaderDate{*date, i};
}

void read_header(const Lines& lines, std::size_t first, std::size_t last, Determination& letter) {
  determination::PrintedDate dated;
  for (const auto& [label, value] : Table(lines, first, last).pairs(letter.warnings)) {
    if (label == Label::case_number) {
      if (!letter.case_number.stated()) letter.case_number = lines.printed(value.span);
    } else if (label == Label::priority) {
      if (!letter.priority.stated()) letter.priority = lines.printed(value.span);
    } else if (label == Label::dated) {
      dated = {value.date, value.span};
    } else if (determination::PrintedDate* date = date_of(letter, label); date != nullptr && !date->date) {
      *date = {value.date, value.span};
    }
  }
  if (!letter.decided.date) letter.decided = dated;
}

}  // namespace openimr::letter
