#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/clean_text.h"
#include "base/data.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/standard_input.h"
#include "letter/determination_json.h"
#include "letter/write.h"

namespace openimr::cli {
namespace {

using determination::Determination;

constexpr std::size_t kLargestInput = 64U << 20U;
constexpr int kDeepest = 32;

Result<std::string> read_input(const std::string& file) {
  return file == "-" ? read_standard_input(kLargestInput, "Give fewer determinations at once.")
                     : read_file(file, kLargestInput);
}

bool is_json(std::string_view text) {
  return nlohmann::json::accept(text.begin(), text.end());
}

// The determination on a line of JSON lines, or in a whole file: line 0.
Result<Determination> parse(std::string_view text, const std::string& name, int line) {
  bool too_deep = false;
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(text.begin(), text.end(), [&too_deep](int depth, auto, auto&) {
      too_deep |= depth > kDeepest;
      return depth <= kDeepest;
    });
  } catch (const nlohmann::json::parse_error& error) {
    const int at = line > 0 ? line : line_at(text, std::min(error.byte, text.size()));
    return fail({ErrorCode::invalid, "not JSON", "", name, at, 0,
                 "Give a determination, or one on each line, as openimr read --format jsonl prints them."});
  }
  if (too_deep) {
    return fail({ErrorCode::invalid, fmt::format("nested deeper than {} levels", kDeepest), "", name, line, 0,
                 "No determination is."});
  }
  auto out = letter::determination_from_json(json, name);
  if (!out) out.error().line = line;
  return out;
}

// One determination over any number of lines, or one on each line.
Result<std::vector<Determination>> parse_all(const std::string& text, const std::string& name) {
  std::vector<Determination> out;
  const auto add = [&](std::string_view json, int line) -> Result<void> {
    auto one = parse(json, name, line);
    if (!one) return fail(one.error());
    out.push_back(std::move(*one));
    return {};
  };
  if (is_json(text) || !is_json(std::string_view(text).substr(0, text.find('\n')))) {
    if (const auto added = add(text, 0); !added) return fail(added.error());
    return out;
  }
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (const auto added = add(line, number); !added) return fail(added.error());
  }
  return out;
}

// The format that is named, else that of the file's name, else text.
std::string format_of(const WriteOptions& options) {
  if (!options.format.empty()) return options.format;
  const std::string ending = std::filesystem::path(options.out).extension().string();
  return ending == ".html" || ending == ".pdf" || ending == ".json" ? ending.substr(1) : "text";
}

Result<std::string> written(const Determination& determination, const std::string& format,
                            const letter::Letterhead& head) {
  if (format == "pdf") return letter::letter_pdf(determination, head);
  std::ostringstream out;
  if (format == "json") {
    out << letter::to_json(determination).dump(2) << '\n';
  } else if (format == "html") {
    letter::write_letter_html(out, determination, head);
  } else {
    letter::write_letter_text(out, determination, head);
  }
  return std::move(out).str();
}

// "CM00-0000000.pdf": fails where the case number cannot name a file.
Result<std::string> file_name(const Determination& determination, const std::string& format, const std::string& from) {
  const std::string& number = determination.case_number.text;
  const bool plain = std::all_of(number.begin(), number.end(), [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.');
  });
  if (number.empty() || !plain || number.front() == '.') {
    return fail({ErrorCode::invalid,
                 number.empty() ? "case_number: missing, and files are named by it"
                                : "case_number: cannot be the name of a file",
                 number, from, 0, 0, "Write this determination alone, to a file that you name with --out."});
  }
  return number + "." + (format == "text" ? "txt" : format);
}

Result<std::vector<OutFile>> files_of(const std::vector<Determination>& determinations, const WriteOptions& options,
                                      const letter::Letterhead& head) {
  const std::string format = format_of(options);
  std::vector<OutFile> out;
  std::set<std::string> names;
  for (const Determination& determination : determinations) {
    auto name = file_name(determination, format, options.file);
    if (!name) return fail(name.error());
    if (!names.insert(*name).second) {
      return fail({ErrorCode::invalid, "two determinations with one case number", determination.case_number.text,
                   options.file, 0, 0, "Each letter has a file of its own, named by its case number."});
    }
    auto text = written(determination, format, head);
    if (!text) return fail(text.error());
    out.push_back({std::filesystem::path(options.out) / *name, std::move(*text)});
  }
  return out;
}

Error wrong_use(std::string message, std::string remedy) {
  return {ErrorCode::wrong_use, std::move(message), "", "", 0, 0, std::move(remedy)};
}

}  // namespace

ExitCode write(const Common& /*common*/, const WriteOptions& options, std::ostream& out) {
  const std::string format = format_of(options);
  if (format == "pdf" && options.out.empty() && options.terminal)
    return report(wrong_use("a PDF is nothing to read on a terminal", "Name a file with --out letter.pdf."), {});
  const auto text = read_input(options.file);
  if (!text) return report(text.error(), {});
  const auto determinations = parse_all(*text, options.file == "-" ? "standard input" : options.file);
  if (!determinations) return report(determinations.error(), {});
  for (const Determination& determination : *determinations) {
    for (const std::string& warning : determination.warnings)
      std::cerr << fmt::format("warning: {}: {}\n", determination.case_number.text, warning);
  }
  letter::Letterhead head;
  if (!options.organisation.empty()) head.organisation = options.organisation;
  const bool folder = !options.out.empty() && std::filesystem::is_directory(options.out);
  if (folder) {
    const auto files = files_of(*determinations, options, head);
    return files ? deliver(*files) : report(files.error(), {});
  }
  if (determinations->size() > 1) {
    return report(wrong_use(fmt::format("{} determinations, and no folder for their letters", determinations->size()),
                            "Name a folder that is there with --out."),
                  {});
  }
  const auto letter = written(determinations->front(), format, head);
  return letter ? deliver(*letter, options.out, out) : report(letter.error(), {});
}

}  // namespace openimr::cli
