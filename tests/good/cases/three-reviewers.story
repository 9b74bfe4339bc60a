# Three reviewers, approved for a case that is too complex for one (8 CCR 9792.10.6(c)): the majority decides.
as: complete.part
2015-10-16 assign:ann reviewers-approved {"count": 3}
! reviewers-approved: this role may not do it: 'assign'. It is for: medical-director (8 CCR 9792.10.6(c)).
2015-10-16 medical-director:mia reviewers-approved because three fields of medicine meet {"count": 3}
2015-10-16 assign:ann reviewer-proposed {"reviewer": "R-1"}
2015-10-16 review:R-1 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= reviewer-proposed
2015-10-16 assign:ann reviewer-proposed {"reviewer": "R-1"}
! reviewer-proposed: this reviewer has been asked: 'R-1'. Name another one. (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
2015-10-16 assign:ann reviewer-proposed {"reviewer": "R-2"}
2015-10-16 assign:ann reviewer-proposed {"reviewer": "R-3"}
2015-10-16 assign:ann reviewer-proposed {"reviewer": "R-4"}
! reviewer-proposed: the case has all its reviewers: '3'. More than one needs an approval (reviewers-approved).
  (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
2015-10-17 review:R-3 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
2015-10-17 review:R-3 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= reviewer-proposed
2015-10-17 review:R-2 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party.", "result": "others-to-come"}
! reviewer-accepted: whether others are to come follows from the case: 'others-to-come'. Leave the result out: it is all.
2015-10-17 review:R-2 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= in-review
? reviewers: R-1, R-2, R-3
2015-10-18 medical-director:mia reviewers-approved because one is enough {"count": 1}
! reviewers-approved: fewer reviewers than the case has: '1'. Approve at least 3. (8 CCR 9792.10.6(c))

2015-10-20 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
2015-10-20 review:R-1 item-decided {"item": 2, "decision": "Overturned", "rationale": "A red flag."}
2015-10-20 review:R-1 submitted {"result": "all"}
! submitted: whether others are to come follows from the case: 'all'. Leave the result out: it is others-to-come.
2015-10-20 review:R-1 submitted
= in-review
2015-10-20 review:R-2 item-decided {"item": 1, "decision": "Overturned", "rationale": "A flare-up."}
2015-10-20 review:R-2 item-decided {"item": 2, "decision": "Overturned", "rationale": "A red flag."}
2015-10-20 review:R-2 submitted
? decision 1: none
2015-10-21 review:R-3 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
2015-10-21 review:R-3 item-decided {"item": 2, "decision": "Upheld", "rationale": "No red flag."}
? decision 1: Upheld
? decision 2: Overturned
2015-10-21 review:R-3 submitted
= in-quality
2015-10-22 quality:quinn quality-passed
2015-10-23 review:R-1 signed {"letter": "#letter of R-1", "text": "#text of R-1"}
= to-sign
2015-10-23 review:R-3 signed {"letter": "#letter of R-3", "text": "#text of R-3"}
2015-10-24 review:R-2 signed {"letter": "#letter of R-2", "text": "#text of R-2"}
= signed
? letters: 3
