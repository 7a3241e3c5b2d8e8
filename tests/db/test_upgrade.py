"""A file of an earlier program is brought up to date: backed up first, and with every row."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf import forms
from ordi_crf.core.records import Status
from ordi_crf.db import backup, errors
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms import demographics, dosing, visit
from ordi_crf.forms.codelists import SEX
from ordi_crf.forms.schema import CodeList
from tests.builders import ANA, SUBJECT, Ticking, answers, clasi, forms_with, key, section_with

DM, AE, CLASI = key("DM", "SCR"), key("AE"), key("CLASI")


def without_item(section, name):
    return replace(section, items=tuple(item for item in section.items if item.name != name))


def with_codes(section, name, codes):
    return section_with(section, replace(section.item(name), codes=codes))


EARLIER = {
    "an item fewer": forms_with(without_item(demographics.DEMOGRAPHICS, "ETHNIC")),
    "a code fewer": forms_with(
        with_codes(demographics.DEMOGRAPHICS, "SEX", CodeList("SEX", SEX.codes[:1]))
    ),
    "a form fewer": tuple(form for form in forms.FORMS if form is not dosing.FORM),
    "several at once": tuple(
        form
        for form in forms_with(without_item(demographics.DEMOGRAPHICS, "RACE"))
        if form.oid in ("SV", "DM", "CLASI", "BM", "LB", "AE")
    ),
}


@pytest.fixture(params=EARLIER.values(), ids=EARLIER)
def earlier(request, path, monkeypatch):
    """Give the path of a study that an earlier program made, and what was in it."""
    with monkeypatch.context() as past:
        past.setattr(forms, "FORMS", request.param)
        study = StudyFile.create(path, ANA, clock=Ticking())
        study.add_subject(SUBJECT)
        study.answer(DM, [Answer("dm", "", "BRTHDAT", "1969"), Answer("dm", "", "SEX", "F")])
        study.answer(CLASI, answers(clasi(top=True)))
        study.add_row(AE, "ae", {"AETERM": "Headache"})
        study.add_row(AE, "ae", {"AETERM": "Rash"})
        study.void(AE, "ae", "1")
        study.explain(CLASI, ("clasi_area", "07", "MAP.ERYTHEMA"), "scaling only")
        study.set_status(CLASI, Status.COMPLETE)
        study.keep_unaccepted(DM, "dm", "", "BRTHDAT", "?")
        study.remember_place(AE)
        study.close()
    return path


def values(study, record_key, section):
    rows = study.record(record_key).sections[section]
    return {
        (row.key, row.voided): {name: v for name, v in row.values.items() if v is not None}
        for row in rows.values()
    }


def test_every_row_is_kept(earlier):
    study = StudyFile.open(earlier, ANA, clock=Ticking())
    assert values(study, DM, "dm") == {("", False): {"BRTHDAT": "1969", "SEX": "F"}}
    assert values(study, AE, "ae") == {
        ("1", True): {"AETERM": "Headache"},
        ("2", False): {"AETERM": "Rash"},
    }
    assert study.statuses()[CLASI] is Status.COMPLETE
    assert study.unaccepted(DM) == {("dm", "", "BRTHDAT"): "?"}
    assert study.place() == AE
    assert verify(study.data()) == []
    study.close()


def test_what_is_new_can_be_entered(earlier):
    study = StudyFile.open(earlier, ANA, clock=Ticking())
    study.answer(
        DM,
        [
            Answer("dm", "", "SEX", "M"),
            Answer("dm", "", "ETHNIC", "NOT REPORTED"),
            Answer("dm", "", "RACE", "ASIAN"),
        ],
    )
    study.add_row(key("EX"), "ex", {"EXDOSE": "5"})
    assert study.add_row(AE, "ae", {"AETERM": "Fever"}) == "3"
    assert verify(study.data()) == []
    study.close()


def test_a_completed_form_stays_guarded(earlier):
    study = StudyFile.open(earlier, ANA, clock=Ticking())
    with pytest.raises(errors.ReasonNeededError):
        study.answer(CLASI, [Answer("clasi", "", "CLMUC", "0")])
    study.close()


def test_tables_that_changed_are_backed_up_first(earlier):
    before = earlier.read_bytes()
    study = StudyFile.open(earlier, ANA, clock=Ticking())
    if study.backup is None:
        assert len(forms.FORMS) > len(EARLIER["a form fewer"])
        assert study.data().audit[-1].item != "SCHEMA UPGRADED"
    else:
        assert study.backup.parent == backup.folder(earlier)
        assert study.backup.name.startswith("study.before-upgrade-20100315T")
        rows = [
            [
                connection.execute(f'SELECT * FROM "{table}"').fetchall()
                for table in ("dm", "ae", "audit", "record")
            ]
            for connection in (sqlite3.connect(study.backup), in_memory(before))
        ]
        assert rows[0] == rows[1]
        assert study.data().audit[-1].item == "SCHEMA UPGRADED"
        assert study.data().audit[-1].new == study.backup.name
    study.close()


def in_memory(content):
    connection = sqlite3.connect(":memory:")
    # A file in WAL mode cannot be read from memory unless its header says otherwise.
    connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
    return connection


def test_a_backup_is_a_study_of_its_own(earlier):
    study = StudyFile.open(earlier, ANA, clock=Ticking())
    backup = study.backup
    study.close()
    copy = Path(shutil.copy(backup or earlier, earlier.with_name("copy.ordi")))
    opened = StudyFile.open(copy, ANA, clock=Ticking())
    assert values(opened, DM, "dm") == {("", False): {"BRTHDAT": "1969", "SEX": "F"}}
    opened.close()


def test_an_upgrade_happens_once(earlier):
    StudyFile.open(earlier, ANA, clock=Ticking()).close()
    study = StudyFile.open(earlier, ANA, clock=Ticking())
    assert study.backup is None
    study.close()


def test_an_earlier_study_that_cannot_be_written_is_not_read_half(earlier):
    before = earlier.read_bytes()
    with pytest.raises(errors.EarlierSchemaError, match="Open it once in the window"):
        StudyFile.open(earlier, ANA, read_only=True)
    assert earlier.read_bytes() == before


@pytest.fixture
def grown(path, monkeypatch):
    """Give the path of a study made where SEX has one code less than it should."""
    monkeypatch.setattr(forms, "FORMS", EARLIER["a code fewer"])
    StudyFile.create(path, ANA, clock=Ticking()).close()
    monkeypatch.undo()
    return path


def test_two_backups_of_one_second_stand_side_by_side(grown):
    first = backup.folder(grown) / "study.before-upgrade-20100315T080001Z.ordi"
    first.parent.mkdir()
    first.write_bytes(b"a backup of an opening that failed")
    study = StudyFile.open(grown, ANA, clock=Ticking())
    assert study.backup.name == "study.before-upgrade-20100315T080001Z-2.ordi"
    assert first.read_bytes() == b"a backup of an opening that failed"
    study.close()


def test_a_code_that_is_not_known_any_more_is_refused_and_nothing_is_changed(path, monkeypatch):
    study = StudyFile.create(path, ANA)
    study.add_subject(SUBJECT)
    study.answer(DM, [Answer("dm", "", "SEX", "M")])
    study.close()
    before = path.read_bytes()
    monkeypatch.setattr(forms, "FORMS", EARLIER["a code fewer"])
    with pytest.raises(errors.UnknownSchemaError, match=r"\(dm\)"):
        StudyFile.open(path, ANA)
    monkeypatch.undo()
    opened = StudyFile.open(path, ANA)
    assert opened.record(DM).sections["dm"][""].values["SEX"] == "M"
    opened.close()
    assert len(before) == path.stat().st_size


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(grown, monkeypatch):
    monkeypatch.setattr("ordi_crf.db.schema.INDEXES", {"broken": "CREATE INDEX broken ON nothing"})
    with pytest.raises(Exception, match="syntax error"):
        StudyFile.open(grown, ANA, clock=Ticking())
    monkeypatch.undo()
    study = StudyFile.open(grown, ANA, clock=Ticking())
    assert (study.read_only, verify(study.data())) == (False, [])
    study.close()


def test_new_wording_of_a_rule_changes_no_table(path, monkeypatch):
    StudyFile.create(path, ANA).close()
    section = replace(visit.HEADER, rules=())
    monkeypatch.setattr(forms, "FORMS", forms_with(section))
    study = StudyFile.open(path, ANA)
    assert study.backup is None
    study.close()


def test_a_backup_is_no_more_open_than_the_study(grown):
    os.chmod(grown, 0o600)
    study = StudyFile.open(grown, ANA, clock=Ticking())
    assert stat.S_IMODE(study.backup.stat().st_mode) == 0o600
    study.close()
