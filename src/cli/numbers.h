// Numbers as a person reads them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace openimr::cli {

// "1,204".
std::string grouped(std::uint64_t number);
// "1 letter", "1,204 letters".
std::string counted(std::uint64_t number, std::string_view what);
// "0:07", "12:40", "3:02:11".
std::string clock_time(std::chrono::duration<double> time);

}  // namespace openimr::cli
