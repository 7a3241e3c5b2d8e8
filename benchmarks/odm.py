"""ODM-XML of 200 subjects, written and made a study again.

The baseline is odmlib (the reference implementation by CDISC's own people) loading the same file.
Subjects are those of the demonstration up to Day 1, each several times under another number, with
their audit trail chained anew, so that the file is a whole study as our own checks have it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from odmlib.loader import ODMLoader
from odmlib.odm_loader import XMLODMLoader

from benchmarks import material
from benchmarks.measuring import Pair, Row, row, seconds
from ordi_crf import drawings
from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import AuditEntry, RecordKey, StudyData, SubjectKey
from ordi_crf.db.study_file import StudyFile
from ordi_crf.db.takeover import take_over
from ordi_crf.export import odm
from ordi_crf.imports import odm as imported

REPEATS = 3
SUBJECTS = 200
VISITS = ("SCR", "D1")


def measure() -> list[Row]:
    """Return the time to write the file, to read it, and to read it and make the study again."""
    file, target = material.opened_study("odm", read_only=True), material.folder() / "odm.xml"
    delivery = _delivery(file)
    odm.write(delivery, target)
    written: list[Pair] = []
    read: list[Pair] = []
    made: list[Pair] = []
    for number in range(REPEATS):
        ours = seconds(partial(odm.write, delivery, target))
        load = seconds(partial(_load, target))
        gc.collect()
        taken = seconds(partial(_take_over, target, material.folder() / f"again{number}.ordi"))
        written.append((ours, load))
        read.append((seconds(partial(imported.read, target)), load))
        made.append((taken, load))
    file.close()
    size = target.stat().st_size / 1e6
    note = f"{SUBJECTS} subjects, {len(delivery.data.audit):,} audit entries, {size:.0f} MB"
    return [
        row("ODM, written", written, note=note),
        row("ODM, read", read),
        row("ODM, read, proved and made a study", made),
    ]


def _load(path: Path) -> None:
    loader = ODMLoader(XMLODMLoader(model_package="odm_1_3_2"))
    loader.open_odm_document(str(path))
    loader.load_odm()


def _take_over(source: Path, target: Path) -> None:
    take_over(target, imported.read(source), material.ACTOR).close()


def _delivery(file: StudyFile) -> Delivery:
    data = file.data()
    painted = drawings.all_figures(data.records, file.drawing)
    again = dict(_subjects(data))
    many = replace(
        data,
        subjects=tuple(sorted(again)),
        records={
            replace(key, subject=who): replace(record, key=replace(key, subject=who))
            for who, source in again.items()
            for key, record in data.records.items()
            if _chosen(key, source)
        },
        audit=tuple(_trail(data, again)),
        unaccepted={},
    )
    figures = {
        replace(key, subject=who): painting
        for who, source in again.items()
        for key, painting in painted.items()
        if _chosen(key, source)
    }
    return Delivery(
        many, figures, "benchmark", "2012-01-02T08:00:00.000Z", material.ACTOR.name,
        files=file.attachment,
    )  # fmt: skip


def _subjects(data: StudyData) -> Iterator[tuple[SubjectKey, SubjectKey]]:
    """Yield new subjects, each with the one it repeats."""
    for number, source in enumerate(islice(cycle(data.subjects), SUBJECTS), start=1):
        yield SubjectKey(source.siteid, f"SYN-{number:03}"), source


def _chosen(key: RecordKey, subject: SubjectKey) -> bool:
    return key.subject == subject and key.visit in VISITS


def _trail(data: StudyData, again: dict[SubjectKey, SubjectKey]) -> Iterator[AuditEntry]:
    """Yield the entries of the study and of every subject, numbered and chained anew."""
    before, number = "", 0
    for entry in _entries(data, again):
        fields = [getattr(entry, name) for name in AUDIT_FIELDS]
        before, number = chain_hash(before, *fields), number + 1
        yield replace(entry, id=number, hash=before)


def _entries(data: StudyData, again: dict[SubjectKey, SubjectKey]) -> Iterator[AuditEntry]:
    yield from (entry for entry in data.audit if not entry.subjid)
    for who, source in again.items():
        for e in data.audit:
            mine = (e.siteid, e.subjid) == (source.siteid, source.subjid)
            if mine and e.visit in ("", *VISITS):
                new = who.subjid if e.section == "subject" else e.new
                yield replace(e, subjid=who.subjid, new=new)
