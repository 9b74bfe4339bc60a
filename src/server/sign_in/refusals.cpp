#include "server/sign_in/refusals.h"

namespace openimr::server {

std::optional<Problem> refusal_of(Answer answer) {
  switch (answer) {
    case Answer::allowed:
      return {};
    case Answer::sign_in_first:
      return unauthenticated("Sign in first.");
    case Answer::no_such_case:
      return not_found("There is no such case.");
    case Answer::not_for_role:
      return forbidden("Your role does not do this.");
    case Answer::break_glass_first:
      return Problem{403,
                     "break_glass_first",
                     {},
                     "The records of this case are not part of your work. Where you must see them, say why: they are "
                     "then open to you for an hour, and the reason is kept."};
  }
  return internal_error();
}

std::optional<Problem> refusal_of(SignInAnswer answer) {
  switch (answer) {
    case SignInAnswer::signed_in:
      return {};
    case SignInAnswer::refused:
      return Problem{401,
                     "sign_in_refused",
                     {},
                     "The account, the password or the code is not right, or the account is locked. A locked account "
                     "opens by itself after a while; who looks after accounts can open it at once."};
    case SignInAnswer::second_factor_needed:
      return Problem{401, "second_factor_needed", {}, "Give the code that your authenticator app shows now."};
    case SignInAnswer::second_factor_not_set:
      return Problem{401,
                     "second_factor_not_set",
                     {},
                     "Your role signs in with a second factor, and this account has none yet. Ask who looks after "
                     "accounts to set it."};
    case SignInAnswer::too_many_tries:
      return Problem{429, "too_many_tries", {}, "Signing in failed too often from your network. Try again later."};
  }
  return internal_error();
}

Problem refusal_of_another_site() {
  return {403, "other_site", {}, "Another site asked for this change, so it was not made. Open OpenIMR itself."};
}

Problem refusal_without_csrf() {
  return {403,
          "csrf",
          {},
          "The request does not carry the token of the session (X-CSRF-Token), so nothing was changed. Load the page "
          "again, then try again."};
}

}  // namespace openimr::server
