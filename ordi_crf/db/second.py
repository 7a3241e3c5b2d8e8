"""Second entries in the study file: another person's answers to a form, and what was decided.

A second entry is begun, filled and finished by one person who had no hand in the first; then each
difference is decided once. What is decided becomes a correction of the form, with the same reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ordi_crf import forms
from ordi_crf.core.life import changes_content
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Record, RecordKey, Row, Status, SubjectKey, blank
from ordi_crf.core.second import (
    DOUBLE,
    Adjudication,
    Difference,
    Progress,
    SecondEntry,
    chosen_forms,
    differences,
)
from ordi_crf.db import reading, second_errors, writing
from ordi_crf.db.connection import Connection, Context
from ordi_crf.db.second_tables import TABLES, triggers
from ordi_crf.db.transaction import Reading, Writing
from ordi_crf.db.writing import Answer

__all__ = ["TABLES", "Second", "entries", "told", "triggers"]

_ANSWERED = (
    "SELECT 1 FROM second_answer WHERE record_id = ?1 AND section = ?2 AND row = ?3 AND item = ?4"
)


class Second:
    """The second entries of one study file."""

    def __init__(self, read: Reading, write: Writing, context: Context) -> None:
        self._reading, self._writing, self._context = read, write, context

    def of(self, key: RecordKey) -> SecondEntry | None:
        """Return the second entry of a form, None before it was begun."""
        with self._reading() as connection:
            return entries(connection, key).get(key)

    def all(self) -> dict[RecordKey, SecondEntry]:
        """Return every second entry."""
        with self._reading() as connection:
            return entries(connection)

    def check(self, key: RecordKey) -> None:
        """Raise what `answer` would where who is at work may not enter a form again."""
        with self._reading() as connection:
            self._check(connection, key)

    def begin(self, key: RecordKey) -> None:
        """Begin the second entry of a form, with nothing in it; errors as for `answer`."""
        with self._writing(operation=Operation.ENTER_AGAIN, form=key.form) as connection:
            self._begun(connection, key)

    def answer(self, key: RecordKey, answers: Iterable[Answer]) -> None:
        """Store answers of the second entry, begun with the first of them.

        SecondEntryError for a form that is not chosen or not complete, for who entered it first,
        for anybody but the one who began it, and once it is finished.
        """
        given = tuple(answers)
        with self._writing(operation=Operation.ENTER_AGAIN, form=key.form) as connection:
            for answer in given:
                writing.check_answer(connection, key, answer)
            record_id = self._begun(connection, key)
            for a in given:
                connection.execute(
                    "INSERT INTO second_answer (record_id, section, row, item, value) "
                    # What was never answered is not blanked: the trail would tell of no such row.
                    f"SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?5 IS NOT NULL OR EXISTS ({_ANSWERED}) "
                    "ON CONFLICT (record_id, section, row, item) DO UPDATE SET value = ?5",
                    (record_id, a.section, a.row, a.item, a.value),
                )

    def finish(self, key: RecordKey) -> list[Difference]:
        """Finish the second entry and return where it differs; it never changes again."""
        with self._writing(operation=Operation.ENTER_AGAIN, form=key.form) as connection:
            record_id = self._begun(connection, key)
            connection.execute(
                "UPDATE second_entry SET progress = ? WHERE record_id = ?",
                (Progress.DONE.value, record_id),
            )
            return _differences(connection, key)

    def differences(self, key: RecordKey) -> list[Difference]:
        """Return the differences of a finished second entry that nobody has decided yet."""
        with self._reading() as connection:
            return _differences(connection, key)

    def adjudicate(
        self, key: RecordKey, difference: Difference, chosen: str | None, reason: str
    ) -> None:
        """Decide a difference: the first answer, the second or a third; None leaves it blank.

        Where the form says otherwise it is corrected, with the same reason. Of a row that only one
        entry has, only its presence is decided. ValueError for a difference that is none.
        """
        with self._writing(reason, operation=Operation.ADJUDICATE, form=key.form) as connection:
            if difference not in _differences(connection, key):
                raise ValueError(f"{difference.place} differs no more")
            if chosen != difference.first:
                self._correct(connection, key, difference, chosen)
            connection.execute(
                "INSERT INTO adjudication (record_id, section, row, item, first, second, chosen) "
                f"SELECT ({reading.RECORD_ID}), ?, ?, ?, ?, ?, ?",
                (
                    *reading.record_where(key), *difference.place, difference.first,
                    difference.second, chosen,
                ),
            )  # fmt: skip

    def _correct(
        self, connection: Connection, key: RecordKey, difference: Difference, chosen: str | None
    ) -> None:
        section, row, item = difference.place
        if item:
            writing.answer(connection, key, [Answer(section, row, item, chosen)])
        elif chosen != difference.second:
            raise ValueError("of a row only its presence is decided")
        elif difference.first is not None:
            writing.void(connection, key, section, row, voided=True)
        else:
            other = entries(connection, key)[key].record.sections[section][difference.second_row]
            given = {name: value for name, value in other.values.items() if value is not None}
            writing.add_row(connection, key, section, given)

    def _begun(self, connection: Connection, key: RecordKey) -> int:
        """Return the id of the form, with its second entry begun by who is at work."""
        where = reading.record_where(key)
        if not self._check(connection, key):
            connection.execute(
                f"INSERT INTO second_entry (record_id, actor) SELECT ({reading.RECORD_ID}), ?",
                (*where, self._context.actor),
            )
        return int(connection.execute(reading.RECORD_ID, where).fetchone()[0])

    def _check(self, connection: Connection, key: RecordKey) -> bool:
        """Return whether who is at work has begun the second entry; raise where they may not."""
        if key.form not in chosen_forms(reading.properties(connection).get(DOUBLE)):
            raise second_errors.NotChosenError
        found = entries(connection, key).get(key)
        if found is not None and found.progress is Progress.DONE:
            raise second_errors.FinishedError
        if found is not None and found.actor != self._context.actor:
            raise second_errors.OtherPersonError(found.actor)
        if found is None:
            status = reading.record(connection, key).status
            if status not in (Status.COMPLETE, Status.VERIFIED):
                raise second_errors.NotCompleteError
            first = {e.actor for e in reading.audit_of(connection, key) if changes_content(e)}
            if self._context.actor in first:
                raise second_errors.SamePersonError
        return found is not None


def entries(
    connection: Connection, key: RecordKey | None = None, subject: SubjectKey | None = None
) -> dict[RecordKey, SecondEntry]:
    """Return second entries by form; of one form or of one subject where it is named."""
    where, of = reading.of_subject(subject) if key is None else (
        f" WHERE e.record_id = ({reading.RECORD_ID})", reading.record_where(key),
    )  # fmt: skip
    heads = connection.execute(
        "SELECT e.record_id, s.siteid, s.subjid, r.visit, r.form, r.visit_repeat, r.form_repeat, "
        "r.form_version, e.actor, e.progress FROM second_entry e JOIN record r ON "
        f"r.id = e.record_id JOIN subject s ON s.id = r.subject_id{where} ORDER BY e.id",
        of,
    ).fetchall()
    found = {}
    for number, siteid, subjid, visit, form, visit_repeat, form_repeat, version, *rest in heads:
        at = RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)
        record = Record(at, version=version, sections=_answers(connection, number, form))
        decided = _adjudications(connection, number)
        found[at] = SecondEntry(record, rest[0], Progress(rest[1]), decided)
    return found


def told(
    found: Mapping[RecordKey, SecondEntry],
) -> Iterator[tuple[RecordKey, Place, str]]:
    """Yield what the audit trail has to say of second entries: form, place and value."""
    for key, second in found.items():
        yield key, ("second_entry", "", "ACTOR"), second.actor
        yield key, ("second_entry", "", "PROGRESS"), second.progress.value
        for section, rows in second.record.sections.items():
            for row in rows.values():
                for item, value in row.values.items():
                    if value is not None:
                        yield key, ("second_answer", f"{section}/{row.key}", item), value
        for a in second.adjudications:
            said = [*a.place, a.first, a.second, a.chosen]
            text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
            yield key, ("adjudication", str(a.id), "CHOSEN"), text


def _differences(connection: Connection, key: RecordKey) -> list[Difference]:
    found = entries(connection, key).get(key)
    if found is None or found.progress is Progress.OPEN:
        return []
    return differences(forms.form(key.form), reading.record(connection, key), found)


def _answers(connection: Connection, number: int, form: str) -> dict[str, dict[str, Row]]:
    rows = connection.execute(
        "SELECT section, row, item, value FROM second_answer WHERE record_id = ? ORDER BY id",
        (number,),
    )
    found: dict[str, dict[str, Row]] = {}
    known = {section.name for section in forms.form(form).sections}
    for section, key, item, value in rows:
        if section not in known:
            # Left by another program: the trail tells what was here.
            continue
        of_section = found.setdefault(section, {})
        before = of_section.get(key) or Row(key, blank(forms.form(form).section(section)))
        of_section[key] = replace(before, values={**before.values, item: value})
    return {section: _kept(form, section, of_section) for section, of_section in found.items()}


def _kept(form: str, section: str, rows: dict[str, Row]) -> dict[str, Row]:
    """Return rows without those of a list that were blanked again."""
    if not forms.form(form).section(section).repeating:
        return rows
    return {key: row for key, row in rows.items() if any(row.values.values())}


def _adjudications(connection: Connection, number: int) -> tuple[Adjudication, ...]:
    rows = connection.execute(
        "SELECT id, section, row, item, first, second, chosen FROM adjudication "
        "WHERE record_id = ? ORDER BY id",
        (number,),
    )
    return tuple(Adjudication(n, (s, r, i), *rest) for n, s, r, i, *rest in rows)
