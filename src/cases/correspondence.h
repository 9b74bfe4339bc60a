// The papers of a case: a notice as the programme words it, with the facts of the case in their places, and the proof
// of how it was served.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "letter/paper.h"
#include "program/programme.h"

namespace openimr::cases {

// Whom a copy is for. The role is the id of one of the notice's parties; the address is what the way of service needs:
// the lines of a postal address, a fax number, an electronic address.
struct Addressee {
  std::string role;
  std::string name;
  std::vector<std::string> address;
  std::string by;  // a way of service of the programme
};

// What a notice says of a case, by the names of program/placeholders.h, as it is to be printed (days as
// letter::printed_day gives them). Of the reviewer nothing has a name here.
struct NoticeFacts {
  std::map<std::string, std::string, std::less<>> values;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::set<std::string, std::less<>> flags;
  Addressee to;
};

// The copy of a notice for one addressee, whole. A fact that its wording needs and the case does not have is an error
// (invalid) that names it; blank is as good as missing. A fact of an unknown name is wrong use. Errors too are a party
// that the notice does not go to, a way of service that the programme does not know, and a name or an address that is
// missing. No message holds what a fact says.
Result<letter::Paper> write_notice(const program::Programme& programme, const program::Notice& notice,
                                   const NoticeFacts& facts);

struct Service {
  std::string role;
  std::string name;
  std::vector<std::string> address;
  std::string by;  // a way of service of the programme
  program::Moment on;
  std::string server;  // who served it
};

// What was served, and in which case.
struct Served {
  std::string organisation;
  std::string case_number;
  program::Notice notice;
  std::string priority = "standard";  // or expedited
  std::string dispute = "ordinary";   // or a class of the programme
};

// One declaration that lists each party, where, how and when it was served, and what that way of service adds to each
// time that the notice starts. Fails (invalid) where nobody was served, a way is not known, a name or an address is
// missing, or several served: a declaration is one person's.
Result<letter::Paper> proof_of_service(const program::Programme& programme, const Served& served,
                                       const std::vector<Service>& services);

}  // namespace openimr::cases
