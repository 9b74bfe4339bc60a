// The fields of a form, as labels with what stands behind them: "Date of Injury: 1/5/2014   Claim Number: 123".
//
// A value stands behind its label on the line, to the next label or a wide gap; where nothing stands there, it is the
// line below. The field of a list or a paragraph goes on to the next label or an empty line.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr::records {

// Words of labels, as clean text has them, to the field: packs/vocabulary/documents.yaml, form_fields.
using FieldLabels = std::map<std::string, std::string, std::less<>>;

struct FormField {
  std::string field;
  std::string value;               // with single spaces
  std::vector<std::string> lines;  // of the value, as printed
  Span span;                       // of label and value, in the text
};

// By position. A label whose value is empty is left out.
std::vector<FormField> form_fields(std::string_view text, const FieldLabels& labels);

}  // namespace openimr::records
