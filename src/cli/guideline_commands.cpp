#include <algorithm>
#include <ostream>

#include <fmt/core.h>

#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/report.h"

namespace openimr::cli {
namespace {

using guidelines::Applicable;

bool has_topic(const guidelines::Section& section, const std::string& topic) {
  return section.id == topic ||
         std::any_of(section.applies_to.begin(), section.applies_to.end(), [&](const auto& scope) {
           return scope.topic == topic || scope.drug == topic || scope.drug_class == topic || scope.service == topic;
         });
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

}  // namespace

ExitCode guideline_show(const Common& common, const std::string& topic, const std::string& on, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = load_engine(common.packs, problems);
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
  auto found = engine->library.search(item, item.parsed.body_parts, *day, engine->vocabulary).sections;
  if (found.empty()) {
    for (const auto& guideline : engine->library.guidelines()) {
      if (!guideline.in_force(*day)) continue;
      for (const auto& section : guideline.sections) {
        if (has_topic(section, topic)) found.push_back({&guideline, &section});
      }
    }
  }
  if (found.empty()) {
    std::string topics;
    for (const auto& guideline : engine->library.guidelines()) {
      for (const auto& section : guideline.sections) {
        if (guideline.in_force(*day) && topics.find(section.id) == std::string::npos)
          topics += (topics.empty() ? "" : ", ") + section.id;
      }
    }
    std::cerr << Error{ErrorCode::not_found,
                       fmt::format("no loaded guideline addresses this on {}", day->iso()),
                       topic,
                       "",
                       0,
                       0,
                       topics.empty()
                           ? fmt::format("The first edition loaded holds from {}", engine->library.first_day().iso())
                           : "Topics: " + topics}
                     .to_string()
              << '\n';
    return ExitCode::failed;
  }
  for (const auto& applicable : found) print_section(applicable, out);
  return ExitCode::done;
}

ExitCode guideline_check(const Common& common, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = load_engine(common.packs, problems);
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
  return problems.empty() ? ExitCode::done : ExitCode::failed;
}

}  // namespace openimr::cli
