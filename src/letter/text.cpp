#include "letter/text.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include <fmt/core.h>

#include "letter/searched.h"

namespace openimr::letter {
namespace {

using determination::Decision;
using determination::Reason;
using determination::Sentence;
using guidelines::Finding;

constexpr const char* kRed = "\033[31m";
constexpr const char* kGreen = "\033[32m";
constexpr const char* kYellow = "\033[33m";
constexpr const char* kBold = "\033[1m";
constexpr const char* kDim = "\033[2m";
constexpr const char* kPlain = "\033[0m";

// Characters on the screen: bytes that begin one.
std::size_t screen_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) {
      out +=
          static_cast<unsigned char>(c) < 0x20 ? '?' : c;  // a control character in a record must not reach a terminal
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

class Writer {
 public:
  Writer(std::ostream& out, const determination::Draft& draft, const TextOptions& options)
      : out_(out), draft_(draft), options_(options) {}

  void write() {
    heading("DRAFT DETERMINATION - not signed");
    paragraph(
        "Prepared by OpenIMR for the expert reviewer. A licensed physician decides; until one signs, nothing here is a "
        "determination.",
        0);
    out_ << '\n';
    paragraph(fmt::format("Case {} - review date {}{} - guideline packs {}", draft_.case_number,
                          draft_.review_date.iso(), draft_.review_date_assumed ? " (assumed)" : "", draft_.packs),
              0);
    heading("CLINICAL CASE SUMMARY");
    if (draft_.summary.empty()) paragraph("No fact that a summary holds was found in the records.", 0);
    sentences(draft_.summary, 0);
    sources();
    heading("ISSUES, DECISIONS AND RATIONALES");
    for (std::size_t i = 0; i < draft_.items.size(); ++i) item(draft_.items[i], i + 1);
    if (!draft_.warnings.empty()) {
      heading("FOR THE REVIEWER'S ATTENTION");
      for (const auto& warning : draft_.warnings) {
        paragraph("! " + warning.message + ".", 0, 2);
        for (const Place& place : warning.places) {
          if (!place.text.empty()) paragraph(source(place), 4, 2);
        }
      }
    }
  }

 private:
  void heading(const std::string& text) { out_ << '\n' << paint(kBold, text) << "\n\n"; }

  std::string paint(const char* colour, const std::string& text) const {
    return options_.colour ? colour + text + kPlain : text;
  }

  // Wraps at the width; lines after the first are indented by `hang` more.
  void paragraph(std::string_view text, int indent, int hang = 0) {
    const auto width = static_cast<std::size_t>(options_.width);
    std::string line(static_cast<std::size_t>(indent), ' ');
    bool empty = true;
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string_view word = text.substr(at, end - at);
      at = end + 1;
      if (word.empty()) continue;
      if (!empty && screen_width(line) + 1 + screen_width(word) > width) {
        out_ << line << '\n';
        line.assign(static_cast<std::size_t>(indent + hang), ' ');
        empty = true;
      }
      if (!empty) line += ' ';
      line += word;
      empty = false;
    }
    if (!empty) out_ << line << '\n';
  }

  // Number of a reason in the list of sources below the text.
  std::size_t number_of(const Reason& reason) {
    std::string text = std::visit([](const auto& value) { return source(value); }, reason);
    const auto found = std::find(listed_.begin(), listed_.end(), text);
    if (found != listed_.end()) return static_cast<std::size_t>(found - listed_.begin()) + 1;
    listed_.push_back(std::move(text));
    return listed_.size();
  }

  void sentences(const std::vector<Sentence>& list, int indent) {
    std::string text;
    for (const Sentence& sentence : list) {
      std::string marks;
      for (const Reason& reason : sentence.reasons)
        marks += fmt::format("{}{}", marks.empty() ? "" : ",", number_of(reason));
      text += fmt::format("{}{} [{}]", text.empty() ? "" : " ", folded(sentence.text), marks);
    }
    paragraph(text, indent);
  }

  static std::string where(const Place& place) {
    return fmt::format("{} p. {} ({}-{})", place.document, place.page, place.span.begin, place.span.end);
  }

  void sources() {
    if (listed_.empty()) return;
    out_ << '\n';
    for (std::size_t i = 0; i < listed_.size(); ++i) paragraph(fmt::format("[{}] {}", i + 1, listed_[i]), 2, 5);
    listed_.clear();
  }
  static std::string source(const Place& place) { return fmt::format("\"{}\" - {}", folded(place.text), where(place)); }
  static std::string source(const determination::Citation& citation) { return citation.text; }

  void item(const determination::ItemDraft& item, std::size_t number) {
    const std::string decision = !item.addressed ? "NO DRAFT DECISION (not in any loaded guideline)"
                                 : item.decision == Decision::overturned ? "draft: OVERTURNED (medically necessary)"
                                                                         : "draft: UPHELD (the denial stands)";
    out_ << paint(kBold, fmt::format("{}. {}", number, folded(item.text))) << '\n';
    out_ << "   "
         << paint(!item.addressed                         ? kYellow
                  : item.decision == Decision::overturned ? kGreen
                                                          : kRed,
                  decision)
         << "\n\n";
    if (item.addressed) {
      for (std::size_t i = 0; i < item.citations.size(); ++i) {
        paragraph(fmt::format("{}{}", i == 0 ? "Guideline: " : "and ", item.citations[i].text), i == 0 ? 3 : 14,
                  i == 0 ? 11 : 0);
      }
    } else {
      for (const auto& step : item.searched) {
        std::string names;
        for (const auto& name : step.guidelines) names += (names.empty() ? "" : "; ") + name;
        paragraph(fmt::format("Searched {}: {}", step.step, names.empty() ? "nothing loaded" : names), 3, 4);
      }
    }
    out_ << '\n';
    sentences(item.rationale, 3);
    sources();
    if (!item.criteria.empty()) {
      out_ << "\n   " << paint(kBold, "Criteria") << '\n';
      for (const auto& c : item.criteria) criterion(c);
    }
    if (!item.would_overturn.empty()) {
      out_ << "\n   " << paint(kBold, "What would change the decision") << '\n';
      for (const auto& set : item.would_overturn) change(item, set);
    }
    out_ << '\n';
  }

  void criterion(const determination::CriterionTrace& c) {
    const auto& rule = *c.evaluated.criterion;
    const Finding finding = c.evaluated.finding;
    const bool bad = rule.kind == guidelines::Kind::exclusion ? finding == Finding::met : finding == Finding::not_met;
    const char* colour = bad ? kRed : finding == Finding::met ? kGreen : kYellow;
    const char* mark = finding == Finding::met ? "\u25CF" : finding == Finding::not_met ? "\u2715" : "\u25CB";
    const std::string state =
        fmt::format("{} {:<15}", mark, c.evaluated.conflict ? "conflict" : guidelines::name_of(finding));
    out_ << "   " << paint(colour, state) << rule.says << '\n';
    std::string detail = fmt::format("{}{}, {}{}", guidelines::name_of(rule.kind), rule.soft ? " (never decides)" : "",
                                     guidelines::name_of(rule.standing),
                                     c.decided   ? ", decided"
                                     : c.rescued ? ", rescued"
                                                 : "");
    if (!c.evaluated.value.empty()) detail += ", " + c.evaluated.value;
    out_ << std::string(20, ' ') << paint(kDim, fmt::format("[{}: {}]", rule.id, detail)) << '\n';
    for (const Place& place : c.evaluated.places)
      paragraph(fmt::format("\"{}\" - {}", folded(place.text), where(place)), 20, 2);
    if (finding == Finding::not_documented && !c.evaluated.conflict) searched(rule.words);
  }

  void searched(const std::vector<std::string_view>& words) {
    constexpr std::size_t kShown = 8;
    std::string text = "not documented in " + folded(searched_sentence(draft_.searched));
    if (!words.empty()) text += "; searched for";
    for (std::size_t i = 0; i < std::min(kShown, words.size()); ++i)
      text += fmt::format("{} {}", i == 0 ? "" : ",", words[i]);
    if (words.size() > kShown) text += fmt::format(" and {} more", words.size() - kShown);
    paragraph(text, 20, 2);
  }

  void change(const determination::ItemDraft& item, const std::vector<std::string>& set) {
    paragraph(item.would_overturn.size() > 1 ? "Either all of these:" : "All of these:", 3);
    for (const auto& c : item.criteria) {
      if (std::find(set.begin(), set.end(), c.evaluated.criterion->id) == set.end()) continue;
      paragraph(fmt::format("- {}", c.evaluated.criterion->shown_by.empty() ? c.evaluated.criterion->says
                                                                            : c.evaluated.criterion->shown_by),
                5, 2);
    }
  }

  std::ostream& out_;
  const determination::Draft& draft_;
  const TextOptions& options_;
  std::vector<std::string> listed_;
};

}  // namespace

void write_text(std::ostream& out, const determination::Draft& draft, const TextOptions& options) {
  Writer(out, draft, options).write();
}

}  // namespace openimr::letter
