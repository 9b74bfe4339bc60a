#include "server/sign_in/fetch.h"

#include <optional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

namespace openimr::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::use_awaitable;
using Tcp = asio::ip::tcp;

constexpr std::uint32_t kHeaderLimit = 16U << 10U;

struct Address {
  bool tls = false;
  std::string host, port, path;
};

std::optional<Address> address_of(std::string_view url) {
  Address out;
  if (url.starts_with("https://")) {
    out.tls = true;
    url.remove_prefix(8);
  } else if (url.starts_with("http://")) {
    url.remove_prefix(7);
  } else {
    return {};
  }
  for (const char c : url) {
    if (c <= ' ' || c > '~') return {};
  }
  const auto slash = std::min(url.find('/'), url.size());
  const std::string_view authority = url.substr(0, slash);
  const auto colon = authority.find(':');
  out.host = authority.substr(0, colon);
  out.port = colon == std::string_view::npos ? (out.tls ? "443" : "80") : std::string(authority.substr(colon + 1));
  out.path = slash < url.size() ? std::string(url.substr(slash)) : "/";
  const bool is_number = !out.port.empty() && out.port.find_first_not_of("0123456789") == std::string::npos;
  // Without TLS only to this machine: nobody listens in between.
  const bool is_here = out.host == "127.0.0.1" || out.host == "localhost";
  if (out.host.empty() || out.host.find('@') != std::string::npos || !is_number || (!out.tls && !is_here)) return {};
  return out;
}

template <class Stream>
asio::awaitable<Fetched> ask(Stream& stream, const Address& to, const FetchRequest& what, std::size_t limit) {
  http::request<http::string_body> request(what.form.empty() ? http::verb::get : http::verb::post, to.path, 11);
  request.set(http::field::host, to.port == "443" || to.port == "80" ? to.host : to.host + ":" + to.port);
  request.set(http::field::accept, "application/json");
  request.set(http::field::user_agent, "OpenIMR/" OPENIMR_VERSION);
  if (!what.authorization.empty()) request.set(http::field::authorization, what.authorization);
  if (!what.form.empty()) {
    request.set(http::field::content_type, "application/x-www-form-urlencoded");
    request.body() = what.form;
    request.prepare_payload();
  }
  co_await http::async_write(stream, request, use_awaitable);
  boost::beast::flat_buffer buffer;
  http::response_parser<http::string_body> answer;
  answer.header_limit(kHeaderLimit);
  answer.body_limit(limit);
  co_await http::async_read(stream, buffer, answer, use_awaitable);
  co_return Fetched{static_cast<int>(answer.get().result_int()), std::move(answer.get().body())};
}

asio::awaitable<Fetched> exchange(const Address& to, const FetchRequest& what, const FetchLimits& limits) {
  const auto executor = co_await asio::this_coro::executor;
  Tcp::resolver resolver(executor);
  const auto found = co_await resolver.async_resolve(to.host, to.port, use_awaitable);
  if (!to.tls) {
    Tcp::socket socket(executor);
    co_await asio::async_connect(socket, found, use_awaitable);
    co_return co_await ask(socket, to, what, limits.body);
  }
  asio::ssl::context context(asio::ssl::context::tls_client);
  context.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
  if (limits.authorities.empty()) {
    context.set_default_verify_paths();
  } else {
    context.load_verify_file(limits.authorities);
  }
  context.set_verify_mode(asio::ssl::verify_peer);
  asio::ssl::stream<Tcp::socket> stream(executor, context);
  stream.set_verify_callback(asio::ssl::host_name_verification(to.host));
  SSL_set_tlsext_host_name(stream.native_handle(), to.host.c_str());
  co_await asio::async_connect(stream.lowest_layer(), found, use_awaitable);
  co_await stream.async_handshake(asio::ssl::stream_base::client, use_awaitable);
  co_return co_await ask(stream, to, what, limits.body);
}

tl::unexpected<Error> no_answer(const Address& from, std::string why) {
  return fail({ErrorCode::unavailable, "no sound answer came from a server: " + std::move(why), from.host, "", 0, 0,
               "See that it runs, and that its certificate is one that this machine trusts."});
}

}  // namespace

Result<Fetched> fetch(const FetchRequest& request, const FetchLimits& limits) {
  const auto to = address_of(request.address);
  if (!to)
    return fail({ErrorCode::wrong_use, "this is no address to ask", request.address, "", 0, 0,
                 "Write https://HOST/PATH; http:// is for 127.0.0.1 and localhost alone."});
  asio::io_context io(1);
  std::optional<Fetched> fetched;
  std::string why = "it took too long";
  asio::co_spawn(io, exchange(*to, request, limits), [&](const std::exception_ptr& thrown, Fetched done) {
    if (!thrown) {
      fetched = std::move(done);
      return;
    }
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
      why = error.what();
    }
  });
  io.run_for(limits.time);
  if (!fetched) return no_answer(*to, std::move(why));
  return std::move(*fetched);
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '.' || c == '_' || c == '~';
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace openimr::server
