// The commands, each with what the command line gave it. Results go to `out`, messages to stderr.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace openimr::cli {

// How the records of a case are read.
struct ReadingOptions {
  unsigned jobs = 0;      // scans recognised at once; 0: as many as the processor has threads
  bool no_cache = false;  // read everything again, and keep nothing
};

struct Common {
  std::string packs;  // folder of packs instead of the snapshot
  bool colour = false;
  ReadingOptions reading{};
};

struct CaseOptions {
  std::string folder;
  std::string format;
  std::string out;   // file to write instead of stdout; written whole or not at all
  int mme_year = 0;  // of the table of opioid equivalents; 0: that of the day of the review
};

struct CaseNewOptions {
  std::string folder;
  std::vector<std::string> from;  // the application, the denial, and other records
  std::string today;              // ISO; the day of the review until it is known
};

struct RecordsOptions {
  std::string folder;
  std::string format;    // table, json or tsv
  std::string sort;      // empty: as the files stand; date
  std::string document;  // print this one's text
  int page = 0;          // and of it this page; 0: all
};

// Of `facts` and `timeline`.
struct FactsOptions {
  std::string folder;
  std::string format;  // empty: as `out` ends; else of facts table at a terminal and jsonl elsewhere, of timeline text
  std::string out;     // file to write instead of stdout; written whole or not at all
  std::string about;   // a drug, brand, service, part of the body or concept
  std::string fact;    // a name of facts
  std::string by = "kind";  // of the table: kind or date
  int mme_year = 0;
  bool all_pages = false;  // of html: pages without a fact too
  bool all = false;        // of the timeline: findings too
};

struct CheckOptions {
  std::vector<std::string> items;    // as the request words them
  std::vector<std::string> records;  // files and folders
  std::string on;                    // ISO; the day whose guidelines hold
  std::string injury;                // ISO; empty where it is not known
  std::string format = "text";       // text or json
  std::string out;                   // file to write instead of stdout; written whole or not at all
  int mme_year = 0;
};

struct VocabularyOptions {
  std::string rxnorm;  // folder of a release, or its rrf/
  std::string out;     // pack to write
};

struct ReadOptions {
  std::vector<std::string> inputs;  // files, folders, tar archives; "-": a list of paths on standard input
  std::string format;               // jsonl, json, tsv or table; empty: table at a terminal, else jsonl
  std::string out;                  // file to write instead of stdout; written whole or not at all
  bool strict = false;              // stop at the first letter that cannot be read
  bool quiet = false;               // say only what was skipped
  unsigned jobs = 0;                // letters read at once; 0: as many as the processor has threads
};

struct ReplayOptions {
  std::vector<std::string> inputs;  // as of ReadOptions
  std::string format = "table";     // table, json, jsonl or html
  std::string out;                  // file to write instead of stdout; written whole or not at all
  bool majority = false;            // show the baseline "always upheld" beside our figures
  bool bayes = false;               // and that of a plain learner
  std::string before;               // what an earlier replay printed as jsonl, to compare with
  bool rationales = false;          // both sides of every disagreement in the table
  bool quiet = false;
  unsigned jobs = 0;  // letters replayed at once; 0: as many as the processor has threads
};

struct DeadlineOptions {
  std::string event, rule, business_day;  // one of them
  std::string on;                         // YYYY-MM-DD or YYYY-MM-DDThh:mm
  std::string by;
  std::string priority = "standard";
  bool formulary = false;
  std::string programme;        // empty: the one that its pack calls the default
  std::string format = "text";  // text or json
};

struct WriteOptions {
  std::string file;    // JSON of a determination, or one a line; "-": standard input
  std::string format;  // text, html, pdf or json; empty: as `out` ends, else text
  std::string out;     // file to write instead of stdout, or folder for a file per case number
  std::string organisation;
  bool terminal = false;  // stdout is one
};

// Of `store` and all below it; each takes some.
struct StoreCommandOptions {
  std::string store;            // its address
  std::string file;             // the backup to restore, or the file of keys to make
  std::string keys;             // file of keys for documents
  std::string head, signer;     // a head to compare with; the public key that must have signed it
  std::string sign;             // file of the signing key
  std::string on;               // ISO; the day of a head
  std::string out;              // file to write, whole or not at all
  std::string format = "text";  // text or json
};

// Of the commands on cases in a store; each takes some.
struct OfficeOptions {
  std::string store;                                       // its address
  std::string keys;                                        // file of keys for documents
  std::string as;                                          // ROLE:ID
  std::string on;                                          // YYYY-MM-DD or YYYY-MM-DDThh:mm
  std::chrono::sys_time<std::chrono::milliseconds> now{};  // when it is entered
  std::string why;
  std::string number;  // of the case
  std::string folder;  // of a case file
  std::string event;
  std::vector<std::string> fields;  // name=value
  std::vector<std::string> files;   // records
  std::string into;                 // the case that another goes on in
  int item = 0;                     // from 1
  std::string decision;             // Upheld or Overturned
  std::string rationale, citation, summary;
  bool by_draft = false;  // in the draft's words
  std::string notice;
  std::string file;      // of reviewers
  std::string reviewer;  // id
  std::string attest;    // what the reviewer attests
  bool names = false;    // of reviewers: shown
  bool dry_run = false;
  std::string role;                // of who does it, or a party
  std::string by;                  // a way of service, instead of those that were agreed on
  std::vector<std::string> given;  // facts of a notice: name=value
  std::string organisation, organisation_address, organisation_contact;  // as papers name it
  std::string server;                                                    // who serves papers; empty: the id of `as`
  std::int64_t cents = -1;                                               // of an invoice by hand; -1: by the programme
  std::string licence = "physician";                                     // the class of the reviewer's, for a fee
  std::string for_whom = "office";                                       // of an export: office or parties
  bool overdue = false;
  int limit = 50;
  std::string month;               // YYYY-MM, of a report; empty: that of `on`
  int cases = 500;                 // of a demo
  std::uint64_t seed = 1;          // of it
  std::string from, until;         // its days; empty: the year before `on`, and `on`
  std::string format = "table";    // table, json or csv
  std::string out;                 // file or folder to write, whole or not at all
  bool release = false;            // of a publication: publish it, and not only show what would be
  std::string corpus;              // the folder of the collection that it is added to
  std::vector<std::string> known;  // KIND=NAME, to be taken out of it
};

ExitCode review(const Common& common, const CaseOptions& options, std::ostream& out);
ExitCode facts(const Common& common, const FactsOptions& options, std::ostream& out);
ExitCode timeline(const Common& common, const FactsOptions& options, std::ostream& out);
ExitCode records(const Common& common, const RecordsOptions& options, std::ostream& out);
// What a request still lacks under the guideline, before a review. ExitCode::failed where something is missing.
ExitCode check(const Common& common, const CheckOptions& options, std::ostream& out);
ExitCode case_check(const Common& common, const CaseOptions& options, std::ostream& out);
// A case folder from the two forms that every case starts with. Writes all of it or nothing.
ExitCode case_new(const Common& common, const CaseNewOptions& options, std::ostream& out);
// Published letters as data, in the order given. A letter that cannot be read is skipped with a message.
ExitCode read(const Common& common, const ReadOptions& options, std::ostream& out);
// Decides published cases again from what was known before the decision, and compares. A letter that cannot be read is
// skipped with a message.
ExitCode replay(const Common& common, const ReplayOptions& options, std::ostream& out);
// The letter of a determination, or the letters of several.
ExitCode write(const Common& common, const WriteOptions& options, std::ostream& out);
ExitCode guideline_show(const Common& common, const std::string& topic, const std::string& on, std::ostream& out);
// The editions that are loaded: by what name, in force when, how many sections and criteria of which standing.
ExitCode guideline_list(const Common& common, const std::string& on, std::ostream& out);
// What changed from one edition to another, each named as guideline_list() names it, or by a part of it that only one
// has.
ExitCode guideline_diff(const Common& common, const std::string& earlier, const std::string& later, std::ostream& out);
// What is due after an event or by a rule of a programme, or whether a day is a business day; with the counting.
ExitCode deadlines(const Common& common, const DeadlineOptions& options, std::ostream& out);
// A pack of drug names from a release of RxNorm that the user has.
ExitCode vocabulary_import(const Common& common, const VocabularyOptions& options, std::ostream& out);
// What is wrong with the packs, each with file, line and what would be right; ExitCode::failed where anything is. With
// `unused`, also the facts that the vocabulary knows and no criterion asks for, for information.
ExitCode guideline_check(const Common& common, bool unused, std::ostream& out);

// A store, made or brought up to date.
ExitCode store_create(const StoreCommandOptions& options, std::ostream& out);
// What is wrong with a store; ExitCode::failed where anything is.
ExitCode store_verify(const StoreCommandOptions& options, std::ostream& out);
ExitCode store_head(const StoreCommandOptions& options, std::ostream& out);
ExitCode store_backup(const StoreCommandOptions& options, std::ostream& out);
ExitCode store_restore(const StoreCommandOptions& options, std::ostream& out);
ExitCode store_keys_documents(const StoreCommandOptions& options, std::ostream& out);
ExitCode store_keys_signing(const StoreCommandOptions& options, std::ostream& out);
ExitCode store_keys_rotate(const StoreCommandOptions& options, std::ostream& out);

// A case of the store from a case folder: an application received, with its records.
ExitCode case_open(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_show(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_history(const Common& common, const OfficeOptions& options, std::ostream& out);
// What can be done with a case now, by whom, with which fields.
ExitCode case_next(const Common& common, const OfficeOptions& options, std::ostream& out);
// Records that arrive for a case, from the party `role`.
ExitCode case_add(const Common& common, const OfficeOptions& options, std::ostream& out);
// A draft of the case, as of the day.
ExitCode case_draft(const Common& common, const OfficeOptions& options, std::ostream& out);
// What the draft found, by criterion; its decision only after the reviewer's own finding.
ExitCode case_findings(const Common& common, const OfficeOptions& options, std::ostream& out);
// The reviewer's decision on an item, and the end of their work.
ExitCode case_decide(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_submit(const Common& common, const OfficeOptions& options, std::ostream& out);
// An application goes on in another case.
ExitCode case_join(const Common& common, const OfficeOptions& options, std::ostream& out);
// The lists of all cases, made anew: after a restore, or where what they are made by has changed.
ExitCode case_index(const Common& common, const OfficeOptions& options, std::ostream& out);
// The letter as it stands, and what it lacks; ExitCode::failed where it lacks something.
ExitCode case_letter(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_sign(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_correct(const Common& common, const OfficeOptions& options, std::ostream& out);
// The letter made fit for publication; with `release` it is published. ExitCode::failed where the check of the finished
// PDF found anything.
ExitCode case_publish(const Common& common, const OfficeOptions& options, std::ostream& out);
// One event of a case.
ExitCode case_do(const Common& common, const OfficeOptions& options, std::ostream& out);
// The reviewer who acts takes the case, if nothing speaks against them as things stand now.
ExitCode case_accept(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_decline(const Common& common, const OfficeOptions& options, std::ostream& out);
// A notice to the parties of a case; a determination served on them, with its letter; an invoice with its fee. Each is
// kept as text and PDF with a proof of service, and recorded.
ExitCode case_notice(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_serve(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode case_invoice(const Common& common, const OfficeOptions& options, std::ostream& out);
// What the rules of eligibility say of a case, and what they propose. It decides nothing.
ExitCode case_eligibility(const Common& common, const OfficeOptions& options, std::ostream& out);
// The file of a case, numbered and listed, as a zip archive or a folder.
ExitCode case_export(const Common& common, const OfficeOptions& options, std::ostream& out);
// The cases whose next step is a role's, the first due first.
ExitCode work_list(const Common& common, const OfficeOptions& options, std::ostream& out);
// The figures of a month: how fast, how many, with what outcome.
ExitCode report_timeliness(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode report_volume(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode report_outcomes(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode report_agreement(const Common& common, const OfficeOptions& options, std::ostream& out);
// How often each reviewer overturned: for the medical director.
ExitCode report_reviewers(const Common& common, const OfficeOptions& options, std::ostream& out);
// A store of invented cases, to try things on. A run that was killed goes on where it stopped.
ExitCode demo(const Common& common, const OfficeOptions& options, std::ostream& out);

// The reviewers of a file, kept in the store: all of them, or none where the file has a problem.
ExitCode reviewer_import(const Common& common, const OfficeOptions& options, std::ostream& out);
// The same of a file that holds one.
ExitCode reviewer_add(const Common& common, const OfficeOptions& options, std::ostream& out);
// Who may review on the day, or by which rule not; with their load.
ExitCode reviewer_list(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode reviewer_show(const Common& common, const OfficeOptions& options, std::ostream& out);
ExitCode reviewer_leave(const Common& common, const OfficeOptions& options, std::ostream& out);
// Proposes reviewers for all cases that wait for one, at once.
ExitCode assign(const Common& common, const OfficeOptions& options, std::ostream& out);

}  // namespace openimr::cli
