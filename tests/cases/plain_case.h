// A case in the plainest words, for the model test: it reads the table of acts and keeps its own books, and shares
// nothing with src/cases but the shape of an event.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cases/acts_table.h"
#include "cases/event.h"

namespace openimr::cases {

struct PlainCase {
  struct Item {
    bool ended = false;
    std::set<std::string> decided, own;  // reviewers
  };
  struct Reviewer {
    bool accepted = false, submitted = false, has_signed = false;
  };

  std::string state = "start", priority, notice_by;
  std::optional<Date> received, asked, noticed, determined;
  std::vector<Item> items;
  std::map<std::string, std::string> records;  // by document: the kind that it first came as
  std::map<std::string, std::string> parties;
  std::set<std::string> served, earlier;
  std::map<std::string, Reviewer> reviewers;
  std::size_t wanted = 1;
  bool draft = false, invoiced = false;
  std::string letter, published;  // the one that holds, the one that was published last

  // The state behind the event; nothing where it is refused. `sound`: all its fields are what they should be.
  std::optional<std::string> behind(const ActsTable& table, const CaseEvent& e, bool sound) const {
    const TableAct* act = table.act(state, e.type, result_of(e));
    if (act == nullptr || std::find(act->roles.begin(), act->roles.end(), e.who.role) == act->roles.end())
      return std::nullopt;
    if (!sound || (received && e.on.day < *received) || !holds(e) || !is_time(e)) return std::nullopt;
    return act->to;
  }

  void take(const CaseEvent& e, const std::string& to) {
    state = to;
    const auto count = [&](const char* key) { return e.what.contains(key) ? e.what[key].size() : 0; };
    if (e.type == "application-received" || e.type == "consolidated") items.resize(items.size() + count("items"));
    for (std::size_t i = 0; i < count("documents"); ++i)
      records.try_emplace(e.what["documents"][i]["document"], e.what["documents"][i].value("kind", ""));
    if (e.type == "application-received") {
      received = e.on.day;
      for (const auto& each : e.what["parties"]) parties[each["role"]] = each["name"];
    }
    if (e.type == "application-received" || e.type == "priority-changed") priority = e.text("priority");
    if (e.type == "administrator-changed") parties[e.what["to"]["role"]] = e.what["to"]["name"];
    if (e.type == "information-requested") asked = e.on.day;
    if (e.type == "assigned") noticed = e.on.day, notice_by = e.text("by");
    if (e.type == "reviewers-approved") wanted = e.what["count"];
    if (e.type == "reviewer-proposed") reviewers[e.text("reviewer")] = {};
    if (e.type == "conflict-found") forget(e.text("reviewer"));
    if (e.type == "reviewer-accepted") reviewers[e.who.id].accepted = true;
    if (e.type == "submitted") reviewers[e.who.id].submitted = true;
    if (e.type == "signed") reviewers[e.who.id].has_signed = true;
    if (e.type == "quality-returned" || e.type == "taken-back") {
      for (auto& [id, each] : reviewers) each.submitted = each.has_signed = false;
    }
    if (e.type == "draft-prepared") draft = true;
    if (e.type == "own-finding-recorded") item(e)->own.insert(e.who.id);
    if (e.type == "item-decided") item(e)->decided.insert(e.who.id);
    if (e.type == "item-ended") item(e)->ended = true;
    if (e.type == "terminated") {
      for (Item& each : items) each.ended = true;
    }
    if (e.type == "invoiced") invoiced = true;
    if (e.type == "signed" || e.type == "corrected") letter = e.text("letter");
    if (e.type == "published") published = letter;
    if (e.type == "issued") {
      determined = e.on.day;
      served.clear();
    }
    if (e.type == "served") served.insert(party_in(e));
    if (e.type == "appeal-decided" && e.text("result") == "remanded") {
      while (!reviewers.empty()) forget(std::string(reviewers.begin()->first));
      draft = false;
      determined.reset();
    }
  }

 private:
  static bool is_one_of(const std::string& name, const std::set<std::string>& names) { return names.contains(name); }

  static std::string party_in(const CaseEvent& e) {
    return e.what["to"]["role"].get<std::string>() + " " + e.what["to"]["name"].get<std::string>();
  }

  const Item* item(const CaseEvent& e) const {
    const auto number = e.what.value("item", std::size_t{0});
    return number >= 1 && number <= items.size() ? &items[number - 1] : nullptr;
  }
  Item* item(const CaseEvent& e) { return const_cast<Item*>(std::as_const(*this).item(e)); }

  void forget(const std::string& id) {
    earlier.insert(id);
    reviewers.erase(id);
    for (Item& each : items) {
      each.decided.erase(id);
      each.own.erase(id);
    }
  }

  std::string result_of(const CaseEvent& e) const {
    if (!is_one_of(e.type, {"reviewer-accepted", "submitted", "signed"})) return e.text("result");
    std::size_t done = 1;
    for (const auto& [id, each] : reviewers) {
      const bool has = e.type == "signed" ? each.has_signed : e.type == "submitted" ? each.submitted : each.accepted;
      if (has && id != e.who.id) ++done;
    }
    return done >= wanted ? "all" : "others-to-come";
  }

  // The conditions of each act, as needs.h tells them.
  bool holds(const CaseEvent& e) const {
    const std::string& type = e.type;
    const std::string reviewer = e.text("reviewer");
    const bool says_why = is_one_of(
        type, {"deferred", "reopened", "conflict-found", "finding-overridden", "quality-returned", "taken-back",
               "corrected", "priority-changed", "extension-granted", "item-ended", "terminated", "reviewers-approved"});
    const bool bad_end = e.text("result") == "ineligible" || e.text("result") == "remanded";
    if ((says_why || bad_end) && e.why.empty()) return false;
    if (type == "records-complete" && records.empty()) return false;
    if (type == "reviewer-proposed") {
      const auto beyond =
          std::count_if(records.begin(), records.end(), [](const auto& r) { return r.second != "ur_decision"; });
      if (reviewers.contains(reviewer) || earlier.contains(reviewer) || reviewers.size() >= wanted || beyond == 0)
        return false;
    }
    if (type == "reviewers-approved") {
      const std::size_t count = e.what["count"];
      if (count == 0 || count < reviewers.size()) return false;
    }
    if (type == "conflict-found" && !reviewers.contains(reviewer)) return false;
    const bool on_item =
        is_one_of(type, {"own-finding-recorded", "finding-accepted", "finding-overridden", "item-decided"});
    const bool own = on_item || is_one_of(type, {"reviewer-accepted", "submitted", "taken-back", "signed"});
    if (own && !reviewers.contains(e.who.id)) return false;
    if ((on_item || type == "submitted") && reviewers.at(e.who.id).submitted) return false;
    if (type == "signed" && reviewers.at(e.who.id).has_signed) return false;
    if (type == "reviewer-accepted" && (e.text("attestation").empty() || e.text("conflicts").empty())) return false;
    if (on_item || type == "item-ended") {
      if (item(e) == nullptr || item(e)->ended) return false;
    }
    const auto open = std::count_if(items.begin(), items.end(), [](const Item& each) { return !each.ended; });
    if (type == "item-ended" && open < 2) return false;
    if (type.starts_with("finding-") && !draft) return false;
    if (on_item && type != "own-finding-recorded" && draft && !item(e)->own.contains(e.who.id)) return false;
    if (type == "item-decided" && e.text("rationale").empty()) return false;
    if (type == "submitted") {
      for (const Item& each : items) {
        if (!each.ended && !each.decided.contains(e.who.id)) return false;
      }
    }
    if (is_one_of(type, {"served", "notice-sent"}) && !parties.contains(e.what["to"]["role"])) return false;
    if (type == "address-changed" &&
        (!parties.contains(e.text("of")) || (e.what.contains("address") && e.text("address").empty()) ||
         (!e.what.contains("address") && !e.what.contains("by"))))
      return false;
    if (is_one_of(type, {"implemented", "closed", "published"})) {
      for (const auto& [role, name] : parties) {
        if (!served.contains(role + " " + name)) return false;
      }
    }
    if (type == "published" && (letter.empty() || letter == published)) return false;
    if (type == "published" && !e.text("of").empty() && e.text("of") != letter) return false;
    return type != "invoiced" || !invoiced;
  }

  static bool is_open(Date day) {
    const unsigned weekday = day.weekday().c_encoding();
    return weekday != 0 && weekday != 6 && day.iso() != "2015-05-25";
  }

  // What waits for a day has waited for it: from April to June 2015, which have one holiday.
  bool is_time(const CaseEvent& e) const {
    if (e.type == "information-overdue") {
      Date last = *asked;
      for (int open = 0; open < 5;) {
        last = last.plus({1});
        if (is_open(last)) ++open;
      }
      return e.on.day > last;
    }
    if (e.type != "records-overdue") return true;
    if (priority == "expedited") return e.on.day > noticed->plus({1});
    Date last = noticed->plus({notice_by == "mail" ? 15 : 12});
    while (!is_open(last)) last = last.plus({1});
    return e.on.day > last;
  }
};

}  // namespace openimr::cases
