#include "cases/reviewer.h"

#include <array>

#include <nlohmann/json.hpp>

namespace openimr::cases {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 8> kStatuses = {"active",  "restricted",  "probation", "suspended",
                                                       "revoked", "surrendered", "expired",   "unknown"};

template <class T>
json or_null(const std::optional<T>& value) {
  return value ? json(*value) : json();
}

json or_null(const std::optional<Date>& day) {
  return day ? json(day->iso()) : json();
}

json to_json(const Licence& licence) {
  return {{"type", licence.type},     {"state", licence.state},        {"status", name_of(licence.status)},
          {"number", licence.number}, {"from", or_null(licence.from)}, {"until", or_null(licence.until)}};
}

json to_json(const Certification& certification) {
  return {{"board", certification.board},
          {"specialty", certification.specialty},
          {"subspecialty", certification.subspecialty},
          {"until", or_null(certification.until)}};
}

json to_json(const Relation& relation) {
  return {{"to", relation.to},
          {"kind", program::name_of(relation.kind)},
          {"tie", relation.tie},
          {"detail", relation.detail},
          {"share_of_income", or_null(relation.share_of_income)}};
}

template <class T>
json list_of(const std::vector<T>& values) {
  json out = json::array();
  for (const T& value : values) out.push_back(to_json(value));
  return out;
}

}  // namespace

std::string_view name_of(LicenceStatus status) {
  return kStatuses[static_cast<std::size_t>(status)];
}

std::optional<LicenceStatus> licence_status_named(std::string_view name) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i) {
    if (kStatuses[i] == name) return static_cast<LicenceStatus>(i);
  }
  return std::nullopt;
}

json to_json(const Reviewer& reviewer) {
  return {{"id", reviewer.id},
          {"name", reviewer.name},
          {"licences", list_of(reviewer.licences)},
          {"certifications", list_of(reviewer.certifications)},
          {"practice", {{"years", or_null(reviewer.years)}, {"hours_per_week", or_null(reviewer.hours_per_week)}}},
          {"capacity", {{"per_day", reviewer.per_day}, {"per_week", reviewer.per_week}}},
          {"exclusions", {{"parties", reviewer.excluded_parties}, {"items", reviewer.excluded_items}}},
          {"disciplined", or_null(reviewer.disciplined)},
          {"appointments", or_null(reviewer.appointments)},
          {"relations", list_of(reviewer.relations)}};
}

}  // namespace openimr::cases
