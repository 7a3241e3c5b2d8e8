"""A form as it was: every moment of it down the left, the form at the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import drawings, forms, study
from ordi_crf.core.as_it_was import Moment, moments, record_at
from ordi_crf.core.records import Record
from ordi_crf.forms.schema import Section, Stroke
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.editor import BodyMapEditor
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import State, state_word
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.forms.views import view_for
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.places import AsItWas, AuditTrail, FormAt
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import visit_words

_COLUMNS = ((148, 0), (90, 1), (74, 0))
_ASIDE = 340


class AsItWasPage(Page):
    """Shows one form at a moment of the trail; nothing can be changed here."""

    def __init__(self, session: Session, place: AsItWas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, place.key
        self._form = forms.form(place.key.form)
        self._version = session.record(place.key).version
        self._audit = session.file.trail(place.key)
        self._moments = list(reversed(moments(self._audit, place.key)))
        self._banner = Banner("", Tone.WARN, action=self.tr("Go to the form as it is now"))
        self._banner.asked.connect(self._on_now)
        self._views: dict[str, SectionView] = {}
        self._editor: BodyMapEditor | None = None
        self._table = Table(Rows(self._titles(), [self._cells(m) for m in self._moments], self))
        self._table.setAccessibleName(self.tr("Moments of the form"))
        self._table.set_columns(_COLUMNS)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self.setFocusProxy(self._table)
        self._build()
        wanted = [n for n, m in enumerate(self._moments) if not place.last or m.last <= place.last]
        if self._moments:
            self._table.selectRow(wanted[0] if wanted else len(self._moments) - 1)

    def header(self) -> Header:
        language = self._session.language
        visit = visit_words(self._key.visit, self._key.visit_repeat, language)
        title = self._session.say(self._form.title)
        return Header(
            self.tr("{form} as it was").format(form=title),
            (
                (study.STUDYID, None),
                (self.tr("Audit trail"), AuditTrail()),
                (self._key.subject.subjid, None),
                (visit, None),
                (title, FormAt(self._key)),
            ),
        )

    def _titles(self) -> tuple[str, ...]:
        return self.tr("When (UTC)"), self.tr("Who"), self.tr("Entries")

    def _cells(self, moment: Moment) -> tuple[str, ...]:
        who = f"{moment.actor}, {role_words(moment.role, self._session.language)}"
        return moment.at.replace("T", " ")[:19], who, str(moment.changes)

    def _build(self) -> None:
        moments_card = Card()
        moments_card.body.setContentsMargins(1, 1, 1, 1)
        moments_card.body.addWidget(self._table)
        moments_card.setFixedWidth(_ASIDE)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.SPACE_3, 0)
        column.setSpacing(theme.SPACE_3)
        for section in self._form.sections:
            column.addWidget(self._view(section))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(moments_card)
        area = scrolling(content)
        # Beside the list of moments, a wide grid has less room than on its own page.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        row.addWidget(area, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_2)
        page.addWidget(self._banner)
        if not self._moments:
            page.addWidget(Label(self.tr("Nothing was entered here."), theme.BODY))
        page.addLayout(row, 1)

    def _view(self, section: Section) -> QWidget:
        """Return what shows a section; strokes are shown as the drawing they make."""
        if any(isinstance(item, Stroke) for item in section.items):
            self._editor = BodyMapEditor(self._session.language)
            self._editor.set_read_only(True)
            self._editor.setMinimumHeight(520)
            return self._editor
        view = view_for(section, self._session.language)
        view.history_asked.connect(self._on_history)
        self._views[section.name] = view
        return view

    def _show(self, moment: Moment) -> None:
        record = record_at(self._audit, self._key, moment.last, self._version)
        for view in self._views.values():
            view.show_record(record, {}, read_only=True)
        if self._editor is not None:
            drawing = drawings.open_drawing(record, self._session.file.drawing)
            self._editor.load(drawing)
            self._editor.set_read_only(True)
        self._banner.set_sentence(self._said(moment, record))

    def _said(self, moment: Moment, record: Record) -> str:
        words = self.tr("As it was on {at} UTC, after entry {n} of the audit trail ({state}).")
        state = State(record.status.value.lower())
        at = moment.at.replace("T", " ")[:19]
        return words.format(at=at, n=moment.last, state=state_word(state))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= now.row() < len(self._moments):
            self._show(self._moments[now.row()])

    @Slot()
    def _on_now(self) -> None:
        self.went.emit(FormAt(self._key))

    @Slot(str, str, str)
    def _on_history(self, section: str, row: str, item: str) -> None:
        """Go to the item as it is now, where its history opens."""
        self.went.emit(FormAt(self._key, section, row, item))
