#include "records/record_kind.h"

#include <array>

#include "records/untrusted.h"

namespace openimr::records {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  RecordKind kind;
};
constexpr std::array kSignatures = {
    Signature{"II*\0"sv, RecordKind::picture},
    Signature{"MM\0*"sv, RecordKind::picture},
    Signature{"II+\0"sv, RecordKind::picture},
    Signature{"MM\0+"sv, RecordKind::picture},
    Signature{"\x89PNG\r\n\x1A\n"sv, RecordKind::picture},
    Signature{"\xFF\xD8\xFF"sv, RecordKind::picture},
    Signature{"PK\x03\x04"sv, RecordKind::zip},
    Signature{"PK\x05\x06"sv, RecordKind::zip},
    Signature{"\xD0\xCF\x11\xE0"sv, RecordKind::office},
    Signature{"{\\rtf"sv, RecordKind::office},
};

// A document of an office program names its parts in the first entry; one of OpenDocument its type.
bool is_office_zip(std::string_view first_bytes) {
  constexpr std::size_t kNameAt = 30;
  if (first_bytes.size() < kNameAt) return false;
  const auto name = first_bytes.substr(kNameAt);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/vnd.oasis") ||
         name.starts_with("_rels/.rels") || name.starts_with("docProps/");
}

}  // namespace

RecordKind record_kind(std::string_view first_bytes) {
  for (const auto& [bytes, kind] : kSignatures) {
    if (!first_bytes.starts_with(bytes)) continue;
    return kind == RecordKind::zip && is_office_zip(first_bytes) ? RecordKind::office : kind;
  }
  const auto kind = kind_of(first_bytes);
  if (!kind) return RecordKind::text;
  return *kind == DocumentKind::pdf ? RecordKind::pdf : RecordKind::html;
}

}  // namespace openimr::records
