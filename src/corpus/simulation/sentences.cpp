#include "corpus/simulation/sentences.h"

#include <array>

namespace openimr::corpus {
namespace {

constexpr std::array<std::string_view, 44> kSummary = {
    "The patient was seen on {day} with {symptom} of the {side} {part} rated {score} out of 10.",
    "A progress report of {day} notes {finding} and {finding}.",
    "On examination of the {part} there was {finding}.",
    "The treating physician lists {diagnosis} and {diagnosis} among the diagnoses.",
    "Past treatment has included {other}, {other} and a home exercise program.",
    "The worker has taken {drug} for {months} months and reports that the pain is {change} with it.",
    "An MRI of the {part} dated {day} showed degenerative changes without nerve root compression.",
    "There was no {finding} at the visit of {day}.",
    "The pain radiates into the {side} leg and is worse with sitting, standing and lifting.",
    "The patient denies {symptom} and has no side effects of the medication.",
    "Work status on {day}: modified duty with no lifting above {number} pounds.",
    "The patient has not returned to work since the injury.",
    "Medications on {day} included {drug}, {drug} and {drug}.",
    "A urine drug test of {day} was consistent with the medications that were prescribed.",
    "Range of motion of the {part} was limited to {number} degrees in flexion.",
    "Strength was {number} out of 5 in the {side} lower extremity and reflexes were equal.",
    "The patient completed {number} visits of {other} with {change} function.",
    "The physician requests {item}.",
    "The request for authorization is dated {day}.",
    "The utilization review of {day} did not certify {item}.",
    "An electrodiagnostic study of {day} found no evidence of radiculopathy.",
    "The mechanism of injury was a fall from a ladder while at work.",
    "The injury occurred when a heavy box was lifted from the floor.",
    "The complaints began gradually with repetitive use of the hands.",
    "The worker slipped on a wet floor and struck the {side} {part}.",
    "The patient describes the pain as sharp, burning and constant.",
    "Sleep is poor because of pain, and the patient wakes {number} times a night.",
    "The patient walks with a cane and has an antalgic gait.",
    "There is tenderness over the {part} with {finding}.",
    "Sensation is decreased in the {side} {part}.",
    "Surgery of the {part} was performed on {day} without complications.",
    "The patient had an injection of the {part} on {day} with relief for {number} weeks.",
    "Follow up is planned in {number} weeks.",
    "The note of {day} says that {drug} was stopped because it did not help.",
    "The note of {day} says that activities of daily living are {change}.",
    "Pain is {score} out of 10 with medication and {score} out of 10 without it.",
    "There is a history of {diagnosis}.",
    "Blood pressure was {number} over 80 and weight {number} pounds.",
    "The patient feels anxious and depressed about the pain and the claim.",
    "A supplemental report of {day} repeats the request for {item}.",
    "The physician notes that conservative care has been tried for {months} months.",
    "No records of {other} were in the file.",
    "The patient uses heat, ice and rest at home.",
    "The plan of {day} is to continue {drug} and to add {other}.",
};

constexpr std::array<std::string_view, 36> kRationale = {
    "The guideline recommends {name} only where the records document {finding}.",
    "The records do not document {finding}.",
    "The guideline does not recommend {name} for chronic pain of the {part}.",
    "The guideline supports {name} as an option after first-line treatment has failed.",
    "In this case there is documentation of {symptom}, but none of functional improvement.",
    "The patient has used {name} for {months} months, which is longer than the guideline allows.",
    "There is no evidence that conservative treatment was tried for the {part} and failed.",
    "The worker has had {number} visits already, and the number that is now asked for exceeds the guideline.",
    "The visit of {day} documents {finding} and {finding}, which the guideline asks for.",
    "The physician documents that pain fell from {score} to {score} and that function is {change}.",
    "Without a clear diagnosis of {diagnosis} the request cannot be supported.",
    "Per the guideline, {name} is indicated for short courses of treatment.",
    "The request does not say how often and for how long the treatment would be given.",
    "The quantity that is asked for is more than a short course.",
    "The study would not change the plan of treatment.",
    "There are no red flags and no progressive neurologic deficit.",
    "The records show objective findings that agree with the complaints.",
    "Evidence for its use beyond {number} weeks is limited and the studies are small.",
    "Long-term use carries a risk of dependence and of side effects.",
    "The guideline asks for a trial, for monitoring and for a plan to taper.",
    "A drug test of {day} was reviewed and shows no aberrant behavior.",
    "Other options such as {other} have not been exhausted.",
    "The patient has failed {drug} and {drug}, as the note of {day} says.",
    "The benefit of {name} must be documented at each visit.",
    "This patient has {diagnosis}, for which the guideline makes an exception.",
    "The injury is of {months} months ago, so that the acute phase is over.",
    "Home exercise is expected to continue what supervised visits have begun.",
    "The guideline considers the evidence for {name} insufficient.",
    "The need for it at home or at work was not explained.",
    "Imaging of {day} agrees with the findings of the examination.",
    "The operation to which it belongs was found necessary.",
    "The operation to which it belongs was not found necessary.",
    "Medical necessity has been shown by the records that were given.",
    "The criteria of the guideline are not met.",
    "The criteria of the guideline are met.",
    "The treating physician did not answer the reasons of the utilization review.",
};

}  // namespace

std::span<const std::string_view> summary_sentences() {
  return kSummary;
}

std::span<const std::string_view> rationale_sentences() {
  return kRationale;
}

}  // namespace openimr::corpus
