// What the records say at single places, and which criteria of the draft use it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "facts/fact.h"
#include "server/api/call.h"

namespace openimr::server {

// The places on which the criteria of a draft rest.
class Uses {
 public:
  Uses() = default;
  // Of the draft of a case, as data.
  Uses(const nlohmann::json& draft, const cases::Case& c);

  // [{item, criterion}] of those that rest on a place which overlaps this one.
  nlohmann::ordered_json of(const Place& place) const;
  bool has(const Place& place) const { return !of(place).empty(); }

 private:
  struct Use {
    Span span;
    std::size_t item = 0;  // of the case, from 1
    std::string criterion;
  };
  std::map<std::string, std::vector<Use>, std::less<>> by_document_;
};

// Those of the prepared draft of the call's case; none where there is no draft yet.
Result<Uses> uses_in_draft(const Call& call);

// The facts with a place on this page of a file, by position.
nlohmann::ordered_json facts_on_page(const facts::Facts& facts, const Uses& uses, std::string_view file, int page);
// The facts of all records that a criterion uses, by file and position.
nlohmann::ordered_json used_facts(const facts::Facts& facts, const Uses& uses);

}  // namespace openimr::server
