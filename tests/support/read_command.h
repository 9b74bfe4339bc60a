// Runs of `openimr read`: letters to read, and what comes out.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/process.h"

namespace openimr::testing {

// Eight letters with twelve items, in seven files; beside them seven files that are no letters.
inline std::string letter_folder() {
  return (source_dir() / "tests" / "letter" / "letters").string();
}

// Two of them in one file, with one and two items.
inline std::string two_letters() {
  return letter_folder() + "/two-letters-in-one-file.txt";
}

// Letters without the head that names the case; the first has one item.
inline std::string example_letters() {
  return (source_dir() / "examples" / "letters").string();
}
inline std::string one_letter() {
  return example_letters() + "/000.txt";
}

inline std::vector<nlohmann::json> parsed_lines(const Ended& ended) {
  std::vector<nlohmann::json> out;
  for (const std::string& line : ended.out_lines()) out.push_back(nlohmann::json::parse(line));
  return out;
}

// The last line on stderr, without its time.
inline std::string summary_of(const Ended& ended) {
  const auto lines = ended.err_lines();
  std::string out = lines.empty() ? "" : lines.back();
  const std::size_t in = out.rfind(" in ");
  if (in == std::string::npos) return out;
  return out.erase(in, out.find(" s", in) + 2 - in);
}

// Runs the words of a shell; $O is the command.
inline Ended shell(const std::string& words, bool terminal = false) {
  return run(
      {.arguments = {"-c", words}, .environment = {{"O", OPENIMR_BINARY}}, .terminal = terminal, .program = "/bin/sh"});
}

}  // namespace openimr::testing
