#include "server/http/response.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/clean_text.h"

namespace openimr::server {
namespace {

Response typed(std::string text, std::string media_type, int status) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", std::move(media_type));
  response.body = std::move(text);
  return response;
}

bool is_plain(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_';
}

}  // namespace

Response text(std::string text, int status) {
  return typed(std::move(text), "text/plain; charset=utf-8", status);
}

Response json(const nlohmann::json& value, int status) {
  return json_text(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), status);
}

Response json_in_order(const nlohmann::ordered_json& value) {
  return json_text(value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Response json_text(std::string json, int status) {
  return typed(std::move(json), "application/json", status);
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response see_other(std::string location) {
  Response response;
  response.status = 303;
  response.headers.add("Location", std::move(location));
  return response;
}

Response document(Body body, std::string media_type, std::string_view save_as) {
  Response response;
  response.headers.add("Content-Type", std::move(media_type));
  if (!save_as.empty()) response.headers.add("Content-Disposition", attachment(save_as));
  response.body = std::move(body);
  response.ranges = true;
  return response;
}

std::string attachment(std::string_view name) {
  constexpr std::size_t kLongest = 200;
  std::string_view kept = name.substr(name.find_last_of("/\\") + 1).substr(0, kLongest);
  if (const auto broken = first_invalid_utf8(kept); broken != std::string_view::npos) kept = kept.substr(0, broken);
  std::string plain;
  std::string encoded;
  for (const char c : kept) {
    plain += is_plain(c) ? c : '_';
    encoded += is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  if (plain.find_first_not_of("._") == std::string::npos) return "attachment";
  if (plain == kept) return fmt::format("attachment; filename=\"{}\"", plain);
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, encoded);
}

}  // namespace openimr::server
