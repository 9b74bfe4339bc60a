#include "cli/deidentify_command.h"

#include <iostream>
#include <ostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/deidentify_check.h"
#include "cli/deliver.h"
#include "cli/known_parties.h"
#include "cli/letter_sources.h"
#include "cli/letter_texts.h"
#include "cli/report.h"
#include "cli/standard_input.h"
#include "cli/terminal.h"
#include "corpus/deidentify/deidentifier.h"
#include "office/engine.h"
#include "office/reader_path.h"

namespace openimr::cli {
namespace {

using corpus::deidentify::Deidentified;
using corpus::deidentify::Deidentifier;
using corpus::deidentify::KnownParties;
using corpus::deidentify::Removal;
using nlohmann::json;

constexpr std::size_t kMostGiven = 64U << 20U;

struct Done {
  std::string name;
  Deidentified text;
};

json rows_of(const Done& file) {
  auto out = json::array();
  for (const Removal& removal : file.text.removals) {
    out.push_back({{"offset", removal.span.begin},
                   {"length", removal.span.end - removal.span.begin},
                   {"kind", name_of(removal.kind)},
                   {"rule", removal.rule->id},
                   {"reason", removal.rule->reason},
                   {"original", removal.original},
                   {"replacement", replacement_of(removal.kind)}});
  }
  return out;
}

std::string dumped(const json& value) {
  return value.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

std::string log_of(const std::vector<Done>& files, bool as_json) {
  if (as_json) {
    auto out = json::array();
    for (const Done& file : files) out.push_back({{"file", file.name}, {"removals", rows_of(file)}});
    return dumped(out);
  }
  std::string out;
  for (const Done& file : files) {
    out += fmt::format("{}: {} removed\n", shown(file.name), file.text.removals.size());
    for (const Removal& removal : file.text.removals) {
      out += fmt::format("  {:>7}  {}  {}  {}: {}\n", removal.span.begin, in_column(name_of(removal.kind), 20),
                         in_column(shown(removal.original), 36), removal.rule->id, removal.rule->reason);
    }
  }
  return out;
}

std::string texts_of(const std::vector<Done>& files, bool as_json) {
  if (as_json) {
    auto out = json::array();
    for (const Done& file : files)
      out.push_back({{"file", file.name}, {"text", file.text.text}, {"removals", rows_of(file)}});
    return dumped(out);
  }
  std::string out;
  for (const Done& file : files) {
    if (files.size() > 1) out += fmt::format("{}==> {} <==\n", out.empty() ? "" : "\n", file.name);
    out += file.text.text;
  }
  return out;
}

Result<std::string> text_of(const std::string& file, LetterTexts& texts) {
  LetterSource source{file, std::nullopt};
  if (file == "-") {
    auto given = read_standard_input(kMostGiven, "Give it in parts.");
    if (!given) return fail(given.error());
    source.name = "(standard input)";
    source.bytes = std::move(*given);
  }
  std::uint64_t share = 0;
  auto text = texts(std::move(source), share);
  if (!text) return fail(std::move(text.error()));
  return std::move(text->text);
}

}  // namespace

ExitCode deidentify(const Common& common, const DeidentifyOptions& options, std::ostream& out) {
  KnownParties parties;
  std::string number;
  for (const std::string& given : options.parties) {
    if (const auto added = add_party(given, parties); !added) return report(added.error(), {});
  }
  if (!options.case_folder.empty()) {
    if (const auto added = add_case(options.case_folder, parties, &number); !added) return report(added.error(), {});
  }
  std::vector<Error> problems;
  const auto packs = office::load_packs(common.packs, problems);
  if (!packs) return report(packs.error(), problems);
  const auto deidentify = Deidentifier::from_packs(packs->data);
  if (!deidentify) return report(deidentify.error(), problems);
  if (options.check) return check_finished(options, *deidentify, {parties, number}, out);
  LetterTexts texts(office::reader_path(), {});
  std::vector<Done> files;
  ExitCode code = ExitCode::done;
  for (const std::string& file : options.files) {
    const auto text = text_of(file, texts);
    if (!text) {
      std::cerr << text.error().to_string() << '\n';
      code = options.files.size() > 1 ? ExitCode::skipped : exit_code(text.error());
      continue;
    }
    files.push_back({file, (*deidentify)(*text, parties)});
  }
  if (files.empty()) return code == ExitCode::skipped ? ExitCode::bad_input : code;
  const bool as_json = options.format == "json";
  const std::string log = options.log.empty() ? "" : log_of(files, as_json || options.log.ends_with(".json"));
  if (!options.log.empty() && options.log != "-") {
    if (const ExitCode written = deliver({{options.log, log}}); written != ExitCode::done) return written;
  }
  const std::string printed = texts_of(files, as_json);
  const ExitCode delivered = deliver(options.log == "-" && !as_json ? printed + '\n' + log : printed, options.out, out);
  return delivered == ExitCode::done ? code : delivered;
}

void add_deidentify_command(CLI::App& app, const Common& common, DeidentifyOptions& options, ExitCode& code) {
  CLI::App* command = app.add_subcommand(
      "deidentify",
      "Take names, addresses and numbers out of letters and reports, for a person to check before release");
  command->add_option("FILE", options.files, "Text, PDF or HTML; - for text on standard input")->required();
  command->add_option("--log", options.log,
                      "Write what was removed, and by which rule, to this file (a table; JSON where it is named .json "
                      "or with --format json); - to print it behind the text");
  command->add_option("--format", options.format, "text, or json: text and log of each file")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("--out", options.out, "Write to this file instead of the screen, whole or not at all");
  command->add_option("--party", options.parties,
                      "KIND=NAME, one of the case: patient, physician, employer, address, number, birth-date, ...; may "
                      "be given again");
  command->add_option("--case", options.case_folder, "The case folder whose case.yaml names the parties");
  command->add_flag("--check", options.check,
                    "Take nothing out: look whether anything is left in finished PDFs, in their text, their pictures, "
                    "under marks and beside the pages; exit code 1 where it is");
  command->callback([&] { code = deidentify(common, options, std::cout); });
}

}  // namespace openimr::cli
