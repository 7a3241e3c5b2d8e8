"""Source data: how much of each form agrees with its source, and what is still to be compared."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core import place_words
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.verification import Known, Share, left, share, share_of
from ordi_crf.ui import life, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.search_field import SearchField
from ordi_crf.ui.components.state import state_word
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.permits import may
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.review.review import verify
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_COLUMNS = ((100, 0), (170, 3), (200, 4), (110, 1), (90, 0), (90, 0), (70, 0))
_ASIDE = 300
_LEFT, _ALL = "LEFT", "ALL"
_SCOPES = ("form", "visit", "subject")


class SourcePage(Page):
    """Every form that was begun, how much of it is verified, and verification of several at once.

    Of a visit and a subject, only completed forms are verified at once: a draft still changes.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._records: dict[RecordKey, Record] = {}
        self._known: dict[RecordKey, Known] = {}
        self._signed: frozenset[RecordKey] = frozenset()
        self._shares: dict[RecordKey, Share] = {}
        self._shown: list[RecordKey] = []
        self._which = SegmentedChoice(
            [(_LEFT, self.tr("Left to verify"), ""), (_ALL, self.tr("All forms"), "")]
        )
        self._which.setObjectName("which_forms")
        self._which.setAccessibleName(self.tr("Which forms"))
        self._which.set_value(_LEFT)
        self._which.chosen.connect(self._show)
        self._search = SearchField(self.tr("Filter by subject, visit, form"))
        self._search.textChanged.connect(self._show)
        titles = (
            self.tr("Subject"), self.tr("Visit"), self.tr("Form"), self.tr("State"),
            self.tr("Verified"), self.tr("Left"), "%",
        )  # fmt: skip
        self._rows = Rows(titles, [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Forms and what of them is verified"))
        self._table.set_columns(_COLUMNS)
        self._table.activated.connect(self._on_activated)
        self._table.doubleClicked.connect(self._on_activated)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self.setFocusProxy(self._table)
        self._nothing = EmptyState(
            self.tr("Nothing left to verify"),
            self.tr("Every data point that was entered agrees with its source."),
        )
        self._words: dict[str, Label] = {}
        self._buttons: dict[str, Button] = {}
        self._build()
        session.changed.connect(self._on_changed)
        self._reload()

    def header(self) -> Header:
        whole = sum(self._shares.values(), Share())
        words = self.tr("{percent} % of {all} data points verified")
        said = words.format(percent=whole.percent, all=whole.total)
        return Header(self.tr("Source data"), ((study.STUDYID, None), (said, None)))

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.SPACE_3)
        bar.addWidget(self._which)
        bar.addWidget(self._search)
        bar.addStretch(1)
        left_card = Card()
        left_card.body.setContentsMargins(1, 1, 1, 1)
        left_card.body.addWidget(self._table, 1)
        left_card.body.addWidget(self._nothing, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(left_card, 1)
        row.addWidget(self._scopes())
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_2)
        page.addLayout(bar)
        page.addLayout(row, 1)

    def _scopes(self) -> Card:
        """Return the card with the form, the visit and the subject of the line at hand."""
        self._aside = Card(self.tr("Compared with the source"))
        self._aside.setFixedWidth(_ASIDE)
        words = {
            "form": self.tr("Verify this form"),
            "visit": self.tr("Verify this visit"),
            "subject": self.tr("Verify this subject"),
        }
        for scope in _SCOPES:
            self._words[scope] = Label("", theme.LABEL, wrap=True)
            button = Button(words[scope], Kind.QUIET, code=scope)
            button.setObjectName(f"verify_{scope}")
            button.picked.connect(self._on_verify)
            self._buttons[scope] = button
            self._aside.body.addWidget(self._words[scope])
            self._aside.body.addWidget(button)
            self._aside.body.addSpacing(theme.SPACE_3)
        note = self.tr(
            "Of a visit or a subject, completed forms are verified. A change of a value takes its "
            "verification back. At an item: Ctrl+D."
        )
        self._aside.body.addWidget(Label(note, theme.LABEL, 400, Tone.MUTED, wrap=True))
        self._aside.body.addStretch(1)
        return self._aside

    def _reload(self) -> None:
        self._records = self._session.records()
        self._known = dict(self._session.file.verification.all())
        self._signed = life.ever_signed(self._session)
        self._shares = {
            key: found
            for key, record in sorted(self._records.items(), key=_in_order)
            if (found := share(record, self._known.get(key, {}))).total
        }
        self._show()
        self.headed.emit()

    @Slot()
    def _show(self) -> None:
        at = self._table.currentIndex().row()
        before = self._shown[at] if 0 <= at < len(self._shown) else None
        words = self._search.text().casefold().split()
        only_left = self._which.value() == _LEFT
        lines = [
            (key, self._cells(key))
            for key, found in self._shares.items()
            if not (only_left and found.complete)
        ]
        lines = [
            (key, cells)
            for key, cells in lines
            if all(word in " ".join(cells).casefold() for word in words)
        ]
        self._shown = [key for key, _ in lines]
        self._rows.set_rows([cells for _, cells in lines])
        self._table.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        if lines:
            self._table.selectRow(self._shown.index(before) if before in self._shown else 0)
        self._show_scopes()

    def _cells(self, key: RecordKey) -> tuple[str, ...]:
        language, found = self._session.language, self._shares[key]
        return (
            key.subject.subjid,
            place_words.visit(key, language),
            forms.form(key.form).title.in_(language),
            state_word(life.form_state(self._session, key, self._signed)),
            str(found.verified),
            str(found.total - found.verified),
            str(found.percent),
        )

    def _at_hand(self) -> RecordKey | None:
        row = self._table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _in(self, scope: str) -> list[Record]:
        """Return the forms of what is verified at once."""
        here = self._at_hand()
        if here is None:
            return []
        if scope == "form":
            return [self._records[here]]
        visit = (here.visit, here.visit_repeat)
        return [
            record
            for key, record in self._records.items()
            if key.subject == here.subject
            and (scope == "subject" or (key.visit, key.visit_repeat) == visit)
            and record.status is not Status.DRAFT
        ]

    def _show_scopes(self) -> None:
        here = self._at_hand()
        self._aside.setVisible(here is not None)
        if here is None:
            return
        language = self._session.language
        names = {
            "form": forms.form(here.form).title.in_(language),
            "visit": place_words.visit(here, language),
            "subject": here.subject.subjid,
        }
        for scope in _SCOPES:
            found = share_of(self._in(scope), self._known)
            words = self.tr("{name}: {done} of {all} ({percent} %)").format(
                name=names[scope],
                done=found.verified,
                all=found.total,
                percent=found.percent,
            )
            self._words[scope].setText(words)
            permitted = may(self._session, Operation.VERIFY_SOURCE)
            self._buttons[scope].setVisible(permitted)
            self._buttons[scope].setEnabled(found.verified < found.total)

    @Slot(str)
    def _on_verify(self, scope: str) -> None:
        here = self._at_hand()
        chosen = [
            (record, places)
            for record in self._in(scope)
            if (places := left(record, self._known.get(record.key, {})))
        ]
        if here is not None and chosen:
            self._session.do(here, lambda: verify(self._session, chosen))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_scopes()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.went.emit(FormAt(self._shown[index.row()]))

    @Slot(object)
    def _on_changed(self, _key: object) -> None:
        self._reload()


def _in_order(entry: tuple[RecordKey, Record]) -> tuple[object, ...]:
    """Return where a form stands: by subject, visit and the order in which a visit is filled."""
    key, _ = entry
    event = study.event(key.visit)
    place = event.forms.index(key.form) if key.form in event.forms else len(event.forms)
    return key.subject, event.number, key.visit_repeat, place, key.form_repeat
