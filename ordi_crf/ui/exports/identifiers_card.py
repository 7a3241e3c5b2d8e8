"""IdentifiersCard: what in free text may tell who a subject is, to be looked at first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.identifiers.places import Hit, words
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.places import AuditTrail, FormAt
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_ROOM = ((104, 0), (140, 1), (64, 0), (240, 4))


class IdentifiersCard(Card):
    """The list, the way to each place, and the decision."""

    confirmed = Signal()
    declined = Signal()
    went = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._hits: tuple[Hit, ...] = ()
        self._title = Label("", theme.BODY, 600, Tone.WARN, wrap=True)
        hint = Label(
            self.tr(
                "Nothing has been written yet. Go to each place and look. What is corrected there "
                "stays in the audit trail; without free text, neither leaves."
            ),
            theme.LABEL,
            400,
            Tone.MUTED,
            wrap=True,
        )
        titles = (self.tr("Kind"), self.tr("Text"), self.tr("Subject"), self.tr("Place"))
        self._rows = Rows(titles, [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Possible identifiers"))
        self._table.set_columns(_ROOM)
        self._table.activated.connect(self._on_go)
        self._go = Button(self.tr("Go to"))
        self._go.setObjectName("go_to_identifier")
        self._go.clicked.connect(self._on_go)
        decline = Button(self.tr("Do not export"))
        decline.setObjectName("decline_identifiers")
        decline.clicked.connect(self.declined)
        confirm = Button(self.tr("Export all the same"))
        confirm.setObjectName("confirm_identifiers")
        confirm.clicked.connect(self.confirmed)
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addStretch(1)
        buttons.addWidget(decline)
        buttons.addWidget(confirm)
        self.body.addWidget(self._title)
        self.body.addWidget(hint)
        self.body.addWidget(self._table, 1)
        self.body.addLayout(buttons)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show what is to be looked at, and give the list the keyboard."""
        self._hits = hits
        self._title.setText(self.tr("%n possible identifier(s) in free text", "", len(hits)))
        self._rows.set_rows([self._cells(hit) for hit in hits])
        self._table.selectRow(0)
        self._table.setFocus()

    def _cells(self, hit: Hit) -> tuple[str, ...]:
        language = self._session.language
        subject, *where = words(hit, language)
        return hit.kind.value.in_(language), hit.text, subject, " · ".join(where)

    @Slot()
    @Slot(QModelIndex)
    def _on_go(self) -> None:
        place = self._hits[max(self._table.currentIndex().row(), 0)].place
        if place.key is None:
            self.went.emit(AuditTrail())
        else:
            self.went.emit(FormAt(place.key, place.section, place.row, place.item))
