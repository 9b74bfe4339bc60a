// A process that appends and says on a pipe what was acknowledged, so that it can be killed at any moment and held to
// its word afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <sys/types.h>

namespace openimr::testing {

// What was acknowledged: the event with this number is the version `version` of the writer's stream.
struct Acknowledged {
  std::int32_t number = 0;
  std::int64_t version = 0;
};

struct WriterTask {
  std::string address;
  std::string stream;
  int writer = 0;
  int first = 0;                // the number of its first event; the numbers go on from there
  int count = 1 << 30;          // how many
  int batch = 1;                // events in an append; the number is that of the first one
  bool through_faults = false;  // an append that fails is done again until the database is back
  bool lists = false;           // the stream stands in the list "written" at its last version
};

// The payload of an event names writer and number, and the key of its append too.
std::string payload_of(int writer, int number);

class StoreWriter {
 public:
  explicit StoreWriter(const WriterTask& task);  // starts it
  ~StoreWriter();
  StoreWriter(const StoreWriter&) = delete;
  StoreWriter& operator=(const StoreWriter&) = delete;

  void kill();
  // Waits for its end; 0 where it has done all.
  int wait();
  // What it has acknowledged so far, as far as it can be read without waiting; after its end: all.
  const std::vector<Acknowledged>& acknowledged();

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
  std::vector<Acknowledged> acknowledged_;
  std::string left_;
};

}  // namespace openimr::testing
