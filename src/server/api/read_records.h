// The records of cases, taken apart once and kept in memory for whoever looks at them next.
#pragma once

#include <memory>
#include <string>

#include "office/engine.h"
#include "office/office.h"

namespace openimr::server {

class ReadRecords {
 public:
  ReadRecords();
  ~ReadRecords();
  ReadRecords(const ReadRecords&) = delete;
  ReadRecords& operator=(const ReadRecords&) = delete;

  // The case with its records and what follows from them, as of its day. A second call for the same case waits for the
  // first. Fails as review_of() does.
  Result<std::shared_ptr<const office::Reviewed>> of(office::Office& office, const office::Engine& engine,
                                                     const office::FoundCase& found);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace openimr::server
