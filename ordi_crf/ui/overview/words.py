"""What the overview says: names of tracks, figures as digits, days and dates, and sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QObject

from ordi_crf import study
from ordi_crf.core import surface
from ordi_crf.core.lasting import Dose, Event, Span
from ordi_crf.core.overview import Overview, Point, Visited, day_number
from ordi_crf.forms.adverse_events import GRADE
from ordi_crf.forms.dosing import FREQUENCY
from ordi_crf.forms.schema import Language
from ordi_crf.ui.overview.scale import Tick
from ordi_crf.ui.wording import visit_words, written

NOTHING = "–"
MINUS = "\N{MINUS SIGN}"


class Words(QObject):
    """Says it in one language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.activity, self.damage = self.tr("Activity"), self.tr("Damage")
        self.clasi = self.tr("CLASI")
        self.surface = self.tr("Active lesions")
        self.sledai = "SLEDAI-2K"
        self.titre = self.tr("Anti-dsDNA")
        self.dose = self.tr("Lenalidomide")
        self.events = self.tr("Adverse events")
        self.of_surface, self.no_unit = self.tr("% BSA"), self.tr("unit not stated")
        self.daily = self.tr("mg/day")
        self.cut_off = self.tr("cut-off")
        self.other_kit = self.tr("other kit")
        self.not_recorded = self.tr("not recorded")
        self.serious = self.tr("SAE")
        self.withdrawn = self.tr("Last dose")
        self.body_maps = self.tr("Body maps")
        self.legend = "  ·  ".join(
            (
                self.tr("○ limit of the measuring range"),
                self.tr("× no total, or not examined"),
                self.tr("// other laboratory or kit"),
            )
        )
        self.no_total = self.tr("no total")
        self.not_examined = self.tr("not examined")

    def visit(self, visit: Visited) -> str:
        """Return the name of a visit."""
        return visit_words(visit.visit, visit.repeat, self.language)

    def short(self, visit: Visited) -> str:
        """Return the name of a visit in a few letters."""
        short = study.event(visit.visit).short.in_(self.language)
        repeated = visit.repeat > 1 or visit.visit == study.UNSCHEDULED
        return f"{short} {visit.repeat}" if repeated else short

    def day(self, on: date, day_1: date | None) -> str:
        """Return a date with its day from Day 1, where there is one."""
        return on.isoformat() if day_1 is None else f"{on.isoformat()}  ·  {self.nth(on, day_1)}"

    def nth(self, on: date, day_1: date) -> str:
        """Return a day counted from Day 1."""
        number = day_number(on, day_1)
        return self.tr("Day {n}").format(n=f"{MINUS}{-number}" if number < 0 else number)

    def tick(self, tick: Tick, day_1: date | None) -> str:
        """Return what a tick says above its date, empty where nothing is counted."""
        if day_1 is None:
            return ""
        if tick.months is None:
            return self.nth(tick.on, day_1)
        if tick.months == 0:
            return self.nth(day_1, day_1)
        n = f"{MINUS}{-tick.months}" if tick.months < 0 else str(tick.months)
        return self.tr("Month {n}").format(n=n)

    def figure(self, point: Point) -> str:
        """Return the value of a point as digits, with its sign; a dash without one."""
        if point.value is None:
            return NOTHING
        digits = written(decimal(point.value), self.language)
        return f"{point.sign} {digits}" if point.sign else digits

    def percent(self, point: Point) -> str:
        """Return a share of the body surface as digits that keep to their side of 18."""
        if point.value is None:
            return NOTHING
        return written(surface.shown(point.value, 1), self.language)

    def rate(self, rate: Fraction | None) -> str:
        """Return mg a day as digits."""
        return "?" if rate is None else written(decimal(rate, 2), self.language)

    def regimen(self, dose: Dose) -> str:
        """Return a dose as prescribed, such as 5 mg every other day."""
        mg = self._milligrams(dose)
        if dose.frequency is None or dose.dose == 0:
            return mg
        often = FREQUENCY.text(dose.frequency).in_(self.language)
        return f"{mg} {often[:1].lower()}{often[1:]}"

    def regimen_short(self, dose: Dose) -> str:
        """Return a dose as prescribed in a few letters, such as 5 mg QOD."""
        return f"{self._milligrams(dose)} {dose.frequency or ''}".rstrip()

    def adverse_event(self, event: Event) -> str:
        """Return an adverse event with its grade and its days in one sentence."""
        grade = GRADE.text(event.grade).in_(self.language) if event.grade else ""
        parts = [event.term, grade, self.serious if event.serious else "", self.period(event)]
        return "  ·  ".join(part for part in parts if part)

    def period(self, event: Event) -> str:
        """Return from when to when an event lasted."""
        start = partial(event.start)
        if event.ongoing:
            return self.tr("since {start}, ongoing").format(start=start)
        if event.end is None:
            return self.tr("since {start}, end not known").format(start=start)
        return self.tr("{start} to {end}").format(start=start, end=partial(event.end))

    def dosed(self, dose: Dose) -> str:
        """Return a period of dose with its days in one sentence."""
        first = dose.first.isoformat()
        when = (
            self.tr("since {start}").format(start=first)
            if dose.last is None
            else self.tr("{start} to {end}").format(start=first, end=dose.last.isoformat())
        )
        return f"{self.regimen(dose)}  ·  {self.rate(dose.rate)} {self.daily}  ·  {when}"

    def told(self, overview: Overview, visit: Visited) -> str:
        """Return every figure of a visit in one sentence, for who hears the chart."""
        lines = (
            (f"{self.clasi} {self.activity}", overview.activity, self.figure),
            (f"{self.clasi} {self.damage}", overview.damage, self.figure),
            (f"{self.surface} {self.of_surface}", overview.surface, self.percent),
            (self.sledai, overview.sledai, self.figure),
            (self.titre, overview.titres, self.figure),
        )
        said = [f"{self.visit(visit)}, {self.day(visit.on, overview.day_1)}"]
        for name, line, digits in lines:
            if (point := line.at(visit)) is not None:
                said.append(f"{name} {digits(point)} {point.unit}".rstrip())
        said.append(f"{self.dose} {self.rate(overview.rate(visit.on))} {self.daily}")
        return ", ".join(said)

    def summary(self, overview: Overview) -> str:
        """Return how much the chart shows, in one sentence."""
        visits = self.tr("%n visit(s)", "", len(overview.visits))
        events = self.tr("%n adverse event(s)", "", len(overview.events))
        days = self.tr("{first} to {last}").format(first=overview.first, last=overview.last)
        return f"{visits}, {events}, {days}"

    def left_out(self, overview: Overview) -> str:
        """Return what could not be drawn for want of a date, empty when everything was."""
        said = []
        if overview.undated:
            said.append(self.tr("%n visit(s) without a date", "", overview.undated))
        if overview.undated_events:
            n = overview.undated_events
            said.append(self.tr("%n adverse event(s) without a start", "", n))
        return self.tr("Not drawn: {what}").format(what=", ".join(said)) if said else ""

    def _milligrams(self, dose: Dose) -> str:
        if dose.dose is None:
            return "?"
        return f"{written(decimal(Fraction(dose.dose)), self.language)} mg"


def decimal(value: Fraction, places: int = 4) -> str:
    """Return a number as digits, without the zeros behind its last one."""
    rounded = round(value, places)
    digits = format(Decimal(rounded.numerator) / Decimal(rounded.denominator), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def partial(days: Span) -> str:
    """Return the days a date can mean as the date that was stored."""
    iso = days.earliest.isoformat()
    if days.whole:
        return iso
    return iso[:7] if days.earliest.month == days.latest.month else iso[:4]
