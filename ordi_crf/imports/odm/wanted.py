"""The values of an ODM file as proposals to an existing study: each accepted or rejected (T36)."""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.carried import Carried
from ordi_crf.core.proposals import Origin, Wanted
from ordi_crf.core.records import SubjectKey


def wanted(carried: Carried) -> Iterator[Wanted]:
    """Yield every value that stands in a file, in its order; what it leaves blank it wants not."""
    for key, answers in carried.answers.items():
        sheet = f"{key.subject} {key.visit} {key.visit_repeat} {key.form}"
        for place, value in answers.items():
            yield Wanted(key, place, value, Origin(sheet))


def subjects(carried: Carried) -> tuple[SubjectKey, ...]:
    """Return the subjects of a file, in its order."""
    return tuple(dict.fromkeys(key.subject for key in carried.answers))
