#include "cases/event_types.h"

#include <algorithm>

namespace openimr::cases {
namespace {

using Kind = FieldKind;

constexpr bool kRequired = true;
constexpr bool kOptional = false;

}  // namespace

const std::vector<EventType>& event_types() {
  const Field result = {"result", Kind::text, kRequired, "how it ended"};
  const Field outstanding = {"result", Kind::text, kOptional, "all or others-to-come; found out where it is left out"};
  const Field item = {"item", Kind::item, kRequired, "which disputed item"};
  const Field reviewer = {"reviewer", Kind::reviewer, kRequired, "the id of the reviewer"};
  const Field by = {"by", Kind::channel, kOptional, "how it was sent or served"};
  const Field from = {"from", Kind::role, kRequired, "the party, by its role"};
  const Field documents = {"documents", Kind::documents, kOptional, "what came with it"};
  const Field of = {"of", Kind::role, kRequired, "the party that is asked, by its role"};
  const Field asked = {"asked", Kind::text, kRequired, "what is asked for"};
  const Field reasons = {"reasons", Kind::texts, kOptional, "the rules that fail, by id"};
  const Field criterion = {"criterion", Kind::text, kRequired, "the criterion, by its id"};
  const Field letter = {"letter", Kind::document, kRequired, "the determination as data"};
  const Field text = {"text", Kind::document, kRequired, "the letter as text"};
  const Field pdf = {"pdf", Kind::document, kOptional, "the letter as PDF"};
  static const std::vector<EventType> all = {
      {"application-received",
       {{"programme", Kind::text, kRequired, "the programme, by its id"},
        {"priority", Kind::priority, kRequired, "standard or expedited"},
        {"dispute", Kind::text, kOptional, "the class of dispute; ordinary where it is left out"},
        {"injury", Kind::day, kOptional, "the day of the injury"},
        {"request", Kind::day, kOptional, "the day of the request for authorization"},
        {"ur_decision", Kind::day, kOptional, "the day of the decision in dispute"},
        {"ur_served_by", Kind::channel, kOptional, "how that decision was served"},
        {"age", Kind::number, kOptional, "of the injured worker, in years"},
        {"sex", Kind::text, kOptional, "of the injured worker: female or male"},
        {"claim", Kind::text, kOptional, "the claim, by the administrator's number"},
        {"parties", Kind::parties, kOptional, "the parties"},
        {"items", Kind::items, kRequired, "the disputed items"},
        documents},
       "an application arrived"},
      {"application-found-new", {}, "the dispute had no application yet"},
      {"duplicate-found", {{"of", Kind::text, kRequired, "the case it repeats"}}, "the dispute had an application"},
      {"information-requested", {of, asked, by}, "a party was asked for facts"},
      {"information-received", {from, documents}, "the facts came"},
      {"information-overdue", {}, "the facts did not come"},
      {"eligibility-decided", {result, reasons, by}, "whether the application is eligible was decided"},
      {"deferred", {reasons}, "the application was put off"},
      {"liability-resolved", {by}, "the dispute of liability ended"},
      {"reopened", {}, "the application was taken up again"},
      {"consolidated",
       {{"with", Kind::text, kRequired, "the case that was taken in"},
        {"items", Kind::items, kRequired, "its items"},
        documents},
       "another application was taken in"},
      {"joined",
       {{"into", Kind::text, kRequired, "the case it goes on in"}},
       "the application goes on in another case"},
      {"assigned", {{"by", Kind::channel, kRequired, "how the notice was sent"}}, "the notice of assignment was sent"},
      {"notice-sent",
       {{"notice", Kind::text, kRequired, "which notice, by its id"},
        {"to", Kind::party, kRequired, "the party"},
        {"by", Kind::channel, kRequired, "how it was sent"},
        {"text", Kind::document, kOptional, "the notice as text"},
        {"pdf", Kind::document, kOptional, "the notice as PDF"},
        {"proof", Kind::document, kOptional, "the proof of service"}},
       "a party was sent a notice"},
      {"records-received", {from, {"documents", Kind::documents, kRequired, "the records"}}, "records arrived"},
      {"records-complete", {}, "the records were found complete"},
      {"records-overdue", {}, "the records were late"},
      {"records-requested", {of, asked, by}, "a party was asked for more records"},
      {"reviewers-approved", {{"count", Kind::number, kRequired, "how many"}}, "more than one reviewer was approved"},
      {"reviewer-proposed",
       {reviewer,
        {"explanation", Kind::texts, kOptional, "why this one"},
        {"conflicts", Kind::document, kOptional, "the evidence of the conflict check"}},
       "an expert reviewer was asked"},
      {"conflict-found", {reviewer}, "an expert reviewer was released"},
      {"reviewer-accepted",
       {{"attestation", Kind::text, kOptional, "what the reviewer attests"},
        {"licences", Kind::texts, kOptional, "states of licensure, as the letter says them"},
        {"certifications", Kind::texts, kOptional, "boards and specialties, as the letter says them"},
        {"conflicts", Kind::document, kOptional, "the evidence of the conflict check"},
        outstanding},
       "an expert reviewer accepted the case"},
      {"draft-prepared",
       {{"draft", Kind::document, kRequired, "the draft as data"},
        {"decisions", Kind::decisions, kRequired, "what it proposes for each item"}},
       "a draft was prepared"},
      {"own-finding-recorded",
       {item, {"decision", Kind::decision, kRequired, "the reviewer's own"}},
       "a reviewer recorded their own finding"},
      {"finding-accepted", {item, criterion}, "a finding of the draft was accepted"},
      {"finding-overridden",
       {item, criterion, {"finding", Kind::text, kRequired, "met, not met or not documented"}},
       "a finding of the draft was overridden"},
      {"item-decided",
       {item,
        {"decision", Kind::decision, kRequired, "Upheld or Overturned"},
        {"rationale", Kind::text, kOptional, "why, in words for the worker"},
        {"citation", Kind::text, kOptional, "what it rests on, as the letter cites it"}},
       "a reviewer decided on an item"},
      {"submitted",
       {{"summary", Kind::text, kOptional, "the clinical summary"}, outstanding},
       "a reviewer submitted the determination"},
      {"quality-returned", {}, "the quality check returned the determination"},
      {"quality-passed", {}, "the quality check passed the determination"},
      {"taken-back", {}, "a reviewer took the determination back"},
      {"signed", {letter, text, pdf, outstanding}, "a reviewer signed"},
      {"issued", {by}, "the determination was issued"},
      {"served",
       {{"to", Kind::party, kRequired, "the party"},
        {"by", Kind::channel, kRequired, "how it was served"},
        {"proof", Kind::document, kOptional, "the proof of service"}},
       "the determination was served on a party"},
      {"implemented",
       {{"how", Kind::text, kRequired, "authorized, paid, or why not"}},
       "the determination was carried out"},
      {"corrected", {letter, text, pdf}, "the letter was corrected by another beside it"},
      {"invoiced",
       {{"fee", Kind::text, kRequired, "which row of the fees, by its id"},
        {"cents", Kind::number, kRequired, "the amount in cents"}},
       "the claims administrator was invoiced"},
      {"published",
       {{"letter", Kind::document, kRequired, "the letter without names, as data"},
        {"text", Kind::document, kOptional, "the same as text"},
        pdf,
        {"removals", Kind::document, kOptional, "what was taken out of it, by which rule"},
        {"of", Kind::document, kOptional, "the letter of the parties that it was made of, as data"}},
       "the determination was published"},
      {"closed", {}, "the case was closed"},
      {"appeal-filed", {from}, "an appeal was filed"},
      {"appeal-decided", {result}, "the appeal was decided"},
      {"priority-changed", {{"priority", Kind::priority, kRequired, "standard or expedited"}}, "the priority changed"},
      {"administrator-changed",
       {{"to", Kind::party, kRequired, "the new claims administrator"}},
       "the claims administrator changed"},
      {"address-changed",
       {{"of", Kind::role, kRequired, "the party, by its role"},
        {"address", Kind::text, kOptional, "its postal address, or where it is reached by the way it agreed on"},
        {"by", Kind::channel, kOptional, "the way of service that it agreed on"}},
       "where a party is reached, or how it is served, was set down"},
      {"extension-granted", {}, "an extension was approved"},
      {"item-ended", {item}, "the review of an item ended"},
      {"terminated",
       {{"cause", Kind::text, kOptional, "authorized, settled or withdrawn"}},
       "the review ended without a determination"},
  };
  return all;
}

const EventType* event_type(std::string_view id) {
  const auto& all = event_types();
  const auto found = std::find_if(all.begin(), all.end(), [&](const EventType& type) { return type.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace openimr::cases
