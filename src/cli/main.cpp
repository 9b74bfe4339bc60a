#include <chrono>
#include <cstdlib>
#include <iostream>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "base/date.h"
#include "cli/account_options.h"
#include "cli/commands.h"
#include "cli/corpus/options.h"
#include "cli/deidentify_command.h"
#include "cli/office_options.h"
#include "cli/serve_command.h"
#include "cli/store_options.h"

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
    "  openimr replay examples/letters                    published cases decided again, and compared\n"
    "  openimr corpus add examples/letters --corpus collection  determinations to search and to count\n"
    "  openimr write examples/determinations/invented.json --out letter.pdf\n"
    "  openimr deidentify examples/letters/000.txt --log removed.txt\n"
    "  openimr guideline show carisoprodol --on 2015-08-25\n"
    "  openimr guideline check\n"
    "  openimr deadlines --event ur-served --on 2015-08-25 --by mail\n"
    "  openimr store create openimr.db\n"
    "  openimr demo --store demo.db                       a store of invented cases, to try things on\n"
    "  openimr serve --store openimr.db                   the web application, on http://127.0.0.1:8080\n"
    "\n"
    "The software prepares and explains; a licensed physician decides.\n";

// Colour only for a person at a terminal who did not decline it (https://no-color.org).
bool colour_wanted() {
  const char* declined = std::getenv("NO_COLOR");
  return (declined == nullptr || *declined == '\0') && isatty(STDOUT_FILENO) == 1;
}

std::string environment(const char* name) {
  const char* set = std::getenv(name);
  return set != nullptr ? set : "";
}

// The day of today; tests set OPENIMR_TODAY.
std::string today() {
  if (const char* set = std::getenv("OPENIMR_TODAY"); set != nullptr) return set;
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return openimr::Date::of(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                           static_cast<int>(static_cast<unsigned>(day.day())))
      ->iso();
}

// The moment at which something is entered; where the day is set, noon of it.
std::chrono::sys_time<std::chrono::milliseconds> now() {
  if (std::getenv("OPENIMR_TODAY") == nullptr)
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto day = openimr::Date::from_iso(today());
  return day ? std::chrono::sys_days(day->civil()) + std::chrono::hours(12)
             : std::chrono::sys_time<std::chrono::milliseconds>{};
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
  const auto reading = [&common](CLI::App* command) {
    command->add_option("--jobs", common.reading.jobs, "Scans read at once; else as many as the processor has threads")
        ->check(CLI::Range(1, 1024));
    command->add_flag("--no-cache", common.reading.no_cache,
                      "Read every record again, and keep nothing in DIR/.openimr");
  };
  const auto folder = [&](CLI::App* command) {
    command->add_option("DIR", options.folder, "The case folder: case.yaml and records/")->required();
    reading(command);
  };
  const auto mme_year = [&options](CLI::App* command) {
    command
        ->add_option("--mme-year", options.mme_year,
                     "Table of opioid equivalents: 2016, 2018 or 2022; else that of the day of the review")
        ->check(CLI::IsMember({2016, 2018, 2022}));
  };

  CLI::App* review = app.add_subcommand("review", "Draft a determination for every disputed item of a case");
  folder(review);
  mme_year(review);
  review->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  review->add_option("--out", options.out, "Write to this file instead of the screen");
  review->callback([&] { code = openimr::cli::review(common, options, std::cout); });

  openimr::cli::FactsOptions asked;
  const auto facts_options = [&](CLI::App* command) {
    command->add_option("DIR", asked.folder, "The case folder: case.yaml and records/")->required();
    reading(command);
    command->add_option("--about", asked.about,
                        "Only what is about this: a drug, brand, service, body part or concept");
    command->add_option("--out", asked.out, "Write to this file instead of the screen, whole or not at all");
  };
  CLI::App* facts = app.add_subcommand("facts", "List what the records say, each fact with its place");
  facts_options(facts);
  facts->add_option("--fact", asked.fact, "Only facts of this name: medication, finding, pain_score, ...");
  facts
      ->add_option("--format", asked.format,
                   "table, json, jsonl or html (the records with the facts marked, and a timeline); else as the file "
                   "of --out is named, else table at a terminal and jsonl elsewhere")
      ->check(CLI::IsMember({"table", "json", "jsonl", "html"}));
  facts->add_option("--by", asked.by, "Order of the table: kind or date")->check(CLI::IsMember({"kind", "date"}));
  facts->add_flag("--all-pages", asked.all_pages, "html: show the pages without a fact too");
  facts
      ->add_option("--mme-year", asked.mme_year,
                   "Table of opioid equivalents: 2016, 2018 or 2022; else that of the day of the review")
      ->check(CLI::IsMember({2016, 2018, 2022}));
  facts->callback([&] { code = openimr::cli::facts(common, asked, std::cout); });

  CLI::App* timeline = app.add_subcommand(
      "timeline", "Draw when the records name each drug and treatment, pain and work status, and say it in words");
  facts_options(timeline);
  timeline->add_option("--format", asked.format, "text, json or svg; else as the file of --out is named, else text")
      ->check(CLI::IsMember({"text", "json", "svg"}));
  timeline->add_flag("--all", asked.all, "Findings, symptoms and diagnoses too");
  timeline->callback([&] { code = openimr::cli::timeline(common, asked, std::cout); });

  openimr::cli::RecordsOptions inventory;
  CLI::App* records = app.add_subcommand("records", "List the documents of a case, or print the text of one");
  records->add_option("DIR", inventory.folder, "The case folder: case.yaml and records/")->required();
  reading(records);
  records->add_option("--format", inventory.format, "table, json or tsv")
      ->check(CLI::IsMember({"table", "json", "tsv"}));
  records->add_option("--sort", inventory.sort, "file (as they stand) or date")->check(CLI::IsMember({"file", "date"}));
  auto* text = records->add_option("--text", inventory.document, "Print this file's text, in which places are counted");
  records->add_option("--page", inventory.page, "And of it this page only")->check(CLI::PositiveNumber)->needs(text);
  records->callback([&] { code = openimr::cli::records(common, inventory, std::cout); });

  openimr::cli::CheckOptions request;
  request.on = today();
  CLI::App* check_request = app.add_subcommand(
      "check", "Before a review: what the guideline asks of a request, what is documented, and what to add");
  check_request->add_option("RECORD", request.records, "Records: files and folders")->required();
  check_request->add_option("--item", request.items, "What is requested, as on the form; may be given again")
      ->required();
  check_request->add_option("--on", request.on, "The day whose guidelines hold (YYYY-MM-DD); else today");
  check_request->add_option("--injury", request.injury, "The day of the injury (YYYY-MM-DD)");
  check_request->add_option("--format", request.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  check_request->add_option("--out", request.out, "Write to this file instead of the screen, whole or not at all");
  check_request->callback([&] { code = openimr::cli::check(common, request, std::cout); });

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

  openimr::cli::ReplayOptions replayed;
  CLI::App* replay = app.add_subcommand(
      "replay",
      "Decide published cases again from what was known before the decision, and compare with the physicians");
  replay->add_option("LETTER", replayed.inputs, "Files, folders, tar archives; - for a list of paths on standard input")
      ->required();
  replay->add_option("--format", replayed.format, "table, json (the figures), jsonl (an item a line) or html")
      ->check(CLI::IsMember({"table", "json", "jsonl", "html"}));
  replay->add_option("--out", replayed.out, "Write to this file instead of the screen, whole or not at all");
  replay->add_flag("--majority", replayed.majority, "Show what 'always upheld' would score beside our figures");
  replay->add_flag("--bayes", replayed.bayes, "Show what naive Bayes on the words would score, cross-validated");
  replay->add_flag("--rationales", replayed.rationales,
                   "In the table, both rationales of every disagreement side by side");
  replay->add_option("--before", replayed.before,
                     "What `--format jsonl` printed before a change: show what was gained and lost since");
  replay->add_option("--jobs", replayed.jobs, "Letters replayed at once; else as many as the processor has threads")
      ->check(CLI::Range(1, 1024));
  replay->add_flag("--quiet", replayed.quiet, "No progress; only what was skipped");
  replay->callback([&] { code = openimr::cli::replay(common, replayed, std::cout); });

  openimr::cli::DeidentifyOptions unnamed;
  openimr::cli::add_deidentify_command(app, common, unnamed, code);

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

  CLI::App* cases = app.add_subcommand("case", "Work on a case file, and on cases in a store");
  cases->require_subcommand(1);
  CLI::App* check = cases->add_subcommand("check", "Explain every problem of a case file");
  folder(check);
  check->callback([&] { code = openimr::cli::case_check(common, options, std::cout); });

  openimr::cli::CaseNewOptions made;
  CLI::App* make =
      cases->add_subcommand("new", "Make a case folder from the application and the denial, to be confirmed");
  make->add_option("DIR", made.folder, "The case folder to make")->required();
  make->add_option("--from", made.from, "The DWC Form IMR, the denial, and any other records")->required();
  make->callback([&] {
    made.today = today();
    code = openimr::cli::case_new(common, made, std::cout);
  });

  openimr::cli::DeadlineOptions clock;
  CLI::App* deadlines = app.add_subcommand("deadlines", "When something is due under the law, and how it is counted");
  auto* what = deadlines->add_option_group("what", "What to count");
  what->add_option("--event", clock.event, "What happened: ur-served, noarfi-sent, records-complete, ...");
  what->add_option("--rule", clock.rule, "One rule: IMR-1, UR-5, ...");
  what->add_option("--business-day", clock.business_day, "Is this day (YYYY-MM-DD) a business day?");
  what->require_option(1);
  deadlines->add_option("--on", clock.on, "The day of the event: YYYY-MM-DD, or YYYY-MM-DDThh:mm; else today");
  deadlines->add_option("--by", clock.by, "How it was served: mail, fax, electronic, personal, ...");
  deadlines->add_option("--priority", clock.priority, "standard or expedited")
      ->check(CLI::IsMember({"standard", "expedited"}));
  deadlines->add_flag("--formulary", clock.formulary, "The dispute is one of the drug formulary");
  deadlines->add_option("--programme", clock.programme, "Another programme of the packs: medicare-qic, ...");
  deadlines->add_option("--format", clock.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  clock.on = today();
  deadlines->callback([&] { code = openimr::cli::deadlines(common, clock, std::cout); });

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
      guideline->add_subcommand("check", "Report mistakes in the packs: what is wrong, where, what would be right");
  bool unused = false;
  check_packs->add_flag("--unused", unused, "Also list the facts that no criterion asks for");
  check_packs->callback([&] { code = openimr::cli::guideline_check(common, unused, std::cout); });
  std::string in_force_on;
  CLI::App* list = guideline->add_subcommand("list", "Name the editions that are loaded");
  list->add_option("--on", in_force_on, "Only those in force on this day (YYYY-MM-DD)");
  list->callback([&] { code = openimr::cli::guideline_list(common, in_force_on, std::cout); });
  std::string earlier;
  std::string later;
  CLI::App* diff = guideline->add_subcommand("diff", "What changed from one edition to another");
  diff->add_option("EDITION", earlier, "As `guideline list` names it, or a part that only one has in its name")
      ->required();
  diff->add_option("LATER", later, "The edition to compare it with")->required();
  diff->callback([&] { code = openimr::cli::guideline_diff(common, earlier, later, std::cout); });

  CLI::App* words = app.add_subcommand("vocabulary", "Work on the vocabulary packs");
  words->require_subcommand(1);
  openimr::cli::VocabularyOptions drug_names;
  CLI::App* import_words =
      words->add_subcommand("import", "Make a pack of drug names from a release of RxNorm that you have");
  import_words->add_option("--rxnorm", drug_names.rxnorm, "The folder of the release, with rrf/RXNCONSO.RRF in it")
      ->required();
  import_words->add_option("--out", drug_names.out, "The pack to write (packs/vocabulary/rxnorm.yaml)");
  import_words->callback([&] { code = openimr::cli::vocabulary_import(common, drug_names, std::cout); });

  openimr::cli::OfficeOptions office;
  office.on = today();
  office.now = now();
  office.store = environment("OPENIMR_STORE");
  office.keys = environment("OPENIMR_KEYS");
  office.as = environment("OPENIMR_AS");
  office.organisation = environment("OPENIMR_ORGANISATION");
  office.organisation_address = environment("OPENIMR_ORGANISATION_ADDRESS");
  office.organisation_contact = environment("OPENIMR_ORGANISATION_CONTACT");
  openimr::cli::add_office_commands(app, *cases, common, office, code);

  openimr::cli::AccountOptions account;
  account.store = office.store;
  account.keys = office.keys;
  account.now = office.now;
  openimr::cli::add_account_command(app, common, account, code);

  openimr::cli::CorpusOptions corpus;
  openimr::cli::add_corpus_commands(app, common, corpus, code);

  openimr::cli::StoreCommandOptions store;
  openimr::cli::add_store_command(app, today(), store, code);

  openimr::cli::ServeOptions served;
  openimr::cli::add_serve_command(app, common, served, code);

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
