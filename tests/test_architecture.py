"""The arrows between the layers, as a table: who may import whom, and where Qt and the driver live.

Functional core, imperative shell: definitions know nothing, the core knows definitions, the file,
the exports and the imports know the core and never each other, the window knows everybody and
nobody knows it.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "ordi_crf"

CORE = {"forms.schema", "forms", "study", "core"}
BESIDE_CORE = CORE | {"version", "paths", "build", "atlas", "drawings"}
ARROWS = {
    "version": set(),
    "paths": set(),
    "build": {"version", "paths", "forms.schema", "study"},
    "diagnostics": set(),
    "forms.schema": set(),
    "forms": {"forms.schema", "forms"},
    "study": {"forms.schema", "forms"},
    "core": CORE,
    "atlas": CORE | {"paths"},
    "drawings": CORE | {"atlas"},
    "db": CORE | {"version", "db"},
    "export": BESIDE_CORE | {"export"},
    "imports": CORE | {"imports"},
    "deliver": BESIDE_CORE | {"db", "export"},
    "identification": CORE | {"db"},
    "verify": BESIDE_CORE | {"db", "export", "imports", "verify"},
    "merges": BESIDE_CORE | {"db", "export", "deliver", "verify", "merges"},
    "demo": BESIDE_CORE | {"db", "demo"},
    "cli": BESIDE_CORE
    | {"db", "export", "imports", "deliver", "verify", "merges", "identification", "demo", "cli"},
    "ui": BESIDE_CORE
    | {"db", "export", "imports", "deliver", "verify", "merges", "identification"}
    | {"demo", "diagnostics", "ui"},
    "__main__": BESIDE_CORE | {"db", "export", "deliver", "demo", "cli", "ui"},
}
"""Room to the rooms it may import; a new module gets a row here, and with it a place."""

LIBRARIES = {
    "PySide6": {"ui", "__main__"},
    "sqlcipher3": {"db"},
    "argon2": {"db"},
    "cryptography": {"db", "verify", "merges"},
    "sqlite_utils": {"db"},
    "filelock": {"db"},
    "openpyxl": {"export", "imports", "merges"},
    "reportlab": {"export"},
    "PIL": {"export"},
    "icalendar": {"export"},
    "pandas": {"export"},
    "pyreadstat": {"export"},
    "pymupdf_fonts": {"export", "ui"},
    "click": {"cli", "__main__"},
}
"""Libraries beyond the standard one, and the rooms that may use them."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(name: str) -> str:
    """Return the room a dotted name below the package belongs to."""
    if name in ("", "__version__"):
        return "version"
    return "forms.schema" if name.startswith("forms.schema") else name.partition(".")[0]


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_imports_only_what_its_room_may(module: Path) -> None:
    room = room_of(name_of(module))
    for name in imported(module):
        top, _, rest = name.partition(".")
        if top == "ordi_crf":
            used = room_of(rest)
            assert used == room or used in ARROWS[room], f"{room} must not import {used}"
        elif top not in sys.stdlib_module_names:
            assert room in LIBRARIES.get(top, set()), f"{room} must not import {top}"


def test_the_driver_is_imported_in_one_module_alone() -> None:
    users = [name_of(m) for m in MODULES if any(i.startswith("sqlcipher3") for i in imported(m))]
    assert users == ["db.connection"]


def test_the_core_reads_no_clock_no_file_and_no_chance() -> None:
    barred = {"time", "random", "os", "pathlib", "locale", "secrets", "uuid", "io", "tempfile"}
    for module in MODULES:
        if room_of(name_of(module)) in ("core", "forms", "forms.schema", "study"):
            tops = {name.split(".")[0] for name in imported(module)}
            assert not tops & barred, name_of(module)


def test_everything_but_the_window_loads_without_qt() -> None:
    names = [f"ordi_crf.{name_of(m)}".rstrip(".") for m in MODULES]
    quiet = [n for n in names if not n.startswith("ordi_crf.ui") and not n.endswith("__main__")]
    program = (
        "import importlib, sys\n"
        f"for name in {quiet!r}: importlib.import_module(name)\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(*sorted(loaded & {'PySide6', 'sqlite_utils'}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent
    )
    assert (run.stderr, run.stdout.strip()) == ("", "")
