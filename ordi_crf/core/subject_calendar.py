"""The calendar of one subject as its records have it.

Day 1 is the first dose, or the date of the visit of Day 1 while no dose is recorded. Treatment has
ended once every dose period has an end, or when the disposition says so. Until the first dose the
visit of Day 1 is counted back from screening, which is good for 28 days (clinical specification,
section 10.3). The study ends for a subject with the disposition, or when they are not eligible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ordi_crf import study
from ordi_crf.core.calendar import Appointment, Held, State, appointments, stands
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.core.treatment import Spell, spells
from ordi_crf.core.visits import day_held
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.schema import Values
from ordi_crf.forms.visit import HEADER

_SCREENING, _FIRST = "SCR", "D1"
UNSETTLED = (State.DUE, State.OVERDUE, State.UNRECORDED)
"""States in which somebody has to do something."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Every visit of one subject, as of a day."""

    subject: SubjectKey
    today: date
    treatment: tuple[Spell, ...]
    dosed: bool
    """Whether Day 1 is a recorded dose; otherwise it is the date of the visit."""
    ended: date | None
    """The day on which the study ended for the subject."""
    appointments: tuple[Appointment, ...]

    @property
    def day_1(self) -> date | None:
        """Return Day 1, None before it."""
        return self.treatment[0].first if self.treatment else None

    @property
    def withdrawn(self) -> date | None:
        """Return the day of the last dose, None on treatment and before it."""
        return self.treatment[-1].last if self.treatment else None

    def at(self, visit: str, repeat: int = 1) -> Appointment | None:
        """Return how a visit stands, None where it is not in the calendar."""
        return next((a for a in self.appointments if (a.visit, a.repeat) == (visit, repeat)), None)

    def open_at(self, visit: str) -> Appointment | None:
        """Return a visit that may be in the calendar more than once: where it still asks for it."""
        found = [a for a in self.appointments if a.visit == visit]
        return next((a for a in found if a.state in UNSETTLED), next(iter(found), None))

    def stands(self, visit: str) -> State | None:
        """Return how that visit stands, None where it is not in the calendar."""
        found = self.open_at(visit)
        return None if found is None else found.state

    def now(self) -> Appointment | None:
        """Return the visit for today: held today, else due, else overdue the longest."""
        held = [a for a in self.appointments if a.held == self.today]
        due = [a for a in self.appointments if a.state is State.DUE]
        overdue = [a for a in self.appointments if a.state is State.OVERDUE]
        return next(iter((*held, *sorted(due, key=_closing), *sorted(overdue, key=_closing))), None)


def calendars(
    records: Iterable[Record], subjects: Iterable[SubjectKey], today: date
) -> tuple[Calendar, ...]:
    """Return the calendar of each subject, in the order given."""
    mine: dict[SubjectKey, dict[RecordKey, Record]] = {subject: {} for subject in subjects}
    for record in records:
        if record.key.subject in mine:
            mine[record.key.subject][record.key] = record
    return tuple(subject_calendar(found, subject, today) for subject, found in mine.items())


def subject_calendar(
    records: Mapping[RecordKey, Record], subject: SubjectKey, today: date
) -> Calendar:
    """Return how every visit of a subject stands on a day, planned and unscheduled ones."""
    mine = {key: record for key, record in records.items() if key.subject == subject}
    visits = tuple(_visits(mine))
    doses = spells(_rows(mine, subject, "EX", EXPOSURE.name))
    treatment = _treatment(doses, visits, mine, subject)
    ended = _ended(treatment, visits, mine, subject)
    found = appointments(study.VISITS, visits, today=today, treatment=treatment, ended=ended)
    if not treatment and ended is None:
        found = tuple(_before_day_1(a, visits, today) for a in found)
    return Calendar(subject, today, treatment, bool(doses), ended, found)


def last_day(records: Iterable[Record]) -> date | None:
    """Return the last day on which any visit is recorded to have been held."""
    days = (day_held(record) for record in records if record.key.form == "SV")
    return max((date.fromisoformat(day) for day in days if day), default=None)


def _visits(records: Mapping[RecordKey, Record]) -> Iterator[Held]:
    """Yield each visit that was begun."""
    begun: dict[tuple[str, int], list[Record]] = {}
    for key, record in records.items():
        if key.visit != study.LOG.code and _answered(record):
            begun.setdefault((key.visit, key.visit_repeat), []).append(record)
    for (visit, repeat), found in begun.items():
        header = next((r for r in found if r.key.form == "SV"), None)
        on = None if header is None else day_held(header)
        occurred = header is None or _header(header).get("SVOCCUR") != "N"
        yield Held(visit, None if on is None else date.fromisoformat(on), occurred, repeat)


def _treatment(
    doses: tuple[Spell, ...],
    visits: Iterable[Held],
    records: Mapping[RecordKey, Record],
    subject: SubjectKey,
) -> tuple[Spell, ...]:
    """Return the spells on the drug; what goes on ends where the disposition says so."""
    found = doses
    if not found:
        days = (h.on for h in visits if h.visit == _FIRST and h.occurred and h.on is not None)
        first = min(days, default=None)
        found = (Spell(first, None),) if first is not None else ()
    said = _once(records, subject, "DS", "ds_trt")
    last = _day(said, "DSLDOSE") if said.get("DSTRTYN") == "Y" else None
    if not found or last is None or found[-1].last is not None or last < found[-1].first:
        return found
    return (*found[:-1], Spell(found[-1].first, last))


def _ended(
    treatment: tuple[Spell, ...],
    visits: Iterable[Held],
    records: Mapping[RecordKey, Record],
    subject: SubjectKey,
) -> date | None:
    """Return the day the study ended for a subject, None while it goes on."""
    last = max((h.on for h in visits if h.on is not None), default=date.min)
    said = _once(records, subject, "DS", "ds")
    if said.get("DSYN") == "Y":
        return _day(said, "DSSTDAT") or _day(said, "DSLCONT") or last
    decision = _once(records, subject, "IE", "ie_decision", _SCREENING)
    if decision.get("IEYN") == "N" and not treatment:
        return _day(decision, "IEDAT") or last
    return None


def _before_day_1(found: Appointment, visits: Iterable[Held], today: date) -> Appointment:
    """Return the visit of Day 1 with the days on which screening is still good."""
    days = [h.on for h in visits if h.visit == _SCREENING and h.occurred and h.on is not None]
    screening = study.event(_SCREENING)
    if found.visit != _FIRST or found.state is not State.PLANNED or not days:
        return found
    assert screening.day is not None
    due = max(days) - timedelta(days=screening.day)
    opens = due - timedelta(days=screening.after)
    closes = due + timedelta(days=screening.before)
    state = stands(today, opens, closes, (State.PLANNED, State.DUE, State.OVERDUE))
    return replace(found, state=state, due=due, opens=opens, closes=closes)


def _rows(
    records: Mapping[RecordKey, Record],
    subject: SubjectKey,
    form: str,
    section: str,
    visit: str = study.LOG.code,
) -> Iterator[Values]:
    """Yield the answers of a section, none where its form was not begun."""
    record = records.get(RecordKey(subject, visit, form))
    if record is not None:
        yield from (row.values for row in record.live(section))


def _once(
    records: Mapping[RecordKey, Record],
    subject: SubjectKey,
    form: str,
    section: str,
    visit: str = study.LOG.code,
) -> Values:
    """Return the answers of a section that is asked once, none where it was not begun."""
    return next(_rows(records, subject, form, section, visit), {})


def _header(record: Record) -> Values:
    return next((row.values for row in record.live(HEADER.name)), {})


def _day(values: Values, item: str) -> date | None:
    known = values.get(item)
    return date.fromisoformat(known) if known else None


def _answered(record: Record) -> bool:
    """Return whether anything in a form was answered."""
    return any(
        value is not None
        for section in record.sections
        for row in record.live(section)
        for value in row.values.values()
    )


def _closing(appointment: Appointment) -> date:
    return appointment.closes or date.max
