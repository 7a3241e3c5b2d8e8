"""The study file itself: its trail against its tables, kept files, figures against strokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ordi_crf import drawings
from ordi_crf.core.delivery import Progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import painted
from ordi_crf.core.records import Record, StudyData
from ordi_crf.db import audit
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import Problem, Report

KIND = Text("Study file", "Archivo de estudio")


def verify(file: StudyFile, head: str | None, progress: Progress) -> Report:
    """Return what verifying an open study came to; `head` is that of an earlier export."""
    data = file.data()
    report = Report(KIND, file.path.name)
    report.facts = [
        (Text("Audit entries", "Entradas de auditoría"), str(len(data.audit))),
        (Text("Audit head", "Último hash"), data.head),
    ]
    report.problems = [Problem(text) for text in problems(file, data, head, progress)]
    if report.sound:
        report.holds = [HOLDS.format(n=len(data.audit)), DRAWN]
    doubt = audit.clock_doubt(data.audit)
    report.notes = [] if doubt is None else [doubt]
    return report


def problems(file: StudyFile, data: StudyData, head: str | None, progress: Progress) -> list[Text]:
    """Return what is wrong with a study: its audit trail first, then its files and maps."""
    drawn = [record for record in data.records.values() if record.key.form == "BM"]
    found = file.problems(head)
    for done, record in enumerate(drawn, start=1):
        problem = _misdrawn(record, file.drawing)
        found += [problem] if problem is not None else []
        progress(done, len(drawn))
    return found


def _misdrawn(record: Record, fetch: drawings.Fetch) -> Text | None:
    """Return how the kept figures and cells of a body map differ from its strokes, if they do."""
    key = record.key
    place = f"{key.subject} / {key.visit} {key.visit_repeat} / {key.form} {key.form_repeat}"
    try:
        replayed = drawings.open_drawing(record, _nothing)
    except ValueError:
        return Text(
            "{place}: a stroke cannot be read, so there are no figures.",
            "{place}: un trazo es ilegible, por lo que no hay cifras.",
        ).format(place=place)
    kept, figures = drawings.open_drawing(record, fetch), drawings.figures(record, fetch)
    painted_again = replace(painted(replayed), digest=figures.digest)
    if figures == painted_again and _cells(kept) == _cells(replayed):
        return None
    return Text(
        "{place}: the figures kept with the study are not those of its strokes.",
        "{place}: las cifras guardadas con el estudio no son las de sus trazos.",
    ).format(place=place)


def _cells(drawing: Drawing) -> list[tuple[bytes, Sequence[int]]]:
    """Return the levels of every cell and their counts."""
    return [(mask.levels(), mask.counts()) for mask in drawing.masks.values()]


def _nothing(_digest: str) -> None:
    """Find no drawing kept, so that it is painted again."""


HOLDS = Text(
    "The audit trail holds: {n} entries, and replaying them gives the data as they are.",
    "La auditoría es íntegra: {n} entradas, y al reproducirlas resultan los datos actuales.",
)
DRAWN = Text(
    "The figures of every body map are those of its strokes.",
    "Las cifras de cada mapa corporal son las de sus trazos.",
)
