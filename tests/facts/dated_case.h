// The facts of a few dated documents.
#pragma once

#include <string>
#include <vector>

#include <fmt/core.h>

#include "support/engine.h"

namespace openimr::facts {

struct DatedText {
  const char* date;  // ISO; empty where the document has none
  std::string text;
  const char* kind = "";
};

inline records::CaseFile dated_case(const std::vector<DatedText>& documents,
                                    std::vector<std::string> items = {"Soma 350 mg #20"}) {
  testing::TestCase test;
  test.items = std::move(items);
  for (std::size_t i = 0; i < documents.size(); ++i)
    test.records.emplace_back(fmt::format("records/{}.txt", i + 1), documents[i].text);
  auto file = testing::make_case(test);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    file.documents[i].date = Date::from_iso(documents[i].date);
    file.documents[i].kind = documents[i].kind;
  }
  return file;
}

inline Facts facts_of_dated(const std::vector<DatedText>& documents) {
  return extract(dated_case(documents), testing::engine().vocabulary);
}

}  // namespace openimr::facts
