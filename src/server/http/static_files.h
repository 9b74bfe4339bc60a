// The files of the web application, all in memory. They are looked up in a table that is made once, so that no address
// can lead out of their folder.
//
//   const auto pages = StaticFiles::read("share/openimr/web");
//   router.otherwise("(pages)", [&](const Request& request) { return pages->answer(request); }, {.lane =
//   Lane::at_once});
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "server/http/request.h"
#include "server/http/response.h"

namespace openimr::server {

class StaticFiles {
 public:
  // No files: everything is answered 404.
  StaticFiles() = default;
  // Reads all files below the folder (links are passed over), with what is shipped compressed beside them (NAME.gz,
  // NAME.br); texts without a NAME.gz are compressed here. Fails with not_found, and unreadable (a file, or more than
  // 256 MiB in all).
  static Result<StaticFiles> read(const std::filesystem::path& folder);

  // What is under /assets/ has its hash in its name and may be kept for ever; all else is asked for again each time,
  // with its ETag. "/" is index.html. A page of the application (an address with no file, outside /api, asked for by a
  // browser that wants HTML) is index.html too; what is neither is a 404.
  Response answer(const Request& request) const;

  std::size_t size() const { return files_.size(); }

 private:
  using Bytes = std::shared_ptr<const std::string>;
  struct File {
    std::string media_type;
    std::string tag;
    Bytes bytes;
    Bytes gzip;    // none where it is not smaller
    Bytes brotli;  // none where none was shipped
  };
  const File* find(const Request& request) const;

  std::map<std::string, File, std::less<>> files_;  // by address: "/assets/index-4f1c.js"
};

}  // namespace openimr::server
