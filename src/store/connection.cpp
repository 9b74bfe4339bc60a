#include "store/connection.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/migrations.h"

namespace openimr::store {
namespace {

[[noreturn]] void refuse(const Address& address, ErrorCode code, std::string message, std::string offending,
                         std::string remedy) {
  throw Refusal{{code, std::move(message), std::move(offending), address.shown, 0, 0, std::move(remedy)}};
}

// A lock that somebody else holds is waited for as long as this.
constexpr const char* kSqliteWait = "pragma busy_timeout = 30000";

// SQLite does not wait for a lock where it asks for or changes the journal of a file that others make at the same time.
std::string journal_mode(soci::session& sql, const char* pragma) {
  constexpr auto kPause = std::chrono::milliseconds(50);
  constexpr int kMostTries = 600;
  for (int tries = 1;; ++tries) {
    try {
      std::string mode;
      sql << pragma, soci::into(mode);
      return mode;
    } catch (const soci::sqlite3_soci_error& error) {
      if (error.result() != SQLITE_BUSY || tries == kMostTries) throw;
      std::this_thread::sleep_for(kPause);
    }
  }
}

void set_up_sqlite(soci::session& sql, const Address& address, bool make) {
  sql << kSqliteWait;
  sql << "pragma synchronous = full";
  sql << "pragma trusted_schema = off";
  if (journal_mode(sql, "pragma journal_mode") == "wal" || !make) return;
  if (const std::string mode = journal_mode(sql, "pragma journal_mode = wal"); mode != "wal") {
    refuse(address, ErrorCode::unreadable, "this disk cannot hold a store that several processes use", mode,
           "Take a disk of this machine rather than one of the network.");
  }
}

void set_up_postgresql(soci::session& sql, const Address& address) {
  sql << "set client_encoding = 'UTF8'; set client_min_messages = warning; set lock_timeout = '30s'; "
         "set session characteristics as transaction isolation level read committed";
  sql << "select set_config('synchronous_commit', 'on', false) "
         "where current_setting('synchronous_commit') in ('off', 'local')";
  std::string fsync, encoding;
  sql << "select current_setting('fsync'), current_setting('server_encoding')", soci::into(fsync), soci::into(encoding);
  if (fsync != "on") {
    refuse(address, ErrorCode::unavailable, "this PostgreSQL does not wait for its disk, so events could be lost",
           "fsync = " + fsync, "Set fsync = on in postgresql.conf.");
  }
  if (encoding != "UTF8") {
    refuse(address, ErrorCode::invalid, "the database does not keep UTF-8", encoding,
           "Make one that does: createdb --encoding=UTF8 --template=template0 NAME.");
  }
}

std::unique_ptr<soci::session> opened(const Address& address, bool make) {
  if (address.engine == Engine::postgresql) {
    auto sql = std::make_unique<soci::session>(soci::postgresql, address.connect);
    const auto* server = static_cast<const soci::postgresql_session_backend*>(sql->get_backend());
    PQsetNoticeProcessor(server->conn_, [](void*, const char*) {}, nullptr);  // what matters comes as an error
    set_up_postgresql(*sql, address);
    return sql;
  }
  std::error_code failed;
  const std::filesystem::path path = address.shown;
  if (!make && !std::filesystem::exists(path, failed))
    refuse(address, ErrorCode::not_found, "there is no store here", "", "Make one: openimr store create FILE.");
  if (const auto folder = path.parent_path(); !folder.empty() && !std::filesystem::is_directory(folder, failed))
    refuse(address, ErrorCode::not_found, "there is no such folder", folder.string(), "Make the folder first.");
  if (std::filesystem::is_directory(path, failed))
    refuse(address, ErrorCode::wrong_use, "this is a folder, and a store is a file", "", "Name the file.");
  // What it holds is for its owner alone; SQLite gives the files beside it the same rights.
  const bool is_new = make && !std::filesystem::exists(path, failed);
  if (const int made = is_new ? open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR) : -1; made >= 0)
    close(made);
  auto sql = std::make_unique<soci::session>(soci::sqlite3, address.connect);
  set_up_sqlite(*sql, address, make);
  return sql;
}

}  // namespace

Connection::Connection(const Address& address, const ConnectionOptions& options)
    : session_(opened(address, options.make)),
      sql(*session_),
      dialect(dialect_of(address.engine)),
      events(sql),
      documents(sql, dialect),
      entries(sql, dialect) {
  const int newest = newest_migration();
  const int reached = migration_of(sql, dialect);
  if (reached > newest) {
    refuse(address, ErrorCode::invalid, "the store was made by a newer openimr", "step " + std::to_string(reached),
           "Take that openimr, or a newer one.");
  }
  if (reached == newest) return;
  if (!options.make) {
    refuse(address, ErrorCode::invalid, reached == 0 ? "this is no store" : "the store is of an older openimr",
           "step " + std::to_string(reached),
           reached == 0 ? "Make one: openimr store create STORE." : "Bring it up to date: openimr store create STORE.");
  }
  migrate(sql, dialect, newest);
}

bool Connection::lost() const {
  if (sql.get_backend_name() != "postgresql") return false;
  const auto* server = static_cast<const soci::postgresql_session_backend*>(sql.get_backend());
  return server->conn_ == nullptr || PQstatus(server->conn_) != CONNECTION_OK;
}

}  // namespace openimr::store
