# Two applications of one worker, for one injury and by one physician, become one case (8 CCR 9792.10.4(a)).
as: eligible.part
2015-09-29 assign:ann consolidated {"with": "CM15-0000002"}
! consolidated: a field is missing: 'items'. It is a JSON list of {"text", "service_date"?, "reasons"?, "guideline"?}.
2015-09-29 assign:ann consolidated {"with": "CM15-0000002", "items": [{"text": "Physical therapy, 12 visits"}],
  "documents": [{"document": "#second denial", "name": "second denial", "kind": "ur_decision"}]}
= eligible
? open items: 1, 2, 3
? records: 2
2015-09-29 assign:ann assigned {"by": "mail"}
2015-09-30 assign:ann joined {"into": "CM15-0000002"}
! a case that is 'awaiting-records' does not allow this: 'joined'. It allows: consolidated, records-received,
  records-complete, records-overdue, records-requested, notice-sent, address-changed, priority-changed, administrator-changed,
  item-ended, terminated.
