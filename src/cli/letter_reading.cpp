#include "cli/letter_reading.h"

#include <exception>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/data.h"
#include "letter/determination_json.h"
#include "letter/read.h"

namespace openimr::cli {
namespace {

using determination::Determination;

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

std::size_t ReadLetters::memory() const {
  std::size_t out = sizeof(*this) + name.size();
  for (const auto& letter : letters) out += sizeof(letter) + (letter ? letter->text.size() : 0);
  return out;
}

LetterReading::LetterReading(const Engine& engine, const LetterStyle& style, const std::filesystem::path& reader,
                             records::ReaderLimits limits)
    : engine_(&engine), style_(style), limits_(limits), reader_(reader, limits) {}

ReadLetters LetterReading::operator()(Result<LetterSource> source) {
  ReadLetters out;
  if (!source) {
    out.name = source.error().file;
    out.letters.emplace_back(fail(std::move(source.error())));
    return out;
  }
  out.name = source->name;
  try {
    const auto text = text_of(std::move(*source), out.share);
    if (!text) {
      out.letters.emplace_back(fail(of_file(text.error(), out.name)));
      return out;
    }
    for (auto& letter : engine_->letters.read(text->text, out.name))
      out.letters.push_back(say(std::move(letter), *text));
  } catch (const std::exception& fault) {
    // One letter among a million that we stumble over costs the others nothing.
    out.letters.emplace_back(
        fail({ErrorCode::internal, "an error of ours, please report it", fault.what(), out.name, 0, 0, ""}));
  }
  return out;
}

Result<records::LaidOutText> LetterReading::text_of(LetterSource source, std::uint64_t& share) {
  auto bytes = bytes_of(source, limits_.file);
  if (!bytes) return fail(std::move(bytes.error()));
  share = share_of(source, bytes->size());
  if (const auto kind = records::kind_of(*bytes)) return reader_.read(*kind, *bytes, kUnnamed);
  return records::plain(std::move(*bytes));
}

Result<ReadLetter> LetterReading::say(Result<Determination> letter, const records::LaidOutText& text) const {
  if (!letter) return fail(std::move(letter.error()));
  letter::interpret(*letter, text.text, engine_->vocabulary);
  const letter::PlaceOf place_of = [&](Span span) { return text.place(letter->document, span); };
  return ReadLetter{rendered(*letter, place_of, style_), letter->items.size(), std::move(letter->warnings)};
}

}  // namespace openimr::cli
