"""Differences: what two entries of a form differ in; each is decided once, with a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import forms
from ordi_crf.core import values
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.second import Adjudication, Difference
from ordi_crf.forms.schema import Form
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.reason import ReasonStrip
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import DifferencesAt, DoubleEntry, FormAt
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import visit_words

translate = QCoreApplication.translate
_LABEL, _VALUE = 260, 220


class DifferencesPage(Page):
    """The open differences, then what was decided."""

    def __init__(
        self, session: Session, place: DifferencesAt, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._key = session, place.key
        self._form = forms.form(place.key.form)
        self._asked: tuple[Difference, str | None] | None = None
        self._found = session.file.second.differences(place.key)
        entry = session.file.second.of(place.key)
        assert entry is not None
        self._second = entry
        self.strip = ReasonStrip(self)
        self.strip.given.connect(self._on_reason)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(theme.SPACE_3)
        column.addWidget(self._open())
        if entry.adjudications:
            column.addWidget(self._decided())
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(content))

    def header(self) -> Header:
        key, language = self._key, self._session.language
        title = self._session.say(self._form.title)
        return Header(
            self.tr("{form}, two entries").format(form=title),
            (
                (self.tr("Double entry"), DoubleEntry()),
                (key.subject.subjid, None),
                (visit_words(key.visit, key.visit_repeat, language), None),
            ),
            Action("form", self.tr("Open the form")),
        )

    def act(self, code: str) -> None:
        self.went.emit(FormAt(self._key))

    def _open(self) -> Card:
        card = Card(self.tr("To be decided"))
        if not self._found:
            words = self.tr("The two entries agree, or every difference is decided.")
            card.body.addWidget(Label(words, theme.BODY, 400, Tone.MUTED))
            return card
        card.body.addLayout(_row(self.tr("Item"), self.tr("First entry"), self._by()))
        free = permits.may(self._session, Operation.ADJUDICATE, self._key.form)
        for difference in self._found:
            line = DifferenceLine(self._session, self._form, difference, free=free)
            line.chosen.connect(self._on_chosen)
            card.body.addWidget(line)
        return card

    def _by(self) -> str:
        return self.tr("Second entry, {who}").format(who=self._second.actor)

    def _decided(self) -> Card:
        card = Card(self.tr("Decided"))
        for adjudication in self._second.adjudications:
            words = Label(self._told(adjudication), theme.LABEL, 400, Tone.MUTED, wrap=True)
            card.body.addWidget(words)
        return card

    def _told(self, a: Adjudication) -> str:
        label = place_words(self._session, self._form, a.place)
        one, other, holds = (
            shown(self._session, self._form, a.place, text)
            for text in (a.first, a.second, a.chosen)
        )
        words = self.tr("{item}: first {first}, second {second}; {chosen} holds")
        return words.format(item=label, first=one, second=other, chosen=holds)

    @Slot(object, object)
    def _on_chosen(self, difference: object, value: object) -> None:
        assert isinstance(difference, Difference)
        new = value if isinstance(value, str) else None
        self._asked = difference, new
        line = self.sender()
        label = place_words(self._session, self._form, difference.place)
        text = shown(self._session, self._form, difference.place, new)
        question = self.tr("{item}: why does {value} hold?").format(item=label, value=text)
        note = self.tr("The form is corrected with this reason where it says otherwise.")
        self.strip.ask(question, note, line if isinstance(line, QWidget) else None)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        if self._asked is None:
            return
        difference, value = self._asked
        key, second = self._key, self._session.file.second
        if self._session.do(key, lambda: second.adjudicate(key, difference, value, reason)):
            self.strip.hide()
            self.went.emit(DifferencesAt(key))


class DifferenceLine(QWidget):
    """One difference: what each entry says, to be taken by a click, and room for a third value."""

    chosen = Signal(object, object)

    def __init__(self, session: Session, form: Form, difference: Difference, *, free: bool) -> None:
        super().__init__()
        self._difference = difference
        self._editor: Editor | None = None
        section, _, item = difference.place
        row = _row(place_words(session, form, difference.place))
        said = (("first", difference.first), ("second", difference.second))
        for n, (code, value) in enumerate(said, start=1):
            button = Button(shown(session, form, difference.place, value), code=code)
            button.setObjectName(f"{item or section}_{code}")
            button.setEnabled(free)
            button.picked.connect(self._on_picked)
            row.addWidget(button, 0, n, Qt.AlignmentFlag.AlignLeft)
        self._take = Button(self.tr("Take this"))
        self._take.setObjectName(f"{item}_take")
        self._take.clicked.connect(self._on_third)
        self._take.hide()
        self._third = QHBoxLayout()
        self._third.addWidget(self._take)
        self._third.addStretch(1)
        row.addLayout(self._third, 1, 1, 1, 3)
        if item and free:
            self._item, self._language = form.section(section).item(item), session.language
            other = Button(self.tr("Another value…"), Kind.LINK)
            other.setObjectName(f"{item}_other")
            other.clicked.connect(self._on_other)
            row.addWidget(other, 0, 3, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(row)

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        first, second = self._difference.first, self._difference.second
        self.chosen.emit(self._difference, first if code == "first" else second)

    @Slot()
    def _on_other(self) -> None:
        if self._editor is None:
            self._editor = editor_for(self._item, None, self._language)
            self._third.insertWidget(0, self._editor)
            self._take.show()
        self._editor.field.setFocus()

    @Slot()
    def _on_third(self) -> None:
        if self._editor is not None and self._editor.value() is not None:
            self.chosen.emit(self._difference, self._editor.value())


def place_words(session: Session, form: Form, place: Place) -> str:
    """Return where a difference is, in the words of the form."""
    name, row, item = place
    section = form.section(name)
    words = [session.say(section.item(item).label)] if item else [session.say(section.title)]
    if row and section.rows is not None:
        words.insert(0, session.say(section.rows.row(row).text))
    elif row:
        words.append(row.lstrip("+"))
    return ", ".join(words)


def shown(session: Session, form: Form, place: Place, value: str | None) -> str:
    """Return a value as it is read; of a whole row, what is in it, or that there is none."""
    section, _, item = place
    if value is None:
        blank = translate("Differences", "(blank)")
        return blank if item else translate("Differences", "no such record")
    if not item:
        return value
    return values.display(form.section(section).item(item), value, session.language)


def _row(first: str, *others: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(theme.SPACE_3)
    label = Label(first, theme.BODY if not others else theme.LABEL, 400, Tone.INK, wrap=True)
    label.setFixedWidth(_LABEL)
    grid.addWidget(label, 0, 0)
    for n, words in enumerate(others, start=1):
        heading = Label(words, theme.LABEL, 600, Tone.MUTED)
        heading.setMinimumWidth(_VALUE)
        grid.addWidget(heading, 0, n)
    grid.setColumnMinimumWidth(1, _VALUE)
    grid.setColumnMinimumWidth(2, _VALUE)
    grid.setColumnStretch(3, 1)
    return grid
