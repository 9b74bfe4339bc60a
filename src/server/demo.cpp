#include "server/demo.h"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/lists.h"
#include "office/demo.h"
#include "office/drafting.h"
#include "office/roster.h"
#include "server/accounts/access.h"
#include "server/accounts/accounts.h"

namespace openimr::server {
namespace {

constexpr int kYear = 365;
constexpr int kGranted = 12;  // cases of each party's account
constexpr int kDrafts = 6;    // prepared from the records, for the reviewer of the demo
constexpr const char* kBy = "demo";
constexpr std::string_view kStreams = "case/";

struct Person {
  const char* account;
  const char* role;
  const char* name;
  const char* says;
};
// The reviewer's account is the reviewer's own id, which is found in the cases.
constexpr std::array<Person, 7> kPeople = {{
    {"iris", "intake", "Iris Invented", "receives applications and records, decides on eligibility"},
    {"ann", "assign", "Ann Invented", "brings cases and expert reviewers together"},
    {"quinn", "quality", "Quinn Invented", "reads determinations before they are signed"},
    {"isa", "issue", "Isa Invented", "issues and serves determinations, invoices"},
    {"mara", "medical-director", "Mara Invented", "sees everything, approves panels and extensions"},
    {"clara", "administrator", "Clara Invented", "a claims administrator, with cases of their own"},
    {"walt", "applicant", "Walt Invented", "an injured worker, with cases of their own"},
}};

std::string new_password() {
  const std::string token = new_token();
  return fmt::format("demo-{}-{}", token.substr(0, 6), token.substr(6, 6));
}

// The first places of a list.
Result<std::vector<std::string>> numbers_of(office::Office& office, const std::string& list, int most) {
  const auto places = office.store().list(list, "", "", std::nullopt, most);
  if (!places) return fail(places.error());
  std::vector<std::string> out;
  for (const store::ListPlace& place : *places) out.push_back(place.stream.substr(kStreams.size()));
  return out;
}

// The reviewer who has most to do.
Result<std::string> busiest_reviewer(office::Office& office) {
  const auto numbers = numbers_of(office, "state/in-review", 200);
  if (!numbers) return fail(numbers.error());
  std::string busiest = "R-0001";
  std::int64_t most = 0;
  for (const std::string& number : *numbers) {
    const auto c = office.ledger().load(number);
    if (!c) return fail(c.error());
    for (const cases::CaseReviewer& each : c->reviewers) {
      const auto at_hand = office.store().count("reviewer/" + each.id);
      if (!at_hand) return fail(at_hand.error());
      if (*at_hand <= most) continue;
      most = *at_hand;
      busiest = each.id;
    }
  }
  return busiest;
}

class Making {
 public:
  Making(Shared& shared, office::Office& office, const DemoWanted& wanted)
      : shared_(shared),
        office_(office),
        today_(wanted.today),
        at_(shared.clock()),
        accounts_(office.store(), shared.password_cost) {
    made_.password = wanted.password.empty() ? new_password() : wanted.password;
  }

  Result<DemoMade> make(const std::string& reviewer) {
    for (const Person& person : kPeople) {
      if (auto done = account(person.account, person.role, person.name, person.says); !done) return fail(done.error());
    }
    if (auto done = account(reviewer, "review", "Rita Invented", "an expert reviewer, with cases at hand"); !done)
      return fail(done.error());
    for (const char* party : {"clara", "walt"}) {
      if (auto done = grant(party); !done) return fail(done.error());
    }
    if (auto done = prepare_drafts(reviewer); !done) return fail(done.error());
    return std::move(made_);
  }

 private:
  Result<void> account(const std::string& id, const char* role, const char* name, const char* says) {
    const auto known = accounts_.find(id);
    if (!known) return fail(known.error());
    const By by{kBy, at_};
    const auto done = known->is_there() ? accounts_.set_password(id, made_.password, by)
                                        : accounts_.create({id, role, name, made_.password}, by);
    if (!done) return fail(done.error());
    made_.accounts.push_back({id, role, says});
    return {};
  }

  Result<void> grant(const char* party) {
    const auto numbers = numbers_of(office_, "received", kGranted);
    if (!numbers) return fail(numbers.error());
    for (const std::string& number : *numbers) {
      if (auto done = Access(office_.store()).grant(number, party, {kBy, at_}); !done) return done;
    }
    return {};
  }

  // Real drafts, from the records of the cases, in place of the invented ones.
  Result<void> prepare_drafts(const std::string& reviewer) {
    const auto numbers = numbers_of(office_, "reviewer/" + reviewer, 100);
    if (!numbers) return fail(numbers.error());
    int prepared = 0;
    for (const std::string& number : *numbers) {
      const auto found = office_.find(number, {today_, std::nullopt});
      if (!found) return fail(found.error());
      if (found->c.state != "in-review" || prepared == kDrafts) continue;
      const auto reviewed = shared_.records.of(office_, shared_.engine, *found);
      if (!reviewed) return fail(reviewed.error());
      const cases::CaseEvent event{
          .type = "draft-prepared", .who = {"assign", "ann"}, .on = {today_, std::nullopt}, .recorded = at_};
      if (const auto kept = office::keep_draft(office_, *found, **reviewed, event); !kept) return fail(kept.error());
      ++prepared;
    }
    return {};
  }

  Shared& shared_;
  office::Office& office_;
  Date today_;
  Instant at_;
  Accounts accounts_;
  DemoMade made_;
};

}  // namespace

Result<DemoMade> make_demo(Shared& shared, const DemoWanted& wanted, const std::function<void(int)>& told) {
  const auto office = shared.offices.lend();
  if (!office) return fail(office.error());
  const cases::Demo demo{1, wanted.cases, wanted.today.plus({-kYear}), wanted.today};
  if (const auto filled = office::fill_with_demo(**office, demo, told); !filled) return fail(filled.error());
  if (auto done = office::fill_with_reviewers(**office, wanted.today); !done) return fail(done.error());
  const auto reviewer = busiest_reviewer(**office);
  if (!reviewer) return fail(reviewer.error());
  return Making(shared, **office, wanted).make(*reviewer);
}

}  // namespace openimr::server
