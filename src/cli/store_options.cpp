#include "cli/store_options.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace openimr::cli {
namespace {

constexpr const char* kStore = "sqlite:PATH, a plain path, or postgresql://USER@HOST/NAME";
constexpr const char* kKeys = "The file of keys that documents are sealed with";

}  // namespace

void add_store_command(CLI::App& app, const std::string& today, StoreCommandOptions& options, ExitCode& code) {
  CLI::App* store = app.add_subcommand("store", "Look after the store of events and documents");
  store->require_subcommand(1);
  const auto command = [&](CLI::App* under, const char* name, const char* says,
                           ExitCode (*run)(const StoreCommandOptions&, std::ostream&)) {
    CLI::App* made = under->add_subcommand(name, says);
    made->callback([&options, &code, run] { code = run(options, std::cout); });
    return made;
  };
  const auto of_store = [&](CLI::App* made) { made->add_option("STORE", options.store, kStore)->required(); };
  const auto with_keys = [&](CLI::App* made) { return made->add_option("--keys", options.keys, kKeys); };
  const auto with_head = [&](CLI::App* made) {
    auto* head = made->add_option("--head", options.head, "A head that was exported before: is all of it still so?");
    made->add_option("--signer", options.signer, "The public key that must have signed it (FILE.pub)")->needs(head);
  };

  of_store(command(store, "create", "Make a store, or bring one of an older openimr up to date", store_create));

  CLI::App* verify =
      command(store, "verify", "Find whatever was altered, removed or put in another order", store_verify);
  of_store(verify);
  with_keys(verify);
  with_head(verify);
  verify->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}));

  CLI::App* head = command(store, "head", "Sign what the store holds, to be kept by somebody else", store_head);
  of_store(head);
  with_keys(head);
  head->add_option("--sign", options.sign, "The file of the signing key (openimr store keys signing)")->required();
  options.on = today;
  head->add_option("--on", options.on, "The day of the head (YYYY-MM-DD); else today");
  head->add_option("--out", options.out, "Write to this file instead of the screen, whole or not at all");

  CLI::App* backup = command(store, "backup", "Write all of the store into one file, while it is in use", store_backup);
  of_store(backup);
  backup->add_option("--out", options.out, "The file to write, whole or not at all")->required();

  CLI::App* restore = command(store, "restore", "Fill a new store from a backup, and verify it", store_restore);
  restore->add_option("FILE", options.file, "The backup")->required();
  of_store(restore);
  with_keys(restore);
  with_head(restore);

  CLI::App* keys = store->add_subcommand("keys", "Make and change keys");
  keys->require_subcommand(1);
  command(keys, "documents", "Make a file with a key that documents are sealed with", store_keys_documents)
      ->add_option("FILE", options.file, "The file to make")
      ->required();
  command(keys, "signing", "Make a key that signs heads, and FILE.pub to check them with", store_keys_signing)
      ->add_option("FILE", options.file, "The file to make")
      ->required();
  CLI::App* rotate = command(keys, "rotate", "Add a new key and seal every document with it", store_keys_rotate);
  of_store(rotate);
  with_keys(rotate)->required();
}

}  // namespace openimr::cli
