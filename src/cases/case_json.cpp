#include "cases/case_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cases/clocks.h"

namespace openimr::cases {
namespace {

using nlohmann::ordered_json;

template <class T>
ordered_json iso_or_null(const std::optional<T>& value) {
  return value ? ordered_json(value->iso()) : ordered_json();
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json decision_or_null(const std::optional<Decision>& decision) {
  return decision ? ordered_json(determination::name_of(*decision)) : ordered_json();
}

ordered_json to_json(const CaseParty& party) {
  return {{"role", party.role},
          {"name", party.name},
          {"address", text_or_null(party.address)},
          {"by", text_or_null(party.by)}};
}

ordered_json item_json(const program::Programme& programme, const Case& c, std::size_t i) {
  const Item& item = c.items[i];
  ordered_json out = {{"item", i + 1},
                      {"text", item.text},
                      {"service_date", iso_or_null(item.service_date)},
                      {"ended", item.ended ? ordered_json(*item.ended) : ordered_json()},
                      {"from_case", text_or_null(item.from_case)},
                      {"drafted", shows_draft(c, item) ? decision_or_null(item.drafted) : ordered_json()},
                      {"decision", decision_or_null(decision_on(programme, c, i))},
                      {"reviews", ordered_json::array()}};
  for (const ItemDecision& each : item.decided) {
    out["reviews"].push_back({{"reviewer", each.reviewer},
                              {"decision", determination::name_of(each.decision)},
                              {"rationale", each.rationale},
                              {"citation", text_or_null(each.citation)}});
  }
  return out;
}

ordered_json to_json(const RunningDeadline& running) {
  return {{"rule", running.deadline.rule->id},
          {"what", running.deadline.what},
          {"from", running.from.iso()},
          {"due", iso_or_null(running.deadline.due)},
          {"kept", iso_or_null(running.kept)},
          {"state", name_of(running.state)},
          {"flag", running.deadline.rule->is_flag},
          {"section", running.deadline.rule->section},
          {"standing", guidelines::name_of(running.deadline.rule->standing)}};
}

}  // namespace

bool shows_draft(const Case& c, const Item& item) {
  if (c.reviewers.empty()) return false;
  return std::all_of(c.reviewers.begin(), c.reviewers.end(), [&](const CaseReviewer& reviewer) {
    return std::any_of(item.own.begin(), item.own.end(),
                       [&](const OwnFinding& own) { return own.reviewer == reviewer.id; });
  });
}

ordered_json to_json(const program::Programme& programme, const Case& c, const program::Moment& now) {
  const program::State* state = programme.life().state(c.state);
  ordered_json out = {{"case_number", c.number},
                      {"version", c.version},
                      {"programme", c.programme},
                      {"state", c.state},
                      {"says", state != nullptr ? state->says : ""},
                      {"work", state != nullptr ? text_or_null(state->work) : ordered_json()},
                      {"due", iso_or_null(due_of(programme, c))},
                      {"priority", c.priority},
                      {"dispute", c.dispute},
                      {"dates",
                       {{"injury", iso_or_null(c.injury)},
                        {"request", iso_or_null(c.request)},
                        {"ur_decision", iso_or_null(c.ur_decision)},
                        {"application", iso_or_null(c.received)},
                        {"assigned", iso_or_null(c.assigned)},
                        {"records_complete", iso_or_null(c.complete)},
                        {"determination", iso_or_null(c.determined)},
                        {"ended", iso_or_null(c.ended)}}},
                      {"parties", ordered_json::array()},
                      {"items", ordered_json::array()},
                      {"records", ordered_json::array()},
                      {"reviewers", ordered_json::array()},
                      {"letters", ordered_json::array()},
                      {"sent", ordered_json::array()},
                      {"deadlines", ordered_json::array()}};
  for (const CaseParty& party : c.parties) out["parties"].push_back(to_json(party));
  for (std::size_t i = 0; i < c.items.size(); ++i) out["items"].push_back(item_json(programme, c, i));
  for (const Record& record : c.records) {
    out["records"].push_back({{"document", record.document},
                              {"name", record.name},
                              {"kind", text_or_null(record.kind)},
                              {"date", iso_or_null(record.date)},
                              {"received", record.received.iso()}});
  }
  for (const CaseReviewer& reviewer : c.reviewers) {
    out["reviewers"].push_back({{"reviewer", reviewer.id},
                                {"accepted", reviewer.accepted},
                                {"submitted", reviewer.submitted},
                                {"signed", reviewer.signed_}});
  }
  for (const Letter& letter : c.letters) {
    out["letters"].push_back(
        {{"on", letter.on.iso()}, {"letter", letter.letter}, {"text", letter.text}, {"pdf", text_or_null(letter.pdf)}});
  }
  for (const Sent& sent : c.sent) {
    out["sent"].push_back({{"notice", sent.notice.empty() ? "determination" : sent.notice},
                           {"to", sent.to.role},
                           {"by", sent.by},
                           {"on", sent.on.iso()}});
  }
  for (const RunningDeadline& running : deadlines_of(programme, c, now)) out["deadlines"].push_back(to_json(running));
  return out;
}

ordered_json to_json(const KeptEvent& kept) {
  const CaseEvent& event = kept.event;
  return {{"version", kept.version},        {"event", event.type}, {"on", event.on.iso()}, {"who", event.who.text()},
          {"why", text_or_null(event.why)}, {"what", event.what},  {"state", event.state}, {"hash", kept.hash.hex()}};
}

}  // namespace openimr::cases
