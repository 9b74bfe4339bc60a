#include "cli/letter_reading.h"

#include <exception>
#include <string_view>
#include <utility>

#include "letter/determination_json.h"
#include "letter/read.h"

namespace openimr::cli {

using determination::Determination;

std::size_t ReadLetters::memory() const {
  std::size_t out = sizeof(*this) + name.size();
  for (const auto& letter : letters) out += sizeof(letter) + (letter ? letter->text.size() : 0);
  return out;
}

LetterReading::LetterReading(const office::Engine& engine, const LetterStyle& style,
                             const std::filesystem::path& reader, records::ReaderLimits limits)
    : engine_(&engine), style_(style), texts_(reader, limits) {}

ReadLetters LetterReading::operator()(Result<LetterSource> source) {
  ReadLetters out;
  if (!source) {
    out.name = source.error().file;
    out.letters.emplace_back(fail(std::move(source.error())));
    return out;
  }
  out.name = source->name;
  try {
    const auto text = texts_(std::move(*source), out.share);
    if (!text) {
      out.letters.emplace_back(fail(text.error()));
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

Result<ReadLetter> LetterReading::say(Result<Determination> letter, const records::LaidOutText& text) const {
  if (!letter) return fail(std::move(letter.error()));
  letter::interpret(*letter, text.text, engine_->vocabulary);
  const letter::PlaceOf place_of = [&](Span span) { return text.place(letter->document, span); };
  return ReadLetter{rendered(*letter, place_of, style_), letter->items.size(), std::move(letter->warnings)};
}

}  // namespace openimr::cli
