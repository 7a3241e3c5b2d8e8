"""The few dialogs there are: a new subject, who is at work, about, and choosing files."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ordi_crf import __version__, atlas, study
from ordi_crf.core.records import SubjectKey
from ordi_crf.db.study_file import Actor
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone


class Dialog(QDialog):
    """A small window with a title, its content and its buttons at the lower right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.SPACE_2)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.SPACE_2)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE_6] * 4)
        column.setSpacing(theme.SPACE_4)
        column.addWidget(Label(title, theme.TITLE, 700))
        column.addLayout(self.body)
        column.addLayout(self.buttons)
        self.setMinimumWidth(440)

    def add_button(self, words: str, kind: Kind = Kind.QUIET, *, name: str = "") -> Button:
        """Add a button at the right and return it."""
        button = Button(words, kind)
        button.setObjectName(name)
        button.setDefault(kind is Kind.PRIMARY)
        self.buttons.addWidget(button)
        return button


class NewSubjectDialog(Dialog):
    """Enrols a subject under the next free number of the site."""

    enrolled = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self.setWindowTitle(self.tr("New subject"))
        self._siteid = session.file.properties().get("siteid", study.DEFAULT_SITEID)
        self._line = QLineEdit(next_subjid(self._siteid, session.file.subjects()))
        self._line.setObjectName("subjid")
        self._line.setMinimumHeight(theme.CONTROL_HEIGHT + 4)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self.body.addWidget(Label(self.tr("Subject number"), theme.LABEL, 600))
        self.body.addWidget(self._line)
        self.body.addWidget(
            Label(
                self.tr(
                    "Site and number, such as 01-004. Never initials, a name or a record number: "
                    "the list that says who this is stays outside the study file."
                ),
                theme.LABEL,
                400,
                Tone.MUTED,
                wrap=True,
            )
        )
        self.body.addWidget(self._problem)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        enrol = self.add_button(self.tr("Enrol"), Kind.PRIMARY, name="enrol")
        enrol.clicked.connect(self._on_enrol)
        session.refused.connect(self._on_refused)

    @Slot()
    def _on_enrol(self) -> None:
        subjid = self._line.text().strip()
        subject = SubjectKey(self._siteid, subjid)
        if not re.fullmatch(rf"{re.escape(self._siteid)}-[0-9]{{2,3}}", subjid, re.ASCII):
            self._problem.setText(
                self.tr("Type the site, a hyphen and three digits: {example}.").format(
                    example=f"{self._siteid}-004"
                )
            )
        elif subject in self._session.file.subjects():
            self._problem.setText(
                self.tr("{subject} exists already; numbers are never used twice.").format(
                    subject=subjid
                )
            )
        elif self._session.add_subject(subject):
            self.accept()
            self.enrolled.emit(subject)

    @Slot(object)
    def _on_refused(self, text: object) -> None:
        self._problem.setText(str(getattr(text, "en", text)))


class ActorDialog(Dialog):
    """Lets somebody else go on: name and role for the audit trail."""

    changed = Signal(object)

    def __init__(
        self, actor: Actor, roles: list[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Who is at work?"))
        self._name = QLineEdit(actor.name)
        self._name.setMinimumHeight(theme.CONTROL_HEIGHT + 4)
        self._name.setAccessibleName(self.tr("Your name"))
        self._role = SegmentedChoice(roles)
        self._role.set_value(actor.role)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        for widget in (self._name, self._role, self._problem):
            self.body.addWidget(widget)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.add_button(self.tr("Go on"), Kind.PRIMARY).clicked.connect(self._on_accept)

    @Slot()
    def _on_accept(self) -> None:
        name, role = " ".join(self._name.text().split()), self._role.value()
        if not name or not role:
            self._problem.setText(self.tr("Type a name and choose a role."))
            return
        self.accept()
        self.changed.emit(Actor(name, role))


class AboutDialog(Dialog):
    """What this program is, what it is not, and its versions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ORDI CRF", parent)
        self.setMinimumWidth(560)
        facts = self.tr(
            "Version {version}, study schema {schema}\nBody map SHA-256 {sha}…\n"
            "Licence: MIT. Qt for Python is used under the LGPL; FiraGO in the PDFs under the OFL."
        ).format(version=__version__, schema=study.SCHEMA_VERSION, sha=atlas.body_map().sha256[:16])
        for text, tone in (
            (
                self.tr(
                    "The case report form of ORDI-02 (NCT01408199): lenalidomide for refractory "
                    "cutaneous lupus."
                ),
                Tone.INK,
            ),
            (
                self.tr(
                    "The CLASI is its authors' instrument (University of Pennsylvania). Clinical "
                    "use needs their permission, and the wording is to be confirmed against the "
                    "printed form."
                ),
                Tone.INK,
            ),
            (
                self.tr(
                    "This program supports a validated process; it is not validated by itself. "
                    "The site validates it before it is used with patients."
                ),
                Tone.INK,
            ),
            (facts, Tone.MUTED),
        ):
            self.body.addWidget(Label(text, theme.BODY, 400, tone, wrap=True))
        self.add_button(self.tr("Close"), Kind.PRIMARY).clicked.connect(self.accept)


class FileChooser:
    """The one place that asks the system for files and folders."""

    _KIND = "ORDI CRF (*.ordi)"

    def open_study(self, parent: QWidget) -> Path | None:
        """Return a study file to open."""
        title = parent.tr("Open a study")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), self._KIND)
        return Path(name) if name else None

    def new_study(self, parent: QWidget) -> Path | None:
        """Return where a new study file goes."""
        suggestion = str(documents() / "ORDI-02.ordi")
        title = parent.tr("New study")
        name, _ = QFileDialog.getSaveFileName(parent, title, suggestion, self._KIND)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == ".ordi" else path.with_name(f"{path.name}.ordi")

    def folder(self, parent: QWidget, start: Path) -> Path | None:
        """Return a folder for exports."""
        name = QFileDialog.getExistingDirectory(parent, parent.tr("Export to"), str(start))
        return Path(name) if name else None


def documents() -> Path:
    """Return the person's documents folder."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where) if where and Path(where).is_dir() else Path.home()


def next_subjid(siteid: str, subjects: tuple[SubjectKey, ...]) -> str:
    """Return the next free number of a site, such as 01-004."""
    taken = [
        int(s.subjid.rpartition("-")[2])
        for s in subjects
        if s.siteid == siteid and s.subjid.rpartition("-")[2].isdecimal()
    ]
    return f"{siteid}-{max(taken, default=0) + 1:03d}"
