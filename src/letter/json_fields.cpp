#include "letter/json_fields.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/clean_text.h"

namespace openimr::letter {
namespace {

using nlohmann::json;

// The value as a message shows it.
std::string shown(const json& value) {
  constexpr std::size_t kShown = 60;
  std::string text = value.is_string() ? value.get<std::string>() : "";
  if (!value.is_string()) {
    text = value.is_structured() ? std::string(value.is_array() ? "[...]" : "{...}") : value.dump();
  }
  if (text.size() <= kShown) return text;
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

}  // namespace

void FirstProblem::add(const std::string& path, const std::string& message, const std::string& offending,
                       const std::string& remedy) {
  if (error_) return;
  error_ =
      Error{ErrorCode::invalid, path.empty() ? message : path + ": " + message, offending, document_, 0, 0, remedy};
}

Fields::Fields(const json& object, std::string path, FirstProblem& problem)
    : object_(&object), path_(std::move(path)), problem_(&problem) {
  if (object.is_object()) return;
  problem.add(path_, "not an object", shown(object), "It must be {...}, with the keys of docs/formats.md.");
}

std::string Fields::path_of(const char* key) const {
  return path_.empty() ? key : path_ + "." + key;
}

const json* Fields::find(const char* key) const {
  if (!object_->is_object()) return nullptr;
  const auto found = object_->find(key);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

void Fields::missing(const char* key, const std::string& remedy) const {
  problem_->add(path_of(key), "missing", "", remedy);
}

void Fields::wrong(const char* key, const std::string& message, const std::string& remedy) const {
  const json* value = find(key);
  problem_->add(path_of(key), message, value == nullptr ? "" : shown(*value), remedy);
}

std::string Fields::checked(const json& value, const std::string& path) const {
  if (!value.is_string()) {
    problem_->add(path, "not text", shown(value), "Put it in quotes, or null where it is not stated.");
    return "";
  }
  const auto& text = value.get_ref<const std::string&>();
  if (text.size() > kLongestText) {
    problem_->add(path, fmt::format("longer than {} MiB", kLongestText >> 20U), "", "No letter holds so much.");
    return "";
  }
  if (first_invalid_utf8(text) != std::string_view::npos) {
    problem_->add(path, "not UTF-8", "", "Save the file as UTF-8.");
    return "";
  }
  return text;
}

std::optional<int> Fields::checked(const json& value, const std::string& path, int least, int most) const {
  if (!value.is_number_integer() || value < least || value > most) {
    problem_->add(path, fmt::format("not a whole number from {} to {}", least, most), shown(value),
                  "Write it without quotes.");
    return std::nullopt;
  }
  return value.get<int>();
}

std::string Fields::text(const char* key) const {
  const json* value = find(key);
  return value == nullptr ? "" : checked(*value, path_of(key));
}

std::optional<std::string> Fields::one_of(const char* key, const std::vector<std::string>& known) const {
  if (find(key) == nullptr) return std::nullopt;
  std::string value = text(key);
  if (std::find(known.begin(), known.end(), value) != known.end()) return value;
  wrong(key, "not a value that is known here", fmt::format("It is one of: {}.", fmt::join(known, ", ")));
  return std::nullopt;
}

std::optional<Date> Fields::date(const char* key) const {
  if (find(key) == nullptr) return std::nullopt;
  const auto date = Date::from_iso(text(key));
  if (!date) wrong(key, "not a date", "Write it as YYYY-MM-DD: 2015-08-25.");
  return date;
}

std::optional<int> Fields::number(const char* key, int least, int most) const {
  const json* value = find(key);
  return value == nullptr ? std::nullopt : checked(*value, path_of(key), least, most);
}

bool Fields::flag(const char* key) const {
  const json* value = find(key);
  if (value == nullptr) return false;
  if (!value->is_boolean()) wrong(key, "neither true nor false", "Write it without quotes.");
  return value->is_boolean() && value->get<bool>();
}

const json* Fields::list(const char* key, std::size_t most) const {
  const json* value = find(key);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) {
    wrong(key, "not a list", "Put it in [ ], also where there is only one.");
    return nullptr;
  }
  if (value->size() > most) {
    problem_->add(path_of(key), fmt::format("more than {} entries", most), "", "No letter holds so many.");
    return nullptr;
  }
  return value;
}

std::vector<std::string> Fields::texts(const char* key, std::size_t most) const {
  std::vector<std::string> out;
  const json* entries = list(key, most);
  for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i)
    out.push_back(checked((*entries)[i], fmt::format("{}[{}]", path_of(key), i)));
  return out;
}

std::vector<int> Fields::numbers(const char* key, std::size_t most, int least, int highest) const {
  std::vector<int> out;
  const json* entries = list(key, most);
  for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i)
    out.push_back(checked((*entries)[i], fmt::format("{}[{}]", path_of(key), i), least, highest).value_or(0));
  return out;
}

void Fields::each(const char* key, std::size_t most, const std::function<void(const Fields&)>& take) const {
  const json* entries = list(key, most);
  for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i)
    take(Fields((*entries)[i], fmt::format("{}[{}]", path_of(key), i), *problem_));
}

std::optional<Fields> Fields::object(const char* key) const {
  const json* value = find(key);
  if (value == nullptr) return std::nullopt;
  return Fields(*value, path_of(key), *problem_);
}

std::vector<std::string> Fields::text_or_texts(const char* key, std::size_t most) const {
  const json* value = find(key);
  if (value != nullptr && value->is_string()) return {text(key)};
  return texts(key, most);
}

}  // namespace openimr::letter
