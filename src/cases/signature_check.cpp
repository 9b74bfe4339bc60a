#include "cases/signature_check.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/clean_text.h"
#include "base/words.h"
#include "cases/names_in_text.h"
#include "letter/write.h"

namespace openimr::cases {
namespace {

using determination::Citation;
using determination::DecidedItem;
using determination::Determination;
using determination::Printed;
using program::CitationElement;
using program::LetterPart;
using program::Part;

bool is_blank(const Printed& printed) {
  return std::all_of(printed.text.begin(), printed.text.end(), is_white);
}

bool all_blank(const std::vector<Printed>& list) {
  return std::all_of(list.begin(), list.end(), is_blank);
}

bool cites_something(const DecidedItem& item) {
  const auto& cited = item.reviewer.citations;
  return !all_blank(item.references) ||
         std::any_of(cited.begin(), cited.end(), [](const auto& each) { return each.citation.source != "none"; });
}

bool has(const Citation& citation, CitationElement element) {
  switch (element) {
    case CitationElement::title:
      return !citation.title.empty();
    case CitationElement::year:
      return citation.year != 0;
    case CitationElement::section:
      break;
  }
  return !citation.sections.empty() || !citation.chapter.empty();
}

// Words of the longest sentence.
int longest_sentence(const Printed& printed) {
  const CleanText text(printed.text);
  std::size_t longest = 0;
  for (const Span sentence : text.sentences())
    longest =
        std::max(longest, words_in(text.text().substr(sentence.begin, sentence.end - sentence.begin)).words.size());
  return static_cast<int>(longest);
}

class Check {
 public:
  Check(const Determination& letter, const std::vector<std::string>& records, const std::vector<std::string>& names)
      : letter_(letter), records_(records), names_(names) {}

  void look_for(const LetterPart& part) {
    part_ = &part;
    switch (part.part) {
      case Part::decision_per_item:
        return of_items([](const DecidedItem& item) { return item.decided; });
      case Part::condition:
        return condition();
      case Part::documents_reviewed:
        return documents_reviewed();
      case Part::disputed_items:
        return disputed_items();
      case Part::evidence_per_item:
        return of_items(cites_something);
      case Part::reasons_per_item:
        return of_items([](const DecidedItem& item) { return !is_blank(item.rationale); });
      case Part::lay_language:
        return lay_language();
      case Part::qualifications:
        return qualifications();
      case Part::no_reviewer_name:
        return no_reviewer_name();
      case Part::guideline_citation:
        return guideline_citations();
    }
  }

  std::vector<MissingPart> take() { return std::move(found_); }

 private:
  void lacks(const std::string& detail = "", int item = 0, bool soft = false) {
    found_.push_back({std::string(name_of(part_->part)),
                      detail.empty() ? part_->lacks : fmt::format("{}: {}", part_->lacks, detail), part_->section, item,
                      part_->soft || soft});
  }

  template <class Has>
  void of_items(Has has_it) {
    for (std::size_t i = 0; i < letter_.items.size(); ++i) {
      if (!has_it(letter_.items[i])) lacks("", static_cast<int>(i) + 1);
    }
  }

  void condition() {
    if (is_blank(letter_.summary)) lacks();
  }

  void disputed_items() {
    if (letter_.items.empty()) lacks("the letter has no item");
    of_items([](const DecidedItem& item) { return !is_blank(item.text); });
  }

  void documents_reviewed() {
    if (all_blank(letter_.records_reviewed)) return lacks("the list is empty");
    std::vector<std::vector<std::string>> listed;
    for (const Printed& entry : letter_.records_reviewed) listed.push_back(plain_words(entry.text));
    for (const std::string& record : records_) {
      const auto wanted = plain_words(record);
      const bool is_listed =
          std::any_of(listed.begin(), listed.end(), [&](const auto& entry) { return has_in_a_row(entry, wanted); });
      if (!is_listed) lacks(fmt::format("'{}'", record));
    }
  }

  void qualifications() {
    if (all_blank(letter_.licensure)) lacks("the state of licensure");
    if (all_blank(letter_.certification)) lacks("the certification or specialty");
  }

  void no_reviewer_name() {
    std::ostringstream written;
    letter::write_letter_text(written, letter_);
    const auto words = plain_words(written.str());
    const bool named =
        std::any_of(names_.begin(), names_.end(), [&](const std::string& name) { return names_person(words, name); });
    if (named) lacks();
  }

  void lay_language() {
    read_aloud(letter_.summary, 0);
    for (std::size_t i = 0; i < letter_.items.size(); ++i)
      read_aloud(letter_.items[i].rationale, static_cast<int>(i) + 1);
  }

  void read_aloud(const Printed& printed, int item) {
    const int words = longest_sentence(printed);
    if (words > *part_->most_words) lacks(fmt::format("{} words, {} are the most", words, *part_->most_words), item);
  }

  void guideline_citations() {
    for (std::size_t i = 0; i < letter_.items.size(); ++i) {
      for (const auto& [citation, span] : letter_.items[i].reviewer.citations)
        guideline_citation(citation, static_cast<int>(i) + 1);
    }
  }

  void guideline_citation(const Citation& citation, int item) {
    for (const auto& form : part_->citations) {
      if (form.source != citation.source) continue;
      std::vector<std::string_view> needed;
      for (const CitationElement element : form.elements) {
        if (!has(citation, element)) needed.push_back(name_of(element));
      }
      if (!needed.empty())
        lacks(fmt::format("{} {}, its {}", citation.source, citation.title, fmt::join(needed, " and ")), item,
              form.soft);
    }
  }

  const Determination& letter_;
  const std::vector<std::string>& records_;
  const std::vector<std::string>& names_;
  const LetterPart* part_ = nullptr;
  std::vector<MissingPart> found_;
};

}  // namespace

std::vector<MissingPart> missing_parts(const program::Programme& programme, const Determination& determination,
                                       const std::vector<std::string>& records_received,
                                       const std::vector<std::string>& reviewer_names) {
  Check check(determination, records_received, reviewer_names);
  for (const LetterPart& part : programme.letter_parts()) check.look_for(part);
  return check.take();
}

bool hinders_signing(const std::vector<MissingPart>& missing) {
  return std::any_of(missing.begin(), missing.end(), [](const MissingPart& part) { return !part.soft; });
}

}  // namespace openimr::cases
