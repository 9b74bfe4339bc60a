// When the records name each drug, treatment and finding, and what changed in between: the rows of a picture.
//
// A row holds the points of one thing by date. What the records say without any date stands in no row and is counted.
// A gap is a time of more than three months in which visits are documented and the thing is not named at any of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "facts/fact.h"

namespace openimr::facts {

enum class Happening : std::uint8_t {
  mentioned,  // in use, found, had: no more is said
  started,
  stopped,
  continued,
  increased,
  decreased,
  refused,
  held,
  denied,  // the record says that it is not so
  planned,
  requested,
};
std::string_view name_of(Happening happening);

struct TimelinePoint {
  DateRange date;        // when it was so
  std::string document;  // that says it
  Place place;
  Happening what = Happening::mentioned;
  std::string value;             // as a reader wants it: "10/325 mg, 4 a day", "8/10", "12 visits"; empty where none
  std::optional<double> amount;  // for a scale: milligrams (mcg/h of a patch) a day, pain from 0 to 10, visits
};

struct TimelineGap {
  Date from;       // last day on which it is named
  Date to;         // next day on which it is named
  int visits = 0;  // documented between the two
};

enum class RowKind : std::uint8_t { drug, treatment, surgery, finding, pain, work_status, visits };
std::string_view name_of(RowKind kind);

struct TimelineRow {
  RowKind kind = RowKind::finding;
  std::string name;                   // "carisoprodol"; "pain", "work status", "visits" for the rows of one each
  std::vector<TimelinePoint> points;  // by date, at least one
  std::vector<TimelineGap> gaps;
  Date first() const { return points.front().date.first; }
  Date last() const;
};

struct Timeline {
  std::vector<TimelineRow> rows;  // by kind, then by first date
  int undated = 0;                // facts that have no date
};

// The timeline of a case. Dose changes that no word states are seen from the doses themselves.
Timeline timeline_of(const Facts& facts);

}  // namespace openimr::facts
