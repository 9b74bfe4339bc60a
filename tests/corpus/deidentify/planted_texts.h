// Reports and letters with places for what is planted, worded for this test. {p} is the patient, {pl} and {pf} the last
// and the first name, {d1}, {d2} doctors and {d1l} their last names, {a} an adjuster, {t} an attorney; *...* must stay.
#pragma once

#include <array>

namespace openimr::planted {

inline constexpr std::array kTexts = {
    R"({facility}
{street}
{town}, CA {zip}
Tel: {phone}   Fax: {phone}

{date}

{insurer}
Attn: {a}
{street}
{town}, California {zip}

RE:            {p}
Employer:      {firm}
Claim No.:     {claim}
EAMS:          {eams}
Date of Injury: *03/14/2014*
DOB:           {dob}

PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT

Dear {mr} {al}:

I had the pleasure of seeing {p} on *June 3, 2015*. {mr} {pl} is a *47-year-old* right-handed warehouse worker for {firm}
who hurt the *lumbar spine* while lifting. {pf} was first treated at {facility} by Dr. {d2}. *Norco* and *Soma* helped a
little. On examination *Tinel's sign* is positive at the left wrist; *Spurling*, *Hawkins* and *Neer* are negative. Dr. {d2l}
asked for *ACOEM* guided therapy. {pl} lives with a daughter at {street}, {town}, CA {zip}.

Respectfully submitted,

{d1}, M.D.
Orthopedic Surgery
CA License: {license}   NPI: {npi}
cc: {t}, Esq.
{init}
)",
    R"(OPERATIVE REPORT

PATIENT: {P}
MEDICAL RECORD NUMBER: {mrn}
DATE OF BIRTH: {dob}
DATE OF OPERATION: *08/22/2015*
SURGEON: {d1}, M.D.
ASSISTANT: {d2}, PA-C
ANESTHESIOLOGIST: {d3}, D.O.
FACILITY: {facility}

PREOPERATIVE DIAGNOSIS: *Carpal tunnel syndrome*, left.

PROCEDURE IN DETAIL: The patient was brought to the operating room at {facility}. An *Esmarch* bandage was used and the
tourniquet raised. Dr. {d1l} divided the transverse carpal ligament. *Marcaine* was injected. {d2}, PA-C closed the skin with
nylon. The serial number of the stimulator is {serial}. {mr} {pl} tolerated the procedure well and went home with *Keflex* and
*Norco 10/325*.

Electronically signed by: {d1}, M.D. *08/22/2015*
D: *08/22/2015* T: *08/23/2015* {init}
)",
    R"(Name: {pl}, {pf}                    Date: *7/9/2015*
MRN: {mrn}                          SSN: {ssn}
Phone: {phone}

S: {pf} {pl} reports neck pain, 6/10. {mr} {pl} works at {firm} as a driver. The adjuster, {a}, denied *Cymbalta*. The wife of
the patient called from {phone} and wrote from {email}.
O: *Phalen* and *Finkelstein* negative. *Babinski* absent. *Waddell* signs 0/5.
A: *Cervical radiculopathy*. P: Refer to Dr. {d1l} at {facility}. Continue *Lyrica 75 mg* and *Flexeril*. Follow up with {d2}, NP in
four weeks. Discussed with {d3}, the physical therapist.
)",
    R"({insurer}
UTILIZATION REVIEW DETERMINATION

Injured Worker: {p}
Claims Administrator: {insurer}
Claim Number: {claim}
WCAB Case No: {eams}
Requesting Physician: {d1}, MD
Reviewer: {d2}, M.D., State License {license}

The request of Dr. {d1l} for *Lidoderm* patches was received on *05/11/2015*. The records of {facility} and a report by {d3}, D.C. were
reviewed. {p} is a *52 year old* claimant employed by {firm} as a cook. A peer discussion with Dr. {d1l} was tried at {phone}. The
*Official Disability Guidelines* do not support it. {pl} may appeal to {insurer}, {street}, {town}, CA {zip}.
Questions: {email} or {url}.

Sincerely,
{d2}, M.D.
)",
    R"(QUALIFIED MEDICAL EVALUATION

Thank you for referring {p} for evaluation. The applicant was born on {dob} and resides in {town}. The interpreter was {t}. {pf}
began working for {firm} in *2009*. On *April 20, 2013* a pallet fell; the supervisor, {a}, took the applicant to {facility}.
Treatment by {d1}, D.C. and Dr. {d2} followed. *McMurray* test was positive; a *Baker's cyst* and a *Hill-Sachs lesion* were seen.
{mr} {pl} takes *Ultram*, *Prilosec* and *Ambien*. The mother, a {old} woman, helps at home. {pl} denies prior injury.
The fee is to be sent to {d3}, M.D., {street}, {town}, CA {zip}; tax ID {tin}.

/s/ {d3}
)"};

// Sentences that are put into published letters and real reports, which name nobody.
inline constexpr std::array kSentences = {
    "The patient, {p}, was seen by Dr. {d1l} on *6/2/2015*.",
    "A report by {d1}, M.D. of {facility} was reviewed.",
    "{mr} {pl} lives at {street}, {town}, CA {zip} and can be reached at {phone}.",
    "The injured worker was employed by {firm} as a clerk when *Tinel's sign* was found.",
    "The claim number is {claim}; the claims administrator is {insurer}.",
    "Date of birth: {dob}. SSN {ssn}. MRN {mrn}.",
    "According to Dr. {d2l}, *Norco* was stopped and *Spurling's test* was normal.",
    "{p} reports that {insurer} denied the request of Dr. {d2}."};

}  // namespace openimr::planted
