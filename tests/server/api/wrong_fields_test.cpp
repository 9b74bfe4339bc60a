// What is told of a field that is wrong, from what the reader of data says.
#include "server/api/wrong_fields.h"

#include <gtest/gtest.h>

namespace openimr::server {
namespace {

using Json = nlohmann::json;

Error error(const char* message, const char* remedy) {
  return {ErrorCode::invalid, message, "what was entered", "", 0, 0, remedy};
}

TEST(WrongFields, NameTheFieldAndNeverWhatWasEntered) {
  const struct {
    Error error;
    const char* field;
    const char* message;
  } kErrors[] = {
      {error("items/0/text: too short", "Write more"), "items/0/text", "too short. Write more"},
      {error("items/0/text: too short", ""), "items/0/text", "too short"},
      {error("missing: 'items'", "Add 'items'"), "items", "This is missing."},
      {error("parties/3: missing: 'role'", "Add 'role'"), "parties/3/role", "This is missing."},
      {error("not what it should be", "Send an object"), "", "not what it should be. Send an object"},
  };
  for (const auto& [told, field, message] : kErrors) {
    WrongFields wrong;
    EXPECT_TRUE(wrong.empty());
    wrong.add(told);
    EXPECT_FALSE(wrong.empty());
    const Problem problem = wrong.problem();
    EXPECT_EQ(problem.status, 422);
    EXPECT_EQ(problem.code, "fields");
    EXPECT_EQ(problem.more.at("fields"), Json::array({{{"field", field}, {"message", message}}})) << told.message;
  }
}

}  // namespace
}  // namespace openimr::server
