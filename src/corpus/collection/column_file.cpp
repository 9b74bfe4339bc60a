// Columns in a file: a line that says what it is, the numbers and texts behind their counts, and a hash of it all.
#include <cstring>

#include "base/data.h"
#include "corpus/collection/columns.h"
#include "store/ids.h"
#include "store/whole_file.h"

namespace openimr::corpus {
namespace {

constexpr std::string_view kHead = "openimr columns 1\n";
constexpr std::size_t kLargest = 8ULL << 30U;

std::string hash_of(std::string_view bytes) {
  store::Hasher hasher;
  const store::Hash hash = hasher.text(bytes).finish();
  return {reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size()};
}

void put(std::string& out, const std::vector<std::uint32_t>& numbers) {
  const auto count = static_cast<std::uint64_t>(numbers.size());
  out.append(reinterpret_cast<const char*>(&count), sizeof count);
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t));
}

void put(std::string& out, const std::string& text) {
  const auto size = static_cast<std::uint64_t>(text.size());
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out += text;
}

// What put() wrote; nothing is read beyond the end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}

  void take(std::vector<std::uint32_t>& into) {
    const std::uint64_t count = take_count(sizeof(std::uint32_t));
    into.resize(count);
    if (count > 0) std::memcpy(into.data(), left_.data(), count * sizeof(std::uint32_t));
    left_.remove_prefix(count * sizeof(std::uint32_t));
  }
  void take(std::string& into) {
    const std::uint64_t size = take_count(1);
    into = left_.substr(0, size);
    left_.remove_prefix(size);
  }
  std::uint64_t take_count(std::size_t each) {
    std::uint64_t count = 0;
    if (left_.size() < sizeof count) return 0;
    std::memcpy(&count, left_.data(), sizeof count);
    left_.remove_prefix(sizeof count);
    return count <= left_.size() / each ? count : 0;
  }

 private:
  std::string_view left_;
};

}  // namespace

class ColumnFile {
 public:
  static void write(std::string& out, const Column& column) {
    put(out, column.codes_);
    put(out, column.ends_);
    const auto count = static_cast<std::uint64_t>(column.values_.size());
    out.append(reinterpret_cast<const char*>(&count), sizeof count);
    for (const std::string& value : column.values_) put(out, value);
  }
  static void read(Bytes& from, Column& column) {
    from.take(column.codes_);
    from.take(column.ends_);
    column.values_.resize(from.take_count(sizeof(std::uint64_t)));
    for (std::size_t i = 0; i < column.values_.size(); ++i) {
      from.take(column.values_[i]);
      column.by_value_.emplace(folded(column.values_[i]), static_cast<std::uint32_t>(i + 1));
    }
  }
  static void write(std::string& out, const Columns& columns) {
    put(out, columns.ends_);
    for (const Column& column : columns.columns_) write(out, column);
  }
  static void read(Bytes& from, Columns& columns) {
    from.take(columns.ends_);
    for (Column& column : columns.columns_) read(from, column);
  }
};

Result<void> Columns::save(const std::filesystem::path& file) const {
  std::string bytes(kHead);
  ColumnFile::write(bytes, *this);
  auto whole = store::WholeFile::beside(file, store::WholeFile::Readers::owner);
  if (!whole) return fail(whole.error());
  if (auto done = whole->write(hash_of(bytes)); !done) return fail(done.error());
  if (auto done = whole->write(bytes); !done) return fail(done.error());
  return whole->keep();
}

Result<Columns> Columns::load(const std::filesystem::path& file) {
  const auto bytes = read_file(file.string(), kLargest);
  if (!bytes) return fail(bytes.error());
  const std::string_view all = *bytes;
  const std::string_view rest = all.substr(std::min(all.size(), store::Hash::kSize));
  if (!rest.starts_with(kHead) || all.substr(0, store::Hash::kSize) != hash_of(rest))
    return fail({ErrorCode::invalid, "the columns of the index are damaged or of another version", "", file.string(), 0,
                 0, "Make them anew: openimr corpus index."});
  Columns out;
  Bytes from(rest.substr(kHead.size()));
  ColumnFile::read(from, out);
  return out;
}

}  // namespace openimr::corpus
