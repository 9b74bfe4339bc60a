#include <chrono>
#include <fstream>
#include <iostream>
#include <optional>

#include <fmt/core.h>

#include "base/data.h"
#include "base/date.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/numbers.h"
#include "cli/report.h"
#include "office/engine.h"
#include "vocabulary/rxnorm_rows.h"

namespace openimr::cli {
namespace {

constexpr const char* kPack = "packs/vocabulary/rxnorm.yaml";

// A file of the release: in the folder itself or in its rrf/.
Result<std::filesystem::path> release_folder(const std::filesystem::path& named) {
  for (const auto& folder : {named / "rrf", named}) {
    if (std::filesystem::is_regular_file(folder / "RXNCONSO.RRF")) return folder;
  }
  return fail({ErrorCode::not_found, "no release of RxNorm here: rrf/RXNCONSO.RRF is missing", "", named.string(), 0, 0,
               "Name the folder that the release was unpacked into."});
}

Result<std::ifstream> open_table(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (in) return in;
  return fail({std::filesystem::exists(file) ? ErrorCode::unreadable : ErrorCode::not_found, "cannot be read", "",
               file.string(), 0, 0, "Unpack the release again, whole."});
}

// The day of the release: its folder is named after it (RxNorm_full_09062016); else that of its concepts' file.
std::string release_date(const std::filesystem::path& named, const std::filesystem::path& folder) {
  const std::string name = std::filesystem::absolute(named).lexically_normal().string();
  for (std::size_t at = name.size(); at-- > 0;) {
    const std::string digits = name.substr(at, 8);
    if (digits.size() != 8 || digits.find_first_not_of("0123456789") != std::string::npos) continue;
    const auto day =
        Date::from_iso(fmt::format("{}-{}-{}", digits.substr(4), digits.substr(0, 2), digits.substr(2, 2)));
    if (day) return day->iso();
  }
  const auto written = std::chrono::file_clock::to_sys(std::filesystem::last_write_time(folder / "RXNCONSO.RRF"));
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(written)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string pack_of(const vocabulary::RxnormRows& found, const std::string& source) {
  std::string out = fmt::format(
      "# Made by `openimr vocabulary import`; do not change it by hand, import again.\nsource: \"{}\"\nstanding: "
      "confirmed\n\ndrugs:\n",
      source);
  for (const auto& row : found.rows) {
    std::string flow;
    for (const auto& [key, value] : row.items())
      flow += fmt::format("{}{}: {}", flow.empty() ? "" : ", ", key, value.dump());
    out += "  - { " + flow + " }\n";
  }
  return out;
}

// Whether the packs would take it: their schema and their limits.
std::vector<Error> problems_of(const std::string& pack, const std::string& name, const nlohmann::json& schema) {
  auto read = read_yaml(pack, name);
  return read ? check_schema(*read, schema) : std::vector{read.error()};
}

std::string where_to(const Common& common, const VocabularyOptions& options) {
  if (!options.out.empty()) return options.out;
  return common.packs.empty() ? kPack : common.packs + "/vocabulary/rxnorm.yaml";
}

}  // namespace

ExitCode vocabulary_import(const Common& common, const VocabularyOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto packs = office::load_packs(common.packs, problems);
  if (!packs) return report(packs.error(), problems);
  const auto folder = release_folder(options.rxnorm);
  if (!folder) return report(folder.error(), {});
  auto concepts = open_table(*folder / "RXNCONSO.RRF");
  auto relations = open_table(*folder / "RXNREL.RRF");
  auto attributes = open_table(*folder / "RXNSAT.RRF");
  for (const auto* table : {&concepts, &relations, &attributes}) {
    if (!*table) return report(table->error(), {});
  }
  const auto products = vocabulary::read_rxnorm({*concepts, *relations, *attributes, folder->string()});
  if (!products) return report(products.error(), {});
  const std::string source =
      fmt::format("RxNorm, release of {} (U.S. National Library of Medicine)", release_date(options.rxnorm, *folder));
  const auto found = vocabulary::rxnorm_rows(*products, packs->data["vocabulary"], source);
  const std::string file = where_to(common, options);
  const std::string pack = pack_of(found, source);
  problems = problems_of(pack, file, packs->data["schema"]["vocabulary"]);
  if (!problems.empty()) return report(problems.front(), {problems.front()});
  const ExitCode code = deliver({{file, pack}});
  if (code != ExitCode::done) return code;
  out << fmt::format("{}: {} of one ingredient, {} of several, {}; {}\n", file, counted(found.ingredients, "new drug"),
                     grouped(found.combinations), counted(found.brands, "brand"), source);
  if (found.too_common > 0)
    out << fmt::format("left out: {} that everyday or clinical English uses too, or of fewer than five letters\n",
                       counted(found.too_common, "name"));
  if (found.of_no_form > 0)
    out << fmt::format("left out: {} of drugs that the packs know only in other forms\n",
                       counted(found.of_no_form, "brand"));
  out << "A folder of packs that holds it is used with openimr --packs FOLDER.\n";
  return ExitCode::done;
}

}  // namespace openimr::cli
