# A conflict comes out after the reviewer has begun: another one decides anew.
as: in-review.part
2015-10-18 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
2015-10-19 assign:ann conflict-found because R-1 has treated the worker {"reviewer": "R-2"}
! conflict-found: this is no reviewer of the case: 'R-2'. See openimr case show. (Lab. Code 139.5(c)(2), (d)(5), (d)(6))
2015-10-19 assign:ann conflict-found because R-1 has treated the worker {"reviewer": "R-1"}
= records-complete
? reviewers: none
? earlier reviewers: R-1
? decision 1: none
? list reviewer/R-1: none
2015-10-20 assign:ann reviewer-proposed {"reviewer": "R-1"}
! reviewer-proposed: this reviewer had the case before: 'R-1'. Name another one.
  (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
2015-10-20 assign:ann reviewer-proposed {"reviewer": "R-2"}
2015-10-20 review:R-1 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
! reviewer-accepted: the case is not this reviewer's: 'R-1'. Only a reviewer of the case may do it. (Lab. Code 139.5(d)(5))
2015-10-20 review:R-2 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= in-review
? reviewers: R-2
