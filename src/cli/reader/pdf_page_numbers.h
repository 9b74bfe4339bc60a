// The pages of a PDF by their numbers in its page tree.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <poppler-document.h>
#include <poppler-page.h>

namespace openimr::reader {

// poppler passes over an entry of the page tree that is no page: it numbers the pages behind it one too low, and misses
// one at the end. It tells so in a complaint, and what is given here has the right numbers again.
class PdfPages {
 public:
  // `most` entries of that kind are put right.
  PdfPages(const poppler::document& document, int most);

  int count() const { return count_; }
  // Page `number`, from 1; null where there is none in its place.
  std::unique_ptr<poppler::page> page(int number) const;

  // Takes what poppler complains of.
  static void hear(const std::string& complaint);

 private:
  const poppler::document& document_;
  int count_;
  std::vector<int> missing_;  // numbers where no page is, rising
};

}  // namespace openimr::reader
