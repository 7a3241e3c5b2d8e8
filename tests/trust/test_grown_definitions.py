"""T35: the definitions grow within a study; what was begun before stays as it was, by its version.

An encrypted study with accounts: demographics as version 1, without the item and the code that
version 2 has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from ordi_crf import forms
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.db import access, audit, backup, connection, opening
from ordi_crf.db.snapshot import snapshot
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.deliver import Request, deliver
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.demographics import FORM as DM
from tests.builders import SUBJECT, Ticking, key
from tests.db import people
from tests.db.people import FIRST, come
from tests.export.workbook_data import read

BEGUN, SECOND = key("DM", "SCR"), SubjectKey("01", "01-002")
LATER = RecordKey(SECOND, "SCR", "DM")


def defined(form: forms.Form) -> tuple[forms.Form, ...]:
    return tuple(form if known.oid == form.oid else known for known in forms.FORMS)


@pytest.fixture
def earlier(path: Path, cheap: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a study in which a form was completed in version 1; version 2 is in use now."""
    fewer = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
    with monkeypatch.context() as past:
        past.setattr(forms, "FORMS", defined(replace(DM, sections=(fewer,), version="1")))
        study, _ = people.set_up(path)
        study.add_subject(SUBJECT)
        study.add_subject(SECOND)
        study.answer(BEGUN, [Answer("dm", "", "SEX", "F"), Answer("dm", "", "BRTHDAT", "1969")])
        study.set_status(BEGUN, Status.COMPLETE)
        study.answer(BEGUN, [Answer("dm", "", "BRTHDAT", "1970")], "misread")
        study.close()
    monkeypatch.setattr(forms, "FORMS", defined(replace(DM, version="2")))
    return path


def before(path: Path) -> tuple[object, ...]:
    """Return what the study held before it was upgraded, as its backup tells."""
    with closing(come(path, Role.INVESTIGATOR)) as study:
        made, secret = study.backup, study.key
    assert made is not None
    held = opening.peek(made, lambda link: link.execute(
        "SELECT BRTHDAT, SEX FROM dm ORDER BY id").fetchall(), secret)  # fmt: skip
    return tuple(held)


def test_a_backup_is_made_before_and_can_be_read_with_the_same_key(earlier: Path) -> None:
    assert before(earlier) == (("1970", "F"),)
    made = [b for b in backup.backups(earlier) if b.kind is backup.Kind.UPGRADE]
    assert len(made) == 1
    assert not connection.is_plain(made[0].path)


def test_no_value_is_changed_by_it_and_the_trail_says_that_it_was_done(earlier: Path) -> None:
    """Each value a migration changed would be one entry: this one changes none."""
    with closing(come(earlier, Role.INVESTIGATOR)) as study:
        data = study.data()
        values = study.record(BEGUN).sections["dm"][""].values
    assert (values["BRTHDAT"], values["SEX"], values[DEMOGRAPHICS.items[-1].name]) == (
        "1970", "F", None,
    )  # fmt: skip
    at = next(n for n, e in enumerate(data.audit) if e.item == "SCHEMA UPGRADED")
    assert {e.action for e in data.audit[at:]} == {"event"}
    assert [(e.old, e.new) for e in data.audit[:at] if e.item == "BRTHDAT"] == [
        (None, "1969"), ("1969", "1970"),
    ]  # fmt: skip
    assert audit.verify(data) == []


@pytest.fixture
def grown(earlier: Path) -> Iterator[StudyFile]:
    """Give the upgraded study, in which another subject's form was begun in version 2."""
    study = come(earlier, Role.INVESTIGATOR, clock=Ticking())
    study.answer(LATER, [Answer("dm", "", "SEX", "M")])
    yield study
    study.close()


def test_each_form_keeps_the_version_in_which_it_was_begun(grown: StudyFile) -> None:
    assert (grown.record(BEGUN).version, grown.record(LATER).version) == ("1", "2")
    grown.answer(BEGUN, [Answer("dm", "", "SEX", "M")], "misread again")
    assert grown.record(BEGUN).version == "1"


def test_each_form_is_printed_in_its_version(grown: StudyFile, tmp_path: Path) -> None:
    request = Request(tmp_path / "out", workbook=False)
    request.folder.mkdir()
    told = {}
    for file in deliver(grown.path, grown.actor, request, key=grown.key):
        document = pypdfium2.PdfDocument(file)
        text = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        told[file.stem[-6:]] = [n for n in "12" if f"Demographics · version {n}" in text]
    assert told == {SUBJECT.subjid: ["1"], SECOND.subjid: ["2"]}


def test_the_workbook_says_the_version_of_each_form(grown: StudyFile, tmp_path: Path) -> None:
    request = Request(tmp_path, casebooks=False)
    (file,) = deliver(grown.path, grown.actor, request, key=grown.key)
    told = {row["SUBJID"]: row["FORMVER"] for row in read(file, "DM")}
    assert told == {SUBJECT.subjid: "1", SECOND.subjid: "2"}


def test_a_program_of_before_does_not_open_what_grew(
    grown: StudyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would show less than was entered."""
    grown.close()
    fewer = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
    monkeypatch.setattr(forms, "FORMS", defined(replace(DM, sections=(fewer,), version="1")))
    with pytest.raises(access.sql.errors.StudyFileError, match=DEMOGRAPHICS.items[-1].name):
        access.log_in(grown.path, "investigator", FIRST)


def test_the_state_of_a_form_can_be_shown_as_it_was_at_any_moment(grown: StudyFile) -> None:
    """The trail of before the upgrade is the trail after it."""
    with grown._reading() as link:
        data = snapshot(link)
    held = [e for e in data.audit if e.item == "VERSION" and e.subjid == SUBJECT.subjid]
    assert [(e.old, e.new) for e in held] == [(None, "1")]
