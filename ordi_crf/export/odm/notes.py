"""What is said beside the values of a form, as ODM's annotations with flags.

State, null flavours, kept findings, queries, source verification, and typed text that is no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ordi_crf.core.life import ScopeLock
from ordi_crf.core.missing import Missing, Place
from ordi_crf.core.records import Record, StudyData
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.lists import ACTS, FLAGS, LOCKS, SECTIONS
from ordi_crf.export.odm.markup import text
from ordi_crf.export.odm.people import SPONSOR
from ordi_crf.export.workbook.keys import STATUS
from ordi_crf.forms.codelists import NY

_FLAVOURS = "NULLFLAVOR"
_FORM: Place = ("", "", "")


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation: words, whose they are, and flags as type, codelist and code."""

    words: str
    flags: tuple[tuple[str, str, str], ...]
    sponsor: bool = False


BLANK = Note("", (("BLANK", NY.name, "Y"),))
"""On a row that is there although nothing in it is answered."""


def notes(data: StudyData, record: Record) -> dict[Place, list[Note]]:
    """Return what is said beside each place of a form; blank parts are the whole of it."""
    found: dict[Place, list[Note]] = {}
    for place, note in _said(data, record):
        found.setdefault(place, []).append(note)
    return found


def missing_note(missing: Missing) -> Note:
    """Return why something is missing."""
    return Note(missing.comment, (("NULLFLAVOR", _FLAVOURS, missing.flavour),))


def in_section(note: Note, section: str) -> Note:
    """Return a note that names its section, for a place wider than that."""
    named = (*note.flags, ("SECTION", SECTIONS.name, section))
    return replace(note, flags=named) if section else note


def lock_note(lock: ScopeLock) -> Note:
    """Return that a visit, a subject or the study is locked, or open again."""
    return Note("", (("LOCK", LOCKS.name, "LOCKED" if lock.locked else "OPEN"),))


def annotated(several: Iterable[Note]) -> str:
    """Return annotations, numbered from 1."""
    return "".join(_annotation(n, note) for n, note in enumerate(several, start=1))


def _annotation(number: int, note: Note) -> str:
    whose = "Sponsor" if note.sponsor else "Site"
    words = f'<Comment SponsorOrSite="{whose}">{text(note.words)}</Comment>' if note.words else ""
    flags = "".join(
        f'<Flag><FlagValue CodeListOID="{oids.codelist(codes)}">{text(code)}</FlagValue>'
        f'<FlagType CodeListOID="{oids.codelist(FLAGS.name)}">{kind}</FlagType></Flag>'
        for kind, codes, code in note.flags
    )
    return f'<Annotation SeqNum="{number}">{words}{flags}</Annotation>'


def _said(data: StudyData, record: Record) -> Iterator[tuple[Place, Note]]:
    yield _FORM, Note("", (("STATUS", STATUS.name, record.status.value),))
    for place, missing in record.flavours.items():
        if not place[2]:
            yield place, missing_note(missing)
    for (section, row, finding), reason in record.explanations.items():
        yield (section, row, ""), _yes("KEPT", f"{finding}: {reason}")
    for query in data.queries.get(record.key, ()):
        about = f"{query.finding}, " if query.finding else ""
        for message in query.messages:
            said = f"{query.number}: {message.text} ({about}{message.actor}, {message.at})"
            flags = (("QUERY", ACTS.name, message.act.value),)
            yield query.place, Note(said, flags, sponsor=message.role in SPONSOR)
    for place, seen in data.verified.get(record.key, {}).items():
        said = f"{seen.actor}, {seen.role}, {seen.at}"
        yield place, _yes("VERIFIED", said, sponsor=seen.role in SPONSOR)
    unread: Mapping[Place, str] = data.unaccepted.get(record.key, {})
    for place, typed in unread.items():
        yield place, _yes("UNACCEPTED", typed)


def _yes(kind: str, words: str, *, sponsor: bool = False) -> Note:
    return Note(words, ((kind, NY.name, "Y"),), sponsor=sponsor)
