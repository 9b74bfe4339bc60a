#include "records/record_cache.h"

#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clean_text.h"

namespace openimr::records {
namespace {

// Changed whenever the same bytes are read otherwise than before.
constexpr std::string_view kReaderVersion = "openimr record 2 " OPENIMR_VERSION;
constexpr std::size_t kHash = 32;
constexpr std::uint64_t kMostEntryBytes = 1ULL << 30U;

using Hash = std::array<unsigned char, kHash>;

std::string_view view(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Hash hash_of(std::initializer_list<std::string_view> parts, std::string_view key = {}) {
  Hash out{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size(), out.size());
  for (const std::string_view part : parts) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  }
  crypto_generichash_final(&state, out.data(), out.size());
  return out;
}

class Writer {
 public:
  template <class T>
  void number(const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    out += value;
  }
  std::string out;
};

// Takes values from the front; once something is missing, nothing more comes.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : left_(bytes) {}

  template <class T>
  T number() {
    T out{};
    if (good_ = good_ && left_.size() >= sizeof out; !good_) return out;
    std::memcpy(&out, left_.data(), sizeof out);
    left_.remove_prefix(sizeof out);
    return out;
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    if (good_ = good_ && left_.size() >= size; !good_) return {};
    std::string out(left_.substr(0, size));
    left_.remove_prefix(size);
    good_ = first_invalid_utf8(out) == std::string::npos;
    return out;
  }
  // How many follow, of which each takes at least so many bytes.
  std::uint32_t count(std::size_t least) {
    const auto out = number<std::uint32_t>();
    good_ = good_ && out <= left_.size() / least;
    return good_ ? out : 0;
  }
  bool good() const { return good_; }
  bool done() const { return good_ && left_.empty(); }

 private:
  std::string_view left_;
  bool good_ = true;
};

constexpr std::size_t kPageBytes = 10;
constexpr std::size_t kWordBytes = sizeof(WordBox);
constexpr std::size_t kLeastFile = 16;
constexpr std::size_t kLeastLoss = 12;

void write(Writer& to, const RecordFile& file) {
  to.text(file.name);
  to.text(file.text.text);
  to.number(static_cast<std::uint32_t>(file.pages.size()));
  for (std::size_t i = 0; i < file.pages.size(); ++i) {
    const ReadPage& page = file.pages[i];
    to.number(file.text.page_begins[i]);
    to.number(page.source);
    to.number(static_cast<std::uint8_t>(page.blank));
    to.number(page.confidence);
    to.text(page.loss);
  }
  to.number(static_cast<std::uint32_t>(file.text.words.size()));
  for (const WordBox& word : file.text.words) to.number(word);
  to.number(static_cast<std::uint32_t>(file.text.page_sizes.size()));
  for (const PageSize& size : file.text.page_sizes) to.number(size);
}

bool is_finite(const Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom);
}

// Whether pages and words stand in the text, in their order.
bool is_sound(const RecordFile& file) {
  const auto& [text, begins, words, sizes] = file.text;
  if (begins.empty() || begins.front() != 0) return false;
  for (std::size_t i = 1; i < begins.size(); ++i) {
    if (begins[i] <= begins[i - 1] || begins[i] > text.size() || text[begins[i] - 1] != '\f') return false;
  }
  if (!sizes.empty() && sizes.size() != begins.size()) return false;
  for (const PageSize& size : sizes) {
    if (!std::isfinite(size.width) || !std::isfinite(size.height)) return false;
  }
  std::uint32_t end = 0;
  for (const WordBox& word : words) {
    if (word.span.empty() || word.span.begin < end || word.span.end > text.size() || !is_finite(word.box)) return false;
    end = word.span.end;
  }
  return true;
}

std::optional<RecordFile> take_file(Taker& from) {
  RecordFile file;
  file.name = from.text();
  file.text.text = from.text();
  for (auto left = from.count(kPageBytes); left > 0 && from.good(); --left) {
    file.text.page_begins.push_back(from.number<std::uint32_t>());
    ReadPage page;
    const auto source = from.number<std::uint8_t>();
    if (source > static_cast<std::uint8_t>(PageSource::scan)) return std::nullopt;
    page.source = static_cast<PageSource>(source);
    page.blank = from.number<std::uint8_t>() != 0;
    page.confidence = from.number<float>();
    page.loss = from.text();
    if (!(page.confidence >= 0 && page.confidence <= 100)) return std::nullopt;
    file.pages.push_back(std::move(page));
  }
  const auto words = from.count(kWordBytes);
  file.text.words.reserve(words);
  for (std::uint32_t i = 0; i < words; ++i) file.text.words.push_back(from.number<WordBox>());
  for (auto left = from.count(sizeof(PageSize)); left > 0 && from.good(); --left)
    file.text.page_sizes.push_back(from.number<PageSize>());
  if (!from.good() || !is_sound(file)) return std::nullopt;
  return file;
}

std::optional<std::string> read_key(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string key(kHash, '\0');
  if (!in.read(key.data(), static_cast<std::streamsize>(key.size()))) return std::nullopt;
  return key;
}

// Writes a file for its owner alone, whole or not at all.
bool write_whole(const std::filesystem::path& path, std::initializer_list<std::string_view> parts) {
  const std::string beside = path.string() + "." + std::to_string(getpid());
  const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (file < 0) return false;
  bool good = true;
  for (std::string_view part : parts) {
    while (good && !part.empty()) {
      const ssize_t written = ::write(file, part.data(), part.size());
      if (written < 0 && errno == EINTR) continue;
      good = written > 0;
      if (good) part.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  good = close(file) == 0 && good;
  good = good && rename(beside.c_str(), path.c_str()) == 0;
  if (!good) unlink(beside.c_str());
  return good;
}

std::optional<std::string> key_in(const std::filesystem::path& path) {
  if (path.empty()) return std::nullopt;
  if (auto known = read_key(path)) return known;
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::string fresh(kHash, '\0');
  randombytes_buf(fresh.data(), fresh.size());
  if (!write_whole(path, {fresh})) return std::nullopt;
  return read_key(path);
}

// A folder of its owner's, made where it is not there.
bool is_own_folder(const std::filesystem::path& folder) {
  if (mkdir(folder.c_str(), S_IRWXU) == 0) return true;
  struct stat about{};
  return lstat(folder.c_str(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid();
}

}  // namespace

std::string encode(const ReadContent& content) {
  Writer out;
  out.number(static_cast<std::uint32_t>(content.files.size()));
  for (const RecordFile& file : content.files) write(out, file);
  out.number(static_cast<std::uint32_t>(content.losses.size()));
  for (const Error& loss : content.losses) {
    out.text(loss.file);
    out.text(loss.message);
    out.text(loss.remedy);
  }
  return std::move(out.out);
}

std::optional<ReadContent> decode(std::string_view bytes) {
  Taker from(bytes);
  ReadContent out;
  for (auto left = from.count(kLeastFile); left > 0; --left) {
    auto file = take_file(from);
    if (!file) return std::nullopt;
    out.files.push_back(std::move(*file));
  }
  for (auto left = from.count(kLeastLoss); left > 0 && from.good(); --left) {
    Error loss{ErrorCode::unreadable, {}, {}, from.text(), 0, 0, {}};
    loss.message = from.text();
    loss.remedy = from.text();
    out.losses.push_back(std::move(loss));
  }
  if (!from.done()) return std::nullopt;
  return out;
}

RecordCache::RecordCache(std::filesystem::path folder, std::filesystem::path key_file)
    : folder_(std::move(folder)), key_file_(std::move(key_file)) {}

std::string RecordCache::name_of(std::string_view bytes) {
  const Hash hash = hash_of({kReaderVersion, bytes});
  std::string out(2 * kHash + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), hash.data(), hash.size());
  out.pop_back();
  return out;
}

std::optional<ReadContent> RecordCache::find(const std::string& name) const {
  const auto path = folder_ / name;
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed || size < kHash || size > kMostEntryBytes) return std::nullopt;
  const auto key = read_key(key_file_);
  if (!key) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  const std::string_view sealed = std::string_view(bytes).substr(kHash);
  if (view(hash_of({name, sealed}, *key)) != bytes.substr(0, kHash)) return std::nullopt;
  return decode(sealed);
}

void RecordCache::keep(const std::string& name, const ReadContent& content) {
  const auto key = key_in(key_file_);
  if (!key || !is_own_folder(folder_)) return;
  const std::string bytes = encode(content);
  const Hash seal = hash_of({name, bytes}, *key);
  write_whole(folder_ / name, {view(seal), bytes});
}

}  // namespace openimr::records
