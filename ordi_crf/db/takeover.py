"""A new study out of a file that carries a whole one, with its audit trail as it is (T36).

The entries are taken over one by one, with their hashes, so that every signature still leads to the
entry it came after; the tables are made from them alone, and have to say what the file's answers
say. The trail then goes on in the importer's name: accounts end, since no password travels, and the
event names the file, its SHA-256 and the last hash that came with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from ordi_crf import forms
from ordi_crf.core import carried as carrying
from ordi_crf.core import strokes, values
from ordi_crf.core.carried import Carried
from ordi_crf.core.chain import AUDIT_FIELDS
from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.core.records import AuditEntry, StudyData
from ordi_crf.db import audit, files, retelling, upgrade, writing
from ordi_crf.db.connection import Clock, Connection, Context, IntegrityError, utc_now
from ordi_crf.db.import_errors import NotCarriedError
from ordi_crf.db.importing import EVENT
from ordi_crf.db.retelling import Retold, UntellableError
from ordi_crf.db.retold_tables import write
from ordi_crf.db.snapshot import snapshot
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import ForbiddenError
from ordi_crf.forms.schema import Attachment, Stroke, Text

_NO_TRAIL = Text(
    "the file has no audit trail. Bring its values into a study that exists",
    "el archivo no tiene registro de auditoría. Traiga sus valores a un estudio que exista",
)
_UNKNOWN = Text(
    "audit entry {n} tells of what this program does not have. Is there a newer ORDI CRF?",
    "la entrada de auditoría {n} habla de algo que este programa no tiene. ¿Hay un ORDI CRF "
    "más nuevo?",
)
_NO_VALUE = Text("{item} cannot be {value}", "{item} no puede ser {value}")
_WRONG_FILE = Text(
    "a kept file is not what its SHA-256 says", "un archivo guardado no es el que dice su SHA-256"
)
_REASON = "Passwords are in no file: accounts end where the study comes out of one"


def take_over(
    path: Path, carried: Carried, actor: Actor, *, clock: Clock = utc_now,
    machine: str | None = None,
) -> StudyFile:  # fmt: skip
    """Return a new, open study made from a file; nothing is left where it cannot be.

    ForbiddenError for a role that does not import, ExistsError rather than replace anything,
    NotCarriedError where the file's trail does not hold or tells something else than its answers.
    """
    role = Role(actor.role)
    if not allowed(role, Operation.IMPORT):
        raise ForbiddenError(role, Operation.IMPORT)
    begin = beginning(carried)
    return StudyFile.create(path, actor, clock=clock, machine=machine, begin=begin)


def beginning(carried: Carried) -> Callable[[Connection, Context], None]:
    """Return what fills the empty tables of a new study; NotCarriedError when it is called."""

    def begin(connection: Connection, context: Context) -> None:
        told = _told(carried)
        try:
            with upgrade.without_attachments(connection):
                write(connection, told, carried)
                _write_trail(connection, carried.audit)
        except IntegrityError as error:
            raise _refused(carried, Text(str(error), str(error))) from error
        _end_accounts(connection, context, told)
        detail = f"{carried.source}; {len(carried.audit)} entries to {carried.audit[-1].hash}"
        writing.log_event(connection, EVENT, detail)
        _prove(connection, carried, snapshot(connection))

    return begin


def _told(carried: Carried) -> Retold:
    if not carried.audit:
        raise _refused(carried, _NO_TRAIL)
    try:
        told = retelling.retold(carried.audit)
    except UntellableError as error:
        raise _refused(carried, _UNKNOWN.format(n=error.entry.id)) from error
    if any(hashlib.sha256(content).hexdigest() != name for name, content in carried.files.items()):
        raise _refused(carried, _WRONG_FILE)
    return told


def _write_trail(connection: Connection, entries: tuple[AuditEntry, ...]) -> None:
    names = ("id", *AUDIT_FIELDS, "hash")
    connection.executemany(
        f"INSERT INTO audit ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        (tuple(getattr(entry, name) for name in names) for entry in entries),
    )


def _end_accounts(connection: Connection, context: Context, told: Retold) -> None:
    """Tell that the accounts of the file are no more."""
    context.reason = _REASON
    connection.executemany(
        "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) "
        "VALUES ('account', NULL, NULL, 'account', ?, ?, ?, NULL)",
        [(*place, value) for place, value in told.accounts.items() if value is not None],
    )
    context.reason = None


def _prove(connection: Connection, carried: Carried, data: StudyData) -> None:
    """Raise unless the trail holds, tells what the answers say, and every value can be one."""
    problems = [*audit.verify(data), *files.verify(connection, data)]
    differs = carrying.difference(carried, data)
    if differs is not None:
        problems.append(differs)
    if problems:
        raise _refused(carried, problems[0])
    _refuse_impossible(carried)


def _refuse_impossible(carried: Carried) -> None:
    for key, answers in carried.answers.items():
        form = forms.form(key.form)
        for (section, _, name), value in answers.items():
            item = form.section(section).item(name)
            try:
                if isinstance(item, Stroke):
                    canonical = strokes.encode(strokes.decode(value))
                else:
                    canonical = values.parse(item, value) or ""
            except ValueError:
                canonical = ""
            if canonical != value and not isinstance(item, Attachment):
                raise _refused(carried, _NO_VALUE.format(item=name, value=f"“{value[:40]}”"))


def _refused(carried: Carried, why: Text) -> NotCarriedError:
    return NotCarriedError(carried.source.name, why)
