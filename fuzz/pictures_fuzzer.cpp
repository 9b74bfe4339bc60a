// Any bytes as a picture: its pages are counted by their heads alone, within the bound.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cli/reader/picture_pages.h"
#include "cli/reader/pictures.h"
#include "engine.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool quiet = (reader::warm_up_pictures(), true);
  constexpr int kMost = 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto pages = reader::pages_of_picture(bytes, kMost);
  must(quiet && pages.size() <= kMost + 1, "no more pages are counted than one beyond the bound");
  for (const auto& page : pages) must(page.offset <= size, "a page begins in the file");
  return 0;
}
