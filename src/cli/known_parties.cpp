#include "cli/known_parties.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "base/data.h"
#include "office/case_parties.h"

namespace openimr::cli {
namespace {

using corpus::deidentify::Kind;
using corpus::deidentify::KnownParties;
using nlohmann::json;

struct PartyKind {
  const char* name;
  Kind kind;
};
constexpr PartyKind kPartyKinds[] = {{"name", Kind::name},
                                     {"patient", Kind::name},
                                     {"physician", Kind::name},
                                     {"attorney", Kind::name},
                                     {"adjuster", Kind::name},
                                     {"employer", Kind::employer},
                                     {"facility", Kind::facility},
                                     {"claims-administrator", Kind::claims_administrator},
                                     {"address", Kind::address},
                                     {"phone", Kind::phone},
                                     {"e-mail", Kind::email},
                                     {"number", Kind::number},
                                     {"birth-date", Kind::birth_date}};

std::string known_kinds() {
  std::string out;
  for (const PartyKind& kind : kPartyKinds) out += (out.empty() ? "" : ", ") + std::string(kind.name);
  return out;
}

}  // namespace

Result<void> add_party(const std::string& given, KnownParties& parties) {
  const std::size_t equals = given.find('=');
  const std::string name = given.substr(0, equals);
  const auto kind = std::find_if(std::begin(kPartyKinds), std::end(kPartyKinds),
                                 [&](const PartyKind& one) { return one.name == name; });
  if (equals == std::string::npos || kind == std::end(kPartyKinds)) {
    return fail(
        {ErrorCode::wrong_use, "--party: not KIND=NAME", given, "", 0, 0, "KIND is one of " + known_kinds() + "."});
  }
  if (equals + 1 == given.size())
    return fail({ErrorCode::wrong_use, "--party: nothing behind the =", given, "", 0, 0, "Write the name."});
  parties.push_back({kind->kind, given.substr(equals + 1)});
  return {};
}

Result<void> add_case(const std::string& folder, KnownParties& parties, std::string* number) {
  constexpr std::size_t kMost = 4U << 20U;
  const std::string file = folder + "/case.yaml";
  auto text = read_file(file, kMost);
  if (!text) return fail(text.error());
  const auto form = read_yaml(std::move(*text), file);
  if (!form) return fail(form.error());
  const json& value = form->value;
  if (number != nullptr && value.contains("case_number") && value["case_number"].is_string())
    *number = value["case_number"].get<std::string>();
  for (const char* claim : {"claim", "claim_number"}) {
    if (value.contains(claim) && value[claim].is_string())
      parties.push_back({Kind::number, value[claim].get<std::string>()});
  }
  if (!value.contains("parties") || !value["parties"].is_array()) return {};
  for (const json& row : value["parties"]) {
    const Kind kind = office::kind_of_role(row.value("role", ""));
    if (row.contains("name") && row["name"].is_string()) parties.push_back({kind, row["name"].get<std::string>()});
    if (row.contains("address") && row["address"].is_string())
      parties.push_back({Kind::address, row["address"].get<std::string>()});
  }
  return {};
}

}  // namespace openimr::cli
