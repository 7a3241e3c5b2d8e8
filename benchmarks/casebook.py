"""The casebooks of the demonstration study, one subject after the other.

The baseline is a minimal program over reportlab: as many pages, and on each as many lines of text
of the same length, as many rectangles and paths of as many segments; their contents already there.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks import material
from benchmarks.measuring import Pair, Row, Spread, row, seconds, spread
from ordi_crf import drawings
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export import casebook
from ordi_crf.export.casebook.type import Face

_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\) Tj")
_RECTANGLE = re.compile(rb" re(?=\s)")
_SEGMENT = re.compile(rb" [lc](?=\s)")
_PAINTED = re.compile(rb"(?<=\s)(?:S|s|f\*?|[Bb]\*?)(?=\s)")
_FILLER = "Eritema y escala en la nariz; 18 % BSA, 2012-01-02. " * 8
_SIZE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """How much is on a page."""

    texts: tuple[int, ...]
    """Characters of each line."""
    rectangles: int
    paths: int
    segments: int
    """Of all paths together."""


def measure() -> list[Row]:
    """Return the time of the subject in the middle, and of all subjects together."""
    with closing(material.opened_study("casebook", read_only=True)) as file:
        data = file.data()
        painted = drawings.all_figures(data.records, file.drawing)
        delivery = Delivery(
            data, painted, "benchmark", "2012-01-02T08:00:00.000Z", material.ACTOR.name
        )
        _written(delivery, file, data.subjects[0])
        pairs, pages = _subjects(delivery, file)
    ours, plain = (sum(side) for side in zip(*pairs, strict=True))
    ratios: Spread = spread(pairs)
    return [
        row("casebook of one subject", pairs),
        Row(f"casebooks of all {len(pairs)}", ours, plain, ratios, note=f"{pages} pages"),
    ]


def _subjects(delivery: Delivery, file: StudyFile) -> tuple[list[Pair], int]:
    """Return ours and the baseline's for each subject, and how many pages there are."""
    pairs: list[Pair] = []
    pages = 0
    for subject in delivery.data.subjects:
        ours, path = _written(delivery, file, subject)
        found = _pages(path)
        pages += len(found)
        plain = path.with_suffix(".plain.pdf")
        pairs.append((ours, seconds(partial(_write_plainly, found, plain))))
    return pairs, pages


def _written(delivery: Delivery, file: StudyFile, subject: SubjectKey) -> tuple[float, Path]:
    path = material.folder() / f"{subject}.pdf"

    def drawing(key: RecordKey) -> Drawing:
        return drawings.open_drawing(delivery.data.records[key], file.drawing)

    return seconds(lambda: casebook.write(delivery, subject, path, drawing)), path


def _pages(path: Path) -> list[Page]:
    contents = (page.get_contents() for page in PdfReader(path).pages)
    return [_page(content.get_data()) for content in contents if content is not None]


def _page(content: bytes) -> Page:
    rectangles = len(_RECTANGLE.findall(content))
    return Page(
        tuple(len(text) for text in _TEXT.findall(content)),
        rectangles,
        max(0, len(_PAINTED.findall(content)) - rectangles),
        len(_SEGMENT.findall(content)),
    )


def _write_plainly(pages: list[Page], path: Path) -> None:
    canvas = Canvas(str(path), pageCompression=1)
    for page in pages:
        for n, length in enumerate(page.texts):
            canvas.setFont(Face.REGULAR.value, _SIZE)
            canvas.drawString(42 + n % 7, 800 - n % 700, _FILLER[:length])
        for n in range(page.rectangles):
            canvas.rect(42 + n % 400, 60 + n % 600, 20, 8, stroke=1, fill=0)
        for n in range(page.paths):
            so_far, then = (page.segments * k // page.paths for k in (n, n + 1))
            _draw_path(canvas, n, then - so_far)
        canvas.showPage()
    canvas.save()


def _draw_path(canvas: Canvas, number: int, segments: int) -> None:
    path = canvas.beginPath()
    path.moveTo(42 + number % 400, 60)
    for n in range(segments):
        path.lineTo(42 + (number + n) % 500, 60 + n % 600)
    canvas.drawPath(path)
