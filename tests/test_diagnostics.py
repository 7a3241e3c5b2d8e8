"""What is written down about the program holds nothing of the study, whatever goes wrong."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from ordi_crf import diagnostics
from ordi_crf.diagnostics import Trace, start_log, told

PATIENT = "Maria" + " Lopez"


@pytest.fixture
def log(tmp_path):
    """Give a log file, and take its handler away again."""
    target = tmp_path / "deep" / "ordi-crf.log"
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    assert start_log(target)
    yield target
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def fails():
    name = PATIENT
    raise ValueError(f"cannot read {name}")


def caught():
    try:
        try:
            fails()
        except ValueError as error:
            raise KeyError(PATIENT) from error
    except KeyError as error:
        return error


def test_an_exception_is_told_by_its_kinds_and_places_alone():
    said = told(caught())
    assert "ValueError" in said
    assert "which led to\nKeyError" in said
    assert "test_diagnostics.py" in said
    assert "in fails" in said
    assert PATIENT not in said
    assert "cannot read" not in said


def test_an_exception_during_another_ends_as_well():
    error = caught()
    error.__cause__.__cause__ = error
    assert told(error).count("KeyError") == 1


@pytest.mark.parametrize(
    "write",
    [
        lambda log: log.info("opened %s", PATIENT),
        lambda log: log.info("%(who)s", {"who": PATIENT}),
        lambda log: log.error("failed", exc_info=caught()),
        lambda log: log.error("failed: %s", Trace(caught())),
        lambda log: log.error("failed: %s", caught()),
    ],
    ids=["text", "named text", "exception", "trace", "exception as text"],
)
def test_no_value_gets_into_the_log(log, write):
    """T29: no patient text in the log, whoever writes to it."""
    write(logging.getLogger("ordi_crf.somewhere"))
    written = log.read_text(encoding="utf-8")
    assert "ordi_crf.somewhere" in written
    assert PATIENT not in written
    assert "cannot read" not in written


def test_numbers_and_kinds_are_written(log):
    logging.getLogger("x").warning("%s of %d: %s", 3, 7, ValueError)
    assert "3 of 7: <class 'ValueError'>" in log.read_text(encoding="utf-8")


def test_the_log_makes_room_for_itself(log, monkeypatch):
    line = "x" * 1000
    for handler in logging.getLogger().handlers:
        if getattr(handler, "baseFilename", "") == str(log):
            handler.maxBytes = 5000
    for _ in range(100):
        logging.getLogger("x").info(line)
    files = sorted(log.parent.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size < 7000 for file in files)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert not start_log(tmp_path / "file" / "ordi-crf.log")


def test_diagnostics_need_neither_window_nor_study():
    program = (
        "import sys, ordi_crf.diagnostics\n"
        "print([n for n in sys.modules if n.startswith(('PySide6', 'ordi_crf.db'))])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
    assert diagnostics.__doc__
