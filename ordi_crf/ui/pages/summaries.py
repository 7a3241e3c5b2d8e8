"""What a form says in one line, and the one figure that matters most on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from ordi_crf import forms
from ordi_crf.core import sledai
from ordi_crf.core.clasi import SEVERITY, severity
from ordi_crf.core.derived import assessed, clasi_score, sledai_score
from ordi_crf.core.records import Record
from ordi_crf.core.surface import above_threshold, shown
from ordi_crf.forms.labs import RESULTS, SAMPLE, TESTS
from ordi_crf.forms.visit import HEADER
from ordi_crf.ui.forms.section_view import absence_words
from ordi_crf.ui.forms.summary import summary, tally
from ordi_crf.ui.session import Session
from ordi_crf.ui.wording import written

_TITRE = "DSDNA"


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and a figure with what it counts; blank where there is none."""

    line: str
    figure: str = ""
    unit: str = ""


class Summaries(QObject):
    """Tells what forms say, in the language of the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def said(self, record: Record) -> Said:
        """Return what a form that was begun says."""
        match record.key.form:
            case "SV":
                return Said(self._visit(record))
            case "CLASI":
                return self._clasi(record)
            case "BM":
                return self._body_map(record)
            case "SLEDAI":
                return self._sledai(record)
            case "LB":
                return self._laboratory(record)
            case _:
                return Said(self._plain(record))

    def _visit(self, record: Record) -> str:
        answers = record.values(HEADER)
        if answers["SVOCCUR"] == "N":
            return self.tr("Did not take place")
        return answers["VISDAT"] or self.tr("No date yet")

    def _clasi(self, record: Record) -> Said:
        score = clasi_score(record)
        total, damage = score.activity.total, score.damage.total
        if total is None:
            line = self.tr("{n} of {m} activity items missing: no total yet")
            return Said(line.format(n=score.activity.missing, m=score.activity.items))
        line = self.tr("Activity {band}, damage {damage}").format(
            band=self._session.say(SEVERITY.text(severity(total))),
            damage="–" if damage is None else damage,
        )
        return Said(line, str(total), self.tr("activity"))

    def _body_map(self, record: Record) -> Said:
        if not assessed(record):
            return Said(self.tr("Nothing painted yet"))
        painted = self._session.painted(record.key)
        total = painted.active.total
        verdict = (
            self.tr("Active: above 18 %")
            if above_threshold(total)
            else self.tr("Active: not above 18 %")
        )
        figure = written(shown(total), self._session.language)
        return Said(verdict, figure, self.tr("% BSA"))

    def _sledai(self, record: Record) -> Said:
        score = sledai_score(record)
        if score.total is None:
            return Said("" if score.gap is None else self._session.say(score.gap))
        band = self._session.say(sledai.GRADES.text(sledai.grade(score.total)))
        line = self.tr("Activity {band}").format(band=band)
        return Said(line, str(score.total), self.tr("SLEDAI-2K"))

    def _laboratory(self, record: Record) -> Said:
        results = sum(row.values["LBORRES"] is not None for row in record.live(RESULTS.name))
        count = self.tr("%n result(s)", "", results)
        date = record.values(SAMPLE)["LBDAT"]
        reported = record.values(RESULTS, _TITRE)
        titre, test = reported["LBORRES"], TESTS.row(_TITRE)
        unit = reported["LBORRESU"] or test.unit
        line = "  ·  ".join(part for part in (date, count) if part)
        if titre is None:
            return Said(line)
        return Said(line, titre, f"{unit} {self._session.say(test.text).split(' (')[0]}")

    def _plain(self, record: Record) -> str:
        """Return the first answers of a form asked once, else the newest of its records."""
        section = forms.form(record.key.form).sections[0]
        rows = list(record.live(section.name))
        missing = record.flavours.get((section.name, "", ""))
        if missing is not None and not rows:
            return absence_words(missing, self._session.language)
        if not rows:
            return self.tr("Nothing recorded")
        if section.rows is not None:
            return tally(section, rows, self._session.language)
        line = summary(section, rows[-1].values, self._session.language)
        if not section.repeating:
            return line
        n = len(rows)
        count = self.tr("%n record(s)", "", n)
        last = self.tr("the newest: {what}").format(what=line)
        return f"{count}  ·  {last}"
