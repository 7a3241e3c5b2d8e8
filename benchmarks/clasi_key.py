"""A key of the CLASI: scored, shown and durably committed, in the demonstration study's window.

The baseline is a label that shows another number. What comes before a key is the subject's whole
history, what comes after it everything the page shows.
"""

from __future__ import annotations

import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from benchmarks import material
from benchmarks.measuring import Round, Row, rows_of_rounds
from benchmarks.screen import application, close, open_study, settle, show
from ordi_crf.core.records import RecordKey
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.clasi import AREAS, LOCATIONS
from ordi_crf.ui.pages.clasi_page import ClasiPage
from ordi_crf.ui.session import Session

GATE_S = 0.016
REPEATS = range(90, 95)
"""Numbers of unscheduled visits that nobody has held; one round each."""


def measure() -> list[Row]:
    """Return a key's time to its painted total."""
    shown, label = application(), QLabel("0")
    show(label, 200, 60)
    path = material.copied_study("clasi")
    rounds = []
    for repeat in REPEATS:
        key = _left_at(path, repeat)
        session = open_study(shown, path)
        shown.window.activateWindow()
        QTest.qWaitForWindowActive(shown.window)
        settle()
        page = shown.window.findChild(ClasiPage)
        assert isinstance(page, ClasiPage)
        page.arrive()
        rounds.append(_assessment(label))
        _refuse_unsaved(session, key)
        shown.close_study()
        settle()
    close(shown.window)
    close(label)
    name = "CLASI key, to its painted and committed total"
    return rows_of_rounds(name, rounds, {50: GATE_S, 95: GATE_S})


def _left_at(path: Path, repeat: int) -> RecordKey:
    """Return a blank CLASI of the subject with the longest history, where the study will open."""
    with closing(StudyFile.open(path, material.ACTOR)) as file:
        held = Counter(key.subject for key in file.statuses() if key.form == "CLASI")
        key = RecordKey(held.most_common(1)[0][0], "UNS", "CLASI", repeat)
        file.remember_place(key)
    return key


def _assessment(label: QLabel) -> Round:
    """Type a grade into every location's cells, in turn with another text of the label."""
    ours, baseline = [], []
    for n in range(_cells()):
        cell = QApplication.focusWidget()
        assert cell is not None
        start = time.perf_counter()
        QTest.keyClick(cell, Qt.Key.Key_1)
        QCoreApplication.processEvents()
        middle = time.perf_counter()
        label.setText(str(n))
        label.repaint()
        baseline.append(time.perf_counter() - middle)
        ours.append(middle - start)
    return ours, baseline


def _cells() -> int:
    rows = [row.value for row in LOCATIONS.codes]
    return sum(row not in item.not_in_rows for row in rows for item in AREAS.items)


def _refuse_unsaved(session: Session, key: RecordKey) -> None:
    """Raise unless every key was saved: what is measured must have happened."""
    rows = session.file.record(key).live(AREAS.name)
    saved = sum(value == "1" for row in rows for value in row.values.values())
    if saved != _cells():
        raise RuntimeError(f"{saved} of {_cells()} keys were saved.")
