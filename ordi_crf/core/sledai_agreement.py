"""Contradictions between SLEDAI-2K and what else the visit says, as findings at its form.

Skin and mucosa are scored twice at a visit, by SLEDAI and by CLASI; complement, anti-dsDNA and
blood counts stand in the laboratory form. Neither is corrected by the other: every finding is soft.
What is not answered yet contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ordi_crf.core.sledai_laboratory import Suggestion
from ordi_crf.core.validation import Finding
from ordi_crf.core.values import number
from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import Severity, Text, Values
from ordi_crf.forms.sledai import DESCRIPTORS, PRESENT

JOINTS = 2
"""Inflamed joints from which on there is arthritis."""
DRUG_RELATED = ("THRO", "LEUK")
"""What lenalidomide does as well: found and not scored is right where it is attributed."""

_SKIN = {
    "RASH": (
        Text("erythema and scale are scored 0", "eritema y descamación se puntúan 0"),
        Text("erythema or scale is scored", "se puntúa eritema o descamación"),
    ),
    "ALOP": (
        Text("hair loss and alopecia are scored 0", "caída del cabello y alopecia se puntúan 0"),
        Text("hair loss or alopecia is scored", "se puntúa caída del cabello o alopecia"),
    ),
    "MUCO": (
        Text("mucous membranes are scored 0", "las mucosas se puntúan 0"),
        Text("a mucous membrane lesion is scored", "se puntúa lesión de las mucosas"),
    ),
}
"""What CLASI says against a descriptor that is present, and against one that is absent."""


def compare(
    descriptors: Mapping[str, Values], areas: Mapping[str, Values], once: Values
) -> list[Finding]:
    """Return a soft finding where rash, alopecia or ulcers disagree with the CLASI."""
    findings = []
    for code, clasi in _skin(areas, once).items():
        scored = descriptors.get(code, {}).get("SLPRES")
        if scored is None or clasi is None or (scored == "1") == clasi:
            continue
        wording = (
            Text(
                "{what} is present, but in CLASI {said}.", "{what}: presente, pero en CLASI {said}."
            )
            if scored == "1"
            else Text(
                "{what} is absent, but in CLASI {said}.", "{what}: ausente, pero en CLASI {said}."
            )
        )
        findings.append(_finding("CLASI", code, wording, _SKIN[code][clasi]))
    return findings


def compare_laboratory(
    descriptors: Mapping[str, Values], suggested: Iterable[Suggestion]
) -> list[Finding]:
    """Return a soft finding where a score disagrees with the laboratory.

    Low platelets or leukocytes that are attributed in words may be scored absent.
    """
    findings = []
    for suggestion in suggested:
        code = suggestion.descriptor
        values = descriptors.get(code, {})
        scored = values.get("SLPRES")
        if scored is None or (scored == "1") == suggestion.present:
            continue
        if code in DRUG_RELATED and scored == "0":
            if values.get("SLATTR") is None:
                findings.append(_unattributed(code, suggestion))
            continue
        findings.append(_contradicted(code, suggestion))
    return findings


def compare_joints(descriptors: Mapping[str, Values], once: Values) -> list[Finding]:
    """Return a soft finding where arthritis disagrees with the number of inflamed joints."""
    scored, joints = descriptors.get("ARTH", {}).get("SLPRES"), number(once.get("SLJOINT"))
    if scored is None or joints is None or (scored == "1") == (joints >= JOINTS):
        return []
    wording = Text(
        "{what} means at least 2 inflamed joints, and {said} are given: check both.",
        "{what} significa al menos 2 articulaciones inflamadas y hay {said}: compruebe ambas.",
    )
    return [_finding("JOINTS", "ARTH", wording, Text(str(joints), str(joints)))]


def _skin(areas: Mapping[str, Values], once: Values) -> dict[str, bool | None]:
    """Return what CLASI says of each descriptor, None while it says nothing."""
    cells = [
        areas.get(row.value, {}).get(name) for row in LOCATIONS.codes for name in ("CLERY", "CLSCL")
    ]
    return {
        "RASH": _any(cells),
        "ALOP": _any([once.get("CLHAIR"), once.get("CLALOP")]),
        "MUCO": _any([once.get("CLMUC")]),
    }


def _any(grades: list[str | None]) -> bool | None:
    """Return whether anything is graded; nothing is sure to be while an answer is missing."""
    if any(grade is not None and int(grade) > 0 for grade in grades):
        return True
    return None if None in grades else False


def _contradicted(code: str, suggestion: Suggestion) -> Finding:
    tests = ", ".join(suggestion.because)
    wording = (
        Text(
            "{what}: the laboratory result says present ({said}), scored absent.",
            "{what}: el laboratorio indica presente ({said}), puntuado ausente.",
        )
        if suggestion.present
        else Text(
            "{what}: the laboratory result does not show it ({said}), scored present.",
            "{what}: el laboratorio no lo muestra ({said}), puntuado presente.",
        )
    )
    return _finding("LAB", code, wording, Text(tests, tests))


def _unattributed(code: str, suggestion: Suggestion) -> Finding:
    tests = ", ".join(suggestion.because)
    wording = Text(
        "{what}: the laboratory result says present ({said}), scored absent. "
        "Say what it is attributed to: lenalidomide?",
        "{what}: el laboratorio indica presente ({said}), puntuado ausente. "
        "Indique a qué se atribuye: ¿lenalidomida?",
    )
    return _finding("CAUSE", code, wording, Text(tests, tests))


def _finding(against: str, code: str, wording: Text, said: Text) -> Finding:
    what = _label(code)
    message = Text(
        wording.en.format(what=what.en, said=said.en), wording.es.format(what=what.es, said=said.es)
    )
    return Finding(f"SL.{against}", Severity.SOFT, message, PRESENT.name, code, "SLPRES")


def _label(code: str) -> Text:
    return next(descriptor.text for descriptor in DESCRIPTORS if descriptor.value == code)
