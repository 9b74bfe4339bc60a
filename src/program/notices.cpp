#include "program/notices.h"

#include <algorithm>
#include <set>

namespace openimr::program {

bool Notice::is_for(std::string_view role) const {
  return std::find(to.begin(), to.end(), role) != to.end();
}

const Notice* Correspondence::notice(std::string_view id) const {
  const auto found = std::find_if(notices.begin(), notices.end(), [id](const Notice& each) { return each.id == id; });
  return found == notices.end() ? nullptr : &*found;
}

std::vector<std::string> facts_in(const std::vector<NoticeBlock>& blocks) {
  std::set<std::string> names;
  for (const NoticeBlock& block : blocks) {
    for (const TemplatePart& part : block.text) {
      if (part.is_name && placeholder(part.text) != nullptr) names.insert(part.text);
    }
    if (!block.each.empty()) names.insert(block.each);
    names.insert(block.condition.given.begin(), block.condition.given.end());
    names.insert(block.condition.absent.begin(), block.condition.absent.end());
  }
  return {names.begin(), names.end()};
}

}  // namespace openimr::program
