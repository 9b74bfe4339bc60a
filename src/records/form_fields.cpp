#include "records/form_fields.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "records/printed_lines.h"

namespace openimr::records {
namespace {

constexpr std::size_t kLongestLabel = 80;
constexpr std::size_t kMostLines = 40;

struct Label {
  std::string field;
  std::uint32_t begin;
  std::uint32_t end;  // behind the colon
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (is_white(text.front()) || text.front() == '_')) text.remove_prefix(1);
  while (!text.empty() && (is_white(text.back()) || text.back() == '_')) text.remove_suffix(1);
  return text;
}

// What stands before the first wide gap; nothing where that is lines of a table alone.
std::string_view first_cell(std::string_view line) {
  const auto cells = cells_of(line);
  return cells.empty() ? std::string_view() : cells.front();
}

// The longest known label that ends at the colon of a line.
std::optional<Label> label_before(std::string_view text, std::uint32_t line, std::uint32_t colon,
                                  const FieldLabels& labels) {
  std::optional<Label> best;
  for (std::uint32_t at = colon; at-- > line && colon - at <= kLongestLabel;) {
    const bool begins_word = (at == line || is_white(text[at - 1])) && is_letter(text[at]);
    if (!begins_word) continue;
    const auto found = labels.find(label_words(text.substr(at, colon - at)));
    if (found != labels.end()) best = Label{found->second, at, colon + 1};
  }
  return best;
}

std::vector<Label> labels_in(std::string_view text, const FieldLabels& labels) {
  std::vector<Label> out;
  std::uint32_t line = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == '\f') line = at + 1;
    if (text[at] != ':') continue;
    const std::uint32_t from = out.empty() ? line : std::max(line, out.back().end);
    if (auto label = label_before(text, from, at, labels)) out.push_back(std::move(*label));
  }
  return out;
}

}  // namespace

std::vector<FormField> form_fields(std::string_view text, const FieldLabels& labels) {
  const std::vector<Label> found = labels_in(text, labels);
  std::vector<FormField> out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1].begin : text.size();
    const bool goes_on = found[i].field == "items" || found[i].field == "reasons" || found[i].field == "guideline";
    FormField field{found[i].field, "", {}, {found[i].begin, found[i].end}};
    for (std::size_t at = found[i].end; at < end && field.lines.size() < kMostLines;) {
      const std::size_t next = std::min(text.find_first_of("\n\f", at), end);
      std::string_view line = trimmed(text.substr(at, next - at));
      if (!goes_on) line = first_cell(line);
      if (line.empty() && !field.lines.empty()) break;
      if (!line.empty()) {
        field.lines.emplace_back(line);
        field.value += (field.value.empty() ? "" : " ") + std::string(line);
        field.span.end = static_cast<std::uint32_t>(line.data() + line.size() - text.data());
        if (!goes_on) break;
      } else if (at != found[i].end && !goes_on) {
        break;  // nothing on the label's line, nothing on the next
      }
      at = next + 1;
    }
    if (!field.lines.empty()) out.push_back(std::move(field));
  }
  return out;
}

}  // namespace openimr::records
