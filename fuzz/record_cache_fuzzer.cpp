// Entries of the cache of records: what is taken is a text with pages, and is written back as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "records/record_cache.h"

using namespace openimr::records;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto content = decode(bytes);
  if (!content) return 0;
  for (const RecordFile& file : content->files) {
    if (file.pages.size() != file.text.page_begins.size() || file.pages.empty()) std::abort();
    for (const WordBox& word : file.text.words) static_cast<void>(file.text.place(file.name, word.span));
  }
  const auto again = decode(encode(*content));
  if (!again || again->files.size() != content->files.size()) std::abort();
  return 0;
}
