// A real issuer of OpenID Connect (npm's oidc-provider, pinned in tests/server/openid) on this machine, as long as the
// object lives.
#pragma once

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "server/http/certificate.h"
#include "server/sign_in/fetch.h"
#include "support/engine.h"
#include "support/process.h"

namespace openimr::server {

inline bool has_node() {
  return testing::run({.arguments = {"-c", "command -v node && command -v npm"}, .program = "/bin/sh"}).exit_code == 0;
}

class RunningIssuer {
 public:
  // With a certificate it speaks TLS, as https://localhost:PORT.
  explicit RunningIssuer(const std::string& redirect, std::optional<testing::Certificate> certificate = {})
      : certificate_(std::move(certificate)) {
    const std::string folder = installed();
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      const bool secure = certificate_.has_value();
      if (secure) setenv("NODE_EXTRA_CA_CERTS", certificate_->certificate.c_str(), 1);
      if (chdir(folder.c_str()) == 0)
        execlp("node", "node", "issuer.mjs", redirect.c_str(), secure ? certificate_->certificate.c_str() : nullptr,
               secure ? certificate_->key.c_str() : nullptr, nullptr);
      _exit(127);
    }
    close(ends[1]);
    std::string line;
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) line += c;
    output_ = ends[0];
    if (line.empty() || line.find_first_not_of("0123456789") != std::string::npos)
      throw std::runtime_error("the issuer did not start: " + line);
    address_ = (certificate_ ? "https://localhost:" : "http://127.0.0.1:") + line;
  }
  ~RunningIssuer() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    close(output_);
  }
  RunningIssuer(const RunningIssuer&) = delete;
  RunningIssuer& operator=(const RunningIssuer&) = delete;

  const std::string& address() const { return address_; }
  // Where a browser ends that goes to the address and signs in there.
  std::string browse(const std::string& to, const std::string& person, bool second_factor) const {
    const auto came = fetch({address_ + "/browse?sub=" + person + "&mfa=" + (second_factor ? "1" : "0") +
                             "&address=" + percent_encoded(to)},
                            {.authorities = certificate_ ? certificate_->certificate : ""});
    return came ? came->body : came.error().to_string();
  }

 private:
  // The packages of the lock file, once for a build.
  static std::string installed() {
    namespace fs = std::filesystem;
    const fs::path from = testing::source_dir() / "tests" / "server" / "openid";
    const fs::path to = fs::path(OPENIMR_BINARY).parent_path().parent_path() / "tests" / "openid";
    fs::create_directories(to);
    const bool is_there =
        fs::exists(to / "node_modules" / "oidc-provider") && fs::exists(to / "package-lock.json") &&
        testing::read_whole(to / "package-lock.json") == testing::read_whole(from / "package-lock.json");
    for (const char* name : {"package.json", ".npmrc", "issuer.mjs"})
      fs::copy_file(from / name, to / name, fs::copy_options::overwrite_existing);
    if (is_there) return to.string();
    fs::copy_file(from / "package-lock.json", to / "package-lock.json", fs::copy_options::overwrite_existing);
    const auto done =
        testing::run({.arguments = {"-c", "npm ci --no-audit --no-fund 2>&1"}, .folder = to, .program = "/bin/sh"});
    if (done.exit_code != 0) throw std::runtime_error("npm ci: " + done.out);
    return to.string();
  }

  std::optional<testing::Certificate> certificate_;
  pid_t process_ = -1;
  int output_ = -1;
  std::string address_;
};

}  // namespace openimr::server
