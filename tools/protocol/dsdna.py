"""Section 7: anti-dsDNA by ELISA, and what "increasing" can mean."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

PART = Part(
    "Anti-dsDNA",
    "Clinical specification, section 7",
    (
        _R("DN-A", "Any value above baseline", readings="O4.A", code="core.dsdna.Rule.A"),
        _R("DN-B", "1.25 times baseline or more, and above the laboratory's cut-off: the headline",
           readings="O4.B", code="core.dsdna.Rule.B core.dsdna.HEADLINE"),
        _R("DN-C", "Twice baseline or more", readings="O4.C", code="core.dsdna.Rule.C"),
        _R("DN-D", "From negative to positive", readings="O4.D", code="core.dsdna.Rule.D"),
        _R("DN-UNIT", "IU/mL, or units of the kit, that are never turned into each other",
           "LB.lb.LBORRESU[DSDNA]", "LB.UNIT LB.UNITROW", code="core.units.convert"),
        _R("DN-KIT", "Cut-off and kit with each result; only the same laboratory and kit are "
           "compared", "LB.lb.LBORNRLO[DSDNA] LB.lb.LBORNRHI[DSDNA] LB.lb_sample.LBNAM "
           "LB.lb_sample.LBKIT", "LB.KIT", code="core.dsdna.Titre.comparable"),
        _R("DN-CENS", "“<10” is kept as reported, counts as its limit and is flagged",
           "LB.lb.LBORRES[DSDNA]", code="core.dsdna.Rise.censored core.dsdna.Titre"),
    ),
)  # fmt: skip
