// The methods of HTTP that the server knows.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace openimr::server {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };

inline constexpr std::array<std::string_view, 7> kMethodNames = {"GET",   "HEAD",   "POST",   "PUT",
                                                                 "PATCH", "DELETE", "OPTIONS"};

inline std::string_view name_of(Method method) {
  return kMethodNames[static_cast<std::size_t>(method)];
}

// Names of methods are written in capitals, and in no other way.
inline std::optional<Method> method_of(std::string_view name) {
  for (std::size_t i = 0; i < kMethodNames.size(); ++i)
    if (kMethodNames[i] == name) return static_cast<Method>(i);
  return {};
}

}  // namespace openimr::server
