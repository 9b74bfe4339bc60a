# A letter that was issued is never changed: another one stands beside it.
as: determined.part
? letters: 1
2015-10-28 issue:ida corrected {"letter": "#second letter", "text": "#second text"}
! corrected: the reason is missing. Say why (--why). (Lab. Code 4610.6(g))
2015-10-28 issue:ida corrected because the claim number was wrong {"letter": "#second letter", "text": "#second text"}
= determined
? letters: 2
? determined: 2015-10-26
? decision 1: Upheld
