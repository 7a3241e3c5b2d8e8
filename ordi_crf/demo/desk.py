"""The people of the demonstration site at work: every entry goes through the study file.

A nurse sees the patient and paints, the investigator scores and corrects, a coordinator enters the
laboratory report a day later and keeps the logs. The clock is scripted and only goes forward.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ordi_crf import drawings, study
from ordi_crf.core import agreement
from ordi_crf.core.derived import areas
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.core.strokes import Op, encode
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.demo import answers, lesions
from ordi_crf.demo.corrections import Correction
from ordi_crf.demo.course import Held, remark
from ordi_crf.demo.site import COORDINATOR, INVESTIGATOR, NURSE
from ordi_crf.demo.subject import Subject
from ordi_crf.forms.bodymap import DRAWING

SLIPS = {("SYN-02", "D1"), ("SYN-05", "W2"), ("SYN-07", "S8W"), ("SYN-14", "W4")}
"""Drawings in which a stroke ran astray and was taken back."""


class Clock:
    """Time as the script tells it: a little later with every question."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """Return the next moment."""
        self._now += timedelta(seconds=11, milliseconds=250)
        return self._now

    def reach(self, moment: datetime) -> None:
        """Go on to a moment, unless it is past already."""
        self._now = max(self._now, moment)


class Desk:
    """One patient's forms, filled visit by visit."""

    def __init__(self, file: StudyFile, clock: Clock, subject: Subject) -> None:
        self._file = file
        self._clock = clock
        self._subject = subject
        self._key = SubjectKey(study.DEFAULT_SITEID, subject.subjid)
        self._doses: list[str] = []
        self._events: dict[str, str] = {}
        self._wrong: list[Correction] = []

    def enrol(self, wrong: list[Correction]) -> None:
        """Enter the patient's id; `wrong` are the answers that are mistaken at first."""
        self._file.actor = NURSE
        self._file.add_subject(self._key)
        self._wrong = wrong

    def visit(self, held: Held) -> None:
        """Fill what is filled while the patient is there."""
        self._file.actor = NURSE
        self._fill(held, "SV", answers.header(self._subject, held))
        if held.visit == "SCR":
            self._fill(held, "DM", answers.demographics(self._subject))
        self._paint(held)
        self._file.actor = INVESTIGATOR
        self._score(held)
        self._file.actor = COORDINATOR
        self._log_doses(held)
        self._log_events(held)

    def report(self, held: Held) -> None:
        """Enter the laboratory's report."""
        self._file.actor = COORDINATOR
        self._fill(held, "LB", answers.laboratory(self._subject, held), Status.DRAFT)
        for reading in answers.readings(self._subject, held):
            if reading.reason:
                place = ("lb", reading.test, "LBORRES.EXPECTED")
                self._file.explain(self._record(held, "LB"), place, reading.reason)
        self._complete(held, "LB")

    def correct(self, held: Held, correction: Correction) -> None:
        """Put a mistaken answer right, with the reason."""
        self._file.actor = correction.actor
        answer = self._right(held, correction)
        self._file.answer(self._record(held, correction.form), [answer], correction.reason)

    def close(self) -> None:
        """Complete the logs after the last visit."""
        self._file.actor = COORDINATOR
        for form in ("EX", "AE"):
            self._file.set_status(RecordKey(self._key, "LOG", form), Status.COMPLETE)

    def _record(self, held: Held, form: str) -> RecordKey:
        return RecordKey(self._key, held.visit, form, held.repeat)

    def _fill(
        self, held: Held, form: str, given: list[Answer], status: Status = Status.COMPLETE
    ) -> None:
        wrong = {c.place: c.wrong for c in self._wrong if (c.visit, c.form) == (held.visit, form)}
        first = [
            Answer(a.section, a.row, a.item, wrong.get((a.section, a.row, a.item), a.value))
            for a in given
        ]
        self._file.answer(self._record(held, form), first)
        if status is Status.COMPLETE:
            self._complete(held, form)

    def _complete(self, held: Held, form: str) -> None:
        self._file.set_status(self._record(held, form), Status.COMPLETE)

    def _right(self, held: Held, correction: Correction) -> Answer:
        given = {
            "SV": answers.header(self._subject, held),
            "DM": answers.demographics(self._subject),
            "LB": answers.laboratory(self._subject, held),
            "CLASI": answers.clasi(self._subject, held, INVESTIGATOR.name),
        }[correction.form]
        return next(a for a in given if (a.section, a.row, a.item) == correction.place)

    def _paint(self, held: Held) -> None:
        key = self._record(held, "BM")
        self._file.answer(key, answers.examination(self._subject, held))
        for layer, op in lesions.drawing(self._subject, held):
            self._stroke(key, layer.value, op)
        if (self._subject.subjid, held.visit) in SLIPS:
            slipped = self._stroke(key, "ACTIVE", lesions.slip(self._subject, held))
            self._file.void(key, "bm_stroke", slipped)
        figures = drawings.figures(self._file.record(key), self._file.drawing)
        # The figures alone: so few strokes are replayed sooner than a cached mask is unpacked.
        self._file.keep_drawing(f"figures {figures.digest}", figures.to_json())
        if not held.draft:
            self._complete(held, "BM")

    def _stroke(self, key: RecordKey, layer: str, op: Op) -> str:
        return self._file.add_row(key, "bm_stroke", {"BMLAYER": layer, "BMOP": encode(op)})

    def _score(self, held: Held) -> None:
        given = answers.clasi(self._subject, held, INVESTIGATOR.name)
        self._fill(held, "CLASI", given, Status.DRAFT)
        if not held.draft:
            self._settle(held)
            self._complete(held, "CLASI")

    def _settle(self, held: Held) -> None:
        """Explain where the score disagrees with the painting."""
        disagreed = remark(self._subject, held)
        if disagreed is None:
            return
        key = self._record(held, "CLASI")
        painting = self._file.record(self._record(held, "BM"))
        figures = drawings.figures(painting, self._file.drawing)
        examined = painting.values(DRAWING)["BMPERF"]
        for finding in agreement.compare(areas(self._file.record(key)), figures, examined):
            self._file.explain(key, finding.place, disagreed.reason)

    def _log_doses(self, held: Held) -> None:
        key = RecordKey(self._key, "LOG", "EX")
        for day, values in answers.doses(self._subject)[len(self._doses) :]:
            if day > held.day:
                break
            if self._doses:
                self._end_dose(key, answers.eve(self._subject, day))
            self._doses.append(self._file.add_row(key, "ex", values))
        last = self._subject.last_dose
        if last is not None and held.day >= last and self._doses[-1] != "":
            self._end_dose(key, answers.eve(self._subject, last + 1))
            self._doses.append("")

    def _end_dose(self, key: RecordKey, on: str) -> None:
        self._file.answer(key, [Answer("ex", self._doses[-1], "EXENDAT", on)])

    def _log_events(self, held: Held) -> None:
        key = RecordKey(self._key, "LOG", "AE")
        for happened in self._subject.events:
            if happened.start > held.day or self._events.get(happened.term) == "over":
                continue
            values = answers.event(self._subject, happened, held.day)
            known = self._events.get(happened.term)
            if known is None:
                known = self._file.add_row(key, "ae", values)
            elif "AEENDAT" in values:
                changed = ("AEENDAT", "AEONGO", "AEOUT")
                self._file.answer(key, [Answer("ae", known, n, values[n]) for n in changed])
            self._events[happened.term] = "over" if "AEENDAT" in values else known


def opening(held: Held, hour: int) -> datetime:
    """Return a time on the day of a visit, UTC."""
    return datetime(held.on.year, held.on.month, held.on.day, hour, tzinfo=UTC)
