// Small packs for tests of the library: a good one, to be broken.
#pragma once

#include <nlohmann/json.hpp>

namespace openimr::guidelines {

inline nlohmann::json good_criterion() {
  return nlohmann::json::parse(R"({"id": "spasm", "kind": "required", "says": "given for spasm", "absent": "no spasm",
    "failed": "no spasm", "shown_by": "an exam", "test": {"fact": "finding", "concept": "muscle spasm"},
    "standing": "confirmed", "source": "a text that was read", "_line": 12})");
}

inline nlohmann::json good_guideline() {
  auto out = nlohmann::json::parse(R"({"guideline": {"source": "MTUS", "title": "Test Guideline", "year": 2009,
    "chapter": null}, "in_force": {"from": "2009-07-18", "until": "2016-07-28"}, "source": "a regulation",
    "_file": "test.yaml", "sections": [{"id": "carisoprodol", "title": "Carisoprodol", "pages": "29, 63-66",
    "applies_to": {"topic": "carisoprodol"}, "position": "not recommended", "says": "It is not recommended.",
    "standing": "confirmed", "_line": 8, "criteria": []}]})");
  out["sections"][0]["criteria"].push_back(good_criterion());
  return out;
}

inline nlohmann::json good_sequence() {
  return nlohmann::json::parse(R"([{"in_force": {"from": "2007-06-15", "until": null}, "strict": true,
    "steps": [{"id": "mtus", "says": "the MTUS", "sources": ["MTUS"]}]}])");
}

inline nlohmann::json packs_of(nlohmann::json guidelines) {
  return {{"guidelines", std::move(guidelines)}, {"search_sequence", good_sequence()}};
}

}  // namespace openimr::guidelines
