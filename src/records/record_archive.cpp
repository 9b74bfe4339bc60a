#include "records/record_archive.h"

#include <set>
#include <utility>

#include <fmt/core.h>

#include "records/visible_text.h"

namespace openimr::records {
namespace {

constexpr int kMostFiles = 2000;
constexpr std::uint64_t kMostTimes = 200;
constexpr std::uint64_t kAnyTimes = 64U << 20U;  // bytes that may unpack from however little
constexpr std::size_t kLongestName = 200;

// A name to be shown and to look things up with.
std::string shown(const std::string& name) {
  std::string out;
  append_visible(out, name);
  if (out.size() <= kLongestName) return out;
  std::size_t end = kLongestName;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  return out.substr(0, end);
}

bool is_left_by_a_system(const std::string& name) {
  const auto slash = name.rfind('/');
  const std::string_view last = std::string_view(name).substr(slash == std::string::npos ? 0 : slash + 1);
  return last.empty() || last.starts_with('.') || name.starts_with("__MACOSX/");
}

Error too_much(std::string message) {
  return {ErrorCode::unreadable, std::move(message), {}, {}, 0, 0, "Unpack it yourself if you trust it."};
}

}  // namespace

Result<void> read_record_archive(const std::filesystem::path& program, const std::filesystem::path& archive,
                                 std::uint64_t size, const ReaderLimits& limits, const ArchivedFile& each) {
  std::set<std::string> names;
  std::uint64_t unpacked = 0;
  int files = 0;
  std::optional<Error> beyond;
  const auto entry = [&](const std::string& name, Result<std::string> bytes) {
    if (is_left_by_a_system(name)) return true;
    unpacked += bytes ? bytes->size() : 0;
    if (++files > kMostFiles) {
      beyond = too_much(fmt::format("it holds more than {} files; those after them are lost", kMostFiles));
    } else if (unpacked > limits.file || (unpacked > kAnyTimes && unpacked / kMostTimes > size)) {
      beyond = too_much(fmt::format("it unpacks to far more than its size: what follows '{}' is lost", shown(name)));
    }
    if (beyond) return false;
    std::string own = shown(name);
    for (int copy = 2; !names.insert(own).second; ++copy) own = fmt::format("{} ({})", shown(name), copy);
    each(own, std::move(bytes));
    return true;
  };
  auto read = read_zip(program, archive, limits, entry);
  if (beyond) return fail(std::move(*beyond));
  if (!read && read.error().code == ErrorCode::unreadable) {
    return fail(too_much("the rest of the archive could not be read: it is damaged or made to do harm"));
  }
  return read;
}

}  // namespace openimr::records
