"""People: their accounts and passwords, what they sign, and the order of states."""

from __future__ import annotations

from tools.trust.statement import Part, Quality, Statement

_S, _Q = Statement, Quality

PART = Part(
    "People, passwords and signatures",
    (
        _S("T12", "Each person has an account of their own; one that was deactivated is neither "
           "deleted nor its login given again",
           "21 CFR 11.10(d), 11.100(a), 11.300(a)", (_Q.ATTRIBUTABLE,)),
        _S("T13", "What a role may not do is refused where data are written, whoever calls",
           "21 CFR 11.10(d), 11.10(g)"),
        _S("T14", "Passwords are kept as argon2id slots, each with a salt of its own, and stand in "
           "no file, log or report as they are typed", "21 CFR 11.300"),
        _S("T15", "Five failed tries make a login wait; the trail tells, and whoever lets people "
           "in is told at the next login", "21 CFR 11.300(d)"),
        _S("T16", "How old a password grows and how many former ones are refused is the study's "
           "to set; one that somebody else gave is changed at the first login",
           "21 CFR 11.300(b); NIST SP 800-63B 3.1.1"),
        _S("T17", "A window nobody touches is covered after the minutes the study sets; its owner "
           "comes back to the same field with the draft as it was",
           "21 CFR 11.10(d); EMA/INS/GCP/112288/2023 Annex 4"),
        _S("T18", "Who signs gives login and password again", "21 CFR 11.200(a)(1)"),
        _S("T19", "A signed form shows printed name, UTC time and meaning on screen, on paper and "
           "in the workbook", "21 CFR 11.50(a), 11.50(b)"),
        _S("T20", "A signature is bound to its content: laid at another form it is named as false",
           "21 CFR 11.70"),
        _S("T21", "A change of a signed form marks its signature as broken by that change, and the "
           "form waits for a signature again", "21 CFR 11.70; EMA/INS/GCP/112288/2023 6.3"),
        _S("T22", "Investigators sign, and no other role",
           "21 CFR 11.10(g); EMA/INS/GCP/112288/2023 6.3"),
        _S("T23", "The order of states holds: nothing is locked before it is signed, the study not "
           "with open queries or unsigned forms unless a reason is given", "21 CFR 11.10(f)"),
    ),
)  # fmt: skip
