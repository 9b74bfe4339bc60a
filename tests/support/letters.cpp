#include "support/letters.h"

#include <cstdlib>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "support/engine.h"

namespace openimr::testing {
namespace {

using determination::Printed;
using determination::PrintedDate;

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string joined(const std::vector<Printed>& parts) {
  std::vector<std::string> texts;
  for (const Printed& part : parts) texts.push_back(part.text);
  return joined(texts, " | ");
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      out.back() += line[++i];
    } else if (c == '"' && (quoted || out.back().empty())) {
      quoted = !quoted;
    } else if (c == '\t' && !quoted) {
      out.emplace_back();
    } else if (c != '\r') {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace

const letter::Reader& letter_reader() {
  return engine().letters;
}

std::vector<Result<determination::Determination>> read_letters(const std::string& text, const std::string& name) {
  auto letters = letter_reader().read(text, name);
  for (auto& read : letters)
    if (read) letter::interpret(*read, text, engine().vocabulary);
  return letters;
}

determination::Determination read_letter(const std::string& text) {
  auto letters = read_letters(text);
  if (letters.size() != 1 || !letters.front()) {
    ADD_FAILURE() << letters.size() << " letters" << (letters.empty() || letters.front() ? "" : ": ")
                  << (letters.empty() || letters.front() ? "" : letters.front().error().to_string());
    return {};
  }
  return std::move(*letters.front());
}

std::vector<NamedRow> read_named_rows(const std::filesystem::path& file) {
  std::vector<NamedRow> out;
  std::vector<std::string> names;
  const std::string text = read_whole(file);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> row = cells(line);
    if (names.empty()) {
      names = row;
      continue;
    }
    NamedRow& values = out.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) values[names[i]] = i < row.size() ? row[i] : "";
  }
  return out;
}

std::filesystem::path shared_folder() {
  const char* named = std::getenv("OPENIMR_SHARED");
  return named != nullptr ? std::filesystem::path(named) : source_dir() / ".." / "shared";
}

std::map<std::string, std::string> values_of(const determination::Determination& letter) {
  std::map<std::string, std::string> out;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) out[name] = value;
  };
  const auto date = [&](const std::string& name, const PrintedDate& value) {
    if (value.date) out[name] = value.date->iso();
  };
  add("layout", std::string(name_of(letter.layout)));
  add("case_number", letter.case_number.text);
  add("priority", letter.priority.text);
  date("date_assigned", letter.assigned);
  date("decision_date", letter.decided);
  date("date_of_injury", letter.injury);
  date("ur_denial_date", letter.ur_denial);
  date("application_received", letter.application_received);
  add("licensure", joined(letter.licensure));
  add("certification", joined(letter.certification));
  add("subspecialty", joined(letter.subspecialty));
  add("records_reviewed", joined(letter.records_reviewed));
  if (letter.outcome()) add("outcome", std::string(name_of(*letter.outcome())));
  for (std::size_t i = 0; i < letter.items.size(); ++i) {
    const auto& item = letter.items[i];
    const std::string name = fmt::format("item {} ", i + 1);
    add(name + "text", item.text.text);
    add(name + "decision", std::string(name_of(item.decision)));
    add(name + "claims_administrator", item.claims_administrator.paragraph.text);
    add(name + "reviewer", item.reviewer.paragraph.text);
    add(name + "rationale", item.rationale.text);
  }
  return out;
}

std::string shown(const determination::Citation& citation) {
  std::vector<std::string> pages;
  for (const int page : citation.pages) pages.push_back(std::to_string(page));
  return fmt::format("{}; {}; {}; {}; {}; {}", citation.source, citation.title,
                     citation.year == 0 ? "" : std::to_string(citation.year), citation.chapter,
                     joined(citation.sections, " | "), joined(pages, ","));
}

std::vector<std::string> shown(const determination::Relied& relied) {
  std::vector<std::string> out;
  for (const auto& cited : relied.citations) out.push_back(shown(cited.citation));
  return out;
}

}  // namespace openimr::testing
