// The fast reader of events beside the plain one.
#include "cases/payload.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace openimr::cases {
namespace {

using nlohmann::json;

json any_value(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 8 : 6)) {
    case 0:
      return nullptr;
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return *rc::gen::arbitrary<std::int64_t>();
    case 3:
      return *rc::gen::arbitrary<std::uint64_t>();
    case 4:
      return *rc::gen::inRange(-1000, 1000) / 8.0;
    case 5:
      return *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
    case 6: {
      auto list = json::array();
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) list.push_back(any_value(depth - 1));
      return list;
    }
    default: {
      auto map = json::object();
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        map[*rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127))] = any_value(depth - 1);
      return map;
    }
  }
}

RC_GTEST_PROP(Payloads, AreReadAsThePlainReaderReadsThem, ()) {
  auto what = json::object();
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) what["field " + std::to_string(i)] = any_value(3);
  const json whole = {{"on", "2015-10-01"},   {"state", "received"},    {"why", "naïve \"reasons\"\n"},
                      {"starts", {"a", "b"}}, {"meets", json::array()}, {"what", what}};
  Payload read;
  RC_ASSERT(read_payload(whole.dump(), read));
  RC_ASSERT(read.what == what);
  RC_ASSERT(read.what.dump() == what.dump());
  RC_ASSERT(read.why == whole["why"].get<std::string>());
  RC_ASSERT(read.starts == (std::vector<std::string>{"a", "b"}));
  RC_ASSERT(read.meets.empty());
}

TEST(Payloads, AreRefusedWhereTheyAreNone) {
  const std::string deep = std::string(40, '[') + std::string(40, ']');
  for (const std::string& text :
       {std::string(""), std::string("[]"), std::string("{"), std::string(R"({"on": "2015-10-01"})"),
        std::string(R"({"state": "received"})"), std::string(R"({"on": 1, "state": "received"})"),
        std::string(R"({"on": "x", "state": "y", "what": []})"),
        std::string(R"({"on": "x", "state": "y", "starts": [1]})"),
        R"({"on": "x", "state": "y", "what": {"a": )" + deep + "}}"}) {
    Payload read;
    EXPECT_FALSE(read_payload(text, read)) << text;
  }
}

}  // namespace
}  // namespace openimr::cases
