#include "corpus/deidentify/rules.h"

#include <map>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace openimr::corpus::deidentify {
namespace {

using nlohmann::json;

constexpr int kPatternMemory = 16 << 20;

Kind kind_of(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(Kind::age); ++i) {
    if (name_of(static_cast<Kind>(i)) == name) return static_cast<Kind>(i);
  }
  return Kind::number;  // the schema knows no other
}

ValueOf value_of(const std::string& name) {
  if (name == "person") return ValueOf::person;
  if (name == "people") return ValueOf::people;
  if (name == "organisation") return ValueOf::organisation;
  return name == "address" ? ValueOf::address : ValueOf::nothing;
}

// A pattern with the fragments that it names, as {city}, in their place.
Result<std::string> filled_in(const std::string& pattern, const std::map<std::string, std::string>& fragments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto end = pattern.find('}', at);
    const bool names =
        pattern[at] == '{' && at + 1 < pattern.size() && pattern[at + 1] >= 'a' && end != std::string::npos;
    if (!names) {
      out += pattern[at++];
      continue;
    }
    const auto found = fragments.find(pattern.substr(at + 1, end - at - 1));
    if (found == fragments.end()) {
      return fail({ErrorCode::invalid, "the pattern names a fragment that the pack has not", pattern,
                   "packs/deidentify", 0, 0, "Add it to `fragments`"});
    }
    out += found->second;
    at = end + 1;
  }
  return out;
}

Result<std::map<std::string, std::string>> fragments_of(const json& rows) {
  std::map<std::string, std::string> out;
  for (const json& row : rows) {
    std::string text;
    if (row.contains("pattern")) {
      text = row["pattern"].get<std::string>();
    } else {
      for (const json& word : row["any_of"]) text += (text.empty() ? "" : "|") + word.get<std::string>();
    }
    const auto whole = filled_in(text, out);
    if (!whole) return fail(whole.error());
    out[row["id"].get<std::string>()] = "(?:" + *whole + ")";
  }
  return out;
}

Result<void> read_patterns(const json& pack, Rules& out) {
  const auto fragments = fragments_of(pack.at("fragments"));
  if (!fragments) return fail(fragments.error());
  RE2::Options options(RE2::Latin1);  // any byte is a character, so that no text is invalid
  options.set_log_errors(false);
  options.set_max_mem(kPatternMemory);
  for (const json& row : pack.at("patterns")) {
    const auto whole = filled_in(row["pattern"].get<std::string>(), *fragments);
    if (!whole) return fail(whole.error());
    auto expression = std::make_unique<RE2>(*whole, options);
    if (!expression->ok()) {
      return fail({ErrorCode::invalid, "no pattern: " + expression->error(), row["id"].get<std::string>(),
                   "packs/deidentify", 0, 0, "Write it as RE2 takes it"});
    }
    out.patterns.push_back({std::move(expression), kind_of(row.value("kind", "number")),
                            out.find(row["id"].get<std::string>()), row.value("keeps", false), row.value("digits", 0),
                            row.value("town", false)});
  }
  return {};
}

}  // namespace

const Rule* Rules::find(std::string_view id) const {
  for (const auto& rule : all) {
    if (rule->id == id) return rule.get();
  }
  return nullptr;
}

Result<std::unique_ptr<Rules>> Rules::from_packs(const json& packs) {
  auto out = std::make_unique<Rules>();
  const json& pack = packs.at("deidentify");
  for (const char* list : {"rules", "patterns"}) {
    for (const json& row : pack.at(list))
      out->all.push_back(std::make_unique<Rule>(Rule{row["id"].get<std::string>(), row["reason"].get<std::string>()}));
  }
  const std::pair<const char*, const Rule**> known[] = {{"name-title", &out->title},
                                                        {"name-credential", &out->credential},
                                                        {"name-role", &out->role},
                                                        {"name-act", &out->act},
                                                        {"name-subject", &out->subject},
                                                        {"name-bare", &out->bare_name},
                                                        {"name-signature", &out->signature},
                                                        {"label", &out->label},
                                                        {"name-again", &out->again},
                                                        {"party", &out->party},
                                                        {"organisation", &out->organisation},
                                                        {"employment", &out->employment},
                                                        {"visit", &out->visit},
                                                        {"town", &out->town}};
  for (const auto& [id, rule] : known) {
    *rule = out->find(id);
    if (*rule == nullptr) {
      return fail({ErrorCode::invalid, "the rule has no reason in the pack", id, "packs/deidentify", 0, 0,
                   "Add it to `rules`"});
    }
  }
  for (const json& row : pack.at("labels"))
    out->labels.push_back({value_of(row["value"].get<std::string>()), kind_of(row.value("kind", "name")),
                           row.value("needs_no_colon", false)});
  for (const json& row : pack.at("organisations"))
    out->organisations.push_back(
        {kind_of(row["kind"].get<std::string>()), row.value("weak", false), row.value("leads", false)});
  if (const auto read = read_patterns(pack, *out); !read) return fail(read.error());
  return out;
}

}  // namespace openimr::corpus::deidentify
