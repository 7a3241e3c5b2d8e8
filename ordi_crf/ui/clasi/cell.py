"""Cell: one grade of the instrument, which knows its place and reports with it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.core import clasi
from ordi_crf.forms.schema import Choice, Language, Section
from ordi_crf.ui.editors import segments
from ordi_crf.ui.grades import Ramp, SegmentedChoice

CELL_SHARE = 0.82
"""The share of its row that a cell is high."""
_DAMAGE = (*clasi.DAMAGE_CELLS, *clasi.DAMAGE_ONCE)


class Place(NamedTuple):
    """Where an answer belongs: section, row ("" where there is none) and item."""

    section: str
    row: str
    item: str


class Cell(SegmentedChoice):
    """A grade whose signals carry the cell, so that one slot serves the whole instrument."""

    answered = Signal(object)
    went_on = Signal(object, bool)
    """The cell, and whether a key answered it (True) or Enter passed it (False)."""
    steered = Signal(object, int, int)
    entered = Signal(object)
    turned_down = Signal(object, str)
    history_wanted = Signal(object)

    def __init__(
        self, section: Section, row: str, item: Choice, language: Language, parent: QWidget
    ) -> None:
        super().__init__(segments(item.codes, language), _ramp(item), parent)
        self.item = item
        self.place = Place(section.name, row, item.name)
        label = item.label.in_(language)
        if row and section.rows is not None:
            label = f"{section.rows.row(row).text.in_(language)}, {label}"
        self.setAccessibleName(label)
        self.setObjectName(f"{item.name}.{row}" if row else item.name)
        self.set_arrows_leave(True)
        self.chosen.connect(self._on_chosen)
        self.keyed.connect(self._on_keyed)
        self.passed.connect(self._on_passed)
        self.moved.connect(self._on_moved)
        self.focused.connect(self._on_focused)
        self.refused.connect(self._on_refused)
        self.history_asked.connect(self._on_history)

    @Slot()
    def _on_chosen(self) -> None:
        self.answered.emit(self)

    @Slot()
    def _on_keyed(self) -> None:
        self.went_on.emit(self, True)

    @Slot()
    def _on_passed(self) -> None:
        self.went_on.emit(self, False)

    @Slot(int, int)
    def _on_moved(self, columns: int, rows: int) -> None:
        self.steered.emit(self, columns, rows)

    @Slot(bool)
    def _on_focused(self, here: bool) -> None:
        self.entered.emit(self if here else None)

    @Slot(str)
    def _on_refused(self, key: str) -> None:
        self.turned_down.emit(self, key)

    @Slot()
    def _on_history(self) -> None:
        self.history_wanted.emit(self)


def _ramp(item: Choice) -> Ramp | None:
    """Return the colours of an item; words have none."""
    if not item.codes.integer:
        return None
    return Ramp.DAMAGE if item.name in _DAMAGE else Ramp.ACTIVITY
