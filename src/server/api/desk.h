// The case as its expert reviewer works on it: what the records say, and what came of the criteria, at once; what the
// draft makes of it (decision, rationale, which criteria decided) only after the reviewer's own finding on the item.
#pragma once

#include <nlohmann/json.hpp>

#include "office/engine.h"
#include "server/api/call.h"

namespace openimr::server {

// What a desk shows. Staff see the desk of the case's reviewer, where it has one alone.
struct DeskOf {
  const Call& call;
  std::string reviewer;              // empty: of nobody
  const office::Reviewed* reviewed;  // null: the case has no records
  const nlohmann::json* draft;       // as data; null: none is prepared
};

// By concept; together they are the schema Desk. Nothing that would tell the draft's decision on an item is in them
// before it may be shown (cases::shows_draft).
nlohmann::ordered_json desk_items(const DeskOf& desk);
nlohmann::ordered_json desk_summary(const DeskOf& desk);
Result<nlohmann::ordered_json> desk_documents(const DeskOf& desk);
nlohmann::ordered_json desk_timeline(const DeskOf& desk);
nlohmann::ordered_json desk_facts(const DeskOf& desk);
nlohmann::ordered_json desk_warnings(const DeskOf& desk);

}  // namespace openimr::server
