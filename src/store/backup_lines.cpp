#include "store/backup_lines.h"

#include <nlohmann/json.hpp>

namespace openimr::store {
namespace {

using nlohmann::json;

constexpr int kForm = 1;

std::string dumped(const json& line) {
  return line.dump(-1, ' ', false, json::error_handler_t::replace) + '\n';
}

Hash hash_at(const json& line, const char* name) {
  const auto hash = Hash::from_hex(line.at(name).get<std::string>());
  if (!hash) throw json::other_error::create(0, name, nullptr);
  return *hash;
}

BackupReader::Line parsed(const json& line) {
  if (line.contains("stream")) {
    return EventRow{line.at("stream"),   line.at("type"), line.at("actor"),   line.at("payload"), line.at("key"),
                    line.at("previous"), line.at("hash"), line.at("version"), line.at("at"),      line.at("appended")};
  }
  if (line.contains("document")) {
    return DocumentRow{line.at("document"), line.at("key"), line.at("wrapped"),
                       from_base64(line.at("bytes").get<std::string>())};
  }
  return BackupEnd{line.at("events"), line.at("documents"), hash_at(line, "hash")};
}

}  // namespace

std::string first_line() {
  return dumped({{"openimr_backup", kForm}});
}

std::string line_of(const EventRow& row) {
  return dumped({{"stream", row.stream},
                 {"version", row.version},
                 {"type", row.type},
                 {"at", row.at},
                 {"actor", row.actor},
                 {"payload", row.payload},
                 {"key", row.key},
                 {"appended", row.appended},
                 {"previous", row.previous},
                 {"hash", row.hash}});
}

std::string line_of(const DocumentRow& row) {
  return dumped({{"document", row.id}, {"key", row.key}, {"wrapped", row.wrapped}, {"bytes", to_base64(row.bytes)}});
}

std::string line_of(const BackupEnd& end) {
  return dumped({{"events", end.events}, {"documents", end.documents}, {"hash", end.hash.hex()}});
}

Result<BackupReader> BackupReader::open(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) {
    return fail({ErrorCode::not_found, "there is no such backup", "", file.string(), 0, 0, "Check the path."});
  }
  BackupReader out(file);
  if (!out.in_ || !std::filesystem::is_regular_file(file, failed)) {
    return fail({ErrorCode::unreadable, "the backup cannot be read", "", file.string(), 0, 0, "Check its rights."});
  }
  std::string line;
  std::getline(out.in_, line);
  out.number_ = 1;
  if (line + '\n' != first_line()) return fail(out.wrong("this is no backup of a store", line.substr(0, 40)));
  out.hasher_.text(line);
  return out;
}

Error BackupReader::wrong(std::string message, std::string offending) const {
  return {ErrorCode::invalid,
          std::move(message),
          std::move(offending),
          file_,
          number_,
          0,
          "Copy the backup again from where it was made, or take another one; nothing was restored."};
}

Result<BackupReader::Line> BackupReader::next() {
  std::string text;
  ++number_;
  if (!std::getline(in_, text)) return fail(wrong("the backup was cut: its last line is missing"));
  const bool cut = in_.eof();
  hasher_before_ = hasher_;
  hasher_.text(text);
  if (cut) return fail(wrong("the backup was cut in the middle of this line"));
  try {
    return parsed(json::parse(text));
  } catch (const json::exception&) {
    return fail(wrong("this line is none of a backup"));
  }
}

}  // namespace openimr::store
