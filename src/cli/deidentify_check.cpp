#include "cli/deidentify_check.h"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/reader_path.h"
#include "records/finished_pdf.h"

namespace openimr::cli {
namespace {

using corpus::deidentify::Left;
using corpus::deidentify::Words;
using nlohmann::ordered_json;

constexpr std::size_t kLargestFile = 64U << 20U;

struct Checked {
  std::string name;
  std::vector<Left> left;
};

Result<Checked> checked(const std::string& file, const corpus::deidentify::Deidentifier& deidentify,
                        const LookedFor& looked_for) {
  const auto bytes = read_file(file, kLargestFile);
  if (!bytes) return fail(bytes.error());
  if (records::kind_of(*bytes) != records::DocumentKind::pdf)
    return fail({ErrorCode::unreadable, "this is no PDF", "", file, 0, 0, "Only finished PDFs are checked."});
  const auto pdf = records::read_finished_pdf(office::reader_path(), *bytes, file);
  if (!pdf) return fail(pdf.error());
  return Checked{file, corpus::deidentify::left_in(*pdf, deidentify, looked_for.parties, looked_for.number)};
}

std::string printed(const std::vector<Checked>& files, bool as_json, Words words) {
  if (as_json) {
    auto all = ordered_json::array();
    for (const Checked& file : files) all.push_back({{"file", file.name}, {"left", to_json(file.left, words)}});
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
  }
  std::string out;
  for (const Checked& file : files) {
    out += file.left.empty() ? fmt::format("{}: nothing was found\n", shown(file.name))
                             : fmt::format("{}: {} left\n", shown(file.name), file.left.size());
    out += list_of(file.left, words);
  }
  return out;
}

}  // namespace

std::string list_of(const std::vector<Left>& left, Words words) {
  std::string out;
  for (const Left& each : left) {
    out += "  " + in_words(each);
    if (each.box)
      out += fmt::format(", at {:.0f},{:.0f} to {:.0f},{:.0f}", each.box->left, each.box->top, each.box->right,
                         each.box->bottom);
    if (words == Words::shown) out += ": " + shown(each.original);
    out += '\n';
  }
  return out;
}

ExitCode check_finished(const DeidentifyOptions& options, const corpus::deidentify::Deidentifier& deidentify,
                        const LookedFor& looked_for, std::ostream& out) {
  std::vector<Checked> files;
  ExitCode code = ExitCode::done;
  bool is_clean = true;
  for (const std::string& file : options.files) {
    auto done = checked(file, deidentify, looked_for);
    if (!done) {
      const ExitCode failed = report(done.error(), {});
      code = options.files.size() > 1 ? ExitCode::skipped : failed;
      continue;
    }
    is_clean = is_clean && done->left.empty();
    files.push_back(std::move(*done));
  }
  if (files.empty()) return code == ExitCode::skipped ? ExitCode::bad_input : code;
  const bool as_json = options.format == "json";
  const bool log_here = options.log == "-";
  if (!options.log.empty() && !log_here) {
    const std::string log = printed(files, as_json || options.log.ends_with(".json"), Words::shown);
    if (const ExitCode written = deliver({{options.log, log}}); written != ExitCode::done) return written;
  }
  const std::string text = printed(files, as_json, log_here ? Words::shown : Words::left_out);
  if (const ExitCode written = deliver(text, options.out, out); written != ExitCode::done) return written;
  return is_clean ? code : ExitCode::failed;
}

}  // namespace openimr::cli
