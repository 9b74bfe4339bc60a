// Where a store is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace openimr::store {

enum class Engine : std::uint8_t { sqlite, postgresql };

struct Address {
  Engine engine = Engine::sqlite;
  std::string connect;  // what the engine is opened with: a path, or what libpq takes
  std::string shown;    // for messages: without a password

  // Reads "sqlite:PATH", a plain path, "postgresql://USER@HOST/NAME" (or postgres://) and "postgresql:host=...
  // dbname=...".
  static Result<Address> of(std::string_view text);
};

}  // namespace openimr::store
