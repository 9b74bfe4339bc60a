#include "letter/writing/structure.h"

namespace openimr::letter {

Path Structure::around(const std::vector<Block>& blocks, std::size_t i) {
  const BlockKind kind = blocks[i].kind;
  if (i == 0 || blocks[i - 1].kind != kind) group_ = i;
  if (kind == BlockKind::heading) {
    section_ = i;
    item_.reset();
  }
  if (kind == BlockKind::item) item_ = i;
  Path path = {{"Document", 0}};
  if (section_) path.push_back({"Sect", *section_});
  if (item_) path.push_back({"Sect", *item_});
  const bool is_row = kind == BlockKind::header_row || kind == BlockKind::table_row;
  if (is_row) path.insert(path.end(), {{"Table", group_}, {"TR", i}});
  if (kind == BlockKind::list_entry) path.insert(path.end(), {{"L", group_}, {"LI", i}});
  return path;
}

std::string element_of(BlockKind kind) {
  return kind == BlockKind::title ? "H1" : kind == BlockKind::heading ? "H2" : kind == BlockKind::item ? "H3" : "P";
}

Path below(Path path, const std::string& name, std::size_t number) {
  path.push_back({name, number});
  return path;
}

}  // namespace openimr::letter
