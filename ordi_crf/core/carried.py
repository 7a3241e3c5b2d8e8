"""A whole study as a file carries it: its answers, and with them its history where the file has it.

What a file says is not believed: its trail has to hold, and to tell the same as its answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ordi_crf.core.missing import Place
from ordi_crf.core.proposals import Source
from ordi_crf.core.records import AuditEntry, RecordKey, StudyData
from ordi_crf.forms.schema import Text

_DIFFERS = Text(
    "{place}: the answers in the file say {said}, its audit trail says {told}.",
    "{place}: las respuestas del archivo dicen {said}, su registro de auditoría dice {told}.",
)
_BLANK = "-"
_SHOWN = 60
"""Characters of a value that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file says of a study, as it says it."""

    source: Source
    answers: Mapping[RecordKey, Mapping[Place, str]]
    """The values that stand, by section, row and item."""
    blank: Mapping[RecordKey, frozenset[tuple[str, str]]] = field(default_factory=dict)
    """Rows that are there with nothing answered, by section and key."""
    audit: tuple[AuditEntry, ...] = ()
    """The whole trail, none where the file comes from another program."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Kept files by the SHA-256 that the file gives them."""
    unaccepted: Mapping[RecordKey, Mapping[Place, str]] = field(default_factory=dict)
    """Typed text that could not be read."""


def difference(carried: Carried, data: StudyData) -> Text | None:
    """Return the first place where answers and history of a file disagree, None where they agree.

    `data` is the study as its trail tells it.
    """
    told = {key: standing(data, key) for key in data.records}
    for key in {**carried.answers, **told}:
        said, known = carried.answers.get(key, {}), told.get(key, {})
        for place in {**said, **known}:
            if said.get(place) != known.get(place):
                return _sentence(key, place, said.get(place), known.get(place))
    return None


def standing(data: StudyData, key: RecordKey) -> dict[Place, str]:
    """Return the answers of a form that stand, by section, row and item."""
    record = data.records[key]
    return {
        (section, row.key, item): value
        for section in record.sections
        for row in record.live(section)
        for item, value in row.values.items()
        if value is not None
    }


def _sentence(key: RecordKey, place: Place, said: str | None, told: str | None) -> Text:
    where = " / ".join(filter(None, (str(key.subject), key.visit, key.form, *place)))
    values = {"said": (said or _BLANK)[:_SHOWN], "told": (told or _BLANK)[:_SHOWN]}
    return Text(
        _DIFFERS.en.format(place=where, **values), _DIFFERS.es.format(place=where, **values)
    )
