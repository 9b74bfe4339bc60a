// The log of reads: who read which document of a case, and who broke the glass, and why. It is the stream "reads/CASE":
//
//   document-read  {document}
//   glass-broken   {why}
//
// A read is written before the bytes go out. Of one session and document it is written once in ten minutes, so that
// paging through a record costs nothing.
#pragma once

#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "server/accounts/sessions.h"
#include "store/store.h"

namespace openimr::server {

inline constexpr std::chrono::minutes kReadsTogether{10};

struct ReadOfCase {
  Instant at;
  std::string who;   // ROLE:ID
  std::string what;  // "read" or "break-glass", as the API says it
  std::string document{};
  std::string why{};
};

// What this process has written already. For all threads.
class ReadsWritten {
 public:
  bool has(const std::string& key) const;
  void add(const std::string& key);

 private:
  static constexpr std::size_t kMost = 50'000;
  mutable std::mutex mutex_;
  std::set<std::string> keys_;
};

class Reads {
 public:
  Reads(store::Store& store, ReadsWritten& written) : store_(store), written_(written) {}

  // Nothing may be shown where this fails.
  Result<void> note(const Session& session, const std::string& case_number, const std::string& document, Instant now);
  Result<std::vector<ReadOfCase>> of(const std::string& case_number) const;

 private:
  store::Store& store_;
  ReadsWritten& written_;
};

// Adds to a log what stands there once under the key, whoever else writes at the same time.
Result<void> append_to_log(store::Store& store, const store::StreamId& stream, const store::NewEvent& event,
                           const store::EventKey& key);

}  // namespace openimr::server
