// A PostgreSQL of the test's own: a cluster in a temporary folder, reached by a socket there alone, one a test program,
// started when it is first asked for and stopped with the program. As root it runs as the user postgres.
#pragma once

#include <string>

#include <sys/types.h>

#include "support/process.h"

namespace openimr::testing {

class PostgresCluster {
 public:
  // Throws std::runtime_error where PostgreSQL is not installed or does not start: a test without it fails.
  static PostgresCluster& shared();
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  // The address of a new, empty database, as Store::open() takes it.
  std::string new_database();
  // Ends it at once, as `pg_ctl stop -m immediate` does: nothing is written, the next start recovers.
  void kill();
  // Starts it again, and waits until it answers.
  void start();
  // No file of this process of the server can grow beyond, as on a full disk.
  void limit_files(pid_t process, unsigned long bytes);

 private:
  PostgresCluster();
  std::string connection(const std::string& database) const;
  void wait_until_it_answers() const;

  TempFolder folder_;
  std::string programs_;  // the folder of its programs
  pid_t server_ = -1;
  int databases_ = 0;
};

}  // namespace openimr::testing
