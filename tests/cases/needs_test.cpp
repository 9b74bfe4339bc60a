// Each condition of cases/needs.h: what is said where it does not hold, and that it holds where it should.
#include "cases/needs.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "cases/making.h"

namespace openimr::cases {
namespace {

// A case with two items, two parties and one reviewer.
Case case_in_review() {
  Case c;
  c.number = "CM15-0000001";
  c.state = "in-review";
  c.received = moment("2015-09-22");
  c.parties = {{"claims_administrator", "Examplary Claims", "", "mail"}, {"employee", "Test Person", "", ""}};
  c.items.resize(2);
  c.reviewers = {CaseReviewer{.id = "R-1", .accepted = true}};
  return c;
}

using Change = void (*)(Case&);

struct Row {
  const char* need;
  CaseEvent tried;
  Change change;     // of the case, before
  const char* says;  // empty: the condition holds
};

Decision upheld() {
  return Decision::upheld;
}

void none(Case&) {}
void signed_letter(Case& c) {
  c.letters = {{document("letter"), document("text"), "", moment("2015-10-20")}};
}
void published_letter(Case& c) {
  signed_letter(c);
  c.published = PublishedLetter{document("letter"), document("nameless"), "", "", "", moment("2015-11-02")};
}
void published_and_corrected(Case& c) {
  published_letter(c);
  c.letters.push_back({document("corrected"), document("text"), "", moment("2015-11-03")});
}
void a_record(Case& c) {
  c.records.push_back({document("notes"), "notes", "", std::nullopt, moment("2015-10-01")});
}
void the_denial(Case& c) {
  c.records.push_back({document("denial"), "denial", "ur_decision", std::nullopt, moment("2015-10-01")});
}
void both_records(Case& c) {
  the_denial(c);
  a_record(c);
}
void two_wanted(Case& c) {
  c.reviewers_needed = 2;
}
void two_reviewers(Case& c) {
  two_wanted(c);
  c.reviewers.push_back(CaseReviewer{.id = "R-2"});
}
void one_before(Case& c) {
  two_wanted(c);
  c.earlier_reviewers = {"R-2"};
}
void first_ended(Case& c) {
  c.items[0].ended = "authorized";
}
void drafted(Case& c) {
  c.draft = document("draft");
}
void own_of_another(Case& c) {
  drafted(c);
  c.items[0].own = {{"R-2", upheld()}};
  c.items[1].own = {{"R-1", upheld()}};
}
void own_recorded(Case& c) {
  drafted(c);
  c.items[0].own = {{"R-1", upheld()}};
}
void decided_one(Case& c) {
  c.items[0].decided = {{"R-1", upheld(), "since", ""}};
  c.items[1].decided = {{"R-2", upheld(), "since", ""}};
}
void decided_all(Case& c) {
  decided_one(c);
  c.items[1].decided.push_back({"R-1", upheld(), "since", ""});
}
void decided_open(Case& c) {
  first_ended(c);
  c.items[1].decided = {{"R-1", upheld(), "since", ""}};
}
void serve(Case& c, const CaseParty& party, const char* on, const char* notice = "") {
  c.sent.push_back({notice, party, "mail", "", "", "", moment(on)});
}
void served_one(Case& c) {
  serve(c, c.parties[0], "2015-11-16");
}
void noticed(Case& c) {
  served_one(c);
  serve(c, c.parties[1], "2015-11-17", "assignment");
}
void served_all(Case& c) {
  served_one(c);
  serve(c, c.parties[1], "2015-11-17");
}
void served_before_remand(Case& c) {
  served_all(c);
  c.sent_before = c.sent.size();
}
void invoiced(Case& c) {
  c.invoiced_fee = "standard";
  c.invoiced_cents = 39'000;
}

const char* const kReviewer = "review:R-1";

CaseEvent by(const char* who, const char* type, json what = json::object(), const char* why = "") {
  return event("2015-10-20", who, type, std::move(what), why);
}

std::vector<Row> rows() {
  const json to_employee = {{"to", party("employee", "Test Person")}, {"by", "mail"}};
  const json to_lawyer = {{"to", party("employee_attorney", "Test Lawyer")}, {"by", "mail"}};
  const json letter = {{"letter", document("letter")}, {"text", document("text")}};
  return {
      {"reasons", by("intake:iris", "deferred", {}, "liability is disputed"), none, ""},
      {"reasons", by("intake:iris", "deferred", {}, " \t\n"), none,
       "deferred: the reason is missing. Say why (--why)."},
      {"some-record", by("intake:iris", "records-complete"), the_denial, ""},
      {"some-record", by("intake:iris", "records-complete"), none,
       "records-complete: no record has arrived. Enter the records first (records-received)."},
      {"beyond-the-denial", by("assign:ann", "reviewer-proposed"), both_records, ""},
      {"beyond-the-denial", by("assign:ann", "reviewer-proposed"), the_denial,
       "reviewer-proposed: nothing has arrived but the denial itself. A decision cannot rest on the denial alone; "
       "enter "
       "what the worker or the physician sent."},
      {"another-reviewer", by("assign:ann", "reviewer-proposed", {{"reviewer", "R-2"}}), two_wanted, ""},
      {"another-reviewer", by("assign:ann", "reviewer-proposed", {{"reviewer", "R-1"}}), two_wanted,
       "reviewer-proposed: this reviewer has been asked: 'R-1'. Name another one."},
      {"another-reviewer", by("assign:ann", "reviewer-proposed", {{"reviewer", "R-2"}}), one_before,
       "reviewer-proposed: this reviewer had the case before: 'R-2'. Name another one."},
      {"another-reviewer", by("assign:ann", "reviewer-proposed", {{"reviewer", "R-2"}}), none,
       "reviewer-proposed: the case has all its reviewers: '1'. More than one needs an approval (reviewers-approved)."},
      {"reviewer-count", by("medical-director:mia", "reviewers-approved", {{"count", 2}}), two_reviewers, ""},
      {"reviewer-count", by("medical-director:mia", "reviewers-approved", {{"count", 1}}), two_reviewers,
       "reviewers-approved: fewer reviewers than the case has: '1'. Approve at least 2."},
      {"reviewer-count", by("medical-director:mia", "reviewers-approved", {{"count", 0}}),
       [](Case& c) { c.reviewers.clear(); },
       "reviewers-approved: fewer reviewers than the case has: '0'. Approve at least 1."},
      {"reviewer-of-the-case", by("assign:ann", "conflict-found", {{"reviewer", "R-1"}}), none, ""},
      {"reviewer-of-the-case", by("assign:ann", "conflict-found", {{"reviewer", "R-9"}}), none,
       "conflict-found: this is no reviewer of the case: 'R-9'. See openimr case show."},
      {"own-case", by(kReviewer, "submitted"), none, ""},
      {"own-case", by("review:R-9", "submitted"), none,
       "submitted: the case is not this reviewer's: 'R-9'. Only a reviewer of the case may do it."},
      {"attestation", by(kReviewer, "reviewer-accepted", {{"attestation", "no conflict"}}), none, ""},
      {"attestation", by(kReviewer, "reviewer-accepted"), none,
       "reviewer-accepted: the attestation is missing. The reviewer attests that they have no conflict with any party "
       "(attestation=...)."},
      {"attestation", by(kReviewer, "reviewer-accepted", {{"attestation", "  "}}), none,
       "reviewer-accepted: the attestation is missing. The reviewer attests that they have no conflict with any party "
       "(attestation=...)."},
      {"conflict-check", by(kReviewer, "reviewer-accepted", {{"conflicts", document("conflict check")}}), none, ""},
      {"conflict-check", by(kReviewer, "reviewer-accepted", {{"attestation", "no conflict"}}), none,
       "reviewer-accepted: the evidence of a conflict check is missing. Accept with openimr case accept, which makes "
       "the "
       "check."},
      {"open-item", by(kReviewer, "item-decided", {{"item", 2}}), first_ended, ""},
      {"open-item", by(kReviewer, "item-decided", {{"item", 3}}), none,
       "item-decided: there is no such item: '3'. The case has 2."},
      {"open-item", by(kReviewer, "item-decided", {{"item", 1}}), first_ended,
       "item-decided: the review of this item has ended: '1'. Name another item."},
      {"another-open-item", by("intake:iris", "item-ended", {{"item", 1}}), none, ""},
      {"another-open-item", by("intake:iris", "item-ended", {{"item", 2}}), first_ended,
       "item-ended: no other item would be left. End the review of the case instead (terminated)."},
      {"a-draft", by(kReviewer, "finding-accepted", {{"item", 1}}), drafted, ""},
      {"a-draft", by(kReviewer, "finding-accepted", {{"item", 1}}), none,
       "finding-accepted: there is no draft. Have it prepared first (openimr case draft)."},
      {"own-finding-first", by(kReviewer, "item-decided", {{"item", 1}}), none, ""},
      {"own-finding-first", by(kReviewer, "item-decided", {{"item", 1}}), own_recorded, ""},
      {"own-finding-first", by(kReviewer, "item-decided", {{"item", 1}}), own_of_another,
       "item-decided: the reviewer's own finding comes first: '1'. Record it before the draft is seen "
       "(own-finding-recorded)."},
      {"rationale", by(kReviewer, "item-decided", {{"rationale", "the records show it"}}), none, ""},
      {"rationale", by(kReviewer, "item-decided", {{"rationale", "\n"}}), none,
       "item-decided: the rationale is missing. Say why it is decided so (rationale=...)."},
      {"every-item-decided", by(kReviewer, "submitted"), decided_all, ""},
      {"every-item-decided", by(kReviewer, "submitted"), decided_open, ""},
      {"every-item-decided", by(kReviewer, "submitted"), decided_one,
       "submitted: an item is not decided: '2'. Decide it first (item-decided)."},
      {"still-deciding", by(kReviewer, "item-decided"), none, ""},
      {"still-deciding", by(kReviewer, "item-decided"), [](Case& c) { c.reviewers[0].submitted = true; },
       "item-decided: this reviewer has submitted the determination: 'R-1'. It is changed only once it comes back from "
       "the quality check."},
      {"not-signed", by(kReviewer, "signed"), none, ""},
      {"not-signed", by(kReviewer, "signed"), [](Case& c) { c.reviewers[0].signed_ = true; },
       "signed: this reviewer has signed: 'R-1'. The others have to."},
      {"letter", by(kReviewer, "signed", letter), none, ""},
      {"letter", by(kReviewer, "signed", {{"letter", document("letter")}}), none,
       "signed: the letter is missing. Sign with openimr case sign, which makes it."},
      {"a-party", by("issue:ida", "served", to_employee), none, ""},
      {"a-party", by("issue:ida", "served", to_lawyer), none,
       "served: the case has no such party: 'employee_attorney'. See openimr case show."},
      {"a-party", by("issue:ida", "served"), none, "served: the case has no such party. See openimr case show."},
      {"a-way", by("intake:iris", "address-changed", {{"of", "employee"}, {"address", "1 Invented Street"}}), none, ""},
      {"a-way", by("intake:iris", "address-changed", {{"of", "employee"}, {"by", "mail"}}), none, ""},
      {"a-way", by("intake:iris", "address-changed", {{"of", "employee"}, {"address", " "}, {"by", "mail"}}), none,
       "address-changed: the address is empty: 'employee'. Give it, or leave it out."},
      {"a-way", by("intake:iris", "address-changed", {{"of", "employee"}}), none,
       "address-changed: neither an address nor a way of service is given: 'employee'. Give one of them, or both."},
      {"a-way", by("intake:iris", "address-changed", {{"of", "employee_attorney"}, {"by", "mail"}}), none,
       "address-changed: the case has no such party: 'employee_attorney'. See openimr case show."},
      {"all-served", by("issue:ida", "closed"), served_all, ""},
      {"all-served", by("issue:ida", "closed"), served_one,
       "closed: a party was not served: 'employee'. Serve the determination on it (served)."},
      {"all-served", by("issue:ida", "closed"), noticed,
       "closed: a party was not served: 'employee'. Serve the determination on it (served)."},
      {"all-served", by("issue:ida", "closed"), served_before_remand,
       "closed: a party was not served: 'claims_administrator'. Serve the determination on it (served)."},
      {"not-invoiced", by("issue:ida", "invoiced"), none, ""},
      {"not-invoiced", by("issue:ida", "invoiced"), invoiced,
       "invoiced: the case was invoiced: 'standard'. A correction is an event of its own."},
      {"letter-unpublished", by("issue:ida", "published"), signed_letter, ""},
      {"letter-unpublished", by("issue:ida", "published"), published_and_corrected, ""},
      {"letter-unpublished", by("issue:ida", "published"), none,
       "published: there is no letter. Sign and issue the determination first."},
      {"letter-unpublished", by("issue:ida", "published"), published_letter,
       "published: the letter is published: '2015-11-02'. A corrected letter can be published again."},
      {"letter-unpublished", by("issue:ida", "published", {{"of", document("another")}}), signed_letter,
       "published: it is made of a letter that no longer holds. Prepare it again."},
      {"luck", by("intake:iris", "closed"), none,
       "the programme names a condition that is unknown: 'luck'. Use one of those of docs/cases.md."},
  };
}

TEST(Needs, HoldOrSayWhatIsMissing) {
  for (const Row& row : rows()) {
    Case c = case_in_review();
    row.change(c);
    EXPECT_EQ(message(check_need(row.need, california(), c, row.tried)), row.says) << row.need;
  }
}

TEST(Needs, AreAllTriedBothWays) {
  const auto all = rows();
  for (const std::string_view need : need_names()) {
    for (const bool holds : {true, false}) {
      EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Row& row) {
        return row.need == need && (*row.says == '\0') == holds;
      })) << need;
    }
  }
}

}  // namespace
}  // namespace openimr::cases
