# The appeals board lets the determination stand.
as: determined.part
2015-11-25 administrator:adam appeal-filed {"from": "claims_administrator"}
2016-03-01 medical-director:mia appeal-decided {"result": "affirmed"}
= closed
? determined: 2015-10-26
? decision 2: Overturned
? drafted 1: Upheld
2016-03-02 issue:ida published {"letter": "#letter without names"}
= closed
