#include "store/head.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "store/verify.h"

namespace openimr::store {
namespace {

using nlohmann::json;

constexpr const char* kRemedy = "Take the head as it was exported, or an earlier one.";

// Thrown and caught here alone, by the reader of JSON's own way.
struct Wrong {
  std::string message;
  std::string offending;
};

std::string text_at(const json& from, const char* name) {
  if (!from.contains(name) || !from[name].is_string()) throw Wrong{"a part of the head is missing", name};
  return from[name].get<std::string>();
}

const json& list_at(const json& from, const char* name) {
  if (!from.contains(name) || !from[name].is_array()) throw Wrong{"a part of the head is missing", name};
  return from[name];
}

template <class T>
T sound(const std::optional<T>& value, const std::string& offending) {
  if (!value) throw Wrong{"a part of the head is wrong", offending};
  return *value;
}

StreamHead stream_head(const json& line) {
  if (!line.is_array() || line.size() != 3 || !line[0].is_string() || !line[1].is_number_integer() ||
      !line[2].is_string())
    throw Wrong{"a stream of the head is wrong", line.dump()};
  auto stream = StreamId::of(line[0].get<std::string>());
  if (!stream) throw Wrong{"a stream of the head is wrong", line.dump()};
  return {*stream, {line[1].get<std::int64_t>()}, sound(Hash::from_hex(line[2].get<std::string>()), line.dump())};
}

Head head_of(const json& from) {
  if (!from.is_object() || from.value("openimr_head", 0) != 1) throw Wrong{"the file is no head of a store", ""};
  Head out{sound(Date::from_iso(text_at(from, "day")), "day"), {}, {}, {}, {}};
  for (const json& line : list_at(from, "streams")) out.streams.push_back(stream_head(line));
  for (const json& id : list_at(from, "documents")) {
    if (!id.is_string()) throw Wrong{"a document of the head is wrong", id.dump()};
    out.documents.push_back({sound(Hash::from_hex(id.get<std::string>()), id.dump())});
  }
  out.signer = sound(PublicKey::from_hex(text_at(from, "public_key")), "public_key");
  out.signature = sound(Signature::from_hex(text_at(from, "signature")), "signature");
  if (out.root().hex() != text_at(from, "root"))
    throw Wrong{"the root is not that of the streams and documents", "root"};
  if (!out.signer.signed_this(out.root(), out.signature))
    throw Wrong{"the signature is not one of this head", "signature"};
  return out;
}

}  // namespace

std::int64_t Head::events() const {
  std::int64_t out = 0;
  for (const StreamHead& stream : streams) out += stream.version.number;
  return out;
}

Hash Head::root() const {
  Hasher hasher;
  hasher.text("openimr head 1").text(day.iso()).number(static_cast<std::int64_t>(streams.size()));
  for (const StreamHead& stream : streams)
    hasher.text(stream.stream.text()).number(stream.version.number).hash(stream.hash);
  hasher.number(static_cast<std::int64_t>(documents.size()));
  for (const DocumentId& document : documents) hasher.hash(document.hash);
  return hasher.finish();
}

Result<Head> sign_head(Store& store, Date day, const SigningKey& key) {
  auto found = verify(store);
  if (!found) return fail(found.error());
  if (!found->faults.empty()) {
    const Fault& first = found->faults.front();
    return fail({ErrorCode::invalid, "the store does not verify, and is not signed: " + first.what, first.place(),
                 store.address(), 0, 0, "Find all that is wrong: openimr store verify STORE."});
  }
  Head out{day, std::move(found->heads), std::move(found->document_ids), key.public_key(), {}};
  out.signature = key.sign(out.root());
  return out;
}

std::string write_head(const Head& head) {
  std::string out = "{\"openimr_head\": 1,\n \"day\": \"" + head.day.iso() + "\",\n \"root\": \"" + head.root().hex() +
                    "\",\n \"public_key\": \"" + head.signer.hex() + "\",\n \"signature\": \"" + head.signature.hex() +
                    "\",\n \"streams\": [";
  const char* between = "\n  ";
  for (const StreamHead& stream : head.streams) {
    out += between + json::array({stream.stream.text(), stream.version.number, stream.hash.hex()}).dump();
    between = ",\n  ";
  }
  out += "],\n \"documents\": [";
  between = "\n  ";
  for (const DocumentId& document : head.documents) {
    out += between;
    out += '"' + document.hash.hex() + '"';
    between = ",\n  ";
  }
  return out + "]}\n";
}

Result<Head> read_head(std::string_view text, const std::string& name) {
  try {
    return head_of(json::parse(text));
  } catch (const json::parse_error& error) {
    const auto line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size())), '\n');
    return fail(
        {ErrorCode::invalid, "the head is no JSON text, or was cut", "", name, static_cast<int>(line) + 1, 0, kRemedy});
  } catch (const Wrong& wrong) {
    return fail({ErrorCode::invalid, wrong.message, wrong.offending, name, 0, 0, kRemedy});
  } catch (const json::exception&) {
    return fail({ErrorCode::invalid, "a part of the head is wrong", "", name, 0, 0, kRemedy});
  }
}

}  // namespace openimr::store
