// case.yaml as the two forms give it, for a clerk to confirm.
#pragma once

#include <string>
#include <vector>

#include "cli/case_forms.h"

namespace openimr::cli {

struct WrittenCase {
  std::string yaml;
  std::vector<std::string> warnings;  // values in which the forms differ, and what no case can do without
};

// Each value is followed by the place it was read from and the mark "# confirm"; what neither form tells is null, with
// what was searched. Where the forms differ, the value is that of the form it belongs to: the date of injury is the
// application's, the dates of the request and of the decision are the denial's. `name` is the case's, `today` ISO.
WrittenCase case_yaml(const Form& application, const Form& denial, const std::string& name, const std::string& today);

}  // namespace openimr::cli
