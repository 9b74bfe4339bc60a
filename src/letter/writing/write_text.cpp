#include <algorithm>
#include <ostream>

#include <fmt/core.h>

#include "letter/write.h"
#include "letter/writing/blocks.h"
#include "letter/writing/line_breaks.h"

namespace openimr::letter {
namespace {

constexpr std::size_t kWidth = 96;
constexpr std::string_view kEntry = "- ";

// Characters on the screen: bytes that begin one.
std::size_t screen_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void write_lines(std::ostream& out, const Block& block, std::size_t indent) {
  const std::string text = block.words();
  std::vector<Word> words = split_words(text);
  for (Word& word : words) word.width = static_cast<double>(screen_width(word.text));
  const Column column{static_cast<double>(kWidth - indent), 1, GivesWay::width, block.decides()};
  std::size_t begin = 0;
  for (const std::size_t end : line_ends(words, column)) {
    if (begin > 0) out << std::string(indent, ' ');
    for (std::size_t i = begin; i < end; ++i) out << (i == begin ? "" : " ") << words[i].text;
    out << '\n';
    begin = end;
  }
}

// Blocks of these kinds follow one another without an empty line.
bool runs_on(BlockKind before, BlockKind kind) {
  return (before == BlockKind::organisation && kind == BlockKind::programme) ||
         (before == kind &&
          (kind == BlockKind::header_row || kind == BlockKind::credential || kind == BlockKind::list_entry));
}

}  // namespace

void write_letter_text(std::ostream& out, const determination::Determination& letter, const Letterhead& head) {
  const auto blocks = blocks_of(letter, head);
  std::size_t label_width = 0;
  for (const Block& block : blocks)
    if (block.kind == BlockKind::header_row) label_width = std::max(label_width, block.label.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool parts =
        block.kind == BlockKind::heading || (block.kind == BlockKind::item && blocks[i - 1].kind != BlockKind::heading);
    if (i > 0 && !runs_on(blocks[i - 1].kind, block.kind)) out << (parts ? "\n\n" : "\n");
    if (block.kind == BlockKind::header_row) {
      out << fmt::format("{:<{}}  {}\n", block.label, label_width, block.text);
    } else if (block.kind == BlockKind::list_entry) {
      out << kEntry;
      write_lines(out, block, kEntry.size());
    } else {
      write_lines(out, block, 0);
    }
  }
}

}  // namespace openimr::letter
