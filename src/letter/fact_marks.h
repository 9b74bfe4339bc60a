// The words of the records that facts rest on, as marks in the text of each file. Every place of every fact lies in one
// mark, and every mark belongs to a fact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "records/case_file.h"

namespace openimr::letter {

struct FactMark {
  Span span;                       // of the file's text, on one page
  std::vector<std::size_t> facts;  // indices of Facts::all, in their order
  std::size_t number = 0;          // from 1, over all files
};

struct MarkedPage {
  Span span;                    // of the file's text
  std::vector<FactMark> marks;  // by position, apart from one another
};

struct MarkedFile {
  std::string name;
  std::string_view text;  // of the case file, which must outlive this
  std::vector<MarkedPage> pages;
  std::size_t marks = 0;
};

class FactMarks {
 public:
  FactMarks(const records::CaseFile& file, const facts::Facts& facts);

  // case.yaml first, where a fact rests on it; then every file of the case.
  const std::vector<MarkedFile>& files() const { return files_; }
  // The mark that holds the beginning of a place; null where the case has no such file.
  const FactMark* at(const Place& place) const;
  std::size_t count() const { return count_; }

 private:
  std::vector<MarkedFile> files_;
  std::size_t count_ = 0;
};

}  // namespace openimr::letter
