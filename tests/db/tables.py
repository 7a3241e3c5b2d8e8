"""A small plain study with two rows in every table, for another program to be at."""

from __future__ import annotations

from pathlib import Path

from ordi_crf import forms, study
from ordi_crf.core import strokes, values
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import Operation, Role
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.core.second import DOUBLE
from ordi_crf.core.verification import places
from ordi_crf.db import schema, site_key
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms.schema import Attachment, Form, Item, Section, Stroke
from tests.builders import key, stroke
from tests.db import people

SUBJECTS = (SubjectKey("01", "01-001"), SubjectKey("01", "01-002"))
_TRIED = ("2010-01-05", "1", "1.0", "Y", "x", "12:30")


def filled(path: Path) -> None:
    """Make the study."""
    opened, _ = people.set_up(path, encrypted=False)
    opened.accounts.add("nurse", "Nurse de Prueba", people.Role.NURSE, "una clave provisional")
    digests = [opened.attach(b"one photograph"), opened.attach(b"another photograph")]
    for subject in SUBJECTS:
        opened.add_subject(subject)
    for form in forms.FORMS:
        record = RecordKey(SUBJECTS[0], _visit(form), form.oid)
        for section in form.sections:
            _fill(opened, record, section, digests[0])
    log = key("AE")
    for number in ("1", "2"):
        opened.explain(log, ("ae", number, "AE.X"), f"so it is {number}")
        opened.keep_unaccepted(log, "ae", number, "AESTDAT", f"spring {number}")
        opened.remember(f"zoom {number}", "2")
        opened.keep_drawing(f"mask {number}", b"mask")
        opened.say_missing([(log, ("ae", number, "AEENDAT"))], Missing("ASKU", number))
    opened.site_key.make()
    _make_another_key(opened)
    opened.close()
    _review(path)


def _make_another_key(opened: StudyFile) -> None:
    """Leave a second pair, as a study that was made again from its history has."""
    seed = bytes(range(32))
    with opened._writing(operation=Operation.EXPORT) as connection:
        connection.execute(
            "INSERT INTO site_key (public, seed) VALUES (?, ?)", (site_key.public_of(seed), seed)
        )


def _review(path: Path) -> None:
    """Let each role leave two of what it leaves: queries, ticks, second entries, locks."""
    opened = people.come(path, Role.INVESTIGATOR)
    for role in (Role.MONITOR, Role.DATA_MANAGER):
        given = f"{people.password(role)} provisional"
        opened.accounts.add(people.login(role), people.name(role), role, given)
    twice = [key("DM", "SCR"), key("VS", "SCR")]
    signed = [key("RP", "SCR"), key("SV", "SCR")]
    opened.set_properties({DOUBLE: "DM VS"})
    for record in (*twice, *signed):
        opened.set_status(record, Status.COMPLETE)
    _switch(opened, Role.DATA_MANAGER)
    others = Answer("dm", "", "SEX", "M"), Answer("vs", "", "WEIGHT", "61")
    for record, other in zip(twice, others, strict=True):
        opened.second.answer(record, [other])
        difference = opened.second.finish(record)[0]
        opened.second.adjudicate(record, difference, difference.first, "the source says so")
    for number in (1, 2):
        opened.life.lock(Scope(SUBJECTS[1]))
        opened.life.unlock(Scope(SUBJECTS[1]), f"too early {number}")
    _switch(opened, Role.MONITOR)
    for number in ("1", "2"):
        asked = opened.queries.ask(key("AE"), ("ae", number, "AETERM"), "Which one?")
        opened.queries.close(asked, "It was clear.")
    form = key("PE", "SCR")
    opened.verification.verify((form, place) for place in places(opened.record(form)))
    opened.accounts.switch(people.login(Role.INVESTIGATOR), people.FIRST)
    for record in signed:
        scope = Scope.of(record)
        opened.signing.sign(
            Signing(scope, "REVIEWED", people.login(Role.INVESTIGATOR), people.FIRST)
        )
    opened.close()


def _switch(opened: StudyFile, role: Role) -> None:
    """Let a role come for the first time."""
    given = f"{people.password(role)} provisional"
    opened.accounts.switch(people.login(role), given)
    opened.accounts.change_password(people.login(role), given, people.password(role))


def names() -> list[str]:
    """Return the name of every table of a study file."""
    return list(schema.tables())


def _visit(form: Form) -> str:
    if form.oid in study.LOG.forms:
        return "LOG"
    return next(visit.code for visit in study.VISITS if form.oid in visit.forms)


def _fill(opened: StudyFile, record: RecordKey, section: Section, digest: str) -> None:
    """Give a section two rows, or every row it has, with an answer in each."""
    if section.repeating:
        for number in (1, 2):
            opened.add_row(record, section.name, _row(section, number, digest))
        return
    for row in [code.value for code in section.rows.codes] if section.rows else [""]:
        item = next(i for i in section.items if row not in i.not_in_rows)
        opened.answer(record, [Answer(section.name, row, item.name, _value(item, digest))])


def _row(section: Section, number: int, digest: str) -> dict[str, str | None]:
    if any(isinstance(item, Stroke) for item in section.items):
        return dict(stroke(number))
    item = section.items[0]
    return {item.name: _value(item, digest)}


def _value(item: Item, digest: str) -> str:
    """Return a value that an item takes."""
    if isinstance(item, Attachment):
        return f"{digest} photograph.png"
    if isinstance(item, Stroke):
        return strokes.encode(strokes.decode(stroke()["BMOP"]))
    codes = getattr(item, "codes", None)
    tried = [code.value for code in codes.codes] if codes else []
    return next(text for text in (*tried, *_TRIED) if _taken(item, text))


def _taken(item: Item, text: str) -> bool:
    try:
        return values.parse(item, text) == text
    except ValueError:
        return False
