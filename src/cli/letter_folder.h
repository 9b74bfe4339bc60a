// Which files of a folder are letters, by their names.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <system_error>

namespace openimr::cli {

enum class NamedAs { letter, archive, other };

// letter: *.txt, *.text, *.pdf, *.html, *.htm; archive: *.tar, *.tar.gz, *.tgz, *.tar.zst, *.tar.xz; in any case.
NamedAs named_as(std::string_view file_name);
// Whether a path passes through a name that begins with a dot: what systems and programs put there for themselves.
bool is_hidden(std::string_view path);

// What walk() comes by; each returns false to end the walk.
struct FolderVisit {
  std::function<bool(const std::filesystem::path& file, NamedAs)> file;
  std::function<bool(const std::filesystem::path& folder, std::error_code why)> unreadable;
};

// Every file below the folder, names in the order of their bytes, folders in their place among the files. Hidden ones
// are passed over, links to folders are not followed. Memory is that of the names of one folder and of those above it.
// False where the walk was ended.
bool walk(const std::filesystem::path& folder, const FolderVisit& visit);

}  // namespace openimr::cli
