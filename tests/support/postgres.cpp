#include "support/postgres.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace openimr::testing {
namespace {

namespace fs = std::filesystem;

// The newest version that Debian has installed.
std::string folder_of_programs() {
  std::vector<std::pair<int, std::string>> found;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", failed)) {
    const auto programs = entry.path() / "bin";
    if (fs::exists(programs / "postgres") && fs::exists(programs / "initdb"))
      found.emplace_back(std::stoi(entry.path().filename().string()), programs.string());
  }
  if (found.empty()) throw std::runtime_error("PostgreSQL is not installed: apt-get install postgresql");
  return std::max_element(found.begin(), found.end())->second;
}

const passwd* unprivileged() {
  if (geteuid() != 0) return nullptr;
  const passwd* user = getpwnam("postgres");
  if (user == nullptr) throw std::runtime_error("there is no user postgres: apt-get install postgresql");
  return user;
}

bool become(const passwd* user) {
  return user == nullptr || (setgroups(0, nullptr) == 0 && setgid(user->pw_gid) == 0 && setuid(user->pw_uid) == 0);
}

// Starts a program as an unprivileged user; what it prints goes to the file.
pid_t start_program(std::vector<std::string> words, const fs::path& log) {
  const passwd* user = unprivileged();
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child > 0) return child;
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  const int nothing = open("/dev/null", O_RDONLY);
  const bool quiet = dup2(nothing, 0) >= 0 && dup2(out, 1) >= 0 && dup2(out, 2) >= 0;
  if (!quiet || setsid() < 0) _exit(127);
  if (!become(user)) _exit(127);
  prctl(PR_SET_PDEATHSIG, SIGQUIT);  // not to stay behind a test that was killed
  if (chdir("/") != 0) _exit(127);
  execv(arguments[0], arguments.data());
  _exit(127);
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void give_to_user(const fs::path& folder) {
  const passwd* user = unprivileged();
  if (user == nullptr) return;
  const auto give = [&](const fs::path& path) {
    if (lchown(path.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown failed");
  };
  give(folder);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) give(entry.path());
}

// To make a cluster takes more than a second; a copy of one that the build has takes a tenth of it.
fs::path empty_cluster_of(const fs::path& programs) {
  const std::string version = programs.parent_path().filename();
  return fs::path(OPENIMR_BINARY).parent_path().parent_path() / "tests" / ("postgresql-" + version);
}

void make_cluster(const std::string& programs, const fs::path& data) {
  const fs::path log = data.parent_path() / "initdb.log";
  const int made = wait_for(start_program({programs + "/initdb", "--pgdata", data, "--username", "openimr", "--auth",
                                           "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"},
                                          log));
  if (made != 0) throw std::runtime_error("initdb failed with " + std::to_string(made));
}

// Whoever comes first keeps it; what another kept meanwhile is as good.
void keep_for_others(const fs::path& data, const fs::path& as) {
  const fs::path copy = as.string() + "." + std::to_string(getpid());
  std::error_code other_was_first;
  fs::create_directories(as.parent_path());
  fs::copy(data, copy, fs::copy_options::recursive);
  fs::rename(copy, as, other_was_first);
  if (other_was_first) fs::remove_all(copy);
}

}  // namespace

PostgresCluster& PostgresCluster::shared() {
  static PostgresCluster cluster;
  return cluster;
}

PostgresCluster::PostgresCluster() : programs_(folder_of_programs()) {
  const fs::path made_before = empty_cluster_of(programs_);
  const fs::path data = folder_.path() / "data";
  give_to_user(folder_.path());
  if (fs::exists(made_before)) {
    fs::copy(made_before, data, fs::copy_options::recursive);
    give_to_user(data);
  } else {
    make_cluster(programs_, data);
    keep_for_others(data, made_before);
  }
  start();
}

PostgresCluster::~PostgresCluster() {
  if (server_ > 0) kill();  // nothing of it is needed any more
}

void PostgresCluster::start() {
  server_ = start_program({programs_ + "/postgres", "-D", folder_.path() / "data", "-k", folder_.path(), "-c",
                           "listen_addresses=", "-c", "max_connections=60", "-c", "shared_buffers=32MB"},
                          folder_.path() / "data" / "server.log");
  wait_until_it_answers();
}

void PostgresCluster::kill() {
  ::kill(server_, SIGQUIT);
  wait_for(server_);
  server_ = -1;
}

void PostgresCluster::limit_files(pid_t process, unsigned long bytes) {
  const passwd* user = unprivileged();
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{bytes, RLIM_INFINITY};
    _exit(become(user) && prlimit(process, RLIMIT_FSIZE, &limit, nullptr) == 0 ? 0 : 1);
  }
  if (child < 0 || wait_for(child) != 0) throw std::runtime_error("the limit could not be set");
}

std::string PostgresCluster::connection(const std::string& database) const {
  return "host=" + folder_.path().string() + " user=openimr dbname=" + database;
}

void PostgresCluster::wait_until_it_answers() const {
  using namespace std::chrono_literals;
  for (const auto end = std::chrono::steady_clock::now() + 60s; std::chrono::steady_clock::now() < end;) {
    if (PQping(connection("postgres").c_str()) == PQPING_OK) return;
    if (waitpid(server_, nullptr, WNOHANG) != 0) break;
    std::this_thread::sleep_for(10ms);
  }
  throw std::runtime_error("PostgreSQL did not start");
}

std::string PostgresCluster::new_database() {
  const std::string name = "store" + std::to_string(++databases_);
  PGconn* server = PQconnectdb(connection("postgres").c_str());
  PGresult* made = PQexec(server, ("create database " + name).c_str());
  const bool good = PQresultStatus(made) == PGRES_COMMAND_OK;
  const std::string why = PQerrorMessage(server);
  PQclear(made);
  PQfinish(server);
  if (!good) throw std::runtime_error("no new database: " + why);
  return "postgresql:" + connection(name);
}

}  // namespace openimr::testing
