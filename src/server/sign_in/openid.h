// Sign-in by OpenID Connect: the organization's own issuer says who it is (authorization code with PKCE). An account is
// never made by it: the account must name the subject already (openimr account openid).
//
// Nothing is kept between the two halves. The browser has a random secret in a cookie; state, nonce and the verifier of
// PKCE follow from it, so that an answer counts only in the browser that asked.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/sign_in/fetch.h"
#include "store/ids.h"

namespace openimr::server {

struct OpenIdSettings {
  std::string issuer;           // "https://login.example": as its discovery document says
  std::string client;           // our id there
  std::string client_secret{};  // empty: a public client
  std::string redirect;         // our own address that the issuer sends the browser back to
  std::string claim = "sub";    // which claim names the person: "sub", or "email" where the issuer has verified it
  // "token": its token has to say each time that there was one (`amr` with "mfa"); "always": it asks everybody for one.
  std::string second_factor = "token";
  std::string authorities{};  // a PEM file of the certificates that it may prove itself by; empty: those of the system
};

struct OpenIdBegun {
  std::string address;  // to send the browser to
  std::string secret;   // for the cookie
};

struct OpenIdPerson {
  std::string subject;  // openid_subject() of issuer and claim
  bool by_second_factor = false;
};

class OpenId {
 public:
  OpenId(OpenIdSettings settings, Fetch fetch) : settings_(std::move(settings)), fetch_(std::move(fetch)) {}

  // Fails with unavailable where the issuer does not answer, with invalid where its answer is none.
  Result<OpenIdBegun> begin(store::Instant now);
  // Fails with wrong_use where state, code or token are not what they have to be, and as begin().
  Result<OpenIdPerson> finish(std::string_view secret, std::string_view state, std::string_view code,
                              store::Instant now);

 private:
  struct Issuer {
    std::string authorization, token, keys_address;
    std::string keys;  // the JSON Web Key Set
    store::Instant read{};
  };
  Result<Issuer> issuer(store::Instant now, bool anew = false);
  Result<std::string> id_token(const Issuer& issuer, std::string_view secret, std::string_view code);

  OpenIdSettings settings_;
  Fetch fetch_;
  std::mutex mutex_;
  std::optional<Issuer> known_;
};

}  // namespace openimr::server
