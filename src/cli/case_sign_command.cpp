// openimr case letter, sign and correct: the determination as its letter.
#include <iostream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/case_determination.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/roster.h"
#include "letter/write.h"

namespace openimr::cli {
namespace {

// The names that the letter must not hold.
Result<std::vector<std::string>> reviewer_names(Office& office, const cases::Case& c) {
  std::vector<std::string> out;
  for (const cases::CaseReviewer& each : c.reviewers) {
    auto reviewer = reviewer_of(office, each.id);
    if (reviewer) {
      out.push_back(std::move(reviewer->name));
    } else if (reviewer.error().code == ErrorCode::not_found) {
      std::cerr << fmt::format("note: reviewer {} is not on file, so the letter is not searched for the name\n",
                               each.id);
    } else {
      return fail(reviewer.error());
    }
  }
  return out;
}

// The letter of a case as of a day, and the office it was found in.
struct OpenLetter {
  std::unique_ptr<Office> office;
  PreparedLetter letter;
};

Result<OpenLetter> open_letter(const Common& common, const OfficeOptions& options) {
  auto office = Office::open(common, options);
  if (!office) return fail(office.error());
  const auto c = (*office)->ledger().load(options.number);
  if (!c) return fail(c.error());
  const auto programme = (*office)->ledger().programme(c->programme);
  if (!programme) return fail(programme.error());
  const auto on = moment_of(options);
  if (!on) return fail(on.error());
  const auto names = reviewer_names(**office, *c);
  if (!names) return fail(names.error());
  PreparedLetter letter = prepared_letter((*office)->packs(), **programme, *c, on->day, *names);
  return OpenLetter{std::move(*office), std::move(letter)};
}

// The letter kept under an event of this type, once nothing is missing in it.
ExitCode keep(const Common& common, const OfficeOptions& options, const char* type, const char* done_words,
              std::ostream& out) {
  auto event = event_by(options, type);
  if (!event) return report(event.error(), {});
  auto open = open_letter(common, options);
  if (!open) return report(open.error(), {});
  const std::string missing = in_words(open->letter.missing);
  if (cases::hinders_signing(open->letter.missing)) {
    out << missing;
    return report({ErrorCode::wrong_use, "the letter is not complete", options.number, "", 0, 0,
                   "Mend what is named above, then do it again."},
                  {});
  }
  auto what = kept_letter(open->office->store(), open->letter.determination, letterhead_of(options));
  if (!what) return report(what.error(), {});
  event->what = std::move(*what);
  const auto done = open->office->ledger().record(options.number, {*event});
  if (!done) return report(done.error(), {});
  out << missing
      << fmt::format("{}: {}; it is '{}'. The letter is kept as it is.\n", options.number, done_words, done->state);
  return ExitCode::done;
}

}  // namespace

ExitCode case_letter(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto open = open_letter(common, options);
  if (!open) return report(open.error(), {});
  const determination::Determination& letter = open->letter.determination;
  std::ostringstream text;
  if (options.format == "pdf") {
    const auto pdf = letter::letter_pdf(letter, letterhead_of(options));
    if (!pdf) return report(pdf.error(), {});
    text << *pdf;
  } else {
    letter::write_letter_text(text, letter, letterhead_of(options));
  }
  const ExitCode code = deliver(text.str(), options.out, out);
  if (code != ExitCode::done) return code;
  std::cerr << in_words(open->letter.missing);
  return cases::hinders_signing(open->letter.missing) ? ExitCode::failed : ExitCode::done;
}

ExitCode case_sign(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return keep(common, options, "signed", "signed", out);
}

ExitCode case_correct(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return keep(common, options, "corrected", "corrected by a letter beside the first", out);
}

}  // namespace openimr::cli
