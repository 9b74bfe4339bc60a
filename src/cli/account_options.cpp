#include "cli/account_options.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace openimr::cli {
namespace {

using Run = ExitCode (*)(const Common&, const AccountOptions&, std::ostream&);

}  // namespace

void add_account_command(CLI::App& app, const Common& common, AccountOptions& options, ExitCode& code) {
  CLI::App* accounts = app.add_subcommand("account", "Who may sign in to the server, and as what");
  accounts->require_subcommand(1);
  const auto add = [&](const char* name, const char* says, Run run, bool of_one = true) {
    CLI::App* made = accounts->add_subcommand(name, says);
    made->add_option("--store", options.store, "The store: a file, or postgresql://USER@HOST/NAME; else OPENIMR_STORE")
        ->required(options.store.empty());
    made->add_option("--keys", options.keys, "The file of keys that documents are sealed with; else OPENIMR_KEYS");
    if (of_one) {
      made->add_option("ID", options.id, "The account's id; of a reviewer the reviewer's")->required();
      made->add_option("--as", options.as, "Who does it, for the history: ROLE:ID");
    }
    made->callback([&common, &options, &code, run] { code = run(common, options, std::cout); });
    return made;
  };
  const auto with_password = [&](CLI::App* made) {
    return made->add_option("--password-file", options.password_file,
                            "A file whose first line is the password; else it is asked for, or read from standard "
                            "input");
  };

  CLI::App* create = add("create", "Make an account", account_create);
  create
      ->add_option("--role", options.role,
                   "intake, assign, review, quality, issue, medical-director, administrator or applicant")
      ->required();
  create->add_option("--name", options.name, "The name of the person, for their own page")->required();
  create->add_flag("--no-password", options.no_password, "Sign-in by OpenID Connect alone")
      ->excludes(with_password(create));
  CLI::App* list = add("list", "All accounts: role, state, last sign-in", account_list, false);
  list->add_flag("--names", options.names, "Show names too");
  list->add_option("--format", options.format, "table, json or csv")->check(CLI::IsMember({"table", "json", "csv"}));
  with_password(add("password", "Set the password; every session of the account ends", account_password));
  add("second-factor", "Set a new second factor, and show what an authenticator app reads, once",
      account_second_factor);
  CLI::App* openid = add("openid", "Let a person of the OpenID Connect issuer sign in to the account", account_openid);
  openid->add_option("--issuer", options.issuer, "The issuer, as the server's settings name it")->required();
  openid->add_option("--subject", options.subject, "The person there: the value of the claim that the server looks at")
      ->required();
  add("disable", "Let nobody sign in to the account; every session ends", account_disable);
  add("enable", "Take that back", account_enable);
  add("unlock", "Open an account that was locked after wrong passwords", account_unlock);
  add("grant", "Let the account of a party see a case", account_grant)
      ->add_option("CASE", options.number, "The case number")
      ->required();
  add("revoke", "Take that back", account_revoke)->add_option("CASE", options.number, "The case number")->required();
  add("index", "Make the lists of accounts anew, after a restore", account_index, false);
}

}  // namespace openimr::cli
