// Any bytes as case.yaml: read or refused with a line and a remedy; what is accepted keeps its marks inside the file.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/clean_text.h"
#include "base/data.h"
#include "engine.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(text) != std::string::npos) return 0;  // refused before it is read
  const int lines = line_at(text, text.size());
  const auto form = read_yaml(text, "case.yaml", {1U << 20U, 16, 10'000});
  if (!form) {
    must(!form.error().message.empty() && !form.error().remedy.empty(), "an error names what is wrong and a remedy");
    must(form.error().file == "case.yaml", "an error names the file");
    return 0;
  }
  must(form->text == text, "the text is kept");
  for (const auto& [pointer, mark] : form->marks) {
    must(mark.line >= 1 && mark.line <= lines + 1 && mark.at <= text.size(), "a mark lies in the file");
    must(form->value.contains(nlohmann::json::json_pointer(pointer)), "a mark is that of a value");
  }
  for (const Error& error : check_schema(*form, fuzzing::engine().schema["case"])) {
    must(!error.message.empty() && error.line >= 1 && error.line <= lines + 1, "a breach has a line");
  }
  return 0;
}
