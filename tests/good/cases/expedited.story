# The treating physician certifies a serious threat after the application: the case becomes expedited
# (8 CCR 9792.10.4(c)), and its deadlines are those of an expedited case from then on.
as: eligible.part
2015-10-01T09:30 assign:ann assigned {"by": "electronic"}
= awaiting-records
? due: 2015-10-13
2015-10-02 intake:iris priority-changed {"priority": "expedited"}
! priority-changed: the reason is missing. Say why (--why). (8 CCR 9792.10.4(c))
2015-10-02T08:00 intake:iris priority-changed because the physician certifies a threat {"priority": "expedited"}
= awaiting-records
? due: 2015-10-02T09:30
2015-10-02T11:00 intake:iris records-overdue
= records-overdue
? list work/assign: 9999-12-31
2015-10-05T10:00 administrator:adam records-received {"from": "claims_administrator",
  "documents": [{"document": "#notes", "name": "progress notes"}]}
2015-10-05T11:00 intake:iris records-complete
= records-complete
? due: 2015-10-08
