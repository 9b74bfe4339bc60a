#include <algorithm>

#include <fmt/format.h>

#include "base/clean_text.h"
#include "cases/event_types.h"

namespace openimr::cases {
namespace {

using nlohmann::json;
using Kind = FieldKind;

constexpr bool kRequired = true;
constexpr bool kOptional = false;

bool is_text(const json& value, std::string_view key, bool required) {
  const auto found = value.find(key);
  return found == value.end() ? !required
                              : found->is_string() && (!required || !found->get_ref<const std::string&>().empty());
}

bool is_day(const json& value) {
  return value.is_string() && Date::from_iso(value.get_ref<const std::string&>()).has_value();
}

bool is_day(const json& value, std::string_view key) {
  const auto found = value.find(key);
  return found == value.end() || found->is_null() || is_day(*found);
}

bool is_decision(const json& value) {
  return value == "Upheld" || value == "Overturned";
}

bool is_document(const json& value) {
  return value.is_string() && store::Hash::from_hex(value.get_ref<const std::string&>()).has_value();
}

bool is_party(const json& value, const program::Programme& programme) {
  return value.is_object() && is_text(value, "role", kRequired) && is_text(value, "name", kRequired) &&
         is_text(value, "address", kOptional) && is_text(value, "by", kOptional) &&
         (!value.contains("by") || programme.way(value["by"].get<std::string>()) != nullptr);
}

bool is_item(const json& value) {
  return value.is_object() && is_text(value, "text", kRequired) && is_day(value, "service_date") &&
         is_text(value, "reasons", kOptional) && is_text(value, "guideline", kOptional);
}

bool is_received(const json& value) {
  return value.is_object() && value.contains("document") && is_document(value["document"]) &&
         is_text(value, "name", kRequired) && is_text(value, "kind", kOptional) && is_day(value, "date");
}

bool is_number(const json& value, int least) {
  constexpr int kMost = 999'999'999;
  return value.is_number_integer() && value >= least && value <= kMost;
}

bool is_drafted(const json& value) {
  return value.is_object() && value.contains("item") && is_number(value["item"], 1) && value.contains("decision") &&
         (value["decision"].is_null() || is_decision(value["decision"]));
}

// What is required is not given by nothing.
bool is_empty(const json& value) {
  return value == "" || (value.is_array() && value.empty());
}

bool is_utf8(const CaseEvent& event) {
  try {
    return event.what.dump() != "" && first_invalid_utf8(event.why) == std::string::npos;
  } catch (const json::type_error&) {
    return false;
  }
}

template <class Is>
bool all(const json& value, const Is& is) {
  return value.is_array() && std::all_of(value.begin(), value.end(), is);
}

bool is_of_kind(const json& value, Kind kind, const program::Programme& programme) {
  switch (kind) {
    case Kind::text:
      return value.is_string();
    case Kind::role:
      return value.is_string() && !value.get_ref<const std::string&>().empty();
    case Kind::reviewer:
      return value.is_string() && Actor::of("review:" + value.get<std::string>()).has_value();
    case Kind::day:
      return is_day(value);
    case Kind::number:
    case Kind::item:
      return is_number(value, kind == Kind::item ? 1 : 0);
    case Kind::decision:
      return is_decision(value);
    case Kind::priority:
      return value == "standard" || value == "expedited";
    case Kind::channel:
      return value.is_string() && programme.way(value.get_ref<const std::string&>()) != nullptr;
    case Kind::document:
      return is_document(value);
    case Kind::texts:
      return all(value, [](const json& each) { return each.is_string(); });
    case Kind::party:
      return is_party(value, programme);
    case Kind::parties:
      return all(value, [&](const json& each) { return is_party(each, programme); });
    case Kind::items:
      return all(value, is_item);
    case Kind::documents:
      return all(value, is_received);
    case Kind::decisions:
      return all(value, is_drafted);
  }
  return false;
}

// The first party of a sound field that the programme does not know.
std::optional<std::string> unknown_party(const json& value, Kind kind, const program::Programme& programme) {
  std::vector<std::string> named;
  if (kind == Kind::role) named.push_back(value);
  if (kind == Kind::party) named.push_back(value.at("role"));
  if (kind == Kind::parties) {
    for (const json& each : value) named.push_back(each.at("role"));
  }
  const auto unknown =
      std::find_if(named.begin(), named.end(), [&](const std::string& id) { return programme.party(id) == nullptr; });
  return unknown == named.end() ? std::nullopt : std::optional(*unknown);
}

std::string names_of(const EventType& type) {
  std::vector<std::string_view> names;
  for (const Field& field : type.fields) names.push_back(field.name);
  return names.empty() ? "It has none." : fmt::format("Its fields: {}.", fmt::join(names, ", "));
}

}  // namespace

Result<void> check_fields(const CaseEvent& event, const program::Programme& programme) {
  const EventType* type = event_type(event.type);
  if (type == nullptr)
    return fail({ErrorCode::wrong_use, "there is no such event", event.type, "", 0, 0,
                 "See what the case can do: openimr case next."});
  const auto wrong = [&](std::string message, std::string_view field, std::string remedy) {
    return fail({ErrorCode::wrong_use, fmt::format("{}: {}", event.type, message), std::string(field), "", 0, 0,
                 std::move(remedy)});
  };
  for (const Field& field : type->fields) {
    const auto found = event.what.find(field.name);
    const bool given = found != event.what.end();
    if (field.required && (!given || is_empty(*found)))
      return wrong("a field is missing", field.name, fmt::format("It is {}.", words_of(field.kind)));
    if (given && !is_of_kind(*found, field.kind, programme))
      return wrong("a field is not what it should be", field.name, fmt::format("It is {}.", words_of(field.kind)));
    if (const auto unknown = given ? unknown_party(*found, field.kind, programme) : std::nullopt)
      return wrong(fmt::format("{}: {} has no such party", field.name, programme.id()), *unknown,
                   fmt::format("Use one of: {}.", program::words_of(programme.parties())));
  }
  for (const auto& [name, value] : event.what.items()) {
    const std::string& given = name;
    const bool known =
        std::any_of(type->fields.begin(), type->fields.end(), [&](const Field& field) { return field.name == given; });
    if (!known) return wrong("there is no such field", given, names_of(*type));
  }
  if (!is_utf8(event)) return wrong("its text is not UTF-8", "", "Write it in UTF-8.");
  return {};
}

Result<json> field_from_text(const Field& field, std::string_view text) {
  switch (field.kind) {
    case Kind::text:
    case Kind::role:
    case Kind::reviewer:
    case Kind::day:
    case Kind::decision:
    case Kind::priority:
    case Kind::channel:
    case Kind::document:
      return json(text);
    case Kind::texts:
      if (text.empty() || text.front() != '[') return json::array({text});
      break;
    default:
      break;
  }
  auto value = json::parse(text, nullptr, false);
  if (value.is_discarded())
    return fail({ErrorCode::wrong_use, "a field cannot be read", std::string(field.name), "", 0, 0,
                 fmt::format("It is {}.", words_of(field.kind))});
  return value;
}

std::string_view words_of(FieldKind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::role:
      return "a party of the programme: employee, claims_administrator, ...";
    case Kind::reviewer:
      return "the id of a reviewer: A-Z a-z 0-9 . _ -";
    case Kind::day:
      return "a day (YYYY-MM-DD)";
    case Kind::number:
      return "a whole number";
    case Kind::item:
      return "the number of an item, from 1";
    case Kind::decision:
      return "Upheld or Overturned";
    case Kind::priority:
      return "standard or expedited";
    case Kind::channel:
      return "a way of service of the programme: mail, fax, electronic, ...";
    case Kind::document:
      return "the id of a document in the store";
    case Kind::texts:
      return "text, or a JSON list of text";
    case Kind::party:
      return R"(JSON: {"role", "name", "address"?, "by"?})";
    case Kind::parties:
      return R"(a JSON list of {"role", "name", "address"?, "by"?})";
    case Kind::items:
      return R"(a JSON list of {"text", "service_date"?, "reasons"?, "guideline"?})";
    case Kind::documents:
      return R"(a JSON list of {"document", "name", "kind"?, "date"?})";
    case Kind::decisions:
      return R"(a JSON list of {"item", "decision"})";
  }
  return "";
}

}  // namespace openimr::cases
