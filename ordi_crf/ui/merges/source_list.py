"""SourceList: the files that are read, and the login for studies that ask for one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.db import access
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.merges.sources import Opener
from ordi_crf.ui import theme
from ordi_crf.ui.access.password_field import PasswordField
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.table import Rows, Table

_STUDY = ".ordi"
_LINES = 6


class SourceList(QWidget):
    """Files by name and folder; Add… asks the system for more, Remove takes one out."""

    changed = Signal()

    def __init__(
        self, chooser: FileChooser, parent: QWidget | None = None, *, lines: int = _LINES
    ) -> None:
        super().__init__(parent)
        self._chooser = chooser
        self.paths: list[Path] = []
        titles = (self.tr("File"), self.tr("Folder"))
        self._rows = Rows(titles, [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Files to read"))
        self._table.set_columns(((160, 3), (100, 2)))
        self._table.setFixedHeight((lines + 1) * theme.ROW_HEIGHT + 4)
        self._add = Button(self.tr("Add files…"))
        self._add.setObjectName("add_files")
        self._add.clicked.connect(self._on_add)
        self._remove = Button(self.tr("Remove"))
        self._remove.setObjectName("remove_file")
        self._remove.clicked.connect(self._on_remove)
        self.login, self.password = LineField(), PasswordField()
        self._guarded = self._account()
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self._table)
        column.addLayout(buttons)
        column.addWidget(self._guarded)
        self._show()

    def add(self, paths: list[Path]) -> None:
        """Take more files, each once."""
        self.paths += [path for path in dict.fromkeys(paths) if path not in self.paths]
        self._show()
        self.changed.emit()

    def opener(self, actor: Actor) -> Opener:
        """Return what opens a study: with the login typed here where it has accounts."""
        login, password = self.login.text().strip(), self.password.text()
        return partial(_opened, actor=actor, login=login, password=password)

    def _account(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.SPACE_2, 0, 0)
        column.setSpacing(theme.SPACE_1)
        words = self.tr("Login and password for the studies that have accounts")
        column.addWidget(Label(words, theme.LABEL, 600, wrap=True))
        self.login.setAccessibleName(self.tr("Login"))
        self.login.setPlaceholderText(self.tr("Login"))
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setPlaceholderText(self.tr("Password"))
        column.addWidget(self.login)
        column.addWidget(self.password)
        return box

    def _show(self) -> None:
        self._rows.set_rows([(path.name, str(path.parent)) for path in self.paths])
        self._remove.setEnabled(bool(self.paths))
        self._guarded.setVisible(any(map(_is_guarded, self.paths)))

    @Slot()
    def _on_add(self) -> None:
        self.add(self._chooser.deliveries(self))

    @Slot()
    def _on_remove(self) -> None:
        row = self._table.currentIndex().row()
        del self.paths[row if row >= 0 else -1]
        self._show()
        self.changed.emit()


@contextmanager
def _opened(path: Path, *, actor: Actor, login: str, password: str) -> Iterator[StudyFile]:
    if access.guarded(path):
        study = access.log_in(path, login, password, read_only=True)
    else:
        study = StudyFile.open(path, actor, read_only=True)
    try:
        yield study
    finally:
        study.close()


def _is_guarded(path: Path) -> bool:
    """Return whether a study asks for a login; a broken file is told of when it is read."""
    if path.suffix != _STUDY:
        return False
    try:
        return access.guarded(path)
    except StudyFileError:
        return False
