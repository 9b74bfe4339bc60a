#include "store/key_file.h"

#include <sstream>

#include <sys/stat.h>

#include "base/data.h"
#include "store/whole_file.h"

namespace openimr::store {
namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kMostBytes = 1U << 20U;

Hash as_hash(const Secret& key) {
  Hash out;
  out.bytes = key.bytes;
  return out;
}

}  // namespace

Secret Secret::fresh() {
  Secret out;
  randombytes_buf(out.bytes.data(), out.bytes.size());
  return out;
}

std::string key_id(std::string_view kind, const Secret& key) {
  return Hasher().text(kind).hash(as_hash(key)).finish().hex().substr(0, kIdDigits);
}

Result<std::vector<NamedKey>> read_keys(const std::filesystem::path& file, std::string_view kind, bool secret) {
  auto text = read_file(file, kMostBytes);
  if (!text) return fail(text.error());
  struct stat about{};
  if (secret && stat(file.c_str(), &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return fail({ErrorCode::unreadable, "others can read this file of keys", "", file.string(), 0, 0,
                 "Make it your own: chmod 600 FILE."});
  }
  std::vector<NamedKey> out;
  std::istringstream lines(*text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const auto wrong = [&](std::string message) {
      return fail({ErrorCode::invalid, std::move(message), "", file.string(), number, 0,
                   "Each line is: " + std::string(kind) + " ID KEY. Take the file as it was made."});
    };
    std::istringstream words(line.substr(0, line.find('#')));
    std::string given, id, digits, more;
    if (!(words >> given)) continue;
    if (given != kind) return wrong("not a key of the kind that is needed here");
    if (!(words >> id >> digits) || words >> more) return wrong("a line of a file of keys is incomplete");
    const auto bytes = Hash::from_hex(digits);
    if (!bytes) return wrong("a key is not 64 hexadecimal digits");
    NamedKey key{id, {}};
    key.key.bytes = bytes->bytes;
    if (key_id(kind, key.key) != id) return wrong("a key and its id do not belong together");
    out.push_back(std::move(key));
  }
  sodium_memzero(text->data(), text->size());
  if (out.empty()) {
    return fail({ErrorCode::invalid, "the file holds no key of the kind " + std::string(kind), "", file.string(), 0, 0,
                 "Make one: openimr store keys."});
  }
  return out;
}

Result<void> write_keys(const std::filesystem::path& file, std::string_view kind, const std::vector<NamedKey>& keys,
                        bool secret, bool fresh) {
  std::error_code failed;
  if (fresh && std::filesystem::exists(file, failed)) {
    return fail({ErrorCode::wrong_use, "the file is there already, and keys are never written over", "", file.string(),
                 0, 0, "Name another file."});
  }
  auto out = WholeFile::beside(file, secret ? WholeFile::Readers::owner : WholeFile::Readers::all);
  if (!out) return fail(out.error());
  std::string text = secret ? "# Keep this file secret, and a copy of it in another place.\n" : "";
  for (const NamedKey& key : keys) {
    text += kind;
    text += ' ' + key.id + ' ' + as_hash(key.key).hex() + '\n';
  }
  return out->write(text).and_then([&] { return out->keep(); });
}

}  // namespace openimr::store
