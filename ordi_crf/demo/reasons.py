"""Why soft findings of the demonstration stand, in the words of the people of the site."""

from __future__ import annotations

from collections.abc import Mapping

from ordi_crf.core.missing import Place

REASONS: Mapping[tuple[str, str, str], Mapping[Place, str]] = {
    ("SYN-08", "SCR", "IE"): {
        ("ie", "I4", "IE.NEAR18"): "Painted by a second rater: 19.1 % (synthetic).",
    },
    ("SYN-08", "M6", "LB"): {
        ("lb", "LYM", "LBORRES.EXPECTED"): "Confirmed by the laboratory on a second tube "
        "(synthetic).",
    },
    ("SYN-08", "S8W", "SV"): {
        ("sv", "", "SV.WINDOW"): "The patient was travelling; see deviations (synthetic).",
    },
    ("SYN-12", "SCR", "IE"): {
        ("ie", "E10", "IE.HBC"): "Hepatitis B in childhood; no DNA of the virus (synthetic).",
    },
    ("SYN-12", "M3", "SLEDAI"): {
        ("sledai_descriptor", "PYUR", "SL.LAB"): "Cystitis, treated; culture positive (synthetic).",
    },
}
"""By patient, visit and form: section, row and finding, and the reason."""


def of(subjid: str, visit: str, form: str) -> Mapping[Place, str]:
    """Return the reasons given at a form of a visit."""
    return REASONS.get((subjid, visit, form), {})
