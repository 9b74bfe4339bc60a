// getReport: the figures of a month.
#include "office/reports.h"
#include "server/api/organization_routes.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

constexpr const char* kReviewers = "reviewers";  // for the medical director alone, at an address of its own

Json value_of(const Json& value) {
  return value.is_boolean() ? Json(value.get<bool>() ? "yes" : "no") : value;
}

Json section_json(const office::ReportSection& section) {
  Json columns = Json::array(), rows = Json::array();
  for (const office::Column& each : section.rows.columns)
    columns.push_back({{"name", each.name}, {"title", each.title}, {"number", each.numbers}});
  for (const auto& row : section.rows.rows) {
    Json values = Json::array();
    for (const Json& each : row) values.push_back(value_of(each));
    rows.push_back(std::move(values));
  }
  const std::string& note = section.rows.rows.empty() ? section.rows.when_empty : section.note;
  return {{"id", section.id},
          {"title", section.title},
          {"note", note.empty() ? Json() : Json(note)},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)}};
}

Reply report(Call& call, const std::string& id) {
  const auto written = call.request.query.find("month");
  const auto month = written ? cases::Month::from_iso(*written) : cases::Month::of(call.now.day);
  if (!month) return refuse(bad_request("month: there is no such month. Write it as YYYY-MM."));
  const auto report = office::report_of(call.office, id, *month, call.now.day);
  if (!report) return refuse(report.error());
  Json sections = Json::array();
  for (const office::ReportSection& each : report->sections) sections.push_back(section_json(each));
  return json(Json{{"report", report->id},
                   {"title", report->title},
                   {"month", report->month},
                   {"as_of", report->as_of},
                   {"sections", std::move(sections)}});
}

}  // namespace

void add_report_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  routes.add(
      Method::get, "/api/reports/{report}", Action::get_report,
      [](Call& call) { return report(call, std::string(call.parameter("report"))); }, slow);
  routes.add(
      Method::get, "/api/reports/reviewers", Action::get_reviewer_rates,
      [](Call& call) { return report(call, kReviewers); }, slow);
}

}  // namespace openimr::server
