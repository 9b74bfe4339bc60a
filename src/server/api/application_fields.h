// What an application has to tell beyond its schema: days that can be true, parties and ways of service that the
// programme knows, and who the injured worker is.
#pragma once

#include <nlohmann/json.hpp>

#include "program/programme.h"
#include "server/api/wrong_fields.h"

namespace openimr::server {

// `application` holds its schema. No message repeats what was entered.
WrongFields check_application(const nlohmann::json& application, const program::Programme& programme, Date today);

}  // namespace openimr::server
