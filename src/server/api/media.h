// What a document is to a browser, by its first bytes: shown where that is harmless, saved where not.
#pragma once

#include <cstdint>
#include <string_view>

namespace openimr::server {

struct Media {
  enum class Shown : std::uint8_t { pdf, picture, text };

  std::string_view type;   // "application/pdf"
  bool is_shown = true;    // else it is only ever saved
  Shown as = Shown::text;  // what a page shows of it: itself, or the text that was read of it
};

// PDF, PNG, JPEG, TIFF and plain text in UTF-8; all else is application/octet-stream, HTML too, whatever is in it.
// Names of files decide nothing.
Media media_of(std::string_view bytes);

}  // namespace openimr::server
