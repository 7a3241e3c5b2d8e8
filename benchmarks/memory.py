"""The most memory that writing a workbook takes: of 10,000 visits, and of 1,000.

Subjects of the demonstration, each again and again under another number, with the forms of every
visit (`FORMS`), their audit trail, signatures and verifications. Each study is exported by a
program of its own, whose peak is that of the whole process.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path

from benchmarks import material
from benchmarks.measuring import Row, Unit, row
from ordi_crf import forms, study
from ordi_crf.db.connection import Connection
from ordi_crf.db.study_file import StudyFile
from ordi_crf.db.upgrade import without_attachments

FEW, MANY = 1_000, 10_000
FORMS = ("SV", "VS", "PE", "PGA")
BAR = 1.5
"""Times the memory of the smaller study, above which the larger one is over its bar."""

_PLANNED = ", ".join(f"'{visit.code}'" for visit in study.VISITS)
_VISITS = (
    "SELECT count(*) FROM (SELECT DISTINCT subject_id, visit, visit_repeat FROM record "
    f"WHERE visit IN ({_PLANNED}))"
)


def measure() -> list[Row]:
    """Return the peak of both, in MB."""
    few, many = (_peak(_study(visits)) for visits in (FEW, MANY))
    note = f"{MANY:,} visits, the other {FEW:,}"
    return [
        row("workbook, most memory", [(many, few)], bar=BAR * few, unit=Unit.MEGABYTES, note=note)
    ]


def _study(visits: int) -> Path:
    """Return a study of this many visits."""
    path = material.copied_study(f"memory{visits}")
    file = StudyFile.open(path, material.ACTOR)
    with file._transactions.writing() as connection, without_attachments(connection):
        _thin(connection)
        known = connection.execute("SELECT max(id) FROM record").fetchone()[0]
        for number in count(1):
            if connection.execute(_VISITS).fetchone()[0] >= visits:
                break
            _repeat(connection, known, number)
    file.close()
    return path


def _thin(connection: Connection) -> None:
    """Leave the forms of every visit alone, with their trail."""
    kept = ", ".join(f"'{form}'" for form in FORMS)
    gone = f"(SELECT id FROM record WHERE form NOT IN ({kept}))"
    for table in _tables():
        connection.execute(f'DELETE FROM "{table}" WHERE record_id IN {gone}')
    for table in ("query_message", "query", "adjudication", "second_answer", "second_entry"):
        connection.execute(f'DELETE FROM "{table}"')
    connection.execute(f"DELETE FROM record WHERE form NOT IN ({kept})")
    connection.execute(f"DELETE FROM audit WHERE form NOT IN ('', {kept})")


def _repeat(connection: Connection, known: int, number: int) -> None:
    """Add every subject of the demonstration once more."""
    far, people = known * number, "SELECT count(*) FROM subject WHERE subjid NOT LIKE '%/%'"
    more = connection.execute(people).fetchone()[0] * number
    own = f"subjid || '/{number:04}'"
    _copy(connection, "subject", {"id": f"id + {more}", "subjid": own}, f"id <= {more // number}")
    moved = {"id": f"id + {far}", "subject_id": f"subject_id + {more}"}
    _copy(connection, "record", moved, f"id <= {known}")
    for table in _tables():
        _copy(connection, table, {"record_id": f"record_id + {far}"}, f"record_id <= {known}")
    _copy(connection, "audit", {"subjid": own}, "subjid <> '' AND subjid NOT LIKE '%/%'")


def _copy(connection: Connection, table: str, changed: dict[str, str], where: str) -> None:
    columns = [name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')]
    kept = [name for name in columns if name != "id" or "id" in changed]
    names = ", ".join(f'"{name}"' for name in kept)
    values = ", ".join(changed.get(name, f'"{name}"') for name in kept)
    connection.execute(
        f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" WHERE {where}'
    )


def _tables() -> list[str]:
    sections = [section.name for form in forms.FORMS for section in form.sections]
    return [*sections, "explanation", "missing", "unaccepted", "signature", "verification"]


def _peak(path: Path) -> float:
    program = [sys.executable, "-m", "benchmarks.programs.workbook_written", str(path)]
    done = subprocess.run(program, capture_output=True, text=True, check=True, cwd=material.ROOT)
    return float(done.stdout)
