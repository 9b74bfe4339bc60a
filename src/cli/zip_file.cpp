#include "cli/zip_file.h"

#include <archive.h>
#include <archive_entry.h>

namespace openimr::cli {
namespace {

constexpr int kRights = 0644;

struct Free {
  void operator()(archive* it) const { archive_write_free(it); }
  void operator()(archive_entry* it) const { archive_entry_free(it); }
};

}  // namespace

struct ZipFile::State {
  std::filesystem::path target;
  std::filesystem::path part;
  std::unique_ptr<archive, Free> out;

  ~State() {
    out.reset();
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
  }

  tl::unexpected<Error> cannot(ErrorCode code, const char* remedy) const {
    return fail({code, "cannot be written", "", target.string(), 0, 0, remedy});
  }
  tl::unexpected<Error> full() const { return cannot(ErrorCode::unavailable, "Check the room on the disk."); }
};

ZipFile::ZipFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipFile::~ZipFile() = default;
ZipFile::ZipFile(ZipFile&&) noexcept = default;
ZipFile& ZipFile::operator=(ZipFile&&) noexcept = default;

Result<ZipFile> ZipFile::create(const std::filesystem::path& target) {
  constexpr const char* kRemedy = "Check the folder and its rights.";
  auto state = std::make_unique<State>();
  state->target = target;
  if (std::filesystem::is_directory(target)) return state->cannot(ErrorCode::unreadable, kRemedy);
  state->part = target.string() + ".part";
  state->out.reset(archive_write_new());
  archive* out = state->out.get();
  if (archive_write_set_format_zip(out) != ARCHIVE_OK ||
      archive_write_open_filename(out, state->part.c_str()) != ARCHIVE_OK) {
    return state->cannot(ErrorCode::unreadable, kRemedy);
  }
  return ZipFile(std::move(state));
}

Result<void> ZipFile::add(const std::string& name, const std::string& bytes) {
  const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), kRights);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive* out = state_->out.get();
  if (archive_write_header(out, entry.get()) != ARCHIVE_OK ||
      archive_write_data(out, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size()) ||
      archive_write_finish_entry(out) != ARCHIVE_OK) {
    return state_->full();
  }
  return {};
}

Result<void> ZipFile::keep() {
  if (archive_write_close(state_->out.get()) != ARCHIVE_OK) return state_->full();
  std::error_code error;
  std::filesystem::rename(state_->part, state_->target, error);
  if (error) return state_->full();
  return {};
}

}  // namespace openimr::cli
