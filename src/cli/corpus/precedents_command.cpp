// openimr corpus precedents, openimr corpus consistency.
#include <iostream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/case_reading.h"
#include "cli/corpus/asked.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/precedents/precedents.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

using corpus::Precedent;

std::string in_words(guidelines::Finding finding) {
  switch (finding) {
    case guidelines::Finding::met:
      return "met";
    case guidelines::Finding::not_met:
      return "not met";
    case guidelines::Finding::not_documented:
      break;
  }
  return "not documented";
}

std::string head_of(const Precedent& one) {
  return fmt::format("{} {} {}: {}  ({})", shown(one.reference), one.decided ? one.decided->iso() : "no date",
                     determination::name_of(one.decision), shown(one.item), one.id);
}

void write_differing(const std::vector<corpus::Differing>& differing, std::string_view here, std::string_view there,
                     std::size_t width, std::ostream& out) {
  for (const corpus::Differing& each : differing)
    out << in_lines(
        fmt::format("{}: {} {}, {} {}", shown(each.says), here, in_words(each.here), there, in_words(each.there)),
        "     ≠ ", width);
}

}  // namespace

ExitCode corpus_precedents(const Common& common, const CorpusOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto collection = collection_of(options);
  if (!collection) return report(collection.error(), {});
  auto file = open_case(*engine, common, options.case_folder, problems);
  if (!file) return report(file.error(), problems);
  const auto reviewed = office::review_case(*engine, std::move(*file), 0, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  const corpus::Rereading with{engine->letters, engine->library, engine->vocabulary};
  const auto width = static_cast<std::size_t>(terminal_width(STDOUT_FILENO));
  std::ostringstream text;
  for (const auto& item : reviewed->draft.items) {
    const auto like =
        corpus::likeness_of(item, reviewed->file.dates.injury, reviewed->file.dates.review, engine->vocabulary);
    const auto found = corpus::precedents(*collection, like, item.text, reviewed->draft.case_number, with,
                                          static_cast<std::size_t>(options.most));
    if (!found) return report(found.error(), {});
    text << shown(item.text) << '\n';
    if (found->empty()) text << "  No letter of the collection is about the same treatment.\n";
    for (const Precedent& one : *found) {
      text << in_lines(head_of(one), fmt::format("  {:>3.0f} % ", 100 * one.likeness), width);
      write_differing(one.differing, "here", "there", width, text);
    }
    text << '\n';
  }
  text << "For information: past decisions are not a guideline, and take no part in a draft.\n";
  return deliver(text.str(), options.out, out);
}

ExitCode corpus_consistency(const Common& common, const CorpusOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  auto where = conditions_of(options.where);
  if (!where) return report(where.error(), {});
  const auto collection = collection_of(options);
  if (!collection) return report(collection.error(), {});
  const auto from = day_of(options.from, "--from");
  if (!from) return report(from.error(), {});
  const auto until = day_of(options.until, "--until");
  if (!until) return report(until.error(), {});
  corpus::Question question;
  question.where = std::move(*where);
  question.from = *from;
  question.until = *until;
  const auto pairs =
      corpus::inconsistencies(*collection, question, {engine->letters, engine->library, engine->vocabulary},
                              options.at_least / 100.0, static_cast<std::size_t>(options.most));
  if (!pairs) return report(pairs.error(), {});
  const auto width = static_cast<std::size_t>(terminal_width(STDOUT_FILENO));
  std::ostringstream text;
  if (pairs->empty())
    text << fmt::format("No two items at least {} % alike were decided differently.\n", options.at_least);
  for (const corpus::Inconsistency& pair : *pairs) {
    text << fmt::format("{:.0f} % alike\n", 100 * pair.likeness) << in_lines(head_of(pair.overturned), "  ", width)
         << in_lines(head_of(pair.upheld), "  ", width);
    if (pair.overturned.differing.empty()) text << "     no criterion that both were asked differs\n";
    write_differing(pair.overturned.differing, "the first", "the second", width, text);
    text << '\n';
  }
  return deliver(text.str(), options.out, out);
}

}  // namespace openimr::cli
