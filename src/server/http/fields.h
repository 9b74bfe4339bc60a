// Names with their values in the order in which they came: headers, the parameters of a path, a query, cookies. A name
// may stand more than once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace openimr::server {

// Header names are compared without regard to case, all others byte by byte.
enum class Names : bool { exact, any_case };

bool same_name(std::string_view one, std::string_view other, Names names);

template <Names names>
class NamedValues {
 public:
  using Pair = std::pair<std::string, std::string>;

  NamedValues() = default;
  NamedValues(std::initializer_list<Pair> pairs) : pairs_(pairs) {}

  // The first value under the name.
  std::optional<std::string_view> find(std::string_view name) const {
    for (const auto& [known, value] : pairs_)
      if (same_name(known, name, names)) return value;
    return {};
  }
  bool has(std::string_view name) const { return find(name).has_value(); }
  // The first value, or an empty one.
  std::string_view operator[](std::string_view name) const { return find(name).value_or(std::string_view()); }

  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
  // In place of all that stand under the name.
  void set(std::string name, std::string value) {
    remove(name);
    add(std::move(name), std::move(value));
  }
  void remove(std::string_view name) {
    std::erase_if(pairs_, [&](const Pair& pair) { return same_name(pair.first, name, names); });
  }

  auto begin() const { return pairs_.begin(); }
  auto end() const { return pairs_.end(); }
  std::size_t size() const { return pairs_.size(); }
  bool empty() const { return pairs_.empty(); }
  void reserve(std::size_t count) { pairs_.reserve(count); }

 private:
  std::vector<Pair> pairs_;
};

using Fields = NamedValues<Names::exact>;
using Headers = NamedValues<Names::any_case>;

}  // namespace openimr::server
