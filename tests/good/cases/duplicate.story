# The dispute has an application already.
2015-09-22 intake:iris application-received {"programme": "ca-dwc-imr", "priority": "standard",
  "items": [{"text": "Soma 350 mg #20"}]}
2015-09-23 intake:iris duplicate-found
! duplicate-found: a field is missing: 'of'. It is text.
2015-09-23 intake:iris duplicate-found {"of": "CM15-0000001"}
= duplicate
? ended: 2015-09-23
? list work/intake: none
2015-09-24 intake:iris application-found-new
! a case that is 'duplicate' does not allow this: 'application-found-new'. It allows: notice-sent, address-changed.
