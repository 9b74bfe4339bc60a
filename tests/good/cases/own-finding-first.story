# A physician thinks first: where there is a draft, their own finding is recorded before they decide on it.
as: in-review.part
2015-10-17 review:R-1 finding-accepted {"item": 1, "criterion": "short-course"}
! finding-accepted: there is no draft. Have it prepared first (openimr case draft). (Lab. Code 4610.6(c))
2015-10-17 assign:ann draft-prepared {"draft": "#draft", "decisions": [{"item": 1, "decision": "Upheld"},
  {"item": 2, "decision": null}]}
? drafted 1: Upheld
? drafted 2: none
2015-10-18 review:R-1 item-decided {"item": 1, "decision": "Upheld", "rationale": "Too long."}
! item-decided: the reviewer's own finding comes first: '1'. Record it before the draft is seen (own-finding-recorded).
  (Lab. Code 4610.6(c), (e))
2015-10-18 review:R-1 finding-accepted {"item": 1, "criterion": "short-course"}
! finding-accepted: the reviewer's own finding comes first: '1'. Record it before the draft is seen
  (own-finding-recorded). (Lab. Code 4610.6(c))
2015-10-18 review:R-1 own-finding-recorded {"item": 1, "decision": "Overturned"}
? own findings 1: R-1 Overturned

# The first one stays, whatever is recorded later.
2015-10-18 review:R-1 own-finding-recorded {"item": 1, "decision": "Upheld"}
? own findings 1: R-1 Overturned
2015-10-18 review:R-1 finding-accepted {"item": 1, "criterion": "short-course"}
? answers 1: R-1 short-course accepted
2015-10-18 review:R-1 finding-overridden {"item": 1, "criterion": "short-course", "finding": "met"}
! finding-overridden: the reason is missing. Say why (--why). (Lab. Code 4610.6(c))
2015-10-18 review:R-1 finding-overridden because page 3 says two weeks {"item": 1, "criterion": "short-course",
  "finding": "met"}
? answers 1: R-1 short-course met
2015-10-18 review:R-1 item-decided {"item": 1, "decision": "Overturned", "rationale": "Two weeks."}
? decision 1: Overturned
2015-10-18 review:R-1 item-decided {"item": 3, "decision": "Upheld", "rationale": "None."}
! item-decided: there is no such item: '3'. The case has 2. (Lab. Code 4610.6(c), (e))

# Who takes the case over begins anew: what the first one found, answered and decided goes with them.
2015-10-19 review:R-1 conflict-found because of a tie to the maker of the drug {"reviewer": "R-1"}
= records-complete
? own findings 1: none
? answers 1: none
? decision 1: none
? drafted 1: Upheld
