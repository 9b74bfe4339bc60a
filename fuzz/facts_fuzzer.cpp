// Any text as a record, with four disputed items, to facts and to the draft: every place says what stands there, and
// every sentence of the draft has a reason.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine.h"
#include "facts/extract.h"
#include "records/case_file.h"
#include "review/draft.h"

using namespace openimr;
using fuzzing::must;

namespace {

constexpr std::string_view kForm = "case_number: FUZZ\ndates: { review: 2015-10-30 }\n";
constexpr std::string_view kReview = "2015-10-30";
constexpr auto kReviewAt = static_cast<std::uint32_t>(kForm.find(kReview));
constexpr std::size_t kLongest = 16384;

void check(const Place& place, std::string_view record) {
  if (place.document == "case.yaml") return;
  must(place.document == "records/note.txt", "a place is in a document of the case");
  must(place.span.begin < place.span.end && place.span.end <= record.size(), "a place lies in its document");
  must(record.substr(place.span.begin, place.span.end - place.span.begin) == place.text, "a place has the very bytes");
  must(place.page >= 1, "pages count from 1");
}

void check(const std::vector<determination::Sentence>& sentences, std::string_view record) {
  for (const auto& sentence : sentences) {
    must(!sentence.text.empty() && !sentence.reasons.empty(), "every sentence has a reason");
    for (const auto& reason : sentence.reasons) {
      if (const auto* place = std::get_if<Place>(&reason)) check(*place, record);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view record(reinterpret_cast<const char*>(data), size);
  if (size > kLongest || first_invalid_utf8(record) != std::string_view::npos) return 0;
  const auto& engine = fuzzing::engine();
  records::CaseFile file{.folder = "(fuzz)",
                         .form = std::string(kForm),
                         .case_number = "FUZZ",
                         .programme = "ca-dwc-imr",
                         .priority = "standard",
                         .dates = {.injury = std::nullopt,
                                   .request = std::nullopt,
                                   .ur_decision = std::nullopt,
                                   .application = std::nullopt,
                                   .review = Date::from_iso(kReview).value()},
                         .assumed = {},
                         .age = std::nullopt,
                         .sex = std::nullopt,
                         .items = {},
                         .evidence = {},
                         .files = {},
                         .documents = {},
                         .losses = {},
                         .place_of_review_date = {"case.yaml", 1, {kReviewAt, kReviewAt + 10}, std::string(kReview)},
                         .place_of_injury_date = {},
                         .place_of_request_date = {},
                         .place_of_ur_date = {}};
  for (const char* text : {"Soma 350 mg #60", "Norco 10/325mg #120", "Ambien 10 mg #30", "Massage therapy, 8 visits"}) {
    records::DisputedItem item;
    item.text = text;
    item.place = {"case.yaml", 1, {0, 1}, "c"};
    item.parsed = records::parse_item(text, engine.vocabulary);
    file.items.push_back(std::move(item));
  }
  if (file.add_document("records/note.txt", std::string(record), engine.vocabulary).text.text().empty()) return 0;
  const auto facts = facts::extract(file, engine.vocabulary);
  for (const auto& fact : facts.all) {
    must(!fact.name.empty() && !fact.places.empty(), "every fact has a name and a place");
    for (const Place& place : fact.places) check(place, record);
  }
  for (const auto& contradiction : facts.contradictions) {
    for (const Place& place : contradiction.places) check(place, record);
  }
  const auto draft = review::draft(file, facts, engine.library, engine.vocabulary, "fuzz");
  must(draft.has_value(), "a case with a date in force is drafted");
  check(draft->summary, record);
  for (const auto& item : draft->items) {
    check(item.rationale, record);
    must(item.citations.size() <= 3, "at most three citations");
    for (const auto& criterion : item.criteria) {
      for (const Place& place : criterion.evaluated.places) check(place, record);
      must(!criterion.evaluated.conflict || criterion.evaluated.finding == guidelines::Finding::not_documented,
           "a conflict is not documented");
    }
  }
  return 0;
}
