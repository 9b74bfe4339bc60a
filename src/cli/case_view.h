// A case on the screen: where it stands, what is due, what can be done.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/ledger.h"

namespace openimr::cli {

struct Screen {
  std::size_t width = 100;
  bool colour = false;
};

std::string case_view(const program::Programme& programme, const cases::Case& c, const program::Moment& now,
                      const Screen& screen);

std::string history_view(const std::vector<cases::KeptEvent>& events, const Screen& screen);

// Each act that the state allows (of one role where it is named): its event and fields, who may do it, and its section.
std::string next_view(const program::Programme& programme, const cases::Case& c, const std::string& role,
                      const Screen& screen);

// "3 days left", "2 days overdue", "due today"
std::string days_left(Date due, Date now);

}  // namespace openimr::cli
