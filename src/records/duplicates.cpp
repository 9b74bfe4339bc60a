#include "records/duplicates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ascii.h"
#include "base/pattern.h"
#include "records/printed_lines.h"

namespace openimr::records {
namespace {

constexpr std::size_t kFewWords = 20;
constexpr double kNearlyAll = 0.9;
constexpr std::size_t kBands = 16;
constexpr std::size_t kRows = 4;
constexpr std::size_t kMostCompared = 64;  // earlier pages that one page is compared with
constexpr std::size_t kEdgeLines = 2;

std::uint64_t mixed(std::uint64_t x) {  // SplitMix64
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t h = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return h;
}

// "Page 3 of 9", "000123", "IMR-00417": what is stamped at the edge of a page.
bool is_stamp(std::string_view line) {
  static const RE2 stamp("(?i)(?:page\\s*)?(?:[a-z]{1,10}[ -]?)?\\d{1,8}(?:\\s*(?:of|/)\\s*\\d{1,4})?");
  return line.size() < 32 && (is_fax_line(line) || is_match(line, stamp));
}

struct PageWords {
  PageOfFile page;
  std::vector<std::string> words;    // in order, small letters
  std::vector<std::string> sorted;   // the words without the numbers
  std::vector<std::string> numbers;  // sorted; runs of digits
  std::uint64_t all = 0;             // hash of the words in order
};

void add_word(std::string word, PageWords& page) {
  const bool has_digit = std::any_of(word.begin(), word.end(), is_digit);
  if (has_digit) {
    // A recognition takes O for 0 and l for 1.
    for (char& c : word) c = c == 'o' ? '0' : c == 'l' || c == 'i' ? '1' : c;
    page.numbers.push_back(word);
  } else {
    page.sorted.push_back(word);
  }
  page.words.push_back(std::move(word));
}

PageWords words_on(std::string_view text, PageOfFile where) {
  PageWords out;
  out.page = std::move(where);
  const std::vector<std::string_view> lines = printed_lines(text);
  std::size_t first = 0;
  std::size_t last = lines.size();
  while (first < std::min(last, kEdgeLines) && (is_fax_line(lines[first]) || is_stamp(lines[first]))) ++first;
  while (last > first && lines.size() - last < kEdgeLines &&
         (is_fax_line(lines[last - 1]) || is_stamp(lines[last - 1])))
    --last;
  for (std::size_t i = first; i < last; ++i) {
    std::string word;
    for (const char c : lines[i]) {
      if (is_letter(c) || is_digit(c)) {
        word += lower(c);
      } else if (!word.empty() && c != '\'') {
        add_word(std::move(word), out);
        word.clear();
      }
    }
    if (!word.empty()) add_word(std::move(word), out);
  }
  std::sort(out.sorted.begin(), out.sorted.end());
  std::sort(out.numbers.begin(), out.numbers.end());
  for (const std::string& word : out.words) out.all = mixed(out.all ^ hash_of(word));
  return out;
}

// Whether two words differ by at most `most` letters put in, left out or changed.
bool is_near(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most || b.size() > 64) return false;
  std::array<std::size_t, 65> row{};
  for (std::size_t j = 0; j <= a.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= b.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= a.size(); ++j) {
      const std::size_t changed = corner + (a[j - 1] == b[i - 1] ? 0U : 1U);
      corner = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[a.size()] <= most;
}

// Whether one word may be the other misread. A short word with an n may be a denial, and counts as it stands.
bool is_misread(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 4) return shorter > 1 && a[0] != 'n' && b[0] != 'n' && is_near(a, b, 1);
  return is_near(a, b, shorter < 8 ? 1 : 2);
}

bool repeats(const PageWords& a, const PageWords& b) {
  if (a.all == b.all && a.words == b.words) return true;
  if (a.numbers != b.numbers) return false;
  std::vector<std::string> only_a;
  std::vector<std::string> only_b;
  std::set_difference(a.sorted.begin(), a.sorted.end(), b.sorted.begin(), b.sorted.end(), std::back_inserter(only_a));
  std::set_difference(b.sorted.begin(), b.sorted.end(), a.sorted.begin(), a.sorted.end(), std::back_inserter(only_b));
  const std::size_t both = a.sorted.size() - only_a.size();
  const std::size_t all = both + only_a.size() + only_b.size();
  if (only_a.size() != only_b.size() || static_cast<double>(both) < kNearlyAll * static_cast<double>(all)) return false;
  for (const std::string& word : only_a) {
    const auto other =
        std::find_if(only_b.begin(), only_b.end(), [&](const std::string& w) { return is_misread(word, w); });
    if (other == only_b.end()) return false;
    only_b.erase(other);
  }
  return true;
}

// The MinHash bands of the pairs of words, each with the numbers: pages that may repeat one another share one.
std::array<std::uint64_t, kBands> bands_of(const PageWords& page) {
  std::array<std::uint64_t, kBands * kRows> least;
  least.fill(~0ULL);
  std::uint64_t before = 0;
  for (const std::string& word : page.sorted) {
    // Pairs in the order of the alphabet, so that columns read in another order are the same.
    const std::uint64_t hash = hash_of(word);
    const std::uint64_t pair = mixed(before ^ (hash * 3));
    before = hash;
    for (std::size_t i = 0; i < least.size(); ++i) least[i] = std::min(least[i], mixed(pair + i));
  }
  std::uint64_t numbers = 1;
  for (const std::string& number : page.numbers) numbers = mixed(numbers ^ hash_of(number));
  std::array<std::uint64_t, kBands> out{};
  for (std::size_t band = 0; band < kBands; ++band) {
    out[band] = mixed(numbers + band);
    for (std::size_t row = 0; row < kRows; ++row) out[band] = mixed(out[band] ^ least[band * kRows + row]);
  }
  return out;
}

// The pages that count so far, and how they are found again.
class Counted {
 public:
  // The earlier page that this one repeats; else it counts from now on.
  const PageWords* find_or_add(PageWords page) {
    const auto bands = bands_of(page);
    std::vector<std::size_t> compared;
    for (const std::uint64_t band : bands) {
      const auto bucket = by_band_.find(band);
      if (bucket == by_band_.end()) continue;
      for (const std::size_t other : bucket->second) {
        if (compared.size() >= kMostCompared) break;
        if (std::find(compared.begin(), compared.end(), other) != compared.end()) continue;
        compared.push_back(other);
        if (repeats(page, pages_[other])) return &pages_[other];
      }
    }
    for (const std::uint64_t band : bands) by_band_[band].push_back(pages_.size());
    pages_.push_back(std::move(page));
    return nullptr;
  }

 private:
  std::vector<PageWords> pages_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_band_;
};

std::string_view page_text(const RecordFile& file, std::size_t page) {
  const auto& begins = file.text.page_begins;
  const std::string_view text = file.text.text;
  const std::size_t end = page + 1 < begins.size() ? begins[page + 1] : text.size();
  return text.substr(begins[page], end - begins[page]);
}

// Whether the page beside `page` repeats the one beside `earlier`.
bool beside(const RecordFile& file, std::size_t page, const PageOfFile& earlier, int step) {
  const auto at = static_cast<std::ptrdiff_t>(page) + step;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(file.pages.size())) return false;
  return file.pages[static_cast<std::size_t>(at)].same_as == PageOfFile{earlier.file, earlier.page + step};
}

}  // namespace

void mark_duplicates(const std::vector<std::shared_ptr<RecordFile>>& files) {
  Counted counted;
  struct Small {
    RecordFile* file;
    std::size_t page;
    std::uint64_t words;
  };
  std::vector<Small> small;
  for (const auto& shared : files) {
    RecordFile& file = *shared;
    for (std::size_t i = 0; i < file.pages.size(); ++i) {
      if (file.pages[i].blank || !file.pages[i].loss.empty()) continue;
      PageWords words = words_on(page_text(file, i), {file.name, static_cast<int>(i) + 1});
      if (words.words.empty()) continue;
      if (words.words.size() < kFewWords) {
        small.push_back({&file, i, words.all});
      } else if (const PageWords* earlier = counted.find_or_add(std::move(words))) {
        file.pages[i].same_as = earlier->page;
      }
    }
  }
  std::unordered_map<std::uint64_t, std::vector<PageOfFile>> earlier;
  for (const Small& page : small) {
    auto& same = earlier[page.words];
    const auto found = std::find_if(same.begin(), same.end(), [&](const PageOfFile& other) {
      return beside(*page.file, page.page, other, -1) || beside(*page.file, page.page, other, 1);
    });
    if (found != same.end()) {
      page.file->pages[page.page].same_as = *found;
    } else if (same.size() < kMostCompared) {
      same.push_back({page.file->name, static_cast<int>(page.page) + 1});
    }
  }
}

}  // namespace openimr::records
