# The appeals board sets the determination aside: another reviewer decides anew (Lab. Code 4610.6(i)).
as: determined.part
2015-11-25 applicant:test appeal-filed {"from": "employee"}
= appealed
? deadline IMR-25: kept 2015-11-30
2015-11-26 issue:ida closed
! a case that is 'appealed' does not allow this: 'closed'. It allows: served, appeal-decided affirmed,
  appeal-decided remanded, notice-sent, address-changed.
2016-03-01 medical-director:mia appeal-decided because of a mistake of fact {"result": "remanded"}
= remanded
? determined: none
? reviewers: none
? earlier reviewers: R-1
? decision 1: none
? drafted 1: none
? own findings 1: none
? list work/assign: 2016-04-01
? list determined: none
2016-03-02 assign:ann reviewer-proposed {"reviewer": "R-1"}
! reviewer-proposed: this reviewer had the case before: 'R-1'. Name another one.
  (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
2016-03-02 assign:ann reviewer-proposed {"reviewer": "R-2"}
2016-03-03 review:R-2 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
2016-03-04 review:R-2 item-decided {"item": 1, "decision": "Overturned", "rationale": "Two weeks."}
2016-03-04 review:R-2 item-decided {"item": 2, "decision": "Overturned", "rationale": "A red flag."}
2016-03-04 review:R-2 submitted
2016-03-04 quality:quinn quality-passed
2016-03-04 review:R-2 signed {"letter": "#second letter", "text": "#second text"}
2016-03-07 issue:ida issued {"by": "mail"}
= determined
? letters: 2
? determined: 2016-03-07

# The first determination was served on everybody; the second one is not yet.
2016-03-07 issue:ida closed
! closed: a party was not served: 'claims_administrator'. Serve the determination on it (served). (Lab. Code 4610.6(g))
2016-03-07 issue:ida served {"to": {"role": "claims_administrator", "name": "Examplary Claims"}, "by": "mail"}
2016-03-07 issue:ida served {"to": {"role": "employee", "name": "Test Person"}, "by": "mail"}
2016-05-01 issue:ida closed
= closed

# Neither of them decides a third time; and where it stands, that is the end.
2016-05-02 intake:iris appeal-filed {"from": "employee"}
2016-06-01 medical-director:mia appeal-decided because of bias {"result": "remanded"}
? earlier reviewers: R-1, R-2
2016-06-02 assign:ann reviewer-proposed {"reviewer": "R-2"}
! reviewer-proposed: this reviewer had the case before: 'R-2'. Name another one.
  (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
