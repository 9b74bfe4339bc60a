// A file of a case's records, kept in the store.
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "records/case_file.h"
#include "store/store.h"

namespace openimr::office {

// Keeps the file as it is (at most 512 MiB), and gives what an event says of it: {document, name, kind?, date?}. Kind
// and date are those of the first document that `read` found in the file, which is called `read_as` there.
Result<nlohmann::json> keep_record(store::Store& store, const std::filesystem::path& file, const std::string& name,
                                   const records::CaseFile& read, const std::string& read_as);

}  // namespace openimr::office
