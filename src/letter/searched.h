// What was searched for a finding of "not documented": proof of absence, as counts and as a sentence.
#pragma once

#include <string>
#include <vector>

#include "facts/fact.h"

namespace openimr::letter {

// Over all documents of a case.
struct SearchedPages {
  std::vector<std::string> documents;  // files, each once
  int readable = 0;                    // pages whose words were searched
  int unreadable = 0;
  int blank = 0;
  int repeated = 0;
  std::vector<std::string> sections;  // kinds of section that were found, each once
};
SearchedPages searched_pages(const std::vector<facts::SearchedDocument>& documents);

// The unreadable pages of a file that have one cause.
struct UnreadablePages {
  std::string document;
  std::string why;
  std::string pages;  // "12, 40-48"
};
std::vector<UnreadablePages> unreadable_pages(const std::vector<facts::SearchedDocument>& documents);

// "612 readable pages of 3 documents; 28 unreadable (bad fax: pages 12, 40-48 of x.pdf); 10 blank, 150 that repeat
// others". At most five causes are named.
std::string searched_sentence(const std::vector<facts::SearchedDocument>& documents);

}  // namespace openimr::letter
