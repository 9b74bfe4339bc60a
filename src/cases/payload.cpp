#include "cases/payload.h"

#include <simdjson.h>

namespace openimr::cases {
namespace {

using nlohmann::json;
using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr int kDeepest = 32;

// Nothing that simdjson reads is lost: numbers stay whole numbers where they are, text is text.
bool to_json(const element& value, json& out, int depth) {
  if (depth > kDeepest) return false;
  switch (value.type()) {
    case element_type::ARRAY: {
      out = json::array();
      auto& list = out.get_ref<json::array_t&>();
      const simdjson::dom::array all = value.get_array().value_unsafe();
      list.reserve(all.size());
      for (const element each : all) {
        if (!to_json(each, list.emplace_back(), depth + 1)) return false;
      }
      return true;
    }
    case element_type::OBJECT: {
      out = json::object();
      auto& map = out.get_ref<json::object_t&>();
      for (const auto& [key, each] : value.get_object().value_unsafe()) {
        if (!to_json(each, map[std::string(key)], depth + 1)) return false;
      }
      return true;
    }
    case element_type::STRING:
      out = std::string(value.get_string().value_unsafe());
      return true;
    case element_type::INT64: {
      const std::int64_t number = value.get_int64().value_unsafe();
      out = number < 0 ? json(number) : json(static_cast<std::uint64_t>(number));
      return true;
    }
    case element_type::UINT64:
      out = value.get_uint64().value_unsafe();
      return true;
    case element_type::DOUBLE:
      out = value.get_double().value_unsafe();
      return true;
    case element_type::BOOL:
      out = value.get_bool().value_unsafe();
      return true;
    case element_type::NULL_VALUE:
      out = nullptr;
      return true;
  }
  return false;
}

bool read_text(const element& value, std::string& out) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return false;
  out = text;
  return true;
}

bool read_texts(const element& value, std::vector<std::string>& out) {
  simdjson::dom::array all;
  if (value.get(all) != simdjson::SUCCESS) return false;
  for (const element each : all) {
    if (!read_text(each, out.emplace_back())) return false;
  }
  return true;
}

bool read_field(std::string_view key, const element& value, Payload& out) {
  if (key == "on") return read_text(value, out.on);
  if (key == "state") return read_text(value, out.state);
  if (key == "why") return read_text(value, out.why);
  if (key == "starts") return read_texts(value, out.starts);
  if (key == "meets") return read_texts(value, out.meets);
  return key != "what" || (value.is_object() && to_json(value, out.what, 0));
}

}  // namespace

bool read_payload(std::string_view text, Payload& out) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object all;
  if (parser.parse(text.data(), text.size()).get(all) != simdjson::SUCCESS) return false;
  for (const auto& [key, value] : all) {
    if (!read_field(key, value, out)) return false;
  }
  return !out.on.empty() && !out.state.empty();
}

}  // namespace openimr::cases
