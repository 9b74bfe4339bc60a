#include <algorithm>
#include <ostream>

#include "letter/writing/line_breaks.h"
#include "letter/writing/set_blocks.h"

namespace openimr::letter {
namespace {

constexpr std::size_t kWidth = 96;
constexpr std::string_view kEntry = "- ";
constexpr std::string_view kSignature = "________________________________________";

// Characters on the screen: bytes that begin one.
std::size_t screen_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The lines after the first stand `indent` in.
void write_lines(std::ostream& out, const std::string& text, std::size_t indent, bool decides = false) {
  std::vector<Word> words = split_words(text);
  for (Word& word : words) word.width = static_cast<double>(screen_width(word.text));
  const Column column{static_cast<double>(kWidth - indent), 1, GivesWay::width, decides};
  std::size_t begin = 0;
  for (const std::size_t end : line_ends(words, column)) {
    if (begin > 0) out << std::string(indent, ' ');
    for (std::size_t i = begin; i < end; ++i) out << (i == begin ? "" : " ") << words[i].text;
    out << '\n';
    begin = end;
  }
}

bool is_row(BlockKind kind) {
  return kind == BlockKind::header_row || kind == BlockKind::table_row;
}

// Blocks of these kinds follow one another without an empty line.
bool runs_on(BlockKind before, BlockKind kind) {
  return (before == BlockKind::organisation && kind == BlockKind::programme) ||
         (before == kind && (is_row(kind) || kind == BlockKind::credential || kind == BlockKind::list_entry ||
                             kind == BlockKind::address));
}

// How wide the labels of the rows from block i on are.
std::size_t label_width(const std::vector<Block>& blocks, std::size_t i) {
  const BlockKind kind = blocks[i].kind;
  std::size_t out = 0;
  for (; i < blocks.size() && blocks[i].kind == kind; ++i) out = std::max(out, screen_width(blocks[i].label));
  return out;
}

void write_block(std::ostream& out, const Block& block, std::size_t labels) {
  if (is_row(block.kind)) {
    out << block.label << std::string(labels - screen_width(block.label) + 2, ' ');
    if (block.kind == BlockKind::table_row) {
      write_lines(out, block.text, labels + 2);
    } else {
      out << block.text << '\n';
    }
  } else if (block.kind == BlockKind::list_entry) {
    const std::string mark = block.label.empty() ? std::string(kEntry) : block.label + " ";
    out << mark;
    write_lines(out, block.text, mark.size());
  } else {
    if (block.kind == BlockKind::signature) out << '\n' << kSignature << '\n';
    write_lines(out, block.words(), 0, block.decides());
  }
}

}  // namespace

void set_text(std::ostream& out, const std::vector<Block>& blocks) {
  std::size_t labels = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool parts =
        block.kind == BlockKind::heading || (block.kind == BlockKind::item && blocks[i - 1].kind != BlockKind::heading);
    const bool goes_on = i > 0 && runs_on(blocks[i - 1].kind, block.kind);
    if (i > 0 && !goes_on) out << (parts ? "\n\n" : "\n");
    if (!goes_on) labels = is_row(block.kind) ? label_width(blocks, i) : 0;
    write_block(out, block, labels);
  }
}

}  // namespace openimr::letter
