// What a notice says of a case: the facts of program/placeholders.h, from the case as it stands and from the day and
// the way of sending. What no case knows (the questions, the number of an invoice) is given by a person.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/correspondence.h"

namespace openimr::cases {

// The review organization, as its papers name it; address and contact each on one line.
struct Organisation {
  std::string name;
  std::string address;
  std::string contact;
};

// The copies of a notice that go out together.
struct Mailing {
  Organisation from;
  program::Moment on;
  std::vector<Addressee> to;
};

// Facts by name, as a person gives them: one text of a value, one or more of a list. They stand instead of those of the
// case.
using GivenFacts = std::map<std::string, std::vector<std::string>, std::less<>>;

// The facts of one copy. What the case does not know is left out; write_notice() says so where the notice needs it.
// Fails with wrong_use where a fact is given that has no such name or is no text, or a value is given twice.
Result<NoticeFacts> notice_facts(const program::Programme& programme, const program::Notice& notice, const Case& c,
                                 const Mailing& mailing, const Addressee& to, const GivenFacts& given = {});

// A party of the case as the addressee of a copy. `by`: instead of the way that was agreed on; empty: that one.
Addressee addressee_of(const CaseParty& party, std::string_view by = {});

// "10/16/2015", "10/02/2015 at 10:00"
std::string printed_moment(const program::Moment& on);

}  // namespace openimr::cases
