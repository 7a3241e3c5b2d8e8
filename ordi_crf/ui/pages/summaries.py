"""What a form says in one line, and the one figure that matters most on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ordi_crf import forms
from ordi_crf.core.clasi import SEVERITY, severity
from ordi_crf.core.derived import assessed, clasi_score
from ordi_crf.core.records import Record
from ordi_crf.core.surface import above_threshold, shown
from ordi_crf.forms.labs import RESULTS, SAMPLE, TESTS
from ordi_crf.forms.visit import HEADER
from ordi_crf.ui.forms.summary import summary
from ordi_crf.ui.session import Session

translate = QCoreApplication.translate
_TITRE = "DSDNA"


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and a figure with what it counts; blank where there is none."""

    line: str
    figure: str = ""
    unit: str = ""


def said(session: Session, record: Record) -> Said:
    """Return what a form that was begun says."""
    match record.key.form:
        case "SV":
            return Said(_visit(record))
        case "CLASI":
            return _clasi(session, record)
        case "BM":
            return _body_map(session, record)
        case "LB":
            return _laboratory(session, record)
        case _:
            return Said(_plain(session, record))


def _visit(record: Record) -> str:
    answers = record.values(HEADER)
    if answers["SVOCCUR"] == "N":
        return translate("Summaries", "Did not take place")
    return answers["VISDAT"] or translate("Summaries", "No date yet")


def _clasi(session: Session, record: Record) -> Said:
    score = clasi_score(record)
    total, damage = score.activity.total, score.damage.total
    if total is None:
        line = translate("Summaries", "{n} of {m} activity items missing: no total yet")
        return Said(line.format(n=score.activity.missing, m=score.activity.items))
    line = translate("Summaries", "Activity {band}, damage {damage}").format(
        band=session.say(SEVERITY.text(severity(total))), damage="–" if damage is None else damage
    )
    return Said(line, str(total), translate("Summaries", "activity"))


def _body_map(session: Session, record: Record) -> Said:
    if not assessed(record):
        return Said(translate("Summaries", "Nothing painted yet"))
    painted = session.painted(record.key)
    total = painted.active.total
    verdict = (
        translate("Summaries", "Active lesions above 18 %")
        if above_threshold(total)
        else translate("Summaries", "Active lesions not above 18 %")
    )
    strokes = translate("Summaries", "%n stroke(s)", "", painted.strokes)
    return Said(f"{verdict}  ·  {strokes}", shown(total), "% BSA")


def _laboratory(session: Session, record: Record) -> Said:
    results = sum(row.values["LBORRES"] is not None for row in record.live(RESULTS.name))
    count = translate("Summaries", "%n result(s)", "", results)
    date = record.values(SAMPLE)["LBDAT"]
    titre = record.values(RESULTS, _TITRE)["LBORRES"]
    test = TESTS.row(_TITRE)
    line = "  ·  ".join(part for part in (date, count) if part)
    if titre is None:
        return Said(line)
    return Said(line, titre, f"{test.unit} {session.say(test.text).split(' (')[0]}")


def _plain(session: Session, record: Record) -> str:
    """Return the first answers of a form asked once, else the newest of its records."""
    section = forms.form(record.key.form).sections[0]
    rows = list(record.live(section.name))
    if not rows:
        return translate("Summaries", "Nothing recorded")
    line = summary(section, rows[-1].values, session.language)
    if not section.repeating:
        return line
    count = translate("Summaries", "%n record(s)", "", len(rows))
    last = translate("Summaries", "the newest: {what}").format(what=line)
    return f"{count}  ·  {last}"
