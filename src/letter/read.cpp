#include "letter/read.h"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "base/clean_text.h"
#include "letter/letters_in.h"
#include "letter/reading/citations.h"
#include "letter/reading/credentials.h"
#include "letter/reading/header.h"
#include "letter/reading/items.h"
#include "letter/reading/labels.h"
#include "letter/reading/lines.h"
#include "letter/reading/notice.h"
#include "letter/reading/records_reviewed.h"
#include "letter/reading/references.h"

namespace openimr::letter {
namespace {

using determination::Determination;
using determination::Layout;

constexpr std::size_t kMostText = 64U << 20U;

bool is_header(Label label) {
  return label >= Label::case_number && label <= Label::application;
}

bool is_title(Label label) {
  return label <= Label::own_title;
}

bool is_section(Label label) {
  return label >= Label::how && label <= Label::closing && label != Label::disputed;
}

// The lines of one letter.
struct Extent {
  std::size_t first;
  std::size_t last;
};

// Where letters begin: at a title or the table at the head, once the letter before has its decisions. A case number
// that recurs is a running head.
std::vector<Extent> extents(const Lines& lines, const std::vector<Mark>& marks) {
  std::vector<Extent> out;
  std::size_t first = 0;
  bool has_rationale = false;
  bool has_how = false;
  std::string_view number;
  const auto begin_at = [&](std::size_t line) {
    if (line > first) out.push_back({first, line});
    first = line;
    has_rationale = has_how = false;
    number = {};
  };
  for (const Mark& mark : marks) {
    if (mark.label == Label::case_number) {
      const std::string_view value = lines.at(mark.line).substr(mark.end - lines[mark.line].span.begin);
      const Span inner = trimmed(value, {0, static_cast<std::uint32_t>(value.size())});
      const std::string_view printed = value.substr(inner.begin, case_number_length(value.substr(inner.begin)));
      if (has_rationale && (printed.empty() || printed != number)) begin_at(mark.line);
      if (number.empty()) number = printed;
    } else if (is_header(mark.label) || is_title(mark.label)) {
      if (has_rationale) begin_at(mark.line);
    } else if (mark.label == Label::how || mark.label == Label::own_how) {
      if (has_how && has_rationale) begin_at(mark.line);
      has_how = true;
    } else if (mark.label == Label::rationale) {
      has_rationale = true;
    }
  }
  if (first < lines.size()) out.push_back({first, lines.size()});
  return out;
}

class LetterReader {
 public:
  // `marks` are those of all lines.
  LetterReader(Lines& lines, Extent extent, const std::vector<Mark>& marks, std::string_view document, Needed needed)
      : lines_(lines), first_(extent.first), last_(extent.last), document_(document), needed_(needed) {
    const auto from = std::partition_point(marks.begin(), marks.end(), [&](const Mark& m) { return m.line < first_; });
    const auto to = std::partition_point(from, marks.end(), [&](const Mark& m) { return m.line < last_; });
    marks_.assign(from, to);
  }

  Result<Determination> read() {
    letter_.document = document_;
    const std::size_t body = first_section_line();
    read_header(lines_, first_, body, letter_);
    lines_.find_page_edges(first_, last_, letter_.case_number.text);
    std::erase_if(marks_, [this](const Mark& mark) { return lines_[mark.line].page_edge; });
    const auto layout = recognised_layout();
    if (!layout) return unknown();
    letter_.layout = *layout;
    read_credentials();
    read_summary();
    if (const Mark* documents = find(Label::documents); documents != nullptr)
      letter_.records_reviewed = read_records_reviewed(lines_, documents->line + 1, section_end(*documents));
    auto items = letter_.layout == Layout::notice
                     ? read_notice_items(lines_, first_, last_before_closing(), marks_, document_)
                     : read_items_of_section();
    if (!items) return fail(items.error());
    if (items->empty()) return unknown();
    letter_.items = std::move(*items);
    if (letter_.layout == Layout::notice) read_notice_dates(lines_, first_, last_, letter_);
    for (auto& item : letter_.items) finish(item);
    return std::move(letter_);
  }

 private:
  const Mark* find(Label label) const {
    const auto found = std::find_if(marks_.begin(), marks_.end(), [&](const Mark& m) { return m.label == label; });
    return found == marks_.end() ? nullptr : &*found;
  }

  const Mark* find_decisions() const {
    const Mark* plain = find(Label::decisions);
    return plain != nullptr ? plain : find(Label::decisions_of_documents_reviewed);
  }

  std::size_t first_section_line() const {
    const auto found = std::find_if(marks_.begin(), marks_.end(), [](const Mark& m) {
      return (is_section(m.label) && m.label != Label::closing) || m.label == Label::rationale ||
             m.label == Label::claims_administrator;
    });
    return found == marks_.end() ? last_ : found->line;
  }

  // First line of the section after this one.
  std::size_t section_end(const Mark& section) const {
    for (const Mark& mark : marks_)
      if (mark.begin > section.begin && (is_section(mark.label) || mark.label == Label::regarding)) return mark.line;
    return last_;
  }

  // A closing before any rationale is that of a cover letter.
  std::size_t last_before_closing() const {
    bool has_rationale = false;
    for (const Mark& mark : marks_) {
      has_rationale |= mark.label == Label::rationale;
      if (has_rationale && mark.label == Label::closing) return mark.line;
    }
    return last_;
  }

  std::optional<Layout> recognised_layout() const {
    const bool determined = find(Label::regarding) != nullptr || find(Label::notice_title) != nullptr;
    if (determined) return Layout::notice;
    if (find_decisions() == nullptr) return std::nullopt;
    if (find(Label::own_how) != nullptr) return Layout::openimr;
    if (find(Label::professional) != nullptr || find(Label::issue) != nullptr) return Layout::professional_review;
    if (find(Label::decisions_of_documents_reviewed) != nullptr || find(Label::documents) != nullptr)
      return Layout::documents_reviewed;
    if (find(Label::how) == nullptr) return std::nullopt;
    return find(Label::licensure) != nullptr ? Layout::listed_credentials : Layout::paragraph_credentials;
  }

  tl::unexpected<Error> unknown() const {
    std::string recognised;
    std::vector<Label> named;
    for (const Mark& mark : marks_) {
      if (std::find(named.begin(), named.end(), mark.label) != named.end()) continue;
      named.push_back(mark.label);
      if (named.size() <= 8) recognised += fmt::format("{}'{}'", recognised.empty() ? "" : ", ", words_of(mark.label));
    }
    const int line = static_cast<int>(lines_[first_].number);
    if (recognised.empty()) {
      return fail({ErrorCode::invalid, "no determination: no heading or label of a known layout", "", document_, line,
                   0, "See docs/letters.md for the layouts that are read."});
    }
    const bool begun = find_decisions() != nullptr || find(Label::summary) != nullptr;
    return fail({ErrorCode::invalid,
                 fmt::format("{}; recognised {}",
                             begun ? "no item with its decision and rationale: the letter is cut "
                                     "off before them, or of an unknown layout"
                                   : "no determination of a known layout",
                             recognised),
                 "", document_, line, 0, "See docs/letters.md for the layouts that are read."});
  }

  Span section_span(const Mark& section) const {
    const std::size_t end = section_end(section);
    const std::uint32_t begin = section.end;
    return {begin, end > section.line + 1 ? lines_[end - 1].span.end : begin};
  }

  // A value after a label: up to the next label, or an empty line.
  Span labelled(const Mark& label, int usual_gap) const {
    constexpr std::size_t kMostLines = 12;
    const auto next = std::upper_bound(marks_.begin(), marks_.end(), label.line,
                                       [](std::size_t line, const Mark& mark) { return line < mark.line; });
    const std::size_t last = std::min(next == marks_.end() ? last_ : next->line, label.line + kMostLines);
    std::size_t end = label.line + 1;
    while (end < last && (lines_[end].page_edge || !lines_.begins_paragraph(end, usual_gap))) ++end;
    return {label.end, lines_[end - 1].span.end};
  }

  void read_credentials() {
    const int usual_gap = lines_.usual_gap(first_, last_);
    for (const Mark& mark : marks_) {
      auto* list = mark.label == Label::licensure       ? &letter_.licensure
                   : mark.label == Label::certification ? &letter_.certification
                   : mark.label == Label::subspecialty  ? &letter_.subspecialty
                                                        : nullptr;
      if (list != nullptr && list->empty()) *list = listed(lines_, labelled(mark, usual_gap));
    }
    if (!letter_.licensure.empty() || !letter_.certification.empty()) return;
    for (const Label label : {Label::how, Label::qualifications}) {
      if (const Mark* section = find(label); section != nullptr && letter_.certification.empty())
        read_credentials_paragraph(lines_, section_span(*section), letter_);
    }
  }

  // Without the sentence that introduces it: "The expert reviewer developed the following clinical case summary ...:".
  void read_summary() {
    const Mark* section = find(Label::summary);
    if (section == nullptr) return;
    Span span = trimmed(lines_.text(), section_span(*section));
    const std::string_view words = lines_.text().substr(span.begin, span.end - span.begin);
    constexpr std::size_t kIntroduction = 400;
    const bool introduced =
        words.substr(0, kIntroduction).find("following clinical case summary") != std::string_view::npos ||
        begins_with(words, "Disclaimer:") > 0 ||
        words.substr(0, kIntroduction).find("developed the following") != std::string_view::npos;
    if (const std::size_t colon = words.substr(0, kIntroduction).find(":\n");
        introduced && colon != std::string_view::npos) {
      span.begin += static_cast<std::uint32_t>(colon + 1);
    } else if (const std::size_t spaced = words.substr(0, kIntroduction).find(": ");
               introduced && spaced != std::string_view::npos) {
      span.begin += static_cast<std::uint32_t>(spaced + 1);
    }
    letter_.summary = lines_.printed(span);
  }

  Result<std::vector<determination::DecidedItem>> read_items_of_section() {
    const Mark* section = find_decisions();
    std::size_t first = section->line + 1;
    const std::size_t last = std::max(first, section_end(*section));
    std::vector<Mark> marks;
    for (const Mark& mark : marks_) {
      if (mark.line < first || mark.line >= last) continue;
      // The introduction may run over two lines: it ends with a colon.
      if (mark.label == Label::disputed) {
        first = mark.line + 1;
        if (!lines_.at(mark.line).ends_with(":") && first < last && lines_.at(first).ends_with(":")) ++first;
      } else {
        marks.push_back(mark);
      }
    }
    if (first >= last) return std::vector<determination::DecidedItem>{};
    return read_items(lines_, first, last, marks, needed_, document_);
  }

  void finish(determination::DecidedItem& item) {
    if (!item.rationale.stated()) return;
    item.references = references_in(lines_, item.rationale.span);
    const char end = item.rationale.text.back();
    if (std::isalnum(static_cast<unsigned char>(end)) != 0 || end == ',' || end == '-') {
      letter_.warnings.push_back(
          fmt::format("the rationale of '{}' ends without a full stop: the letter may be cut off", item.text.text));
    }
  }

  Lines& lines_;
  std::size_t first_;
  std::size_t last_;
  std::string document_;
  Needed needed_;
  std::vector<Mark> marks_;
  Determination letter_;
};

// Characters that turn the direction of text can make a letter look other than it is.
bool turns_direction(std::string_view text) {
  for (std::size_t at = text.find("\xE2\x80"); at != std::string_view::npos; at = text.find("\xE2\x80", at + 1)) {
    const auto third = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U;
    if (third >= 0xAA && third <= 0xAE) return true;
  }
  return text.find("\xE2\x81\xA6") != std::string_view::npos || text.find("\xE2\x81\xA7") != std::string_view::npos;
}

}  // namespace

Reader::Reader(const nlohmann::json& letters) : citations_(letters) {}

void Reader::cite(const Lines& lines, Determination& letter) const {
  for (auto& item : letter.items) {
    for (determination::Relied* relied : {&item.claims_administrator, &item.reviewer}) {
      if (!relied->paragraph.stated()) continue;
      const Folded folded = lines.fold(relied->paragraph.span);
      if (folded.text.size() > CitationReader::kLongestParagraph)
        letter.warnings.push_back(
            fmt::format("the guidelines of '{}' are too long to be read as citations", item.text.text));
      for (CitedPart& cited : citations_.read(folded.text))
        relied->citations.push_back({std::move(cited.citation), folded.to_original(cited.part.begin, cited.part.end)});
    }
  }
}

std::vector<Result<Determination>> Reader::read(std::string_view text, std::string_view document, Needed needed) const {
  std::vector<Result<Determination>> out;
  const auto refuse = [&](std::string message, std::string remedy) {
    out.push_back(fail({ErrorCode::invalid, std::move(message), "", std::string(document), 0, 0, std::move(remedy)}));
    return std::move(out);
  };
  if (text.size() > kMostText)
    return refuse(fmt::format("larger than {} MiB", kMostText >> 20U), "Split it into its letters.");
  if (text.find('\0') != std::string_view::npos)
    return refuse("not text: it holds zero bytes", "Give a letter as text, PDF or HTML.");
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos)
    return refuse(fmt::format("not UTF-8 text: byte {} begins no character", bad), "Convert it to UTF-8.");
  Lines lines(text);
  if (lines.size() == 0) return refuse("empty: it holds no text", "Give a letter as text, PDF or HTML.");
  const std::vector<Mark> marks = marks_in(lines);
  for (const Extent extent : extents(lines, marks)) {
    auto letter = LetterReader(lines, extent, marks, document, needed).read();
    if (letter) {
      const Span span{lines[extent.first].span.begin, lines[extent.last - 1].span.end};
      if (turns_direction(text.substr(span.begin, span.end - span.begin)))
        letter->warnings.emplace_back(
            "the letter holds characters that turn the direction of text; they were left out");
      cite(lines, *letter);
    }
    out.push_back(std::move(letter));
  }
  return out;
}

std::vector<Span> letters_in(std::string_view text) {
  const Lines lines(text);
  std::vector<Span> out;
  std::uint32_t begin = 0;
  for (const Extent extent : extents(lines, marks_in(lines))) {
    const bool is_last = extent.last == lines.size();
    const std::uint32_t end = is_last ? static_cast<std::uint32_t>(text.size()) : lines[extent.last].span.begin;
    out.push_back({begin, end});
    begin = end;
  }
  return out;
}

}  // namespace openimr::letter
