// Expected failure as a value. Every function of the project that can fail on what it was given returns a Result; a
// broken invariant is an assertion, and an exception ends the program's operation at its border (cli/), never earlier.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace openimr {

// What went wrong, by the party that can mend it. The exit codes of the command follow from it.
enum class ErrorCode : std::uint8_t {
  wrong_use,    // the command or a call was used wrongly
  not_found,    // a file or folder that was named is not there
  unreadable,   // it is there and cannot be read: rights, size, encoding
  invalid,      // it was read and breaks its format
  unavailable,  // a disk or a database does not do it now: full, locked, gone; the same may work later
  internal,     // our fault
  changed,      // what was to be acted on has changed since it was looked at
};

// An error a person can act on: what was wrong, the text that was wrong, where, and what to do next.
// `line` and `column` count from 1; 0 means that the error has no line.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string offending;
  std::string file;
  int line = 0;
  int column = 0;
  std::string remedy;

  // "case.yaml:12: message: 'offending'. remedy", as printed to the user.
  std::string to_string() const;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace openimr
