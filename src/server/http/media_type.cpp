#include "server/http/media_type.h"

#include <array>

namespace openimr::server {
namespace {

struct Known {
  std::string_view extension;
  std::string_view type;
};
constexpr std::array kKnown = std::to_array<Known>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".yaml", "application/yaml"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".wasm", "application/wasm"},
    {".pdf", "application/pdf"},
    {".bcmap", "application/octet-stream"},
});

}  // namespace

std::string_view media_type_of(std::string_view extension) {
  for (const auto& [known, type] : kKnown)
    if (known == extension) return type;
  return "application/octet-stream";
}

}  // namespace openimr::server
