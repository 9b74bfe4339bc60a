// Values of settings as people write them: "20s", "64MiB", "8080".
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openimr::server {

std::optional<std::uint64_t> read_number(std::string_view text);
// "512", "16KiB", "1MiB", "2GiB"; a space may stand before the unit.
std::optional<std::uint64_t> read_bytes(std::string_view text);
// "500ms", "20s", "15min", "12h"; a space may stand before the unit, and there is no time without one.
std::optional<std::chrono::milliseconds> read_time(std::string_view text);

// As they are read, in the largest unit that divides them.
std::string bytes_text(std::uint64_t bytes);
std::string time_text(std::chrono::milliseconds time);

}  // namespace openimr::server
