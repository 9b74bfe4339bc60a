#include "store/faults.h"

#include "store/soci.h"

namespace openimr::store {
namespace {

constexpr std::string_view kDeadlock = "40P01";
constexpr std::string_view kSerialization = "40001";

struct Meaning {
  ErrorCode code;
  const char* message;
  const char* remedy;
};

constexpr Meaning kFull = {ErrorCode::unavailable, "the disk of the store is full; nothing of this was kept",
                           "Free space there, then do it again."};
constexpr Meaning kDisk = {ErrorCode::unavailable,
                           "the disk of the store refused to read or write; this was not acknowledged",
                           "Look at the disk and its limits, then do it again."};
constexpr Meaning kLocked = {ErrorCode::unavailable, "another process holds the store",
                             "Do it again; if it stays so, end the process that holds it."};
constexpr Meaning kRights = {ErrorCode::unreadable, "the store may not be opened or written by this user",
                             "Give the user the right to read and write it, and its folder."};
constexpr Meaning kDamaged = {ErrorCode::invalid, "the store is damaged, or is none",
                              "Restore the latest backup: openimr store restore FILE STORE."};
constexpr Meaning kGone = {ErrorCode::unavailable, "the database cannot be reached, or went away",
                           "See that PostgreSQL runs and the address is right, then do it again."};
constexpr Meaning kUnknown = {ErrorCode::internal, "an error of ours, please report it", ""};

Meaning meaning_of_sqlite(int result) {
  switch (result) {
    case SQLITE_FULL:
      return kFull;
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
      return kDisk;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return kLocked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return kRights;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return kDamaged;
    default:
      return kUnknown;
  }
}

Meaning meaning_of_sqlstate(std::string_view state) {
  if (state == "53100") return kFull;
  if (state == "58030") return kDisk;
  if (state == "55P03" || state == kDeadlock || state == kSerialization) return kLocked;
  if (state == "3D000") {
    return {ErrorCode::not_found, "there is no such database", "Make it: createdb, then openimr store create."};
  }
  if (state == "42501" || state == "25006" || state.starts_with("28")) return kRights;
  if (state == "XX001" || state == "XX002") return kDamaged;
  if (state.starts_with("08") || state.starts_with("57P") || state.starts_with("53")) return kGone;
  return kUnknown;
}

// Without SOCI's name of the function before it.
std::string plain(std::string words) {
  if (!words.starts_with("sqlite3_")) return words;
  const auto colon = words.find(": ");
  return colon == std::string::npos ? words : words.substr(colon + 2);
}

}  // namespace

Error explained(const std::exception& fault, const Address& address, bool connection_lost) {
  const auto error = [&](const Meaning& meaning, std::string offending) {
    return Error{meaning.code, meaning.message, std::move(offending), address.shown, 0, 0, meaning.remedy};
  };
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&fault))
    return error(meaning_of_sqlite(sqlite->result()), plain(sqlite->get_error_message()));
  if (const auto* server = dynamic_cast<const soci::postgresql_soci_error*>(&fault)) {
    const std::string state = server->sqlstate();
    // A file beyond a limit or a broken disk comes as an internal error of a file that could not be extended.
    const std::string words = server->get_error_message();
    if (state.starts_with("XX") && words.find("could not") != std::string::npos)
      return error(kDisk, "SQLSTATE " + state);
    if (const Meaning meaning = meaning_of_sqlstate(state); meaning.code != ErrorCode::internal)
      return error(meaning, "SQLSTATE " + state);
    if (connection_lost) return error(kGone, "");
    return error(kUnknown, "SQLSTATE " + state);
  }
  // A connection that was refused has no SQLSTATE, only the server's words.
  const std::string words = fault.what();
  const auto says = [&](const char* what) { return words.find(what) != std::string::npos; };
  if (connection_lost && says("FATAL:  database \"") && says("does not exist"))
    return error(meaning_of_sqlstate("3D000"), "");
  if (connection_lost && (says("FATAL:  role \"") || says("authentication failed") || says("pg_hba.conf")))
    return error(kRights, "");
  return error(connection_lost ? kGone : kUnknown, "");
}

bool ends_connection(const std::exception& fault) {
  const auto* server = dynamic_cast<const soci::postgresql_soci_error*>(&fault);
  if (server == nullptr) return false;
  const std::string state = server->sqlstate();
  return state.find_first_not_of(' ') == std::string::npos || state.starts_with("08") || state.starts_with("57P");
}

bool may_be_repeated(const std::exception& fault) {
  const auto* server = dynamic_cast<const soci::postgresql_soci_error*>(&fault);
  return server != nullptr && (server->sqlstate() == kDeadlock || server->sqlstate() == kSerialization);
}

}  // namespace openimr::store
