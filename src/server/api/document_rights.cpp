#include "server/api/document_rights.h"

#include <algorithm>

#include <fmt/format.h>

#include "server/api/party_roles.h"

namespace openimr::server {
namespace {

std::string paper_name(const cases::Case& c, std::string_view what, const program::Moment& on,
                       std::string_view ending) {
  return fmt::format("{}-{}-{}.{}", c.number, what, on.day.iso(), ending);
}

NamedDocument determination(const cases::Case& c, const cases::Letter& letter, std::string_view ending) {
  return {paper_name(c, "determination", letter.on, ending)};
}

// The letter that was served with this.
const cases::Letter* served_with(const cases::Case& c, const cases::Sent& sent) {
  const cases::Letter* out = nullptr;
  for (const cases::Letter& letter : c.letters)
    if (letter.on <= sent.on) out = &letter;
  return sent.notice.empty() ? out : nullptr;
}

std::optional<NamedDocument> letter_in(const cases::Case& c, const std::string& document) {
  for (const cases::Letter& letter : c.letters) {
    if (document == letter.text) return determination(c, letter, "txt");
    if (document == letter.pdf) return determination(c, letter, "pdf");
    if (document == letter.letter) return determination(c, letter, "json");
  }
  return {};
}

std::optional<NamedDocument> sent_in(const Call& call, const std::string& document) {
  const cases::Case& c = call.c();
  for (const cases::Sent& sent : c.sent) {
    if (call.who.is_party() && !stands_for(call.who.role, sent.to.role)) continue;
    const std::string what = sent.notice.empty() ? "determination" : sent.notice;
    if (document == sent.text) return NamedDocument{paper_name(c, what, sent.on, "txt")};
    if (document == sent.pdf) return NamedDocument{paper_name(c, what, sent.on, "pdf")};
    if (document == sent.proof && !call.who.is_party())
      return NamedDocument{paper_name(c, "proof-of-service", sent.on, "pdf")};
    const cases::Letter* letter = served_with(c, sent);
    if (letter != nullptr && document == letter->text) return determination(c, *letter, "txt");
    if (letter != nullptr && document == letter->pdf) return determination(c, *letter, "pdf");
  }
  return {};
}

}  // namespace

const cases::Record* record_in(const cases::Case& c, std::string_view document) {
  const auto found =
      std::find_if(c.records.begin(), c.records.end(), [&](const auto& each) { return each.document == document; });
  return found == c.records.end() ? nullptr : &*found;
}

std::optional<NamedDocument> document_in(const Call& call, const std::string& document) {
  if (document.empty()) return {};
  if (const cases::Record* record = record_in(call.c(), document)) return NamedDocument{record->name, true};
  if (auto sent = sent_in(call, document)) return sent;
  return call.who.is_party() ? std::nullopt : letter_in(call.c(), document);
}

}  // namespace openimr::server
