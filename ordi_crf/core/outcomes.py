"""The six registered outcome measures (NCT01408199), each by every reading of its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from ordi_crf.core.courses import Course
from ordi_crf.core.flares import cutaneous_flare, systemic_flare
from ordi_crf.core.increases import increased_damage, increasing_dsdna
from ordi_crf.core.readings import Outcome
from ordi_crf.core.responses import complete_response, side_effects


def outcomes(courses: Iterable[Course]) -> tuple[Outcome, ...]:
    """Return the outcomes in the order of the record, whatever the order of the subjects."""
    people = tuple(courses)
    return (
        complete_response(people),
        side_effects(people),
        systemic_flare(people),
        increasing_dsdna(people),
        cutaneous_flare(people),
        increased_damage(people),
    )
