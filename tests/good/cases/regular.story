# A regular case, from the application to its end.
as: eligible.part
? due: 2015-09-29
? list work/assign: 2015-09-29
? list received: 2015-09-22

# The notice of assignment is mailed: 15 days for the records.
2015-09-29 assign:ann assigned {"by": "mail"}
= awaiting-records
? deadline IMR-8: kept 2015-09-29
? due: 2015-10-14
? list work/intake: 2015-10-14
2015-10-13 administrator:adam records-received {"from": "claims_administrator",
  "documents": [{"document": "#notes", "name": "progress notes"}, {"document": "#form", "name": "request"}]}
? records: 3
2015-10-14 intake:iris records-complete
= records-complete
? deadline IMR-9: kept 2015-10-14

# 30 days from the complete records.
? due: 2015-11-13
? list work/assign: 2015-11-13
2015-10-15 assign:ann reviewer-proposed {"reviewer": "R-1"}
? list work/assign: none
? list work/review: 2015-11-13
? list reviewer/R-1: 2015-11-13
2015-10-16 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
! a case that is 'reviewer-proposed' does not allow this: 'item-decided'. It allows: records-received,
  records-requested, reviewer-proposed, conflict-found, reviewer-accepted, notice-sent, address-changed, priority-changed,
  administrator-changed, extension-granted, item-ended, terminated.
2015-10-16 review:R-1 reviewer-accepted
! reviewer-accepted: the attestation is missing. The reviewer attests that they have no conflict with any party
  (attestation=...). (Lab. Code 139.5(d)(5))
2015-10-16 review:R-1 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= in-review

# A physician decides each item, and only the one whose case it is.
2015-10-20 review:R-2 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
! item-decided: the case is not this reviewer's: 'R-2'. Only a reviewer of the case may do it. (Lab. Code 4610.6(c), (e))
2015-10-20 quality:quinn item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
! item-decided: this role may not do it: 'quality'. It is for: review (Lab. Code 4610.6(c), (e)).
2015-10-20 review:R-1 item-decided {"item": 1, "decision": "Upheld"}
! item-decided: the rationale is missing. Say why it is decided so (rationale=...). (Lab. Code 4610.6(c), (e))
2015-10-20 review:R-1 item-decided {"item": 1, "decision": "Overturned", "rationale": "Not too long."}
? decision 1: Overturned
2015-10-20 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
? decision 1: Upheld
? decision 2: none
2015-10-20 review:R-1 submitted
! submitted: an item is not decided: '2'. Decide it first (item-decided). (Lab. Code 4610.6(e))
2015-10-20 review:R-1 item-decided {"item": 2, "decision": "Overturned", "rationale": "The records show a red flag."}
2015-10-21 review:R-1 submitted {"summary": "A worker with low back pain."}
= in-quality
? list work/quality: 2015-11-13
2015-10-22 quality:quinn quality-passed
= to-sign
2015-10-23 quality:quinn signed {"letter": "#letter", "text": "#letter as text"}
! signed: this role may not do it: 'quality'. It is for: review (Lab. Code 4610.6(e)).
2015-10-23 review:R-1 signed {"letter": "#letter", "text": "#letter as text"}
= signed
? letters: 1
? determined: none

# It is issued in time and served on every party; then the case can be closed.
2015-10-26 issue:ida issued {"by": "mail"}
= determined
? determined: 2015-10-26
? deadline IMR-19: kept 2015-11-13
? list reviewer/R-1: none
? list determined: 2015-10-26
2015-10-26 issue:ida served {"to": {"role": "employee", "name": "Test Person"}, "by": "mail"}
2015-10-27 issue:ida closed
! closed: a party was not served: 'claims_administrator'. Serve the determination on it (served). (Lab. Code 4610.6(g))
2015-10-27 issue:ida served {"to": {"role": "employee_attorney", "name": "Test Lawyer"}, "by": "mail"}
! served: the case has no such party: 'employee_attorney'. See openimr case show. (Lab. Code 4610.6(f))
2015-10-27 issue:ida served {"to": {"role": "claims_administrator", "name": "Examplary Claims"}, "by": "mail"}
? due: 2015-11-03
2015-10-28 issue:ida invoiced {"fee": "standard", "cents": 39000}
2015-10-29 issue:ida invoiced {"fee": "standard", "cents": 39000}
! invoiced: the case was invoiced: 'standard'. A correction is an event of its own. (Lab. Code 4610.6(l); 8 CCR 9792.10.8)
2015-10-30 issue:ida published {"letter": "#letter without names"}
2015-11-02 administrator:adam implemented {"how": "authorized"}
= implemented
? deadline IMR-23: kept 2015-11-03
? deadline IMR-24: kept 2015-11-16
2015-11-30 issue:ida closed
= closed
? list state/closed: 2015-11-30
? list work/issue: none
