#include "cli/reader/html_text.h"

#include <algorithm>
#include <unordered_map>

namespace openimr::reader {
namespace {

enum class Element : std::uint8_t { running, block, paragraph, line_break, row, cell, preformatted, left_out };

Element element_of(std::string_view name) {
  using enum Element;
  static const std::unordered_map<std::string_view, Element> kElements = {
      {"address", block},
      {"article", block},
      {"aside", block},
      {"body", block},
      {"caption", block},
      {"center", block},
      {"dd", block},
      {"details", block},
      {"dir", block},
      {"div", block},
      {"dt", block},
      {"fieldset", block},
      {"figcaption", block},
      {"figure", block},
      {"footer", block},
      {"form", block},
      {"header", block},
      {"hgroup", block},
      {"html", block},
      {"legend", block},
      {"li", block},
      {"main", block},
      {"menu", block},
      {"nav", block},
      {"option", block},
      {"section", block},
      {"summary", block},
      {"tbody", block},
      {"tfoot", block},
      {"thead", block},
      {"blockquote", paragraph},
      {"dl", paragraph},
      {"h1", paragraph},
      {"h2", paragraph},
      {"h3", paragraph},
      {"h4", paragraph},
      {"h5", paragraph},
      {"h6", paragraph},
      {"hr", paragraph},
      {"ol", paragraph},
      {"p", paragraph},
      {"table", paragraph},
      {"ul", paragraph},
      {"br", line_break},
      {"tr", row},
      {"td", cell},
      {"th", cell},
      {"pre", preformatted},
      {"textarea", preformatted},
      {"head", left_out},
      {"script", left_out},
      {"style", left_out},
      {"template", left_out},
      {"title", left_out},
      {"noembed", left_out},
      {"svg", left_out},
  };
  const auto found = kElements.find(name);
  return found == kElements.end() ? running : found->second;
}

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

void HtmlText::start(std::string_view element) {
  const Element kind = element_of(element);
  if (kind == Element::left_out) ++left_out_;
  if (left_out_ > 0) return;
  switch (kind) {
    case Element::block:
      part(Gap::line);
      break;
    case Element::paragraph:
      part(Gap::paragraph);
      break;
    case Element::line_break:
      part(gap_ == Gap::none ? Gap::line : Gap::paragraph);
      break;
    case Element::row:
      row_has_text_ = false;
      part(Gap::line);
      break;
    case Element::cell:
      start_cell();
      break;
    case Element::preformatted:
      ++preformatted_;
      part(Gap::paragraph);
      break;
    case Element::running:
    case Element::left_out:
      break;
  }
}

void HtmlText::end(std::string_view element) {
  const Element kind = element_of(element);
  if (kind == Element::left_out) left_out_ = std::max(0, left_out_ - 1);
  if (left_out_ > 0) return;
  switch (kind) {
    case Element::block:
      part(Gap::line);
      break;
    case Element::paragraph:
      part(Gap::paragraph);
      break;
    case Element::row:
      row_has_text_ = false;
      cell_is_empty_ = false;
      part(Gap::line);
      break;
    case Element::preformatted:
      preformatted_ = std::max(0, preformatted_ - 1);
      part(Gap::paragraph);
      break;
    case Element::cell:
    case Element::line_break:
    case Element::running:
    case Element::left_out:
      break;
  }
}

void HtmlText::add(std::string_view letters) {
  if (left_out_ > 0) return;
  while (!letters.empty()) {
    const auto word =
        static_cast<std::size_t>(std::find_if(letters.begin(), letters.end(), is_white) - letters.begin());
    if (word > 0) write(letters.substr(0, word));
    letters.remove_prefix(word);
    if (letters.empty()) return;
    if (preformatted_ == 0) {
      spaces_ = std::max<std::size_t>(spaces_, 1);
    } else if (letters.front() == '\n') {
      part(gap_ == Gap::none ? Gap::line : Gap::paragraph);
    } else {
      ++spaces_;
    }
    letters.remove_prefix(1);
  }
}

void HtmlText::part(Gap gap) {
  spaces_ = 0;
  if (!cell_is_empty_) gap_ = std::max(gap_, gap);
}

void HtmlText::start_cell() {
  if (row_has_text_) {
    gap_ = Gap::none;
    spaces_ = 2;
  }
  cell_is_empty_ = true;
}

void HtmlText::write(std::string_view word) {
  const bool at_line_start = text_.empty() || gap_ != Gap::none;
  if (!text_.empty() && gap_ != Gap::none) text_ += gap_ == Gap::line ? "\n" : "\n\n";
  if (!at_line_start || preformatted_ > 0) text_.append(spaces_, ' ');
  text_ += word;
  gap_ = Gap::none;
  spaces_ = 0;
  cell_is_empty_ = false;
  row_has_text_ = true;
}

}  // namespace openimr::reader
