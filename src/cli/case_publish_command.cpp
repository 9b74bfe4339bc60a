// openimr case publish: the determination without names, looked at and released.
#include <ostream>

#include <fmt/format.h>

#include "cli/deidentify_check.h"
#include "cli/deliver.h"
#include "cli/known_parties.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/publication.h"

namespace openimr::cli {
namespace {

using corpus::deidentify::Deidentifier;
using office::PreparedPublication;

// What of the packs the command works with.
struct Tools {
  office::Engine engine;
  Deidentifier deidentify;
};

Result<Tools> tools_of(const office::Office& office) {
  auto deidentify = Deidentifier::from_packs(office.packs().data);
  if (!deidentify) return fail(deidentify.error());
  auto engine = office::make_engine(office.packs());
  if (!engine) return fail(engine.error());
  return Tools{std::move(*engine), std::move(*deidentify)};
}

ExitCode write_out(const std::string& folder, const office::KeptPublication& files) {
  const std::filesystem::path to(folder);
  std::error_code not_made;  // then the files cannot be written, and that is told
  std::filesystem::create_directories(to, not_made);
  return deliver({{to / "letter.txt", files.text}, {to / "letter.pdf", files.pdf}, {to / "removed.json", files.log}});
}

// "line 12  name  Robin Invented  party: a party of the case"
std::string taken_out_view(const std::vector<office::TakenOut>& taken_out) {
  std::string out = fmt::format("Taken out of the letter: {}\n", taken_out.size());
  for (const office::TakenOut& each : taken_out)
    out += fmt::format("  {}  {}  {}  {}: {}\n", in_column(each.line > 0 ? fmt::format("line {}", each.line) : "", 9),
                       in_column(each.kind, 20), in_column(shown(each.original), 36), each.rule, each.reason);
  return out;
}

std::string check_view(const PreparedPublication& prepared) {
  if (prepared.left.empty()) return "Check of the finished PDF, as text and as picture: nothing was found.\n";
  return fmt::format("Check of the finished PDF, as text and as picture: {} left\n{}", prepared.left.size(),
                     list_of(prepared.left, corpus::deidentify::Words::left_out));
}

Result<corpus::deidentify::KnownParties> parties_given(const OfficeOptions& options) {
  corpus::deidentify::KnownParties out;
  for (const std::string& each : options.known) {
    if (auto added = add_party(each, out); !added) return fail(added.error());
  }
  return out;
}

// The letter in the collection, which may have been there.
ExitCode collect(const OfficeOptions& options, const office::Engine& engine, const std::string& text,
                 const std::string& how, std::ostream& out) {
  const auto added = office::add_to_collection(options.corpus, options.number, engine, text);
  if (!added) return report(added.error(), {});
  out << fmt::format("{}: {}; {}.\n", options.number, how,
                     *added ? "it was added to the collection" : "the collection has it");
  return ExitCode::done;
}

// Nothing happens twice: the letter is as the history has it, and goes into the collection where that lacks it.
ExitCode show_published(const OfficeOptions& options, office::Office& office, const cases::PublishedLetter& published,
                        std::ostream& out) {
  const auto kept = office::kept_publication(office.store(), published);
  if (!kept) return report(kept.error(), {});
  const std::string how = fmt::format("this letter was published on {}", published.on.iso());
  if (!options.release) {
    out << fmt::format("{}: {}.\n", options.number, how);
  } else {
    const auto tools = tools_of(office);
    if (!tools) return report(tools.error(), {});
    const ExitCode collected = collect(options, tools->engine, kept->text, how, out);
    if (collected != ExitCode::done) return collected;
  }
  return options.out.empty() ? ExitCode::done : write_out(options.out, *kept);
}

}  // namespace

ExitCode case_publish(const Common& common, const OfficeOptions& options, std::ostream& out) {
  if (options.release && options.corpus.empty())
    return report({ErrorCode::wrong_use, "the collection is not named", "", "", 0, 0,
                   "Name its folder: --corpus DIR, or OPENIMR_CORPUS."},
                  {});
  const auto parties = parties_given(options);
  if (!parties) return report(parties.error(), {});
  const auto acting = act_on_case(common, options, "published");
  if (!acting) return report(acting.error(), {});
  const auto& [event, office, found] = *acting;
  const auto& published = found.c.published;
  if (published && !found.c.letters.empty() && published->of == found.c.letters.back().letter)
    return show_published(options, *office, *published, out);

  const auto tools = tools_of(*office);
  if (!tools) return report(tools.error(), {});
  const auto prepared =
      office::prepare_publication(*office, found, event, {tools->engine, tools->deidentify, *parties});
  if (!prepared) return report(prepared.error(), {});
  const office::KeptPublication files{prepared->text, prepared->pdf, office::log_of(*prepared)};
  if (!options.out.empty()) {
    if (const ExitCode written = write_out(options.out, files); written != ExitCode::done) return written;
  }
  if (!options.release) {
    out << taken_out_view(prepared->taken_out) << '\n';
    if (options.out.empty()) out << prepared->text << '\n';
    out << check_view(*prepared) << "Nothing was published.\n";
    return prepared->left.empty() ? ExitCode::done : ExitCode::failed;
  }
  const auto done = office::publish(*office, event, options.number, *prepared);
  if (!done) return report(done.error(), {});
  return collect(options, tools->engine, prepared->text, "published", out);
}

}  // namespace openimr::cli
