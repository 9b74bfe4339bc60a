// openimr account: who may sign in to the server, and as what.
#include <algorithm>
#include <functional>
#include <ostream>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/account_options.h"
#include "cli/password_input.h"
#include "cli/report.h"
#include "cli/rows.h"
#include "cli/terminal.h"
#include "server/accounts/access.h"
#include "server/accounts/who.h"

namespace openimr::cli {
namespace {

using nlohmann::json;
using server::Account;
using server::Accounts;
using server::By;

constexpr std::size_t kLeastWide = 11;

Result<store::Store> open_store(const AccountOptions& options) {
  store::StoreOptions how{false, std::nullopt};
  if (!options.keys.empty()) {
    auto keys = store::KeyRing::read(options.keys);
    if (!keys) return fail(keys.error());
    how.keys = std::move(*keys);
  }
  return store::Store::open(options.store, std::move(how));
}

// Does it, and says so in the words that it gives.
ExitCode with_accounts(const AccountOptions& options, std::ostream& out,
                       const std::function<Result<std::string>(const Accounts&, store::Store&, const By&)>& work) {
  if (options.as != "console") {
    if (const auto who = cases::Actor::of(options.as); !who) return report(who.error(), {});
  }
  auto store = open_store(options);
  if (!store) return report(store.error(), {});
  const auto said = work(Accounts(*store), *store, {options.as, options.now});
  if (!said) return report(said.error(), {});
  out << *said;
  return ExitCode::done;
}

ExitCode change(const AccountOptions& options, std::ostream& out,
                Result<void> (Accounts::*what)(const std::string&, const By&) const, const char* said) {
  return with_accounts(options, out, [&](const Accounts& accounts, store::Store&, const By& by) -> Result<std::string> {
    if (auto done = (accounts.*what)(options.id, by); !done) return fail(done.error());
    return fmt::format("{}: {}\n", options.id, said);
  });
}

std::string shown_time(server::Instant at) {
  return fmt::format("{:%Y-%m-%d %H:%M} UTC", std::chrono::floor<std::chrono::seconds>(at));
}

std::string state_of(const Account& account, server::Instant now) {
  if (account.is_disabled) return "disabled";
  if (account.is_locked(now)) return "locked until " + shown_time(account.locked_until);
  if (server::is_of_the_organization(account.role) && !account.has_second_factor && account.openid.empty())
    return "no second factor yet";
  return "open";
}

}  // namespace

ExitCode account_create(const Common&, const AccountOptions& options, std::ostream& out) {
  server::NewAccount made{options.id, options.role, options.name};
  if (!options.no_password) {
    auto password = read_password(options.password_file);
    if (!password) return report(password.error(), {});
    made.password = std::move(*password);
  }
  return with_accounts(options, out, [&](const Accounts& accounts, store::Store&, const By& by) -> Result<std::string> {
    if (auto done = accounts.create(made, by); !done) return fail(done.error());
    std::string said = fmt::format("{}: an account of the role {}.\n", made.id, made.role);
    if (server::is_party(made.role)) {
      said += fmt::format("Next: let it see its cases: openimr account grant {} CASE\n", made.id);
    } else if (options.no_password) {
      said +=
          fmt::format("Next: say who signs in to it: openimr account openid {} --issuer URL --subject WHO\n", made.id);
    } else {
      said += fmt::format("Next: it signs in with a second factor: openimr account second-factor {}\n", made.id);
    }
    return said;
  });
}

ExitCode account_list(const Common& common, const AccountOptions& options, std::ostream& out) {
  auto store = open_store(options);
  if (!store) return report(store.error(), {});
  const Accounts accounts(*store);
  Rows rows{{{"account", "account"},
             {"role", "role"},
             {"state", "state", false, kLeastWide},
             {"second_factor", "second factor"},
             {"openid", "OpenID"},
             {"last_sign_in", "last sign-in"}},
            {},
            "There is no account. Make one: openimr account create ID --role ROLE --name NAME."};
  if (options.names) rows.columns.insert(rows.columns.begin() + 1, {"name", "name", false, kLeastWide});
  for (std::string last;;) {
    const auto page = accounts.list(last);
    if (!page) return report(page.error(), {});
    if (page->empty()) break;
    last = page->back().id;
    for (const Account& each : *page) {
      std::vector<json> row = {each.id,
                               each.role,
                               state_of(each, options.now),
                               each.has_second_factor,
                               !each.openid.empty(),
                               each.last_sign_in ? json(shown_time(*each.last_sign_in)) : json()};
      if (options.names) {
        const auto secrets = accounts.secrets(each);
        if (!secrets) return report(secrets.error(), {});
        row.insert(row.begin() + 1, secrets->name);
      }
      rows.rows.push_back(std::move(row));
    }
  }
  const auto width = static_cast<std::size_t>(std::max(terminal_width(STDOUT_FILENO), 80));
  print_rows(out, rows, options.format, width, common.colour);
  return ExitCode::done;
}

ExitCode account_password(const Common&, const AccountOptions& options, std::ostream& out) {
  const auto password = read_password(options.password_file);
  if (!password) return report(password.error(), {});
  return with_accounts(options, out, [&](const Accounts& accounts, store::Store&, const By& by) -> Result<std::string> {
    if (auto done = accounts.set_password(options.id, *password, by); !done) return fail(done.error());
    return fmt::format("{}: the password is set; every session of the account has ended.\n", options.id);
  });
}

ExitCode account_second_factor(const Common&, const AccountOptions& options, std::ostream& out) {
  return with_accounts(options, out, [&](const Accounts& accounts, store::Store&, const By& by) -> Result<std::string> {
    const auto url = accounts.set_second_factor(options.id, by);
    if (!url) return fail(url.error());
    return fmt::format(
        "{}: a new second factor; every session of the account has ended. Enter it into an authenticator app now, "
        "since "
        "it is not shown again:\n\n  {}\n",
        options.id, *url);
  });
}

ExitCode account_openid(const Common&, const AccountOptions& options, std::ostream& out) {
  return with_accounts(options, out, [&](const Accounts& accounts, store::Store&, const By& by) -> Result<std::string> {
    const std::string subject = server::openid_subject(options.issuer, options.subject);
    if (auto done = accounts.set_openid(options.id, subject, by); !done) return fail(done.error());
    return fmt::format("{}: signs in by {}.\n", options.id, shown(options.issuer));
  });
}

ExitCode account_disable(const Common&, const AccountOptions& options, std::ostream& out) {
  return change(options, out, &Accounts::disable, "disabled; every session of the account has ended.");
}

ExitCode account_enable(const Common&, const AccountOptions& options, std::ostream& out) {
  return change(options, out, &Accounts::enable, "enabled.");
}

ExitCode account_unlock(const Common&, const AccountOptions& options, std::ostream& out) {
  return change(options, out, &Accounts::unlock, "unlocked.");
}

ExitCode account_grant(const Common&, const AccountOptions& options, std::ostream& out) {
  return with_accounts(options, out, [&](const Accounts&, store::Store& store, const By& by) -> Result<std::string> {
    const auto stream = cases::stream_of(options.number);
    if (!stream) return fail(stream.error());
    const auto version = store.version(*stream);
    if (!version) return fail(version.error());
    if (version->number == 0)
      return fail({ErrorCode::not_found, "there is no such case", options.number, "", 0, 0,
                   "See the cases: openimr work list."});
    if (auto done = server::Access(store).grant(options.number, options.id, by); !done) return fail(done.error());
    return fmt::format("{}: sees the case {}.\n", options.id, options.number);
  });
}

ExitCode account_revoke(const Common&, const AccountOptions& options, std::ostream& out) {
  return with_accounts(options, out, [&](const Accounts&, store::Store& store, const By& by) -> Result<std::string> {
    if (auto done = server::Access(store).revoke(options.number, options.id, by); !done) return fail(done.error());
    return fmt::format("{}: does not see the case {}.\n", options.id, options.number);
  });
}

ExitCode account_index(const Common&, const AccountOptions& options, std::ostream& out) {
  return with_accounts(
      options, out, [&](const Accounts& accounts, store::Store& store, const By&) -> Result<std::string> {
        const auto count = accounts.remake_lists();
        if (!count) return fail(count.error());
        if (auto done = server::Access(store).remake_lists(); !done) return fail(done.error());
        return fmt::format("The lists of {} account{} were made anew.\n", *count, *count == 1 ? "" : "s");
      });
}

}  // namespace openimr::cli
