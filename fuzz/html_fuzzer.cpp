// Any bytes as an HTML page: its text is valid UTF-8 within the limit and without gaps of more than one empty line, and
// twice gives the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/clean_text.h"
#include "cli/reader/html.h"
#include "engine.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  records::ReaderLimits limits;
  limits.text = 4096;
  const auto read = reader::html_text(bytes, limits);
  const auto again = reader::html_text(bytes, limits);
  must(read.index() == again.index(), "twice gives the same");
  const auto* text = std::get_if<std::string>(&read);
  if (text == nullptr) return 0;
  must(*text == std::get<std::string>(again), "twice gives the same text");
  must(text->size() <= limits.text, "a text keeps its limit");
  must(first_invalid_utf8(*text) == std::string::npos, "the text of a page is UTF-8");
  must(text->find('\0') == std::string::npos, "a text holds no NUL");
  return 0;
}
