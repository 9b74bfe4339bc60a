// Any bytes as a text file, in every set of characters: what comes is valid UTF-8 or nothing, and what is UTF-8 already
// stays as it is.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/clean_text.h"
#include "engine.h"
#include "records/encodings.h"

using namespace openimr;
using fuzzing::must;

namespace {

bool is_utf8(std::string_view text) {
  return first_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  must(is_utf8(records::mended_utf8(bytes)), "mended UTF-8 is UTF-8");
  must(is_utf8(records::from_windows_1252(bytes)), "Windows-1252 becomes UTF-8");
  must(is_utf8(records::from_utf16(bytes, true)) && is_utf8(records::from_utf16(bytes, false)), "UTF-16 becomes UTF-8");
  if (is_utf8(bytes)) must(records::mended_utf8(bytes) == bytes, "what is UTF-8 needs no mending");
  const auto text = records::text_file_as_utf8(std::string(bytes));
  if (!text) return 0;
  must(is_utf8(*text), "a text file is UTF-8");
  must(text->find('\0') == std::string::npos, "a text holds no NUL");
  if (is_utf8(bytes) && !bytes.starts_with("\xEF\xBB\xBF")) must(*text == bytes, "UTF-8 stays as it is");
  return 0;
}
