#include "cli/case_forms.h"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

namespace openimr::cli {

using records::Document;
using records::FieldLabels;
using records::FormField;

namespace {

// "1. Soma 350 mg #100": without its number or bullet.
std::string item_of(std::string line) {
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') ++at;
  const bool numbered = at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
  const bool bullet = line.size() > 2 && (line[0] == '-' || line[0] == '*') && line[1] == ' ';
  return numbered ? line.substr(line.find_first_not_of(' ', at + 1)) : bullet ? line.substr(2) : line;
}

}  // namespace

const FormField* Form::field(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FormField& f) { return f.field == name; });
  return found == fields.end() ? nullptr : &*found;
}

Place Form::place(const FormField& field) const {
  const auto& text = document->file().text;
  const std::uint32_t begin = text.page_begins[static_cast<std::size_t>(document->first_page() - 1)];
  return text.place(document->name(), {field.span.begin + begin, field.span.end + begin});
}

std::vector<std::string> items_of(const FormField& field) {
  std::vector<std::string> out;
  for (const std::string& line : field.lines) {
    std::istringstream parts(line);
    for (std::string part; std::getline(parts, part, ';');) {
      const std::size_t begin = part.find_first_not_of(' ');
      if (begin != std::string::npos) out.push_back(item_of(part.substr(begin)));
    }
  }
  return out;
}

Form form_of(const std::vector<Document>& documents, std::string_view kind, const FieldLabels& labels) {
  const auto found =
      std::find_if(documents.begin(), documents.end(), [&](const Document& d) { return d.kind == kind; });
  if (found == documents.end()) return {};
  return {&*found, records::form_fields(found->text.original(), labels)};
}

FieldLabels labels_of(const nlohmann::json& vocabulary) {
  FieldLabels out;
  for (const auto& row : vocabulary.value("form_fields", nlohmann::json::array())) {
    for (const auto& words : row["words"]) out.emplace(words.get<std::string>(), row["field"].get<std::string>());
  }
  return out;
}

}  // namespace openimr::cli
