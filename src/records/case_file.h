// The case file as it arrives: the form with its disputed items, and the records.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/clean_text.h"
#include "base/date.h"
#include "base/place.h"
#include "base/result.h"
#include "records/disputed_item.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

// One document of the file. Pages are what a form feed separates; offsets count through all of them.
struct Document {
  std::string name;  // "records/pr2-2015-08-19.txt"
  std::string kind;  // "case_summary", "pr2", ...; empty where unknown
  std::optional<Date> date;
  CleanText text;

  int pages() const { return text.pages(); }
  // The place of a span of the clean text.
  Place place(Span clean) const;
};

struct DisputedItem {
  std::string text;
  Place place;  // in case.yaml
  ParsedItem parsed;
  std::optional<Date> service_date;  // set: the treatment was already given
  std::string denial_reasons;
  std::string denial_guideline;
};

struct CaseDates {
  std::optional<Date> injury;
  std::optional<Date> request;
  std::optional<Date> ur_decision;
  std::optional<Date> application;
  Date review;  // the day the determination is made
};

struct CaseFile {
  std::string folder;
  std::string form;  // the text of case.yaml
  std::string case_number;
  std::string programme;
  std::string priority;
  CaseDates dates;
  std::vector<std::string> assumed;  // what the author of the case supplied: "dates.review"
  std::optional<int> age;
  std::optional<std::string> sex;
  std::vector<DisputedItem> items;
  std::vector<Document> documents;
  Place place_of_review_date;
  Place place_of_injury_date, place_of_request_date, place_of_ur_date;  // empty documents where the date is null

  const Document* document(std::string_view name) const;
};

// Opens a case folder: case.yaml, checked against `case_schema`, and every document below records/. All problems are
// collected, each with file, line and remedy; a case with problems does not open. Fails with the first of them.
// Bounds: case.yaml 1 MiB; 2,000 documents; 16 MiB a document, 256 MiB together.
Result<CaseFile> open_case(const std::filesystem::path& folder, const nlohmann::json& case_schema,
                           const vocabulary::Vocabulary& vocabulary, std::vector<Error>& problems);

}  // namespace openimr::records
