"""ClasiInstrument: the whole CLASI on one page, without scrolling, by one key for each cell.

Albrecht et al., J Invest Dermatol 2005;125:889-94. The widget shows the definition and reports
answers; `ordi_crf.core.clasi` scores them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ordi_crf.core import clasi
from ordi_crf.forms.clasi import AREAS, FORM, LOCATIONS, ONCE
from ordi_crf.forms.schema import Language, Values
from ordi_crf.ui import theme
from ordi_crf.ui.clasi.area_grid import AreaGrid
from ordi_crf.ui.clasi.cell import Cell
from ordi_crf.ui.clasi.floor import Floor
from ordi_crf.ui.clasi.hint import Words
from ordi_crf.ui.clasi.once_card import OnceCard
from ordi_crf.ui.clasi.score_column import ScoreColumn
from ordi_crf.ui.components.figures import Point
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.theme import Tone

ROW_MIN, ROW_MAX = 23, 54
_ERYTHEMA = clasi.ACTIVITY_CELLS[0]
_NEXT_PROPOSAL = "next_proposal"


class ClasiInstrument(QWidget):
    """Both cards of the form at the left; scores, change and findings at the right."""

    answered = Signal(str, str, str, object, str)
    """Section, row ("" where asked once), item, the value (None for blank or unreadable), and what
    was typed where words are asked for."""
    history_asked = Signal(str, str, str)
    finding_action = Signal(str, str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._areas: dict[str, dict[str, str | None]] = {r.value: {} for r in LOCATIONS.codes}
        self._once: dict[str, str | None] = {}
        self._notices: tuple[Notice, ...] = ()
        self._focus: Cell | None = None
        self._grid = AreaGrid(AREAS, language, self)
        self._card = OnceCard(ONCE, language, self)
        self._scores = ScoreColumn(language, self)
        self._cells = [*self._grid.cells.values(), *self._card.cells.values()]
        self._floor = Floor(self._grid.cells, self._card.cells)
        for cell in self._cells:
            self._listen(cell)
        self._card.words_given.connect(self._on_words)
        self._scores.acted.connect(self._on_acted)
        self._hint()
        self._rescore()

    def set_values(
        self, areas: Mapping[str, Values], once: Values, typed: Mapping[str, str] | None = None
    ) -> None:
        """Show an assessment, answers by location and those asked once, without reporting it.

        `typed` holds, by item, words that could not be read.
        """
        self._areas = {row.value: dict(areas.get(row.value, {})) for row in LOCATIONS.codes}
        if dict(once) != self._once:
            self._once = dict(once)
            self._card.update()
        for cell in self._cells:
            cell.set_value(self._answers(cell).get(cell.place.item))
        for name, line in self._card.lines.items():
            line.set_value(once.get(name), (typed or {}).get(name))
        self._rescore()
        self._hint()

    def set_proposals(self, proposals: Mapping[str, int]) -> None:
        """Outline the erythema the body map proposes, by location; 0 or absent proposes nothing."""
        for row in LOCATIONS.codes:
            level = proposals.get(row.value)
            self._grid.cells[row.value, _ERYTHEMA].set_proposal(str(level) if level else None)
        self._show_notices()

    def set_history(self, history: Sequence[Point], baseline: int | None) -> None:
        """Take the activity totals by visit, this visit last, and the baseline total.

        The value given for this visit is not used: it is the one being scored.
        """
        self._scores.set_history(history, baseline)
        self._rescore()

    def set_findings(self, notices: Sequence[Notice]) -> None:
        """Show what is to be looked at; `finding_action` reports what is done about it."""
        self._notices = tuple(notices)
        self._show_notices()

    def set_read_only(self, read_only: bool) -> None:
        """Let the assessment be read and not changed."""
        for cell in self._cells:
            cell.set_read_only(read_only)
        for line in self._card.lines.values():
            line.set_read_only(read_only)

    def focus_first_blank(self) -> None:
        """Give the keyboard to the first cell that is still blank."""
        blank = [c for c in self._cells if c.value() is None and c.isEnabled()]
        (blank or self._cells)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(1052, 712)

    def minimumSizeHint(self) -> QSize:
        return QSize(980, round(self._fixed_height() + ROW_MIN * self._row_count()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        gap = theme.SPACE_3
        aside = min(max(276, self.width() * 24 // 100), 380)
        width = self.width() - aside - theme.SPACE_4
        row = (self.height() - self._fixed_height()) / self._row_count()
        row = min(max(row, ROW_MIN), ROW_MAX)
        top = round(self._grid.fixed_height() + row * len(LOCATIONS.codes))
        foot = round(self._card.fixed_height() + row * self._card.rows)
        self._grid.setGeometry(0, 0, width, top)
        self._grid.set_row_height(row)
        self._card.setGeometry(0, top + gap, width, foot)
        self._card.set_row_height(row, self._grid.cell_width)
        self._scores.setGeometry(width + theme.SPACE_4, 0, aside, top + gap + foot)

    @Slot(object)
    def _on_answered(self, cell: Cell) -> None:
        self._answers(cell)[cell.place.item] = cell.value()
        self._rescore()
        self._hint()
        self.answered.emit(*cell.place, cell.value(), "")

    @Slot(str, object, str)
    def _on_words(self, item: str, value: str | None, typed: str) -> None:
        self._once[item] = value
        self.answered.emit(ONCE.name, "", item, value, typed)

    @Slot(object, bool)
    def _on_went_on(self, cell: Cell, by_key: bool) -> None:
        """Go to the next cell; only Enter goes on into the words, where digits would be typed."""
        following = self._cells[self._cells.index(cell) + 1 :]
        onward: list[QWidget] = [c for c in following if c.isEnabled()]
        if not by_key:
            onward += [line.field for line in self._card.lines.values()]
        if onward:
            onward[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object, int, int)
    def _on_steered(self, cell: Cell, columns: int, rows: int) -> None:
        if (target := self._floor.step(cell, columns, rows)) is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_entered(self, cell: Cell | None) -> None:
        """Follow the keyboard; it is told of the cell it left before the one it goes to."""
        if cell is None and QApplication.focusWidget() in self._cells:
            return
        self._focus = cell
        self._grid.set_here(cell.place.row if cell is not None else None)
        self._card.set_here(cell.place.item if cell is not None and not cell.place.row else "")
        self._hint()
        self._show_notices()

    @Slot(object, str)
    def _on_turned_down(self, cell: Cell, key: str) -> None:
        allowed = ", ".join(code.value for code in cell.item.codes.codes)
        said = self.tr("{key} is no answer here: {allowed}").format(key=key, allowed=allowed)
        self._grid.hint.set_words(self._named(cell), Words(said, Tone.BAD, strong=True))

    @Slot(object)
    def _on_history(self, cell: Cell) -> None:
        self.history_asked.emit(*cell.place)

    @Slot(str, str)
    def _on_acted(self, oid: str, action: str) -> None:
        if action == _NEXT_PROPOSAL:
            self._pending()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finding_action.emit(oid, action)

    def _listen(self, cell: Cell) -> None:
        cell.answered.connect(self._on_answered)
        cell.went_on.connect(self._on_went_on)
        cell.steered.connect(self._on_steered)
        cell.entered.connect(self._on_entered)
        cell.turned_down.connect(self._on_turned_down)
        cell.history_wanted.connect(self._on_history)

    def _answers(self, cell: Cell) -> dict[str, str | None]:
        return self._areas[cell.place.row] if cell.place.row else self._once

    def _fixed_height(self) -> int:
        return self._grid.fixed_height() + self._card.fixed_height() + theme.SPACE_3

    def _row_count(self) -> int:
        return len(LOCATIONS.codes) + self._card.rows

    def _rescore(self) -> None:
        score = clasi.score(self._areas, self._once)
        self._scores.show_score(score)
        self._card.set_duration_needed(score.dyspigmentation > 0)

    def _hint(self) -> None:
        """Write the levels of the cell that has the keyboard, or what the form asks for."""
        cell = self._focus
        if cell is None:
            note = FORM.note.in_(self._language) if FORM.note is not None else ""
            self._grid.hint.set_words(Words(note))
            return
        levels = [
            Words(_level(cell, code.value), Tone.INK if chosen else Tone.MUTED, chosen)
            for code in cell.item.codes.codes
            if (chosen := code.value == cell.value()) or code.value != "0"
        ]
        if cell.place.row:
            levels.insert(0, self._named(cell))
        self._grid.hint.set_words(*levels)

    def _named(self, cell: Cell) -> Words:
        return Words(cell.item.label.in_(self._language), Tone.INK, strong=True, names=True)

    def _pending(self) -> list[Cell]:
        """Return the blank cells that have a proposal."""
        cells = [self._grid.cells[row.value, _ERYTHEMA] for row in LOCATIONS.codes]
        return [cell for cell in cells if cell.value() is None and cell.proposal() is not None]

    def _show_notices(self) -> None:
        self._scores.set_notices((*self._proposed(), *self._notices))

    def _proposed(self) -> list[Notice]:
        """Return what the body map proposes: for this cell in full, otherwise how many wait."""
        pending = self._pending()
        if not pending:
            return []
        chip = self.tr("from the body map")
        if self._focus in pending:
            cell = self._focus
            location = LOCATIONS.row(cell.place.row).text.in_(self._language)
            said = self.tr("{location}: painted as {level}, {words}.").format(
                location=location,
                level=cell.proposal(),
                words=cell.wording(cell.proposal()).lower(),
            )
            how = self.tr("Press Enter to accept, or score.")
            return [Notice("proposal", chip, Tone.ACCENT, said, how)]
        names = ", ".join(
            LOCATIONS.row(cell.place.row).text.in_(self._language) for cell in pending
        )
        said = self.tr("Painted, not yet scored: {locations}.").format(locations=names)
        go = ((_NEXT_PROPOSAL, self.tr("Go to the first")),)
        return [Notice("proposal", chip, Tone.ACCENT, said, "", go)]


def _level(cell: Cell, value: str) -> str:
    """Return an answer as the hint line names it: grades with their digit."""
    return f"{value} {cell.wording(value)}" if value.isdecimal() else cell.wording(value)
