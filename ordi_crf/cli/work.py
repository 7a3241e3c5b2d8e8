"""What commands do with a study file: read it, deliver from it, sum its outcomes up.

Commands import it when they run, so that help and the version come at once.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ordi_crf import drawings
from ordi_crf.core.delivery import Progress
from ordi_crf.core.outcomes import summary
from ordi_crf.core.records import StudyData
from ordi_crf.db.errors import ExistsError
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.deliver import Request, deliver
from ordi_crf.forms.schema import Language

_ROLE = "Command line"


def actor() -> Actor:
    """Return who runs the command, as the audit trail and the exports name them."""
    try:
        return Actor(getpass.getuser(), _ROLE)
    except (OSError, KeyError, ImportError):
        # No user database and no environment, as in a bare container.
        return Actor("unknown", _ROLE)


@contextmanager
def opened(file: Path, *, read_only: bool = True) -> Iterator[StudyFile]:
    """Give an open study file; StudyFileError when it cannot be used."""
    study = StudyFile.open(file, actor(), read_only=read_only)
    try:
        yield study
    finally:
        study.close()


def read(file: Path) -> StudyData:
    """Return the state of a study file."""
    with opened(file) as study:
        return study.data()


def refuse_real_data(file: Path) -> None:
    """Raise ExistsError where a study that is not synthetic has the demonstration's name."""
    if file.exists() and not read(file).synthetic:
        raise ExistsError(file)


def write_files(file: Path, request: Request, progress: Progress) -> list[Path]:
    """Write an export and return its files; the audit trail says so first where it can."""
    with opened(file, read_only=False) as study:
        if not study.read_only:
            # Before the data are read, so that the export holds its own entry.
            study.log_event("EXPORT", request.name)
    return deliver(file, actor(), request, progress=progress)


def outcomes(file: Path, language: Language) -> list[str]:
    """Return the printed outcome summary of a study file."""
    with opened(file) as study:
        data = study.data()
        return summary(data, drawings.all_figures(data.records, study.drawing), language)
