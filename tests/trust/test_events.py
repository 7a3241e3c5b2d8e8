"""T11: the trail tells what happens around the data: who came and went, and what left."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from click.testing import CliRunner

from ordi_crf.cli.commands import commands
from ordi_crf.core.permissions import Role
from ordi_crf.core.trail import EVENTS
from ordi_crf.db import access, backup
from ordi_crf.db.accounts import RECOVERED
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.key_file import FAILED, LOCKED_OUT, READ_ONLY
from ordi_crf.ui.access.lock import LOCKED, UNLOCKED
from tests.builders import Ticking
from tests.db import people
from tests.db.people import FIRST, come, login, password

EXPECTED = {
    "LOGIN", "LOGOUT", "LOGIN FAILED", "LOCKOUT", "EXPORT", "VERIFY", "BACKUP", "RESTORED",
}  # fmt: skip
"""Besides what only the window writes, such as a covered window and a print."""


def run(*arguments: str | Path) -> None:
    told = [str(a) for a in (*arguments, "--login", "investigator")]
    done = CliRunner().invoke(commands, told, env={"ORDI_CRF_PASSWORD": FIRST})
    assert done.exit_code == 0, done.output


def test_a_day_around_the_data_is_in_the_trail_with_who_and_when(
    guarded: Path, tmp_path: Path
) -> None:
    run("backup", guarded)
    run("restore", backup.backups(guarded)[0].path, guarded, "--yes")
    for _ in range(5):
        with suppress(StudyFileError):
            access.log_in(guarded, login(Role.NURSE), "a wrong one", clock=Ticking())
    run("verify", guarded)
    run("export", guarded, "--out", tmp_path / "out", "--no-casebooks")
    run("calendar", guarded, "--out", tmp_path / "out", "--format", "ics")
    with closing(come(guarded, Role.INVESTIGATOR)) as study:
        audit = [e for e in study.data().audit if e.action == "event"]
    told = {e.item for e in audit}
    assert told >= EXPECTED
    assert all(e.actor and e.role and e.at.endswith("Z") and e.machine for e in audit)
    exports = [e.new for e in audit if e.item == "EXPORT"]
    assert exports == ["workbook", "calendar (ics)"]


def test_what_becomes_of_accounts_is_told_with_its_reason(guarded: Path) -> None:
    nurse = login(Role.NURSE)
    with closing(come(guarded, Role.INVESTIGATOR)) as study:
        before = len(study.data().audit)
        study.accounts.set_role(nurse, Role.COORDINATOR, "coordinates now")
        study.accounts.deactivate(nurse, "left the site")
        study.accounts.activate(nurse, "is back")
        study.accounts.reset_password(nurse, "una clave provisional")
        told = study.data().audit[before:]
    mine = people.name(Role.INVESTIGATOR)
    assert {e.actor for e in told} == {mine}
    shown = [(e.item, e.old, e.new, e.reason) for e in told if not e.item.startswith("PASSWORD")]
    assert shown == [
        ("ROLE", "Nurse", "Coordinator", "coordinates now"),
        ("ACTIVE", "1", "0", "left the site"),
        ("ACTIVE", "0", "1", "is back"),
        ("MUSTCHANGE", "0", "1", None),
    ]
    assert sum(e.item.startswith("PASSWORD") for e in told) == 1
    assert password(Role.NURSE) not in repr(told)


def test_every_event_has_its_words_in_both_languages() -> None:
    """By the names under which window, data layer and command line write them."""
    written = EXPECTED | {LOCKED, UNLOCKED, RECOVERED, FAILED, LOCKED_OUT, READ_ONLY}
    for name in written | {"SCHEMA UPGRADED", "SIGNATURE REFUSED", "IMPORT", "RESCUED"}:
        assert EVENTS[name].es != EVENTS[name].en
