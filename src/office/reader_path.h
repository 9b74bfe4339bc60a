// Where openimr-reader stands, the program that takes foreign documents apart.
#pragma once

#include <filesystem>

namespace openimr::office {

// OPENIMR_READER where it is set; else beside this program, as in the build; else ../libexec/openimr, as installed.
std::filesystem::path reader_path();

}  // namespace openimr::office
