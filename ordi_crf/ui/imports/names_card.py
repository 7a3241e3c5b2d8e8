"""NamesCard: which test or unit each name is that a laboratory alone uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ordi_crf.core.lab_mapping import LabMapping
from ordi_crf.core.lab_strange import Strange
from ordi_crf.forms.labs import TESTS
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_WIDE = 168


class NamesCard(Card):
    """A list for each name; what is chosen goes into the mapping, and is kept with it."""

    named = Signal(object, object)
    """What each test and unit is, by the laboratory's names; the empty text where left open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Names of this laboratory"), parent)
        self._session = session
        words = self.tr("Say what they are; what is left open is not taken.")
        self.body.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE_2)
        self._grid.setVerticalSpacing(theme.SPACE_1)
        self.body.addWidget(self._rows)
        self._tests: dict[str, ListField] = {}
        self._units: dict[str, ListField] = {}
        self._last = ""
        self.hide()

    def show_names(self, strange: Strange, mapping: LabMapping) -> None:
        """Show the names of a file, and what the mapping says that they are."""
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        tests = [(self._session.say(row.text), row.value) for row in TESTS.codes]
        self._tests = {n: self._list(n, tests, mapping.tests.get(n)) for n in strange.tests}
        self._units = {}
        for written, code in strange.units:
            row = TESTS.row(code)
            units = [(unit.text, unit.text) for unit in row.units] or [(row.unit, row.unit)]
            name = self._session.say(row.text)
            said = name if written == code else f"{name}: {written}"
            self._units[written] = self._list(said, units, mapping.units.get(written))
        self.setVisible(bool(self._tests or self._units))

    def go_on(self) -> bool:
        """Give the keyboard back to the name that was explained last; whether one was."""
        last, self._last = self._last, ""
        shown = {w.accessibleName(): w for w in (*self._tests.values(), *self._units.values())}
        if last in shown:
            shown[last].setFocus()
        return last in shown

    def _list(self, name: str, offered: Iterable[tuple[str, str]], chosen: str | None) -> ListField:
        found = ListField()
        found.setAccessibleName(name)
        found.setFixedWidth(_WIDE)
        found.addItem(self.tr("–"), "")
        for words, value in offered:
            found.addItem(words, value)
        found.setCurrentIndex(max(0, found.findData(chosen or "")))
        found.activated.connect(self._on_chosen)
        found.cleared.connect(self._on_chosen)
        label = Label(name, theme.LABEL, 400, Tone.INK, wrap=True)
        label.setBuddy(found)
        line = self._grid.rowCount()
        self._grid.addWidget(label, line, 0)
        self._grid.addWidget(found, line, 1)
        return found

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, ListField):
            self._last = chosen.accessibleName()
        self.named.emit(_chosen(self._tests), _chosen(self._units))


def _chosen(lists: Mapping[str, ListField]) -> dict[str, str]:
    return {name: known.currentData() or "" for name, known in lists.items()}
