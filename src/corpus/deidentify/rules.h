// The rules of packs/deidentify: patterns, labels, and the reason of each. Inside deidentify/ only.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <re2/re2.h>

#include "base/result.h"
#include "corpus/deidentify/deidentifier.h"

namespace openimr::corpus::deidentify {

// What is written in a fixed shape. What its first group holds is removed, or all of it where it has none.
struct Pattern {
  std::unique_ptr<RE2> expression;
  Kind kind = Kind::number;
  const Rule* rule = nullptr;
  bool keeps = false;    // what it finds stays: the number of a case
  int digits = 0;        // it has so many at least, and is no date
  bool is_town = false;  // its group is removed only where it can be the name of a town
};

enum class ValueOf : std::uint8_t {
  person,  // surely one: "Patient name:"
  people,  // or something else: "RE:", "cc:"
  organisation,
  address,
  nothing,  // it only ends what stands before it
};

// "Employer:" and what stands behind it.
struct Label {
  ValueOf value = ValueOf::nothing;
  Kind kind = Kind::name;
  bool needs_no_colon = false;  // at the beginning of a line
};

// Words that tell what kind of organisation a name is of.
struct Organisation {
  Kind kind = Kind::facility;
  bool is_weak = false;  // they stand in other phrases too: "services"
  bool leads = false;    // "University of", "County of"
};

struct Rules {
  static Result<std::unique_ptr<Rules>> from_packs(const nlohmann::json& packs);

  const Rule* find(std::string_view id) const;

  std::vector<std::unique_ptr<Rule>> all;
  std::vector<Pattern> patterns;
  std::vector<Label> labels;
  std::vector<Organisation> organisations;

  // Of the rules that code carries out.
  const Rule *title, *credential, *role, *act, *subject, *bare_name, *signature, *label, *again, *party, *organisation,
      *employment, *visit, *town;
};

}  // namespace openimr::corpus::deidentify
