"""The few dialogs there are: a new subject, who is at work, and leaving unsaved answers."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.records import SubjectKey
from ordi_crf.db.study_file import Actor
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.roles import role_choices
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_SYNTHETIC_SITE = "SYN"


class Dialog(QDialog):
    """A small window with a title, its content and its buttons at the lower right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._title = Label("", theme.TITLE, 700)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.SPACE_2)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.SPACE_2)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE_6] * 4)
        column.setSpacing(theme.SPACE_4)
        column.addWidget(self._title)
        column.addLayout(self.body)
        column.addWidget(self._problem)
        column.addLayout(self._buttons)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name the dialog, in its frame and on it."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def say(self, problem: str) -> None:
        """Say what keeps the dialog from going on."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._make_room()

    def sizeHint(self) -> QSize:
        """Return the size at the width it will have: words wrap the less the wider they stand."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def _make_room(self) -> None:
        """Grow by what a sentence over several lines needs: the window gives it none by itself."""
        column = self.layout()
        if column is not None and column.hasHeightForWidth() and self.isVisible():
            column.activate()
            self.resize(self.width(), max(self.height(), column.totalHeightForWidth(self.width())))

    def add_words(self, words: str, tone: Tone = Tone.INK, pixels: int = theme.BODY) -> None:
        """Add a paragraph."""
        self.body.addWidget(Label(words, pixels, 400, tone, wrap=True))

    def add_field(self, words: str, field: QWidget) -> None:
        """Add a field under its label."""
        label = Label(words, theme.LABEL, 600)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.body.addWidget(label)
        self.body.addWidget(field)

    def add_button(self, words: str, kind: Kind = Kind.QUIET, *, name: str = "") -> Button:
        """Add a button at the right and return it; Enter presses the primary one."""
        button = Button(words, kind)
        button.setObjectName(name)
        button.setDefault(kind is Kind.PRIMARY)
        self._buttons.addWidget(button)
        return button


class NewSubjectDialog(Dialog):
    """Enrols a subject under the next free number of the site."""

    enrolled = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("New subject"))
        self._session = session
        self._siteid = session.file.properties().get("siteid", study.DEFAULT_SITEID)
        self._start = _SYNTHETIC_SITE if session.synthetic else self._siteid
        self._next = next_subjid(self._start, session.file.subjects())
        self._line = LineField(goes_on=False)
        self._line.setText(self._next)
        self._line.setObjectName("subjid")
        self.add_field(self.tr("Subject number"), self._line)
        self.add_words(
            self.tr(
                "Site and number, such as {example}. Never initials, a name or a record number: "
                "the list that says who this is stays outside the study file."
            ).format(example=self._next),
            Tone.MUTED,
            theme.LABEL,
        )
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        enrol = self.add_button(self.tr("Enrol"), Kind.PRIMARY, name="enrol")
        enrol.clicked.connect(self._on_enrol)
        session.refused.connect(self._on_refused)
        self._line.selectAll()
        self._line.setFocus()

    @Slot()
    def _on_enrol(self) -> None:
        subjid = self._line.text().strip()
        subject = SubjectKey(self._siteid, subjid)
        if not re.fullmatch(rf"{re.escape(self._start)}-[0-9]{{2,3}}", subjid, re.ASCII):
            words = self.tr("Type the site, a hyphen and the number: {example}.")
            self.say(words.format(example=self._next))
        elif subject in self._session.file.subjects():
            words = self.tr("{subject} exists already; numbers are never used twice.")
            self.say(words.format(subject=subjid))
        elif self._session.add_subject(subject):
            self.accept()
            self.enrolled.emit(subject)

    @Slot(object)
    def _on_refused(self, text: Text) -> None:
        self.say(self._session.say(text))


class ActorDialog(Dialog):
    """Lets somebody else go on: name and role for the audit trail."""

    changed = Signal(object)

    def __init__(self, actor: Actor, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Who is at work?"))
        self._name = LineField(goes_on=False)
        self._name.setText(actor.name)
        self._name.setObjectName("actor_name")
        self._role = SegmentedChoice(role_choices(language))
        self._role.setObjectName("actor_role")
        self._role.set_value(actor.role)
        self.add_field(self.tr("Name"), self._name)
        self.add_field(self.tr("Role"), self._role)
        self.add_words(
            self.tr("From here on, changes are written down under this name."),
            Tone.MUTED,
            theme.LABEL,
        )
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        accept = self.add_button(self.tr("Go on"), Kind.PRIMARY, name="go_on")
        accept.clicked.connect(self._on_accept)
        self._name.selectAll()
        self._name.setFocus()

    @Slot()
    def _on_accept(self) -> None:
        name, role = " ".join(self._name.text().split()), self._role.value()
        if not name or not role:
            self.say(self.tr("Type a name and choose a role."))
            return
        self.accept()
        self.changed.emit(Actor(name, role))


class UnsavedDialog(Dialog):
    """Says that answers could not be saved, before they are lost."""

    left = Signal()
    """The person goes without them."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Not everything is saved"))
        self.add_words(self.tr("%n answer(s) could not be saved.", "", count))
        self.add_words(
            self.tr(
                "Stay, mend the cause (free space, connect the drive) and they are saved by "
                "themselves. If you leave now they are lost; everything else is safe."
            ),
            Tone.MUTED,
        )
        leave = self.add_button(self.tr("Leave without them"), name="leave_unsaved")
        leave.clicked.connect(self._on_leave)
        stay = self.add_button(self.tr("Stay"), Kind.PRIMARY, name="stay")
        stay.clicked.connect(self.reject)

    @Slot()
    def _on_leave(self) -> None:
        self.accept()
        self.left.emit()


def next_subjid(start: str, subjects: tuple[SubjectKey, ...]) -> str:
    """Return the next free number, such as 01-004, written as the ones before it are."""
    numbers = [s.subjid.removeprefix(f"{start}-") for s in subjects]
    taken = [n for n in numbers if n.isdecimal()]
    width = max((len(n) for n in taken), default=3)
    return f"{start}-{max(map(int, taken), default=0) + 1:0{width}d}"
