// The guidelines by topic, as people look for them: what a section speaks of (a drug, a class, a service), and the
// section itself by its id. A topic's name is of small letters, digits and '-': "spinal-fusion".
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "guidelines/difference.h"

namespace openimr::server {

class GuidelineIndex {
 public:
  // Points into the library, which must outlive it.
  explicit GuidelineIndex(const guidelines::Library& library);
  GuidelineIndex(GuidelineIndex&&) noexcept = default;

  // {editions, topics}; of the editions in force on a day where one is named.
  nlohmann::json list(const std::optional<Date>& on) const;
  // {topic, sections}: in every edition that speaks of it, the earliest first. Nothing where none does.
  std::optional<nlohmann::json> topic(std::string_view name) const;

 private:
  struct Found {
    const guidelines::Edition* edition;
    const guidelines::Guideline* guideline;
    const guidelines::Section* section;
  };
  struct Topic {
    std::string title;  // empty: an id of sections, which no list shows
    std::vector<Found> sections;
  };
  void add(const std::string& name, bool is_listed, const Found& found);

  std::vector<guidelines::Edition> editions_;
  std::map<std::string, Topic, std::less<>> topics_;
};

}  // namespace openimr::server
