#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/report.h"
#include "guidelines/difference.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

using guidelines::Applicable;

bool has_topic(const guidelines::Section& section, const std::string& topic) {
  return section.id == topic ||
         std::any_of(section.applies_to.begin(), section.applies_to.end(), [&](const auto& scope) {
           return scope.topic == topic || scope.drug == topic || scope.drug_class == topic || scope.service == topic;
         });
}

// The edition of this name or, where no edition has it, the only one whose name holds it.
Result<guidelines::Edition> edition_named(const std::vector<guidelines::Edition>& editions, const std::string& name) {
  std::vector<const guidelines::Edition*> found;
  std::string names;
  for (const auto& edition : editions) {
    if (edition.id == name) return edition;
    if (edition.id.find(name) == std::string::npos) continue;
    found.push_back(&edition);
    names += (names.empty() ? "" : ", ") + edition.id;
  }
  if (found.size() == 1) return *found.front();
  return fail({ErrorCode::wrong_use, found.empty() ? "no such edition" : "several editions have this in their name",
               name, "", 0, 0, found.empty() ? "openimr guideline list names them." : "Which of " + names + "?"});
}

std::string in_force(const guidelines::Guideline& guideline) {
  return fmt::format("{} to {}", guideline.from.iso(), guideline.until ? guideline.until->iso() : "now");
}

void print_section(const Applicable& applicable, std::ostream& out) {
  const auto& [guideline, section] = applicable;
  out << fmt::format("{}, {}{}\n", guideline->full_title(), section->title,
                     section->pages.empty() ? "" : ", pages " + section->pages);
  out << fmt::format("  in force from {} until {}; {}; {}\n", guideline->from.iso(),
                     guideline->until ? guideline->until->iso() : "further notice", section->position,
                     name_of(section->standing));
  out << "  " << section->says << "\n\n";
  for (const auto& criterion : section->criteria) {
    out << fmt::format("  {:<10} {:<28} {}\n", name_of(criterion.kind), criterion.id, criterion.says);
    out << fmt::format("  {:<10} {:<28} {}{}{}; {}\n", "", "", criterion.soft ? "never decides; " : "",
                       name_of(criterion.standing), criterion.pages.empty() ? "" : "; page " + criterion.pages,
                       criterion.source);
  }
  for (const auto& remark : section->remarks) out << "  remark     " << remark.says << '\n';
  out << '\n';
}

// Whether the drug needs a review before use; nothing where no list of that day names it.
void print_formulary(const guidelines::FormularyRow* row, std::ostream& out) {
  if (row == nullptr) return;
  const auto fill = [](const std::optional<int>& days) { return days ? fmt::format("{} days", *days) : "not known"; };
  out << fmt::format("{}: {}, from {} until {}; {}\n", row->list, row->status, row->from.iso(),
                     row->until ? row->until->iso() : "further notice", name_of(row->standing));
  out << fmt::format("  special fill: {}; perioperative fill: {}\n  {}\n", fill(row->special_fill_days),
                     fill(row->perioperative_fill_days), row->source);
}

void print_unused(const office::Engine& engine, std::ostream& out) {
  out << "\nFacts that no criterion asks for:\n";
  for (const auto& fact : guidelines::unused_facts(engine.library, engine.vocabulary)) {
    out << fmt::format("  {} ({} of {}): {}\n", fact.name, fact.concepts.size(), fact.known,
                       fmt::join(fact.concepts, ", "));
  }
}

}  // namespace

ExitCode guideline_show(const Common& common, const std::string& topic, const std::string& on, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto day = Date::from_iso(on);
  if (!day) {
    std::cerr
        << Error{ErrorCode::wrong_use, "--on: no such day", on, "", 0, 0, "Write the date as YYYY-MM-DD."}.to_string()
        << '\n';
    return ExitCode::wrong_use;
  }
  records::DisputedItem item;
  item.text = topic;
  item.parsed = records::parse_item(topic, engine->vocabulary);
  auto found = engine->library.search(item, {item.parsed.body_parts, {}}, *day, engine->vocabulary).sections;
  if (found.empty()) {
    for (const auto& guideline : engine->library.guidelines()) {
      if (!guideline.in_force(*day)) continue;
      for (const auto& section : guideline.sections) {
        if (has_topic(section, topic)) found.push_back({&guideline, &section});
      }
    }
  }
  if (found.empty()) {
    const Date first = engine->library.first_day();
    std::cerr << Error{ErrorCode::not_found,
                       fmt::format("no loaded guideline addresses this on {}", day->iso()),
                       topic,
                       "",
                       0,
                       0,
                       *day < first ? fmt::format("The first edition loaded holds from {}", first.iso())
                                    : fmt::format("Name a drug, a service or the id of a section; `openimr guideline "
                                                  "list --on {}` names the editions",
                                                  day->iso())}
                     .to_string()
              << '\n';
    return ExitCode::failed;
  }
  for (const auto& applicable : found) print_section(applicable, out);
  if (const auto* drug = records::product_of(item.parsed, engine->vocabulary))
    print_formulary(engine->formulary.row_for(*drug, *day), out);
  return ExitCode::done;
}

ExitCode guideline_list(const Common& common, const std::string& on, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto day = Date::from_iso(on);
  if (!on.empty() && !day) {
    return report({ErrorCode::wrong_use, "--on: no such day", on, "", 0, 0, "Write the date as YYYY-MM-DD."}, problems);
  }
  out << fmt::format("{:<58}{:<26}{:>8}{:>10}  {}\n", "EDITION", "IN FORCE", "SECTIONS", "CRITERIA", "STANDING");
  for (const auto& edition : guidelines::editions_of(engine->library)) {
    if (day && !edition.first().in_force(*day)) continue;
    std::size_t sections = 0;
    std::size_t criteria = 0;
    std::map<guidelines::Standing, std::size_t> standings;
    for (const guidelines::Guideline* part : edition.parts) {
      sections += part->sections.size();
      for (const auto& section : part->sections) {
        criteria += section.criteria.size();
        for (const auto& criterion : section.criteria) ++standings[criterion.standing];
      }
    }
    std::string standing;
    for (const auto& [name, count] : standings)
      standing += fmt::format("{}{} {}", standing.empty() ? "" : ", ", count, name_of(name));
    out << fmt::format("{:<58}{:<26}{:>8}{:>10}  {}\n", edition.id, in_force(edition.first()), sections, criteria,
                       standing);
  }
  return ExitCode::done;
}

ExitCode guideline_diff(const Common& common, const std::string& earlier, const std::string& later, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto editions = guidelines::editions_of(engine->library);
  const auto before = edition_named(editions, earlier);
  if (!before) return report(before.error(), problems);
  const auto after = edition_named(editions, later);
  if (!after) return report(after.error(), problems);
  out << fmt::format("from {} ({})\nto   {} ({})\n", before->id, in_force(before->first()), after->id,
                     in_force(after->first()));
  std::string section;
  for (const guidelines::Change& change : guidelines::changes_between(*before, *after)) {
    if (change.section != section) out << '\n' << change.section << '\n';
    section = change.section;
    out << fmt::format("  {:<8} {}\n", name_of(change.kind),
                       change.criterion.empty() ? "the section" : change.criterion);
    if (!change.before.empty()) out << "    - " << change.before << '\n';
    if (!change.after.empty()) out << "    + " << change.after << '\n';
  }
  return ExitCode::done;
}

ExitCode guideline_check(const Common& common, bool unused, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  problems = guidelines::check(engine->library, engine->vocabulary);
  std::size_t sections = 0;
  std::size_t criteria = 0;
  for (const auto& guideline : engine->library.guidelines()) {
    sections += guideline.sections.size();
    for (const auto& section : guideline.sections) criteria += section.criteria.size();
  }
  for (const Error& problem : problems) std::cerr << problem.to_string() << '\n';
  out << fmt::format("{} guidelines, {} sections, {} criteria: {} problem{}\n", engine->library.guidelines().size(),
                     sections, criteria, problems.size(), problems.size() == 1 ? "" : "s");
  if (unused) print_unused(*engine, out);
  return problems.empty() ? ExitCode::done : ExitCode::failed;
}

}  // namespace openimr::cli
