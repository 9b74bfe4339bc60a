#include "cli/letter_folder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace openimr::cli {
namespace {

constexpr std::array kLetterEndings = {".txt", ".text", ".pdf", ".html", ".htm"};
constexpr std::array kArchiveEndings = {".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.xz"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool ends_with(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), name.rbegin(), [](char a, char b) { return a == lower(b); });
}

// The names in a folder, one after another in one text: there may be a million.
class Names {
 public:
  void add(const std::string& name, bool folder) {
    entries_.push_back({text_.size(), static_cast<std::uint32_t>(name.size()), folder});
    text_ += name;
  }
  void sort() {
    std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) { return name(a) < name(b); });
  }

  struct Entry {
    std::size_t begin;
    std::uint32_t length;
    bool folder;
  };
  const std::vector<Entry>& entries() const { return entries_; }
  std::string_view name(const Entry& entry) const { return std::string_view(text_).substr(entry.begin, entry.length); }

 private:
  std::string text_;
  std::vector<Entry> entries_;
};

Names names_in(const std::filesystem::path& folder, std::error_code& failed) {
  Names out;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (is_hidden(name)) continue;
    std::error_code unknown;
    const bool is_folder = std::filesystem::is_directory(at->symlink_status(unknown));
    if (is_folder || at->is_regular_file(unknown)) out.add(name, is_folder);
  }
  out.sort();
  return out;
}

}  // namespace

NamedAs named_as(std::string_view file_name) {
  const auto fits = [&](std::string_view ending) { return ends_with(file_name, ending); };
  if (std::any_of(kLetterEndings.begin(), kLetterEndings.end(), fits)) return NamedAs::letter;
  return std::any_of(kArchiveEndings.begin(), kArchiveEndings.end(), fits) ? NamedAs::archive : NamedAs::other;
}

bool is_hidden(std::string_view path) {
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    if (name.starts_with('.') && name != "." && name != "..") return true;
    path.remove_prefix(std::min(name.size() + 1, path.size()));
  }
  return false;
}

bool walk(const std::filesystem::path& folder, const FolderVisit& visit) {
  std::error_code failed;
  const Names names = names_in(folder, failed);
  if (failed && !visit.unreadable(folder, failed)) return false;
  return std::all_of(names.entries().begin(), names.entries().end(), [&](const Names::Entry& entry) {
    const auto path = folder / names.name(entry);
    return entry.folder ? walk(path, visit) : visit.file(path, named_as(names.name(entry)));
  });
}

}  // namespace openimr::cli
