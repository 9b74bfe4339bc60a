#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "letter/facts_html_parts.h"
#include "letter/html_text.h"

namespace openimr::letter {
namespace {

constexpr std::uint32_t kLongPage = 12'000;  // bytes; of a longer page what stands around its marks is shown
constexpr std::uint32_t kAround = 800;

// "1 to 4, 7, 9 to 12"
std::string ranges(const std::vector<std::size_t>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    out += out.empty() ? "" : ", ";
    out += last == i ? std::to_string(pages[i]) : fmt::format("{} to {}", pages[i], pages[last]);
    i = last + 1;
  }
  return out;
}

class PageText {
 public:
  PageText(std::ostream& out, const FactsPage& page, const MarkedFile& file, const MarkedPage& marked)
      : out_(out), page_(page), text_(file.text), marked_(marked) {}

  void write() {
    out_ << "<pre>";
    std::uint32_t at = marked_.span.begin;
    for (const Span& part : shown()) {
      left_out(at, part.begin);
      write_part(part);
      at = part.end;
    }
    left_out(at, marked_.span.end);
    out_ << "</pre>\n";
  }

 private:
  // The whole page, or of a long one the lines around its marks.
  std::vector<Span> shown() const {
    const Span whole = marked_.span;
    if (page_.options.all_pages || whole.end - whole.begin <= kLongPage) return {whole};
    std::vector<Span> out;
    for (const FactMark& mark : marked_.marks) {
      const Span around = {line_begin(mark.span.begin - std::min(kAround, mark.span.begin - whole.begin)),
                           line_end(std::min(whole.end, mark.span.end + kAround))};
      if (!out.empty() && around.begin <= out.back().end) {
        out.back().end = std::max(out.back().end, around.end);
      } else {
        out.push_back(around);
      }
    }
    return out;
  }

  std::uint32_t line_begin(std::uint32_t at) const {
    const std::uint32_t furthest = at - std::min(kAround, at - marked_.span.begin);
    while (at > furthest && text_[at - 1] != '\n') --at;
    return at;
  }
  std::uint32_t line_end(std::uint32_t at) const {
    const std::uint32_t furthest = std::min(marked_.span.end, at + kAround);
    while (at < furthest && text_[at] != '\n') ++at;
    return at;
  }

  void left_out(std::uint32_t from, std::uint32_t to) {
    if (from >= to) return;
    out_ << "</pre>\n<p class=\"left-out\">" << count_in_words(to - from, "character")
         << " without a fact left out</p>\n<pre>";
  }

  std::string text(std::uint32_t from, std::uint32_t to) const { return html_text(text_.substr(from, to - from)); }

  void write_part(Span part) {
    std::uint32_t at = part.begin;
    for (const FactMark& mark : marked_.marks) {
      if (!part.contains(mark.span)) continue;
      out_ << text(at, mark.span.begin);
      write_mark(mark);
      at = mark.span.end;
    }
    out_ << text(at, part.end);
  }

  void write_mark(const FactMark& mark) {
    const auto& first = page_.facts.all[mark.facts.front()];
    out_ << fmt::format("<mark id=\"mark-{}\" class=\"{}\"><a href=\"#fact-{}\">", mark.number,
                        class_of(first.assertion), mark.facts.front() + 1)
         << text(mark.span.begin, mark.span.end) << "</a>";
    for (const std::size_t number : mark.facts) {
      const auto& fact = page_.facts.all[number];
      const std::string what = fmt::format(
          "{}: {}", fact.concept_name.empty() ? kind_in_words(fact.name) : fact.concept_name, word_of(fact.assertion));
      out_ << fmt::format("<sup class=\"{}\"><a href=\"#fact-{}\" title=\"{}\">{}{}</a></sup>",
                          class_of(fact.assertion), number + 1, html_text(what), sign_of(fact.assertion), number + 1);
    }
    out_ << "</mark>";
  }

  std::ostream& out_;
  const FactsPage& page_;
  std::string_view text_;
  const MarkedPage& marked_;
};

void write_page(std::ostream& out, const FactsPage& page, std::size_t file_number, std::size_t number) {
  const MarkedFile& file = page.marks.files()[file_number];
  const MarkedPage& marked = file.pages[number];
  const std::string id = fmt::format("file-{}-page-{}", file_number + 1, number + 1);
  out << "<article id=\"" << id << "\" aria-labelledby=\"" << id << "-name\">\n<h3 id=\"" << id << "-name\">"
      << html_text(file.name) << " <span class=\"page-no\">page " << number + 1 << " of " << file.pages.size()
      << "</span></h3>\n<div class=\"sheet\">\n<div class=\"text\">\n";
  PageText(out, page, file, marked).write();
  std::set<std::size_t> facts;
  for (const FactMark& mark : marked.marks) facts.insert(mark.facts.begin(), mark.facts.end());
  std::erase_if(facts, [&](std::size_t i) { return is_drawn(page.facts.all[i]); });
  out << "</div>\n";
  if (!facts.empty()) out << "<ol class=\"facts\">\n";
  for (const std::size_t fact : facts) write_fact(out, page, fact);
  out << (facts.empty() ? "" : "</ol>\n") << "</div>\n</article>\n";
}

}  // namespace

void write_marked_pages(std::ostream& out, const FactsPage& page) {
  out << "<section id=\"pages\">\n<h2>Pages</h2>\n<p>The words that a fact rests on are marked; the sign and number "
         "behind them lead to the fact, and its number leads back.</p>\n";
  for (std::size_t f = 0; f < page.marks.files().size(); ++f) {
    const MarkedFile& file = page.marks.files()[f];
    std::vector<std::size_t> without;
    for (std::size_t i = 0; i < file.pages.size(); ++i) {
      if (!page.options.all_pages && file.pages[i].marks.empty()) {
        without.push_back(i + 1);
      } else {
        write_page(out, page, f, i);
      }
    }
    if (without.empty()) continue;
    out << "<p class=\"left-out\">" << html_text(file.name) << ": " << (without.size() == 1 ? "page " : "pages ")
        << ranges(without) << (without.size() == 1 ? " holds" : " hold") << " no fact and "
        << (without.size() == 1 ? "is" : "are") << " left out. With --all-pages every page is shown.</p>\n";
  }
  out << "</section>\n";
}

void write_inventory(std::ostream& out, const FactsPage& page) {
  std::map<std::string_view, std::size_t> numbers;
  for (std::size_t f = 0; f < page.marks.files().size(); ++f) numbers[page.marks.files()[f].name] = f;
  out << "<section id=\"documents\">\n<h2>Documents</h2>\n<div class=\"wide\"><table>\n<thead><tr>"
         "<th scope=\"col\">File</th><th scope=\"col\" class=\"n\">Pages</th><th scope=\"col\">Kind</th>"
         "<th scope=\"col\">Date</th><th scope=\"col\">Author</th><th scope=\"col\" class=\"n\">Marks</th>"
         "<th scope=\"col\">Note</th></tr></thead>\n<tbody>\n";
  for (const records::Document& document : page.file.documents) {
    const std::size_t f = numbers.at(document.name());
    const MarkedFile& file = page.marks.files()[f];
    std::size_t marks = 0;
    std::size_t repeated = 0;
    std::vector<std::size_t> lost;
    std::size_t shown = 0;  // first page with an anchor
    for (int p = document.first_page(); p <= document.last_page(); ++p) {
      const auto i = static_cast<std::size_t>(p) - 1;
      if (i < file.pages.size()) marks += file.pages[i].marks.size();
      if (shown == 0 && i < file.pages.size() && (page.options.all_pages || !file.pages[i].marks.empty()))
        shown = i + 1;
      if (i >= document.file().pages.size()) continue;
      const records::ReadPage& read = document.file().pages[i];
      if (read.same_as) ++repeated;
      if (!read.loss.empty()) lost.push_back(i + 1);
    }
    const std::string name = html_text(document.name());
    out << "<tr><td>" << (shown == 0 ? name : fmt::format("<a href=\"#file-{}-page-{}\">{}</a>", f + 1, shown, name))
        << "</td><td class=\"n\">"
        << (document.pages() == 1 ? std::to_string(document.first_page())
                                  : fmt::format("{}&ndash;{}", document.first_page(), document.last_page()))
        << "</td><td>" << (document.kind.empty() ? "not known" : html_text(kind_in_words(document.kind))) << "</td><td>"
        << (document.date ? html_time(*document.date) : "not known") << "</td><td>" << html_text(document.author)
        << "</td><td class=\"n\">" << marks << "</td><td>";
    if (repeated > 0) out << count_in_words(repeated, "page") << " sent before";
    if (!lost.empty()) out << (repeated > 0 ? "; " : "") << "unreadable: page " << ranges(lost);
    out << "</td></tr>\n";
  }
  out << "</tbody>\n</table></div>\n</section>\n";
}

}  // namespace openimr::letter
