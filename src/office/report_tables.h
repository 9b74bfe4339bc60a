// The figures of a month as tables; shares in percent, to a tenth.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cases/report.h"
#include "office/rows.h"

namespace openimr::office {

// Columns of words are not cut below.
inline constexpr std::size_t kLeastWords = 20;
Column number_column(const char* name, const char* title);

Rows ages_table(const cases::Timeliness& found);
Rows deadlines_table(const cases::Timeliness& found);
Rows penalties_table(const cases::Timeliness& found);

Rows month_table(const cases::Volume& found);
// What was counted by state, rule or outcome. `name` and `title` are those of the first column.
Rows counted_table(const char* name, const char* title, const std::vector<cases::Counted>& list,
                   std::string when_empty);

Rows items_table(const cases::Outcomes& found);
// How often the reviewers decided otherwise than the draft, with the interval of the share.
Rows drafts_table(const cases::Outcomes& found);

// How often each reviewer overturned, with the interval of the share. ItemFigures::category is the reviewer.
Rows reviewers_table(const std::vector<cases::ItemFigures>& found);

// How far two agree: a row for each name that has pairs.
struct ComparedRow {
  const char* name;
  const cases::Compared& compared;
};
Rows agreement_table(const std::vector<ComparedRow>& list, std::string when_empty);
// What is to be known of the figures of such a table: where they are few, and where there is no kappa.
std::string agreement_note(const std::vector<ComparedRow>& list);

}  // namespace openimr::office
