#include "server/http/tls.h"

#include <array>

#include <openssl/ssl.h>

#include "base/data.h"

namespace openimr::server {
namespace {

namespace ssl = boost::asio::ssl;

constexpr std::size_t kLargestFile = 1U << 20U;

// Takes http/1.1 of what the client offers; one that offers only others is refused.
int choose_protocol(SSL* /*stream*/, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                    unsigned int offered_size, void* /*unused*/) {
  static constexpr std::array<unsigned char, 9> kOurs = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  unsigned char* found = nullptr;
  const int agreed = SSL_select_next_proto(&found, size, kOurs.data(), kOurs.size(), offered, offered_size);
  *chosen = found;
  return agreed == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

tl::unexpected<Error> refuse(const char* message, const std::string& file, const char* remedy) {
  return fail({ErrorCode::wrong_use, message, "", file, 0, 0, remedy});
}

}  // namespace

Result<ssl::context> make_tls(const std::string& certificate, const std::string& key) {
  ssl::context context(ssl::context::tls_server);
  SSL_CTX* raw = context.native_handle();
  SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
  SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20");  // of TLS 1.2; those of 1.3 are all sound
  SSL_CTX_set_alpn_select_cb(raw, choose_protocol, nullptr);

  const auto chain = read_file(certificate, kLargestFile);
  if (!chain) return fail(chain.error());
  const auto secret = read_file(key, kLargestFile);
  if (!secret) return fail(secret.error());
  boost::system::error_code failed;
  context.use_certificate_chain(boost::asio::buffer(*chain), failed);
  if (failed) return refuse("no certificate in it", certificate, "Name a PEM file: the certificate, then its chain.");
  context.use_private_key(boost::asio::buffer(*secret), ssl::context::pem, failed);
  if (failed)
    return refuse("no private key in it that fits the certificate", key,
                  "Name the PEM file of the key that the certificate was made for, without a pass phrase.");
  return context;
}

}  // namespace openimr::server
