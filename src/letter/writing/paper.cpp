#include "letter/paper.h"

#include <fmt/core.h>

#include "letter/writing/set_blocks.h"

namespace openimr::letter {
namespace {

constexpr std::size_t kLongestLabel = 22;

constexpr std::string_view kPaperStyle =
    R"(.address { margin: 0; }
main > .address:first-child { margin-top: 1.75rem; }
ol { margin: .75rem 0; padding-left: 0; list-style: none; }
.signature { margin-top: 3.5rem; border-top: 1px solid var(--ink); max-width: 24rem; }
)";

BlockKind kind_of(const PaperBlock& block) {
  switch (block.kind) {
    case PaperBlockKind::heading:
      return BlockKind::heading;
    case PaperBlockKind::paragraph:
      return BlockKind::paragraph;
    case PaperBlockKind::entry:
      return BlockKind::list_entry;
    case PaperBlockKind::row:
      return block.label.size() > kLongestLabel ? BlockKind::labelled : BlockKind::table_row;
    case PaperBlockKind::signature:
      return BlockKind::signature;
  }
  return BlockKind::paragraph;
}

std::vector<Block> blocks_of(const Paper& paper) {
  std::vector<Block> out;
  const auto add = [&out](BlockKind kind, const std::string& label, const std::string& text) {
    std::string words = as_printed(text);
    if (!words.empty()) out.push_back({kind, as_printed(label), std::move(words), std::nullopt});
  };
  add(BlockKind::organisation, "", paper.head.organisation);
  add(BlockKind::programme, "", paper.head.programme);
  for (const std::string& line : paper.address) add(BlockKind::address, "", line);
  add(BlockKind::title, "", paper.title);
  for (const PaperBlock& row : paper.references) add(kind_of(row), row.label, row.text);
  for (const PaperBlock& block : paper.blocks) add(kind_of(block), block.label, block.text);
  return out;
}

Particulars particulars_of(const Paper& paper) {
  const std::string number = as_printed(paper.case_number);
  const std::string title = as_printed(paper.title);
  return {number.empty() ? title : title + ", case " + number,
          number.empty() ? "" : "Case " + number + " - ",
          paper.head.organisation,
          paper.head.programme,
          std::nullopt,
          title,
          kPaperStyle};
}

}  // namespace

void write_paper_text(std::ostream& out, const Paper& paper) {
  set_text(out, blocks_of(paper));
}

void write_paper_html(std::ostream& out, const Paper& paper) {
  set_html(out, blocks_of(paper), particulars_of(paper));
}

Result<std::string> paper_pdf(const Paper& paper, std::optional<Date> dated) {
  Particulars particulars = particulars_of(paper);
  particulars.date = dated;
  return set_pdf(blocks_of(paper), particulars);
}

std::string printed_day(Date day) {
  const std::chrono::year_month_day civil = day.civil();
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()),
                     static_cast<int>(civil.year()));
}

}  // namespace openimr::letter
