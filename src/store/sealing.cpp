#include "store/sealing.h"

#include <utility>

namespace openimr::store {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == Hash::kSize);

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string encrypted(std::string_view plain, std::string_view about, const Secret& key) {
  std::string out(kNonce + plain.size() + kTag, '\0');
  auto* bytes = reinterpret_cast<unsigned char*>(out.data());
  randombytes_buf(bytes, kNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + kNonce, nullptr, raw(plain), plain.size(), raw(about),
                                             about.size(), nullptr, bytes, key.bytes.data());
  return out;
}

std::optional<std::string> decrypted(std::string_view sealed, std::string_view about, const Secret& key) {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  std::string out(sealed.size() - kNonce - kTag, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(out.data()), nullptr, nullptr, raw(sealed) + kNonce, sealed.size() - kNonce,
      raw(about), about.size(), raw(sealed), key.bytes.data());
  if (failed != 0) return std::nullopt;
  return out;
}

std::string about_key(const std::string& id) {
  return "openimr document key " + id;
}

tl::unexpected<Error> altered(const DocumentRow& row) {
  return fail({ErrorCode::invalid, "a document was altered", row.id, "", 0, 0, "Restore it from a backup."});
}

}  // namespace

Result<KeyRing> KeyRing::read(const std::filesystem::path& file) {
  auto keys = read_keys(file, kKind, true);
  if (!keys) return fail(keys.error());
  return KeyRing(file, std::move(*keys));
}

Result<KeyRing> KeyRing::make(const std::filesystem::path& file) {
  const Secret key = Secret::fresh();
  std::vector<NamedKey> keys = {{key_id(kKind, key), key}};
  if (auto written = write_keys(file, kKind, keys, true, true); !written) return fail(written.error());
  return KeyRing(file, std::move(keys));
}

Result<void> KeyRing::add_key() {
  const Secret key = Secret::fresh();
  auto keys = keys_;
  keys.push_back({key_id(kKind, key), key});
  if (auto written = write_keys(file_, kKind, keys, true, false); !written) return fail(written.error());
  keys_ = std::move(keys);
  return {};
}

std::string KeyRing::wrap(const std::string& id, const Secret& key) const {
  const std::string_view bytes(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
  return to_base64(encrypted(bytes, about_key(id), keys_.back().key));
}

DocumentRow KeyRing::seal(const DocumentId& id, std::string_view bytes) const {
  const Secret key = Secret::fresh();
  const std::string hex = id.hash.hex();
  return {hex, newest(), wrap(hex, key), encrypted(bytes, hex, key)};
}

Result<Secret> KeyRing::key_of(const DocumentRow& row) const {
  for (const NamedKey& named : keys_) {
    if (named.id != row.key) continue;
    auto bytes = decrypted(from_base64(row.wrapped), about_key(row.id), named.key);
    if (!bytes || bytes->size() != Hash::kSize) return altered(row);
    Secret out;
    std::copy(bytes->begin(), bytes->end(), out.bytes.begin());
    sodium_memzero(bytes->data(), bytes->size());
    return out;
  }
  return fail({ErrorCode::wrong_use, "the document is sealed with a key that this file does not hold", row.key,
               file_.string(), 0, 0, "Take the file of keys that holds the key of this id."});
}

Result<std::string> KeyRing::open(const DocumentRow& row) const {
  const auto key = key_of(row);
  if (!key) return fail(key.error());
  auto bytes = decrypted(row.bytes, row.id, *key);
  if (!bytes) return altered(row);
  return std::move(*bytes);
}

Result<std::string> KeyRing::rewrapped(const DocumentRow& row) const {
  const auto key = key_of(row);
  if (!key) return fail(key.error());
  return wrap(row.id, *key);
}

Result<std::string> content_of(const DocumentRow& row, const KeyRing* keys) {
  if (!row.key.empty() && keys == nullptr) {
    return fail({ErrorCode::wrong_use, "the document is sealed, and no file of keys was given", row.key, "", 0, 0,
                 "Give the file of keys (--keys FILE)."});
  }
  auto bytes = row.key.empty() ? Result<std::string>(row.bytes) : keys->open(row);
  if (bytes && DocumentId::of(*bytes).hash.hex() != row.id) return altered(row);
  return bytes;
}

}  // namespace openimr::store
