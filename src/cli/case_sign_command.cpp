// openimr case letter, sign and correct: the determination as its letter.
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include "cli/deliver.h"
#include "cli/letterhead.h"
#include "cli/office.h"
#include "cli/report.h"
#include "office/letter.h"

namespace openimr::cli {
namespace {

// The letter of a case as of a day, and the office it was found in.
struct OpenLetter {
  std::unique_ptr<office::Office> office;
  office::PreparedLetter letter;
};

Result<OpenLetter> open_letter(const Common& common, const OfficeOptions& options) {
  auto office = open_office(common, options);
  if (!office) return fail(office.error());
  const auto found = find_case(**office, options);
  if (!found) return fail(found.error());
  auto letter = office::prepared_letter(**office, *found);
  if (!letter) return fail(letter.error());
  for (const std::string& id : letter->not_on_file)
    std::cerr << fmt::format("note: reviewer {} is not on file, so the letter is not searched for the name\n", id);
  return OpenLetter{std::move(*office), std::move(*letter)};
}

// The letter kept under an event of this type, once nothing is missing in it.
ExitCode keep(const Common& common, const OfficeOptions& options, const char* type, const char* done_words,
              std::ostream& out) {
  const auto event = event_by(options, type);
  if (!event) return report(event.error(), {});
  const auto open = open_letter(common, options);
  if (!open) return report(open.error(), {});
  out << office::in_words(open->letter.missing);
  const auto done = office::sign(*open->office, *event, open->letter, letterhead_of(options));
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: {}; it is '{}'. The letter is kept as it is.\n", options.number, done_words, done->state);
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
  std::cerr << office::in_words(open->letter.missing);
  return cases::hinders_signing(open->letter.missing) ? ExitCode::failed : ExitCode::done;
}

ExitCode case_sign(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return keep(common, options, "signed", "signed", out);
}

ExitCode case_correct(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return keep(common, options, "corrected", "corrected by a letter beside the first", out);
}

}  // namespace openimr::cli
