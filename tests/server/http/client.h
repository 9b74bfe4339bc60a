// A client that sends exactly what a test says, over a plain socket or TLS, and reads the answers one by one.
//
//   Client client(server.port());
//   client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
//   const Reply reply = client.read();          // reply.status, reply.headers["ETag"], reply.body
//   EXPECT_TRUE(client.closed());               // the server ended the connection
#pragma once

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/http/fields.h"

namespace openimr::testing {

struct Reply {
  int status = 0;  // 0: none came, or not whole
  server::Headers headers;
  std::string body;
};

struct ClientOptions {
  bool tls = false;  // takes any certificate
  int most_tls = TLS1_3_VERSION;
  std::chrono::milliseconds patience{10'000};  // for each read; then nothing came
  int receive_buffer = 0;                      // bytes of the system for what came; 0: as usual
};

inline std::string request_text(std::string_view method, std::string_view path, const server::Headers& headers = {},
                                std::string_view body = {}) {
  std::string text = std::string(method) + ' ' + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + std::string(body);
}

class Client {
 public:
  explicit Client(std::uint16_t port, const ClientOptions& options = {}) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(options.patience).count();
    const timeval patience{micros / 1'000'000, micros % 1'000'000};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (options.receive_buffer > 0)
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &options.receive_buffer, sizeof options.receive_buffer);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    if (!options.tls || !connected_) return;
    context_.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_max_proto_version(context_.get(), options.most_tls);
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
    SSL_CTX_set_security_level(context_.get(), 0);
    tls_.reset(SSL_new(context_.get()));
    SSL_set_fd(tls_.get(), socket_);
    connected_ = SSL_connect(tls_.get()) == 1;
  }
  Client(Client&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)),
        connected_(other.connected_),
        context_(std::move(other.context_)),
        tls_(std::move(other.tls_)),
        buffer_(std::move(other.buffer_)) {}
  ~Client() {
    if (tls_) SSL_shutdown(tls_.get());
    if (socket_ >= 0) ::close(socket_);
  }

  bool connected() const { return connected_; }

  // False where the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = tls_ ? SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                             : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // One answer; an interim answer (100) is one too. After a HEAD say so: it has no body whatever its length.
  enum class Asked : bool { for_all, for_head };
  Reply read(Asked asked = Asked::for_all) {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
      if (receive() == 0) return {};
    Reply reply = head(std::string_view(buffer_).substr(0, end + 2));
    buffer_.erase(0, end + 4);
    std::size_t length = 0;
    const std::string_view digits = reply.headers["Content-Length"];
    std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (asked == Asked::for_head) length = 0;
    while (buffer_.size() < length)
      if (receive() == 0) return {};
    reply.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    if (buffer_.empty()) buffer_.shrink_to_fit();
    return reply;
  }

  // Sends a request and reads its answer.
  Reply ask(std::string_view method, std::string_view path, const server::Headers& headers = {},
            std::string_view body = {}) {
    if (!send(request_text(method, path, headers, body))) return {};
    return read(method == "HEAD" ? Asked::for_head : Asked::for_all);
  }
  Reply get(std::string_view path, const server::Headers& headers = {}) { return ask("GET", path, headers); }

  // Whether the server has ended the connection and nothing more is to be read; waits as long as for an answer.
  bool closed() {
    if (!buffer_.empty()) return false;
    std::array<char, 1> byte{};
    const auto got = ::recv(socket_, byte.data(), tls_ ? 0 : byte.size(), 0);
    if (!tls_) return got == 0 || (got < 0 && errno == ECONNRESET);
    return SSL_read(tls_.get(), byte.data(), 1) <= 0 && errno != EAGAIN;
  }

  // "TLSv1.3"
  std::string tls_version() const { return tls_ ? SSL_get_version(tls_.get()) : ""; }

 private:
  struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* tls) const { SSL_free(tls); }
  };

  std::size_t receive() {
    std::array<char, 16384> piece{};
    const auto got = tls_ ? SSL_read(tls_.get(), piece.data(), static_cast<int>(piece.size()))
                          : ::recv(socket_, piece.data(), piece.size(), 0);
    if (got <= 0) return 0;
    buffer_.append(piece.data(), static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }

  // "HTTP/1.1 200 OK" and the headers, each line with its end.
  static Reply head(std::string_view text) {
    Reply reply;
    constexpr std::size_t kStatusAt = 9;
    std::from_chars(text.data() + kStatusAt, text.data() + kStatusAt + 3, reply.status);
    text.remove_prefix(text.find("\r\n") + 2);
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find("\r\n"));
      text.remove_prefix(line.size() + 2);
      const auto colon = line.find(": ");
      reply.headers.add(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
    }
    return reply;
  }

  int socket_ = -1;
  bool connected_ = false;
  std::unique_ptr<SSL_CTX, Free> context_;
  std::unique_ptr<SSL, Free> tls_;
  std::string buffer_;
};

}  // namespace openimr::testing
