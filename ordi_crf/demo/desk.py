"""The people of the demonstration site at work: every entry goes through the study file.

A nurse sees the patient and paints, the investigator examines and scores, a coordinator enters the
laboratory report a day later and keeps the logs. The clock is scripted and only goes forward.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ordi_crf import drawings, study
from ordi_crf.core import agreement
from ordi_crf.core.derived import areas
from ordi_crf.core.periods import FIRST, SCREENING
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.core.strokes import Op, encode
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.demo import absences, lesions, pages, pictures, reasons
from ordi_crf.demo.checks import Checks
from ordi_crf.demo.corrections import Correction
from ordi_crf.demo.course import Held, course, remark
from ordi_crf.demo.ledger import Ledger
from ordi_crf.demo.site import COORDINATOR, INVESTIGATOR, NURSE
from ordi_crf.demo.subject import Subject
from ordi_crf.forms.bodymap import DRAWING

SLIPS = {("SYN-02", "D1"), ("SYN-05", "W2"), ("SYN-07", "S8W"), ("SYN-14", "W4")}
"""Drawings in which a stroke ran astray and was taken back."""

_SEEN: tuple[tuple[Actor, tuple[str, ...]], ...] = (
    (NURSE, ("SV", "DM", "RP", "VS", "NV", "PG", "BM", "PH")),
    (INVESTIGATOR, ("IC", "MH", "LH", "PT", "PE", "CLASI", "PGA")),
)
"""Who fills what while the patient is there."""
_REPORTED = ("LB", "SE", "EMG")
"""What is entered when the reports are back."""


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

    def __init__(self, file: StudyFile, subject: Subject) -> None:
        self._file = file
        self._subject = subject
        self._key = SubjectKey(study.DEFAULT_SITEID, subject.subjid)
        self._ledger = Ledger(file, self._key, subject)
        self._checks = Checks(file, self._key)
        self._wrong: list[Correction] = []

    def enrol(self, wrong: list[Correction]) -> None:
        """Enter the patient's id; `wrong` are the answers that are mistaken at first."""
        self._file.actor = COORDINATOR
        self._file.add_subject(self._key)
        self._wrong = wrong

    def visit(self, held: Held) -> None:
        """Fill what is filled while the patient is there, and bring the logs up to date."""
        filled = tuple(pages.filled(self._subject, held))
        for actor, forms in _SEEN:
            self._file.actor = actor
            for form in (form for form in forms if form in filled):
                self._fill(held, form)
            if actor is NURSE:
                self._photograph(held)
        self.log(held.day)

    def miss(self, held: Held) -> None:
        """Record that a visit was not held."""
        self._file.actor = COORDINATOR
        self._fill(held, "SV")
        if absences.of(self._subject.subjid, held.visit, "LB"):
            self._fill(held, "LB")
        self._look(held)

    def report(self, held: Held) -> None:
        """Enter the reports, and score what rests on them."""
        filled = tuple(pages.filled(self._subject, held))
        self._file.actor = COORDINATOR
        for form in (form for form in _REPORTED if form in filled):
            self._fill(held, form)
        self._file.actor = INVESTIGATOR
        if "SLEDAI" in filled:
            self._fill(held, "SLEDAI")
        self._look(held)

    def decide(self, held: Held) -> None:
        """Enter the investigator's decision that the patient is eligible."""
        self._file.actor = INVESTIGATOR
        self._fill(held, "IE")
        self._look(held)

    def log(self, day: int) -> None:
        """Bring the logs up to date."""
        self._file.actor = COORDINATOR
        self._ledger.enter(day)

    def correct(self, correction: Correction) -> None:
        """Put a mistaken answer right, with the reason."""
        held = next(h for h in course(self._subject) if h.visit == correction.visit)
        self._file.actor = correction.actor
        given = pages.ANSWERED[correction.form](self._subject, held)
        answer = next(a for a in given if (a.section, a.row, a.item) == correction.place)
        self._file.answer(self._record(held, correction.form), [answer], correction.reason)
        self._look(held, *self._checks.beside(correction.form))

    def close(self) -> None:
        """Complete the logs after the last visit."""
        self._file.actor = COORDINATOR
        self._ledger.close()
        self._checks.look_at_all()

    def _look(self, held: Held, *others: RecordKey) -> None:
        """Let the checks look at the forms of a visit, at the logs, and at others."""
        at = ((held.visit, held.repeat), (study.LOG.code, 1))
        forms = [RecordKey(self._key, v, f, n) for v, n in at for f in study.event(v).forms]
        # Eligibility is read up to the visit at which treatment begins.
        decided = [RecordKey(self._key, SCREENING, "IE")] if held.visit == FIRST else []
        self._checks.look(dict.fromkeys((*forms, *decided, *others)))

    def _record(self, held: Held, form: str) -> RecordKey:
        return RecordKey(self._key, held.visit, form, held.repeat)

    def _fill(self, held: Held, form: str) -> None:
        """Fill a form as one would: answers, rows, what is missing, reasons; then complete it."""
        key, subjid = self._record(held, form), self._subject.subjid
        missing = {} if held.repeat > 1 else absences.of(subjid, held.visit, form)
        given = absences.without(pages.ANSWERED[form](self._subject, held), missing)
        if given:
            self._file.answer(key, self._as_first_entered(held, form, given))
        section, rows = pages.LISTED.get(form, ("", lambda _: []))
        for values in rows(self._subject):
            self._file.add_row(key, section, values)
        for place, why in missing.items():
            self._file.say_missing([(key, place)], why)
        if form == "BM":
            self._paint(held, key)
        for place, reason in reasons.of(subjid, held.visit, form).items():
            self._file.explain(key, place, reason)
        if form == "CLASI" and not held.draft:
            self._settle(held, key)
        if not held.draft or form == "SV":
            self._file.set_status(key, Status.COMPLETE)

    def _as_first_entered(self, held: Held, form: str, given: list[Answer]) -> list[Answer]:
        wrong = {c.place: c.wrong for c in self._wrong if (c.visit, c.form) == (held.visit, form)}
        return [
            Answer(a.section, a.row, a.item, wrong.get((a.section, a.row, a.item), a.value))
            for a in given
        ]

    def _paint(self, held: Held, key: RecordKey) -> None:
        for layer, op in lesions.drawing(self._subject, held):
            self._stroke(key, layer.value, op)
        if (self._subject.subjid, held.visit) in SLIPS:
            slipped = self._stroke(key, "ACTIVE", lesions.slip(self._subject, held))
            self._file.void(key, "bm_stroke", slipped)
        figures = drawings.figures(self._file.record(key), self._file.drawing)
        # The figures alone: so few strokes are replayed sooner than a cached mask is unpacked.
        self._file.keep_drawing(f"figures {figures.digest}", figures.to_json())

    def _stroke(self, key: RecordKey, layer: str, op: Op) -> str:
        return self._file.add_row(key, "bm_stroke", {"BMLAYER": layer, "BMOP": encode(op)})

    def _photograph(self, held: Held) -> None:
        subjid = self._subject.subjid
        location = pictures.TAKEN.get((subjid, held.visit))
        if location is None:
            return
        digest = self._file.attach(pictures.photograph(f"{subjid} {location}", held.share))
        key, on = self._record(held, "PH"), held.on.isoformat()
        name = f"synthetic-{subjid}-{held.visit}-{location}.png"
        self._file.add_row(
            key, "ph",
            {"PHLOC": location, "PHDAT": on, "PHFILE": f"{digest} {name}", "PHCOM": "Synthetic."},
        )  # fmt: skip
        self._file.set_status(key, Status.COMPLETE)

    def _settle(self, held: Held, key: RecordKey) -> None:
        """Explain where the score disagrees with the painting."""
        disagreed = remark(self._subject, held)
        if disagreed is None:
            return
        painting = self._file.record(self._record(held, "BM"))
        figures = drawings.figures(painting, self._file.drawing)
        examined = painting.values(DRAWING)["BMPERF"]
        for finding in agreement.compare(areas(self._file.record(key)), figures, examined):
            self._file.explain(key, finding.place, disagreed.reason)


def opening(held: Held, hour: int) -> datetime:
    """Return a time on the day of a visit, UTC."""
    return datetime(held.on.year, held.on.month, held.on.day, hour, tzinfo=UTC)
