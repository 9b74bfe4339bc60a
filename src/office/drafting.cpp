#include "office/drafting.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "cases/case_form.h"
#include "cases/case_json.h"
#include "letter/json.h"
#include "office/part_folder.h"

namespace openimr::office {
namespace {

namespace fs = std::filesystem;
using cases::Case;
using nlohmann::json;

bool write_file(const fs::path& path, const std::string& bytes) {
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return static_cast<bool>(file.flush());
}

// Whether a record's name stays below the folder of a case.
bool stays_inside(const std::string& name) {
  const fs::path path = fs::path(name).lexically_normal();
  return name.starts_with("records/") && path.begin() != path.end() && *path.begin() == "records";
}

// The case file of a case, in a folder for as long as the draft is made.
Result<void> write_case_file(Office& office, const Case& c, const cases::CaseForm& form, const fs::path& folder) {
  const Error not_written = {ErrorCode::unreadable,
                             "the case cannot be laid out for a draft",
                             "",
                             folder.string(),
                             0,
                             0,
                             "Check the folder for temporary files and its rights."};
  if (folder.empty() || !write_file(folder / "case.yaml", form.yaml)) return fail(not_written);
  for (const cases::Record& record : c.records) {
    if (!stays_inside(record.name))
      return fail({ErrorCode::invalid, "a record has no sound name", record.document, c.number, 0, 0,
                   "Its name has to lie below records/."});
    const auto bytes = document_of(office.store(), record.document);
    if (!bytes) return fail(bytes.error());
    if (!write_file(folder / record.name, *bytes)) return fail(not_written);
  }
  return {};
}

json decisions_of(const determination::Draft& draft, const cases::CaseForm& form) {
  auto out = json::array();
  for (std::size_t i = 0; i < draft.items.size() && i < form.items.size(); ++i) {
    const auto& decision = draft.items[i].decision;
    out.push_back(
        {{"item", form.items[i] + 1}, {"decision", decision ? json(determination::name_of(*decision)) : json()}});
  }
  return out;
}

std::string sentences(const json& list) {
  std::string out;
  for (const json& each : list) out += (out.empty() ? "" : " ") + each.at("text").get<std::string>();
  return out;
}

// "MTUS Chronic Pain 2009, ...": the citations as a letter prints them, one after another.
std::string citations(const json& list) {
  std::string out;
  for (const json& each : list) {
    const std::string source = each.value("source", "");
    const std::string text = each.at("text").get<std::string>();
    const bool mtus = source == "MTUS" && !text.starts_with("MTUS");
    out += fmt::format("{}Decision based on {}{}{}", out.empty() ? "" : ". ",
                       source == "MTUS" ? "" : "Non-MTUS Citation ", mtus ? "MTUS " : "", text);
  }
  return out;
}

tl::unexpected<Error> refuse(std::string message, std::string offending, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), std::move(offending), "", 0, 0, std::move(remedy)});
}

}  // namespace

Result<Reviewed> review_of(Office& office, const Engine& engine, records::RecordReader& reader, const FoundCase& found,
                           std::vector<Error>& problems) {
  const cases::CaseForm form = cases::form_of(found.c, found.now.day);
  const PartFolder folder(fs::temp_directory_path() / "openimr-draft");
  if (auto laid_out = write_case_file(office, found.c, form, folder.path()); !laid_out) return fail(laid_out.error());
  auto file = records::open_case(folder.path(), engine.schemas["case"], engine.vocabulary, reader, problems);
  if (!file) return fail(file.error());
  return review_case(engine, std::move(*file), 0, problems);
}

Result<Case> keep_draft(Office& office, const FoundCase& found, const Reviewed& reviewed, cases::CaseEvent event) {
  const auto id = office.store().put(letter::to_json(reviewed.draft).dump());
  if (!id) return fail(id.error());
  event.what = {{"draft", id->hash.hex()},
                {"decisions", decisions_of(reviewed.draft, cases::form_of(found.c, found.now.day))}};
  return office.ledger().record(found.c.number, {event});
}

Result<json> draft_of(store::Store& store, const Case& c) {
  if (c.draft.empty())
    return fail({ErrorCode::not_found, "the case has no draft", c.number, "", 0, 0,
                 fmt::format("Have it prepared: openimr case draft {}.", c.number)});
  const auto bytes = document_of(store, c.draft);
  if (!bytes) return fail(bytes.error());
  return json::parse(*bytes);
}

const json* item_of_draft(const json& draft, const Case& c, std::size_t item) {
  std::vector<const json*> drafted;
  for (const json& each : draft.at("items"))
    if (each.at("text") == c.items[item].text) drafted.push_back(&each);
  std::vector<std::size_t> alike;
  for (std::size_t i = 0; i < c.items.size(); ++i)
    if (c.items[i].text == c.items[item].text) alike.push_back(i);
  if (alike.size() > drafted.size()) std::erase_if(alike, [&](std::size_t i) { return !c.items[i].is_open(); });
  const auto at = std::find(alike.begin(), alike.end(), item) - alike.begin();
  return static_cast<std::size_t>(at) < drafted.size() ? drafted[static_cast<std::size_t>(at)] : nullptr;
}

json words_of(const json& item_of_draft) {
  return {{"rationale", sentences(item_of_draft.at("rationale"))},
          {"citation", citations(item_of_draft.at("citations"))}};
}

std::string summary_of(const json& draft) {
  return sentences(draft.at("summary"));
}

Result<json> words_of_draft(store::Store& store, const Case& c, std::size_t item, const std::string& decision) {
  if (item < 1 || item > c.items.size())
    return refuse("there is no such item", std::to_string(item), fmt::format("The case has {}.", c.items.size()));
  if (!cases::shows_draft(c, c.items[item - 1]))
    return refuse("the reviewer's own finding comes first", std::to_string(item),
                  "Record it before the draft is seen (case do CASE own-finding-recorded).");
  const auto draft = draft_of(store, c);
  if (!draft) return fail(draft.error());
  const json* drafted = item_of_draft(*draft, c, item - 1);
  if (drafted == nullptr || drafted->at("decision") != decision)
    return refuse("the draft does not propose this decision", decision, "Give your own words: --rationale.");
  return words_of(*drafted);
}

}  // namespace openimr::office
