// An account as its events leave it. They are the stream "account/ID":
//
//   account-created      {role, document}
//   password-changed     {document}    also where the account had none yet; every session ends
//   second-factor-set    {document}    every session ends
//   openid-set           {openid}      which subject of the issuer may sign in
//   sign-in-failed       {}            the password or the code was wrong
//   signed-in            {step}        step: of the code that was used, which cannot be used again
//   locked               {until}       after too many failures
//   unlocked, disabled, enabled  {}    disabled: every session ends
//
// What is secret or personal (name, hash of the password, key of the second factor) is in no event: it is a document of
// the store, sealed where the store has keys.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/event.h"
#include "store/lists.h"

namespace openimr::server {

using store::Instant;

struct Account {
  std::string id;
  std::string role{};
  std::int64_t version = 0;     // events so far; 0: there is no such account
  std::int64_t generation = 0;  // sessions that were opened under an earlier one have ended
  std::string document{};       // the last AccountSecrets
  std::string openid{};         // openid_subject(); empty: none
  bool has_second_factor = false;
  bool is_disabled = false;
  std::int64_t last_step = 0;       // of a code of the second factor; only later ones are taken
  std::vector<Instant> failures{};  // that may still count
  int locks = 0;                    // since the last sign-in
  Instant locked_until{};
  Instant created{};
  std::optional<Instant> last_sign_in{};

  bool is_there() const { return version > 0; }
  bool is_locked(Instant now) const { return now < locked_until; }
};

struct AccountSecrets {
  std::string name;
  std::string password;       // as crypto_pwhash_str() gives it; empty: none, sign-in by OpenID Connect alone
  std::string second_factor;  // the key, in base 32; empty: not set
};

struct AccountEvent {
  std::string type;
  std::string actor;  // ROLE:ID, or who works at the command line
  Instant at;
  std::string role{}, document{}, openid{};
  std::int64_t step = 0;
  Instant until{};
};

// Failures and locks: five failures within fifteen minutes lock for fifteen minutes; each lock until the next sign-in
// is twice as long, up to four hours.
inline constexpr std::size_t kFailuresToLock = 5;
inline constexpr std::chrono::minutes kFailuresWithin{15};
inline constexpr std::chrono::minutes kFirstLock{15};
inline constexpr std::chrono::minutes kLongestLock{240};

// "account/iris". An id is 1 to 80 of the characters of an actor's; fails with wrong_use.
Result<store::StreamId> account_stream(std::string_view id);

store::NewEvent to_store(const AccountEvent& event);
// Adds one more event to the account. Fails with invalid where it is none of ours.
Result<void> apply(Account& account, const store::Event& event);

// What a failure is: the failure itself, and the lock where it was one too many.
std::vector<AccountEvent> failure_of(const Account& account, Instant now);

// Which subject of which issuer; no list shows who it is.
std::string openid_subject(std::string_view issuer, std::string_view subject);
// The lists the account stands in: "openid/SUBJECT".
std::vector<store::Entry> entries_of(const Account& account);

std::string to_text(const AccountSecrets& secrets);
Result<AccountSecrets> secrets_from(std::string_view text);

}  // namespace openimr::server
