// A small client for one question to another server: HTTPS with its certificate verified, or HTTP to this very machine.
// Waits for the answer, follows no redirection, and gives up on answers that are long or late.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"

namespace openimr::server {

struct FetchRequest {
  std::string address;  // https://HOST[:PORT]/PATH
  std::string form{};   // to post, form-urlencoded; empty: GET
  std::string authorization{};
};

struct Fetched {
  int status = 0;
  std::string body;
};

using Fetch = std::function<Result<Fetched>(const FetchRequest&)>;

struct FetchLimits {
  std::chrono::milliseconds time{10'000};
  std::size_t body = 256U << 10U;
  std::string authorities{};  // a file of certificates to trust; empty: those of the system
};

// Fails with wrong_use where the address is none, with unavailable where nothing sound came.
Result<Fetched> fetch(const FetchRequest& request, const FetchLimits& limits = {});

// "a b&c" as "a%20b%26c".
std::string percent_encoded(std::string_view text);

}  // namespace openimr::server
