// What the server tells whoever runs it: a line of JSON for each request and event, on standard error.
//
//   {"time":"2015-10-19T12:00:00.123Z","level":"info","event":"request","id":"4f0c5a8e91d2b376","method":"GET",
//    "route":"/api/cases/{number}","status":200,"ms":1.204,"in":0,"out":1873,"role":"reviewer"}
//
// Nothing that is logged holds a name, a case number, a token, an address as it was asked, or a text that came from
// outside; the types of the functions here take none.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>

#include "server/http/observer.h"

namespace openimr::server {

enum class LogFormat : std::uint8_t { json, text, off };
enum class LogLevel : std::uint8_t { info, warning, error };

class Logs {
 public:
  explicit Logs(LogFormat format, int descriptor = 2);
  ~Logs();
  Logs(const Logs&) = delete;
  Logs& operator=(const Logs&) = delete;

  void request(const Answered& answered);
  // An event with figures or words of the program's own: event(LogLevel::info, "stopping", {{"connections", 3}}).
  using Value = std::variant<std::int64_t, double, const char*>;
  void event(LogLevel level, const char* what, std::initializer_list<std::pair<const char*, Value>> values = {});
  // A handler failed with an exception of this type.
  void failure(std::string_view id, std::string_view pattern, std::string_view type);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace openimr::server
