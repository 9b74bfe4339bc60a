// What the records of a case are called: below records/, each name once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "cases/case.h"

namespace openimr::office {

// The name of a file as its sender gives it, made harmless: without folders, control characters and signs that turn
// the direction of writing, no dot or blank at its head or end, at most 100 characters with the ending kept. "record"
// where nothing is left.
std::string harmless_name(std::string_view given);

// "records/report.pdf", or "records/report-2.pdf" where the case, or what is `added` to it ([{name}]), has one of that
// name.
std::string record_name(const std::filesystem::path& file, const cases::Case& c, const nlohmann::json& added);

}  // namespace openimr::office
