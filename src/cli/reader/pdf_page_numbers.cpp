#include "cli/reader/pdf_page_numbers.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace openimr::reader {
namespace {

constexpr std::string_view kPassedOver = "Kid object (page ";

// The numbers that poppler would have given to the entries it passed over; null where nobody listens.
std::vector<int>* listening = nullptr;
std::size_t most_heard = 0;

}  // namespace

void PdfPages::hear(const std::string& complaint) {
  const auto at = complaint.find(kPassedOver);
  if (listening == nullptr || at == std::string::npos || listening->size() >= most_heard) return;
  int number = 0;
  const char* begin = complaint.data() + at + kPassedOver.size();
  const auto [end, error] = std::from_chars(begin, complaint.data() + complaint.size(), number);
  if (error == std::errc() && number > 0) listening->push_back(number);
}

PdfPages::PdfPages(const poppler::document& document, int most) : document_(document), count_(document.pages()) {
  std::vector<int> passed_over;
  listening = &passed_over;
  most_heard = static_cast<std::size_t>(std::max(0, most));
  // To ask for the last page makes poppler walk the whole tree.
  std::unique_ptr<poppler::page> last(count_ > 0 ? document.create_page(count_ - 1) : nullptr);
  listening = nullptr;
  for (int missed = 0; !last && missed < count_ && missing_.size() < passed_over.size(); ++missed) {
    missing_.push_back(passed_over[missing_.size()] + missed);
    last.reset(missed + 1 < count_ ? document.create_page(count_ - missed - 2) : nullptr);
  }
}

std::unique_ptr<poppler::page> PdfPages::page(int number) const {
  const auto at = std::lower_bound(missing_.begin(), missing_.end(), number);
  if (at != missing_.end() && *at == number) return nullptr;
  return std::unique_ptr<poppler::page>(document_.create_page(number - 1 - static_cast<int>(at - missing_.begin())));
}

}  // namespace openimr::reader
