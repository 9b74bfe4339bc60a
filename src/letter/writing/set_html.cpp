#include <ostream>

#include <fmt/core.h>

#include "letter/writing/letter_style.h"
#include "letter/writing/set_blocks.h"

namespace openimr::letter {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == ' ' && out.ends_with('-')) {
      out += "&#8288;&nbsp;";  // a line that ended after this hyphen would seem to part a word
    } else {
      out += c;
    }
  }
  return out;
}

// A string of CSS: whatever could end it is written as its number.
std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' ||
                       c == '-' || static_cast<unsigned char>(c) >= 0x80;
    out += plain ? std::string(1, c) : fmt::format("\\{:x} ", static_cast<unsigned>(c));
  }
  return out + "\"";
}

// Writes the blocks in order; each function takes those that belong to its element.
class Page {
 public:
  Page(std::ostream& out, const std::vector<Block>& blocks) : out_(out), blocks_(blocks) {}

  void write() {
    out_ << "<header>\n";
    while (is(BlockKind::organisation) || is(BlockKind::programme))
      line("p", is(BlockKind::organisation) ? "organisation" : "programme");
    out_ << "</header>\n<main>\n";
    while (at_ < blocks_.size()) {
      if (is(BlockKind::heading)) {
        section();
      } else {
        part();
      }
    }
    out_ << "</main>\n";
  }

 private:
  bool is(BlockKind kind) const { return at_ < blocks_.size() && blocks_[at_].kind == kind; }

  void section() {
    out_ << "<section>\n";
    line("h2");
    while (at_ < blocks_.size() && !is(BlockKind::heading)) part();
    out_ << "</section>\n";
  }

  void part() {
    if (is(BlockKind::outcome)) {
      outcome();
    } else if (is(BlockKind::item)) {
      item();
    } else if (is(BlockKind::header_row) || is(BlockKind::table_row)) {
      table(blocks_[at_].kind, "case");
    } else if (is(BlockKind::credential)) {
      table(BlockKind::credential, "credentials");
    } else if (is(BlockKind::list_entry)) {
      list();
    } else {
      line(is(BlockKind::title) ? "h1" : "p", class_of(blocks_[at_].kind));
    }
  }

  static const char* class_of(BlockKind kind) {
    return kind == BlockKind::address ? "address" : kind == BlockKind::signature ? "signature" : "";
  }

  void list() {
    const char* element = blocks_[at_].label.empty() ? "ul" : "ol";
    out_ << '<' << element << ">\n";
    while (is(BlockKind::list_entry)) line("li");
    out_ << "</" << element << ">\n";
  }

  void outcome() {
    out_ << "<div class=\"outcome\">\n";
    line("p", "verdict");
    while (is(BlockKind::meaning)) line("p");
    out_ << "</div>\n";
  }

  void item() {
    const Block& block = blocks_[at_++];
    const std::string_view decision = block.decision_word();
    out_ << "<article>\n<h3>" << escaped(block.text) << ":&nbsp;<strong class=\"" << decision << "\">" << decision
         << "</strong></h3>\n";
    while (is(BlockKind::labelled)) line("p");
    out_ << "</article>\n";
  }

  void table(BlockKind kind, const char* name) {
    out_ << "<dl class=\"" << name << "\">\n";
    for (; is(kind); ++at_) {
      out_ << "<div><dt>" << escaped(blocks_[at_].label) << "</dt> <dd>" << escaped(blocks_[at_].text)
           << "</dd></div>\n";
    }
    out_ << "</dl>\n";
  }

  // One block in one element.
  void line(const char* element, const char* name = "") {
    const Block& block = blocks_[at_++];
    out_ << '<' << element << (*name == '\0' ? "" : fmt::format(" class=\"{}\"", name)) << '>';
    if (!block.label.empty()) out_ << "<b>" << escaped(block.label) << "</b> ";
    out_ << escaped(block.text) << "</" << element << ">\n";
  }

  std::ostream& out_;
  const std::vector<Block>& blocks_;
  std::size_t at_ = 0;
};

}  // namespace

void set_html(std::ostream& out, const std::vector<Block>& blocks, const Particulars& particulars) {
  const std::string title = escaped(particulars.title);
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
         "<meta name=\"generator\" content=\"OpenIMR\">\n<title>"
      << title << "</title>\n<style>\n"
      << kLetterStyle << particulars.style << "@page { @bottom-center { content: " << css_string(particulars.foot)
      << " \"Page \" counter(page) \" of \" counter(pages); } }\n</style>\n</head>\n<body>\n";
  Page(out, blocks).write();
  out << "<footer>" << title << "</footer>\n</body>\n</html>\n";
}

}  // namespace openimr::letter
