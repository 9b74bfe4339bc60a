// The names that a pack may use, for the check of packs.
#pragma once

#include <map>
#include <set>
#include <string>

#include "vocabulary/vocabulary.h"

namespace openimr::guidelines {

using Names = std::set<std::string>;

struct KnownNames {
  explicit KnownNames(const vocabulary::Vocabulary& vocabulary);

  // Whether any fact of this name can be about the concept. A fact that the program itself reads may be about whatever
  // the vocabulary has; one that terms make is about what these terms say.
  bool can_be_about(const std::string& fact, const std::string& concept_name) const;

  Names drugs, classes, topics, services, regions, ingredients;
  Names facts;                             // that terms make, or the program itself
  Names concepts;                          // all of the vocabulary
  std::map<std::string, Names> stated_as;  // of a fact that terms make: their names and wider concepts
};

// "Did you mean 'massage'?" where one of the names is two letters away or nearer, else `otherwise`.
std::string nearest(const std::string& name, const Names& names, const std::string& otherwise);

}  // namespace openimr::guidelines
