#include "server/logs.h"

#include <chrono>
#include <string>

#include <fmt/format.h>
#include <spdlog/common.h>
#include <spdlog/details/periodic_worker.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <unistd.h>

namespace openimr::server {
namespace {

constexpr std::size_t kFull = 16U << 10U;
constexpr std::chrono::seconds kLatest{1};  // for a line to be written

// Writes many lines at once, since a system call for each would cost as much as the request.
class Sink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit Sink(int descriptor) : descriptor_(descriptor) {}
  ~Sink() override { flush_(); }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    formatter_->format(message, lines_);
    if (lines_.size() >= kFull || message.level >= spdlog::level::warn) flush_();
  }
  void flush_() override {
    std::size_t done = 0;
    while (done < lines_.size()) {
      const auto written = ::write(descriptor_, lines_.data() + done, lines_.size() - done);
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) break;
      done += static_cast<std::size_t>(written);
    }
    lines_.clear();
  }

 private:
  int descriptor_;
  spdlog::memory_buf_t lines_;
};

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::error:
      break;
  }
  return spdlog::level::err;
}

// A line under way: "event":"request","id":"4f0c5a8e91d2b376" or request id=4f0c5a8e91d2b376.
class Line {
 public:
  Line(LogFormat format, std::string_view event) : json_(format == LogFormat::json) {
    if (json_)
      add("event", event);
    else
      text_.append(event);
  }
  void add(std::string_view name, std::string_view word) {
    begin(name);
    if (json_) text_.push_back('"');
    for (const char c : word) text_.push_back(static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' ? '?' : c);
    if (json_) text_.push_back('"');
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  void add(std::string_view name, Number number) {
    begin(name);
    fmt::format_to(std::back_inserter(text_), "{}", number);
  }
  std::string_view text() const { return {text_.data(), text_.size()}; }

 private:
  void begin(std::string_view name) {
    if (text_.size() > 0) text_.push_back(json_ ? ',' : ' ');
    const std::string_view quote = json_ ? "\"" : "";
    fmt::format_to(std::back_inserter(text_), "{}{}{}{}", quote, name, quote, json_ ? ':' : '=');
  }

  bool json_;
  fmt::memory_buffer text_;
};

}  // namespace

struct Logs::Parts {
  Parts(LogFormat how, int descriptor)
      : format(how),
        logger("openimr", std::make_shared<Sink>(descriptor)),
        flusher([this] { logger.flush(); }, kLatest) {
    const char* pattern =
        how == LogFormat::json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%Y-%m-%dT%H:%M:%S.%eZ %l %v";
    logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(pattern, spdlog::pattern_time_type::utc, "\n"));
    if (how == LogFormat::off) logger.set_level(spdlog::level::off);
  }
  void write(LogLevel level, const Line& line) {
    const std::string_view text = line.text();
    logger.log(level_of(level), spdlog::string_view_t(text.data(), text.size()));
  }

  LogFormat format;
  spdlog::logger logger;
  spdlog::details::periodic_worker flusher;
};

Logs::Logs(LogFormat format, int descriptor) : parts_(std::make_unique<Parts>(format, descriptor)) {}
Logs::~Logs() = default;

void Logs::request(const Answered& answered) {
  if (parts_->format == LogFormat::off) return;
  constexpr double kMicrosInMilli = 1000;
  Line line(parts_->format, "request");
  line.add("id", answered.id);
  line.add("method", answered.method);
  line.add("route", answered.pattern);
  line.add("status", answered.status);
  line.add("ms", static_cast<double>(answered.took.count()) / kMicrosInMilli);
  line.add("in", answered.bytes_in);
  line.add("out", answered.bytes_out);
  if (!answered.role.empty()) line.add("role", answered.role);
  parts_->write(LogLevel::info, line);
}

void Logs::event(LogLevel level, const char* what, std::initializer_list<std::pair<const char*, Value>> values) {
  Line line(parts_->format, what);
  for (const auto& [name, value] : values)
    std::visit([&, known = std::string_view(name)](const auto& given) { line.add(known, given); }, value);
  parts_->write(level, line);
}

void Logs::failure(std::string_view id, std::string_view pattern, std::string_view type) {
  Line line(parts_->format, "failure");
  line.add("id", id);
  line.add("route", pattern);
  line.add("type", type);
  parts_->write(LogLevel::error, line);
}

}  // namespace openimr::server
