#include "server/api/uploads.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/data.h"
#include "server/accounts/sessions.h"
#include "store/whole_file.h"

namespace openimr::server {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kMetaBytes = 64U << 10U;
constexpr std::size_t kIdLength = 43;

Error not_done() {
  return {ErrorCode::unavailable, "the disk does not take the upload", "", "", 0, 0, "Try again in a moment."};
}

Error no_such_upload() {
  return {ErrorCode::not_found,
          "there is no such upload",
          "",
          "",
          0,
          0,
          "Begin it anew: it was finished or given up, or is older than two days."};
}

bool is_id(std::string_view id) {
  return id.size() == kIdLength &&
         std::all_of(id.begin(), id.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

struct Kept {
  Upload upload;
  std::string key;
};

Result<void> write_meta(const fs::path& path, const Kept& kept) {
  const Upload& upload = kept.upload;
  const Json meta = {{"account", upload.account}, {"case", upload.case_number},
                     {"name", upload.name},       {"from", upload.from},
                     {"size", upload.size},       {"offset", upload.offset},
                     {"key", kept.key},           {"begun", upload.begun.time_since_epoch().count()}};
  auto file = store::WholeFile::beside(path, store::WholeFile::Readers::owner);
  if (!file || !file->write(meta.dump()) || !file->keep()) return fail(not_done());
  return {};
}

Result<Kept> read_meta(const fs::path& path) try {
  const auto text = read_file(path, kMetaBytes);
  if (!text) return fail(no_such_upload());
  const Json meta = Json::parse(*text);
  Upload upload{.id = path.stem().string(),
                .account = meta.at("account"),
                .case_number = meta.at("case"),
                .name = meta.at("name"),
                .from = meta.at("from"),
                .size = meta.at("size"),
                .offset = meta.at("offset"),
                .begun = Instant(Instant::duration(meta.at("begun").get<std::int64_t>()))};
  return Kept{std::move(upload), meta.at("key")};
} catch (const Json::exception&) {
  return fail(no_such_upload());  // nothing that we wrote
}

// A file of bytes, open for one writer at a time: others wait, in this process and in others.
class Bytes {
 public:
  Bytes(const fs::path& path, int how)
      : file_(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | how, S_IRUSR | S_IWUSR)) {
    if (file_ >= 0 && ::flock(file_, LOCK_EX) != 0) close();
  }
  ~Bytes() { close(); }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  bool is_open() const { return file_ >= 0; }

  bool write(std::uint64_t at, std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at));
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      at += static_cast<std::uint64_t>(written);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    // What stands behind was never acknowledged.
    return ::ftruncate(file_, static_cast<off_t>(at)) == 0 && ::fdatasync(file_) == 0;
  }

 private:
  void close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
  }
  int file_;
};

std::vector<Kept> all_in(const fs::path& folder) {
  std::vector<Kept> out;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    if (it->path().extension() != ".json") continue;
    if (auto kept = read_meta(it->path())) out.push_back(std::move(*kept));
  }
  return out;
}

bool make_private(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder.parent_path(), failed);
  return ::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST;
}

}  // namespace

Uploads::Uploads(fs::path folder, UploadLimits limits) : folder_(std::move(folder)), limits_(limits) {}

fs::path Uploads::meta_of(std::string_view id) const {
  return folder_ / (std::string(id) + ".json");
}

fs::path Uploads::file_of(const Upload& upload) const {
  return folder_ / (upload.id + ".part");
}

Result<Upload> Uploads::begin(Upload upload, const std::string& key, Instant now) {
  const std::lock_guard lock(beginning_);
  if (!make_private(folder_)) return fail(not_done());
  forget_old(now);
  std::uint64_t bytes = upload.size;
  std::uint64_t own_bytes = upload.size;
  int own = 0;
  for (const Kept& other : all_in(folder_)) {
    bytes += other.upload.size;
    if (other.upload.account != upload.account) continue;
    own_bytes += other.upload.size;
    ++own;
    if (key.empty() || other.key != key || other.upload.case_number != upload.case_number) continue;
    if (other.upload.name == upload.name && other.upload.size == upload.size) return other.upload;
    return fail({ErrorCode::wrong_use, "the key was used for another file", "", "", 0, 0,
                 "Use a key of its own for each file."});
  }
  if (own >= limits_.open || own_bytes > limits_.bytes_of_account)
    return fail({ErrorCode::wrong_use, "too many uploads are open", std::to_string(own), "", 0, 0,
                 "Finish or cancel some of them first."});
  if (bytes > limits_.bytes) return fail(not_done());
  upload.id = new_token();
  upload.begun = now;
  upload.offset = 0;
  if (!Bytes(file_of(upload), O_CREAT | O_EXCL).is_open()) return fail(not_done());
  if (auto done = write_meta(meta_of(upload.id), {upload, key}); !done) return fail(done.error());
  return upload;
}

Result<Upload> Uploads::find(std::string_view id, std::string_view account, std::string_view case_number) const {
  if (!is_id(id)) return fail(no_such_upload());
  auto kept = read_meta(meta_of(id));
  if (!kept || kept->upload.account != account || kept->upload.case_number != case_number)
    return fail(no_such_upload());
  return std::move(kept->upload);
}

Result<Upload> Uploads::add(const Upload& upload, std::uint64_t offset, std::string_view bytes) {
  const Bytes file(file_of(upload), 0);
  if (!file.is_open()) return fail(no_such_upload());
  auto kept = read_meta(meta_of(upload.id));
  if (!kept) return fail(kept.error());
  Upload& now = kept->upload;
  if (offset != now.offset)
    return fail({ErrorCode::wrong_use, "the upload goes on elsewhere", std::to_string(now.offset), "", 0, 0,
                 "Send the bytes from there on."});
  if (bytes.size() > now.size - now.offset)
    return fail({ErrorCode::invalid, "there are more bytes than the upload was to have", std::to_string(now.size), "",
                 0, 0, "Begin it anew, with its size."});
  if (!file.write(offset, bytes)) return fail(not_done());
  now.offset += bytes.size();
  if (auto done = write_meta(meta_of(now.id), *kept); !done) return fail(done.error());
  return std::move(now);
}

Result<void> Uploads::remove(const Upload& upload) {
  const Bytes nobody_writes(file_of(upload), 0);
  std::error_code failed;
  fs::remove(meta_of(upload.id), failed);
  if (failed) return fail(not_done());
  fs::remove(file_of(upload), failed);  // what stays behind is no upload any more
  return {};
}

void Uploads::forget_old(Instant now) {
  for (const Kept& kept : all_in(folder_)) {
    if (kept.upload.begun + kUploadKept < now) static_cast<void>(remove(kept.upload));
  }
  std::error_code failed;
  for (fs::directory_iterator it(folder_, failed), end; !failed && it != end; it.increment(failed)) {
    const fs::path& path = it->path();
    struct stat about{};
    if (path.extension() == ".json" || ::lstat(path.c_str(), &about) != 0) continue;
    const bool is_old = Instant(std::chrono::seconds(about.st_mtim.tv_sec)) + kUploadKept < now;
    if (is_old && !fs::exists(folder_ / (path.stem().string() + ".json"), failed)) fs::remove(path, failed);
  }
}

}  // namespace openimr::server
