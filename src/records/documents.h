// The documents inside a file: where each begins, its kind, its day and its author. A scanned case file is one PDF of a
// thousand pages, and what was so on which day is known by the report that tells it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "records/document.h"
#include "records/page_look.h"
#include "records/record_file.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

// What the author of the case knows of a file (case.yaml): it is one document then.
struct KnownDocument {
  std::string kind;
  std::optional<Date> date;
};

// The documents of a file, by page. A document begins at the first page, and where the evidence for it adds up
// (evidence_at); pages without words belong to the document before them. A text that names its pages by form feeds is
// read like a PDF.
std::vector<Document> documents_of(const std::shared_ptr<const RecordFile>& file, const KnownDocument& known,
                                   const vocabulary::Vocabulary& vocabulary);

// The evidence that a page begins a document, after the page `before` of the document that begins with `first`; and
// what it must add up to.
std::vector<Evidence> evidence_at(const PageLook& page, const PageLook& before, const PageLook& first);
inline constexpr int kEnoughEvidence = 4;

}  // namespace openimr::records
