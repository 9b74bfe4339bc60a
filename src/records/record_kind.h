// What a record is, by its first bytes. Names of files decide nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace openimr::records {

enum class RecordKind : std::uint8_t {
  text,  // or whatever is none of the others
  pdf,
  html,
  picture,  // TIFF, PNG, JPEG
  zip,
  office,  // Word, Excel and the like, old (OLE), new (zip) and RTF: not read
};

// 1024 bytes are enough.
RecordKind record_kind(std::string_view first_bytes);

}  // namespace openimr::records
