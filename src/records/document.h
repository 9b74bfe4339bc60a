// A document of the case file: a report, a form, a letter. It is some pages of a file, often all of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clean_text.h"
#include "base/date.h"
#include "base/place.h"
#include "records/record_file.h"
#include "records/sections.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

// Something that a page shows, and how much it says for a document that begins there; less than 0: against it.
struct Evidence {
  std::string_view shows;  // "a title"
  int weight;
};

class Document {
 public:
  // Pages `first_page` to `last_page` of a file, which share the file's text. The words of pages that do not count
  // (ReadPage::counts) are not in the clean text.
  Document(std::shared_ptr<const RecordFile> file, int first_page, int last_page,
           const vocabulary::Vocabulary& vocabulary);
  // A text that is a document by itself.
  Document(std::string name, std::string text, const vocabulary::Vocabulary& vocabulary);

  std::string kind;                // "case_summary", "pr2", ...; empty where unknown
  std::optional<Date> date;        // of the report, not of what it tells
  std::string author;              // as printed; empty where unknown
  std::vector<Evidence> evidence;  // that it begins where it does; empty for the first of a file
  CleanText text;
  std::vector<Section> sections;  // by position

  const std::string& name() const { return file_->name; }
  const RecordFile& file() const { return *file_; }
  int first_page() const { return first_page_; }
  int last_page() const { return last_page_; }
  int pages() const { return last_page_ - first_page_ + 1; }
  // The place of a span of the clean text: page, bytes and box of the file.
  Place place(Span clean) const;
  // The section that holds this byte of the clean text; null where none does.
  const Section* section_at(std::uint32_t clean) const;

 private:
  std::shared_ptr<const RecordFile> file_;
  int first_page_;
  int last_page_;
  std::uint32_t begin_;  // of its text in the file's
};

}  // namespace openimr::records
