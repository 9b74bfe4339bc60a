# Not eligible, and taken up again on an order of the appeals board.
2015-09-22 applicant:test application-received {"programme": "ca-dwc-imr", "priority": "standard",
  "items": [{"text": "Soma 350 mg #20"}]}
2015-09-23 intake:iris application-found-new
2015-09-24 intake:iris information-requested {"of": "employee", "asked": "a copy of the denial", "by": "mail"}
= info-requested
? due: 2015-10-01
2015-10-01 intake:iris information-overdue
! information-overdue: the time for it runs until 2015-10-01: '2015-10-01'. Wait until it has passed.
2015-10-02 intake:iris information-overdue
= eligibility-review
2015-10-02 intake:iris eligibility-decided {"result": "ineligible", "reasons": ["E-5"]}
! eligibility-decided: the reason is missing. Say why (--why). (8 CCR 9792.10.3(e))
2015-10-02 intake:iris eligibility-decided because the denial was not attached {"result": "ineligible", "reasons": ["E-5"],
  "by": "mail"}
= ineligible
? ended: 2015-10-02
? list ended: 2015-10-02
? deadline IMR-26: open 2015-11-06
2015-10-05 assign:ann assigned {"by": "mail"}
! a case that is 'ineligible' does not allow this: 'assigned'. It allows: reopened, notice-sent, address-changed.
2015-12-01 intake:iris reopened because the appeals board has ordered it
= eligibility-review
? ended: none
2015-12-02 intake:iris eligibility-decided {"result": "eligible"}
= eligible
