// The server against a bare Beast server, in one process and one run, by wrk: both answer every request with the same
// bytes, ours through its router, its workers and its logs.
//
//   build/release/bench/server [--rounds 5] [--seconds 3] [--connections 64] [--bytes 2000] [--slow 500] [--idle 2000]
//                              [--address http://127.0.0.1:8080/api/cases/DEMO-0000003 --cookie openimr_session=...]
//
// Prints the median of the rounds, which change between the two servers. --slow N attaches N clients that send a byte a
// second; --idle N only measures what N idle connections cost in memory, after a request each.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <arpa/inet.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/http/io.h"
#include "server/http/server.h"
#include "server/logs.h"
#include "server/metrics.h"

namespace openimr {
namespace {

namespace http = boost::beast::http;
using namespace server;

struct Options {
  int rounds = 5;
  int seconds = 3;
  int connections = 64;
  int slow = 0;
  int idle = 0;
  std::size_t bytes = 2000;
  unsigned io_threads = 1;
  unsigned workers = 2;
  bool at_once = false;
  std::string address, cookie;  // of a server that runs already: a case of a demo
};

Task<> bare_session(Socket socket, std::string body) {
  boost::beast::flat_buffer buffer;
  for (;;) {
    http::request<http::string_body> request;
    if (const auto [failed, count] = co_await http::async_read(socket, buffer, request, kTuple); failed) co_return;
    http::response<http::string_body> response(http::status::ok, request.version());
    response.set(http::field::content_type, "application/json");
    response.body() = body;
    response.keep_alive(request.keep_alive());
    response.prepare_payload();
    if (const auto [failed, count] = co_await http::async_write(socket, response, kTuple); failed) co_return;
  }
}

class BareServer {
 public:
  explicit BareServer(std::string body) : body_(std::move(body)) {
    asio::co_spawn(io_, accept(), asio::detached);
    thread_ = std::thread([this] { io_.run(); });
  }
  ~BareServer() {
    io_.stop();
    thread_.join();
  }
  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  Task<> accept() {
    for (;;) {
      auto [failed, socket] = co_await acceptor_.async_accept(io_, kTuple);
      if (failed) co_return;
      socket.set_option(Tcp::no_delay(true));
      asio::co_spawn(io_, bare_session(std::move(socket), body_), asio::detached);
    }
  }

  std::string body_;
  asio::io_context io_{1};
  asio::basic_socket_acceptor<Tcp, Executor> acceptor_{io_, {asio::ip::address_v4::loopback(), 0}};
  std::thread thread_;
};

// As the application's.
class Operation final : public Observer {
 public:
  void answered(const Answered& answered) override {
    logs_.request(answered);
    metrics_.request(answered);
  }

 private:
  Logs logs_{LogFormat::json, ::open("/dev/null", O_WRONLY | O_CLOEXEC)};
  Metrics metrics_;
};

int connect_to(std::uint16_t port) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) return socket;
  ::close(socket);
  return -1;
}

// Clients that send a byte a second, and come again when they are sent away.
class SlowClients {
 public:
  SlowClients(std::uint16_t port, int count) {
    if (count > 0) thread_ = std::thread([this, port, count] { drip(port, count); });
  }
  ~SlowClients() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
  }

 private:
  void drip(std::uint16_t port, int count) {
    std::vector<int> sockets(static_cast<std::size_t>(count), -1);
    while (!done_) {
      for (int& socket : sockets) {
        if (socket < 0) socket = connect_to(port);
        if (socket >= 0 && ::send(socket, "G", 1, MSG_NOSIGNAL | MSG_DONTWAIT) == 1) continue;
        ::close(socket);
        socket = -1;
      }
      for (int i = 0; i < 10 && !done_; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    for (const int socket : sockets) ::close(socket);
  }

  std::atomic<bool> done_ = false;
  std::thread thread_;
};

struct Measured {
  double rate = 0;    // requests a second
  double micros = 0;  // of the processor for each, of this process alone: less moved by what else the machine does
  std::string p99;
};

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

Measured wrk(const std::string& address, const Options& options, const std::string& cookie = {}) {
  std::ostringstream command;
  command << "wrk -t1 -c" << options.connections << " -d" << options.seconds << "s --latency ";
  if (!cookie.empty()) command << "-H 'Cookie: " << cookie << "' ";
  command << "'" << address << "' 2>&1";
  const double before = processor_seconds();
  const std::unique_ptr<std::FILE, decltype(&pclose)> out(popen(command.str().c_str(), "r"), pclose);
  Measured measured;
  std::array<char, 256> line{};
  while (std::fgets(line.data(), line.size(), out.get()) != nullptr) {
    std::istringstream words(line.data());
    std::string first;
    words >> first;
    if (first == "Requests/sec:") words >> measured.rate;
    if (first == "99%") words >> measured.p99;
    if (first == "Non-2xx" || first == "Socket") std::cerr << line.data();
  }
  measured.micros = (processor_seconds() - before) / (measured.rate * options.seconds) * 1e6;
  return measured;
}

Measured wrk(std::uint16_t port, const Options& options) {
  return wrk("http://127.0.0.1:" + std::to_string(port) + "/api/cases/1", options);
}

void print(const char* name, std::vector<Measured> rounds) {
  std::sort(rounds.begin(), rounds.end(), [](const Measured& a, const Measured& b) { return a.rate < b.rate; });
  const Measured& median = rounds[rounds.size() / 2];
  std::printf("%-12s %8.0f requests a second (%.0f to %.0f), p99 %s, %.1f us of processor each\n", name, median.rate,
              rounds.front().rate, rounds.back().rate, median.p99.c_str(), median.micros);
}

long resident_kilobytes() {
  long pages = 0;
  long resident = 0;
  const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen("/proc/self/statm", "r"), std::fclose);
  if (std::fscanf(file.get(), "%ld %ld", &pages, &resident) != 2) return 0;
  return resident * (::sysconf(_SC_PAGESIZE) / 1024);
}

void measure_idle(std::uint16_t port, int count) {
  constexpr std::string_view kRequest = "GET /api/cases/1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const long before = resident_kilobytes();
  std::vector<int> sockets;
  std::array<char, 65536> answer{};
  for (int i = 0; i < count; ++i) {
    sockets.push_back(connect_to(port));
    if (::send(sockets.back(), kRequest.data(), kRequest.size(), MSG_NOSIGNAL) < 0 ||
        ::recv(sockets.back(), answer.data(), answer.size(), 0) <= 0)
      std::cerr << "connection " << i << " was not served\n";
  }
  const long after = resident_kilobytes();
  std::printf("%d idle connections: %.1f MB, %.1f KiB each\n", count, static_cast<double>(after - before) / 1024,
              static_cast<double>(after - before) / count);
  for (const int socket : sockets) ::close(socket);
}

void run(const Options& options) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);

  const std::string body = '"' + std::string(options.bytes - 2, 'a') + '"';
  Router router;
  router.get("/api/cases/{number}", [&](const Request&) { return json_text(body); },
             {.lane = options.at_once ? Lane::at_once : Lane::usual});
  Operation operation;
  ServerOptions ours;
  ours.io_threads = options.io_threads;
  ours.workers = options.workers;
  const auto server = Server::start(ours, router, operation).value();
  if (options.idle > 0) return measure_idle(server->port(), options.idle);

  const BareServer bare(body);
  std::vector<Measured> of_bare;
  std::vector<Measured> of_ours;
  std::vector<Measured> with_slow;
  std::vector<Measured> of_address;
  for (int i = 0; i < options.rounds; ++i) {
    of_bare.push_back(wrk(bare.port(), options));
    of_ours.push_back(wrk(server->port(), options));
    if (!options.address.empty()) of_address.push_back(wrk(options.address, options, options.cookie));
    if (options.slow == 0) continue;
    const SlowClients slow(server->port(), options.slow);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    with_slow.push_back(wrk(server->port(), options));
  }
  print("bare Beast", of_bare);
  print("OpenIMR", of_ours);
  if (!options.address.empty()) print("the address", of_address);
  if (options.slow > 0) print("slow clients", with_slow);
}

}  // namespace
}  // namespace openimr

int main(int argc, char** argv) {
  openimr::Options options;
  CLI::App app{"The server against a bare Beast server, by wrk"};
  app.add_option("--rounds", options.rounds);
  app.add_option("--seconds", options.seconds);
  app.add_option("--connections", options.connections);
  app.add_option("--bytes", options.bytes, "of the answer")->check(CLI::Range(2, 1 << 20));
  app.add_option("--slow", options.slow, "Clients that send a byte a second");
  app.add_option("--idle", options.idle, "Only measure the memory of so many idle connections");
  app.add_option("--io-threads", options.io_threads);
  app.add_option("--workers", options.workers);
  app.add_flag("--at-once", options.at_once, "Answer on the thread that moves bytes");
  app.add_option("--address", options.address, "Also load this: a case of a server that runs (openimr serve --demo)");
  app.add_option("--cookie", options.cookie, "with this cookie: openimr_session=...");
  CLI11_PARSE(app, argc, argv);
  openimr::run(options);
}
