#include "cases/case_form.h"

#include <nlohmann/json.hpp>

namespace openimr::cases {
namespace {

using nlohmann::ordered_json;

ordered_json iso_or_null(const std::optional<Date>& day) {
  return day ? ordered_json(day->iso()) : ordered_json();
}

ordered_json form_item(const Item& item) {
  ordered_json out = {{"text", item.text}, {"service_date", iso_or_null(item.service_date)}};
  auto denial = ordered_json::object();
  if (!item.denial_reasons.empty()) denial["reasons"] = item.denial_reasons;
  if (!item.denial_guideline.empty()) denial["guideline"] = item.denial_guideline;
  if (!denial.empty()) out["claims_administrator"] = std::move(denial);
  return out;
}

}  // namespace

CaseForm form_of(const Case& c, Date review) {
  CaseForm out;
  ordered_json form = {{"case_number", c.number},
                       {"programme", c.programme},
                       {"priority", c.priority},
                       {"dates",
                        {{"injury", iso_or_null(c.injury)},
                         {"request", iso_or_null(c.request)},
                         {"ur_decision", iso_or_null(c.ur_decision)},
                         {"application", iso_or_null(c.received ? std::optional(c.received->day) : std::nullopt)},
                         {"review", review.iso()}}},
                       {"injured_worker",
                        {{"age", c.age ? ordered_json(*c.age) : ordered_json()},
                         {"sex", c.sex.empty() ? ordered_json() : ordered_json(c.sex)}}},
                       {"disputed_items", ordered_json::array()},
                       {"records", ordered_json::array()}};
  if (!c.ur_served_by.empty()) form["ur_served_by"] = c.ur_served_by;
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    if (!c.items[i].is_open()) continue;
    form["disputed_items"].push_back(form_item(c.items[i]));
    out.items.push_back(i);
  }
  for (const Record& record : c.records) {
    if (record.kind.empty() && !record.date) continue;
    ordered_json one = {{"file", record.name}, {"date", iso_or_null(record.date)}};
    if (!record.kind.empty()) one["kind"] = record.kind;
    form["records"].push_back(std::move(one));
  }
  out.yaml = form.dump(1) + '\n';
  return out;
}

}  // namespace openimr::cases
