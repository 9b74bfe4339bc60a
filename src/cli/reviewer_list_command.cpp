// openimr reviewer list and show: who may review, or why not. By id; names only where they are asked for.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cases/qualification.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/rows.h"
#include "cli/terminal.h"
#include "office/roster.h"

namespace openimr::cli {
namespace {

using cases::Reviewer;
using nlohmann::json;

constexpr std::size_t kLeastWide = 11;
constexpr std::size_t kLeastFound = 24;

std::string licences_of(const Reviewer& reviewer) {
  std::vector<std::string> out;
  for (const cases::Licence& each : reviewer.licences) {
    const bool is_active = each.status == cases::LicenceStatus::active;
    out.push_back(fmt::format("{} {}{}", each.type, each.state,
                              is_active ? "" : fmt::format(" ({})", cases::name_of(each.status))));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string specialties_of(const Reviewer& reviewer) {
  std::vector<std::string> out;
  for (const cases::Certification& each : reviewer.certifications)
    out.push_back(each.subspecialty.empty() ? each.specialty
                                            : fmt::format("{} ({})", each.specialty, each.subspecialty));
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string qualified(const cases::Qualification& found) {
  const cases::RuleAnswer* bar = found.bar();
  return bar == nullptr ? "yes" : fmt::format("{}: {}", bar->rule->id, bar->words);
}

// "  Q-2  fails      MD of CA: probation", and below it what is asked.
std::string answers_view(const cases::Qualification& found) {
  std::string out;
  for (const cases::RuleAnswer& each : found.answers)
    out += fmt::format("  {:<4}  {:<9}  {}\n                   asked: {} ({})\n", each.rule->id,
                       cases::name_of(each.answer), shown(each.words), each.rule->says, each.rule->section);
  return out;
}

std::size_t width() {
  return static_cast<std::size_t>(std::max(terminal_width(STDOUT_FILENO), 80));
}

}  // namespace

ExitCode reviewer_list(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto now = moment_of(options);
  if (!now) return report(now.error(), {});
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto reviewers = office::active_reviewers(**office);
  if (!reviewers) return report(reviewers.error(), {});
  Rows rows{{{"id", "id"},
             {"licences", "licences", false, kLeastWide},
             {"specialties", "specialties", false, kLeastWide},
             {"today", "today", true},
             {"per_day", "of", true},
             {"this_week", "week", true},
             {"per_week", "of", true},
             {"at_hand", "at hand", true},
             {"qualified", "may review", false, kLeastFound}},
            {},
            "No reviewer is on file. Enter them: openimr reviewer import FILE."};
  if (options.names) rows.columns.insert(rows.columns.begin() + 1, {"name", "name", false, kLeastWide});
  const program::Programme& programme = (*office)->law().usual();
  std::size_t eligible = 0;
  for (const Reviewer& each : *reviewers) {
    const auto load = office::load_of(**office, each.id, now->day);
    if (!load) return report(load.error(), {});
    const auto at_hand = (*office)->store().count("reviewer/" + each.id);
    if (!at_hand) return report(at_hand.error(), {});
    const auto found = cases::qualify(programme.reviewers(), each, now->day);
    eligible += found.is_eligible() ? 1U : 0U;
    std::vector<json> row = {each.id,       licences_of(each), specialties_of(each),
                             load->today,   each.per_day,      load->this_week,
                             each.per_week, *at_hand,          qualified(found)};
    if (options.names) row.insert(row.begin() + 1, each.name);
    rows.rows.push_back(std::move(row));
  }
  print_rows(out, rows, options.format, width(), common.colour);
  if (options.format == "table" && !reviewers->empty())
    out << fmt::format("\n{} reviewer{}, {} of whom may review on {}.\n", reviewers->size(),
                       reviewers->size() == 1 ? "" : "s", eligible, now->day.iso());
  return ExitCode::done;
}

ExitCode reviewer_show(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto now = moment_of(options);
  if (!now) return report(now.error(), {});
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto reviewer = office::reviewer_of(**office, options.reviewer);
  if (!reviewer) return report(reviewer.error(), {});
  const auto entry = office::roster_entry(**office, options.reviewer);
  if (!entry) return report(entry.error(), {});
  const auto found = cases::qualify((*office)->law().usual().reviewers(), *reviewer, now->day);
  if (options.format == "json") {
    json data = cases::to_json(*reviewer);
    if (!options.names) data.erase("name");
    data["active"] = entry->is_active;
    data["since"] = entry->since->iso();
    data["rules"] = json::array();
    for (const cases::RuleAnswer& each : found.answers)
      data["rules"].push_back(
          {{"rule", each.rule->id}, {"answer", std::string(cases::name_of(each.answer))}, {"found", each.words}});
    out << data.dump(2) << '\n';
    return ExitCode::done;
  }
  out << fmt::format("{}{}: {} since {}; {}\n", reviewer->id,
                     options.names ? fmt::format(" ({})", shown(reviewer->name)) : "",
                     entry->is_active ? "on file" : "left,", entry->since->day.iso(),
                     found.is_eligible() ? "may review" : "may not review");
  out << fmt::format("  licences     {}\n  specialties  {}\n", shown(licences_of(*reviewer)),
                     shown(specialties_of(*reviewer)));
  out << fmt::format("  capacity     {} a day, {} a week\n", reviewer->per_day, reviewer->per_week);
  if (!reviewer->excluded_items.empty())
    out << fmt::format("  never        {}\n", shown(fmt::format("{}", fmt::join(reviewer->excluded_items, ", "))));
  out << fmt::format("  relations    {}; parties declined {}\n\n", reviewer->relations.size(),
                     reviewer->excluded_parties.size());
  out << answers_view(found);
  return ExitCode::done;
}

}  // namespace openimr::cli
