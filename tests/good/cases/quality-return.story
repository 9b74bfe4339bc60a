# The quality check returns the determination; the reviewer decides and submits again, and takes it back before signing.
as: in-review.part
2015-10-20 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
2015-10-20 review:R-1 item-decided {"item": 2, "decision": "Overturned", "rationale": "A red flag."}
2015-10-21 review:R-1 submitted
= in-quality
2015-10-21 review:R-1 item-decided {"item": 1, "decision": "Overturned", "rationale": "Not too long."}
! a case that is 'in-quality' does not allow this: 'item-decided'. It allows: quality-returned, quality-passed,
  taken-back, notice-sent, address-changed, administrator-changed, extension-granted, terminated.
2015-10-22 quality:quinn quality-returned
! quality-returned: the reason is missing. Say why (--why). (Lab. Code 139.5(d)(2))
2015-10-22 quality:quinn quality-returned because no guideline is cited
= in-review
? decision 1: Upheld
2015-10-22 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long.", "citation": "MTUS, page 29"}
2015-10-22 review:R-1 submitted
2015-10-23 medical-director:mia quality-passed
= to-sign
2015-10-23 review:R-1 taken-back because a record was overlooked
= in-review
2015-10-23 review:R-1 signed {"letter": "#letter", "text": "#text"}
! a case that is 'in-review' does not allow this: 'signed'. It allows: records-received, records-requested,
  reviewers-approved, reviewer-proposed, conflict-found, draft-prepared, own-finding-recorded, finding-accepted,
  finding-overridden, item-decided, submitted, notice-sent, address-changed, priority-changed, administrator-changed, extension-granted,
  item-ended, terminated.
2015-10-24 review:R-1 submitted
2015-10-24 quality:quinn quality-passed
2015-10-24 review:R-1 signed {"letter": "#letter", "text": "#text"}
= signed
