#include "store/address.h"

#include <algorithm>

namespace openimr::store {
namespace {

// What stands between "from" and the next of `ends` becomes "***".
void hide(std::string& text, std::size_t from, std::string_view ends) {
  const std::size_t end = std::min(text.find_first_of(ends, from), text.size());
  text.replace(from, end - from, "***");
}

std::string without_password(std::string text) {
  if (const auto scheme = text.find("://"); scheme != std::string::npos) {
    const std::size_t host = text.rfind('@', text.find('/', scheme + 3));
    const std::size_t colon = text.find(':', scheme + 3);
    if (host != std::string::npos && colon < host) text.replace(colon + 1, host - colon - 1, "***");
  }
  for (const std::string_view name : {"password=", "passfile=", "sslpassword="}) {
    const std::size_t at = text.find(name);
    if (at == std::string::npos) continue;
    const std::size_t value = at + name.size();
    const bool quoted = value < text.size() && text[value] == '\'';
    hide(text, value + (quoted ? 1 : 0), quoted ? "'" : " &");
  }
  return text;
}

}  // namespace

Result<Address> Address::of(std::string_view text) {
  const auto wrong = [&](std::string message, std::string remedy) {
    return fail(
        {ErrorCode::wrong_use, std::move(message), without_password(std::string(text)), "", 0, 0, std::move(remedy)});
  };
  if (text.starts_with("postgresql://") || text.starts_with("postgres://"))
    return Address{Engine::postgresql, std::string(text), without_password(std::string(text))};
  if (text.starts_with("postgresql:")) {
    const std::string words(text.substr(text.find(':') + 1));
    return Address{Engine::postgresql, words, "postgresql:" + without_password(words)};
  }
  const bool named = text.starts_with("sqlite:");
  if (!named && text.find("://") != std::string_view::npos)
    return wrong("no such kind of store", "Take sqlite:PATH, postgresql://USER@HOST/NAME or a plain path.");
  const std::string path(named ? text.substr(text.find(':') + 1) : text);
  if (path.empty() || path == ":memory:" || path.starts_with("file:"))
    return wrong("a store needs a file", "Name the file of the store: sqlite:PATH.");
  // SOCI takes what holds '=' for a list of settings, and cuts a setting at a space.
  if (path.find('=') == std::string::npos) return Address{Engine::sqlite, path, path};
  if (path.find_first_of(" \"") != std::string::npos)
    return wrong("a path that holds '=' and a space or a quote cannot be opened", "Give the file another name.");
  return Address{Engine::sqlite, "dbname=" + path, path};
}

}  // namespace openimr::store
