"""MappingCard: which column of the file is what, guessed from headings, kept with the study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ordi_crf.core.lab_mapping import FIELDS, PROPERTY, Field, LabMapping, guess, saved
from ordi_crf.core.permissions import Operation
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import LineField, ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_LONGEST = 60
_WIDE = 168


class MappingCard(Card):
    """A list of headings for each field; every change is said."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._base = LabMapping()
        self._known: Mapping[str, LabMapping] = {}
        self._headings: Sequence[str] = ()
        self.setAccessibleName(self.tr("Columns"))
        self._saved = ListField()
        self._saved.setAccessibleName(self.tr("Mapping"))
        self._saved.activated.connect(self._on_saved)
        self._columns = {field: self._list(session.say(FIELDS[field])) for field in Field}
        self._decimal = self._list(self.tr("Decimals"))
        for words, mark in (
            (self.tr("comma or point"), ""), (self.tr("comma"), ","), (self.tr("point"), ".")
        ):  # fmt: skip
            self._decimal.addItem(words, mark)
        self._laboratory = LineField()
        self._laboratory.setAccessibleName(self.tr("Laboratory"))
        self._laboratory.setMaxLength(_LONGEST)
        self._laboratory.left.connect(self._on_changed)
        self._name = LineField(goes_on=False)
        self._name.setPlaceholderText(self.tr("Name of the mapping"))
        self._name.setAccessibleName(self.tr("Name of the mapping"))
        self._name.setMaxLength(_LONGEST)
        self._name.textEdited.connect(self._show_ready)
        self._keep = Button(self.tr("Keep"))
        self._keep.setObjectName("keep_mapping")
        self._keep.clicked.connect(self._on_keep)
        self._lay_out()
        self._show_saved("")

    def set_headings(self, headings: Sequence[str], sheet: str) -> None:
        """Offer the columns of a file: as a mapping that fits them says, or as they suggest."""
        self._headings = headings
        of_sheet = {n: m for n, m in self._known.items() if m.sheet in ("", sheet)}
        fitting = next((n for n, m in of_sheet.items() if m.against(headings) is None), "")
        self._show_saved(fitting)
        self._show(self._known.get(fitting) or guess(headings))

    def mapping(self) -> LabMapping:
        """Return what is chosen."""
        columns = {field: known.currentData() for field, known in self._columns.items()}
        return replace(
            self._base,
            columns={field: heading for field, heading in columns.items() if heading},
            decimal=self._decimal.currentData() or "",
            laboratory=" ".join(self._laboratory.text().split()),
        )

    def set_names(self, tests: Mapping[str, str], units: Mapping[str, str]) -> None:
        """Say what tests and units are that the laboratory names in its own words.

        Names that are not spoken of keep what was said of them before.
        """
        known, worded = {**self._base.tests, **tests}, {**self._base.units, **units}
        self._base = replace(
            self._base,
            tests={name: code for name, code in known.items() if code},
            units={name: unit for name, unit in worded.items() if unit},
        )
        self._on_changed()

    def _list(self, name: str) -> ListField:
        found = ListField()
        found.setAccessibleName(name)
        found.setFixedWidth(_WIDE)
        found.activated.connect(self._on_changed)
        found.cleared.connect(self._on_changed)
        return found

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(theme.SPACE_1)
        rows: list[tuple[str, QWidget]] = [(self.tr("Mapping"), self._saved)]
        rows += [(self._session.say(FIELDS[f]), known) for f, known in self._columns.items()]
        rows += [(self.tr("Decimals"), self._decimal), (self.tr("Laboratory"), self._laboratory)]
        for n, (words, field) in enumerate(rows):
            field.setFixedWidth(_WIDE)
            label = Label(words, theme.LABEL, 400, Tone.INK)
            label.setBuddy(field)
            grid.addWidget(label, n, 0)
            grid.addWidget(field, n, 1)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        keep = QHBoxLayout()
        keep.addWidget(self._name, 1)
        keep.addWidget(self._keep)
        self.body.addSpacing(theme.SPACE_1)
        self.body.addLayout(keep)

    def _show_saved(self, name: str) -> None:
        """Offer the mappings that the study keeps."""
        self._known = saved(self._session.file.properties())
        self._saved.clear()
        self._saved.addItem(self.tr("By the headings"), "")
        for known in self._known:
            self._saved.addItem(known, known)
        self._saved.setCurrentIndex(max(0, self._saved.findData(name)))
        self._name.setText(name)
        self._show_ready()

    def _show(self, mapping: LabMapping) -> None:
        """Show a mapping; what the file has no column for stays unchosen."""
        self._base = mapping
        for field, known in self._columns.items():
            with QSignalBlocker(known):
                known.clear()
                known.addItem(self.tr("–"), "")
                for heading in dict.fromkeys(h for h in self._headings if h):
                    known.addItem(heading, heading)
                known.setCurrentIndex(max(0, known.findData(mapping.columns.get(field, ""))))
        self._decimal.setCurrentIndex(max(0, self._decimal.findData(mapping.decimal)))
        self._laboratory.setText(mapping.laboratory)
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        refusal = permits.tip(self._session, Operation.SET_PROPERTIES)
        ready = bool(self._headings) and bool(self._name.text().strip())
        self._keep.setEnabled(ready and not refusal)
        self._keep.setToolTip(refusal)

    @Slot()
    def _on_changed(self) -> None:
        self._show_ready()
        if self._headings:
            self.changed.emit()

    @Slot()
    def _on_saved(self) -> None:
        name = self._saved.currentData() or ""
        self._name.setText(name)
        self._show(self._known.get(name) or guess(self._headings))
        self._on_changed()

    @Slot()
    def _on_keep(self) -> None:
        name = " ".join(self._name.text().split())
        file, text = self._session.file, self.mapping().text()
        if self._session.do(None, lambda: file.set_properties({f"{PROPERTY}{name}": text})):
            self._show_saved(name)
