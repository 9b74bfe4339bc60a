# One item is authorized, then the other: the review of each ends (Lab. Code 4610.5(g); 8 CCR 9792.10.6(a)).
as: in-review.part
2015-10-18 intake:iris item-ended {"item": 1}
! item-ended: the reason is missing. Say why (--why). (Lab. Code 4610.5(g); 8 CCR 9792.10.6(a))
2015-10-18 intake:iris item-ended because it was authorized {"item": 1}
= in-review
? open items: 2
2015-10-19 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
! item-decided: the review of this item has ended: '1'. Name another item. (Lab. Code 4610.6(c), (e))
2015-10-19 intake:iris item-ended because it was authorized {"item": 1}
! item-ended: the review of this item has ended: '1'. Name another item. (Lab. Code 4610.5(g); 8 CCR 9792.10.6(a))
2015-10-19 intake:iris item-ended because it was authorized too {"item": 2}
! item-ended: no other item would be left. End the review of the case instead (terminated).
  (Lab. Code 4610.5(g); 8 CCR 9792.10.6(a))

# What is left can be decided ...
2015-10-20 review:R-1 item-decided {"item": 2, "decision": "Upheld", "rationale": "No red flag."}
2015-10-20 review:R-1 submitted
= in-quality

# ... and ends too, before it is issued.
2015-10-21 quality:quinn quality-passed
2015-10-21 review:R-1 signed {"letter": "#letter", "text": "#text"}
2015-10-22 intake:iris terminated because the rest was authorized in writing {"cause": "authorized"}
= terminated
? ended: 2015-10-22
? determined: none
? deadline IMR-16: kept 2015-10-27
? list ended: 2015-10-22
? list reviewer/R-1: none
2015-10-23 issue:ida issued {"by": "mail"}
! a case that is 'terminated' does not allow this: 'issued'. It allows: invoiced, notice-sent, address-changed.
2015-10-23 issue:ida invoiced {"fee": "ended-after", "cents": 42000}
= terminated
