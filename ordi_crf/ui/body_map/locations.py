"""The table of CLASI locations: painted share, % body surface, highest level."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordi_crf import atlas
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import Area, Surface, shown
from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.lesions import FILLS
from ordi_crf.ui.components.painting import CENTER, rounded, write
from ordi_crf.ui.wording import written

Index = QModelIndex | QPersistentModelIndex

_NAME, _SHARE, _BSA, _LEVEL = range(4)
_ROWS = range(17, 26)
"""Heights of a row in pixels."""


class LocationModel(QAbstractTableModel):
    """Thirteen CLASI rows and the perineum, as text."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        perineum = atlas.body_map().region("perineum").name.in_(language)
        self._rows: list[tuple[str | None, str]] = [
            *((code.value, code.text.in_(language)) for code in LOCATIONS.codes),
            (None, perineum),
        ]
        self._cells = [["", "", ""] for _ in self._rows]

    def set_surface(self, surface: Surface) -> None:
        """Show the figures of a layer."""
        cells = [_cells(surface.locations[code], self._language) for code, _ in self._rows]
        changed = [n for n, row in enumerate(cells) if row != self._cells[n]]
        self._cells = cells
        for n in changed:
            self.dataChanged.emit(self.index(n, _SHARE), self.index(n, _LEVEL))

    def code(self, row: int) -> str | None:
        """Return the CLASI code of a row, None for the perineum."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == _NAME else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and column == _NAME:
            return self._rows[index.row()][1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._text(index.row(), _NAME)}: {self._text(index.row(), column)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (
                self.tr("CLASI location"),
                self.tr("area %"),
                self.tr("% BSA"),
                self.tr("max"),
            )
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == _NAME else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, row: int, column: int) -> str:
        return self._rows[row][1] if column == _NAME else self._cells[row][column - 1]


class LocationTable(QTableView):
    """The table as it stands in the panel; a row picked is a location to point out."""

    picked = Signal(object)
    """CLASI code of the row, None for the perineum."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LocationModel(language, self)
        self._levels = _LevelDelegate(self)
        self.setModel(self._model)
        self.setItemDelegateForColumn(_LEVEL, self._levels)
        self.setAccessibleName(self.tr("Figures by CLASI location"))
        self.setFont(theme.font(theme.META))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROWS.start)
        self.setMinimumHeight(22 + 6 * _ROWS.start)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setFixedHeight(22)
        header.setStyleSheet("QHeaderView::section { padding: 2px; font-size: 10px; }")
        for column, width in ((_SHARE, 42), (_BSA, 44), (_LEVEL, 31)):
            self.setColumnWidth(column, width)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.clicked.connect(self._on_clicked)

    def set_surface(self, surface: Surface, layer: Layer) -> None:
        """Show the figures of a layer in its colours."""
        self._levels.layer = layer
        self._model.set_surface(surface)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Rows grow with the window up to a comfortable height; all fit without scrolling.
        row = self.viewport().height() // self._model.rowCount()
        self.verticalHeader().setDefaultSectionSize(max(_ROWS.start, min(_ROWS.stop, row)))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        # The row that is current already can be pointed out again.
        self.picked.emit(self._model.code(index.row()))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.picked.emit(self._model.code(current.row()))


class _LevelDelegate(QStyledItemDelegate):
    """Paints the highest level as a chip in the layer's ramp, its digit always visible."""

    layer = Layer.ACTIVE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text = str(index.data() or "")
        if not text:
            return
        level = int(text)
        box = QRectF(option.rect).adjusted(8, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, box, 4, fill=FILLS[self.layer][level - 1].name())
        dark = theme.RAMP_INK[level]
        write(painter, box, text, font=theme.font(theme.META, 700), ink=dark, align=CENTER)
        painter.restore()


def _cells(area: Area, language: Language) -> list[str]:
    if not area.highest:
        return ["", "", ""]
    figures = (shown(area.share, places=1), shown(area.bsa))
    return [*(written(figure, language) for figure in figures), str(area.highest)]
