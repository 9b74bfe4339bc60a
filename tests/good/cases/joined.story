# The other side of a consolidation: this application goes on in the other case.
as: eligible.part
2015-09-29 assign:ann joined {"into": "CM15-0000001"}
= joined
? ended: 2015-09-29
? list work/assign: none
2015-09-30 assign:ann assigned {"by": "mail"}
! a case that is 'joined' does not allow this: 'assigned'. It allows: notice-sent, address-changed.
