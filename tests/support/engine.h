// The packs of the build, loaded once for all tests of a program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "determination/draft.h"
#include "facts/extract.h"
#include "office/engine.h"
#include "records/case_file.h"

namespace openimr::testing {

const office::Engine& engine();

// For a reader of records without a cache; with time enough for a page on a slow machine under a sanitizer.
records::RecordReaderOptions reading();
// One for all tests. It starts nothing where all is text.
records::RecordReader& record_reader();
// A case folder, opened; without a cache.
Result<records::CaseFile> open_case(const std::filesystem::path& folder);

std::filesystem::path source_dir();
std::string read_whole(const std::filesystem::path& file);

// A case in memory: what a test states of it, all else unknown.
struct TestCase {
  std::vector<std::string> items = {"Soma 350 mg #20"};
  std::vector<std::pair<std::string, std::string>> records;  // name, text
  std::string review = "2015-10-30";
  std::string request;
  std::string denial;
  std::string service;  // of every item
  std::string injury = "";
};
records::CaseFile make_case(const TestCase& test);
facts::Facts facts_of(const TestCase& test);
// The facts of one document of this text.
facts::Facts facts_of(const std::string& text);
determination::Draft draft_of(const records::CaseFile& file);
determination::Draft draft_of(const TestCase& test);

// The criterion of an item by its id; null where the item has none of this name.
const determination::CriterionTrace* criterion(const determination::ItemDraft& item, const std::string& id);

}  // namespace openimr::testing
