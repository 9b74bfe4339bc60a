#include "letter/searched.h"

#include <algorithm>
#include <map>

#include <fmt/core.h>

namespace openimr::letter {
namespace {

void add_once(std::vector<std::string>& list, const std::string& name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

// 12, 40, 41, 42 -> "12, 40-42".
std::string ranges(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    out += fmt::format("{}{}", out.empty() ? "" : ", ", pages[i]);
    if (last > i) out += fmt::format("-{}", pages[last]);
    i = last + 1;
  }
  return out;
}

std::string counted(int count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

SearchedPages searched_pages(const std::vector<facts::SearchedDocument>& documents) {
  SearchedPages out;
  for (const auto& document : documents) {
    add_once(out.documents, document.name);
    out.readable += document.pages;
    out.unreadable += static_cast<int>(document.unreadable.size());
    out.blank += document.blank;
    out.repeated += document.repeated;
    for (const auto& section : document.sections) add_once(out.sections, section);
  }
  return out;
}

std::vector<UnreadablePages> unreadable_pages(const std::vector<facts::SearchedDocument>& documents) {
  std::map<std::pair<std::string, std::string>, std::vector<int>> pages;
  for (const auto& document : documents) {
    for (const auto& [page, why] : document.unreadable) pages[{document.name, why}].push_back(page);
  }
  std::vector<UnreadablePages> out;
  for (auto& [key, list] : pages) {
    std::sort(list.begin(), list.end());
    out.push_back({key.first, key.second, ranges(list)});
  }
  return out;
}

std::string searched_sentence(const std::vector<facts::SearchedDocument>& documents) {
  constexpr std::size_t kShown = 5;
  const SearchedPages all = searched_pages(documents);
  std::string out = fmt::format("{} of {}", counted(all.readable, "readable page", "readable pages"),
                                counted(static_cast<int>(all.documents.size()), "document", "documents"));
  if (all.unreadable > 0) {
    const auto causes = unreadable_pages(documents);
    out += fmt::format("; {} unreadable (", all.unreadable);
    for (std::size_t i = 0; i < std::min(kShown, causes.size()); ++i) {
      const bool one = causes[i].pages.find_first_of(",-") == std::string::npos;
      out += fmt::format("{}{}: {} {} of {}", i == 0 ? "" : "; ", causes[i].why, one ? "page" : "pages",
                         causes[i].pages, causes[i].document);
    }
    out += causes.size() > kShown ? fmt::format("; {} more)", causes.size() - kShown) : ")";
  }
  if (all.blank > 0) out += fmt::format("; {} blank", all.blank);
  if (all.repeated > 0)
    out +=
        fmt::format("; {} counted once, as {} others", all.repeated, all.repeated == 1 ? "it repeats" : "they repeat");
  return out;
}

}  // namespace openimr::letter
