// The records of cases, taken apart once and kept in memory for whoever looks at them next.
//
// What is kept of a case holds as long as its records, its form and the day are the same. The cases that were asked for
// last stay, as many as the bound on memory lets; one that is being looked at stays with whoever looks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "office/engine.h"
#include "office/office.h"

namespace openimr::server {

struct ReadRecordsOptions {
  // Folder of what was read of files before, and the file of its key (records/record_cache.h): after a restart no page
  // is read again. It holds words of the records in the clear. Empty: none.
  std::filesystem::path cache{}, cache_key{};
  std::uint64_t memory = 512ULL << 20U;  // bytes, of all that is kept; about
};

// For all threads.
class ReadRecords {
 public:
  explicit ReadRecords(ReadRecordsOptions options = {});
  ~ReadRecords();
  ReadRecords(const ReadRecords&) = delete;
  ReadRecords& operator=(const ReadRecords&) = delete;

  // The case with its records and what follows from them, as of its day. A second call for the same case waits for the
  // first. Fails as review_of() does; the next call tries again.
  Result<std::shared_ptr<const office::Reviewed>> of(office::Office& office, const office::Engine& engine,
                                                     const office::FoundCase& found);

  // Files that have just arrived, read as those of a case are.
  records::CaseFile read(const std::vector<records::RecordSource>& files, const office::Engine& engine) const;

  int readings() const;  // cases read so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace openimr::server
