#include "letter/fact_marks.h"

#include <algorithm>
#include <map>

namespace openimr::letter {
namespace {

constexpr std::string_view kForm = "case.yaml";

std::vector<MarkedPage> pages_of(const records::LaidOutText& text) {
  std::vector<MarkedPage> out;
  for (std::size_t i = 0; i < text.page_begins.size(); ++i) {
    const auto end = i + 1 < text.page_begins.size() ? text.page_begins[i + 1] : text.text.size();
    out.push_back({{text.page_begins[i], static_cast<std::uint32_t>(end)}, {}});
  }
  return out;
}

MarkedPage& page_at(MarkedFile& file, std::uint32_t offset) {
  const auto next = std::upper_bound(file.pages.begin(), file.pages.end(), offset,
                                     [](std::uint32_t at, const MarkedPage& page) { return at < page.span.begin; });
  return next == file.pages.begin() ? *next : *(next - 1);
}

// Marks that overlap become one, of all their facts.
void merge(std::vector<FactMark>& marks) {
  std::sort(marks.begin(), marks.end(),
            [](const FactMark& a, const FactMark& b) { return std::tie(a.span, a.facts) < std::tie(b.span, b.facts); });
  std::vector<FactMark> merged;
  for (FactMark& mark : marks) {
    if (merged.empty() || mark.span.begin >= merged.back().span.end) {
      merged.push_back(std::move(mark));
      continue;
    }
    merged.back().span.end = std::max(merged.back().span.end, mark.span.end);
    merged.back().facts.push_back(mark.facts.front());
  }
  for (FactMark& mark : merged) {
    std::sort(mark.facts.begin(), mark.facts.end());
    mark.facts.erase(std::unique(mark.facts.begin(), mark.facts.end()), mark.facts.end());
  }
  marks = std::move(merged);
}

}  // namespace

FactMarks::FactMarks(const records::CaseFile& file, const facts::Facts& facts) {
  files_.push_back({std::string(kForm), file.form, {{{0, static_cast<std::uint32_t>(file.form.size())}, {}}}});
  std::map<std::string_view, std::size_t> known = {{kForm, 0}};
  for (const auto& record : file.files) {
    known[record->name] = files_.size();
    files_.push_back({record->name, record->text.text, pages_of(record->text)});
  }
  for (std::size_t i = 0; i < facts.all.size(); ++i) {
    for (const Place& place : facts.all[i].places) {
      const auto found = known.find(place.document);
      if (found == known.end() || files_[found->second].pages.empty()) continue;
      MarkedPage& page = page_at(files_[found->second], place.span.begin);
      page.marks.push_back({{place.span.begin, std::min(place.span.end, page.span.end)}, {i}});
    }
  }
  for (MarkedFile& marked : files_) {
    for (MarkedPage& page : marked.pages) {
      merge(page.marks);
      for (FactMark& mark : page.marks) mark.number = ++count_;
      marked.marks += page.marks.size();
    }
  }
  if (files_.front().marks == 0) files_.erase(files_.begin());
}

const FactMark* FactMarks::at(const Place& place) const {
  for (const MarkedFile& file : files_) {
    if (file.name != place.document) continue;
    const auto page = std::upper_bound(file.pages.begin(), file.pages.end(), place.span.begin,
                                       [](std::uint32_t at, const MarkedPage& p) { return at < p.span.begin; });
    if (page == file.pages.begin()) return nullptr;
    const auto& marks = (page - 1)->marks;
    const auto next = std::upper_bound(marks.begin(), marks.end(), place.span.begin,
                                       [](std::uint32_t at, const FactMark& mark) { return at < mark.span.begin; });
    return next == marks.begin() ? nullptr : &*(next - 1);
  }
  return nullptr;
}

}  // namespace openimr::letter
