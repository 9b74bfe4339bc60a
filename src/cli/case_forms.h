// The two forms that every case starts with, the application (DWC Form IMR) and the denial, as their fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/place.h"
#include "records/document.h"
#include "records/form_fields.h"

namespace openimr::cli {

// A form of the case and its fields; no document where the files hold none of its kind.
struct Form {
  const records::Document* document = nullptr;
  std::vector<records::FormField> fields;

  // Null where the form has no such field.
  const records::FormField* field(std::string_view name) const;
  // Where a field of it stands, label and value.
  Place place(const records::FormField& field) const;
};

// The items of a field that lists them, one a line or parted by ';', without their numbers and bullets.
std::vector<std::string> items_of(const records::FormField& field);

// The first document of the kind.
Form form_of(const std::vector<records::Document>& documents, std::string_view kind,
             const records::FieldLabels& labels);

// The labels of packs/vocabulary/documents.yaml.
records::FieldLabels labels_of(const nlohmann::json& vocabulary);

}  // namespace openimr::cli
