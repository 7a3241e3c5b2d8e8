"""What is open at a form and in the study: checks of forms and across them, unsaved answers."""

from __future__ import annotations

from ordi_crf import forms
from ordi_crf.core import consistency
from ordi_crf.core.chart import Chart
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import Record, RecordKey, Status, SubjectKey
from ordi_crf.core.validation import Finding, check, open_findings
from ordi_crf.forms.schema import Severity, Text
from ordi_crf.ui import changes
from ordi_crf.ui.session import Session, today

UNSAVED = ".UNSAVED"
_UNSAVED = Text(
    "Not saved yet: it is tried again until it is.",
    "Aún sin guardar: se reintenta hasta que se guarde.",
)


def of_form(
    session: Session, key: RecordKey, record: Record | None = None, chart: Chart | None = None
) -> list[Finding]:
    """Return every finding of a form as it stands; `record` when it shows more than is stored."""
    record = record or session.record(key)
    chart = chart or chart_of(session, key.subject, record)
    found = check(forms.form(key.form), record, today(), session.typed(key))
    return [*_unsaved(session, key), *found, *consistency.findings(chart, key)]


def of_study(session: Session) -> list[tuple[Record, Finding]]:
    """Return what is open in every form, without the answers that a draft still lacks."""
    collected = []
    charts: dict[SubjectKey, Chart] = {}
    for key, record in session.records().items():
        if key not in session.found:
            if key.subject not in charts:
                charts[key.subject] = chart_of(session, key.subject)
            found = of_form(session, key, chart=charts[key.subject])
            draft = record.status is Status.DRAFT
            still = open_findings(found, record)
            session.found[key] = [f for f in still if not (f.missing and draft)]
        collected += [(record, finding) for finding in session.found[key]]
    return sorted(collected, key=_hard_first)


def chart_of(session: Session, subject: SubjectKey, record: Record | None = None) -> Chart:
    """Return a subject's chart; `record` when a form shows more than is stored."""
    mine = {key: found for key, found in session.records().items() if key.subject == subject}
    for change in session.unsaved():
        if change.key.subject == subject:
            mine[change.key] = session.record(change.key)
    if record is not None:
        mine[record.key] = record
    return Chart(mine, subject, session.painted_at)


def painted_at(session: Session, key: RecordKey) -> Painted | None:
    """Return what was painted at the visit of a form, None before anything was."""
    return session.painted_at(RecordKey(key.subject, key.visit, "BM", key.visit_repeat))


def _unsaved(session: Session, key: RecordKey) -> list[Finding]:
    return [
        Finding(f"{item}{UNSAVED}", Severity.HARD, _UNSAVED, section, row, item)
        for section, row, item in changes.places(session.unsaved(key))
    ]


def _hard_first(entry: tuple[Record, Finding]) -> bool:
    return entry[1].severity is not Severity.HARD
