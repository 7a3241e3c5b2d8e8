"""Every way a file comes in from the command line, with a good file in every other place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from click.testing import CliRunner, Result

from ordi_crf.cli.commands import commands

Arguments: TypeAlias = tuple[str | Path, ...]
NEVER = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """Good files of one site, none of which may change; `out` takes what is written."""

    folder: Path
    out: Path
    study: Path
    apart: Path
    """A copy of the study that went on by itself: the two have a conflict."""
    workbook: Path
    package: Path
    key: Path
    casebook: Path
    merged: Path
    conflicts: Path
    odm: Path
    results: Path
    guarded: Path
    """An encrypted study with accounts."""


@dataclass(frozen=True, slots=True)
class Way:
    """A command, and how the file that comes in is called."""

    arguments: Callable[[Path, Scene], Arguments]
    ending: str


WAYS: dict[str, Way] = {
    "verify workbook": Way(lambda f, s: ("verify", f), ".xlsx"),
    "verify package": Way(lambda f, s: ("verify", f), ".zip"),
    "verify casebook": Way(lambda f, s: ("verify", f), ".pdf"),
    "verify study": Way(lambda f, s: ("verify", f), ".ordi"),
    "verify merged file": Way(lambda f, s: ("verify", f), ".ordi-merged"),
    "verify with key": Way(lambda f, s: ("verify", s.package, "--key", f), ".ordi-pub"),
    "verify with study": Way(lambda f, s: ("verify", s.workbook, "--study", f), ".ordi"),
    "merge study": Way(lambda f, s: ("merge", s.out / "a.ordi-merged", s.study, f), ".ordi"),
    "merge workbook": Way(lambda f, s: ("merge", s.out / "a.ordi-merged", s.study, f), ".xlsx"),
    "merge package": Way(lambda f, s: ("merge", s.out / "a.ordi-merged", f, s.study), ".zip"),
    "merge merged file": Way(lambda f, s: ("merge", s.out / "a.ordi-merged", f), ".ordi-merged"),
    "merge into": Way(lambda f, s: ("merge", f, s.study), ".ordi-merged"),
    "settle conflicts": Way(
        lambda f, s: ("merge", s.out / "a.ordi-merged", s.study, s.apart, "--settle", f), ".xlsx"
    ),
    "compare old": Way(lambda f, s: ("compare", f, s.workbook), ".xlsx"),
    "compare new": Way(
        lambda f, s: ("compare", s.workbook, f, "--out", s.out / "changes.xlsx"), ".zip"
    ),
    "export study": Way(lambda f, s: ("export", f, "--out", s.out), ".ordi"),
    "export merged file": Way(lambda f, s: ("export", f, "--out", s.out), ".ordi-merged"),
    "calendar": Way(lambda f, s: ("calendar", f, "--out", s.out), ".ordi"),
    "import lab text": Way(lambda f, s: ("import", "lab", f, s.study), ".csv"),
    "import lab workbook": Way(lambda f, s: ("import", "lab", f, s.study), ".xlsx"),
    "import lab mapping": Way(
        lambda f, s: ("import", "lab", s.results, s.study, "--mapping", f), ".json"
    ),
    "import lab into": Way(lambda f, s: ("import", "lab", s.results, f), ".ordi"),
    "import odm": Way(lambda f, s: ("import", "odm", f, s.study), ".xml"),
    "import odm anew": Way(lambda f, s: ("import", "odm", f, s.out / "new.ordi"), ".xml"),
    "import odm into": Way(lambda f, s: ("import", "odm", s.odm, f), ".ordi"),
    "backup": Way(lambda f, s: ("backup", f), ".ordi"),
    "restore": Way(lambda f, s: ("restore", f, s.study, "--yes"), ".ordi-backup"),
    "restore over": Way(lambda f, s: ("restore", f, s.out / "gone.ordi", "--yes"), ".ordi-backup"),
    "check": Way(lambda f, s: ("check", f), ".ordi"),
    "rescue": Way(lambda f, s: ("rescue", f, "--out", s.out / "rescued.ordi"), ".ordi"),
}


def run(*arguments: str | Path) -> Result:
    """Run a command as somebody who has an account where one is asked for."""
    environment = {"ORDI_CRF_PASSWORD": "una clave nada corta"}
    return CliRunner().invoke(commands, [str(a) for a in arguments], env=environment)
