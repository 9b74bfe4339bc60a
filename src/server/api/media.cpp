#include "server/api/media.h"

#include <algorithm>

#include "base/clean_text.h"
#include "records/record_kind.h"

namespace openimr::server {
namespace {

constexpr Media kOther{"application/octet-stream", false};

bool is_plain(std::string_view text) {
  const auto steers = [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  };
  return std::none_of(text.begin(), text.end(), steers) && first_invalid_utf8(text) == std::string_view::npos;
}

bool begins_with_markup(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\f");
  return first != std::string_view::npos && text[first] == '<';
}

}  // namespace

Media media_of(std::string_view bytes) {
  using enum Media::Shown;
  constexpr std::size_t kFirst = 1024;
  switch (records::record_kind(bytes.substr(0, kFirst))) {
    case records::RecordKind::pdf:
      return {"application/pdf", true, pdf};
    case records::RecordKind::picture:
      if (bytes.starts_with("\x89PNG")) return {"image/png", true, picture};
      if (bytes.starts_with("\xFF\xD8\xFF")) return {"image/jpeg", true, picture};
      return {"image/tiff", true, text};
    case records::RecordKind::text:
      return is_plain(bytes) && !begins_with_markup(bytes) ? Media{"text/plain; charset=utf-8"} : kOther;
    case records::RecordKind::html:
    case records::RecordKind::zip:
    case records::RecordKind::office:
      break;
  }
  return kOther;
}

}  // namespace openimr::server
