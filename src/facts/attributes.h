// What is said of a fact beside its name and value, by key: "status" is "continued". Few keys each, kept by key.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace openimr::facts {

class Attributes {
 public:
  using Entry = std::pair<std::string, std::string>;
  using const_iterator = std::vector<Entry>::const_iterator;

  Attributes() = default;
  Attributes(std::initializer_list<Entry> entries) {
    for (const auto& [key, value] : entries) (*this)[key] = value;
  }

  const_iterator begin() const { return entries_.begin(); }
  const_iterator end() const { return entries_.end(); }
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  const_iterator find(std::string_view key) const {
    return std::find_if(entries_.begin(), entries_.end(), [key](const Entry& entry) { return entry.first == key; });
  }
  bool contains(std::string_view key) const { return find(key) != end(); }
  // The value, which is made where the key has none.
  std::string& operator[](std::string_view key) {
    auto at = entries_.begin();
    while (at != entries_.end() && at->first < key) ++at;
    if (at == entries_.end() || at->first != key) at = entries_.emplace(at, std::string(key), std::string());
    return at->second;
  }
  bool operator==(const Attributes&) const = default;

 private:
  std::vector<Entry> entries_;
};

}  // namespace openimr::facts
