// What a reviewer has typed on their desk and not yet decided, so that nothing typed is lost. It is no part of the
// case: nobody else reads it.
//
//   stream notes/CASE/ACCOUNT   notes-kept {document}: the words are a document of the store, sealed as all are, and
//                               stand in no event
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "server/accounts/accounts.h"

namespace openimr::server {

struct NotesKept {
  std::int64_t version = 0;  // 0: nothing was kept yet
  std::optional<Instant> at{};
  nlohmann::json text;  // as the API has it: {summary, items}
};

class Notes {
 public:
  // Of an account on a case.
  Notes(store::Store& store, std::string case_number, std::string account)
      : store_(store), case_number_(std::move(case_number)), account_(std::move(account)) {}

  // Empty ones where there are none. Fails as the store does.
  Result<NotesKept> read() const;
  // The version behind what is kept by this; nothing where there is another than `expected` by now.
  Result<std::optional<std::int64_t>> keep(std::int64_t expected, const nlohmann::json& text, const By& by) const;

 private:
  Result<store::StreamId> stream() const;

  store::Store& store_;
  std::string case_number_, account_;
};

}  // namespace openimr::server
