// `openimr store`: the store looked after by hand. Servers open it themselves.
#include <memory>
#include <optional>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "store/backup.h"
#include "store/head.h"
#include "store/verify.h"

namespace openimr::cli {
namespace {

using store::Head;
using store::KeyRing;
using store::Store;
using store::Verification;

constexpr std::size_t kMostHeadBytes = 1U << 30U;

Result<Store> opened(const StoreCommandOptions& options, bool make) {
  store::StoreOptions how{make, std::nullopt};
  if (!options.keys.empty()) {
    auto keys = KeyRing::read(options.keys);
    if (!keys) return fail(keys.error());
    how.keys = std::move(*keys);
  }
  return Store::open(options.store, std::move(how));
}

// The head that was named, if one was, signed by whom the user expects.
Result<std::unique_ptr<const Head>> head_named(const StoreCommandOptions& options) {
  if (options.head.empty()) return std::unique_ptr<const Head>();
  const auto text = read_file(options.head, kMostHeadBytes);
  if (!text) return fail(text.error());
  auto head = store::read_head(*text, options.head);
  if (!head) return fail(head.error());
  if (!options.signer.empty()) {
    const auto signer = store::PublicKey::read(options.signer);
    if (!signer) return fail(signer.error());
    if (*signer != head->signer) {
      return fail({ErrorCode::invalid, "the head was signed with another key", head->signer.hex(), options.head, 0, 0,
                   "Take the head that was signed with the key of " + options.signer + "."});
    }
  }
  return std::make_unique<const Head>(std::move(*head));
}

std::string counted(std::int64_t number, const char* one, const char* many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string content(std::int64_t events, std::int64_t streams, std::int64_t documents) {
  return counted(events, "event", "events") + " in " + counted(streams, "stream", "streams") + ", " +
         counted(documents, "document", "documents");
}

std::string content(const store::BackupContent& all) {
  return content(all.events, all.streams, all.documents);
}

std::string in_words(const Verification& found, const Head* head) {
  std::string out;
  for (const store::Fault& fault : found.faults)
    out += fault.place().empty() ? fault.what + "\n" : fmt::format("{}: {}\n", fault.place(), fault.what);
  out += content(found.events, static_cast<std::int64_t>(found.heads.size()), found.documents) + ": ";
  out += found.faults.empty() ? "sound.\n"
                              : counted(static_cast<std::int64_t>(found.faults.size()), "fault", "faults") + ".\n";
  if (found.sealed_unread > 0)
    out += fmt::format("{} not opened: sealed with other keys than were given (--keys FILE).\n",
                       counted(found.sealed_unread, "document", "documents"));
  if (head != nullptr && found.faults.empty()) {
    out += fmt::format("All that the head of {} covers ({}) is there and the same.\nIt was signed with {}.\n",
                       head->day.iso(),
                       content(head->events(), static_cast<std::int64_t>(head->streams.size()),
                               static_cast<std::int64_t>(head->documents.size())),
                       head->signer.hex());
  } else if (head == nullptr) {
    out += "Without a head (--head FILE), what was cut off at an end or written anew cannot be seen.\n";
  }
  return out;
}

std::string as_json(const Verification& found, const Head* head) {
  nlohmann::json out = {{"events", found.events},
                        {"streams", found.heads.size()},
                        {"documents", found.documents},
                        {"not_opened", found.sealed_unread},
                        {"head", head != nullptr ? nlohmann::json(head->day.iso()) : nlohmann::json()},
                        {"faults", nlohmann::json::array()}};
  for (const store::Fault& fault : found.faults) {
    out["faults"].push_back({{"stream", fault.stream},
                             {"version", fault.version.number},
                             {"document", fault.document},
                             {"what", fault.what}});
  }
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace

ExitCode store_create(const StoreCommandOptions& options, std::ostream& out) {
  const auto made = opened(options, true);
  if (!made) return report(made.error(), {});
  out << made->address() << ": ready.\n";
  return ExitCode::done;
}

ExitCode store_verify(const StoreCommandOptions& options, std::ostream& out) {
  const auto head = head_named(options);
  if (!head) return report(head.error(), {});
  auto store = opened(options, false);
  if (!store) return report(store.error(), {});
  const auto found = store::verify(*store, head->get());
  if (!found) return report(found.error(), {});
  out << (options.format == "json" ? as_json(*found, head->get()) : in_words(*found, head->get()));
  return found->faults.empty() ? ExitCode::done : ExitCode::failed;
}

ExitCode store_head(const StoreCommandOptions& options, std::ostream& out) {
  const auto day = Date::from_iso(options.on);
  if (!day)
    return report({ErrorCode::wrong_use, "--on: no such day", options.on, "", 0, 0, "Write the date as YYYY-MM-DD."},
                  {});
  const auto key = store::SigningKey::read(options.sign);
  if (!key) return report(key.error(), {});
  auto store = opened(options, false);
  if (!store) return report(store.error(), {});
  const auto head = store::sign_head(*store, *day, *key);
  if (!head) return report(head.error(), {});
  const ExitCode code = deliver(store::write_head(*head), options.out, out);
  if (code != ExitCode::done || options.out.empty()) return code;
  out << fmt::format("Head of {}: {}. Root {}.\n", head->day.iso(),
                     content(head->events(), static_cast<std::int64_t>(head->streams.size()),
                             static_cast<std::int64_t>(head->documents.size())),
                     head->root().hex());
  return code;
}

ExitCode store_backup(const StoreCommandOptions& options, std::ostream& out) {
  auto store = opened(options, false);
  if (!store) return report(store.error(), {});
  const auto written = store::backup(*store, options.out);
  if (!written) return report(written.error(), {});
  out << fmt::format("{}: {}.\n", options.out, content(*written));
  return ExitCode::done;
}

ExitCode store_restore(const StoreCommandOptions& options, std::ostream& out) {
  const auto head = head_named(options);
  if (!head) return report(head.error(), {});
  std::optional<KeyRing> keys;
  if (!options.keys.empty()) {
    auto read = KeyRing::read(options.keys);
    if (!read) return report(read.error(), {});
    keys = std::move(*read);
  }
  // Before a store is made for it.
  if (const auto sound = store::check_backup(options.file, keys ? &*keys : nullptr); !sound)
    return report(sound.error(), {});
  auto store = Store::open(options.store, {true, std::move(keys)});
  if (!store) return report(store.error(), {});
  const auto restored = store::restore(*store, options.file);
  if (!restored) return report(restored.error(), {});
  out << fmt::format("{}: {}, restored and verified.\n", store->address(), content(*restored));
  ExitCode code = ExitCode::done;
  if (*head) {
    const auto found = store::verify(*store, head->get());
    if (!found) return report(found.error(), {});
    out << in_words(*found, head->get());
    if (!found->faults.empty()) code = ExitCode::failed;
  }
  out << fmt::format("Lists of work are no part of a backup. Make them anew: openimr case index --store {}\n",
                     options.store);
  return code;
}

ExitCode store_keys_documents(const StoreCommandOptions& options, std::ostream& out) {
  const auto keys = KeyRing::make(options.file);
  if (!keys) return report(keys.error(), {});
  out << fmt::format("{}: a key for documents, {}. Keep a copy in another place: without it they are lost.\n",
                     options.file, keys->newest());
  return ExitCode::done;
}

ExitCode store_keys_signing(const StoreCommandOptions& options, std::ostream& out) {
  const auto key = store::SigningKey::make(options.file);
  if (!key) return report(key.error(), {});
  out << fmt::format("{0}: a key to sign heads with. {0}.pub is for everyone who checks them.\n", options.file);
  return ExitCode::done;
}

ExitCode store_keys_rotate(const StoreCommandOptions& options, std::ostream& out) {
  auto keys = KeyRing::read(options.keys);
  if (!keys) return report(keys.error(), {});
  // The store must open before there is a new key.
  if (const auto there = opened(options, false); !there) return report(there.error(), {});
  if (auto added = keys->add_key(); !added) return report(added.error(), {});
  auto store = opened(options, false);
  if (!store) return report(store.error(), {});
  const auto sealed = store->reseal();
  if (!sealed) return report(sealed.error(), {});
  out << fmt::format("{}: sealed with the new key {}. The old ones stay in {} for earlier backups.\n",
                     counted(*sealed, "document", "documents"), keys->newest(), options.keys);
  return ExitCode::done;
}

}  // namespace openimr::cli
