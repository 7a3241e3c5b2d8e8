"""QueryThread: every message of a query, and the words one adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.permissions import Operation
from ordi_crf.core.query import LIMIT, Act, Message, Query, QueryState
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import WordsField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.permits import may
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

STATES: Mapping[QueryState, Text] = MappingProxyType(
    {
        QueryState.OPEN: Text("open", "abierta"),
        QueryState.ANSWERED: Text("answered", "respondida"),
        QueryState.CLOSED: Text("closed", "cerrada"),
    }
)
TONES: Mapping[QueryState, Tone] = MappingProxyType(
    {
        QueryState.OPEN: Tone.BAD,
        QueryState.ANSWERED: Tone.ACCENT,
        QueryState.CLOSED: Tone.MUTED,
    }
)
ACTS: Mapping[Act, Text] = MappingProxyType(
    {
        Act.RAISED: Text("asked", "preguntó"),
        Act.ANSWERED: Text("answered", "respondió"),
        Act.CLOSED: Text("closed it", "la cerró"),
        Act.REOPENED: Text("asked again", "volvió a preguntar"),
        Act.RESOLVED: Text("the finding is gone", "el hallazgo ya no existe"),
    }
)
_OPERATIONS: Mapping[Act, Operation] = MappingProxyType(
    {
        Act.RAISED: Operation.RAISE_QUERY,
        Act.REOPENED: Operation.RAISE_QUERY,
        Act.ANSWERED: Operation.ANSWER_QUERY,
        Act.CLOSED: Operation.CLOSE_QUERY,
    }
)
_OFFERED: Mapping[QueryState | None, tuple[Act, ...]] = MappingProxyType(
    {
        None: (Act.RAISED,),
        QueryState.OPEN: (Act.ANSWERED, Act.CLOSED),
        QueryState.ANSWERED: (Act.CLOSED, Act.REOPENED, Act.ANSWERED),
        QueryState.CLOSED: (Act.REOPENED,),
    }
)
_OF_CHECKS = frozenset({Act.RAISED, Act.RESOLVED})
"""What the program says in a query of a check, in the name of whoever is at work."""
_CHECK = Text("Check, at work: {who}", "Comprobación, con {who}")
_ACCEPTED = Text("Accepted.", "Aceptada.")
_TALLEST = 240


class QueryThread(QWidget):
    """A query with its messages; `said` carries what is done to it and the words."""

    said = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._about: tuple[int, str] = (0, "")
        self._drafts: dict[tuple[int, str], str] = {}
        """What was written and not sent, by query; of a new one by its data point."""
        self._title = Label("", theme.BODY, 600, wrap=True)
        self._value = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(0, 0, theme.SPACE_2, 0)
        self._messages.setSpacing(theme.SPACE_2)
        content = QWidget()
        content.setLayout(self._messages)
        self._area = scrolling(content)
        self.field = WordsField(3)
        self.field.setObjectName("query_words")
        self.field.textChanged.connect(self._on_written)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.SPACE_2)
        self._acts: list[tuple[Act, Button]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        for widget in (self._title, self._value, self._area, self.field):
            column.addWidget(widget)
        column.addLayout(self._buttons)

    def show_query(self, query: Query | None, where: str, value: str) -> None:
        """Show a query about a data point, or with None let one be raised."""
        self._drafts[self._about] = self.field.toPlainText()
        self._about = (query.number, "") if query is not None else (0, where)
        language = self._session.language
        if query is None:
            self._title.setText(self.tr("New query: {where}").format(where=where))
        else:
            state = STATES[query.state].in_(language)
            words = self.tr("Query {n}, {state}: {where}")
            self._title.setText(words.format(n=query.number, state=state, where=where))
        self._value.setText(self.tr("Value now: {value}").format(value=value) if value else "")
        self._value.setVisible(bool(value))
        self._show_messages(query)
        self._offer(query)
        self.field.setPlainText(self._drafts.pop(self._about, ""))
        self._on_written()

    def accept(self) -> None:
        """Do the first of what is offered, as Ctrl+Enter means it."""
        if self._acts and self._acts[0][1].isEnabled():
            self._acts[0][1].click()

    def forget(self) -> None:
        """Let go of what was written: it was sent."""
        self._drafts.pop(self._about, None)
        self.field.clear()

    @property
    def offers(self) -> bool:
        """Return whether there is anything to do for whoever is at work."""
        return bool(self._acts)

    def _show_messages(self, query: Query | None) -> None:
        messages = query.messages if query is not None else ()
        while (taken := self._messages.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for message in messages:
            checked = query is not None and bool(query.finding) and message.act in _OF_CHECKS
            self._messages.addWidget(_Said(message, self._session.language, checked=checked))
        self._messages.addStretch(1)
        self._area.setVisible(bool(messages))
        width = max(self.width() - theme.SPACE_6, 260)
        height = sum(
            w.heightForWidth(width) + theme.SPACE_2
            for n in range(self._messages.count())
            if (entry := self._messages.itemAt(n)) is not None and (w := entry.widget()) is not None
        )
        self._area.setFixedHeight(min(_TALLEST, height + theme.SPACE_2))

    def _offer(self, query: Query | None) -> None:
        while (taken := self._buttons.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        offered = _OFFERED[None if query is None else query.state]
        acts = [act for act in offered if may(self._session, _OPERATIONS[act])]
        words = {
            Act.RAISED: self.tr("Ask"),
            Act.ANSWERED: self.tr("Answer"),
            Act.CLOSED: self.tr("Close the query"),
            Act.REOPENED: self.tr("Ask again"),
        }
        self._acts = []
        before: QWidget = self.field
        for n, act in enumerate(acts):
            button = Button(words[act], Kind.QUIET if n else Kind.PRIMARY)
            button.setObjectName(f"query_{act.value.lower()}")
            button.setProperty("act", act.value)
            button.clicked.connect(self._on_act)
            self._acts.append((act, button))
            self._buttons.addWidget(button)
            # Made anew for each query, they would come last: Tab goes from the words to them.
            self.setTabOrder(before, button)
            before = button
        self._buttons.addStretch(1)
        self.field.setVisible(bool(acts))
        self.field.setAccessibleName(words[acts[0]] if acts else "")
        self.field.setPlaceholderText(self._hint(acts))

    def _hint(self, acts: list[Act]) -> str:
        if acts[:1] == [Act.ANSWERED]:
            return self.tr("Your answer")
        return self.tr("Your question") if acts[:1] == [Act.RAISED] else self.tr("Your words")

    @Slot()
    def _on_written(self) -> None:
        text = self.field.toPlainText().strip()
        for act, button in self._acts:
            button.setEnabled((bool(text) or act is Act.CLOSED) and len(text) <= LIMIT)

    @Slot()
    def _on_act(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        text = self.field.toPlainText().strip()
        self.said.emit(str(button.property("act")), text or self._session.say(_ACCEPTED))


class _Said(QWidget):
    """One message: who, what it did and when, over its words."""

    def __init__(self, message: Message, language: Language, *, checked: bool) -> None:
        super().__init__()
        who = f"{message.actor}, {role_words(message.role, language)}"
        if checked:
            who = _CHECK.in_(language).format(who=who)
        act = ACTS[message.act].in_(language)
        at = message.at[:16].replace("T", " ")
        head = Label(f"{who} · {act}", theme.LABEL, 600, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(Label(message.text, theme.LABEL, wrap=True))
        column.addWidget(Label(f"{at} UTC", theme.META, 400, Tone.MUTED))
        for label in self.findChildren(Label):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
