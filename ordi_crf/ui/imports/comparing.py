"""What the page of imports does off the main thread: read a file, compare it with the study."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ordi_crf.core import lab_lines
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.lab_mapping import LabMapping
from ordi_crf.core.lab_strange import Strange, strange
from ordi_crf.core.proposal_words import Spoken, spoken
from ordi_crf.core.proposals import Review, State
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.schema import Language
from ordi_crf.imports import laboratory
from ordi_crf.imports.files import Brought
from ordi_crf.ui.jobs import Work


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file would change, with what is new accepted, and each row of that in words."""

    review: Review
    rows: tuple[Spoken, ...]
    strange: Strange
    """What the file names in the laboratory's own words."""


def reading(path: Path, sheet: str) -> Work:
    """Return the work of reading a file."""

    def work(_progress: Progress, _cancelled: Cancelled) -> Brought:
        return laboratory.read(path, sheet)

    return work


def comparing(file: StudyFile, brought: Brought, mapping: LabMapping, language: Language) -> Work:
    """Return the work of holding the lines of a file against the study."""

    def work(_progress: Progress, _cancelled: Cancelled) -> Compared:
        lines = laboratory.lines(brought, mapping)
        wanted = lab_lines.wanted(lines, mapping, file.data(), date.today())
        found = file.importing.compare(wanted, laboratory.source(brought))
        return Compared(
            found.accept_states(State.NEW), spoken(found, language), strange(lines, mapping)
        )

    return work


def taking(file: StudyFile, review: Review, reason: str | None) -> Work:
    """Return the work of taking what was accepted, all of it or nothing."""

    def work(progress: Progress, _cancelled: Cancelled) -> int:
        return file.importing.take(review, reason, progress)

    return work
