#include "cli/case_facts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <set>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/clean_text.h"
#include "base/data.h"
#include "cli/case_reading.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "facts/extract.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

using facts::Fact;
using vocabulary::TermKind;
using vocabulary::Vocabulary;

constexpr std::size_t kShown = 12;  // names in a message

std::string concept_of(const Vocabulary& words, const vocabulary::Mention& mention) {
  switch (mention.kind) {
    case TermKind::drug:
      return words.drugs()[mention.index].name;
    case TermKind::drug_class:
      return words.drug_classes()[mention.index];
    case TermKind::service:
      return words.services()[mention.index].name;
    case TermKind::body_part:
      return words.body_parts()[mention.index].name;
    case TermKind::clinical:
      return words.clinical_terms()[mention.index].name;
    case TermKind::half:
    case TermKind::cue:
      break;
  }
  return "";
}

// The concepts that a person's words name: the words themselves, and what the vocabulary makes of them.
std::set<std::string> concepts_in(const std::string& words, const Vocabulary& vocabulary) {
  const CleanText text(words);
  std::set<std::string> out = {std::string(text.text())};
  for (const auto& mention : vocabulary.find(text)) out.insert(concept_of(vocabulary, mention));
  out.erase("");
  return out;
}

// "carisoprodol, lumbago, tramadol and 3 more", by name.
std::string list_of(const std::set<std::string>& names) {
  std::string out;
  std::size_t count = 0;
  for (const std::string& name : names) {
    if (count++ == kShown) return fmt::format("{} and {} more", out, names.size() - kShown);
    out += (out.empty() ? "" : ", ") + shown(name);
  }
  return out;
}

template <class Keep, class Name>
bool keep(std::vector<Fact>& facts, const char* message, const std::string& asked, Keep wanted, Name name) {
  std::set<std::string> names;
  for (const Fact& fact : facts) names.insert(name(fact));
  names.erase("");
  std::erase_if(facts, [&](const Fact& fact) { return !wanted(fact); });
  if (!facts.empty()) return true;
  std::cerr << fmt::format("{}: '{}'. There {}: {}\n", message, shown(asked), names.size() == 1 ? "is" : "are",
                           names.empty() ? "none at all" : list_of(names));
  return false;
}

bool keep_what_was_asked(CaseFacts& found, const FactsOptions& options, const Vocabulary& vocabulary) {
  auto& all = found.facts.all;
  if (!options.fact.empty() &&
      !keep(
          all, "the case has no fact of this name", options.fact,
          [&](const Fact& fact) { return fact.name == options.fact; }, [](const Fact& fact) { return fact.name; }))
    return false;
  if (options.about.empty()) return true;
  const auto asked = concepts_in(options.about, vocabulary);
  return keep(
      all, "the case has no fact about this", options.about,
      [&](const Fact& fact) {
        return std::any_of(asked.begin(), asked.end(), [&](const std::string& name) {
          return fact.about(name) || std::find(fact.subjects.begin(), fact.subjects.end(), name) != fact.subjects.end();
        });
      },
      [](const Fact& fact) { return fact.concept_name; });
}

// Rows of what the facts speak of; those of one each stay, to be seen beside them.
void keep_rows(facts::Timeline& timeline, const facts::Facts& facts) {
  std::set<std::string> concepts;
  for (const Fact& fact : facts.all) concepts.insert(fact.concept_name);
  std::erase_if(timeline.rows, [&](const facts::TimelineRow& row) {
    using facts::RowKind;
    const bool one_each = row.kind == RowKind::pain || row.kind == RowKind::work_status || row.kind == RowKind::visits;
    return !one_each && !concepts.contains(row.name);
  });
}

}  // namespace

tl::expected<CaseFacts, ExitCode> case_facts(const Common& common, const FactsOptions& options) {
  std::vector<Error> problems;
  const auto failed = [&problems](const Error& error) { return tl::unexpected(report(error, problems)); };
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return failed(engine.error());
  auto file = open_case(*engine, common, options.folder, problems);
  if (!file) return failed(file.error());
  auto facts = openimr::facts::extract(*file, engine->vocabulary, {options.mme_year});
  auto timeline = openimr::facts::timeline_of(facts);
  CaseFacts found{std::move(*file), std::move(facts), std::move(timeline)};
  if (!keep_what_was_asked(found, options, engine->vocabulary)) return tl::unexpected(ExitCode::failed);
  keep_rows(found.timeline, found.facts);
  return found;
}

void warn(const facts::Facts& facts, const records::CaseFile& file) {
  for (const auto& contradiction : facts.contradictions) {
    std::string where;
    for (const Place& place : contradiction.places) {
      const auto* record = file.file(place.document);
      const std::string_view text = record == nullptr ? std::string_view(file.form) : record->text.text;
      where += fmt::format("{} {}/{}:{} \"{}\"", where.empty() ? ":" : ";", file.folder, place.document,
                           line_at(text, place.span.begin), shown(place.text));
    }
    std::cerr << "warning: " << contradiction.message << where << '\n';
  }
}

bool speaks_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    std::string locale(value);
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return true;
}

}  // namespace openimr::cli
