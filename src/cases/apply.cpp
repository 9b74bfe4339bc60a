// What each event changes. The fields were checked when the event was entered (cases/event_types.h).
#include <algorithm>
#include <map>

#include "cases/case.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

Decision decision_in(const json& value) {
  return value == "Overturned" ? Decision::overturned : Decision::upheld;
}

std::optional<Date> day_in(const json& what, const char* field) {
  const auto found = what.find(field);
  if (found == what.end() || !found->is_string()) return std::nullopt;
  return Date::from_iso(found->get_ref<const std::string&>());
}

CaseParty party_of(const json& value) {
  return {value.at("role"), value.at("name"), value.value("address", ""), value.value("by", "")};
}

void add_items(Case& c, const CaseEvent& event, const std::string& from_case) {
  for (const json& each : event.what.at("items")) {
    Item item;
    item.text = each.at("text");
    item.service_date = day_in(each, "service_date");
    item.denial_reasons = each.value("reasons", "");
    item.denial_guideline = each.value("guideline", "");
    item.from_case = from_case;
    c.items.push_back(std::move(item));
  }
}

void add_records(Case& c, const CaseEvent& event) {
  const auto documents = event.what.find("documents");
  if (documents == event.what.end()) return;
  for (const json& each : *documents) {
    const std::string document = each.at("document");
    const bool known = std::any_of(c.records.begin(), c.records.end(),
                                   [&](const Record& record) { return record.document == document; });
    if (known) continue;  // sent again
    c.records.push_back({document, each.at("name"), each.value("kind", ""), day_in(each, "date"), event.on});
  }
}

Item& item_of(Case& c, const CaseEvent& event) {
  return c.items.at(event.what.at("item").get<std::size_t>() - 1);
}

CaseReviewer& acting_reviewer(Case& c, const CaseEvent& event) {
  const auto found = std::find_if(c.reviewers.begin(), c.reviewers.end(),
                                  [&](const CaseReviewer& each) { return each.id == event.who.id; });
  return found != c.reviewers.end() ? *found : c.reviewers.emplace_back(CaseReviewer{.id = event.who.id});
}

// Replaces the one that stands for the same, or adds it.
template <class T, class Same>
void keep_last(std::vector<T>& list, T value, const Same& same) {
  const auto found = std::find_if(list.begin(), list.end(), same);
  if (found != list.end()) {
    *found = std::move(value);
  } else {
    list.push_back(std::move(value));
  }
}

void receive(Case& c, const CaseEvent& e) {
  c.received = e.on;
  c.programme = e.text("programme");
  c.priority = e.text("priority");
  if (const std::string dispute = e.text("dispute"); !dispute.empty()) c.dispute = dispute;
  c.injury = day_in(e.what, "injury");
  c.request = day_in(e.what, "request");
  c.ur_decision = day_in(e.what, "ur_decision");
  c.ur_served_by = e.text("ur_served_by");
  if (const auto age = e.what.find("age"); age != e.what.end()) c.age = age->get<int>();
  c.sex = e.text("sex");
  c.claim = e.text("claim");
  for (const json& each : e.what.value("parties", json::array())) c.parties.push_back(party_of(each));
  add_items(c, e, "");
  add_records(c, e);
}

void release(Case& c, const std::string& reviewer) {
  c.earlier_reviewers.push_back(reviewer);
  std::erase_if(c.reviewers, [&](const CaseReviewer& each) { return each.id == reviewer; });
  for (Item& item : c.items) {
    std::erase_if(item.decided, [&](const ItemDecision& each) { return each.reviewer == reviewer; });
    std::erase_if(item.own, [&](const OwnFinding& each) { return each.reviewer == reviewer; });
    std::erase_if(item.answers, [&](const ReviewersAnswer& each) { return each.reviewer == reviewer; });
  }
}

void accept(Case& c, const CaseEvent& e) {
  CaseReviewer& reviewer = acting_reviewer(c, e);
  reviewer.accepted = true;
  reviewer.attestation = e.text("attestation");
  reviewer.licences = e.what.value("licences", std::vector<std::string>{});
  reviewer.certifications = e.what.value("certifications", std::vector<std::string>{});
}

void change_address(Case& c, const CaseEvent& e) {
  for (CaseParty& party : c.parties) {
    if (party.role != e.text("of")) continue;
    c.earlier_parties.push_back(party);
    if (e.what.contains("address")) party.address = e.text("address");
    if (e.what.contains("by")) party.by = e.text("by");
  }
}

void take_draft(Case& c, const CaseEvent& e) {
  c.draft = e.text("draft");
  for (const json& each : e.what.at("decisions")) {
    const auto item = each.at("item").get<std::size_t>();
    if (item < 1 || item > c.items.size()) continue;
    c.items[item - 1].drafted =
        each.at("decision").is_null() ? std::nullopt : std::optional(decision_in(each.at("decision")));
  }
}

void answer(Case& c, const CaseEvent& e) {
  const bool overridden = e.type == "finding-overridden";
  ReviewersAnswer said{e.who.id, e.text("criterion"), overridden, e.text("finding"), overridden ? e.why : ""};
  keep_last(item_of(c, e).answers, std::move(said), [&](const ReviewersAnswer& each) {
    return each.reviewer == e.who.id && each.criterion == e.text("criterion");
  });
}

void decide(Case& c, const CaseEvent& e) {
  acting_reviewer(c, e);
  keep_last(item_of(c, e).decided,
            ItemDecision{e.who.id, decision_in(e.what.at("decision")), e.text("rationale"), e.text("citation")},
            [&](const ItemDecision& each) { return each.reviewer == e.who.id; });
}

void unsubmit(Case& c) {
  for (CaseReviewer& each : c.reviewers) each.submitted = each.signed_ = false;
}

// Set aside: everything the earlier reviewers decided goes with them, and stays in the history.
void remand(Case& c) {
  while (!c.reviewers.empty()) release(c, std::string(c.reviewers.front().id));
  c.draft.clear();
  c.summary.clear();
  for (Item& item : c.items) item.drafted.reset();
  c.determined.reset();
  c.extended = false;
  c.clocks.erase(c.clocks.begin() + static_cast<std::ptrdiff_t>(c.clocks_before),
                 c.clocks.end());  // what ran from a determination that is none any more
}

void ask(Case& c, const CaseEvent& e) {
  c.asked = Asked{e.type, e.text("of"), e.text("asked")};
}

// Without a determination, so that no item stays open.
void terminate(Case& c, const CaseEvent& e) {
  c.ended = e.on;
  c.reasons = {{}, e.why};
  for (Item& item : c.items) {
    if (item.is_open()) item.ended = e.why;
  }
}

using Change = void (*)(Case&, const CaseEvent&);

const std::map<std::string_view, Change>& changes() {
  static const std::map<std::string_view, Change> all = {
      {"application-received", receive},
      {"information-received", add_records},
      {"records-received", add_records},
      {"eligibility-decided",
       [](Case& c, const CaseEvent& e) {
         c.ineligible_for = e.what.value("reasons", std::vector<std::string>{});
         c.reasons = {c.ineligible_for, e.why};
         if (e.text("result") == "ineligible") c.ended = e.on;
       }},
      {"deferred", [](Case& c, const CaseEvent& e) { c.reasons = {{}, e.why}; }},
      {"information-requested", ask},
      {"records-requested", ask},
      {"duplicate-found",
       [](Case& c, const CaseEvent& e) {
         c.duplicate_of = e.text("of");
         c.ended = e.on;
       }},
      {"reopened", [](Case& c, const CaseEvent&) { c.ended.reset(); }},
      {"consolidated",
       [](Case& c, const CaseEvent& e) {
         add_items(c, e, e.text("with"));
         add_records(c, e);
       }},
      {"joined",
       [](Case& c, const CaseEvent& e) {
         c.joined_into = e.text("into");
         c.ended = e.on;
       }},
      {"assigned", [](Case& c, const CaseEvent& e) { c.assigned = e.on; }},
      {"notice-sent",
       [](Case& c, const CaseEvent& e) {
         c.sent.push_back({e.text("notice"), party_of(e.what.at("to")), e.text("by"), e.text("text"), e.text("pdf"),
                           e.text("proof"), e.on});
       }},
      {"served",
       [](Case& c, const CaseEvent& e) {
         c.sent.push_back({"", party_of(e.what.at("to")), e.text("by"), "", "", e.text("proof"), e.on});
       }},
      {"records-complete", [](Case& c, const CaseEvent& e) { c.complete = e.on; }},
      {"reviewers-approved", [](Case& c, const CaseEvent& e) { c.reviewers_needed = e.what.at("count").get<int>(); }},
      {"reviewer-proposed",
       [](Case& c, const CaseEvent& e) {
         c.reviewers.push_back(CaseReviewer{.id = e.text("reviewer"), .asked = e.on});
       }},
      {"conflict-found", [](Case& c, const CaseEvent& e) { release(c, e.text("reviewer")); }},
      {"reviewer-accepted", accept},
      {"draft-prepared", take_draft},
      {"own-finding-recorded",
       [](Case& c, const CaseEvent& e) {
         Item& item = item_of(c, e);
         const bool first = std::none_of(item.own.begin(), item.own.end(),
                                         [&](const OwnFinding& each) { return each.reviewer == e.who.id; });
         if (first) item.own.push_back({e.who.id, decision_in(e.what.at("decision"))});
       }},
      {"finding-accepted", answer},
      {"finding-overridden", answer},
      {"item-decided", decide},
      {"submitted",
       [](Case& c, const CaseEvent& e) {
         acting_reviewer(c, e).submitted = true;
         if (const std::string summary = e.text("summary"); !summary.empty()) c.summary = summary;
       }},
      {"quality-returned", [](Case& c, const CaseEvent&) { unsubmit(c); }},
      {"taken-back", [](Case& c, const CaseEvent&) { unsubmit(c); }},
      {"signed",
       [](Case& c, const CaseEvent& e) {
         acting_reviewer(c, e).signed_ = true;
         c.letters.push_back({e.text("letter"), e.text("text"), e.text("pdf"), e.on});
       }},
      {"corrected",
       [](Case& c, const CaseEvent& e) {
         c.letters.push_back({e.text("letter"), e.text("text"), e.text("pdf"), e.on});
       }},
      {"issued",
       [](Case& c, const CaseEvent& e) {
         c.determined = e.on;
         c.sent_before = c.sent.size();
         c.clocks_before = c.clocks.size();
       }},
      {"invoiced",
       [](Case& c, const CaseEvent& e) {
         c.invoiced_fee = e.text("fee");
         c.invoiced_cents = e.what.at("cents").get<std::int64_t>();
       }},
      {"published",
       [](Case& c, const CaseEvent& e) {
         const std::string of = e.text("of");
         c.published = PublishedLetter{of.empty() && !c.letters.empty() ? c.letters.back().letter : of,
                                       e.text("letter"),
                                       e.text("text"),
                                       e.text("pdf"),
                                       e.text("removals"),
                                       e.on};
       }},
      {"appeal-decided",
       [](Case& c, const CaseEvent& e) {
         if (e.text("result") == "remanded") remand(c);
       }},
      {"priority-changed", [](Case& c, const CaseEvent& e) { c.priority = e.text("priority"); }},
      {"administrator-changed",
       [](Case& c, const CaseEvent& e) {
         CaseParty to = party_of(e.what.at("to"));
         const std::string role = to.role;
         if (const CaseParty* before = c.party(role)) c.earlier_parties.push_back(*before);
         keep_last(c.parties, std::move(to), [&](const CaseParty& each) { return each.role == role; });
       }},
      {"address-changed", change_address},
      {"extension-granted", [](Case& c, const CaseEvent&) { c.extended = true; }},
      {"item-ended",
       [](Case& c, const CaseEvent& e) {
         item_of(c, e).ended = e.why;
         c.reasons = {{}, e.why};
       }},
      {"terminated", terminate},
  };
  return all;
}

}  // namespace

void apply(Case& c, const CaseEvent& event) {
  if (const auto change = changes().find(event.type); change != changes().end()) change->second(c, event);
  c.state = event.state;
  c.last = event.on;
  ++c.version;
  for (const std::string& started : event.starts) c.clocks.push_back({started, event.on, event.text("by"), c.version});
  for (const std::string& rule : event.meets) c.kept.push_back({rule, event.on, c.version});
}

}  // namespace openimr::cases
