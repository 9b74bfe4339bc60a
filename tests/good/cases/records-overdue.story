# The records do not come. The reviewer may decide on what the worker sent, and never on the denial alone
# (8 CCR 9792.10.6(b)(2)).
as: eligible.part
2015-09-29 assign:ann assigned {"by": "mail"}
2015-10-14 intake:iris records-overdue
! records-overdue: the time for it runs until 2015-10-14: '2015-10-14'. Wait until it has passed.
2015-10-14 assign:ann reviewer-proposed {"reviewer": "R-1"}
! a case that is 'awaiting-records' does not allow this: 'reviewer-proposed'. It allows: consolidated, records-received,
  records-complete, records-overdue, records-requested, notice-sent, address-changed, priority-changed, administrator-changed,
  item-ended, terminated.
2015-10-15 intake:iris records-overdue
= records-overdue
? deadline IMR-9: overdue 2015-10-14
? records: 1
2015-10-15 assign:ann reviewer-proposed {"reviewer": "R-1"}
! reviewer-proposed: nothing has arrived but the denial itself. A decision cannot rest on the denial alone; enter what the
  worker or the physician sent. (Lab. Code 139.5(d); 8 CCR 9792.10.6(b)(2))
2015-10-16 applicant:test records-received {"from": "employee", "documents": [{"document": "#letter of the physician", "name": "letter"}]}
2015-10-16 assign:ann reviewer-proposed {"reviewer": "R-1"}
= reviewer-proposed
2015-10-17 review:R-1 reviewer-accepted {"conflicts": "#conflict check", "attestation": "I have no conflict with any party."}
= in-review

# What comes late is taken in all the same.
2015-10-19 administrator:adam records-received {"from": "claims_administrator",
  "documents": [{"document": "#notes", "name": "progress notes"}]}
= in-review
? records: 3
