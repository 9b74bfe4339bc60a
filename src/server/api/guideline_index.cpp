#include "server/api/guideline_index.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/ascii.h"

namespace openimr::server {
namespace {

using guidelines::Scope;
using Json = nlohmann::json;

std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// "muscle_relaxants" is muscle-relaxants.
std::string topic_of(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (is_letter(c) || is_digit(c)) {
      out += lower(c);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  return out;
}

// What it speaks of; the kind of item only where it names nothing else.
std::vector<std::string> names_in(const Scope& scope) {
  std::vector<std::string> out;
  for (const std::string* each : {&scope.drug, &scope.topic, &scope.drug_class, &scope.service}) {
    if (!each->empty()) out.push_back(*each);
  }
  if (out.empty() && !scope.kind.empty()) out.push_back(scope.kind);
  return out;
}

std::string days_in_words(const std::optional<double>& from, const std::optional<double>& to) {
  if (from && to) return fmt::format("{} to {} days", *from, *to);
  return from ? fmt::format("from {} days", *from) : fmt::format("up to {} days", *to);
}

// "massage: low back, neck; after an operation"
std::string words_of(const Scope& scope) {
  std::string out = in_words(fmt::format("{}", fmt::join(names_in(scope), ", ")));
  if (!scope.regions.empty()) out += fmt::format(": {}", fmt::join(scope.regions, ", "));
  if (scope.post_operative) out += *scope.post_operative ? "; after an operation" : "; without an operation before it";
  if (scope.since_injury_from || scope.since_injury_to)
    out += fmt::format("; {} after the injury", days_in_words(scope.since_injury_from, scope.since_injury_to));
  if (scope.since_surgery_to)
    out += fmt::format("; {} after an operation", days_in_words(std::nullopt, scope.since_surgery_to));
  return out;
}

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json last_day_of(const guidelines::Guideline& guideline) {
  return guideline.until ? Json(guideline.until->iso()) : Json();
}

std::string title_of(const guidelines::Guideline& guideline) {
  return guideline.chapter.empty() ? guideline.full_title()
                                   : fmt::format("{}, {}", guideline.full_title(), guideline.chapter);
}

Json edition_json(const guidelines::Edition& edition) {
  std::size_t sections = 0;
  for (const guidelines::Guideline* part : edition.parts) sections += part->sections.size();
  const guidelines::Guideline& first = edition.first();
  return {{"id", edition.id},
          {"title", title_of(first)},
          {"edition", first.year == 0 ? first.from.iso().substr(0, 4) : std::to_string(first.year)},
          {"from", first.from.iso()},
          {"until", last_day_of(first)},
          {"sections", sections}};
}

Json section_json(const guidelines::Edition& edition, const guidelines::Guideline& guideline,
                  const guidelines::Section& section) {
  Json criteria = Json::array(), applies_to = Json::array();
  for (const guidelines::Criterion& each : section.criteria)
    criteria.push_back({{"id", each.id},
                        {"kind", guidelines::name_of(each.kind)},
                        {"says", each.says},
                        {"standing", guidelines::name_of(each.standing)},
                        {"source", each.source},
                        {"soft", each.soft}});
  for (const Scope& scope : section.applies_to) applies_to.push_back(words_of(scope));
  return {{"edition", edition.id},
          {"guideline", title_of(guideline)},
          {"title", section.title},
          {"from", guideline.from.iso()},
          {"until", last_day_of(guideline)},
          {"pages", or_null(section.pages)},
          {"position", or_null(section.position)},
          {"applies_to", std::move(applies_to)},
          {"criteria", std::move(criteria)}};
}

}  // namespace

GuidelineIndex::GuidelineIndex(const guidelines::Library& library) : editions_(guidelines::editions_of(library)) {
  for (const guidelines::Edition& edition : editions_) {
    for (const guidelines::Guideline* part : edition.parts) {
      for (const guidelines::Section& section : part->sections) {
        for (const Scope& scope : section.applies_to) {
          for (const std::string& name : names_in(scope)) add(name, true, {&edition, part, &section});
        }
        add(section.id, false, {&edition, part, &section});
      }
    }
  }
  for (auto& [name, topic] : topics_) {
    std::sort(topic.sections.begin(), topic.sections.end(), [](const Found& one, const Found& other) {
      return std::tie(one.guideline->from, one.edition->id, one.section->id) <
             std::tie(other.guideline->from, other.edition->id, other.section->id);
    });
  }
}

void GuidelineIndex::add(const std::string& name, bool is_listed, const Found& found) {
  Topic& topic = topics_[topic_of(name)];
  if (is_listed && topic.title.empty()) {
    topic.title = in_words(name);
    if (char& first = topic.title.front(); is_lower(first)) first = static_cast<char>(first - ('a' - 'A'));
  }
  const auto is_same = [&](const Found& each) { return each.section == found.section; };
  if (std::none_of(topic.sections.begin(), topic.sections.end(), is_same)) topic.sections.push_back(found);
}

Json GuidelineIndex::list(const std::optional<Date>& on) const {
  const auto holds = [&](const guidelines::Guideline& guideline) { return !on || guideline.in_force(*on); };
  Json editions = Json::array(), topics = Json::array();
  for (const guidelines::Edition& edition : editions_) {
    if (holds(edition.first())) editions.push_back(edition_json(edition));
  }
  for (const auto& [name, topic] : topics_) {
    Json of = Json::array();
    for (const Found& found : topic.sections) {
      const bool is_new = std::find(of.begin(), of.end(), found.edition->id) == of.end();
      if (is_new && holds(*found.guideline)) of.push_back(found.edition->id);
    }
    if (!topic.title.empty() && !of.empty())
      topics.push_back({{"topic", name}, {"title", topic.title}, {"editions", std::move(of)}});
  }
  return {{"editions", std::move(editions)}, {"topics", std::move(topics)}};
}

std::optional<Json> GuidelineIndex::topic(std::string_view name) const {
  const auto found = topics_.find(name);
  if (found == topics_.end()) return {};
  Json sections = Json::array();
  for (const auto& [edition, guideline, section] : found->second.sections)
    sections.push_back(section_json(*edition, *guideline, *section));
  return Json{{"topic", found->first}, {"sections", std::move(sections)}};
}

}  // namespace openimr::server
