"""Changes on their way to the study file: values that can be tried again until they are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ordi_crf.core.records import Record, RecordKey, Row, blank
from ordi_crf.core.values import attached
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms import form
from ordi_crf.forms.schema import Attachment
from ordi_crf.ui.shelf import shelf

Place: TypeAlias = tuple[str, str, str]
"""Section, row and item."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one item was given: a value, None for blank, or text that cannot be read."""

    key: RecordKey
    place: Place
    value: str | None
    typed: str = ""
    reason: str | None = None

    @property
    def unreadable(self) -> bool:
        """Return whether only the text is kept, for it is no value."""
        return self.value is None and bool(self.typed.strip())

    def store(self, file: StudyFile) -> tuple[Change, ...]:
        """Store it and return what is still to be stored: nothing."""
        if self.unreadable:
            file.keep_unaccepted(self.key, *self.place, self.typed)
        else:
            _keep_files(file, self.key, self.place[0], {self.place[2]: self.value})
            file.answer(self.key, [Answer(*self.place, self.value)], self.reason)
        return ()


@dataclass(frozen=True, slots=True)
class Added:
    """A new row of a repeating section, with what its items were given so far."""

    key: RecordKey
    section: str
    values: Mapping[str, str | None]
    typed: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None

    def store(self, file: StudyFile) -> tuple[Change, ...]:
        """Add the row and return its unreadable texts, which need the row to be there."""
        _keep_files(file, self.key, self.section, self.values)
        row = file.add_row(self.key, self.section, self.values, self.reason)
        return tuple(
            Given(self.key, (self.section, row, item), None, typed)
            for item, typed in self.typed.items()
        )

    def with_given(self, item: str, value: str | None, typed: str) -> Added:
        """Return the row with one more item answered."""
        values = {name: v for name, v in self.values.items() if name != item}
        texts = {name: v for name, v in self.typed.items() if name != item}
        if value is None and typed.strip():
            texts[item] = typed
        else:
            values[item] = value
        return replace(self, values=values, typed=texts)


Change: TypeAlias = Given | Added


def shown(record: Record, changes: Iterable[Change]) -> Record:
    """Return a record as it will be once changes of it are stored."""
    sections = {name: dict(rows) for name, rows in record.sections.items()}
    for n, change in enumerate(c for c in changes if c.key == record.key):
        match change:
            case Given(place=(section, row, item)) if not change.unreadable:
                rows = sections.setdefault(section, {})
                before = rows.get(row) or Row(row, _blank(record, section))
                rows[row] = replace(before, values={**before.values, item: change.value})
            case Added(section=section, values=values):
                rows = sections.setdefault(section, {})
                key = "" if "" not in rows else f"unsaved {n}"
                rows[key] = Row(key, {**_blank(record, section), **values})
            case _:
                pass
    return replace(record, sections=sections)


def typed(changes: Iterable[Change]) -> dict[Place, str]:
    """Return the unreadable texts among changes, by their place."""
    found: dict[Place, str] = {}
    for change in changes:
        match change:
            case Given(place=place, typed=text) if change.unreadable:
                found[place] = text
            case Added(section=section, typed=texts):
                found |= {(section, "", item): text for item, text in texts.items()}
            case _:
                pass
    return found


def places(changes: Iterable[Change]) -> list[Place]:
    """Return the items that changes give something to."""
    found: list[Place] = []
    for change in changes:
        match change:
            case Given(place=place):
                found.append(place)
            case Added(section=section, values=values, typed=texts):
                found += [(section, "", item) for item in (*values, *texts)]
    return found


def _keep_files(
    file: StudyFile, key: RecordKey, section: str, values: Mapping[str, str | None]
) -> None:
    """Keep the files that values name, before the values themselves."""
    items = form(key.form).section(section).items
    named = [values.get(item.name) for item in items if isinstance(item, Attachment)]
    for value in named:
        if value is not None:
            shelf.keep(attached(value)[0], file)


def _blank(record: Record, section: str) -> dict[str, str | None]:
    return dict(blank(form(record.key.form).section(section)))
