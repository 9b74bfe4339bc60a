#include "guidelines/guideline.h"

#include <cctype>

#include <fmt/core.h>

namespace openimr::guidelines {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::required:
      return "required";
    case Kind::limit:
      return "limit";
    case Kind::exclusion:
      return "exclusion";
    case Kind::allowance:
      return "allowance";
    case Kind::note:
      return "note";
  }
  return "";
}

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::confirmed:
      return "confirmed";
    case Standing::inferred:
      return "inferred";
    case Standing::reported:
      return "reported";
    case Standing::unverified:
      return "unverified";
  }
  return "";
}

int Scope::specificity() const {
  return (!drug.empty()      ? 4
          : !topic.empty()   ? 3
          : !service.empty() ? 3
                             : 1) +
         (regions.empty() ? 0 : 1) + (kind.empty() ? 0 : 1) + (post_operative ? 1 : 0) +
         (since_injury_from || since_injury_to ? 1 : 0) + (since_surgery_to ? 1 : 0);
}

std::string Guideline::full_title() const {
  const std::string name = title.find(source) == std::string::npos ? source + " " + title : title;
  return year == 0 ? name : fmt::format("{} {}", name, year);
}

std::vector<int> expand_pages(const std::string& pages) {
  constexpr int kLongestRange = 200;
  std::vector<int> out;
  int first = -1;
  int number = -1;
  bool range = false;
  const auto close = [&] {
    if (number < 0) return;
    if (range && first >= 0 && number >= first && number - first < kLongestRange) {
      for (int page = first + 1; page <= number; ++page) out.push_back(page);
    } else {
      out.push_back(number);
    }
    first = number;
    number = -1;
    range = false;
  };
  for (const char c : pages) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0 && number < 100'000) {
      number = (number < 0 ? 0 : number * 10) + (c - '0');
    } else {
      close();
      if (c == '-') range = true;
      if (c == ',') first = -1;
    }
  }
  close();
  return out;
}

}  // namespace openimr::guidelines
