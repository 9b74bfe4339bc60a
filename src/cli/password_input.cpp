#include "cli/password_input.h"

#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "base/data.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

constexpr std::size_t kMostBytes = 4096;

tl::unexpected<Error> none() {
  return fail({ErrorCode::wrong_use, "no password was given", "", "", 0, 0,
               "Type it, or give it on the first line of standard input or of --password-file."});
}

std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// What is typed does not show while this lives.
class Unseen {
 public:
  Unseen() {
    tcgetattr(STDIN_FILENO, &before_);
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
  }
  ~Unseen() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
};

std::string typed(const char* prompt) {
  std::cerr << prompt << std::flush;
  std::string line;
  std::getline(std::cin, line);
  std::cerr << '\n';
  return line;
}

}  // namespace

Result<std::string> read_password(const std::string& file) {
  std::string line;
  if (!file.empty()) {
    const auto text = read_file(file, kMostBytes);
    if (!text) return fail(text.error());
    line = first_line(*text);
  } else if (is_terminal(STDIN_FILENO)) {
    const Unseen unseen;
    line = typed("Password: ");
    if (line != typed("Once more: "))
      return fail({ErrorCode::wrong_use, "the two passwords differ", "", "", 0, 0, "Try again."});
  } else {
    std::getline(std::cin, line);
    line = first_line(line);
  }
  if (line.empty()) return none();
  return line;
}

}  // namespace openimr::cli
