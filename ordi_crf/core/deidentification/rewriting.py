"""What becomes of each value of a study under a profile: answers by their kind, words, moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from ordi_crf import forms
from ordi_crf.core.deidentification.moved import MovedCalendar
from ordi_crf.core.deidentification.profile import Profile
from ordi_crf.core.deidentification.withheld import WITHHELD, Numbers
from ordi_crf.core.records import RecordKey, Row, StudyData, SubjectKey
from ordi_crf.core.values import attached
from ordi_crf.core.visits import held_on
from ordi_crf.forms.bodymap import DRAWING
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.schema import Attachment, Date, FreeText, Item, Section, Values

_BIRTH = "BRTHDAT"
_MAP = DRAWING.item("BMMAP")
"""Entered by the program: the digest of the map, without which no stroke can be painted again."""
_YEAR, _FULL = len("2010"), len("2010-03-15")


class Rewriting:
    """One profile, applied value by value to one study."""

    def __init__(self, data: StudyData, profile: Profile) -> None:
        self.profile = profile
        self._numbers = Numbers()
        self._calendars: dict[SubjectKey, MovedCalendar] = {}
        self._stored: dict[tuple[RecordKey, str, str, str], tuple[str, str]] = {}
        if profile.study_days:
            first = _first_days(data)
            self._calendars = {who: MovedCalendar(day) for who, day in first.items()}

    def row(self, key: RecordKey, section: Section, row: Row) -> Row:
        """Return a row of a record as it is exported."""
        given = {name: value for name, value in row.values.items() if value is not None}
        calendar = self._calendars.get(key.subject)
        found = {n: self._plain(key.subject, section.item(n), v) for n, v in given.items()}
        if calendar is not None:
            dates = {n: v for n, v in given.items() if isinstance(section.item(n), Date)}
            moved = calendar.of_row(dates)
            found |= {n: self._reduced(n, value) for n, value in moved.items()}
        for name, value in given.items():
            self._stored[key, section.name, row.key, name] = value, found[name]
        return Row(row.key, {name: found.get(name) for name in row.values}, row.voided)

    def answer(self, key: RecordKey, section: str, row: str, item: str, value: str) -> str:
        """Return what somebody once answered; what is stored still is as its record has it."""
        stored = self._stored.get((key, section, row, item))
        if stored is not None and stored[0] == value:
            return stored[1]
        known = _item(key.form, section, item)
        if known is None:
            return self.words(key.subject, value)
        return self._plain(key.subject, known, value)

    def words(self, subject: SubjectKey | None, text: str) -> str:
        """Return words of a person: withheld, or with their dates moved."""
        if not text or self.profile.no_text:
            return text and WITHHELD
        if not self.profile.study_days:
            return text
        calendar = self._calendars.get(subject) if subject is not None else None
        # What concerns no subject may tell the day on which the entries around it were made.
        return WITHHELD if calendar is None else calendar.in_words(text)

    def typed(self, key: RecordKey, section: str, item: str, text: str) -> str:
        """Return typed text that could not be read; of a date that is to be reduced, nothing."""
        known, profile = _item(key.form, section, item), self.profile
        reduced = profile.study_days or (profile.birth_year and item == _BIRTH)
        if isinstance(known, Date) and reduced:
            return WITHHELD
        return self.words(key.subject, text)

    def moment(self, subject: SubjectKey | None, at: str) -> str:
        """Return when something was done to a subject; nothing where it concerns no subject."""
        if not self.profile.study_days:
            return at
        calendar = self._calendars.get(subject) if subject is not None else None
        return calendar.moment(at) if calendar is not None else ""

    def _plain(self, subject: SubjectKey, item: Item, value: str) -> str:
        match item:
            case FreeText() if item == _MAP:
                return value
            case FreeText() if self.profile.no_text:
                return self._numbers.of(item.name, value)
            case FreeText():
                return self.words(subject, value)
            case Date():
                calendar = self._calendars.get(subject)
                moved = value if calendar is None else calendar.moved(value)
                return self._reduced(item.name, moved)
            case Attachment() if not self.profile.keeps_files:
                return f"{attached(value)[0]} {WITHHELD}"
            case _:
                return value

    def _reduced(self, item: str, value: str) -> str:
        return value[:_YEAR] if self.profile.birth_year and item == _BIRTH else value


def _item(form: str, section: str, name: str) -> Item | None:
    """Return an item of today's definitions, None for one they do not have."""
    try:
        return forms.form(form).section(section).item(name)
    except KeyError:
        return None


def _first_days(data: StudyData) -> dict[SubjectKey, date]:
    """Return Day 1 of each subject: the first dose; without one, screening, then any first date."""
    doses: dict[SubjectKey, list[str]] = {}
    dates: dict[SubjectKey, list[str]] = {}
    for key, record in data.records.items():
        for row in record.live(EXPOSURE.name) if key.form == "EX" else ():
            if row.values["EXSTDAT"] and _taken(row.values):
                doses.setdefault(key.subject, []).append(row.values["EXSTDAT"])
        dates.setdefault(key.subject, []).extend(_dates(key.form, record.sections))
    entered: dict[SubjectKey, str] = {}
    for entry in data.audit:
        entered.setdefault(SubjectKey(entry.siteid, entry.subjid), entry.at[:_FULL])
    found = {}
    for who in data.subjects:
        known = doses.get(who) or [held_on(data.records, who, "SCR") or ""]
        first = min(known) or min(dates.get(who, ()), default="") or entered.get(who, "")
        found[who] = date.fromisoformat(first) if first else date.min
    return found


def _taken(values: Values) -> bool:
    """Return whether a dose counts for the study day: any but a pause at 0 mg."""
    return values["EXDOSE"] is None or Decimal(values["EXDOSE"]) > 0


def _dates(form: str, sections: Mapping[str, Mapping[str, Row]]) -> Iterator[str]:
    """Yield every full date of a record but that of birth."""
    for section in forms.form(form).sections:
        names = [i.name for i in section.items if isinstance(i, Date) and i.name != _BIRTH]
        for row in sections.get(section.name, {}).values():
            known = (row.values.get(name) or "" for name in names)
            yield from (value for value in known if len(value) == _FULL)
