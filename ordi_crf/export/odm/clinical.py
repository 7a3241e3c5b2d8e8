"""The data as they stand: subjects, visits, forms, rows and items, each with who entered it last.

Rows that were taken back are in the audit trail alone, so that whoever counts rows counts what
stands. Blank items are left out, unless somebody said why they are blank (IsNull).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from ordi_crf import forms, study
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress
from ordi_crf.core.life import Scope, ScopeLock
from ordi_crf.core.missing import Place
from ordi_crf.core.records import AuditEntry, Record, RecordKey, SubjectKey
from ordi_crf.core.signing import Signature
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.form_data import write_form_data
from ordi_crf.export.odm.markup import Markup
from ordi_crf.export.odm.notes import annotated, lock_note
from ordi_crf.export.odm.people import People
from ordi_crf.export.odm.signed import signature_element

Place6: TypeAlias = tuple[str, str, str, int, str, int]
"""Site, subject, visit and its repeat, form and its repeat: a key that is quick to make."""

_ANSWERED = frozenset({"insert", "update", "missing"})


def write_clinical(
    xml: Markup, delivery: Delivery, people: People, progress: Progress, cancelled: Cancelled
) -> None:
    """Write the ClinicalData element; CancelledError when the person cancelled."""
    data = delivery.data
    records = sorted(data.records.values(), key=_order)
    of_subject = {who: list(of) for who, of in groupby(records, lambda r: r.key.subject)}
    last = _last_entries(data.audit)
    locks = {lock.scope: lock for lock in data.locks}
    keys = subject_keys(data.subjects)
    with xml.inside("ClinicalData", StudyOID=oids.STUDY, MetaDataVersionOID=oids.VERSION):
        for done, subject in enumerate(data.subjects, start=1):
            if cancelled():
                raise CancelledError
            own = last.get((subject.siteid, subject.subjid, "", 0, "", 0), {})
            with xml.inside("SubjectData", SubjectKey=keys[subject]):
                if enrolled := own.get(("subject", "", "SUBJID")):
                    xml.raw(people.record(enrolled))
                xml.element("SiteRef", LocationOID=oids.site(subject.siteid))
                _write_lock(xml, locks.get(Scope(subject)))
                for record_visit in _visits(of_subject.get(subject, [])):
                    _write_visit(xml, delivery, people, record_visit, last, locks)
            progress(done, len(data.subjects) + 1)
        _write_signatures(xml, people, data.signatures)
        if study_lock := locks.get(Scope()):
            with xml.inside("Annotations"):
                xml.raw(annotated([lock_note(study_lock)]))


def subject_keys(subjects: Iterable[SubjectKey]) -> dict[SubjectKey, str]:
    """Return what each subject is called: its id, with the site's where two sites use it."""
    known = list(subjects)
    ids = [subject.subjid for subject in known]
    return {s: s.subjid if ids.count(s.subjid) == 1 else f"{s.siteid}/{s.subjid}" for s in known}


def _visits(records: Iterable[Record]) -> Iterator[list[Record]]:
    for _, of_visit in groupby(records, lambda r: (r.key.visit, r.key.visit_repeat)):
        yield list(of_visit)


def _write_visit(
    xml: Markup, delivery: Delivery, people: People, records: list[Record],
    last: Mapping[Place6, Mapping[Place, AuditEntry]], locks: Mapping[Scope, ScopeLock],
) -> None:  # fmt: skip
    key = records[0].key
    repeats = key.visit == study.UNSCHEDULED or key.visit_repeat > 1
    with xml.inside(
        "StudyEventData",
        StudyEventOID=oids.event(key.visit),
        StudyEventRepeatKey=str(key.visit_repeat) if repeats else None,
    ):
        _write_lock(xml, locks.get(Scope(key.subject, key.visit, key.visit_repeat)))
        for record in records:
            entries = last.get(_place6(record.key), {})
            write_form_data(xml, delivery, people, record, entries)


def _write_lock(xml: Markup, lock: ScopeLock | None) -> None:
    if lock is not None:
        xml.raw(annotated([lock_note(lock)]))


def _write_signatures(xml: Markup, people: People, signatures: Iterable[Signature]) -> None:
    """Write every signature ever given; what each binds is its manifest."""
    given = [signature_element(people, s, listed=True) for s in signatures]
    if given:
        with xml.inside("Signatures"):
            for signature in given:
                xml.raw(signature)


def _last_entries(audit: Iterable[AuditEntry]) -> dict[Place6, dict[Place, AuditEntry]]:
    """Return the last entry about each place, by form."""
    found: dict[Place6, dict[Place, AuditEntry]] = {}
    for e in audit:
        if e.action in _ANSWERED:
            key = (e.siteid, e.subjid, e.visit, e.visit_repeat, e.form, e.form_repeat)
            item = e.item.removesuffix(".NULLFLAVOR") if e.action == "missing" else e.item
            found.setdefault(key, {})[e.section, e.row, item] = e
    return found


def _place6(key: RecordKey) -> Place6:
    subject = key.subject
    return (
        subject.siteid, subject.subjid, key.visit, key.visit_repeat, key.form, key.form_repeat,
    )  # fmt: skip


def _order(record: Record) -> tuple[SubjectKey, int, int, int, int]:
    key = record.key
    visit, forms_of_it = study.event(key.visit), study.event(key.visit).forms
    place = forms_of_it.index(key.form) if key.form in forms_of_it else len(forms.FORMS)
    return key.subject, visit.number, key.visit_repeat, place, key.form_repeat
