#include "facts/timeline.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include <fmt/core.h>

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

constexpr CalendarDays kLongGap{92};  // three months

std::optional<RowKind> row_of(const Fact& fact) {
  if (fact.name == "medication"sv) return RowKind::drug;
  if (fact.name == "surgery"sv) return RowKind::surgery;
  if (fact.name == "treatment"sv) return fact.prescription ? RowKind::drug : RowKind::treatment;
  if (fact.name == "finding"sv || fact.name == "symptom"sv || fact.name == "diagnosis"sv || fact.name == "imaging"sv)
    return RowKind::finding;
  if (fact.name == "pain_score"sv) return RowKind::pain;
  if (fact.name == "work_status"sv) return RowKind::work_status;
  if (fact.name == "visit_date"sv) return RowKind::visits;
  return std::nullopt;
}

std::string row_name(RowKind kind, const Fact& fact) {
  switch (kind) {
    case RowKind::pain:
      return "pain";
    case RowKind::work_status:
      return "work status";
    case RowKind::visits:
      return "visits";
    default:
      return fact.concept_name;
  }
}

std::optional<Happening> happening_of(const Fact& fact) {
  static const std::map<std::string, Happening, std::less<>> kStatus = {
      {"started", Happening::started},     {"stopped", Happening::stopped},     {"continued", Happening::continued},
      {"increased", Happening::increased}, {"decreased", Happening::decreased}, {"refused", Happening::refused},
      {"held", Happening::held},
  };
  const std::string_view status = attribute(fact, "status");
  if (status == "allergic" || status == "administered") return std::nullopt;
  if (const auto known = kStatus.find(status); known != kStatus.end()) return known->second;
  switch (fact.assertion) {
    case Assertion::present:
    case Assertion::historical:
      return Happening::mentioned;
    case Assertion::stopped:
      return Happening::stopped;
    case Assertion::negated:
      return Happening::denied;
    case Assertion::planned:
      return Happening::planned;
    case Assertion::requested:
      return Happening::requested;
    case Assertion::possible:
    case Assertion::hypothetical:
    case Assertion::conditional:
    case Assertion::other_person:
      break;
  }
  return std::nullopt;
}

// Milligrams a day of the first ingredient; of a patch its mcg an hour.
std::optional<double> daily_amount(const Fact& fact) {
  if (!fact.prescription || !fact.prescription->strength) return std::nullopt;
  const auto mg = vocabulary::milligrams(*fact.prescription->strength);
  const auto units = fact.prescription->daily_units();
  if (!mg.empty() && units) return mg.front() * *units;
  if (fact.prescription->strength->ends_with("mcg/h")) {
    double amount = 0;
    const std::string& text = *fact.prescription->strength;
    if (std::from_chars(text.data(), text.data() + text.size(), amount).ec == std::errc()) return amount;
  }
  return std::nullopt;
}

void describe(const Fact& fact, RowKind kind, TimelinePoint& point) {
  if (kind == RowKind::drug) {
    point.amount = daily_amount(fact);
    point.value = attribute(fact, "strength");
    if (const std::string_view units = attribute(fact, "units_per_day"); !units.empty())
      point.value += fmt::format("{}{} a day", point.value.empty() ? "" : ", ", units);
  } else if (kind == RowKind::pain) {
    point.amount = std::get<double>(fact.value);
    const std::string medication(attribute(fact, "medication"));
    point.value = fmt::format("{:g}/10{}{}", *point.amount, medication.empty() ? "" : " ",
                              medication.empty() ? "" : medication + " medication");
  } else if (kind == RowKind::work_status) {
    point.value = fact.concept_name;
  } else if (const std::string visits(attribute(fact, "visits")); !visits.empty()) {
    point.amount = std::stod(visits);
    point.value = visits + " visits";
  }
}

// A change that no word states: the daily amount is another than the one before.
void mark_changes(TimelineRow& row) {
  std::optional<double> before;
  for (TimelinePoint& point : row.points) {
    const bool in_use = point.what == Happening::mentioned || point.what == Happening::continued;
    if (!point.amount) continue;
    if (in_use && before && *before != *point.amount)
      point.what = *point.amount > *before ? Happening::increased : Happening::decreased;
    if (in_use || point.what == Happening::started || point.what == Happening::increased ||
        point.what == Happening::decreased)
      before = point.amount;
  }
}

void mark_gaps(TimelineRow& row, const std::set<Date>& visits) {
  for (std::size_t i = 1; i < row.points.size(); ++i) {
    const Date from = row.points[i - 1].date.last;
    const Date to = row.points[i].date.first;
    if (from >= to || to.since(from) <= kLongGap) continue;
    const auto seen = std::distance(visits.upper_bound(from), visits.lower_bound(to));
    if (seen > 0) row.gaps.push_back({from, to, static_cast<int>(seen)});
  }
}

}  // namespace

std::string_view name_of(Happening happening) {
  switch (happening) {
    case Happening::mentioned:
      return "mentioned";
    case Happening::started:
      return "started";
    case Happening::stopped:
      return "stopped";
    case Happening::continued:
      return "continued";
    case Happening::increased:
      return "increased";
    case Happening::decreased:
      return "decreased";
    case Happening::refused:
      return "refused";
    case Happening::held:
      return "held";
    case Happening::denied:
      return "denied";
    case Happening::planned:
      return "planned";
    case Happening::requested:
      return "requested";
  }
  return "";
}

std::string_view name_of(RowKind kind) {
  switch (kind) {
    case RowKind::drug:
      return "drug";
    case RowKind::treatment:
      return "treatment";
    case RowKind::surgery:
      return "surgery";
    case RowKind::finding:
      return "finding";
    case RowKind::pain:
      return "pain";
    case RowKind::work_status:
      return "work status";
    case RowKind::visits:
      return "visits";
  }
  return "";
}

Date TimelineRow::last() const {
  return std::max_element(points.begin(), points.end(),
                          [](const auto& a, const auto& b) { return a.date.last < b.date.last; })
      ->date.last;
}

Timeline timeline_of(const Facts& facts) {
  Timeline out;
  std::map<std::pair<RowKind, std::string>, TimelineRow> rows;
  for (const Fact& fact : facts.all) {
    const auto kind = row_of(fact);
    const auto what = happening_of(fact);
    if (!kind || !what) continue;
    const auto date = fact.date            ? fact.date
                      : fact.document_date ? std::optional(DateRange{*fact.document_date, *fact.document_date})
                                           : std::nullopt;
    if (!date) {
      ++out.undated;
      continue;
    }
    TimelinePoint point{*date, fact.places.front().document, fact.places.front(), *what, "", std::nullopt};
    describe(fact, *kind, point);
    TimelineRow& row = rows[{*kind, row_name(*kind, fact)}];
    row.kind = *kind;
    row.name = row_name(*kind, fact);
    row.points.push_back(std::move(point));
  }
  std::set<Date> visits;
  for (auto& [key, row] : rows) {
    std::sort(row.points.begin(), row.points.end(), [](const TimelinePoint& a, const TimelinePoint& b) {
      return a.date != b.date ? a.date < b.date : a.place < b.place;
    });
    if (row.kind != RowKind::visits) continue;
    for (const TimelinePoint& point : row.points) visits.insert(point.date.first);
  }
  for (auto& [key, row] : rows) {
    if (row.kind == RowKind::drug) mark_changes(row);
    if (row.kind == RowKind::drug || row.kind == RowKind::treatment || row.kind == RowKind::finding)
      mark_gaps(row, visits);
    out.rows.push_back(std::move(row));
  }
  std::sort(out.rows.begin(), out.rows.end(), [](const TimelineRow& a, const TimelineRow& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.first() != b.first() ? a.first() < b.first() : a.name < b.name;
  });
  return out;
}

}  // namespace openimr::facts
