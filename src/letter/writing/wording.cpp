#include "letter/writing/wording.h"

#include <algorithm>

#include <fmt/core.h>

namespace openimr::letter {
namespace {

using determination::Decision;

constexpr const char* kWhatFollows =
    "After it receives this determination, the claims administrator has 5 working days to authorize treatment not yet "
    "given, or less where the injured worker's condition requires it, and 20 days to pay for treatment already given. "
    "It may wait only while it disputes liability on another ground or while an appeal is pending (Labor Code section "
    "4610.6(j); California Code of Regulations, title 8, section 9792.10.7).";

constexpr const char* kBias =
    "The determination came of bias because of race, national origin, ethnic group, religion, age, sex, sexual "
    "orientation, color or disability.";
constexpr const char* kPlainlyWrong =
    "The determination rests on a finding of fact that is plainly wrong, on a matter of ordinary knowledge that the "
    "submitted file shows and not of expert opinion.";

std::string all_upheld(std::size_t items) {
  if (items == 1) {
    return "The denial stands. The expert reviewer found that the treatment in dispute is not medically necessary, so "
           "the claims administrator does not have to authorize it or pay for it.";
  }
  return fmt::format(
      "The denial stands for all {} treatments in dispute. The expert reviewer found that none of them is medically "
      "necessary, so the claims administrator does not have to authorize them or pay for them.",
      items);
}

std::string all_overturned(std::size_t items) {
  if (items == 1) {
    return "The denial does not stand. The expert reviewer found that the treatment in dispute is medically necessary.";
  }
  return fmt::format(
      "The denial does not stand for any of the {} treatments in dispute. The expert reviewer found that all of them "
      "are medically necessary.",
      items);
}

std::string some_of_each(std::size_t items, std::size_t overturned) {
  const auto are = [](std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "is" : "are"); };
  return fmt::format(
      "Of the {} treatments in dispute, the expert reviewer found that {} medically necessary (Overturned: the denial "
      "does not stand) and {} not medically necessary (Upheld: the denial stands). The decision on each treatment is "
      "given below.",
      items, are(overturned), are(items - overturned));
}

}  // namespace

std::vector<std::string> what_it_means(const std::vector<Decision>& decisions) {
  const auto outcome = determination::outcome_of(decisions);
  if (!outcome) return {};
  if (*outcome == determination::Outcome::upheld) return {all_upheld(decisions.size())};
  if (*outcome == determination::Outcome::overturned) return {all_overturned(decisions.size()), kWhatFollows};
  const auto overturned = std::count(decisions.begin(), decisions.end(), Decision::overturned);
  return {some_of_each(decisions.size(), static_cast<std::size_t>(overturned)), kWhatFollows};
}

const std::string_view kHowItWasMade =
    "We sent the complete case file to an expert reviewer. The reviewer has no affiliation with the employer, the "
    "employee, the providers or the claims administrator, is in active practice, and was chosen for expertise in the "
    "medical condition and the treatment in dispute. The reviewer knows the laws and regulations that govern this "
    "review, and the hierarchy by which the strength of medical evidence is judged.";

const std::string_view kCredentials = "The name of the reviewer is confidential. The reviewer has these credentials:";

AppealNotice appeal_notice(const std::string& case_number) {
  AppealNotice out;
  out.before = {
      "By law this is the determination of the Administrative Director of the Division of Workers' Compensation, and "
      "it binds all parties (Labor Code section 4610.6(g)).",
      "A party that disagrees may appeal. To do so, file a verified petition with the Workers' Compensation Appeals "
      "Board within 30 days of the date on which this determination was mailed (Labor Code section 4610.6(h)).",
      fmt::format(
          "Give the petition the title \"Petition Appealing Administrative Director's Independent Medical Review "
          "Determination\". State in it the case number of the Appeals Board (ADJ) and the number of this review{}, "
          "and every ground of your appeal in full: a ground that is left out is waived. Serve it on the Independent "
          "Medical Review Unit of the Division of Workers' Compensation too (California Code of Regulations, title 8, "
          "section 10575).",
          case_number.empty() ? "" : ", " + case_number),
      "The determination is presumed to be correct. It is set aside only if there is clear and convincing proof of at "
      "least one of these grounds:"};
  out.grounds = {"The Administrative Director acted without power, or beyond it.",
                 "The determination was obtained by fraud.",
                 "The reviewer had a material conflict of interest (Labor Code section 139.5).", kBias, kPlainlyWrong};
  out.after =
      "If an appeal succeeds, the dispute is reviewed again, by a different organization or, where there is none, by a "
      "different reviewer. No judge, board or court may decide in place of the reviewer whether the treatment is "
      "medically necessary (Labor Code section 4610.6(i)).";
  return out;
}

}  // namespace openimr::letter
