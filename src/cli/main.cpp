#include <chrono>
#include <cstdlib>
#include <iostream>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "base/date.h"
#include "cli/commands.h"

namespace {

using openimr::cli::ExitCode;

#ifndef OPENIMR_VERSION
#define OPENIMR_VERSION "0.1.0"
#endif

constexpr const char* kExamples =
    "Examples:\n"
    "  openimr review examples/cases/000                  a draft determination, on the screen\n"
    "  openimr review DIR --format json --out draft.json  the same as data\n"
    "  openimr facts DIR                                  what the records say, each fact with its place\n"
    "  openimr records DIR --text records/summary.txt     the text in which places are counted\n"
    "  openimr case check DIR                             is this case file sound?\n"
    "  openimr read examples/letters --format jsonl       published determinations as data, one a line\n"
    "  openimr write examples/determinations/invented.json --out letter.pdf\n"
    "  openimr guideline show carisoprodol --on 2015-08-25\n"
    "  openimr guideline check\n"
    "\n"
    "The software prepares and explains; a licensed physician decides.\n";

// Colour only for a person at a terminal who did not decline it (https://no-color.org).
bool colour_wanted() {
  const char* declined = std::getenv("NO_COLOR");
  return (declined == nullptr || *declined == '\0') && isatty(STDOUT_FILENO) == 1;
}

// The day of today; tests set OPENIMR_TODAY.
std::string today() {
  if (const char* set = std::getenv("OPENIMR_TODAY"); set != nullptr) return set;
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return openimr::Date::of(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                           static_cast<int>(static_cast<unsigned>(day.day())))
      ->iso();
}

int run(int argc, char** argv) {
  CLI::App app{"OpenIMR prepares Independent Medical Review: from the case file to a draft determination."};
  app.footer(kExamples);
  app.set_version_flag("--version", "openimr " OPENIMR_VERSION);
  app.require_subcommand(1);
  openimr::cli::Common common;
  common.colour = colour_wanted();
  app.add_option("--packs", common.packs, "Folder of packs to use instead of the built-in ones")
      ->envname("OPENIMR_PACKS");

  openimr::cli::CaseOptions options;
  ExitCode code = ExitCode::done;
  const auto folder = [&options](CLI::App* command) {
    command->add_option("DIR", options.folder, "The case folder: case.yaml and records/")->required();
  };
  const auto mme_year = [&options](CLI::App* command) {
    command->add_option("--mme-year", options.mme_year, "Table of opioid equivalents: 2016, 2018 or 2022")
        ->check(CLI::IsMember({2016, 2018, 2022}));
  };

  CLI::App* review = app.add_subcommand("review", "Draft a determination for every disputed item of a case");
  folder(review);
  mme_year(review);
  review->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  review->add_option("--out", options.out, "Write to this file instead of the screen");
  review->callback([&] { code = openimr::cli::review(common, options, std::cout); });

  CLI::App* facts = app.add_subcommand(
      "facts", "List what the records say, each fact with its place, and the records with the facts marked");
  folder(facts);
  mme_year(facts);
  facts->add_option("--format", options.format, "text or jsonl")->check(CLI::IsMember({"text", "jsonl"}));
  facts->add_option("--out", options.out, "Write to this file instead of the screen");
  facts->callback([&] { code = openimr::cli::facts(common, options, std::cout); });

  CLI::App* records = app.add_subcommand("records", "List the documents of a case, or print the text of one");
  folder(records);
  records->add_option("--text", options.document, "Print this document's text, in which places are counted");
  records->callback([&] { code = openimr::cli::records(common, options, std::cout); });

  openimr::cli::ReadOptions letters;
  CLI::App* read = app.add_subcommand(
      "read", "Read published determinations (text, PDF, HTML) as data; what cannot be read is named and skipped");
  read->add_option("INPUT", letters.inputs,
                   "Files, folders, tar archives (plain, gzip, zstd, xz); - for a list of paths on standard input")
      ->required();
  read->add_option("--format", letters.format,
                   "jsonl, json, tsv or table; else table at a terminal and jsonl elsewhere")
      ->check(CLI::IsMember({"jsonl", "json", "tsv", "table"}));
  read->add_option("--out", letters.out, "Write to this file instead of the screen, whole or not at all");
  read->add_flag("--strict", letters.strict, "Stop at the first letter that cannot be read");
  read->add_option("--jobs", letters.jobs, "Letters read at once; else as many as the processor has threads")
      ->check(CLI::Range(1, 1024));
  read->add_flag("--quiet", letters.quiet, "No progress, notes or summary; only what was skipped");
  read->callback([&] { code = openimr::cli::read(common, letters, std::cout); });

  openimr::cli::WriteOptions letter;
  letter.terminal = isatty(STDOUT_FILENO) == 1;
  CLI::App* write =
      app.add_subcommand("write", "Write a signed determination as the letter that a party is served with");
  write->add_option("DETERMINATION", letter.file, "JSON of a determination, or one on each line; - for standard input")
      ->required();
  write->add_option("--format", letter.format, "text, html, pdf or json; else as the file's name ends, else text")
      ->check(CLI::IsMember({"text", "html", "pdf", "json"}));
  write->add_option("--out", letter.out,
                    "Write to this file instead of the screen; into a folder, each letter as its case number");
  write->add_option("--organisation", letter.organisation, "The review organisation, for the head of the letter");
  write->callback([&] { code = openimr::cli::write(common, letter, std::cout); });

  CLI::App* cases = app.add_subcommand("case", "Work on a case file");
  cases->require_subcommand(1);
  CLI::App* check = cases->add_subcommand("check", "Explain every problem of a case file");
  folder(check);
  check->callback([&] { code = openimr::cli::case_check(common, options, std::cout); });

  CLI::App* guideline = app.add_subcommand("guideline", "Read and check the guideline packs");
  guideline->require_subcommand(1);
  std::string topic;
  std::string on = today();
  CLI::App* show =
      guideline->add_subcommand("show", "Print the sections on a drug, service or topic that were in force on a day");
  show->add_option("TOPIC", topic, "A drug, brand, service or topic: carisoprodol, Soma, massage, opioids")->required();
  show->add_option("--on", on, "The day, YYYY-MM-DD (today)");
  show->callback([&] { code = openimr::cli::guideline_show(common, topic, on, std::cout); });
  CLI::App* check_packs =
      guideline->add_subcommand("check", "Report overlaps, gaps and criteria that nothing can meet");
  check_packs->callback([&] { code = openimr::cli::guideline_check(common, std::cout); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return app.exit(done);
  } catch (const CLI::ParseError& error) {
    const bool no_such = app.get_subcommands().empty() && !app.remaining().empty();
    std::cerr << "openimr: " << (no_such ? "no such command: '" + app.remaining().front() + "'" : error.what())
              << "\nSee openimr --help.\n";
    return static_cast<int>(ExitCode::wrong_use);
  }
  return static_cast<int>(code);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "openimr: an error of ours, please report it: " << error.what() << '\n';
    return static_cast<int>(ExitCode::our_fault);
  }
}
