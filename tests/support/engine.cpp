#include "support/engine.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "review/draft.h"
#include "support/process.h"

namespace openimr::testing {
namespace {

std::optional<Date> day(const std::string& text) {
  return text.empty() ? std::nullopt : Date::from_iso(text);
}

office::Engine load() {
  auto packs = read_snapshot(OPENIMR_SNAPSHOT);
  if (!packs) {
    std::fprintf(stderr, "%s\n", packs.error().to_string().c_str());
    std::exit(1);
  }
  return std::move(office::make_engine(std::move(*packs)).value());
}

}  // namespace

const office::Engine& engine() {
  static const office::Engine loaded = load();
  return loaded;
}

records::RecordReaderOptions reading() {
  records::RecordReaderOptions out{.program = OPENIMR_READER};
  if (kSanitized) out.scans.time = out.limits.time = std::chrono::minutes(5);
  return out;
}

records::RecordReader& record_reader() {
  static records::RecordReader reader(reading());
  return reader;
}

Result<records::CaseFile> open_case(const std::filesystem::path& folder) {
  std::vector<Error> problems;
  return records::open_case(folder, engine().schemas["case"], engine().vocabulary, record_reader(), problems);
}

std::filesystem::path source_dir() {
  return OPENIMR_SOURCE_DIR;
}

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

records::CaseFile make_case(const TestCase& test) {
  records::CaseFile out{.folder = "(test)",
                        .form = "",
                        .case_number = "TEST",
                        .programme = "ca-dwc-imr",
                        .priority = "standard",
                        .dates = {.injury = day(test.injury),
                                  .request = day(test.request),
                                  .ur_decision = day(test.denial),
                                  .application = std::nullopt,
                                  .review = Date::from_iso(test.review).value()},
                        .assumed = {},
                        .age = std::nullopt,
                        .sex = std::nullopt,
                        .items = {},
                        .evidence = {},
                        .files = {},
                        .documents = {},
                        .losses = {},
                        .place_of_review_date = {},
                        .place_of_injury_date = {},
                        .place_of_request_date = {},
                        .place_of_ur_date = {}};
  if (!test.injury.empty())
    out.place_of_injury_date = {"case.yaml", 1, {0, static_cast<std::uint32_t>(test.injury.size())}, test.injury};
  for (const std::string& text : test.items) {
    records::DisputedItem item;
    item.text = text;
    item.place = {"case.yaml", 1, {0, static_cast<std::uint32_t>(text.size())}, text};
    item.parsed = records::parse_item(text, engine().vocabulary);
    item.service_date = day(test.service);
    out.items.push_back(std::move(item));
  }
  for (const auto& [name, text] : test.records) out.add_document(name, text, engine().vocabulary);
  return out;
}

facts::Facts facts_of(const TestCase& test) {
  return facts::extract(make_case(test), engine().vocabulary);
}

facts::Facts facts_of(const std::string& text) {
  return facts_of(
      TestCase{.items = {}, .records = {{"records/note.txt", text}}, .request = "", .denial = "", .service = ""});
}

determination::Draft draft_of(const records::CaseFile& file) {
  const auto facts = facts::extract(file, engine().vocabulary);
  auto draft = review::draft(file, facts, engine().library, engine().vocabulary, engine().packs_hash);
  return std::move(draft.value());
}

determination::Draft draft_of(const TestCase& test) {
  return draft_of(make_case(test));
}

const determination::CriterionTrace* criterion(const determination::ItemDraft& item, const std::string& id) {
  for (const auto& c : item.criteria) {
    if (c.evaluated.criterion->id == id) return &c;
  }
  return nullptr;
}

}  // namespace openimr::testing
