// The case file as it arrives: the form with its disputed items, and the records.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "base/place.h"
#include "base/result.h"
#include "records/cited_evidence.h"
#include "records/disputed_item.h"
#include "records/document.h"
#include "records/record_file.h"
#include "records/record_reader.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

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
  std::vector<CitedEvidence> evidence;                   // cited beyond the loaded guidelines
  std::vector<std::shared_ptr<const RecordFile>> files;  // by name
  std::vector<Document> documents;                       // in the order of the files and of their pages
  std::vector<Error> losses;                             // files and pages that could not be read
  Place place_of_review_date;
  Place place_of_injury_date, place_of_request_date, place_of_ur_date;  // empty documents where the date is null

  // Adds a file that is one document.
  Document& add_document(std::string name, std::string text, const vocabulary::Vocabulary& vocabulary);
  const RecordFile* file(std::string_view name) const;
};

// Opens a case folder: case.yaml, checked against `case_schema`, and every document below records/. All problems of the
// form are collected, each with file, line and remedy; a case with problems does not open. Fails with the first of
// them. A record that cannot be read is a loss, and no problem. Bounds: case.yaml 1 MiB; 2,000 files; those of the
// reader.
Result<CaseFile> open_case(const std::filesystem::path& folder, const nlohmann::json& case_schema,
                           const vocabulary::Vocabulary& vocabulary, RecordReader& reader,
                           std::vector<Error>& problems);

// A case file of records alone: no form, no item; its dates are for the caller to set.
CaseFile case_of_records(const std::vector<RecordSource>& sources, const vocabulary::Vocabulary& vocabulary,
                         RecordReader& reader);

}  // namespace openimr::records
