#include "letter/writing/rows.h"

#include "letter/writing/line_breaks.h"
#include "letter/writing/page_words.h"

namespace openimr::letter {
namespace {

constexpr double kValueColumn = 140;  // of the table at the head
constexpr double kEntryIndent = 14;
constexpr double kNumberIndent = 22;
constexpr double kBulletIndent = 2;
constexpr double kPanelInset = 16;
constexpr double kBelowHeading = 9.5;
constexpr const char* kBullet = "\u2022";

// How a kind of block is set.
struct Setting {
  Type label;
  Type text;
  double space_before;
  double space_between;  // before one that follows one of the same kind
  bool keeps_next;       // the next block begins on the same page
};
// By BlockKind.
constexpr std::array kSettings = {
    Setting{Type::organisation, Type::organisation, 0, 0, true},
    Setting{Type::programme, Type::programme, 2, 2, true},
    Setting{Type::title, Type::title, 26, 26, true},
    Setting{Type::strong, Type::text, 12, 0.5, true},  // header_row
    Setting{Type::verdict, Type::verdict, 21, 21, true},
    Setting{Type::text, Type::text, 4, 9.5, false},  // meaning
    Setting{Type::heading, Type::heading, 23, 23, true},
    Setting{Type::text, Type::text, 9.5, 9.5, false},  // paragraph
    Setting{Type::strong, Type::text, 9.5, 2, false},  // credential
    Setting{Type::text, Type::text, 9.5, 4, false},    // list_entry
    Setting{Type::item, Type::item, 20, 20, true},
    Setting{Type::strong, Type::text, 7, 9.5, false},  // labelled
    Setting{Type::text, Type::text, 26, 0, true},      // address
    Setting{Type::strong, Type::text, 9.5, 2, false},  // table_row
    Setting{Type::text, Type::text, 44, 44, false},    // signature
};

const Setting& setting_of(BlockKind kind) {
  return kSettings[static_cast<std::size_t>(kind)];
}

bool in_panel(BlockKind kind) {
  return kind == BlockKind::outcome || kind == BlockKind::meaning;
}

bool is_row(BlockKind kind) {
  return kind == BlockKind::header_row || kind == BlockKind::table_row;
}

// Where the text of a block stands, without a label or bullet beside it.
struct Area {
  double x;
  double width;
};
Area area_of(const Block& block) {
  const BlockKind kind = block.kind;
  const double left = is_row(kind)                    ? kValueColumn
                      : kind == BlockKind::list_entry ? (block.label.empty() ? kEntryIndent : kNumberIndent)
                      : in_panel(kind)                ? kPanelInset
                                                      : 0;
  return {kMargin + left, kTextWidth - left - (in_panel(kind) ? kPanelInset : 0)};
}

class Setter {
 public:
  Setter(const std::vector<Block>& blocks, const Fonts& fonts) : blocks_(blocks), fonts_(fonts) {}

  std::vector<Row> set() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::size_t first = rows_.size();
      set(i, structure_.around(blocks_, i));
      space(i, first);
    }
    return std::move(rows_);
  }

 private:
  void set(std::size_t i, const Path& around) {
    const Block& block = blocks_[i];
    const Setting& setting = setting_of(block.kind);
    std::vector<TypedWord> words;
    if (is_row(block.kind)) {
      add_words(words, block.text, setting.text);
      lines(i, words, below(around, "TD", i), {{block.label, setting.label, kMargin, 0, below(around, "TH", i)}});
    } else if (block.kind == BlockKind::list_entry) {
      add_words(words, block.text, setting.text);
      lines(i, words, below(around, "LBody", i),
            {{block.label.empty() ? kBullet : block.label, setting.text, kMargin + kBulletIndent, 0,
              below(around, "Lbl", i)}});
    } else {
      add_words(words, block.label, setting.label);
      add_words(words, block.decision ? block.text + ":" : block.text, setting.text);
      if (block.decision) {
        const bool upheld = *block.decision == determination::Decision::upheld;
        words.push_back({std::string(block.decision_word()), upheld ? Type::upheld : Type::overturned});
      }
      lines(i, words, below(around, element_of(block.kind), i), {});
    }
  }

  // Adds the rows of a block; `beside` stands left of the first.
  void lines(std::size_t block, const std::vector<TypedWord>& all, const Path& path, std::vector<Run> beside) {
    const Area area = area_of(blocks_[block]);
    const std::vector<TypedWord> typed = fitting(all, area.width, fonts_);
    std::vector<Word> words;
    words.reserve(typed.size());
    for (const TypedWord& word : typed) words.push_back({word.text, width_of(word, fonts_)});
    const Type type = typed.front().type;
    const Column column{area.width, fonts_.width(" ", type), GivesWay::rules, blocks_[block].decides()};
    std::size_t begin = 0;
    for (const std::size_t end : line_ends(words, column)) {
      Row row{std::move(beside), block, 0, style_of(type).leading};
      beside.clear();
      double x = area.x;
      for (std::size_t i = begin; i < end;) {
        Run run{"", typed[i].type, x + frame(typed[i].type), 0, path};
        for (; i < end && typed[i].type == run.type; ++i)
          run.text += typed[i].text + (i + 1 < typed.size() && !typed[i].goes_on ? " " : "");
        run.width = fonts_.width(run.text, run.type);
        x = run.x + run.width;
        row.runs.push_back(std::move(run));
      }
      rows_.push_back(std::move(row));
      begin = end;
    }
  }

  // Space before the block that begins with row `first`, and where a page may begin within it: not after its first row,
  // nor before its last, nor where it stays with the block before it.
  void space(std::size_t i, std::size_t first) {
    const BlockKind kind = blocks_[i].kind;
    const bool whole = setting_of(kind).keeps_next || kind == BlockKind::meaning;
    for (std::size_t row = first; row < rows_.size(); ++row)
      rows_[row].may_begin_page = !whole && row != first + 1 && row + 1 != rows_.size();
    rows_[first].may_begin_page = i > 0 && !keeps_next(i - 1);
    const BlockKind before = i > 0 ? blocks_[i - 1].kind : kind;
    rows_[first].space_before = before == kind                 ? setting_of(kind).space_between
                                : before == BlockKind::heading ? kBelowHeading
                                                               : setting_of(kind).space_before;
  }

  // Neither the first nor the last entry of a list stands alone.
  bool keeps_next(std::size_t i) const {
    const BlockKind kind = blocks_[i].kind;
    const bool explained = is(i + 1, BlockKind::meaning);
    const bool signed_below = is(i + 1, BlockKind::signature);
    const bool leads = kind == BlockKind::paragraph && blocks_[i].text.ends_with(':');
    const bool in_list = kind == BlockKind::list_entry && is(i + 1, BlockKind::list_entry);
    const bool at_end = !is(i - 1, BlockKind::list_entry) || !is(i + 2, BlockKind::list_entry);
    return setting_of(kind).keeps_next || explained || signed_below || leads || (in_list && at_end);
  }
  bool is(std::size_t i, BlockKind kind) const { return i < blocks_.size() && blocks_[i].kind == kind; }

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
