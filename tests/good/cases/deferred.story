# The claims administrator disputes liability too: the review is put off, never rejected (Lab. Code 4610.5(k)).
2015-09-22 intake:iris application-received {"programme": "ca-dwc-imr", "priority": "standard",
  "items": [{"text": "Soma 350 mg #20"}]}
2015-09-23 intake:iris application-found-new
2015-09-24 intake:iris deferred because liability for the low back is disputed {"reasons": ["E-8"]}
= deferred
? due: none
? ended: none
2015-10-01 assign:ann assigned {"by": "mail"}
! a case that is 'deferred' does not allow this: 'assigned'. It allows: liability-resolved, records-received, notice-sent, address-changed,
  administrator-changed, item-ended, terminated.
2016-02-01 applicant:test liability-resolved {"by": "mail"}
= eligibility-review
? deadline IMR-3: open 2016-03-07
2016-02-02 intake:iris eligibility-decided {"result": "eligible"}
= eligible
