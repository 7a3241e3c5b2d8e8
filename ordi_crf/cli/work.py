"""What commands do with a study file: read it, deliver from it, sum its outcomes up.

Commands import it when they run, so that help and the version come at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ordi_crf import drawings
from ordi_crf.cli.credentials import Who, opened
from ordi_crf.core.delivery import Progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import painted
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Record, StudyData
from ordi_crf.core.summary import summary
from ordi_crf.db import audit
from ordi_crf.db.connection import utc_now
from ordi_crf.db.errors import ExistsError
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, begin, deliver, end
from ordi_crf.forms.schema import Language, Text


def read(file: Path) -> StudyData:
    """Return the state of a study file."""
    with opened(file) as study:
        return study.data()


def refuse_real_data(file: Path) -> None:
    """Raise ExistsError where a study that is not synthetic has the demonstration's name."""
    if file.exists() and not read(file).synthetic:
        raise ExistsError(file)


def write_files(file: Path, request: Request, who: Who, progress: Progress) -> list[Path]:
    """Write an export and return its files; the audit trail says so first where it can."""
    with opened(file, who, read_only=False) as study:
        begin(study, request)
        written = deliver(file, study.actor, request, progress=progress, key=study.key)
        end(study, written)
        return written


def is_merged(file: Path) -> bool:
    """Return whether a file is what several were merged into, not a study."""
    from ordi_crf.merges import kept

    return kept.is_merged(file)


def write_calendar(
    file: Path, folder: Path, kinds: Sequence[str], who: Who, language: Language
) -> list[Path]:
    """Write the visit calendar as of today, of the demonstration as of its last visit."""
    from uuid import uuid4

    from ordi_crf.core.subject_calendar import last_day
    from ordi_crf.export.calendar import Format, edition, write

    with opened(file, who, read_only=False) as study:
        study.permit(Operation.EXPORT)
        for kind in kinds:
            _note(study, "EXPORT", f"calendar ({kind})")
        data, actor = study.data(), study.actor
    now = utc_now()
    last = last_day(data.records.values()) if data.synthetic else None
    found = edition(
        data.records.values(),
        data.subjects,
        today=last or date.today(),
        at=now.replace(microsecond=0),
        actor=actor.name,
        export_id=str(uuid4()),
        language=language,
        synthetic=data.synthetic,
    )
    return [write(found, folder, Format(kind)) for kind in kinds]


def verify(
    file: Path, who: Who, head: str | None, progress: Progress
) -> tuple[StudyData, list[Text]]:
    """Return the study and what is wrong: its audit trail first, then its files and maps."""
    with opened(file, who) as study:
        data = study.data()
        drawn = [record for record in data.records.values() if record.key.form == "BM"]
        problems = study.problems(head)
        for done, record in enumerate(drawn, start=1):
            problem = _misdrawn(record, study.drawing)
            problems += [problem] if problem is not None else []
            progress(done, len(drawn))
        _note(study, "VERIFY", f"{len(problems)} problems")
    return data, problems


def clock_doubt(data: StudyData) -> Text | None:
    """Return that a clock was set back while the study was kept, None where none was."""
    return audit.clock_doubt(data.audit)


def _note(study: StudyFile, event: str, detail: str) -> None:
    """Write an event into the trail, at once or when it can be written again."""
    if not study.read_only or study.accounts.current is not None:
        study.log_event(event, detail)


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


def outcomes(file: Path, language: Language) -> list[str]:
    """Return the printed outcome summary of a study file."""
    with opened(file) as study:
        data = study.data()
        return summary(data, drawings.all_figures(data.records, study.drawing), language)
