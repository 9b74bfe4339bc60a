#include <algorithm>
#include <map>
#include <utility>

#include <fmt/core.h>

#include "guidelines/check_parts.h"

namespace openimr::guidelines {
namespace {

std::string until(const std::optional<Date>& day) {
  return day ? day->iso() : "null";
}

bool share_a_day(const Guideline& guideline, const SearchSequence& sequence) {
  return (!guideline.until || sequence.from < *guideline.until) &&
         (!sequence.until || guideline.from < *sequence.until);
}

// Of two that follow one another; of `what` the message speaks.
template <class Dated>
void check_days_between(const Dated& earlier, const Dated& later, const std::string& what,
                        std::vector<Error>& problems) {
  const bool overlap = !earlier.until || *earlier.until > later.from;
  if (!overlap && *earlier.until == later.from) return;
  problems.push_back({ErrorCode::invalid, fmt::format("{} {}", overlap ? "overlaps with" : "leaves a gap after", what),
                      later.from.iso(), later.file, later.line, 0,
                      fmt::format("The earlier one should end where this begins: in_force: {{ from: {}, until: {} }}",
                                  earlier.from.iso(), later.from.iso())});
}

void check_files_of_edition(const std::vector<const Guideline*>& files, std::vector<Error>& problems) {
  std::map<std::string, const Guideline*> ids;
  const Guideline& first = *files.front();
  for (const Guideline* file : files) {
    if (file->from != first.from || file->until != first.until) {
      problems.push_back({ErrorCode::invalid,
                          fmt::format("another file of this edition has other dates: {}", first.file), file->from.iso(),
                          file->file, file->line, 0,
                          fmt::format("Write the same in both: in_force: {{ from: {}, until: {} }}", first.from.iso(),
                                      until(first.until))});
    }
    for (const Section& section : file->sections) {
      const auto [known, is_new] = ids.emplace(section.id, file);
      if (is_new) continue;
      problems.push_back({ErrorCode::invalid,
                          known->second == file
                              ? "two sections of one id"
                              : fmt::format("two sections of one id, the other in {}", known->second->file),
                          section.id, file->file, section.line, 0, "Give one of them an id of its own"});
    }
  }
}

void check_guidelines(const Library& library, std::vector<Error>& problems) {
  std::map<std::string, std::map<int, std::vector<const Guideline*>>> by_year;
  for (const Guideline& guideline : library.guidelines())
    by_year[guideline.source + " " + guideline.title + " " + guideline.chapter][guideline.year].push_back(&guideline);
  for (const auto& [title, years] : by_year) {
    std::vector<const Guideline*> editions;
    for (const auto& [year, files] : years) {
      check_files_of_edition(files, problems);
      editions.push_back(files.front());
    }
    std::sort(editions.begin(), editions.end(), [](const Guideline* a, const Guideline* b) {
      return std::pair(a->from, a->year) < std::pair(b->from, b->year);
    });
    for (std::size_t i = 1; i < editions.size(); ++i) {
      const std::string what = fmt::format("the edition of {} ({})", editions[i - 1]->year, editions[i - 1]->file);
      check_days_between(*editions[i - 1], *editions[i], what, problems);
    }
  }
}

}  // namespace

void check_editions(const Library& library, std::vector<Error>& problems) {
  check_guidelines(library, problems);
  std::vector<SearchSequence> sequences = library.sequences();
  std::sort(sequences.begin(), sequences.end(), [](const SearchSequence& a, const SearchSequence& b) {
    return std::pair(a.from, a.line) < std::pair(b.from, b.line);
  });
  for (std::size_t i = 1; i < sequences.size(); ++i)
    check_days_between(sequences[i - 1], sequences[i], "the search sequence before it", problems);
  for (const Guideline& guideline : library.guidelines()) {
    const bool searched = std::any_of(sequences.begin(), sequences.end(), [&](const SearchSequence& sequence) {
      return share_a_day(guideline, sequence) &&
             std::any_of(sequence.steps.begin(), sequence.steps.end(), [&](const SearchStep& step) {
               return std::find(step.sources.begin(), step.sources.end(), guideline.source) != step.sources.end();
             });
    });
    if (searched) continue;
    problems.push_back({ErrorCode::invalid, "unreachable: no step of the search sequence takes this source",
                        guideline.source, guideline.file, guideline.line, 0,
                        "Add it to a step of search-sequence.yaml that holds in these days, or name another source"});
  }
}

}  // namespace openimr::guidelines
