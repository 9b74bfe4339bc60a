#include "letter/writing/pdf_catalog.h"

#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/core.h>

namespace openimr::letter {
namespace {

// The whole number behind the last `key` of the text, and what follows it.
struct Numbered {
  std::size_t number;
  std::string_view rest;
};

std::optional<Numbered> number_behind(std::string_view text, std::string_view key) {
  const std::size_t at = text.rfind(key);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(at + key.size());
  std::size_t number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failed != std::errc()) return std::nullopt;
  return Numbered{number, digits.substr(static_cast<std::size_t>(end - digits.data()))};
}

tl::unexpected<Error> not_as_written() {
  return fail({ErrorCode::internal, "the PDF library wrote a document of another form", "", "", 0, 0,
               "Please report it, with the version of Cairo."});
}

}  // namespace

Result<std::string> with_language(std::string pdf, const std::string& language) {
  const auto table = number_behind(pdf, "startxref\n");
  if (!table || table->number >= pdf.size()) return not_as_written();
  const std::string_view trailer = std::string_view(pdf).substr(table->number);
  const auto size = number_behind(trailer, "/Size ");
  const auto root = number_behind(trailer, "/Root ");
  const auto info = number_behind(trailer, "/Info ");
  if (!trailer.starts_with("xref\n") || !size || !root || !info) return not_as_written();
  const std::size_t begin = pdf.rfind(fmt::format("\n{} 0 obj\n<<", root->number));
  if (begin == std::string::npos) return not_as_written();
  const std::size_t end = pdf.find(">>\nendobj", begin);
  if (end == std::string::npos) return not_as_written();
  const std::string catalog = pdf.substr(begin + 1, end - begin - 1);
  const std::size_t at = pdf.size();
  pdf += catalog;
  pdf += fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", language);
  const std::size_t new_table = pdf.size();
  pdf += fmt::format(
      "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\n"
      "startxref\n{}\n%%EOF\n",
      root->number, at, size->number, root->number, info->number, table->number, new_table);
  return pdf;
}

}  // namespace openimr::letter
