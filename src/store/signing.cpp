#include "store/signing.h"

#include "store/hex.h"

namespace openimr::store {
namespace {

static_assert(crypto_sign_SEEDBYTES == Hash::kSize && crypto_sign_PUBLICKEYBYTES == Hash::kSize);
static_assert(crypto_sign_BYTES == Signature::kSize);

}  // namespace

std::string Signature::hex() const {
  return to_hex(bytes);
}

std::optional<Signature> Signature::from_hex(std::string_view text) {
  Signature out;
  std::size_t read = 0;
  if (text.size() != 2 * kSize) return std::nullopt;
  if (sodium_hex2bin(out.bytes.data(), kSize, text.data(), text.size(), nullptr, &read, nullptr) != 0 || read != kSize)
    return std::nullopt;
  return out;
}

Result<PublicKey> PublicKey::read(const std::filesystem::path& file) {
  const auto keys = read_keys(file, kKind, false);
  if (!keys) return fail(keys.error());
  PublicKey out;
  out.key_.bytes = keys->back().key.bytes;
  return out;
}

std::optional<PublicKey> PublicKey::from_hex(std::string_view text) {
  const auto key = Hash::from_hex(text);
  if (!key) return std::nullopt;
  PublicKey out;
  out.key_ = *key;
  return out;
}

bool PublicKey::signed_this(const Hash& what, const Signature& signature) const {
  return crypto_sign_verify_detached(signature.bytes.data(), what.bytes.data(), what.bytes.size(), key_.bytes.data()) ==
         0;
}

Result<SigningKey> SigningKey::make(const std::filesystem::path& file) {
  const Secret seed = Secret::fresh();
  SigningKey out(seed);
  auto beside = file;
  beside += ".pub";
  Secret open;
  open.bytes = out.public_key().key_.bytes;
  if (auto written = write_keys(beside, PublicKey::kKind, {{key_id(PublicKey::kKind, open), open}}, false, true);
      !written)
    return fail(written.error());
  if (auto written = write_keys(file, kKind, {{key_id(kKind, seed), seed}}, true, true); !written)
    return fail(written.error());
  return out;
}

Result<SigningKey> SigningKey::read(const std::filesystem::path& file) {
  const auto keys = read_keys(file, kKind, true);
  if (!keys) return fail(keys.error());
  return SigningKey(keys->back().key);
}

PublicKey SigningKey::public_key() const {
  PublicKey out;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(out.key_.bytes.data(), secret.data(), seed_.bytes.data());
  sodium_memzero(secret.data(), secret.size());
  return out;
}

Signature SigningKey::sign(const Hash& what) const {
  Hash open;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(open.bytes.data(), secret.data(), seed_.bytes.data());
  Signature out;
  crypto_sign_detached(out.bytes.data(), nullptr, what.bytes.data(), what.bytes.size(), secret.data());
  sodium_memzero(secret.data(), secret.size());
  return out;
}

}  // namespace openimr::store
