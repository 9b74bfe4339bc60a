#include "corpus/collection/packed.h"

#include <zstd.h>

namespace openimr::corpus {
namespace {

constexpr int kLevel = 1;
constexpr unsigned long long kLargest = 128ULL << 20U;

}  // namespace

std::string packed(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), kLevel));
  return out;
}

Result<std::string> unpacked(std::string_view bytes) {
  const auto broken = fail({ErrorCode::invalid, "a kept letter is damaged", "", "", 0, 0,
                            "Bring the file of letters back from a copy, or collect the letters anew."});
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kLargest) return broken;
  std::string out(size, '\0');
  const std::size_t read = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(read) != 0 || read != size) return broken;
  return out;
}

}  // namespace openimr::corpus
