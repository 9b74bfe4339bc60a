// What a decision rests on, as it is cited.
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace openimr::determination {

struct Citation {
  std::string source;  // MTUS | ACOEM | ODG | other | none
  std::string title;
  int year = 0;  // 0 where none is printed
  std::string chapter;
  std::vector<std::string> sections;
  std::vector<int> pages;
  std::string text;  // as printed in the letter
  std::string says;  // what it is cited for, in our words; empty where it is cited as a whole
  auto operator<=>(const Citation&) const = default;
};

}  // namespace openimr::determination
