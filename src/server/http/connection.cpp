#include "server/http/connection.h"

#include <algorithm>
#include <optional>
#include <type_traits>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/body_share.h"
#include "server/http/finish.h"
#include "server/http/handled.h"
#include "server/http/request_head.h"
#include "server/http/request_id.h"

namespace openimr::server {
namespace {

namespace http = boost::beast::http;
using TlsStream = asio::ssl::stream<Socket>;
using Parser = http::request_parser<http::string_body>;
using Clock = Watched::Clock;

constexpr std::size_t kFirstRead = 1024;     // of a request; an idle connection holds no more
constexpr std::size_t kKeptBuffer = 4096;    // a larger buffer is given back between requests
constexpr std::size_t kPiece = 64U << 10U;   // of an answer, for each of which the client has Limits::write_time
constexpr std::chrono::seconds kGoodbye{2};  // for the client to read a refusal before the connection is closed

// What the log and the metrics are told of an exchange.
struct Told {
  std::string_view method = "-";
  std::string_view pattern = "-";
  Clock::time_point begin = Clock::now();
  std::uint64_t bytes_in = 0;
};

template <class Stream>
class Connection final : public Watched {
 public:
  template <class... Arguments>
  Connection(Loop& loop, Service& service, Socket socket, Arguments&... tls)
      : loop_(loop), service_(service), stream_(std::move(socket), tls...), ticket_(loop.watch(*this)) {
    Failure failed;
    peer_ = socket_().remote_endpoint(failed).address().to_string();
    service_.observer.opened();
  }
  ~Connection() override {
    loop_.forget(ticket_);
    --service_.connections;
    service_.observer.closed();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Task<> run() {
    if (!co_await greet()) co_return;
    while (co_await wait_for_request())
      if (!co_await exchange()) break;
    co_await part();
  }

  void interrupt() override {
    Failure ignored;
    socket_().cancel(ignored);
  }
  void close() override {
    Failure ignored;
    socket_().close(ignored);
  }

 private:
  static constexpr bool kTls = std::is_same_v<Stream, TlsStream>;

  Socket& socket_() {
    if constexpr (kTls)
      return stream_.next_layer();
    else
      return stream_;
  }

  Task<bool> greet() {
    if constexpr (kTls) {
      give(service_.limits.header_time);
      const auto [failed] = co_await stream_.async_handshake(asio::ssl::stream_base::server, kTuple);
      co_return !failed;
    }
    co_return true;
  }

  Task<bool> wait_for_request() {
    if (buffer_.size() > 0) co_return true;
    if (loop_.stopping()) co_return false;
    if (buffer_.capacity() > kKeptBuffer) buffer_ = {};
    idle(true);
    give(service_.limits.idle_time);
    const auto [failed, count] = co_await stream_.async_read_some(buffer_.prepare(kFirstRead), kTuple);
    idle(false);
    buffer_.commit(count);
    co_return !failed;
  }

  // Reads one request and answers it. False where the connection ends with it.
  Task<bool> exchange() {
    Request request;
    request.id = new_request_id();
    request.peer = peer_;
    request.secure = kTls;
    Told told;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(service_.limits.header));
    parser.body_limit(boost::none);
    give(service_.limits.header_time);
    if (const auto [failed, count] = co_await http::async_read_header(stream_, buffer_, parser, kTuple); failed)
      co_return co_await refuse(request, told, why(failed));

    if (auto problem = read_head(parser.get(), request); problem) co_return co_await refuse(request, told, problem);
    told.method = name_of(request.method);
    old_protocol_ = parser.get().version() < 11;

    Match match = service_.router.find(request.method, request.path);
    const Route* route = match.route;
    request.parameters = std::move(match.parameters);
    request.pattern = route != nullptr ? std::string_view(route->pattern) : "-";
    told.pattern = request.pattern;

    if (route != nullptr && route->options.admit) {
      auto refusal = co_await on_lane(
          *route, request, [this, route, &request] { return refused_early(*route, request, service_.observer); });
      if (refusal) {
        keep_ = parser.is_done() && parser.keep_alive();
        linger_ = !keep_;
        co_return co_await send(request, told, std::move(*refusal)) && keep_;
      }
    }

    BodyShare share(service_.bodies, service_.limits.bodies);
    if (!parser.is_done()) {
      const bool own_limit = route != nullptr && route->options.body_limit > 0;
      auto problem = co_await read_body(parser, share, own_limit ? route->options.body_limit : service_.limits.body);
      if (problem || !parser.is_done()) co_return co_await refuse(request, told, problem);
    }
    keep_ = parser.keep_alive();
    request.body = std::move(parser.get().body());
    told.bytes_in = request.body.size();
    told.begin = Clock::now();

    if (route == nullptr) co_return co_await send(request, told, unrouted(request, match)) && keep_;
    auto response = co_await on_lane(*route, request,
                                     [this, route, &request] { return handled(*route, request, service_.observer); });
    co_return co_await send(request, told, std::move(*response)) && keep_;
  }

  // Reads the rest of a body; what is wrong with it, or nothing where the client is gone and it is not whole.
  Task<std::optional<Problem>> read_body(Parser& parser, BodyShare& share, std::uint64_t limit) {
    if (parser.content_length().value_or(0) > limit) co_return problem_of_parsing(http::error::body_limit);
    parser.body_limit(limit);
    if (parser.get().count(http::field::expect) > 0 && !old_protocol_ && buffer_.size() == 0) {
      constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
      give(service_.limits.write_time);
      co_await asio::async_write(stream_, asio::buffer(kContinue), kTuple);
    }
    buffer_.reserve(
        static_cast<std::size_t>(std::min<std::uint64_t>(parser.content_length().value_or(kPiece), kPiece)));
    const auto begin = Clock::now();
    while (!parser.is_done()) {
      const std::uint64_t came = parser.get().body().size();
      if (!share.grow_to(came)) co_return too_busy("Too much is being sent to the server. Try again in a moment.");
      const auto earned =
          std::chrono::milliseconds(came * 1000 / std::max<std::uint64_t>(service_.limits.upload_rate, 1));
      give(begin + service_.limits.body_time + earned - Clock::now());
      if (const auto [failed, count] = co_await http::async_read_some(stream_, buffer_, parser, kTuple); failed)
        co_return why(failed);
    }
    co_return std::nullopt;
  }

  // What is wrong where reading failed; nothing where the client is gone.
  std::optional<Problem> why(const Failure& failed) {
    if (timed_out()) return Problem{408, "too_slow", {}, "The request did not come in time."};
    return problem_of_parsing(failed);
  }

  // Has work done on the route's lane, unless too much waits there.
  template <class Work>
  Task<std::optional<Response>> on_lane(const Route& route, const Request& request, Work work) {
    const Lane lane = route.options.lane;
    give_all_time();
    if (lane == Lane::at_once) co_return work();
    if (service_.workers.full(lane))
      co_return refused(request, too_busy("The server has too much to do. Try again in a moment."));
    co_return co_await service_.workers.run(lane, [this, &request, work]() -> std::optional<Response> {
      if (loop_.over()) return refused(request, too_busy("The server stops."));
      return work();
    });
  }

  // Answers a request that cannot be read to its end, and ends the connection.
  Task<bool> refuse(const Request& request, Told told, std::optional<Problem> problem) {
    keep_ = false;
    if (!problem) co_return false;
    linger_ = true;
    co_await send(request, told, refused(request, std::move(*problem)));
    co_return false;
  }

  // Sends an answer in pieces. False where the client is gone.
  Task<bool> send(const Request& request, Told told, Response response) {
    const auto took = Clock::now() - told.begin;
    if (keep_ && loop_.stopping()) {
      keep_ = false;
      linger_ = true;
    }
    const std::string head = head_of(response, request.id, {keep_, kTls, old_protocol_});
    const Body& body = response.body;
    const std::uint64_t size = request.method == Method::head ? 0 : body.size();

    std::uint64_t sent = 0;
    std::string piece;
    Failure failed;
    do {
      const std::size_t next = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, size - sent));
      std::string_view bytes;
      if (body.in_memory()) {
        bytes = body.view().substr(sent, next);
      } else if (next > 0) {
        piece.resize(next);
        give_all_time();
        const std::size_t got = co_await service_.workers.run(
            Lane::usual, [&body, &piece, sent] { return body.read(sent, std::span<char>(piece)); });
        if (got < next) {
          failed = asio::error::eof;
          break;
        }
        bytes = piece;
      }
      give(service_.limits.write_time);
      const std::array<asio::const_buffer, 2> buffers = {asio::buffer(sent == 0 ? std::string_view(head) : ""),
                                                         asio::buffer(bytes)};
      std::tie(failed, std::ignore) = co_await asio::async_write(stream_, buffers, kTuple);
      sent += bytes.size();
    } while (!failed && sent < size);

    service_.observer.answered({request.id, told.method, told.pattern, response.status,
                                std::chrono::duration_cast<std::chrono::microseconds>(took), told.bytes_in, sent,
                                response.role});
    co_return !failed;
  }

  // Closes so that what was sent arrives: the client has a moment to read it while what it still sends is thrown away.
  Task<> part() {
    give(kGoodbye);
    Failure ignored;
    if constexpr (kTls) co_await stream_.async_shutdown(kTuple);
    socket_().shutdown(Socket::shutdown_send, ignored);
    if (!linger_ && buffer_.size() == 0) co_return;
    std::array<char, kFirstRead> thrown_away{};
    for (;;)
      if (const auto [failed, count] = co_await socket_().async_read_some(asio::buffer(thrown_away), kTuple); failed)
        co_return;
  }

  Loop& loop_;
  Service& service_;
  Stream stream_;
  Loop::Ticket ticket_;
  std::string peer_;
  boost::beast::flat_buffer buffer_;
  bool keep_ = true;
  bool old_protocol_ = false;
  bool linger_ = false;
};

template <class Stream>
Task<> live(std::unique_ptr<Connection<Stream>> connection) {
  co_await connection->run();
}

}  // namespace

void serve(Socket socket, Loop& loop, Service& service) {
  const auto executor = socket.get_executor();
  asio::dispatch(executor, [&loop, &service, socket = std::move(socket)]() mutable {
    const auto run = [&]<class Stream>(std::unique_ptr<Connection<Stream>> connection) {
      asio::co_spawn(loop.io(), live(std::move(connection)), asio::detached);
    };
    if (service.tls != nullptr)
      run(std::make_unique<Connection<TlsStream>>(loop, service, std::move(socket), *service.tls));
    else
      run(std::make_unique<Connection<Socket>>(loop, service, std::move(socket)));
  });
}

}  // namespace openimr::server
