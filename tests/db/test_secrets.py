"""T29, T14: what lies on the disk after a session tells no patient, no answer and no password."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest

from ordi_crf import diagnostics, forms
from ordi_crf import study as trial
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.db import access, key_file, recovery, safekeeping
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer
from ordi_crf.db.trust_errors import ForbiddenError, TrustError
from ordi_crf.db.vault import Identity
from ordi_crf.deliver import Request, deliver
from ordi_crf.forms.schema import FreeText
from tests.builders import Ticking, key, stroke
from tests.db import people
from tests.db.people import FIRST, come, password

GIVEN, NEW, WRONG = "una clave provisional", "piedra nueva y gris", "casi la clave buena"
SUBJECT = SubjectKey("01", "QX-73915")
WORDS = ("Cefalea tensional vespertina", "exantema malar florido", "retrato con flash")
"""Patient text that is entered."""
MARK = "zarzamora"
"""What is entered into every free text of every form."""
SAID = (
    "sin documentos de la madre", "fiebre de origen dental", "leído en otro volante",
    "informe tardío del dermatólogo", "¿consta la cefalea?", "consta en el alta",
)  # fmt: skip
"""What else a person writes: comments, reasons, queries and answers."""
PROGRAM = """
import sys, os
from pathlib import Path
from tests.db import test_secrets
test_secrets.crash(Path(sys.argv[1]))
"""


def session(path, folder):
    """Do everything a study file does, with words that can be looked for."""
    (folder / "sponsor").mkdir()
    study = come(path, Role.INVESTIGATOR)
    study.add_subject(SUBJECT)
    diary = key("AE", subject=SUBJECT)
    study.add_row(diary, "ae", {"AETERM": WORDS[0]})
    study.answer(key("SV", subject=SUBJECT), [Answer("sv", "", "SVCOM", WORDS[1])])
    study.keep_unaccepted(diary, "ae", "1", "AESTDAT", WORDS[2])
    study.attach(WORDS[2].encode() * 50)
    study.accounts.add("pmas", "Pere Mas", Role.NURSE, GIVEN)
    for attempt in (WRONG, FIRST):
        with suppress(TrustError):
            study.accounts.check("investigator", attempt)
    with closing(access.open_vault(study)) as vault:
        vault.change(SUBJECT, identity())
    fill(study)
    review(study, diary)
    safekeeping.back_up(study)
    deliver(path, study.actor, Request(folder / "sponsor", casebooks=False), key=study.key)
    yield study
    study.accounts.switch("pmas", GIVEN)
    study.accounts.change_password("pmas", GIVEN, NEW)
    with pytest.raises(ForbiddenError) as refused:
        deliver(path, study.actor, Request(folder / "sponsor", casebooks=False), key=study.key)
    logging.getLogger("ordi_crf").error("refused %s", WORDS[0], exc_info=refused.value)
    study.close()
    yield None
    with suppress(TrustError):
        access.log_in(path, WRONG, WRONG, clock=Ticking())
    who = recovery.known(path, "investigator", FIRST, clock=Ticking())
    found = next(iter(sorted((path.parent / "study backups").glob("*.ordi"))))
    recovery.restore_backup(found, path, who)
    recovery.rescue_to(path, path.with_name("rescued.ordi"), who)


def fill(study):
    """Write a word of its own into every free text of every form, and paint."""
    study.add_row(key("BM", subject=SUBJECT), "bm_stroke", stroke())
    for form in forms.FORMS:
        visit = next((v.code for v in trial.EVENTS if form.oid in v.forms), "D1")
        record = RecordKey(SUBJECT, visit, form.oid)
        for section in form.sections:
            texts = {i.name: MARK for i in section.items if isinstance(i, FreeText)}
            if texts and section.repeating:
                study.add_row(record, section.name, texts)
            elif texts:
                row = section.rows.codes[0].value if section.rows else ""
                given = [Answer(section.name, row, name, word) for name, word in texts.items()]
                study.answer(record, given)


def review(study, diary):
    """Let words come by every other way: reasons, comments, queries, a refused signature."""
    study.say_missing([(diary, ("ae", "1", "AEENDAT"))], Missing("ASKU", SAID[0]))
    study.explain(diary, ("ae", "1", "AE.X"), SAID[1])
    study.set_status(diary, Status.COMPLETE)
    study.answer(diary, [Answer("ae", "1", "AETERM", f"{WORDS[0]} {MARK}")], SAID[2])
    scope = Scope.of(diary)
    for login in ("investigator", WRONG):
        with suppress(TrustError):
            study.signing.sign(Signing(scope, "REVIEWED", login, WRONG))
    study.signing.sign(Signing(scope, "REVIEWED", "investigator", FIRST))
    study.life.lock(scope)
    study.life.unlock(scope, SAID[3])
    study.accounts.switch("monitor", password(Role.MONITOR))
    study.queries.ask(diary, ("ae", "1", "AETERM"), SAID[4])
    study.accounts.switch("investigator", FIRST)
    study.queries.answer(1, SAID[5])


def identity():
    return Identity(name="Remedios Quintanilla", hospital_number="NHC-5550147", phone="933600147")


def crash(path):
    """Enter, and end as a crash does: nothing is folded in or closed."""
    step = session(path, path.parent)
    next(step)
    os._exit(1)


SECRETS = [
    *WORDS, *SAID, MARK, SUBJECT.subjid, "Remedios", "Quintanilla", "NHC-5550147", "933600147",
    FIRST, GIVEN, NEW, WRONG, *(password(role) for role in Role),
]  # fmt: skip


def found(folder, secrets):
    """Return which secrets the files of a folder hold, in any of the usual encodings."""
    hits = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            names = str(file.relative_to(folder)).encode()
            hits += [
                (file.name, secret)
                for secret in secrets
                for coded in (
                    secret.encode(),
                    secret.encode("utf-16-le"),
                    secret.encode("utf-16-be"),
                    secret.encode().hex().encode(),
                    secret.encode().hex().upper().encode(),
                )
                if coded in content or coded in names
            ]
    return hits


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Give the only temporary folder there is."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_the_words_would_be_found_where_they_are(study, path):
    """The look itself: a plain study shows them."""
    study.add_subject(SUBJECT)
    study.add_row(key("AE", subject=SUBJECT), "ae", {"AETERM": WORDS[0]})
    assert {s for _, s in found(path.parent, SECRETS)} == {WORDS[0], SUBJECT.subjid}


def test_an_open_study_tells_nothing(guarded, temporary):
    """Beside the export, which is what the sponsor is to have: it holds nobody's name."""
    step = session(guarded, temporary.parent)
    study = next(step)
    assert guarded.with_name("study.ordi-wal").stat().st_size
    assert found(guarded.parent, SECRETS) == []
    assert found(temporary, SECRETS) == []
    study.close()


@pytest.fixture
def log(tmp_path):
    """Give the folder in which the program writes its log, as it does for a person."""
    folder, before = tmp_path / "log", list(logging.root.handlers)
    level = logging.root.level
    assert diagnostics.start_log(folder / "ordi-crf.log")
    yield folder
    logging.root.setLevel(level)
    for handler in logging.root.handlers[:]:
        if handler not in before:
            logging.root.removeHandler(handler)
            handler.close()


def test_a_closed_restored_and_rescued_study_tells_nothing(guarded, code, temporary, log):
    """The recovery key is shown once: no file has it, in groups or in one."""
    secrets = [*SECRETS, code, code.replace("-", "")[:12], *(code[n : n + 9] for n in (0, 20))]
    for _ in session(guarded, temporary.parent):
        assert found(guarded.parent, secrets) == []
    for folder in (guarded.parent, temporary, log):
        assert found(folder, secrets) == []
    assert "ForbiddenError" in (log / "ordi-crf.log").read_text(encoding="utf-8")
    access.recover(guarded, code, "investigator", "otra clave larga y gris").close()
    assert found(guarded.parent, [*secrets, "otra clave larga y gris"]) == []


def test_what_is_sorted_spills_into_no_file(guarded):
    """T29: SQLite keeps what it puts in order in memory, also where it was built otherwise."""
    with closing(come(guarded, Role.INVESTIGATOR)) as study, study._reading() as link:
        assert link.execute("PRAGMA temp_store").fetchone() == (2,)


def test_a_study_after_a_crash_tells_nothing(guarded, temporary):
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(guarded)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    assert guarded.with_name("study.ordi-wal").stat().st_size
    assert found(guarded.parent / "study backups", SECRETS) == []
    assert [hit for hit in found(guarded.parent, SECRETS) if not hit[0].endswith(".xlsx")] == []
    assert found(temporary, SECRETS) == []
    assert not any(secret in run.stdout + run.stderr for secret in SECRETS)


def test_what_the_sponsor_is_given_holds_no_identity_and_no_slot(guarded, temporary):
    """T30: cells of a workbook are read, as they are packed in its file."""
    from openpyxl import load_workbook

    study = next(session(guarded, temporary.parent))
    (written,) = (temporary.parent / "sponsor").glob("*.xlsx")
    cells = {
        str(cell)
        for sheet in load_workbook(written)
        for row in sheet.values
        for cell in row
        if cell
    }
    text = "\n".join(cells)
    assert SUBJECT.subjid in text
    assert WORDS[0] in text
    private = [s for s in SECRETS if s not in (*WORDS, *SAID, MARK, SUBJECT.subjid)]
    assert not any(secret in text for secret in private)
    slots = key_file.read(key_file.beside(guarded)).slots.values()
    assert not any(slot.sealed.hex() in text or slot.salt.hex() in text for slot in slots)
    assert not re.search(r'"sealed"|"salt"', text)
    study.close()


def test_the_file_of_keys_names_logins_and_nobody_s_name(guarded):
    content = key_file.beside(guarded).read_text(encoding="utf-8")
    assert "nurse" in content
    assert "Prueba" not in content
    assert found(guarded.parent, [people.name(role) for role in Role]) == []
