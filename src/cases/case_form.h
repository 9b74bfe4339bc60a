// The case as a form (docs/formats.md, Case folder), for a draft of it: JSON, which is YAML too. Items whose review has
// ended are left out.
#pragma once

#include <string>
#include <vector>

#include "cases/case.h"

namespace openimr::cases {

struct CaseForm {
  std::string yaml;
  std::vector<std::size_t> items;  // of the case, in the order of the form
};

// `review` is the day whose guidelines hold.
CaseForm form_of(const Case& c, Date review);

}  // namespace openimr::cases
