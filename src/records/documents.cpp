#include "records/documents.h"

#include <algorithm>
#include <numeric>

#include "records/printed_lines.h"

namespace openimr::records {
namespace {

constexpr int kEnoughForKind = 3;
constexpr int kRankHead = 3;
constexpr std::size_t kFirstPageBytes = 6000;

std::string_view page_text(const RecordFile& file, std::size_t page) {
  const auto& begins = file.text.page_begins;
  const std::string_view text = file.text.text;
  const std::size_t end = page + 1 < begins.size() ? begins[page + 1] : text.size();
  return text.substr(begins[page], end - begins[page]);
}

// Whether two pages have the same first lines.
bool same_head(const PageLook& a, const PageLook& b) {
  return a.head.size() > 1 && a.head == b.head;
}

bool is_labelled(const std::optional<RankedDay>& day) {
  return day && day->rank < kRankHead;
}

// The kind of a document by its first page; null where it does not say. Words count once.
const vocabulary::RecordKind* kind_of(const PageLook& look, std::string_view page,
                                      const vocabulary::RecordWords& words) {
  std::vector<const vocabulary::Phrase*> said;
  words.says.each(words_of(page.substr(0, kFirstPageBytes)),
                  [&](const vocabulary::Phrase& phrase, std::size_t) { said.push_back(&phrase); });
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  std::vector<int> weights(words.kinds.size());
  for (const auto* phrase : said) weights[phrase->of] += phrase->weight;
  if (look.title) {
    const auto titled = static_cast<std::size_t>(look.title->kind - words.kinds.data());
    if (weights[titled] > -kEnoughForKind) return look.title->kind;
  }
  const auto most = std::max_element(weights.begin(), weights.end());
  if (most == weights.end() || *most < kEnoughForKind) return nullptr;
  return &words.kinds[static_cast<std::size_t>(most - weights.begin())];
}

// The day of a document: by its first page, else by any page, a signature or what a fax machine printed coming last.
std::optional<Date> day_of(const RecordFile& file, std::size_t first, std::size_t last,
                           const vocabulary::RecordWords& words) {
  std::optional<RankedDay> best;
  for (std::size_t page = first; page <= last; ++page) {
    auto day = best_day(page_text(file, page), words);
    if (day && day->rank == kRankHead && page > first) day.reset();
    if (day && (!best || day->rank < best->rank)) best = day;
    if (best && best->rank < kRankHead) break;
  }
  return best ? std::optional(best->date) : std::nullopt;
}

std::string author_of_pages(const RecordFile& file, std::size_t first, std::size_t last,
                            const vocabulary::RecordWords& words) {
  const std::size_t begin = file.text.page_begins[first];
  const std::string_view end = page_text(file, last);
  const auto size = static_cast<std::size_t>(end.data() + end.size() - file.text.text.data()) - begin;
  return author_of(std::string_view(file.text.text).substr(begin, size), words);
}

}  // namespace

std::vector<Evidence> evidence_at(const PageLook& page, const PageLook& before, const PageLook& first) {
  std::vector<Evidence> out;
  if (page.title) out.push_back({"a title", page.title->at_top ? 4 : 3});
  if (page.labels >= 2) out.push_back({"a block of names and dates", 1});
  if (page.salutes) out.push_back({"a salutation", 1});
  if (before.signed_off) out.push_back({"a signature on the page before", 1});
  if (is_labelled(page.day) && is_labelled(first.day) && page.day->date != first.day->date)
    out.push_back({"another day", 2});
  if (page.number) {
    const auto& number = *page.number;
    const bool follows = before.number && before.number->number + 1 == number.number && before.number->of == number.of;
    const bool other_count =
        before.number && number.of != 0 && before.number->of != 0 && number.of != before.number->of;
    if (number.number == 1) {
      out.push_back({"page number 1", 7});
    } else if (follows || !before.number) {
      out.push_back({"a page number that goes on", -4});
    } else if (other_count) {
      out.push_back({"page numbers of another count", 4});
    }
  } else if (before.number && before.number->of != 0 && before.number->number == before.number->of) {
    out.push_back({"the last page number on the page before", 2});
  }
  // Every page of some forms and clinics has one head; a new day or a new page 1 outweighs it.
  if (same_head(page, first) || same_head(page, before)) out.push_back({"the head of the page before", -3});
  return out;
}

std::vector<Document> documents_of(const std::shared_ptr<const RecordFile>& file, const KnownDocument& known,
                                   const vocabulary::Vocabulary& vocabulary) {
  const auto& words = vocabulary.record_words();
  const std::size_t pages = file->pages.size();
  if (pages == 0) return {};
  const bool is_known = !known.kind.empty() || known.date;
  std::vector<Document> out;
  std::size_t begin = 0;
  PageLook first = look_at(page_text(*file, 0), vocabulary);
  PageLook before = first;
  std::vector<Evidence> why;
  const auto close = [&](std::size_t end) {
    Document& document = out.emplace_back(file, static_cast<int>(begin) + 1, static_cast<int>(end), vocabulary);
    const auto* kind = kind_of(first, page_text(*file, begin), words);
    document.kind = !known.kind.empty() ? known.kind : kind == nullptr ? "" : kind->name;
    const auto named = std::find_if(words.kinds.begin(), words.kinds.end(),
                                    [&](const vocabulary::RecordKind& row) { return row.name == document.kind; });
    document.date = known.date;
    if (!known.date && (named == words.kinds.end() || !named->undated))
      document.date = day_of(*file, begin, end - 1, words);
    document.author = author_of_pages(*file, begin, end - 1, words);
    document.evidence = std::move(why);
  };
  for (std::size_t page = 1; page < pages; ++page) {
    PageLook look = look_at(page_text(*file, page), vocabulary);
    if (look.empty) continue;
    if (first.empty) first = look;  // blank pages at the beginning
    auto evidence = evidence_at(look, before, first);
    const int sum = std::accumulate(evidence.begin(), evidence.end(), 0,
                                    [](int so_far, const Evidence& e) { return so_far + e.weight; });
    if (!is_known && !before.empty && sum >= kEnoughEvidence) {
      close(page);
      begin = page;
      first = look;
      why = std::move(evidence);
    }
    before = std::move(look);
  }
  close(pages);
  return out;
}

}  // namespace openimr::records
