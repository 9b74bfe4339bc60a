#include "cli/letter_texts.h"

#include <utility>

#include <fmt/format.h>

#include "base/data.h"

namespace openimr::cli {
namespace {

// The reader's messages begin with the name that it is given, in quotes. Here every message has the path before it.
constexpr const char* kUnnamed = "letter";

Error of_file(Error error, const std::string& name) {
  const std::string quoted = fmt::format("'{}' ", kUnnamed);
  if (error.message.starts_with(quoted)) error.message.erase(0, quoted.size());
  error.file = name;
  return error;
}

Result<std::string> bytes_of(LetterSource& source, std::uint64_t most) {
  if (source.bytes) return std::move(*source.bytes);
  std::error_code unknown;
  if (const auto size = std::filesystem::file_size(source.name, unknown); !unknown && size > most) {
    return fail({ErrorCode::unreadable, fmt::format("larger than {} MB", most >> 20U), "", source.name, 0, 0,
                 "Split it into its letters."});
  }
  return read_file(source.name, most);
}

}  // namespace

LetterTexts::LetterTexts(const std::filesystem::path& reader, records::ReaderLimits limits)
    : limits_(limits), reader_(reader, limits) {}

Result<records::LaidOutText> LetterTexts::operator()(LetterSource source, std::uint64_t& share) {
  auto bytes = bytes_of(source, limits_.file);
  if (!bytes) return fail(of_file(std::move(bytes.error()), source.name));
  share = share_of(source, bytes->size());
  const auto kind = records::kind_of(*bytes);
  if (!kind) return records::plain(std::move(*bytes));
  auto text = reader_.read(*kind, *bytes, kUnnamed);
  if (!text) return fail(of_file(std::move(text.error()), source.name));
  return text;
}

}  // namespace openimr::cli
