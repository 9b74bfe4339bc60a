// What is said to those who may not do what they asked for, or cannot sign in.
#pragma once

#include <optional>

#include "server/accounts/sign_in.h"
#include "server/http/problem.h"
#include "server/rights.h"

namespace openimr::server {

// Nothing where it is allowed.
std::optional<Problem> refusal_of(Answer answer);
// Nothing where they are signed in.
std::optional<Problem> refusal_of(SignInAnswer answer);
// A change that no page of ours asked for.
Problem refusal_of_another_site();
Problem refusal_without_csrf();

}  // namespace openimr::server
