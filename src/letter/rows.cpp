#include "letter/rows.h"

#include <algorithm>
#include <iterator>

#include "letter/line_breaks.h"

namespace openimr::letter {
namespace {

constexpr double kTextWidth = kPageWidth - 2 * kMargin;
constexpr double kValueColumn = 140;  // of the table at the head
constexpr double kEntryIndent = 14;
constexpr double kPanelInset = 16;
constexpr double kDecisionFrame = 5;  // on either side of the word
constexpr double kBelowHeading = 9.5;
constexpr const char* kBullet = "\u2022";

// How a kind of block is set. By BlockKind.
struct Setting {
  Type label;
  Type text;
  double space_before;
  double space_between;  // before one that follows one of the same kind
  bool keeps_next;       // the next block begins on the same page
};
constexpr std::array kSettings = {
    Setting{Type::organisation, Type::organisation, 0, 0, true},
    Setting{Type::programme, Type::programme, 2, 2, true},
    Setting{Type::title, Type::title, 30, 30, true},
    Setting{Type::strong, Type::text, 14, 0.5, true},  // header_row
    Setting{Type::verdict, Type::verdict, 24, 24, true},
    Setting{Type::text, Type::text, 4, 9.5, false},  // meaning
    Setting{Type::heading, Type::heading, 26, 26, true},
    Setting{Type::text, Type::text, 9.5, 9.5, false},  // paragraph
    Setting{Type::strong, Type::text, 9.5, 2, false},  // credential
    Setting{Type::text, Type::text, 9.5, 4, false},    // list_entry
    Setting{Type::item, Type::item, 22, 22, true},
    Setting{Type::strong, Type::text, 7, 9.5, false},  // labelled
};

const Setting& setting_of(BlockKind kind) {
  return kSettings[static_cast<std::size_t>(kind)];
}

struct TypedWord {
  std::string text;
  Type type;
};

// Where each block stands in the structure; an element is numbered by its first block.
class Structure {
 public:
  Path path_of(const std::vector<Block>& blocks, std::size_t i) {
    const BlockKind kind = blocks[i].kind;
    const bool runs_on = i > 0 && blocks[i - 1].kind == kind;
    if (!runs_on) group_ = i;
    if (kind == BlockKind::heading) item_.reset();
    if (kind == BlockKind::heading) section_ = i;
    if (kind == BlockKind::item) item_ = i;
    Path path = {{"Document", 0}};
    if (section_) path.push_back({"Sect", *section_});
    if (item_) path.push_back({"Sect", *item_});
    if (kind == BlockKind::header_row) path.insert(path.end(), {{"Table", group_}, {"TR", i}});
    if (kind == BlockKind::list_entry) path.insert(path.end(), {{"L", group_}, {"LI", i}});
    return path;
  }

 private:
  std::size_t group_ = 0;
  std::optional<std::size_t> section_;
  std::optional<std::size_t> item_;
};

Path below(Path path, const char* name, std::size_t number) {
  path.push_back({name, number});
  return path;
}

const char* element_of(BlockKind kind) {
  return kind == BlockKind::title ? "H1" : kind == BlockKind::heading ? "H2" : kind == BlockKind::item ? "H3" : "P";
}

class Setter {
 public:
  Setter(const std::vector<Block>& blocks, const Fonts& fonts) : blocks_(blocks), fonts_(fonts) {}

  std::vector<Row> set() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::size_t first = rows_.size();
      const Path path = structure_.path_of(blocks_, i);
      set(i, path);
      space(i, first);
    }
    return std::move(rows_);
  }

 private:
  void set(std::size_t i, const Path& path) {
    const Block& block = blocks_[i];
    const Setting& setting = setting_of(block.kind);
    const std::size_t first = rows_.size();
    if (block.kind == BlockKind::header_row) {
      lines(i, typed(block.text, setting.text), kMargin + kValueColumn, kTextWidth - kValueColumn,
            below(path, "TD", i));
      auto& runs = rows_[first].runs;
      runs.insert(runs.begin(), {block.label, setting.label, kMargin, 0, below(path, "TH", i)});
    } else if (block.kind == BlockKind::list_entry) {
      lines(i, typed(block.text, setting.text), kMargin + kEntryIndent, kTextWidth - kEntryIndent,
            below(path, "LBody", i));
      auto& runs = rows_[first].runs;
      runs.insert(runs.begin(), {kBullet, setting.text, kMargin + 2, 0, below(path, "Lbl", i)});
    } else {
      auto words = typed(block.label, setting.label);
      const auto text = typed(block.decision ? block.text + ":" : block.text, setting.text);
      words.insert(words.end(), text.begin(), text.end());
      if (block.decision) words.push_back(word_of(*block.decision));
      const bool panel = block.kind == BlockKind::outcome || block.kind == BlockKind::meaning;
      const double inset = panel ? kPanelInset : 0;
      lines(i, words, kMargin + inset, kTextWidth - 2 * inset, below(path, element_of(block.kind), i));
    }
  }

  static TypedWord word_of(determination::Decision decision) {
    const bool upheld = decision == determination::Decision::upheld;
    return {std::string(determination::name_of(decision)), upheld ? Type::upheld : Type::overturned};
  }

  // What a word takes of its line: a decision has a frame.
  double frame(Type type) const { return type == Type::upheld || type == Type::overturned ? kDecisionFrame : 0; }
  double taken(std::string_view text, Type type) const { return fonts_.width(text, type) + 2 * frame(type); }

  // Words that fit a line; one that is wider than any is taken apart.
  std::vector<TypedWord> typed(const std::string& text, Type type) const {
    std::vector<TypedWord> out;
    for (const Word& word : split_words(text)) {
      if (fonts_.width(word.text, type) <= kNarrowest) {
        out.push_back({std::string(word.text), type});
      } else {
        for (std::string& piece : pieces(word.text, type)) out.push_back({std::move(piece), type});
      }
    }
    return out;
  }

  std::vector<std::string> pieces(std::string_view word, Type type) const {
    std::vector<std::string> out = {""};
    double width = 0;
    for (std::size_t at = 0; at < word.size();) {
      std::size_t end = at + 1;
      while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
      const std::string_view character = word.substr(at, end - at);
      const double more = fonts_.width(character, type);
      if (width + more > kNarrowest && !out.back().empty()) {
        out.emplace_back();
        width = 0;
      }
      out.back() += character;
      width += more;
      at = end;
    }
    return out;
  }

  // Adds the rows of a paragraph.
  void lines(std::size_t block, const std::vector<TypedWord>& typed, double x, double width, const Path& path) {
    std::vector<Word> words;
    for (const TypedWord& word : typed) words.push_back({word.text, taken(word.text, word.type)});
    const Type type = typed.front().type;
    const Column column{width, fonts_.width(" ", type), GivesWay::rules, blocks_[block].kind == BlockKind::item};
    std::size_t begin = 0;
    for (const std::size_t end : line_ends(words, column)) {
      Row row{{}, block, 0, style_of(type).leading};
      double at = x;
      for (std::size_t i = begin; i < end; ++i) {
        if (row.runs.empty() || row.runs.back().type != typed[i].type) {
          if (!row.runs.empty()) at += finish(row.runs.back());
          row.runs.push_back({"", typed[i].type, at + frame(typed[i].type), 0, path});
        }
        row.runs.back().text += typed[i].text + (i + 1 < typed.size() ? " " : "");
      }
      finish(row.runs.back());
      rows_.push_back(std::move(row));
      begin = end;
    }
  }

  double finish(Run& run) const { return run.width = fonts_.width(run.text, run.type); }

  // Space before the block that begins with row `first`, and where a page may begin within it: not after its first row,
  // nor before its last, nor where it stays with the block before.
  void space(std::size_t i, std::size_t first) {
    const Setting& setting = setting_of(blocks_[i].kind);
    const bool again = i > 0 && blocks_[i - 1].kind == blocks_[i].kind;
    const bool below_heading = i > 0 && blocks_[i - 1].kind == BlockKind::heading;
    rows_[first].space_before = again ? setting.space_between : below_heading ? kBelowHeading : setting.space_before;
    const bool whole = setting.keeps_next || blocks_[i].kind == BlockKind::meaning;
    for (std::size_t row = first; row < rows_.size(); ++row)
      rows_[row].may_begin_page = !whole && row != first + 1 && row + 1 != rows_.size();
    rows_[first].may_begin_page = i > 0 && !keeps_next(i - 1);
  }

  bool keeps_next(std::size_t i) const {
    const BlockKind kind = blocks_[i].kind;
    const bool next_is_meaning = i + 1 < blocks_.size() && blocks_[i + 1].kind == BlockKind::meaning;
    return setting_of(kind).keeps_next || next_is_meaning ||
           (kind == BlockKind::paragraph && blocks_[i].text.ends_with(':'));
  }

  static constexpr double kNarrowest = kTextWidth - kValueColumn;  // of all columns

  const std::vector<Block>& blocks_;
  const Fonts& fonts_;
  Structure structure_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> rows_of(const std::vector<Block>& blocks, const Fonts& fonts) {
  return Setter(blocks, fonts).set();
}

}  // namespace openimr::letter
