#include "server/http/static_files.h"

#include "base/data.h"
#include "server/http/coding.h"
#include "server/http/etag.h"
#include "server/http/media_type.h"
#include "server/http/problem.h"

namespace openimr::server {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = 256U << 20U;
constexpr std::size_t kWorthCompressing = 1024;
constexpr int kSmallest = 9;
constexpr const char* kIndex = "/index.html";

bool is_of_api(std::string_view path) {
  return path == "/api" || path.starts_with("/api/");
}

std::shared_ptr<const std::string> share(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace

Result<StaticFiles> StaticFiles::read(const fs::path& folder) {
  std::error_code failed;
  std::map<std::string, std::string> read;
  std::uint64_t total = 0;
  for (auto entry = fs::recursive_directory_iterator(folder, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    if (entry->symlink_status().type() != fs::file_type::regular) continue;
    auto bytes = read_file(entry->path(), kMostBytes);
    if (!bytes) return fail(bytes.error());
    total += bytes->size();
    if (total > kMostBytes)
      return fail({ErrorCode::unreadable, "more than 256 MiB of files", "", folder.string(), 0, 0,
                   "Name the folder that the web application was built into."});
    read.emplace('/' + entry->path().lexically_relative(folder).generic_string(), std::move(*bytes));
  }
  if (failed)
    return fail({failed == std::errc::no_such_file_or_directory ? ErrorCode::not_found : ErrorCode::unreadable,
                 "a folder of web pages that cannot be read", "", folder.string(), 0, 0,
                 "Build the target `web`, or name the folder that it was built into."});

  StaticFiles files;
  for (const auto& [name, bytes] : read) {
    const fs::path path(name);
    if ((path.extension() == ".gz" || path.extension() == ".br") && read.contains(name.substr(0, name.size() - 3)))
      continue;
    File file{std::string(media_type_of(path.extension().string())), tag_of(bytes), share(bytes), nullptr, nullptr};
    if (const auto shipped = read.find(name + ".gz"); shipped != read.end())
      file.gzip = share(shipped->second);
    else if (bytes.size() > kWorthCompressing && is_compressible(file.media_type))
      file.gzip = share(gzip(bytes, kSmallest));
    if (const auto shipped = read.find(name + ".br"); shipped != read.end()) file.brotli = share(shipped->second);
    files.files_.emplace(name, std::move(file));
  }
  return files;
}

const StaticFiles::File* StaticFiles::find(const Request& request) const {
  if (const auto found = files_.find(request.path); found != files_.end()) return &found->second;
  const bool wants_page = request.headers["Accept"].find("text/html") != std::string_view::npos;
  if (request.path != "/" && (is_of_api(request.path) || !wants_page)) return nullptr;
  const auto index = files_.find(kIndex);
  return index == files_.end() ? nullptr : &index->second;
}

Response StaticFiles::answer(const Request& request) const {
  const File* file = find(request);
  if (file == nullptr) return server::answer(request, not_found("There is nothing at this address."));
  Response response;
  response.headers.add("Content-Type", file->media_type);
  const bool is_hashed = request.path.starts_with("/assets/") && files_.contains(request.path);
  response.headers.add("Cache-Control", is_hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (file->gzip || file->brotli) response.headers.add("Vary", "Accept-Encoding");

  const std::string_view accepted = request.headers["Accept-Encoding"];
  const bool whole = !request.headers.has("Range");
  const auto coded = [&](const char* coding, const Bytes& bytes) {
    response.headers.add("ETag", coded_tag(file->tag, coding));
    response.headers.add("Content-Encoding", coding);
    response.body = bytes;
  };
  response.compress = false;
  if (whole && file->brotli && takes(accepted, "br")) {
    coded("br", file->brotli);
  } else if (whole && file->gzip && takes(accepted, "gzip")) {
    coded("gzip", file->gzip);
  } else {
    response.headers.add("ETag", file->tag);
    response.body = file->bytes;
    response.ranges = true;
  }
  return response;
}

}  // namespace openimr::server
