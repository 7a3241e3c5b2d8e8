"""What commands do with a study file: read it, deliver from it, sum its outcomes up.

Commands import it when they run, so that help and the version come at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from ordi_crf import drawings
from ordi_crf.cli.credentials import Who, opened
from ordi_crf.core.delivery import Progress
from ordi_crf.core.identifiers import places
from ordi_crf.core.identifiers.places import Hit
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import StudyData
from ordi_crf.core.summary import summary
from ordi_crf.db import audit
from ordi_crf.db.connection import utc_now
from ordi_crf.db.errors import ExistsError
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, UnconfirmedError, begin, deliver, end, suspected
from ordi_crf.forms.schema import Language, Text
from ordi_crf.identification import listed
from ordi_crf.verify import study as checks
from ordi_crf.verify.report import Report


def read(file: Path) -> StudyData:
    """Return the state of a study file."""
    with opened(file) as study:
        return study.data()


def refuse_real_data(file: Path) -> None:
    """Raise ExistsError where a study that is not synthetic has the demonstration's name."""
    if file.exists() and not read(file).synthetic:
        raise ExistsError(file)


def write_files(
    file: Path, request: Request, who: Who, progress: Progress, *, confirmed: bool = False
) -> list[Path]:
    """Write an export and return its files; the audit trail says so first where it can.

    UnconfirmedError where free text seems to hold identifiers, unless that was `confirmed`.
    """
    with opened(file, who, read_only=False) as study:
        study.permit(Operation.EXPORT)
        request = replace(request, listed=listed(study))
        found = suspected(study, request)
        if found and not confirmed:
            raise UnconfirmedError(found)
        request = replace(request, confirmed=frozenset(found))
        begin(study, request)
        written = deliver(file, study.actor, request, progress=progress, key=study.key)
        end(study, written)
        return written


def write_everything(
    file: Path, folder: Path, language: Language, name: str, progress: Progress
) -> list[Path]:
    """Write the signed package of all there is, unpack it beside, and return what can be opened.

    Files for SAS, SPSS and Stata are part of it where the extra that writes them is installed.
    """
    from ordi_crf.export.statistics import native

    request = Request(
        folder, blank=True, annotated=True, csv=True, statistics=native.available(), odm=True,
        language=language, package=True,
    )  # fmt: skip
    package, key = write_files(file, request, Who(name), progress)
    inside = package.with_suffix("")
    with ZipFile(package) as archive:
        archive.extractall(inside)
    return [package, key, *sorted(inside.iterdir())]


def said(hit: Hit, language: Language) -> str:
    """Return a suspicion and its place in one line."""
    where = ", ".join(word for word in places.words(hit, language) if word)
    return f"{hit.kind.value.in_(language)}: {hit.text}  ({where})"


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
        problems = checks.problems(study, data, head, progress)
        _note(study, "VERIFY", f"{len(problems)} problems")
    return data, problems


def verify_delivered(
    file: Path, key: Path | None, study: Path | None, who: Who, progress: Progress
) -> Report:
    """Return what verifying a file that left the site came to; UnreadableError."""
    from ordi_crf.verify import files
    from ordi_crf.verify.manifest import public_key
    from ordi_crf.verify.trust import Trust

    known = None if key is None else public_key(key)
    data = None
    if study is not None:
        with opened(study, who) as held:
            data = held.data()
    return files.verify(file, Trust(known, data), progress, lambda: False)


def is_delivered(file: Path) -> bool:
    """Return whether a file is of a kind that is delivered; all else is for a study to be."""
    from ordi_crf.verify import files

    return file.is_file() and files.kind(file) is not files.Kind.STUDY


def clock_doubt(data: StudyData) -> Text | None:
    """Return that a clock was set back while the study was kept, None where none was."""
    return audit.clock_doubt(data.audit)


def _note(study: StudyFile, event: str, detail: str) -> None:
    """Write an event into the trail, at once or when it can be written again."""
    if not study.read_only or study.accounts.current is not None:
        study.log_event(event, detail)


def outcomes(file: Path, language: Language) -> list[str]:
    """Return the printed outcome summary of a study file."""
    with opened(file) as study:
        data = study.data()
        return summary(data, drawings.all_figures(data.records, study.drawing), language)
