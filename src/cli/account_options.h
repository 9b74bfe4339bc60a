// The command line of `openimr account`.
#pragma once

#include <string>

#include "cli/commands.h"
#include "store/ids.h"

namespace CLI {
class App;
}

namespace openimr::cli {

struct AccountOptions {
  std::string store, keys;  // as of OfficeOptions
  std::string as = "console";
  store::Instant now;
  std::string id, role, name;
  std::string password_file;  // empty: asked for at a terminal, else standard input
  bool no_password = false;
  std::string number;           // of a case
  std::string issuer, subject;  // of OpenID Connect
  std::string format = "table";
  bool names = false;
};

// Adds the command; what it comes to goes to `code`. All of them must live as long as the command line is read.
void add_account_command(CLI::App& app, const Common& common, AccountOptions& options, ExitCode& code);

ExitCode account_create(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_list(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_password(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_second_factor(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_openid(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_disable(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_enable(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_unlock(const Common& common, const AccountOptions& options, std::ostream& out);
// Lets a party see a case, and takes that back.
ExitCode account_grant(const Common& common, const AccountOptions& options, std::ostream& out);
ExitCode account_revoke(const Common& common, const AccountOptions& options, std::ostream& out);
// The lists of accounts and of the cases of parties, made anew after a restore.
ExitCode account_index(const Common& common, const AccountOptions& options, std::ostream& out);

}  // namespace openimr::cli
