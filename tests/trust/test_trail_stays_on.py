"""T05: nothing switches the audit trail off: no table without it, no command, no other SQL."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from ordi_crf.cli.commands import commands
from ordi_crf.core.permissions import Role
from ordi_crf.db import audit, backup, connection, schema, upgrade
from ordi_crf.db.connection import Access, Context
from ordi_crf.db.study_file import Answer
from tests.builders import key
from tests.db.people import FIRST, come

PACKAGE = Path(schema.__file__).parent.parent
SV = key("SV")

UNWATCHED = re.compile(
    r"DROP\s+TRIGGER|DROP\s+TABLE|writable_schema|recursive_triggers\s*=\s*(OFF|0)|trusted_schema"
    r"|ignore_check|ENABLE_TRIGGER",
    re.IGNORECASE,
)
"""What SQL could take a trigger away, or write around one."""
EVENTS = {"INSERT", "UPDATE", "DELETE"}

Run = Callable[..., int]


def constants(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that are no docstrings: pieces of a formatted one as well."""
    told = {
        id(node.value) for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_only_an_upgrade_takes_triggers_away_and_it_puts_them_back() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for text in constants(ast.parse(path.read_text(encoding="utf-8")))
        if UNWATCHED.search(text)
    }
    assert found == {"db/upgrade.py"}


def test_sql_is_run_in_the_data_layer_alone() -> None:
    """Window, command line, exports and demonstration have its functions, and no statements."""
    found = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("execute", "executemany", "executescript")
    }
    assert found == {"db"}


@pytest.mark.parametrize("table", sorted(schema.tables()))
def test_no_table_can_be_written_unwatched(table: str) -> None:
    """Each event of each table meets a trigger: it tells the trail, or refuses who is not ours."""
    on_table = re.compile(rf'(INSERT|UPDATE|DELETE)[\w\s,"]*? ON "?{table}"?\s', re.IGNORECASE)
    watched = {
        match.group(1).upper()
        for sql in schema.attachments().values()
        if sql.startswith("CREATE TRIGGER") and (match := on_table.search(sql))
    }
    assert watched == EVENTS


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET reason = 'x'",
        "UPDATE audit SET hash = hash WHERE id = 1",
        "DELETE FROM audit",
        "REPLACE INTO audit SELECT * FROM audit WHERE id = 1",
    ],
)
def test_even_the_program_itself_cannot_change_an_entry(guarded: Path, statement: str) -> None:
    """With the key of an encrypted study, and every function that the triggers call."""
    with closing(come(guarded, Role.INVESTIGATOR)) as study:
        secret = study.key
    context = Context("Ana Puig", "Investigator", at="2010-03-16T08:00:00.000Z")
    link = connection.connect(guarded, Access.WRITE, context, secret)
    with closing(link), pytest.raises(connection.IntegrityError, match="append-only"):
        link.execute(statement)


def export(run: Run, file: Path, folder: Path) -> int:
    return run("export", file, "--out", folder)


def calendar(run: Run, file: Path, folder: Path) -> int:
    return run("calendar", file, "--out", folder)


def verify(run: Run, file: Path, folder: Path) -> int:
    return run("verify", file)


def check(run: Run, file: Path, folder: Path) -> int:
    return run("check", file)


def backup_and_restore(run: Run, file: Path, folder: Path) -> int:
    if run("backup", file):
        return 1
    return run("restore", backup.backups(file)[0].path, file, "--yes")


@pytest.mark.parametrize(
    "work", [export, calendar, verify, check, backup_and_restore], ids=lambda work: work.__name__
)
def test_no_command_leaves_a_study_without_its_trail(
    guarded: Path, work: Callable[[Run, Path, Path], int], tmp_path: Path
) -> None:
    def run(*arguments: str | Path) -> int:
        told = [str(a) for a in (*arguments, "--login", "investigator")]
        environment = {"ORDI_CRF_PASSWORD": FIRST}
        return CliRunner().invoke(commands, told, env=environment).exit_code

    assert work(run, guarded, tmp_path / "out") == 0
    with closing(come(guarded, Role.INVESTIGATOR)) as study:
        before = len(study.data().audit)
        with study._reading() as link:
            assert upgrade.pending(link) == []
        study.answer(SV, [Answer("sv", "", "SVCOM", "after it")])
        data = study.data()
    assert data.audit[-1].new == "after it"
    assert len(data.audit) > before
    assert audit.verify(data) == []


def test_no_command_has_a_switch_for_the_trail() -> None:
    for name, command in commands.commands.items():
        for option in command.params:
            assert not re.search(r"audit|trail|unlogged|no-log", " ".join(option.opts)), name
