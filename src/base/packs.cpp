#include "base/packs.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include <fmt/core.h>
#include <sodium.h>

#include "base/ascii.h"
#include "base/data.h"

namespace openimr {
namespace {

constexpr std::size_t kPackFile = 4U << 20U;
constexpr std::size_t kSnapshotFile = 256U << 20U;
constexpr int kSnapshotVersion = 2;

std::string hash_of(const std::vector<std::pair<std::string, std::string>>& files) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, 16);
  for (const auto& [name, text] : files) {
    const std::string head = fmt::format("{}\n{}\n", name, text.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(head.data()), head.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  unsigned char digest[16];
  crypto_generichash_final(&state, digest, sizeof digest);
  std::string hex;
  for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

// Guidelines, sections, criteria and search sequences keep the file and line they stand in, for messages about what
// they mean.
void keep_lines(DataFile& file) {
  auto& guideline = file.value;
  if (guideline.contains("search_sequence")) {
    auto& rows = guideline["search_sequence"];
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i]["_file"] = file.file;
      rows[i]["_line"] = file.mark(fmt::format("/search_sequence/{}/in_force", i)).line;
    }
    return;
  }
  guideline["_file"] = file.file;
  guideline["_line"] = file.mark("/in_force").line;
  for (std::size_t s = 0; s < guideline["sections"].size(); ++s) {
    auto& section = guideline["sections"][s];
    section["_line"] = file.mark(fmt::format("/sections/{}", s)).line;
    if (!section.contains("criteria")) continue;
    for (std::size_t c = 0; c < section["criteria"].size(); ++c) {
      section["criteria"][c]["_line"] = file.mark(fmt::format("/sections/{}/criteria/{}", s, c)).line;
    }
  }
}

// So do the parts of a programme and the rows of its lists.
void keep_rows(DataFile& file, nlohmann::json& part, const std::string& path) {
  if (part.is_object()) {
    for (auto& [name, value] : part.items()) keep_rows(file, value, path + "/" + name);
    part["_line"] = file.mark(path).line;
  } else if (part.is_array()) {
    for (std::size_t i = 0; i < part.size(); ++i) keep_rows(file, part[i], fmt::format("{}/{}", path, i));
  }
}

void keep_rows(DataFile& file) {
  keep_rows(file, file.value, "");
  file.value["_file"] = file.file;
}

const char* schema_for(const std::string& name) {
  if (name.starts_with("vocabulary/")) return "schema/vocabulary.schema.json";
  if (name == "guidelines/search-sequence.yaml") return "schema/search_sequence.schema.json";
  if (name.starts_with("guidelines/")) return "schema/guideline.schema.json";
  if (name == "letters/citations.yaml") return "schema/letters.schema.json";
  if (name.starts_with("formulary/")) return "schema/formulary.schema.json";
  if (name.starts_with("deidentify/")) return "schema/deidentify.schema.json";
  if (name.starts_with("programs/")) return "schema/programme.schema.json";
  return nullptr;
}

// The page that tells how such a file is written.
const char* manual_of(const std::string& name) {
  if (name.starts_with("vocabulary/")) return "See packs/vocabulary/README.md";
  if (name.starts_with("guidelines/")) return "See packs/guidelines/README.md";
  if (name.starts_with("deidentify/")) return "See packs/schema/deidentify.schema.json";
  return "See packs/schema/letters.schema.json";
}

struct Schema {
  std::string text;
  nlohmann::json value;
};

Result<Schema> read_schema(const std::filesystem::path& file) {
  auto text = read_file(file, kPackFile);
  if (!text) return fail(text.error());
  auto value = nlohmann::json::parse(*text, nullptr, false);
  if (value.is_discarded()) {
    return fail(
        {ErrorCode::invalid, "not JSON", "", file.generic_string(), 0, 0, "Take the file that came with the program"});
  }
  return Schema{std::move(*text), std::move(value)};
}

// Rows are added to those of the files before, lists of words stand beside theirs.
void merge_lists(nlohmann::json& merged, nlohmann::json file) {
  for (auto& [name, value] : file.items()) {
    auto& into = merged[name];
    if (value.is_object()) {
      into.update(value);
    } else if (value.is_array()) {
      for (auto& row : value) into.push_back(std::move(row));
    }
  }
}

// A list of words that the system has: its lines of two small letters and more. Where it is not installed the words are
// missing, which whoever needs them says.
void read_word_lists(nlohmann::json& deidentify, std::vector<std::pair<std::string, std::string>>& files) {
  for (const auto& list : deidentify.value("word_lists", nlohmann::json::array())) {
    const auto text = read_file(list.at("file").get<std::string>(), kPackFile);
    if (!text) continue;
    std::string words;
    std::istringstream lines(*text);
    for (std::string word; std::getline(lines, word);) {
      if (word.size() > 1 && std::all_of(word.begin(), word.end(), is_lower)) words += word + ' ';
    }
    files.emplace_back(list.at("name").get<std::string>(), words);
    deidentify["words"][list.at("name").get<std::string>()] = std::move(words);
  }
}

void merge(nlohmann::json& data, DataFile file, const std::string& name) {
  if (name.starts_with("vocabulary/")) {
    for (auto& [list, rows] : file.value.items()) {
      if (!rows.is_array()) continue;
      auto& merged = data["vocabulary"][list];
      if (merged.is_null()) merged = nlohmann::json::array();
      for (auto& row : rows) merged.push_back(std::move(row));
    }
  } else if (name == "guidelines/search-sequence.yaml") {
    keep_lines(file);
    data["search_sequence"] = std::move(file.value["search_sequence"]);
  } else if (name == "letters/citations.yaml") {
    data["letters"] = std::move(file.value);
  } else if (name.starts_with("formulary/")) {
    data["formulary"].push_back(std::move(file.value["formulary"]));
  } else if (name.starts_with("deidentify/")) {
    merge_lists(data["deidentify"], std::move(file.value));
  } else if (name.starts_with("programs/")) {
    keep_rows(file);
    data["programs"].push_back(std::move(file.value));
  } else {
    keep_lines(file);
    data["guidelines"].push_back(std::move(file.value));
  }
}

}  // namespace

Result<Packs> read_packs(const std::filesystem::path& folder, std::vector<Error>& problems) {
  std::error_code failed;
  std::vector<std::string> names;
  for (std::filesystem::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
       it.increment(failed)) {
    const std::string name = std::filesystem::relative(it->path(), folder, failed).generic_string();
    if (schema_for(name) == nullptr) continue;
    if (it->path().extension() == ".yaml") names.push_back(name);
    if (it->path().extension() == ".yml" || it->path().extension() == ".json") {
      problems.push_back({ErrorCode::invalid, "not read: the name of a pack ends in .yaml", "",
                          it->path().generic_string(), 0, 0, "Rename it"});
    }
  }
  if (failed || names.empty()) {
    return fail({ErrorCode::not_found, "no packs here", "", folder.string(), 0, 0,
                 "Name the folder that holds vocabulary/ and guidelines/."});
  }
  std::sort(names.begin(), names.end());
  std::vector<std::pair<std::string, std::string>> files;
  Packs packs;
  packs.data = {{"vocabulary", nlohmann::json::object()},
                {"guidelines", nlohmann::json::array()},
                {"search_sequence", nlohmann::json::array()}};
  for (const std::string& name : names) {
    auto text = read_file(folder / name, kPackFile);
    if (!text) return fail(text.error());
    files.emplace_back(name, *text);
    auto file = read_yaml(std::move(*text), (folder / name).generic_string(), {kPackFile, 32, 200'000});
    if (!file) {
      problems.push_back(file.error());
      continue;
    }
    const auto schema = read_schema(folder / schema_for(name));
    if (!schema) return fail(schema.error());
    auto found = check_schema(*file, schema->value);
    for (Error& problem : found) {
      if (problem.remedy.empty()) problem.remedy = manual_of(name);
    }
    problems.insert(problems.end(), found.begin(), found.end());
    if (found.empty()) merge(packs.data, std::move(*file), name);
  }
  if (packs.data.contains("deidentify")) read_word_lists(packs.data["deidentify"], files);
  packs.data["schema"] = nlohmann::json::object();
  for (const char* name : {"case", "review", "fact", "determination", "vocabulary", "reviewer"}) {
    const std::string file = fmt::format("schema/{}.schema.json", name);
    auto schema = read_schema(folder / file);
    if (!schema) return fail(schema.error());
    packs.data["schema"][name] = std::move(schema->value);
    files.emplace_back(file, std::move(schema->text));
  }
  packs.hash = hash_of(files);
  if (!problems.empty()) return fail(problems.front());
  return packs;
}

Result<Packs> read_snapshot(const std::filesystem::path& file) {
  auto text = read_file(file, kSnapshotFile);
  if (!text) return fail(text.error());
  try {
    auto snapshot = nlohmann::json::from_cbor(*text);
    if (snapshot.at("version").get<int>() != kSnapshotVersion) {
      return fail(
          {ErrorCode::invalid, "a snapshot of another version", "", file.string(), 0, 0, "Build the packs again."});
    }
    return Packs{std::move(snapshot.at("data")), snapshot.at("hash").get<std::string>()};
  } catch (const nlohmann::json::exception&) {
    return fail(
        {ErrorCode::invalid, "not a whole snapshot of the packs", "", file.string(), 0, 0, "Build the packs again."});
  }
}

Result<void> write_snapshot(const Packs& packs, const std::filesystem::path& file) {
  const nlohmann::json snapshot = {{"version", kSnapshotVersion}, {"hash", packs.hash}, {"data", packs.data}};
  const auto bytes = nlohmann::json::to_cbor(snapshot);
  const std::filesystem::path part = file.string() + ".part";
  std::error_code failed;
  {
    std::ofstream out(part, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) {
      std::filesystem::remove(part, failed);
      return fail(
          {ErrorCode::unreadable, "cannot be written", "", file.string(), 0, 0, "Check the folder and the disk."});
    }
  }
  std::filesystem::rename(part, file, failed);
  if (failed)
    return fail({ErrorCode::unreadable, failed.message(), "", file.string(), 0, 0, "Check the folder's rights."});
  return {};
}

}  // namespace openimr
