// How documents are sealed at rest.
//
// Each document is encrypted with a key of its own (XChaCha20-Poly1305, its id as additional data), and that key with
// the newest key of the key file, so that a new key for the store means sealing 32 bytes a document anew and no
// document. `bytes` is nonce (24 bytes) and ciphertext; `wrapped` is base64 of nonce and the sealed key.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/document_table.h"
#include "store/key_file.h"

namespace openimr::store {

// The keys of a key file, the newest last. Old keys stay: backups made under them need them.
class KeyRing {
 public:
  static constexpr std::string_view kKind = "document-key";

  // Reads a file of keys; see store/key_file.h for what fails.
  static Result<KeyRing> read(const std::filesystem::path& file);
  // Makes a file with one new key. Fails where the file is there.
  static Result<KeyRing> make(const std::filesystem::path& file);
  // Adds a new key to its file, which from then on seals.
  Result<void> add_key();

  const std::string& newest() const { return keys_.back().id; }
  const std::filesystem::path& file() const { return file_; }

  // The row of a document, sealed with the newest key.
  DocumentRow seal(const DocumentId& id, std::string_view bytes) const;
  // The bytes of a row. Fails where no key of the ring fits, and where the row was altered.
  Result<std::string> open(const DocumentRow& row) const;
  // The row's `wrapped` under the newest key; the row is sealed.
  Result<std::string> rewrapped(const DocumentRow& row) const;

 private:
  KeyRing(std::filesystem::path file, std::vector<NamedKey> keys) : file_(std::move(file)), keys_(std::move(keys)) {}
  Result<Secret> key_of(const DocumentRow& row) const;
  std::string wrap(const std::string& id, const Secret& key) const;

  std::filesystem::path file_;
  std::vector<NamedKey> keys_;
};

// The bytes of a row, whether sealed or not, checked against its id. `keys` may be null.
Result<std::string> content_of(const DocumentRow& row, const KeyRing* keys);

}  // namespace openimr::store
