#include "cli/letter_output.h"

#include <nlohmann/json.hpp>

#include "cli/letter_columns.h"

namespace openimr::cli {

LetterFormat letter_format(const std::string& name) {
  if (name == "json") return LetterFormat::json;
  if (name == "tsv") return LetterFormat::tsv;
  return name == "table" ? LetterFormat::table : LetterFormat::jsonl;
}

std::string rendered(const determination::Determination& letter, const letter::PlaceOf& place_of,
                     const LetterStyle& style) {
  switch (style.format) {
    case LetterFormat::tsv:
      return tsv_rows(letter);
    case LetterFormat::table:
      return table_rows(letter, style.width, style.colour);
    case LetterFormat::json:
    case LetterFormat::jsonl:
      break;
  }
  // The path of a file may be no UTF-8.
  auto out = letter::to_json(letter, place_of).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  if (style.format == LetterFormat::jsonl) out += '\n';
  return out;
}

std::string opening(const LetterStyle& style) {
  switch (style.format) {
    case LetterFormat::json:
      return "[\n";
    case LetterFormat::tsv:
      return tsv_heading();
    case LetterFormat::table:
      return table_heading(style.width, style.colour);
    case LetterFormat::jsonl:
      break;
  }
  return "";
}

std::string between(const LetterStyle& style) {
  return style.format == LetterFormat::json ? ",\n" : "";
}

std::string closing(const LetterStyle& style, bool any) {
  if (style.format != LetterFormat::json) return "";
  return any ? "\n]\n" : "]\n";
}

}  // namespace openimr::cli
