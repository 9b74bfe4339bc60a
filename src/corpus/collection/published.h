// A determination as the collection keeps it: its text, and the fields by which it is found and counted. Everything
// that was published fits: letters of every layout, and rows of other programmes that have fields and no letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "base/result.h"
#include "determination/determination.h"
#include "vocabulary/vocabulary.h"

namespace openimr::corpus {

struct PublishedItem {
  std::string text;  // as the request words it
  std::optional<determination::Decision> decision;
  std::string kind;                     // medication, therapy, diagnostic, ...
  std::string drug;                     // generic name: "carisoprodol"
  std::string drug_class;               // "muscle relaxant"
  std::string treatment;                // of what is no drug: "mri"
  std::string category, subcategory;    // of the programme's own decision search
  std::vector<std::string> body_parts;  // "lumbar spine"
  std::vector<std::string> guidelines;  // that the reviewer relied on: "MTUS Chronic Pain Medical Treatment 2009"
  std::vector<std::string> sections;    // of them: "Carisoprodol (Soma)"
};

struct Published {
  std::string source;     // "imr": a letter of the programme; "dmhc": a row of the Department of Managed Health Care
  std::string reference;  // the case number, or the other programme's reference
  std::optional<Date> decided, injury;
  int year = 0;  // of the report, where no day is printed; 0: that of `decided`
  std::optional<int> age;
  std::string age_range;  // where only that is printed: "41-50"
  std::string sex;        // female, male; empty: not printed
  std::vector<std::string> specialties, states, diagnoses;
  std::vector<PublishedItem> items;
  std::string text;

  // The name under which it is found for good: 16 digits, from its source, reference and text alone.
  std::string id() const;
};

// The fields of a letter that was read (letter/read.h) and interpreted, with the text that it was read from.
Published published_letter(const determination::Determination& letter, std::string text,
                           const vocabulary::Vocabulary& vocabulary);

nlohmann::ordered_json to_json(const Published& letter);
// What to_json() gives. Fails with invalid, naming the field.
Result<Published> published_from_json(const nlohmann::json& json);

}  // namespace openimr::corpus
