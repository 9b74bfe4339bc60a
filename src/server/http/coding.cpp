#include "server/http/coding.h"

#include <cassert>
#include <stdexcept>

#include <zlib.h>

#include "server/http/fields.h"

namespace openimr::server {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "0", "0.", "0.000".
bool is_zero(std::string_view quality) {
  return !quality.empty() && quality.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool takes(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const std::string_view one = accept_encoding.substr(0, accept_encoding.find(','));
    accept_encoding.remove_prefix(std::min(one.size() + 1, accept_encoding.size()));
    const std::string_view name = trimmed(one.substr(0, one.find(';')));
    const auto quality = one.find("q=");
    const bool taken = quality == std::string_view::npos || !is_zero(trimmed(one.substr(quality + 2)));
    if (same_name(name, coding, Names::any_case)) return taken;
    if (name == "*") any = taken;
  }
  return any;
}

bool is_compressible(std::string_view media_type) {
  const std::string_view type = trimmed(media_type.substr(0, media_type.find(';')));
  return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") || type == "application/json" ||
         type == "application/jsonl" || type == "application/javascript" || type == "application/yaml" ||
         type == "application/wasm" || type == "application/manifest+json";
}

std::string gzip(std::string_view bytes, int level) {
  constexpr int kGzipWindow = 15 + 16;
  constexpr int kMemory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  assert(ended == Z_STREAM_END);
  return out;
}

}  // namespace openimr::server
