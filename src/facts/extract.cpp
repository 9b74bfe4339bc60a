#include "facts/extract.h"

#include <algorithm>

#include "facts/computed.h"
#include "facts/contradictions.h"
#include "facts/function.h"
#include "facts/reading.h"
#include "facts/visits.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

SearchedDocument searched(const records::Document& document) {
  SearchedDocument out;
  out.name = document.name();
  out.kind = document.kind;
  out.first_page = document.first_page();
  for (int page = document.first_page(); page <= document.last_page(); ++page) {
    const auto& read = document.file().pages[static_cast<std::size_t>(page - 1)];
    if (!read.loss.empty()) {
      out.unreadable.emplace_back(page, read.loss);
    } else if (read.same_as) {
      ++out.repeated;
    } else if (read.blank) {
      ++out.blank;
    } else {
      ++out.pages;
    }
  }
  for (const auto& section : document.sections) {
    if (std::find(out.sections.begin(), out.sections.end(), section.name) == out.sections.end())
      out.sections.push_back(section.name);
  }
  return out;
}

// The days of which documents tell, in order.
std::vector<Date> days_of(const records::CaseFile& file) {
  std::vector<Date> out;
  for (const auto& document : file.documents) {
    if (document.date) out.push_back(*document.date);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// What a utilization review recites: its facts from `first` on are marked as the review's, and those that stand under
// the guidelines it cites, which tell of no patient, are left out.
void mark_review(const Reading& reading, std::size_t first, std::vector<Fact>& facts) {
  const bool is_review = reading.document.kind == "ur_decision";
  const auto names_review = [](const records::Section& s) {
    return s.name.starts_with("utilization review") || s.name == "guidelines cited"sv;
  };
  const auto& sections = reading.document.sections;
  if (!is_review && std::none_of(sections.begin(), sections.end(), names_review)) return;
  std::vector<std::uint32_t> begins;  // of the sections, in the file
  for (const auto& section : sections) begins.push_back(reading.document.place(section.heading).span.begin);
  const auto section_of = [&](const Fact& fact) -> const records::Section* {
    const auto after = std::upper_bound(begins.begin(), begins.end(), fact.places.front().span.begin);
    return after == begins.begin() ? nullptr : &sections[static_cast<std::size_t>(after - begins.begin()) - 1];
  };
  const auto begin = facts.begin() + static_cast<std::ptrdiff_t>(first);
  facts.erase(std::remove_if(begin, facts.end(),
                             [&](Fact& fact) {
                               const records::Section* section = section_of(fact);
                               if (section != nullptr && section->name == "guidelines cited"sv) return true;
                               if (is_review || (section != nullptr && names_review(*section)))
                                 fact.attributes["source"] = "ur";
                               return false;
                             }),
              facts.end());
}

// The table of opioid equivalents that reviewers had on a day: the latest published by its year, else the first.
int mme_table_on(Date day) {
  const std::string year = day.iso().substr(0, 4);
  return year >= "2022" ? 2022 : year >= "2018" ? 2018 : 2016;
}

}  // namespace

Facts extract(const records::CaseFile& file, const vocabulary::Vocabulary& vocabulary, const Options& options) {
  constexpr std::size_t kBytesOfOneFact = 60;  // of text; records hold one in 60 to 100
  Facts facts;
  std::size_t bytes = 0;
  for (const records::Document& document : file.documents) bytes += document.text.text().size();
  facts.all.reserve(bytes / kBytesOfOneFact);
  const std::vector<Date> days = days_of(file);
  for (const records::Document& document : file.documents) {
    const Reading reading(document, vocabulary, days);
    const std::size_t first = facts.all.size();
    read_person(reading, facts.all);
    read_medications(reading, facts.all);
    read_statements(reading, facts.all);
    read_treatments(reading, facts.all);
    read_therapy_note(reading, facts.all);
    read_pain(reading, facts.all);
    mark_review(reading, first, facts.all);
    for (std::size_t i = first; i < facts.all.size(); ++i)
      facts.all[i].document = static_cast<int>(facts.searched.size());
    facts.searched.push_back(searched(document));
  }
  age_events(file, facts);
  add_time_since_injury(file, facts);
  add_durations_of_use(file, facts);
  add_opioid_dose(file, vocabulary, {options.mme_year == 0 ? mme_table_on(file.dates.review) : options.mme_year},
                  facts);
  add_prior_visits(facts);
  add_conservative_weeks(facts);
  add_failed_first_line(vocabulary, facts);
  add_pain_changes(facts);
  add_functional_improvement(facts);
  add_contradictions(file, facts);
  return facts;
}

}  // namespace openimr::facts
