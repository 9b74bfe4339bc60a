#include "cli/office_options.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace openimr::cli {
namespace {

constexpr int kMostListed = 10'000;
constexpr int kMostInvented = 9'999'999;
constexpr std::int64_t kMostCents = 999'999'999;

// Adds the options that several commands share.
class Commands {
 public:
  Commands(const Common& common, OfficeOptions& options, ExitCode& code)
      : common_(common), options_(options), code_(code) {}

  CLI::App* add(CLI::App& under, const char* name, const char* says,
                ExitCode (*run)(const Common&, const OfficeOptions&, std::ostream&), const char* day = "--on") {
    CLI::App* made = under.add_subcommand(name, says);
    made->add_option("--store", options_.store, "The store: a file, or postgresql://USER@HOST/NAME; else OPENIMR_STORE")
        ->required(options_.store.empty());
    made->add_option("--keys", options_.keys, "The file of keys that documents are sealed with; else OPENIMR_KEYS");
    made->add_option(day, options_.on, "The day: YYYY-MM-DD, or YYYY-MM-DDThh:mm; else today");
    made->callback(
        [&common = common_, &options = options_, &code = code_, run] { code = run(common, options, std::cout); });
    return made;
  }
  void of_case(CLI::App* made) { made->add_option("CASE", options_.number, "The case number")->required(); }
  void by_somebody(CLI::App* made) {
    made->add_option("--as", options_.as, "Who does it: ROLE:ID, for example intake:iris; else OPENIMR_AS");
    made->add_option("--why", options_.why, "The reason, in words");
  }
  void formats(CLI::App* made, std::vector<std::string> known) {
    std::string words;
    for (const std::string& each : known) words += (words.empty() ? "" : ", ") + each;
    made->add_option("--format", options_.format, words)->check(CLI::IsMember(std::move(known)));
  }
  void organisation(CLI::App* made) {
    made->add_option("--organisation", options_.organisation,
                     "The review organization, as papers name it; else OPENIMR_ORGANISATION");
  }
  void papers(CLI::App* made) {
    by_somebody(made);
    organisation(made);
    made->add_option("--organisation-address", options_.organisation_address,
                     "Where it receives papers, on one line; else OPENIMR_ORGANISATION_ADDRESS");
    made->add_option("--organisation-contact", options_.organisation_contact,
                     "Telephone and e-mail, on one line; else OPENIMR_ORGANISATION_CONTACT");
    made->add_option("--by", options_.by, "How it is served: mail, electronic, ...; else as agreed with each party");
    made->add_option("--server", options_.server, "Who serves it, as the proof of service says; else the id of --as");
    made->add_option("--with", options_.given, "A fact that the case does not know: NAME=VALUE")
        ->allow_extra_args(false);
    made->add_flag("--dry-run", options_.dry_run, "Show what would go out, and record nothing");
    made->add_option("--out", options_.out, "A folder to write the papers into, beside the store");
  }
  void to_file(CLI::App* made) {
    made->add_option("--out", options_.out, "Write to this file instead of the screen, whole or not at all");
  }

 private:
  const Common& common_;
  OfficeOptions& options_;
  ExitCode& code_;
};

void add_reviewer_commands(CLI::App& app, Commands& commands, OfficeOptions& options) {
  CLI::App* reviewers = app.add_subcommand("reviewer", "The reviewers of the organization");
  reviewers->require_subcommand(1);
  CLI::App* import =
      commands.add(*reviewers, "import", "Keep the reviewers of a file: new and changed ones", reviewer_import);
  import->add_option("FILE", options.file, "A JSON list of reviewers, or one on each line")->required();
  commands.by_somebody(import);
  CLI::App* add = commands.add(*reviewers, "add", "Keep one reviewer: new, or changed", reviewer_add);
  add->add_option("FILE", options.file, "The reviewer as JSON")->required();
  commands.by_somebody(add);
  CLI::App* list =
      commands.add(*reviewers, "list", "Who may review on a day, or by which rule not, and their load", reviewer_list);
  list->add_flag("--names", options.names, "Show names too; they stay inside the organization");
  commands.formats(list, {"table", "json", "csv"});
  CLI::App* show = commands.add(*reviewers, "show", "One reviewer: every rule with its answer", reviewer_show);
  show->add_option("ID", options.reviewer, "The reviewer's id")->required();
  show->add_flag("--names", options.names, "Show the name too; it stays inside the organization");
  commands.formats(show, {"table", "json"});
  CLI::App* leave =
      commands.add(*reviewers, "leave", "Note that a reviewer leaves: nothing is proposed to them", reviewer_leave);
  leave->add_option("ID", options.reviewer, "The reviewer's id")->required();
  commands.by_somebody(leave);

  CLI::App* assign = commands.add(app, "assign", "Propose reviewers for all cases that wait for one",
                                  openimr::cli::assign, "--day,--on");
  assign->add_flag("--dry-run", options.dry_run, "Show what would be proposed, and record nothing");
  commands.by_somebody(assign);
  commands.formats(assign, {"table", "json", "csv"});
}

void add_reports(CLI::App& app, Commands& commands, OfficeOptions& options) {
  CLI::App* report = app.add_subcommand("report", "The figures of a month");
  report->require_subcommand(1);
  for (CLI::App* each :
       {commands.add(*report, "timeliness", "Ages of cases, deadlines kept and missed, penalties, what is overdue",
                     report_timeliness),
        commands.add(*report, "volume", "Applications, how they ended, and where they wait", report_volume),
        commands.add(*report, "outcomes", "What was decided, by category, and how far the drafts agreed",
                     report_outcomes),
        commands.add(*report, "agreement", "How far reviewers agree with one another, and with the draft",
                     report_agreement),
        commands.add(*report, "reviewers", "How often each reviewer overturned, for the medical director",
                     report_reviewers)}) {
    each->add_option("--month", options.month, "YYYY-MM; else that of --on");
    commands.formats(each, {"table", "json", "csv"});
    commands.to_file(each);
  }
}

void add_papers(Commands& commands, CLI::App& cases, OfficeOptions& options) {
  CLI::App* notice =
      commands.add(cases, "notice", "Send the parties a notice: text, PDF and proof of service", case_notice);
  commands.of_case(notice);
  notice->add_option("NOTICE", options.notice, "Which one: noarfi, question, ineligible, deferral, ...")->required();
  notice->add_option("--to", options.role, "Only to this party, by its role");
  CLI::App* serve =
      commands.add(cases, "serve", "Serve the determination, with its letter, on the parties", case_serve);
  commands.of_case(serve);
  CLI::App* invoice = commands.add(cases, "invoice", "Invoice the fee of the review", case_invoice);
  commands.of_case(invoice);
  invoice->add_option("--cents", options.cents, "The amount, where the programme does not know it; with --why")
      ->check(CLI::Range(std::int64_t{0}, kMostCents));
  invoice->add_option("--licence", options.licence, "The class of the reviewer's licence: physician or other")
      ->check(CLI::IsMember({"physician", "other"}));
  for (CLI::App* each : {notice, serve, invoice}) commands.papers(each);

  CLI::App* publish = commands.add(
      cases, "publish", "Make the served determination fit for publication; with --release, publish it", case_publish);
  commands.of_case(publish);
  publish->add_flag("--release", options.release,
                    "Publish it: in the history of the case, and in the collection of --corpus");
  publish->add_option("--corpus", options.corpus, "The folder of the collection; else OPENIMR_CORPUS")
      ->envname("OPENIMR_CORPUS");
  publish->add_option("--party", options.known,
                      "KIND=NAME, also to be taken out, as of openimr deidentify; may be given again");
  publish->add_option("--out", options.out,
                      "A folder to write letter.txt, letter.pdf and removed.json into, all or none");
  commands.by_somebody(publish);

  CLI::App* eligibility =
      commands.add(cases, "eligibility", "What the rules of eligibility say of a case, and propose; a person decides",
                   case_eligibility);
  commands.of_case(eligibility);
  eligibility->add_option("FACT", options.fields, "What is known beside the case: NAME=yes, NAME=no, NAME=YYYY-MM-DD");
  commands.to_file(eligibility);

  CLI::App* whole =
      commands.add(cases, "export", "The file of a case: every document numbered and listed", case_export);
  commands.of_case(whole);
  whole->add_option("--out", options.out, "FILE.zip, or a folder; whole or not at all")->required();
  whole->add_option("--for", options.for_whom, "office, or parties: without the ids of reviewers")
      ->check(CLI::IsMember({"office", "parties"}));
  commands.organisation(whole);
}

}  // namespace

void add_office_commands(CLI::App& app, CLI::App& cases, const Common& common, OfficeOptions& options, ExitCode& code) {
  Commands commands(common, options, code);
  CLI::App* open =
      commands.add(cases, "open", "Receive an application: a case of the store from a case folder", case_open);
  open->add_option("DIR", options.folder, "The case folder: case.yaml and records/")->required();
  open->add_option("--number", options.number, "The case number; else that of case.yaml");
  commands.by_somebody(open);

  CLI::App* show = commands.add(cases, "show", "Where a case stands: items, parties, records, deadlines", case_show);
  commands.of_case(show);
  commands.formats(show, {"table", "json", "csv"});
  commands.to_file(show);

  CLI::App* history = commands.add(cases, "history", "What happened to a case: who, when, why and what", case_history);
  commands.of_case(history);
  commands.formats(history, {"table", "json", "csv"});
  commands.to_file(history);

  CLI::App* next =
      commands.add(cases, "next", "What can be done with a case now, by whom, under which section", case_next);
  commands.of_case(next);
  next->add_option("--role", options.role, "Only what this role may do");
  commands.formats(next, {"table", "json", "csv"});
  commands.to_file(next);

  CLI::App* act = commands.add(cases, "do", "Record an event of a case (see `case next`)", case_do);
  commands.of_case(act);
  act->add_option("EVENT", options.event, "What happened: eligibility-decided, records-received, ...")->required();
  act->add_option("FIELD", options.fields, "Its fields: NAME=VALUE");
  commands.by_somebody(act);

  CLI::App* add = commands.add(cases, "add", "Receive records for a case", case_add);
  commands.of_case(add);
  add->add_option("RECORD", options.files, "The files")->required()->check(CLI::ExistingFile);
  add->add_option("--from", options.role, "The party that sent them, by its role")->required();
  commands.by_somebody(add);

  CLI::App* draft = commands.add(cases, "draft", "Have a draft prepared for the reviewer of a case", case_draft);
  commands.of_case(draft);
  commands.by_somebody(draft);
  CLI::App* findings =
      commands.add(cases, "findings", "What the draft found for each criterion; its decision after the reviewer's own",
                   case_findings);
  commands.of_case(findings);
  commands.to_file(findings);

  CLI::App* decide = commands.add(cases, "decide", "Decide on an item, as its reviewer", case_decide);
  commands.of_case(decide);
  decide->add_option("ITEM", options.item, "Its number")->required()->check(CLI::PositiveNumber);
  decide->add_option("DECISION", options.decision, "Upheld (the denial stands) or Overturned")
      ->required()
      ->check(CLI::IsMember({"Upheld", "Overturned"}));
  decide->add_option("--rationale", options.rationale, "Why, in words for the worker");
  decide->add_option("--citation", options.citation, "What it rests on, as letters cite it");
  decide->add_flag("--by-draft", options.by_draft, "In the draft's words, where it proposes the same");
  commands.by_somebody(decide);
  CLI::App* submit = commands.add(cases, "submit", "Submit the determination to the quality check", case_submit);
  commands.of_case(submit);
  submit->add_option("--summary", options.summary, "The clinical summary");
  submit->add_flag("--by-draft", options.by_draft, "That of the draft");
  commands.by_somebody(submit);

  CLI::App* join = commands.add(cases, "join", "Let an application go on in another case of the worker", case_join);
  commands.of_case(join);
  join->add_option("INTO", options.into, "The case that goes on")->required();
  commands.by_somebody(join);
  commands.add(cases, "index", "Make the lists of all cases anew, after a restore", case_index);

  CLI::App* letter = commands.add(cases, "letter", "The letter as it stands, and what it lacks", case_letter);
  commands.of_case(letter);
  letter->add_option("--format", options.format, "text or pdf")->check(CLI::IsMember({"text", "pdf"}));
  commands.to_file(letter);
  CLI::App* sign = commands.add(cases, "sign", "Sign the determination: the letter is kept as it is", case_sign);
  commands.of_case(sign);
  commands.by_somebody(sign);
  CLI::App* correct = commands.add(cases, "correct", "Correct an issued letter by another beside it", case_correct);
  commands.of_case(correct);
  commands.by_somebody(correct);
  for (CLI::App* each : {letter, sign, correct}) commands.organisation(each);

  add_papers(commands, cases, options);

  CLI::App* accept = commands.add(cases, "accept",
                                  "Take a case as its reviewer, after a check of conflicts as they stand", case_accept);
  commands.of_case(accept);
  accept->add_option("--attest", options.attest, "What the reviewer attests: no conflict with any party")->required();
  commands.by_somebody(accept);
  CLI::App* decline = commands.add(cases, "decline", "Give a case back as its reviewer, with the reason", case_decline);
  commands.of_case(decline);
  commands.by_somebody(decline);

  CLI::App* work = app.add_subcommand("work", "What waits for whom");
  work->require_subcommand(1);
  CLI::App* list = commands.add(*work, "list", "The cases whose next step is a role's, the first due first", work_list);
  list->add_option("--role", options.role, "intake, assign, review, quality or issue")->required();
  list->add_flag("--overdue", options.overdue, "Only those whose day has passed");
  list->add_option("--limit", options.limit, "At most so many")->check(CLI::Range(1, kMostListed));
  commands.formats(list, {"table", "json", "csv"});
  add_reviewer_commands(app, commands, options);

  add_reports(app, commands, options);
  CLI::App* demo = commands.add(app, "demo", "A store of invented cases in every state, to try things on", cli::demo);
  demo->add_option("--cases", options.cases, "How many")->check(CLI::Range(1, kMostInvented));
  demo->add_option("--seed", options.seed, "Another one gives other cases; the same one the same");
  demo->add_option("--from", options.from, "The day of the first application: YYYY-MM-DD; else a year before the last");
  demo->add_option("--until", options.until, "The day up to which things happen: YYYY-MM-DD; else that of --on");
}

}  // namespace openimr::cli
