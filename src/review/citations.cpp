#include "review/citations.h"

#include <algorithm>

#include <fmt/core.h>

namespace openimr::review {

using determination::Citation;

Citation cite(const guidelines::Guideline& guideline, const std::string& title, const std::string& pages,
              const std::string& says) {
  Citation out{guideline.source,
               guideline.title,
               guideline.year,
               guideline.chapter,
               {title},
               guidelines::expand_pages(pages),
               "",
               says};
  const std::string chapter = guideline.chapter.empty() ? "" : ", " + guideline.chapter;
  out.text = fmt::format("{}{}, Section(s): {}", guideline.full_title(), chapter, title);
  if (!pages.empty()) out.text += fmt::format(", Page(s): {}", pages);
  return out;
}

namespace {

// A section cited together with one of `own`: of the guideline that it names, else of the same.
Citation cite_also(const guidelines::Reference& also, const guidelines::Guideline& own) {
  if (also.guideline_title.empty()) return cite(own, also.title, also.pages);
  const guidelines::Guideline other{.source = also.guideline_source,
                                    .title = also.guideline_title,
                                    .year = also.year,
                                    .chapter = also.chapter,
                                    .from = own.from,
                                    .until = own.until,
                                    .origin = "",
                                    .file = "",
                                    .sections = {}};
  return cite(other, also.title, also.pages);
}

}  // namespace

std::vector<Citation> relied_on(const std::vector<guidelines::Applicable>& sections,
                                const std::vector<determination::CriterionTrace>& criteria) {
  constexpr std::size_t kMost = 3;
  const auto best_standing = [&](const guidelines::Applicable& applicable) {
    int best = 9;
    for (const auto& c : criteria) {
      if (c.decided && c.evaluated.section == applicable.section)
        best = std::min(best, static_cast<int>(c.evaluated.criterion->standing));
    }
    return best;
  };
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < sections.size(); ++i) order.emplace_back(best_standing(sections[i]), i);
  std::sort(order.begin(), order.end());
  std::vector<Citation> out;
  const auto add = [&out](Citation citation) {
    if (out.size() < kMost && std::find(out.begin(), out.end(), citation) == out.end())
      out.push_back(std::move(citation));
  };
  for (const auto& [standing, i] : order)
    add(cite(*sections[i].guideline, sections[i].section->title, sections[i].section->pages));
  for (const auto& [standing, i] : order) {
    for (const auto& also : sections[i].section->also) add(cite_also(also, *sections[i].guideline));
  }
  return out;
}

}  // namespace openimr::review
