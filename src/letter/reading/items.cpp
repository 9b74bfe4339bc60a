#include "letter/reading/items.h"

#include <algorithm>

#include <fmt/core.h>

namespace openimr::letter {
namespace {

using determination::DecidedItem;

// The labels of one item.
struct Parts {
  const Mark* claims_administrator = nullptr;
  const Mark* reviewer = nullptr;
  const Mark* rationale = nullptr;

  const Mark* first() const {
    const Mark* out = nullptr;
    for (const Mark* mark : {claims_administrator, reviewer, rationale})
      if (mark != nullptr && (out == nullptr || mark->begin < out->begin)) out = mark;
    return out;
  }
  // The rationale, which ends an item, or what stands last where it was cut out.
  const Mark* last() const {
    if (rationale != nullptr) return rationale;
    const bool reviewer_last =
        reviewer != nullptr && (claims_administrator == nullptr || claims_administrator->begin < reviewer->begin);
    return reviewer_last ? reviewer : claims_administrator;
  }
};

constexpr std::size_t kMostItems = 500;

bool is_rationale(Label label) {
  return label == Label::rationale;
}

// Puts the marks together item by item: an item ends where a label comes that it already has, or after its rationale.
std::vector<Parts> group(const std::vector<Mark>& marks) {
  const bool labelled = std::any_of(marks.begin(), marks.end(), [](const Mark& mark) {
    return mark.label == Label::claims_administrator || mark.label == Label::reviewer;
  });
  std::vector<Parts> items;
  Parts current;
  const auto close = [&] {
    if (current.first() != nullptr) items.push_back(current);
    current = {};
  };
  for (const Mark& mark : marks) {
    const bool claims =
        mark.label == Label::claims_administrator || (!labelled && mark.label == Label::claims_administrator_sentence);
    const bool reviewer = mark.label == Label::reviewer || (!labelled && mark.label == Label::reviewer_sentence);
    if (!claims && !reviewer && !is_rationale(mark.label)) continue;
    const Mark*& place = claims ? current.claims_administrator : reviewer ? current.reviewer : current.rationale;
    if (current.rationale != nullptr && !labelled && !is_rationale(mark.label) && !claims) continue;
    if (place != nullptr || current.rationale != nullptr) close();
    (claims ? current.claims_administrator : reviewer ? current.reviewer : current.rationale) = &mark;
  }
  close();
  return items;
}

class ItemReader {
 public:
  ItemReader(const Lines& lines, std::size_t first, std::size_t last, Needed needed, std::string_view file)
      : lines_(lines),
        first_(first),
        last_(last),
        usual_gap_(lines.usual_gap(first, last)),
        needed_(needed),
        file_(file) {}

  Result<std::vector<DecidedItem>> read(const std::vector<Parts>& parts) {
    if (parts.size() > kMostItems) return damaged(fmt::format("the letter has more than {} items", kMostItems), first_);
    std::vector<DecidedItem> items;
    std::size_t from = first_;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t label = parts[i].first()->line;
      const auto statement = label > from ? statement_at_end(lines_, from, label - 1, usual_gap_, i > 0) : std::nullopt;
      const auto text = statement ? statement->text : text_without_decision(i > 0 ? &parts[i - 1] : nullptr, label);
      if (!statement && (needed_ == Needed::whole_letter || text.empty())) {
        return damaged(
            fmt::format("item {} has no decision: no line ends with ': Upheld' or ': Overturned' before '{}'", i + 1,
                        words_of(parts[i].first()->label)),
            label);
      }
      if (!items.empty()) {
        items.back().rationale = rationale(parts[i - 1], line_begin(text));
        if (lacks_rationale(items.back())) return damaged(without_rationale(i), label, items.back().text.text);
      }
      DecidedItem item;
      item.text = lines_.printed(text);
      item.decided = statement.has_value();
      if (statement) {
        item.decision = statement->decision;
        item.decision_span = statement->words;
      }
      if (parts[i].rationale == nullptr && needed_ == Needed::whole_letter) {
        return damaged(without_rationale(i + 1), label, item.text.text);
      }
      item.claims_administrator.paragraph = until_next(parts[i].claims_administrator, parts[i]);
      item.reviewer.paragraph = until_next(parts[i].reviewer, parts[i]);
      part_sentences(item);
      items.push_back(std::move(item));
      from = parts[i].last()->line;
    }
    if (items.empty()) return items;
    if (last_ > from + 1 && statement_at_end(lines_, from + 1, last_ - 1, usual_gap_, true) &&
        (lines_.at(last_ - 1).ends_with("Upheld") || lines_.at(last_ - 1).ends_with("Overturned"))) {
      return damaged(fmt::format("the letter is cut off after the decision of item {}", items.size() + 1), last_ - 1);
    }
    items.back().rationale = rationale(parts.back(), end_of(last_));
    if (lacks_rationale(items.back()))
      return damaged(without_rationale(items.size()), last_ - 1, items.back().text.text);
    return items;
  }

 private:
  tl::unexpected<Error> damaged(std::string message, std::size_t line, std::string offending = "") const {
    return fail({ErrorCode::invalid, std::move(message), std::move(offending), std::string(file_),
                 static_cast<int>(lines_[std::min(line, last_ - 1)].number), 0,
                 "Read the letter again from its source."});
  }

  std::uint32_t end_of(std::size_t line) const { return lines_[line - 1].span.end; }
  // Where the line begins that holds the statement's text, so that its number goes with it.
  std::uint32_t line_begin(Span text) const { return lines_[lines_.line_of(text.begin)].span.begin; }

  // From a label to the next label of the same item.
  determination::Printed until_next(const Mark* mark, const Parts& parts) const {
    if (mark == nullptr) return {};
    std::uint32_t end = end_of(last_);
    for (const Mark* other : {parts.claims_administrator, parts.reviewer, parts.rationale})
      if (other != nullptr && other->begin > mark->begin) end = std::min(end, other->begin);
    return lines_.printed({mark->end, end});
  }

  determination::Printed rationale(const Parts& parts, std::uint32_t end) const {
    return parts.rationale == nullptr ? determination::Printed{} : lines_.printed({parts.rationale->end, end});
  }

  bool lacks_rationale(const DecidedItem& item) const {
    return needed_ == Needed::whole_letter && !item.rationale.stated();
  }

  // What is requested, where no decision follows it: the last lines before the label, without the colon that led to the
  // decision. Empty where there are none.
  Span text_without_decision(const Parts* before, std::size_t label) const {
    std::size_t first = before == nullptr ? first_ : before->last()->line + 1;
    if (first >= label) return {};
    if (before != nullptr) first = first_line_of_item(lines_, first, label - 1, usual_gap_);
    Span text = trimmed(lines_.text(), {lines_[first].span.begin, lines_[label - 1].span.end});
    if (!text.empty() && lines_.text()[text.end - 1] == ':') --text.end;
    return trimmed(lines_.text(), text);
  }

  static std::string without_rationale(std::size_t item) {
    return fmt::format("item {} has no rationale: the letter is cut off in it, or damaged", item);
  }

  // Where both sides' sentences stand in one paragraph, the reviewer's begins with its own subject.
  void part_sentences(DecidedItem& item) const {
    if (item.reviewer.paragraph.stated() || !item.claims_administrator.paragraph.stated()) return;
    const Folded folded = lines_.fold(item.claims_administrator.paragraph.span);
    for (const std::string_view subject : {". The Expert Reviewer ", ". The Physician Reviewer "}) {
      const std::size_t at = folded.text.find(subject);
      if (at == std::string::npos) continue;
      const Span claims = folded.to_original(0, at + 1);
      const Span reviewer = folded.to_original(at + 2, folded.text.size());
      item.claims_administrator.paragraph = lines_.printed(claims);
      item.reviewer.paragraph = lines_.printed(reviewer);
      return;
    }
  }

  const Lines& lines_;
  std::size_t first_;
  std::size_t last_;
  int usual_gap_;
  Needed needed_;
  std::string_view file_;
};

}  // namespace

Result<std::vector<DecidedItem>> read_items(const Lines& lines, std::size_t first, std::size_t last,
                                            const std::vector<Mark>& marks, Needed needed, std::string_view file) {
  return ItemReader(lines, first, last, needed, file).read(group(marks));
}

}  // namespace openimr::letter
