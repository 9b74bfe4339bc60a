#include "server/api/case_view.h"

#include <algorithm>
#include <array>

#include "cases/case_json.h"
#include "cases/event_types.h"
#include "office/invoice.h"
#include "server/api/party_roles.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;
using cases::Case;

OrderedJson text_or_null(const std::string& text) {
  return text.empty() ? OrderedJson() : OrderedJson(text);
}

// Acts of which a party learns by the papers that they get, or not at all.
constexpr std::array<std::string_view, 17> kInternal = {"reviewers-approved", "reviewer-proposed",
                                                        "conflict-found",     "reviewer-accepted",
                                                        "draft-prepared",     "own-finding-recorded",
                                                        "finding-accepted",   "finding-overridden",
                                                        "item-decided",       "submitted",
                                                        "quality-returned",   "quality-passed",
                                                        "taken-back",         "signed",
                                                        "invoiced",           "application-found-new",
                                                        "records-requested"};

bool is_internal(std::string_view event) {
  return std::find(kInternal.begin(), kInternal.end(), event) != kInternal.end();
}

// That the determination was served is told by the paper itself, where it is kept.
bool is_told_by_paper(const Case& c, const cases::Sent& sent) {
  return sent.notice.empty() && std::any_of(c.sent.begin(), c.sent.end(), [&](const cases::Sent& other) {
           return other.notice == "determination" && other.to.role == sent.to.role && other.on == sent.on;
         });
}

OrderedJson sent_view(const Call& call) {
  auto out = OrderedJson::array();
  for (const cases::Sent& sent : call.c().sent) {
    if (call.who.is_party() && !stands_for(call.who.role, sent.to.role)) continue;
    if (is_told_by_paper(call.c(), sent)) continue;
    out.push_back({{"notice", sent.notice.empty() ? "determination" : sent.notice},
                   {"to", sent.to.role},
                   {"by", sent.by},
                   {"on", sent.on.iso()},
                   {"text", text_or_null(sent.text)},
                   {"pdf", text_or_null(sent.pdf)}});
    if (!call.who.is_party()) out.back()["proof"] = text_or_null(sent.proof);
  }
  return out;
}

OrderedJson fee_view(const Call& call) {
  if (call.c().invoiced_cents)
    return {{"says", call.c().invoiced_fee}, {"cents", *call.c().invoiced_cents}, {"section", ""}};
  const auto fee = office::fee_of(call.found(), call.shared.engine.vocabulary, "physician");
  if (!fee) return {};
  return {{"says", fee->id}, {"cents", fee->cents}, {"section", fee->section}};
}

// Without what a party may not see.
void hide_from_party(const Case& c, OrderedJson& out) {
  out.erase("reviewers");
  for (OrderedJson& item : out["items"]) {
    item.erase("drafted");
    item.erase("reviews");
    if (!c.determined) item["decision"] = nullptr;
  }
  if (!c.determined) out["letters"] = OrderedJson::array();
}

// Without the other reviewers and what they decided.
void hide_from_reviewer(const Case& c, const std::string& me, OrderedJson& out) {
  const auto of_others = [&](const OrderedJson& each) { return each.at("reviewer") != me; };
  const auto drop = [&](OrderedJson& list) {
    list.erase(std::remove_if(list.begin(), list.end(), of_others), list.end());
  };
  drop(out["reviewers"]);
  for (OrderedJson& item : out["items"]) {
    drop(item["reviews"]);
    if (!c.determined && c.reviewers_needed > 1) item["decision"] = nullptr;
  }
}

}  // namespace

OrderedJson case_view(const Call& call) {
  const Case& c = call.c();
  OrderedJson out = cases::to_json(*call.programme, c, call.now);
  out["today"] = call.now.day.iso();
  for (OrderedJson& party : out["parties"]) {
    const program::PartyRole* role = call.programme->party(party.at("role").get<std::string>());
    party["says"] = role == nullptr ? party.at("role") : OrderedJson(role->says);
  }
  out["sent"] = sent_view(call);
  if (call.who.is_staff()) {
    out["invoiced_cents"] = c.invoiced_cents ? OrderedJson(*c.invoiced_cents) : OrderedJson();
    out["fee"] = fee_view(call);
  }
  if (call.who.is_party()) hide_from_party(c, out);
  if (call.who.is_reviewer()) hide_from_reviewer(c, call.who.account, out);
  return out;
}

Response case_answer(Call& call, Case behind) {
  call.known = std::make_shared<const Case>(std::move(behind));
  Response out = json_text(case_view(call).dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
  out.headers.set("ETag", tag_of_version(call.c().version));
  return out;
}

std::optional<Reply> answer_again(Call& call, const store::EventKey& key) {
  const auto before = call.recorded_under(key);
  if (!before) return refuse(before.error());
  if (!before->has_value()) return {};
  auto behind = call.office.ledger().load(call.c().number);
  if (!behind) return refuse(behind.error());
  return case_answer(call, std::move(*behind));
}

std::optional<OrderedJson> event_view(const Call& call, const cases::KeptEvent& kept) {
  const cases::CaseEvent& event = kept.event;
  if (call.who.is_party() && is_internal(event.type)) return {};
  const bool of_other_reviewer =
      call.who.is_reviewer() && event.who.role == "review" && event.who.id != call.who.account;
  if (of_other_reviewer) return {};
  const cases::EventType* type = cases::event_type(event.type);
  const program::Act* act = nullptr;
  for (const program::Act& each : call.programme->life().acts()) {
    if (each.event == event.type) act = &each;
  }
  OrderedJson out = {{"version", kept.version},
                     {"event", event.type},
                     {"says", type == nullptr ? event.type : std::string(type->says)},
                     {"on", event.on.iso()},
                     {"state", event.state},
                     {"section", act == nullptr ? OrderedJson() : text_or_null(act->section)}};
  if (call.who.is_party()) return out;
  out["who"] = event.who.text();
  out["why"] = text_or_null(event.why);
  out["what"] = event.what;
  return out;
}

}  // namespace openimr::server
