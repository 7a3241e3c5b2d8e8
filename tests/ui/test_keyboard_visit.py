"""A whole follow-up visit by keyboard alone, from the subject's page to the last form complete."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ordi_crf import study
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.clasi.cell import Cell
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.places import SubjectVisit
from tests.builders import SUBJECT, key

VISIT, MOST_KEYS = "M3", 330
"""Ten forms with 41 grades, 24 descriptors and 17 results took 324 keys."""
LABORATORY, KIT = "Core lab", "ELISA A"
TYPED = {
    "SVOCCUR": "y", "VISDAT": "2010-06-15",
    "WEIGHT": "61.5", "SYSBP": "118", "DIABP": "74", "PULSE": "72", "TEMP": "36.4",
    "PERES": "n", "NVPRES": "n", "NVREFL": "n",
    "BMPERF": "y", "PGASCORE": "0", "QSEVAL": "AP",
    "LBDAT": "2010-06-15", "LBNAM": LABORATORY, "LBKIT": KIT, "UCASTS": "n",
    "PGAPPL": "n",
}  # fmt: skip
"""What is typed into an item, whatever its row; grades and descriptors are all absent, 0."""
RESULTS = {
    "HGB": "131", "WBC": "5.4", "NEUT": "3.1", "LYM": "1.7", "PLAT": "240", "CREAT": "66",
    "ALT": "18", "AST": "20", "C3": "101", "C4": "19", "DSDNA": "<10", "CK": "80", "CPK": "80",
    "TSH": "1.8", "PROT24": "0.1", "UPCR": "0.1", "URBC": "1", "UWBC": "2",
}  # fmt: skip
RANGES = {
    "HGB": ("120", "160", "g/L"), "WBC": ("4.0", "11.0", "10⁹/L"),
    "NEUT": ("1.8", "7.5", "10⁹/L"), "LYM": ("1.0", "4.5", "10⁹/L"),
    "PLAT": ("150", "400", "10⁹/L"), "CREAT": ("45", "90", "µmol/L"),
    "C3": ("85", "180", "mg/dL"), "C4": ("10", "40", "mg/dL"), "DSDNA": (None, "15", "IU/mL"),
    "PROT24": (None, "0.15", "g/24 h"), "UPCR": (None, "0.2", "g/g"),
}  # fmt: skip
"""What the laboratory of the screening sample printed; the page fills it in again."""


class Keyboard:
    """Hands that never leave the keys; they are counted."""

    def __init__(self, desk) -> None:
        self.desk = desk
        self.strokes = 0

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for one in keys:
            self.desk.qtbot.keyClick(self.desk.focused(), one, held)
            self.strokes += 1

    def write(self, text: str) -> None:
        for character in text:
            self.desk.qtbot.keyClick(self.desk.focused(), character)
            self.strokes += 1

    def answer_page(self) -> None:
        """Go through the page with Tab, answering what is asked."""
        start = self.desk.page
        for _ in range(400):
            place = _item(self.widget())
            if self.widget().objectName() == "fill_ranges":
                self.press(Qt.Key.Key_Space)
                continue
            if place is None:
                if not start.isAncestorOf(self.widget()):
                    return
                self.press(Qt.Key.Key_Tab)
                continue
            before = self.widget()
            typed = _typed(*place)
            if typed:
                self.write(typed)
            if self.widget() is before:
                self.press(Qt.Key.Key_Tab)

    def widget(self) -> QWidget:
        return self.desk.focused()


def _item(widget: QWidget) -> tuple[str, str] | None:
    """Return item and row of a field."""
    while widget is not None and not isinstance(widget, Editor | Cell):
        widget = widget.parentWidget()
    if isinstance(widget, Cell):
        return widget.place.item, widget.place.row
    return None if widget is None else (widget.item.name, str(widget.property("row") or ""))


def _screened(desk) -> None:
    """Give the subject a screening whose laboratory and kit are known, and a first dose."""
    sample = {"LBDAT": "2010-03-01", "LBNAM": LABORATORY, "LBKIT": KIT}
    answers = [Answer("lb_sample", "", item, value) for item, value in sample.items()]
    for row, (low, high, unit) in RANGES.items():
        found = {"LBORNRLO": low, "LBORNRHI": high, "LBORRESU": unit}
        answers += [Answer("lb", row, item, v) for item, v in found.items() if v]
    _store(desk, key("LB", "SCR"), answers)
    for visit, day in (("SCR", "2010-03-01"), ("D1", "2010-03-15")):
        held = {"SVOCCUR": "Y", "VISDAT": day}
        _store(desk, key("SV", visit), [Answer("sv", "", i, v) for i, v in held.items()])
    desk.session.file.add_row(
        key("EX"), "ex", {"EXDOSE": "5", "EXDOSFRQ": "QD", "EXSTDAT": "2010-03-15"}
    )


def _store(desk, place: RecordKey, answers: list[Answer]) -> None:
    desk.session.file.answer(place, answers)
    desk.session._refresh(None)


def _typed(item: str, row: str) -> str:
    if item.startswith("CL") or item == "SLPRES":
        return "0"
    return RESULTS.get(row, "") if item == "LBORRES" else TYPED.get(item, "")


def test_a_follow_up_visit_is_entered_by_keyboard_alone(desk):
    _screened(desk)
    hands = Keyboard(desk)
    desk.view.go(SubjectVisit(SUBJECT, VISIT))
    due = [f for f in study.event(VISIT).forms if f not in study.event(VISIT).optional]
    hands.press(Qt.Key.Key_Return, control=True)
    for form in due:
        assert desk.page.key == key(form, VISIT)
        hands.answer_page()
        hands.press(Qt.Key.Key_Return, control=True)
        status = desk.stored(form, VISIT).status
        assert status is Status.COMPLETE, [f.message.en for f in desk.findings()]
        hands.press(Qt.Key.Key_Return, control=True)
    assert hands.strokes <= MOST_KEYS
