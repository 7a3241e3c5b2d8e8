"""The command line: what it writes and says, and the codes it ends with."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordi_crf import __version__, drawings
from ordi_crf.cli import display
from ordi_crf.cli.commands import BROKEN, DEMONSTRATION, UNUSABLE, commands
from ordi_crf.core.strokes import Fill, encode
from ordi_crf.db import audit
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, deliver
from tests.builders import ANA, answers, clasi, key
from tests.export.workbook_data import read


def run(*arguments: str | Path, window: object = None) -> Result:
    return CliRunner().invoke(commands, [str(a) for a in arguments], obj=window)


@pytest.fixture
def file(study: StudyFile) -> Path:
    """A closed study file with one CLASI in it."""
    study.answer(key("CLASI"), answers(clasi()))
    study.close()
    return study.path


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").output == f"ORDI CRF {__version__}\n"


def test_help_comes_without_loading_qt_or_the_exports() -> None:
    loaded = "import sys; from ordi_crf.cli import commands; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    heavy = {"PySide6", "openpyxl", "reportlab", "sqlcipher3", "sqlite_utils"}
    assert not heavy & set(done.stdout.split())


def test_an_export_writes_the_workbook_and_names_it(file: Path, tmp_path: Path) -> None:
    done = run("export", file, "--out", tmp_path / "new" / "out", "--no-casebooks")
    assert done.exit_code == 0
    (written,) = (tmp_path / "new" / "out").iterdir()
    assert done.output.split() == [str(written)]
    assert read(written, "SUBJECTS")[0]["SUBJID"] == "01-001"


def test_an_export_writes_a_casebook_for_each_subject(file: Path, tmp_path: Path) -> None:
    done = run("export", file, "--out", tmp_path / "out", "--no-workbook")
    assert done.exit_code == 0
    (written,) = (tmp_path / "out").iterdir()
    assert written.read_bytes().startswith(b"%PDF")


def test_an_export_is_in_the_trail_and_in_its_own_copy_of_it(file: Path, tmp_path: Path) -> None:
    run("export", file, "--out", tmp_path / "out", "--no-casebooks")
    (written,) = (tmp_path / "out").iterdir()
    last = read(written, "AUDIT")[-1]
    assert (last["ACTION"], last["ITEM"], last["NEW"]) == ("event", "EXPORT", "workbook")
    assert last["ROLE"] == "Data manager"


def test_an_export_can_be_in_somebody_s_name(file: Path, tmp_path: Path) -> None:
    run("export", file, "--out", tmp_path / "out", "--no-casebooks", "--as", "Ana Puig")
    (written,) = (tmp_path / "out").iterdir()
    assert read(written, "AUDIT")[-1]["ACTOR"] == "Ana Puig"


def test_an_export_while_the_study_is_open_elsewhere_writes_nothing_to_it(
    file: Path, tmp_path: Path
) -> None:
    holder = StudyFile.open(file, ANA)
    before = len(holder.data().audit)
    assert run("export", file, "--out", tmp_path / "out", "--no-casebooks").exit_code == 0
    assert len(holder.data().audit) == before
    holder.close()


def test_an_export_can_be_in_spanish(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", file, "--out", out, "--no-casebooks", "--language", "es")
    (written,) = out.iterdir()
    assert read(written, "QS_CLASI")[0]["CLLOC_DEC"] == "Cuero cabelludo"


def test_the_calendar_is_written_in_every_format_and_logged(file: Path, tmp_path: Path) -> None:
    done = run("calendar", file, "--out", tmp_path / "out", "--as", "Ana")
    assert done.exit_code == 0
    written = [Path(line) for line in done.output.splitlines()]
    assert [path.suffix for path in written] == [".pdf", ".xlsx", ".ics"]
    assert all(path.stat().st_size for path in written)
    opened = StudyFile.open(file, ANA)
    events = [e.new for e in opened.data().audit if e.item == "EXPORT"]
    opened.close()
    assert events == ["calendar (pdf)", "calendar (xlsx)", "calendar (ics)"]


def test_the_calendar_is_written_in_one_format_alone(file: Path, tmp_path: Path) -> None:
    run("calendar", file, "--out", tmp_path / "out", "--format", "ics")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".ics"]


def test_an_export_of_nothing_is_refused(file: Path, tmp_path: Path) -> None:
    done = run("export", file, "--out", tmp_path, "--no-workbook", "--no-casebooks")
    assert done.exit_code == UNUSABLE
    assert "nothing to write" in done.output


def test_the_progress_of_an_export_is_one_percentage(study: StudyFile, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    study.answer(key("CLASI"), answers(clasi()))
    deliver(study.path, ANA, Request(tmp_path), progress=lambda *step: told.append(step))
    assert told == sorted(set(told))
    assert told[0] == (0, 100)
    assert told[-1] == (100, 100)


@pytest.mark.parametrize("command", ["export", "verify"])
def test_a_missing_file_is_a_sentence_and_no_traceback(command: str, tmp_path: Path) -> None:
    out = ["--out", tmp_path] if command == "export" else []
    done = run(command, tmp_path / "gone.ordi", *out)
    assert done.exit_code == UNUSABLE
    assert done.output.startswith(f"gone.ordi is no longer at {tmp_path}.")


def test_a_file_that_is_no_study_is_a_sentence_in_the_language_asked_for(tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear colleague", encoding="utf-8")
    done = run("verify", other, "--language", "es")
    assert done.exit_code == UNUSABLE
    assert done.output.startswith("letter.txt no es un archivo de estudio de ORDI CRF.")
    assert other.read_text(encoding="utf-8") == "Dear colleague"


def test_a_folder_that_cannot_be_made_is_a_sentence(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = run("export", file, "--out", tmp_path / "taken")
    assert done.exit_code == UNUSABLE
    assert done.output.startswith(f"The folder {tmp_path / 'taken'} cannot be made here.")


def test_a_sound_trail_is_confirmed_with_its_head(file: Path) -> None:
    opened = StudyFile.open(file, ANA, read_only=True)
    data = opened.data()
    opened.close()
    done = run("verify", file)
    assert done.exit_code == 0
    assert f"{len(data.audit)} entries" in done.output
    assert done.output.split()[-1] == data.head


def test_a_tampered_trail_is_told_with_its_place(file: Path) -> None:
    tamper(file, "UPDATE audit SET new = '3' WHERE id = 20")
    done = run("verify", file)
    assert done.exit_code == BROKEN
    assert done.output.startswith("Audit entry 20 was changed")


def test_a_table_edited_behind_the_trail_is_told(file: Path) -> None:
    tamper(file, "UPDATE clasi_area SET CLERY = 3 WHERE row = '05'")
    done = run("verify", file)
    assert done.exit_code == BROKEN
    assert "the table says 3, the audit trail says 0" in done.output


def test_a_trail_cut_off_is_found_by_an_earlier_head(file: Path) -> None:
    opened = StudyFile.open(file, ANA, read_only=True)
    head = opened.data().head
    opened.close()
    tamper(file, "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    done = run("verify", file, "--head", head)
    assert done.exit_code == BROKEN
    assert f"no longer holds the entry {head[:12]}" in done.output


def test_a_body_map_whose_kept_figures_are_not_its_strokes_is_told(study: StudyFile) -> None:
    where = key("BM")
    study.add_row(where, "bm_stroke", {"BMLAYER": "ACTIVE", "BMOP": encode(Fill("chest", 2))})
    record = study.data().records[where]
    drawings.keep(record, drawings.open_drawing(record, study.drawing), study.keep_drawing)
    study.close()
    assert run("verify", study.path).exit_code == 0
    tamper(
        study.path,
        """UPDATE drawing SET content = CAST(replace(CAST(content AS TEXT), '"strokes": 1',"""
        """ '"strokes": 2') AS BLOB) WHERE digest LIKE 'figures %'""",
    )
    done = run("verify", study.path)
    assert done.exit_code == BROKEN
    assert done.output == (
        "01-001 / D1 1 / BM 1: the figures kept with the study are not those of its strokes.\n"
    )


def tamper(file: Path, statement: str) -> None:
    """Change a study file as somebody with a database tool could."""
    connection = sqlite3.connect(file)
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in connection.execute(triggers).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_open_hands_the_file_to_the_window_and_ends_with_its_code(tmp_path: Path) -> None:
    opened: list[Path | None] = []

    def window(path: Path | None) -> int:
        opened.append(path)
        return 7

    assert run("open", tmp_path / "a.ordi", window=window).exit_code == 7
    assert run("open", window=window).exit_code == 7
    assert opened == [tmp_path / "a.ordi", None]


def test_without_a_command_the_window_opens_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert run(window=lambda path: 5 if path is None else 6).exit_code == 5


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize(
    ("environment", "found"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
    ids=["none", "X11", "Wayland"],
)
def test_a_display_is_found(environment: Mapping[str, str], found: bool) -> None:
    assert display.has_display(environment) is found


@pytest.mark.skipif(sys.platform != "linux", reason="packages are named for Linux")
@pytest.mark.parametrize(
    ("environment", "x11"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
    ids=["X11", "X11 by name", "offscreen", "Wayland"],
)
def test_libraries_are_asked_for_where_they_are_needed(
    environment: Mapping[str, str], x11: bool
) -> None:
    assert ("libxcb-cursor.so.0" in display.needed(environment)) is x11


def test_missing_libraries_are_told_with_their_packages() -> None:
    absent = display.missing({"libnosuchthing.so.9": "libnosuchthing9"})
    assert absent == {"libnosuchthing.so.9": "libnosuchthing9"}
    assert "apt-get install libnosuchthing9\n" in display.advice(absent)


def test_a_qt_that_cannot_load_is_told_without_a_traceback(tmp_path: Path) -> None:
    stub = tmp_path / "PySide6"
    stub.mkdir()
    words = "libGL.so.1: cannot open shared object file: No such file or directory"
    (stub / "__init__.py").write_text(f"raise ImportError({words!r})", encoding="utf-8")
    done = program("open", path=[tmp_path], QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 3
    assert "libGL.so.1" in done.stderr
    assert "apt-get install libgl1" in done.stderr
    assert "Traceback" not in done.stderr


def program(
    *arguments: str, path: list[Path], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program on its own, with folders that come before the installed libraries."""
    folders = os.pathsep.join(map(str, [*path, Path(__file__).parent.parent]))
    return subprocess.run(
        [sys.executable, "-m", "ordi_crf", *arguments],
        capture_output=True, text=True, env={**os.environ, **environment, "PYTHONPATH": folders},
    )  # fmt: skip


def test_a_real_study_is_never_taken_for_the_demonstration(file: Path, tmp_path: Path) -> None:
    taken = tmp_path / DEMONSTRATION
    shutil.copy(file, taken)
    done = run("demo", "--headless", "--out", tmp_path)
    assert done.exit_code == UNUSABLE
    assert "exists already" in done.output
    assert taken.read_bytes() == file.read_bytes()


@pytest.mark.slow
def test_the_demonstration_s_window_needs_nobody_s_name(tmp_path: Path) -> None:
    def window(path: Path | None, *, demo: bool = False) -> int:
        return 5 if path is None and demo else 6

    assert run("demo", "--out", tmp_path, "--window", window=window).exit_code == 5
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_demonstration_delivers_everything_and_says_so(tmp_path: Path) -> None:
    done = run("demo", "--headless", "--out", tmp_path)
    assert done.exit_code == 0
    assert done.output.startswith("SYNTHETIC")
    written = [Path(line) for line in done.output.split("\n\n")[1].splitlines()]
    study, package, key, *inside = written
    assert {study, package, key, package.with_suffix("")} == {*tmp_path.iterdir()}
    assert {*inside} == {*package.with_suffix("").iterdir()}
    kinds = Counter(path.suffix for path in inside if path.is_file())
    assert kinds == {".json": 1, ".sig": 1, ".xlsx": 1, ".xml": 1, ".pdf": 17}
    assert {path.name.rpartition("_")[2] for path in inside if path.is_dir()} == {
        "csv", "statistics",
    }  # fmt: skip
    assert run("verify", package, "--key", key, "--study", study).exit_code == 0
    opened = StudyFile.open(tmp_path / DEMONSTRATION, ANA, read_only=True)
    assert audit.verify(opened.data()) == []
    assert opened.data().audit[-1].actor == "Demonstration"
    opened.close()


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((), "ORDI-02_blank_en.pdf"),
        (("--by-visit", "--language", "es"), "ORDI-02_blank_by_visit_es.pdf"),
        (("--annotated",), "acrf.pdf"),
        (("--annotated", "--language", "es"), "acrf_es.pdf"),
    ],
    ids=["once", "by visit", "annotated", "annotated, Spanish"],
)
def test_the_blank_form_needs_no_study(tmp_path: Path, options: tuple[str, ...], name: str) -> None:
    done = run("blank", "--out", tmp_path / "new", *options)
    assert (done.exit_code, done.stdout.strip()) == (0, str(tmp_path / "new" / name))
    assert (tmp_path / "new" / name).read_bytes().startswith(b"%PDF-1.")


def test_the_annotated_form_has_no_visits(tmp_path: Path) -> None:
    done = run("blank", "--out", tmp_path, "--annotated", "--by-visit")
    assert done.exit_code == 2
    assert "leave out --by-visit" in done.stderr
    assert not [*tmp_path.iterdir()]


def test_all_casebooks_are_one_file_on_request(file: Path, tmp_path: Path) -> None:
    done = run("export", file, "--out", tmp_path / "out", "--no-workbook", "--together")
    assert done.exit_code == 0, done.stderr
    (written,) = (tmp_path / "out").iterdir()
    assert written.name.endswith("_casebooks.pdf")
