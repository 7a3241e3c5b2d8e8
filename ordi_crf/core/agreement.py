"""Contradictions between what was painted and what was scored, as findings at the CLASI form.

Painting proposes, the assessor decides: nothing here ever writes a score. Area plays no part in the
CLASI; the worst lesion of a location does (Albrecht 2005).
"""

from __future__ import annotations

from collections.abc import Mapping

from ordi_crf.core.painted import Painted
from ordi_crf.core.validation import Finding
from ordi_crf.forms.clasi import AREAS, LOCATIONS
from ordi_crf.forms.schema import Severity, Text, Values


def compare(
    areas: Mapping[str, Values], painted: Painted | None, examined: str | None
) -> list[Finding]:
    """Return a soft finding for each location where painting and erythema disagree.

    `examined` is the body map's BMPERF. A location that is not scored yet is a proposal, not a
    contradiction. Unpainted skin contradicts a score where the whole skin was examined, or where
    nobody said otherwise and active lesions are painted; else there is nothing to hold against it.
    """
    if painted is None:
        return []
    active = painted.active_total > 0
    whole = examined == "Y" or (examined is None and active)
    if not (active or whole):
        return []
    findings = []
    for location in LOCATIONS.codes:
        scored = areas.get(location.value, {}).get("CLERY")
        message = _disagreement(
            scored, painted.proposals.get(location.value, 0),
            painted.active.locations[location.value].highest, location.text, whole=whole,
        )  # fmt: skip
        if message is not None:
            findings.append(
                Finding("MAP.ERYTHEMA", Severity.SOFT, message, AREAS.name, location.value, "CLERY")
            )
    return findings


def _disagreement(
    scored: str | None, proposed: int, highest: int, location: Text, *, whole: bool
) -> Text | None:
    if scored is None:
        return None
    names = {"level": proposed, "score": scored}
    if int(scored) == 0 and proposed:
        wording = Text(
            "{where}: painted at level {level}, but erythema is scored 0.",
            "{where}: pintado en nivel {level}, pero el eritema se puntúa 0.",
        )
    elif int(scored) > 0 and not highest and whole:
        wording = Text(
            "{where}: erythema is scored {score}, but nothing is painted there.",
            "{where}: el eritema se puntúa {score}, pero no hay nada pintado.",
        )
    elif int(scored) > 0 and proposed and int(scored) < proposed:
        wording = Text(
            "{where}: painted at level {level}, scored {score}; the worst lesion counts.",
            "{where}: pintado en nivel {level}, puntuado {score}; cuenta la peor lesión.",
        )
    else:
        return None
    return Text(
        wording.en.format(where=location.en, **names), wording.es.format(where=location.es, **names)
    )
