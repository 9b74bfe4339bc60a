#include "cases/needs.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace openimr::cases {
namespace {

using program::Programme;
using Need = Result<void> (*)(const Programme&, const Case&, const CaseEvent&);

tl::unexpected<Error> missing(const CaseEvent& event, std::string message, std::string offending, std::string remedy) {
  return fail({ErrorCode::wrong_use, fmt::format("{}: {}", event.type, message), std::move(offending), "", 0, 0,
               std::move(remedy)});
}

const Item* item_in(const Case& c, const CaseEvent& event) {
  const auto number = event.what.value("item", std::size_t{0});
  return number >= 1 && number <= c.items.size() ? &c.items[number - 1] : nullptr;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

Result<void> reasons(const Programme&, const Case&, const CaseEvent& event) {
  if (!is_blank(event.why)) return {};
  return missing(event, "the reason is missing", "", "Say why (--why).");
}

Result<void> some_record(const Programme&, const Case& c, const CaseEvent& event) {
  if (!c.records.empty()) return {};
  return missing(event, "no record has arrived", "", "Enter the records first (records-received).");
}

Result<void> beyond_the_denial(const Programme&, const Case& c, const CaseEvent& event) {
  const bool more =
      std::any_of(c.records.begin(), c.records.end(), [](const Record& each) { return each.kind != "ur_decision"; });
  if (more) return {};
  return missing(event, "nothing has arrived but the denial itself", "",
                 "A decision cannot rest on the denial alone; enter what the worker or the physician sent.");
}

Result<void> another_reviewer(const Programme&, const Case& c, const CaseEvent& event) {
  const std::string id = event.text("reviewer");
  if (c.reviewer(id) != nullptr) return missing(event, "this reviewer has been asked", id, "Name another one.");
  if (std::find(c.earlier_reviewers.begin(), c.earlier_reviewers.end(), id) != c.earlier_reviewers.end())
    return missing(event, "this reviewer had the case before", id, "Name another one.");
  if (static_cast<int>(c.reviewers.size()) < c.reviewers_needed) return {};
  return missing(event, "the case has all its reviewers", std::to_string(c.reviewers.size()),
                 "More than one needs an approval (reviewers-approved).");
}

Result<void> reviewer_count(const Programme&, const Case& c, const CaseEvent& event) {
  const auto count = event.what.value("count", std::size_t{0});
  const auto least = std::max<std::size_t>(1, c.reviewers.size());
  if (count >= least) return {};
  return missing(event, "fewer reviewers than the case has", std::to_string(count),
                 fmt::format("Approve at least {}.", least));
}

Result<void> reviewer_of_the_case(const Programme&, const Case& c, const CaseEvent& event) {
  const std::string id = event.text("reviewer");
  if (c.reviewer(id) != nullptr) return {};
  return missing(event, "this is no reviewer of the case", id, "See openimr case show.");
}

Result<void> own_case(const Programme&, const Case& c, const CaseEvent& event) {
  if (c.reviewer(event.who.id) != nullptr) return {};
  return missing(event, "the case is not this reviewer's", event.who.id, "Only a reviewer of the case may do it.");
}

Result<void> attestation(const Programme&, const Case&, const CaseEvent& event) {
  if (!is_blank(event.text("attestation"))) return {};
  return missing(event, "the attestation is missing", "",
                 "The reviewer attests that they have no conflict with any party (attestation=...).");
}

Result<void> conflict_check(const Programme&, const Case&, const CaseEvent& event) {
  if (!event.text("conflicts").empty()) return {};
  return missing(event, "the evidence of a conflict check is missing", "",
                 "Accept with openimr case accept, which makes the check.");
}

Result<void> open_item(const Programme&, const Case& c, const CaseEvent& event) {
  const Item* item = item_in(c, event);
  const std::string number = std::to_string(event.what.value("item", 0));
  if (item == nullptr)
    return missing(event, "there is no such item", number, fmt::format("The case has {}.", c.items.size()));
  if (!item->is_open()) return missing(event, "the review of this item has ended", number, "Name another item.");
  return {};
}

Result<void> another_open_item(const Programme&, const Case& c, const CaseEvent& event) {
  const Item* item = item_in(c, event);
  const bool another =
      std::any_of(c.items.begin(), c.items.end(), [&](const Item& each) { return &each != item && each.is_open(); });
  if (another) return {};
  return missing(event, "no other item would be left", "", "End the review of the case instead (terminated).");
}

Result<void> a_draft(const Programme&, const Case& c, const CaseEvent& event) {
  if (!c.draft.empty()) return {};
  return missing(event, "there is no draft", "", "Have it prepared first (openimr case draft).");
}

Result<void> own_finding_first(const Programme&, const Case& c, const CaseEvent& event) {
  const Item* item = item_in(c, event);
  if (c.draft.empty() || item == nullptr) return {};
  const bool own = std::any_of(item->own.begin(), item->own.end(),
                               [&](const OwnFinding& each) { return each.reviewer == event.who.id; });
  if (own) return {};
  return missing(event, "the reviewer's own finding comes first", std::to_string(event.what.value("item", 0)),
                 "Record it before the draft is seen (own-finding-recorded).");
}

Result<void> rationale(const Programme&, const Case&, const CaseEvent& event) {
  if (!is_blank(event.text("rationale"))) return {};
  return missing(event, "the rationale is missing", "", "Say why it is decided so (rationale=...).");
}

Result<void> every_item_decided(const Programme&, const Case& c, const CaseEvent& event) {
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    if (c.items[i].is_open() && c.items[i].by(event.who.id) == nullptr)
      return missing(event, "an item is not decided", std::to_string(i + 1), "Decide it first (item-decided).");
  }
  return {};
}

Result<void> still_deciding(const Programme&, const Case& c, const CaseEvent& event) {
  const CaseReviewer* reviewer = c.reviewer(event.who.id);
  if (reviewer == nullptr || !reviewer->submitted) return {};
  return missing(event, "this reviewer has submitted the determination", event.who.id,
                 "It is changed only once it comes back from the quality check.");
}

Result<void> not_signed(const Programme&, const Case& c, const CaseEvent& event) {
  const CaseReviewer* reviewer = c.reviewer(event.who.id);
  if (reviewer == nullptr || !reviewer->signed_) return {};
  return missing(event, "this reviewer has signed", event.who.id, "The others have to.");
}

Result<void> letter(const Programme&, const Case&, const CaseEvent& event) {
  if (!event.text("letter").empty() && !event.text("text").empty()) return {};
  return missing(event, "the letter is missing", "", "Sign with openimr case sign, which makes it.");
}

Result<void> a_party(const Programme&, const Case& c, const CaseEvent& event) {
  const auto to = event.what.find("to");
  const std::string role = to != event.what.end() ? to->value("role", "") : "";
  if (c.party(role) != nullptr) return {};
  return missing(event, "the case has no such party", role, "See openimr case show.");
}

Result<void> a_way(const Programme&, const Case& c, const CaseEvent& event) {
  const std::string role = event.text("of");
  if (c.party(role) == nullptr) return missing(event, "the case has no such party", role, "See openimr case show.");
  const bool has_address = event.what.contains("address");
  if (has_address && is_blank(event.text("address")))
    return missing(event, "the address is empty", role, "Give it, or leave it out.");
  if (has_address || event.what.contains("by")) return {};
  return missing(event, "neither an address nor a way of service is given", role, "Give one of them, or both.");
}

Result<void> all_served(const Programme& programme, const Case& c, const CaseEvent& event) {
  for (const CaseParty& party : c.parties) {
    if (!program::is_served_with(programme, "determination", party.role)) continue;
    const bool served =
        std::any_of(c.sent.begin() + static_cast<std::ptrdiff_t>(c.sent_before), c.sent.end(), [&](const Sent& each) {
          return each.notice.empty() && each.to.role == party.role && each.to.name == party.name;
        });
    if (!served) return missing(event, "a party was not served", party.role, "Serve the determination on it (served).");
  }
  return {};
}

Result<void> not_invoiced(const Programme&, const Case& c, const CaseEvent& event) {
  if (!c.invoiced_cents) return {};
  return missing(event, "the case was invoiced", c.invoiced_fee, "A correction is an event of its own.");
}

Result<void> letter_unpublished(const Programme&, const Case& c, const CaseEvent& event) {
  if (c.letters.empty()) return missing(event, "there is no letter", "", "Sign and issue the determination first.");
  const std::string& holds = c.letters.back().letter;
  const std::string of = event.text("of");
  if (!of.empty() && of != holds)
    return missing(event, "it is made of a letter that no longer holds", "", "Prepare it again.");
  if (!c.published || c.published->of != holds) return {};
  return missing(event, "the letter is published", c.published->on.iso(), "A corrected letter can be published again.");
}

const std::map<std::string_view, Need>& needs() {
  static const std::map<std::string_view, Need> all = {
      {"reasons", reasons},
      {"some-record", some_record},
      {"beyond-the-denial", beyond_the_denial},
      {"another-reviewer", another_reviewer},
      {"reviewer-count", reviewer_count},
      {"reviewer-of-the-case", reviewer_of_the_case},
      {"own-case", own_case},
      {"attestation", attestation},
      {"conflict-check", conflict_check},
      {"open-item", open_item},
      {"another-open-item", another_open_item},
      {"a-draft", a_draft},
      {"own-finding-first", own_finding_first},
      {"rationale", rationale},
      {"every-item-decided", every_item_decided},
      {"still-deciding", still_deciding},
      {"not-signed", not_signed},
      {"letter", letter},
      {"a-party", a_party},
      {"a-way", a_way},
      {"all-served", all_served},
      {"not-invoiced", not_invoiced},
      {"letter-unpublished", letter_unpublished},
  };
  return all;
}

}  // namespace

std::vector<std::string_view> need_names() {
  std::vector<std::string_view> out;
  for (const auto& [name, need] : needs()) out.push_back(name);
  return out;
}

Result<void> check_need(std::string_view need, const Programme& programme, const Case& c, const CaseEvent& event) {
  const auto found = needs().find(need);
  if (found == needs().end())
    return fail({ErrorCode::invalid, "the programme names a condition that is unknown", std::string(need), "", 0, 0,
                 "Use one of those of docs/cases.md."});
  return found->second(programme, c, event);
}

}  // namespace openimr::cases
