// Ed25519 signatures: the key that signs heads stays with who answers for the store; its public half goes to everyone
// who may check them.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "store/key_file.h"

namespace openimr::store {

struct Signature {
  static constexpr std::size_t kSize = 64;
  std::array<unsigned char, kSize> bytes{};
  std::string hex() const;
  static std::optional<Signature> from_hex(std::string_view text);
};

class PublicKey {
 public:
  static constexpr std::string_view kKind = "public-key";

  static Result<PublicKey> read(const std::filesystem::path& file);
  static std::optional<PublicKey> from_hex(std::string_view text);
  std::string hex() const { return key_.hex(); }
  bool signed_this(const Hash& what, const Signature& signature) const;
  auto operator<=>(const PublicKey&) const = default;

 private:
  friend class SigningKey;
  Hash key_;
};

class SigningKey {
 public:
  static constexpr std::string_view kKind = "signing-key";

  // Makes the file, for its owner alone, and beside it FILE.pub with the public key. Fails where one of them is there.
  static Result<SigningKey> make(const std::filesystem::path& file);
  static Result<SigningKey> read(const std::filesystem::path& file);

  PublicKey public_key() const;
  Signature sign(const Hash& what) const;

 private:
  explicit SigningKey(const Secret& seed) : seed_(seed) {}
  Secret seed_;
};

}  // namespace openimr::store
