#include "cli/letter_sources.h"

#include <array>
#include <fstream>
#include <utility>

#include <unistd.h>

#include "cli/input_lines.h"
#include "cli/letter_folder.h"

namespace openimr::cli {
namespace {

constexpr std::uint64_t kTarBlock = 512;
constexpr std::size_t kTarMarkAt = 257;
constexpr std::string_view kTarMark = "ustar";
constexpr const char* kNamesOfLetters = "In folders and archives letters are *.txt, *.text, *.pdf, *.html and *.htm";

Error error_at(const std::string& name, ErrorCode code, std::string message, std::string remedy) {
  return {code, std::move(message), "", name, 0, 0, std::move(remedy)};
}

// The same error, of what is read under this name.
Error renamed(Error error, const std::string& name) {
  error.file = name;
  if (error.offending == name) error.offending.clear();
  return error;
}

std::string file_name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

bool has_tar_mark(const std::string& path) {
  std::array<char, kTarMarkAt + kTarMark.size()> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  return file && std::string_view(head.data(), head.size()).substr(kTarMarkAt) == kTarMark;
}

// A file that was named itself. The mark is looked for where the name leaves it open.
bool is_archive(const std::string& path) {
  const NamedAs named = named_as(file_name_of(path));
  return named == NamedAs::archive || (named == NamedAs::other && has_tar_mark(path));
}

}  // namespace

LetterSources::LetterSources(std::filesystem::path reader, records::ReaderLimits limits, SourceTaker taker)
    : reader_(std::move(reader)), limits_(limits), taker_(std::move(taker)) {}

bool LetterSources::take(Result<LetterSource> source) {
  ++given_;
  return taker_.take(std::move(source));
}

void LetterSources::give(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (!(input == "-" ? give_list() : give_input(input))) return;
  }
}

bool LetterSources::give_input(const std::string& input) {
  std::error_code failed;
  const auto status = std::filesystem::status(input, failed);
  if (std::filesystem::is_directory(status)) return give_folder(input);
  if (std::filesystem::is_regular_file(status))
    return is_archive(input) ? give_archive(input) : take(LetterSource{input, std::nullopt});
  if (status.type() == std::filesystem::file_type::not_found)
    return take(fail(error_at(input, ErrorCode::not_found, "no such file or folder", "Check the path.")));
  return take(fail(error_at(input, ErrorCode::unreadable,
                            failed ? "cannot be looked at: " + failed.message() : "neither a file nor a folder",
                            failed ? "Check the path and its rights." : "Name a file, a folder or a tar archive.")));
}

bool LetterSources::give_folder(const std::string& folder) {
  const std::uint64_t before = given_;
  FolderVisit visit;
  visit.file = [this](const std::filesystem::path& file, NamedAs named) {
    if (named == NamedAs::letter) return take(LetterSource{file.string(), std::nullopt});
    if (named == NamedAs::archive) return give_archive(file.string());
    ++passed_over_;
    return taker_.wanted();
  };
  visit.unreadable = [this](const std::filesystem::path& below, std::error_code why) {
    return take(fail(error_at(below.string(), ErrorCode::unreadable, "cannot be listed: " + why.message(),
                              "Check the rights of the folder.")));
  };
  if (!walk(folder, visit)) return false;
  return given_ > before || refuse_empty(folder);
}

bool LetterSources::give_archive(const std::string& archive) {
  const std::uint64_t before = given_;
  bool more = true;
  const auto read =
      records::read_tar(reader_, archive, limits_, [&](const std::string& entry, Result<std::string> bytes) {
        more = give_entry(archive, entry, std::move(bytes));
        return more;
      });
  if (!more) return false;
  if (!read) return take(fail(renamed(read.error(), archive)));
  return given_ > before || refuse_empty(archive);
}

bool LetterSources::give_entry(const std::string& archive, const std::string& entry, Result<std::string> bytes) {
  if (is_hidden(entry)) return taker_.wanted();
  const std::string name = archive + ":" + entry;
  switch (named_as(file_name_of(entry))) {
    case NamedAs::letter:
      return take(bytes ? Result<LetterSource>(LetterSource{name, std::move(*bytes)})
                        : fail(renamed(std::move(bytes.error()), name)));
    case NamedAs::archive:
      return take(fail(error_at(name, ErrorCode::unreadable, "an archive within an archive is not opened",
                                "Unpack the outer one and name this one.")));
    case NamedAs::other:
      break;
  }
  ++passed_over_;
  return taker_.wanted();
}

bool LetterSources::give_list() {
  InputLines lines(STDIN_FILENO, taker_.wanted);
  while (const auto line = lines.next()) {
    const bool blank = line->find_first_not_of(" \t") == std::string::npos;
    if (!blank && !give_input(*line)) return false;
  }
  return taker_.wanted();
}

bool LetterSources::refuse_empty(const std::string& name) {
  return take(fail(error_at(name, ErrorCode::invalid, "holds no letters",
                            std::string(kNamesOfLetters) + "; a file that you name itself may be called anything.")));
}

std::optional<std::uint64_t> total_bytes(const std::vector<std::string>& inputs) {
  std::uint64_t total = 0;
  const auto add = [&total](const std::filesystem::path& file, NamedAs named) {
    if (named == NamedAs::archive && file.extension() != ".tar") return false;
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file, unknown);
    if (!unknown) total += size;
    return true;
  };
  FolderVisit visit;
  visit.file = [&add](const std::filesystem::path& file, NamedAs named) {
    return named == NamedAs::other || add(file, named);
  };
  visit.unreadable = [](const std::filesystem::path&, std::error_code) { return true; };
  for (const std::string& input : inputs) {
    if (input == "-") return std::nullopt;
    std::error_code unknown;
    const bool known =
        std::filesystem::is_directory(input, unknown) ? walk(input, visit) : add(input, named_as(file_name_of(input)));
    if (!known) return std::nullopt;
  }
  return total;
}

std::uint64_t share_of(const LetterSource& source, std::uint64_t bytes) {
  return source.bytes ? kTarBlock + (bytes + kTarBlock - 1) / kTarBlock * kTarBlock : bytes;
}

}  // namespace openimr::cli
