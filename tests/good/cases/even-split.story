# Two reviewers who differ: an even split is decided in favour of the treatment (Lab. Code 4610.6(e)). The second one is
# approved and asked while the first is at work.
as: in-review.part
2015-10-18 assign:ann reviewer-proposed {"reviewer": "R-2"}
! reviewer-proposed: the case has all its reviewers: '1'. More than one needs an approval (reviewers-approved).
  (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
2015-10-18 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
2015-10-18 medical-director:mia reviewers-approved because two fields of medicine meet {"count": 2}
= in-review
2015-10-18 assign:ann reviewer-proposed {"reviewer": "R-2"}
= reviewer-proposed
2015-10-19 review:R-2 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= in-review
2015-10-19 review:R-2 item-decided {"item": 1, "decision": "Overturned", "rationale": "A flare-up."}
? decision 1: Overturned
2015-10-19 review:R-2 item-decided {"item": 2, "decision": "Upheld", "rationale": "No red flag."}
2015-10-19 review:R-2 submitted
= in-review
2015-10-19 review:R-1 item-decided {"item": 2, "decision": "Upheld", "rationale": "No red flag."}
? decision 2: Upheld
2015-10-19 review:R-1 submitted
= in-quality

# What is returned or taken back is submitted and signed by both anew.
2015-10-20 quality:quinn quality-returned because the analyses do not name the records
= in-review
2015-10-20 review:R-2 submitted
= in-review
2015-10-20 review:R-1 submitted
= in-quality
2015-10-20 quality:quinn quality-passed
2015-10-21 review:R-1 signed {"letter": "#letter of R-1", "text": "#text of R-1"}
= to-sign
2015-10-21 review:R-2 taken-back because a record was overlooked
= in-review
2015-10-21 review:R-2 submitted
= in-review
2015-10-21 review:R-1 submitted
2015-10-21 quality:quinn quality-passed
2015-10-22 review:R-2 signed {"letter": "#letter of R-2", "text": "#text of R-2"}
= to-sign
2015-10-22 review:R-1 signed {"letter": "#second letter of R-1", "text": "#second text of R-1"}
= signed
? decision 1: Overturned
? decision 2: Upheld
