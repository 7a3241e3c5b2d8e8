"""What the publication tells beside the outcomes: activity by visit, improvement, follow-up.

Cortés-Hernández et al., Arthritis Res Ther 2012;14:R265.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ordi_crf import study
from ordi_crf.core import measures, survival
from ordi_crf.core.flares import time_to_cutaneous_flare
from ordi_crf.core.phrases import (
    NONE,
    bounds,
    decimal,
    filled,
    listed,
    localized,
    plain,
    share,
    spread,
    whole,
)
from ordi_crf.core.stats import Summary
from ordi_crf.forms.schema import Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import RIGHT, hairline, write
from ordi_crf.ui.outcomes.survival import SurvivalCurve
from ordi_crf.ui.outcomes.words import Shown
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_MONTHS = Text("mean {mean} months ({range})", "media {mean} meses ({range})")


class Publication(QWidget):
    """Activity by visit at the left; time to the flare and the other figures at the right."""

    def __init__(self, shown: Shown, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._session = shown, session
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE_3)
        right.addWidget(self._survival(), 1)
        right.addWidget(self._figures())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._activity(), 5)
        row.addLayout(right, 6)

    def _activity(self) -> Card:
        card = Card()
        title = Label(self.tr("CLASI activity by visit, treated subjects"), theme.LABEL, 600)
        title.setContentsMargins(theme.SPACE_3, 0, 0, 0)
        card.body.addWidget(title)
        titles = (
            self.tr("Visit"),
            self.tr("n"),
            self.tr("Mean"),
            self.tr("SD"),
            self.tr("Median"),
            self.tr("Range"),
        )
        found = measures.activity_by_visit(self._shown.courses)
        rows = [self._row(visit, known) for visit, known in found]
        table = Table(_Moments(titles, rows, self))
        figure = _Figure(table)
        for column in range(1, len(titles)):
            table.setItemDelegateForColumn(column, figure)
        table.verticalHeader().setDefaultSectionSize(30)
        table.set_columns(((168, 2), (36, 1), (58, 1), (52, 1), (76, 1), (62, 1)))
        table.setAccessibleName(self.tr("CLASI activity by visit"))
        card.body.setContentsMargins(1, theme.SPACE_3, 1, 1)
        card.body.addWidget(table, 1)
        return card

    def _row(self, visit: str | None, found: Summary) -> tuple[str, ...]:
        say = self._session.say
        name = self.tr("Baseline") if visit is None else say(study.event(visit).label)
        cells = (decimal(found.mean, 2), localized(found.sd()), whole(found.median))
        return (name, str(found.n), *map(say, cells), say(bounds(found, 0)))

    def _survival(self) -> Card:
        followed = time_to_cutaneous_flare(self._shown.courses)
        card = Card(self.tr("Without a cutaneous flare after withdrawal (Kaplan-Meier)"))
        if not followed:
            card.body.addWidget(
                Label(
                    self.tr("Nobody was followed after withdrawal from a complete response yet."),
                    theme.BODY,
                    400,
                    Tone.MUTED,
                    wrap=True,
                )
            )
            card.body.addStretch(1)
            return card
        card.body.addWidget(SurvivalCurve(followed), 1)
        median = survival.median(survival.kaplan_meier(followed))
        words = self.tr("%n followed; a tick is the last assessment of one without a flare.", "",
                        len(followed))  # fmt: skip
        if median is not None:
            half = self.tr("Half had flared by day {day}.").format(day=median)
            words = f"{words} {half}"
        card.body.addWidget(Label(words, theme.META, 400, Tone.MUTED, wrap=True))
        return card

    def _figures(self) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_4)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for n, (name, told) in enumerate(self._told()):
            grid.addWidget(Label(name, theme.LABEL, 400, Tone.MUTED), n, 0)
            value = Label(self._session.say(told), theme.LABEL, 600, wrap=True)
            grid.addWidget(value, n, 1)
        card.body.addLayout(grid)
        return card

    def _told(self) -> tuple[tuple[str, Text], ...]:
        people = self._shown.courses
        follow_up = measures.follow_up(people)
        withdrawn = measures.withdrawn(people)
        return (
            (
                self.tr("Below baseline at week 2"),
                share(measures.improved(people, "W2").proportion),
            ),
            (
                self.tr("Weeks from withdrawal to the flare"),
                spread(measures.weeks_to_flare(people)),
            ),
            (self.tr("Stopped for an adverse event"), listed(plain(str(s)) for s in withdrawn)),
            (
                self.tr("Follow-up from Day 1 to the last visit"),
                NONE
                if follow_up is None
                else filled(_MONTHS, mean=decimal(follow_up.mean, 1), range=bounds(follow_up, 1)),
            ),
        )


class _Moments(Rows):
    """Rows of figures: their headings stand over their right edge."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if section and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT
        return super().headerData(section, orientation, role)


class _Figure(QStyledItemDelegate):
    """A figure at the right of its cell."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = theme.tokens()
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color(t.soft))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        room = box.adjusted(0, 0, -theme.SPACE_2, 0)
        words = str(index.data() or "")
        write(painter, room, words, font=theme.font(theme.LABEL), ink=t.ink, align=RIGHT)
