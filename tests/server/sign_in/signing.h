// Tokens as an issuer signs them, and as one who forges them would.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>

#include <cjose/cjose.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

namespace openimr::server {

using Json = nlohmann::json;

inline std::string base64url(const std::string& text) {
  std::string out(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.pop_back();
  return out;
}

// A key of an issuer of the test's own.
class SigningKeyPair {
 public:
  static SigningKeyPair rsa(const std::string& id, std::size_t bits = 2048) {
    const unsigned char exponent[] = {1, 0, 1};
    return {cjose_jwk_create_RSA_random(bits, exponent, sizeof exponent, nullptr), id, "RS256"};
  }
  static SigningKeyPair ec(const std::string& id) {
    return {cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, nullptr), id, "ES256"};
  }

  // As it stands in the issuer's set.
  Json described() const {
    char* text = cjose_jwk_to_json(key_.get(), false, nullptr);
    const Json out = Json::parse(text);
    std::free(text);
    return out;
  }
  Json set() const { return {{"keys", {described()}}}; }

  // A token with these claims; its header names the algorithm and the key, unless `header` says otherwise.
  std::string sign(const Json& claims, const Json& header = Json::object()) const {
    Json whole = {{"alg", algorithm_}, {"kid", id_}};
    whole.update(header);
    cjose_header_t* head = cjose_header_new(nullptr);
    for (const auto& [name, value] : whole.items()) {
      if (value.is_string()) {
        cjose_header_set(head, name.c_str(), value.get<std::string>().c_str(), nullptr);
      } else {
        cjose_header_set_raw(head, name.c_str(), value.dump().c_str(), nullptr);
      }
    }
    const std::string text = claims.is_string() ? claims.get<std::string>() : claims.dump();
    cjose_jws_t* token =
        cjose_jws_sign(key_.get(), head, reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), nullptr);
    const char* written = nullptr;
    std::string out = token != nullptr && cjose_jws_export(token, &written, nullptr) ? written : "";
    cjose_jws_release(token);
    cjose_header_release(head);
    return out;
  }

 private:
  struct Released {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  };
  SigningKeyPair(cjose_jwk_t* key, std::string id, std::string algorithm)
      : key_(key), id_(std::move(id)), algorithm_(std::move(algorithm)) {
    cjose_jwk_set_kid(key_.get(), id_.data(), id_.size(), nullptr);
  }
  std::unique_ptr<cjose_jwk_t, Released> key_;
  std::string id_, algorithm_;
};

// A token that nobody signed, with whatever stands in its third part.
inline std::string unsigned_token(const Json& header, const Json& claims, const std::string& signature = "") {
  return base64url(header.dump()) + "." + base64url(claims.dump()) + "." + signature;
}

}  // namespace openimr::server
