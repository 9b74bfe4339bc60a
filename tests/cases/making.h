// What tests of cases are made of.
#pragma once

#include <string>

#include "cases/case.h"
#include "cases/event.h"
#include "support/programmes.h"

namespace openimr::cases {

using nlohmann::json;

inline const program::Programme& california() {
  return testing::programme("ca-dwc-imr");
}

inline program::Moment moment(std::string_view iso) {
  return program::Moment::from_iso(iso).value();
}

// The id of a document with these bytes.
inline std::string document(std::string_view bytes) {
  return store::DocumentId::of(bytes).hash.hex();
}

// event("2015-09-22", "intake:iris", "application-received", {{"priority", "standard"}, ...})
inline CaseEvent event(std::string_view on, std::string_view who, std::string type, json what = json::object(),
                       std::string why = "") {
  constexpr store::Instant kEntered{std::chrono::milliseconds(1'445'241'600'123)};
  return {std::move(type), Actor::of(who).value(), moment(on), kEntered, std::move(why), std::move(what), "", {}, {}};
}

inline json party(const std::string& role, const std::string& name) {
  return {{"role", role}, {"name", name}, {"by", "mail"}};
}

// An application with two items and two parties.
inline CaseEvent application(std::string_view on, std::string_view who = "intake:iris") {
  return event(on, who, "application-received",
               {{"programme", "ca-dwc-imr"},
                {"priority", "standard"},
                {"injury", "2012-03-04"},
                {"ur_decision", "2015-08-25"},
                {"claim", "WC-100"},
                {"parties", {party("claims_administrator", "Examplary Claims"), party("employee", "Test Person")}},
                {"items", {{{"text", "Soma 350 mg #20"}}, {{"text", "MRI of the lumbar spine"}}}}});
}

inline json records(const std::string& name, const std::string& kind = "") {
  return {{{"document", document(name)}, {"name", name}, {"kind", kind}}};
}

// From the application to complete records.
inline std::vector<CaseEvent> until_complete() {
  return {application("2015-09-22"),
          event("2015-09-23", "intake:iris", "application-found-new"),
          event("2015-09-28", "intake:iris", "eligibility-decided", {{"result", "eligible"}}),
          event("2015-09-29", "assign:ann", "assigned", {{"by", "mail"}}),
          event("2015-10-13", "administrator:adam", "records-received",
                {{"from", "claims_administrator"}, {"documents", records("progress notes")}}),
          event("2015-10-15", "intake:iris", "records-complete")};
}

inline CaseEvent proposed(const char* reviewer) {
  return event("2015-10-16", "assign:ann", "reviewer-proposed", {{"reviewer", reviewer}});
}

inline std::string message(const auto& result) {
  return result ? "" : result.error().to_string();
}

}  // namespace openimr::cases
