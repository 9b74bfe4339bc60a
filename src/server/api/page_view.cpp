#include "server/api/page_view.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace openimr::server {
namespace {

using Json = nlohmann::ordered_json;

double hundredths(float points) {
  return std::round(static_cast<double>(points) * 100) / 100;
}

std::span<const records::WordBox> words_in(const records::LaidOutText& text, Span page) {
  const auto begins_before = [](const records::WordBox& word, std::uint32_t at) { return word.span.begin < at; };
  const auto first = std::lower_bound(text.words.begin(), text.words.end(), page.begin, begins_before);
  return {first, std::lower_bound(first, text.words.end(), page.end, begins_before)};
}

}  // namespace

Json page_view(const records::RecordFile& file, int page) {
  const auto at = static_cast<std::size_t>(page - 1);
  const records::LaidOutText& text = file.text;
  const bool is_last = at + 1 == text.page_begins.size();
  const Span span{text.page_begins[at], is_last ? static_cast<std::uint32_t>(text.text.size())
                                                : text.page_begins[at + 1] - 1};  // without the form feed
  const records::ReadPage& read = file.pages[at];
  Json words = Json::array();
  for (const auto& [where, box] : words_in(text, span)) {
    words.push_back({where.begin, where.end, hundredths(box.left), hundredths(box.top), hundredths(box.right),
                     hundredths(box.bottom)});
  }
  const bool has_size = at < text.page_sizes.size() && text.page_sizes[at].width > 0;
  return {{"name", file.name},
          {"page", page},
          {"pages", file.pages.size()},
          {"begin", span.begin},
          {"text", text.text.substr(span.begin, span.end - span.begin)},
          {"unreadable", read.loss.empty() ? Json() : Json(read.loss)},
          {"width", has_size ? Json(hundredths(text.page_sizes[at].width)) : Json()},
          {"height", has_size ? Json(hundredths(text.page_sizes[at].height)) : Json()},
          {"words", std::move(words)}};
}

}  // namespace openimr::server
