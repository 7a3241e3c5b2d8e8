"""LabGrid: laboratory results, each with its unit, what it is converted, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core import units
from ordi_crf.core.records import Record, blank
from ordi_crf.core.units import Quantity
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.core.values import number
from ordi_crf.forms.schema import (
    Choice,
    CodeList,
    Item,
    LabResult,
    Language,
    Number,
    RowCode,
    Section,
    Values,
)
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.grid_view import GridView
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import written

_SIGNIFICANCE = "LBCLSIG"
_QUESTION = {Language.EN: "{}?", Language.ES: "¿{}?"}
_NAME, _RESULT, _LIMIT, _FLAG, _CONVERTED = 130, 84, 76, 12, 86


class LabGrid(GridView):
    """The results of one sample; only what lies outside its range asks for significance."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        self._flags: dict[str, Label] = {}
        self._asides: dict[str, Label] = {}
        self._questions: dict[str, QWidget] = {}
        super().__init__(section, language, parent)
        self._grid.setHorizontalSpacing(6)

    def editor_of(self, item: Item, row: RowCode) -> Editor:
        if isinstance(item, Choice) and item.name in self.section.units:
            item = replace(item, codes=_codes_of(item.codes, row))
        editor = editor_for(item, None, self.language)
        if isinstance(item, LabResult):
            editor.field.setFixedWidth(_RESULT)
        elif isinstance(item, Number):
            editor.field.setFixedWidth(_LIMIT)
        inside = editor.layout()
        if inside is not None:
            inside.setSpacing(1)
        return editor

    def name_of(self, words: str) -> Label:
        label = Label(words, theme.BODY, wrap=True)
        label.setFixedWidth(_NAME)
        return label

    def heading_width(self, item: Item) -> int:
        return _LIMIT if isinstance(item, Number) else super().heading_width(item)

    def below(self, item: Item) -> bool:
        return item.name == _SIGNIFICANCE

    def lines_of(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        # The question itself stands in the row: its answers appear as soon as it is asked.
        return [f for f in findings if f.item != _SIGNIFICANCE]

    def absence_of(self, record: Record, row: str) -> str:
        # The result alone can be missing, and it is said where its unit would stand.
        return ""

    def cell_of(self, editor: Editor, row: RowCode) -> QWidget:
        if isinstance(editor.item, LabResult):
            beside = self._flags[row.value] = Label("", theme.LABEL, 700, Tone.WARN)
            beside.setFixedWidth(_FLAG)
        elif editor.item.name in self.section.units:
            beside = self._asides[row.value] = Label("", theme.LABEL, 400, Tone.MUTED)
            beside.setMinimumWidth(_CONVERTED)
        elif editor.item.name == _SIGNIFICANCE:
            words = _QUESTION[self.language].format(editor.item.label.in_(self.language))
            question = self._questions[row.value] = _side_by_side(
                Label(words, theme.LABEL, 400, Tone.WARN), editor
            )
            return question
        else:
            return editor
        return _side_by_side(editor, beside)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        super().show_record(record, typed, read_only=read_only)
        assert self.section.rows is not None
        for row in self.section.rows.codes:
            values = record.values(self.section, row.value)
            side = _side(values)
            self._flags[row.value].setText({-1: "↓", 1: "↑"}.get(side or 0, ""))
            self._flags[row.value].setAccessibleName(self._told(side))
            self._flags[row.value].setToolTip(self._told(side))
            self._asides[row.value].setText(self._aside(record, row, values))
            significance = self.editor(row.value, _SIGNIFICANCE)
            if significance is not None:
                asked = bool(side) or not self._stated(values)
                shown = asked or significance.value() is not None
                self._questions[row.value].setVisible(shown)

    def _stated(self, values: Values) -> bool:
        """Return whether nothing asks for significance any more."""
        told = {**blank(self.section), **values}
        return all(rule.ok(told) for rule in self.section.rules if rule.item == _SIGNIFICANCE)

    def _told(self, side: int | None) -> str:
        if not side:
            return ""
        return self.tr("Below its range") if side < 0 else self.tr("Above its range")

    def _aside(self, record: Record, row: RowCode, values: Values) -> str:
        """Return why there is no result, or what the result is in the standard unit."""
        missing = record.missing(self.section.name, row.value, "LBORRES")
        if missing is not None:
            return missing.text.in_(self.language)
        if not row.units:
            return row.unit
        unit = units.stated(row, values["LBORRESU"])
        found = units.standard(row, values["LBORRES"], values["LBORRESU"])
        if found is None or unit is None or unit.factor == 1:
            return ""
        return written(found.shown, self.language)


def _side_by_side(first: QWidget, second: QWidget) -> QWidget:
    cell = QWidget()
    line = QHBoxLayout(cell)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.SPACE_1 + 2)
    line.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
    line.addWidget(second, 1)
    return cell


def _codes_of(codes: CodeList, row: RowCode) -> CodeList:
    """Return the units of a row, in its order; all of them where the row has no choice."""
    offered = [unit.text for unit in row.units]
    return CodeList(codes.name, tuple(c for t in offered for c in codes.codes if c.value == t))


def _side(values: Values) -> int | None:
    """Return -1 below the laboratory's range, 1 above it, None where that is not known."""
    value = number(values["LBORRES"])
    if value is None:
        return None
    sign = (values["LBORRES"] or "")[0]
    quantity = Quantity(value, "", sign if sign in "<>" else "")
    low, high = number(values["LBORNRLO"]), number(values["LBORNRHI"])
    return -1 if _holds(quantity.below, low) else 1 if _holds(quantity.above, high) else 0


def _holds(read: Callable[[Decimal], bool | None], limit: Decimal | None) -> bool:
    return limit is not None and read(limit) is True
