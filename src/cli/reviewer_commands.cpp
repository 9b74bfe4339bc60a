// openimr reviewer import, add and leave: what the organization keeps of its reviewers.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cases/reviewer_file.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/engine.h"
#include "office/item_names.h"
#include "office/roster.h"

namespace openimr::cli {
namespace {

using cases::Reviewer;

constexpr std::size_t kMostBytes = 64U << 20U;

// Who does it, when and why, once the role may.
Result<cases::RosterEvent> roster_event_by(const office::Office& office, const OfficeOptions& options) {
  const auto event = event_by(options, "");
  if (!event) return fail(event.error());
  if (auto may = cases::may_keep_roster(office.programmes(), event->who); !may) return fail(may.error());
  return cases::RosterEvent{"", event->who, event->on, event->recorded, event->why};
}

Result<std::vector<Reviewer>> read_file_of(const office::Office& office, const OfficeOptions& options,
                                           std::vector<Error>& problems) {
  const auto text = read_file(options.file, kMostBytes);
  if (!text) return fail(text.error());
  return cases::reviewers_from_json(*text, options.file, office.packs().data["schema"]["reviewer"], problems);
}

// An exclusion that names no item holds for none, and nobody would notice.
Result<void> note_unknown_exclusions(const office::Office& office, const std::vector<Reviewer>& reviewers) {
  const auto excludes = [](const Reviewer& each) { return !each.excluded_items.empty(); };
  if (std::none_of(reviewers.begin(), reviewers.end(), excludes)) return {};
  const auto engine = office::make_engine(office.packs());
  if (!engine) return fail(engine.error());
  const auto known = office::all_item_names(engine->vocabulary);
  for (const Reviewer& reviewer : reviewers) {
    for (const std::string& item : reviewer.excluded_items) {
      if (known.count(item) == 0)
        std::cerr << fmt::format(
            "note: {}: no item is called '{}', so the exclusion holds for none "
            "(docs/assignment.md)\n",
            reviewer.id, shown(item));
    }
  }
  return {};
}

ExitCode keep(const Common& common, const OfficeOptions& options, bool only_one, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto by = roster_event_by(**office, options);
  if (!by) return report(by.error(), {});
  std::vector<Error> problems;
  const auto reviewers = read_file_of(**office, options, problems);
  if (!reviewers) return report(reviewers.error(), problems);
  if (only_one && reviewers->size() != 1)
    return report({ErrorCode::wrong_use, "this is not one reviewer", std::to_string(reviewers->size()), options.file, 0,
                   0, "Give a file with one, or take them all: openimr reviewer import FILE."},
                  {});
  if (auto noted = note_unknown_exclusions(**office, *reviewers); !noted) return report(noted.error(), {});
  int entered = 0, changed = 0, same = 0;
  for (const Reviewer& reviewer : *reviewers) {
    const auto done = office::keep_reviewer(**office, *by, reviewer);
    if (!done) {
      out << fmt::format("{} of {} were kept before this; do it again for the rest.\n", entered + changed + same,
                         reviewers->size());
      return report(done.error(), {});
    }
    ++(*done == cases::kRegistered ? entered : *done == cases::kChanged ? changed : same);
  }
  out << fmt::format("{} reviewer{}: {} new, {} changed, {} as before.\n", reviewers->size(),
                     reviewers->size() == 1 ? "" : "s", entered, changed, same);
  return ExitCode::done;
}

}  // namespace

ExitCode reviewer_import(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return keep(common, options, false, out);
}

ExitCode reviewer_add(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return keep(common, options, true, out);
}

ExitCode reviewer_leave(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto by = roster_event_by(**office, options);
  if (!by) return report(by.error(), {});
  if (by->why.empty())
    return report({ErrorCode::wrong_use, "the reason is missing", options.reviewer, "", 0, 0, "Say why (--why)."}, {});
  if (auto done = office::end_reviewer(**office, *by, options.reviewer); !done) return report(done.error(), {});
  out << fmt::format("{} has left on {}.\n", options.reviewer, by->on.day.iso());
  const auto at_hand = (*office)->store().list("reviewer/" + options.reviewer);
  if (!at_hand) return report(at_hand.error(), {});
  for (const store::ListPlace& place : *at_hand)
    out << fmt::format("Still theirs: {}. Release them from it (conflict-found).\n", place.stream.substr(5));
  return ExitCode::done;
}

}  // namespace openimr::cli
