// Any text as a form: its fields stand in the text, in order, and none is empty.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/clean_text.h"
#include "engine.h"
#include "records/form_fields.h"
#include "records/written_days.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const records::FieldLabels labels = {
      {"date of injury", "injury_date"}, {"date", "other"},         {"employee name", "employee"},
      {"disputed services", "items"},    {"rationale", "reasons"},  {"type of utilization review", "review_type"},
      {"employer", "employer"},          {"claim number", "claim"}, {"date of birth", "birth_date"}};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(text) != std::string_view::npos) return 0;  // text of records is UTF-8
  std::uint32_t before = 0;
  for (const auto& field : records::form_fields(text, labels)) {
    must(!field.field.empty() && !field.value.empty() && !field.lines.empty(), "a field has a value");
    must(field.span.begin >= before, "fields come in order");
    must(field.span.begin < field.span.end && field.span.end <= text.size(), "a field stands in the text");
    must(field.value.size() <= field.span.end - field.span.begin, "no more is read than is printed");
    static_cast<void>(records::written_days(field.value));
    before = field.span.begin;
  }
  return 0;
}
