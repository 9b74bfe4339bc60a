// Fields of a JSON object that somebody else wrote: strict on kinds and sizes, and the first one that breaks them is
// kept with its path. Reading goes on after it with empty values, so that whoever reads asks once, at the end.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "base/result.h"

namespace openimr::letter {

constexpr std::size_t kLongestText = 4U << 20U;

// The first problem of a document.
class FirstProblem {
 public:
  explicit FirstProblem(std::string document) : document_(std::move(document)) {}
  void add(const std::string& path, const std::string& message, const std::string& offending,
           const std::string& remedy);
  const std::optional<Error>& error() const { return error_; }

 private:
  std::string document_;
  std::optional<Error> error_;
};

class Fields {
 public:
  // The object at `path`, "" for the whole. What is no object has no fields and is a problem.
  Fields(const nlohmann::json& object, std::string path, FirstProblem& problem);

  // Each is empty where the field is left out or null.
  std::string text(const char* key) const;
  std::optional<std::string> one_of(const char* key, const std::vector<std::string>& known) const;
  std::optional<Date> date(const char* key) const;  // "2015-08-25"
  std::optional<int> number(const char* key, int least, int most) const;
  bool flag(const char* key) const;
  std::vector<std::string> texts(const char* key, std::size_t most) const;
  std::vector<int> numbers(const char* key, std::size_t most, int least, int highest) const;
  // Each object of a list, in order.
  void each(const char* key, std::size_t most, const std::function<void(const Fields&)>& take) const;
  // The object there, where one is.
  std::optional<Fields> object(const char* key) const;
  // As `texts`, or a single text.
  std::vector<std::string> text_or_texts(const char* key, std::size_t most) const;

  void missing(const char* key, const std::string& remedy) const;
  void wrong(const char* key, const std::string& message, const std::string& remedy) const;

 private:
  const nlohmann::json* find(const char* key) const;
  const nlohmann::json* list(const char* key, std::size_t most) const;
  std::string path_of(const char* key) const;
  std::string checked(const nlohmann::json& value, const std::string& path) const;
  std::optional<int> checked(const nlohmann::json& value, const std::string& path, int least, int most) const;

  const nlohmann::json* object_;
  std::string path_;
  FirstProblem* problem_;
};

}  // namespace openimr::letter
