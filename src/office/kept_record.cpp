#include "office/kept_record.h"

#include "base/data.h"

namespace openimr::office {
namespace {

constexpr std::size_t kMostRecordBytes = 512U << 20U;

}  // namespace

Result<nlohmann::json> keep_record(store::Store& store, const std::filesystem::path& file, const std::string& name,
                                   const records::CaseFile& read, const std::string& read_as) {
  const auto bytes = read_file(file, kMostRecordBytes);
  if (!bytes) return fail(bytes.error());
  const auto id = store.put(*bytes);
  if (!id) return fail(id.error());
  nlohmann::json out = {{"document", id->hash.hex()}, {"name", name}};
  for (const records::Document& document : read.documents) {
    if (document.name() != read_as) continue;
    if (!document.kind.empty()) out["kind"] = document.kind;
    if (document.date) out["date"] = document.date->iso();
    break;
  }
  return out;
}

}  // namespace openimr::office
