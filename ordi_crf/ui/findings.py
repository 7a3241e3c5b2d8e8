"""What is open at a form and in the study: checks, agreement with the map, unsaved answers."""

from __future__ import annotations

from ordi_crf import forms
from ordi_crf.core import agreement
from ordi_crf.core.derived import areas
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.validation import Finding, check, open_findings
from ordi_crf.forms.bodymap import DRAWING
from ordi_crf.forms.schema import Severity, Text
from ordi_crf.ui import changes
from ordi_crf.ui.session import Session, today

UNSAVED = ".UNSAVED"
_UNSAVED = Text(
    "Not saved yet: it is tried again until it is.",
    "Aún sin guardar: se reintenta hasta que se guarde.",
)


def of_form(session: Session, key: RecordKey, record: Record | None = None) -> list[Finding]:
    """Return every finding of a form as it stands; `record` when it shows more than is stored."""
    record = record or session.record(key)
    found = check(forms.form(key.form), record, today(), session.typed(key))
    if key.form == "CLASI":
        found += agreement.compare(areas(record), painted_at(session, key), _examined(session, key))
    return [*_unsaved(session, key), *found]


def of_study(session: Session) -> list[tuple[Record, Finding]]:
    """Return what is open in every form, without the answers that a draft still lacks."""
    collected = []
    for key, record in session.records().items():
        if key not in session.found:
            still = open_findings(of_form(session, key), record)
            draft = record.status is Status.DRAFT
            session.found[key] = [f for f in still if not (f.missing and draft)]
        collected += [(record, finding) for finding in session.found[key]]
    return sorted(collected, key=_hard_first)


def painted_at(session: Session, key: RecordKey) -> Painted | None:
    """Return what was painted at the visit of a form, None before anything was."""
    other = _body_map(key)
    return session.painted(other) if other in session.records() else None


def _body_map(key: RecordKey) -> RecordKey:
    return RecordKey(key.subject, key.visit, "BM", key.visit_repeat)


def _examined(session: Session, key: RecordKey) -> str | None:
    return session.record(_body_map(key)).values(DRAWING)["BMPERF"]


def _unsaved(session: Session, key: RecordKey) -> list[Finding]:
    return [
        Finding(f"{item}{UNSAVED}", Severity.HARD, _UNSAVED, section, row, item)
        for section, row, item in changes.places(session.unsaved(key))
    ]


def _hard_first(entry: tuple[Record, Finding]) -> bool:
    return entry[1].severity is not Severity.HARD
