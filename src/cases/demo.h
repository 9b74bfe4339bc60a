// Invented cases, to try things on: each a history of events that the programme's life allows, made by acting on it as
// people would. Nine in ten denials are upheld, most cases have one item or two, most things happen in days; some cases
// are duplicates, not eligible, deferred, ended, joined, late, decided by two or three reviewers, appealed. Names are
// plainly invented. The figures are chosen to look like the programme's, and say nothing of it.
//
//   const auto office = DemoOffice::of(programme, {.cases = 500, .first = from, .last = today});
//   for (int i = 0; i < 500; ++i) use(office->invent(i));
//
// The same programme and Demo give the same cases, byte for byte, on every machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/demo_plan.h"

namespace openimr::cases {

// Those whom the cases name: R-0001 to R-0040.
inline constexpr int kDemoReviewers = 40;

struct Demo {
  std::uint64_t seed = 1;
  int cases = 500;
  Date first;  // the first application arrives, but for those that need more time to show a state
  Date last;   // nothing happens after it
};

struct DemoCase {
  std::string number;  // "DEMO-0000042"
  std::vector<CaseEvent> events;
  std::vector<std::string> documents;  // that the events name; many cases share them
};

// Makes the letter that is signed on a day, and gives the fields of its event: letter, text, pdf. Called once for each
// signature.
using LetterOf = std::function<Result<nlohmann::json>(const Case& c, Date day)>;

class DemoOffice {
 public:
  // Fails where the programme's life does not know the acts of the demo, or the days are turned round.
  static Result<DemoOffice> of(const program::Programme& programme, const Demo& demo);

  // A case, from 0. From twice as many cases on as the programme's life has states, every state that the acts lead to
  // is that of a case. Without `letter_of`, all letters are one invented document.
  Result<DemoCase> invent(int index, const LetterOf& letter_of = {}) const;

  static std::string number_of(int index);

 private:
  DemoOffice(const program::Programme& programme, const Demo& demo) : programme_(&programme), demo_(demo) {}
  Plan plan_of(int index, Date received) const;
  Route route_of(int index) const;
  // The state that a case is to be in; null: the one that it has come to on the last day.
  const std::string* aim_of(int index) const;
  Date received_of(int index) const;

  struct Aim {
    std::string state;
    Route route;
  };
  const program::Programme* programme_;
  Demo demo_;
  std::vector<Aim> aims_;
};

}  // namespace openimr::cases
