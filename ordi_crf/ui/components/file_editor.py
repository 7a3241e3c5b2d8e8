"""FileEditor: a file that is kept inside the study: chosen, seen small, looked at, copied out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ordi_crf.core.values import attached
from ordi_crf.forms.schema import Attachment, Language
from ordi_crf.ui import theme
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.editor import Editor
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.shelf import TooLargeError, shelf
from ordi_crf.ui.theme import Tone

_SMALL = QSize(132, 96)


class FileEditor(Editor):
    """Names the file that is kept, shows a picture small, and lets another be chosen."""

    chooser = FileChooser()

    def __init__(self, item: Attachment, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        self._text: str | None = None
        self._picture = QLabel()
        self._picture.hide()
        self._name = Label("", theme.BODY)
        self._size = Label("", theme.LABEL, 400, Tone.MUTED)
        self._choose = Button(self.tr("Choose a file…"))
        self._choose.clicked.connect(self._on_choose)
        self._adopt(self._choose)
        self._look = Button(self.tr("Look at it"), Kind.LINK)
        self._look.clicked.connect(self._on_look)
        self._copy = Button(self.tr("Save a copy…"), Kind.LINK)
        self._copy.clicked.connect(self._on_copy)
        links = QHBoxLayout()
        links.setSpacing(theme.SPACE_4)
        for widget in (self._choose, self._look, self._copy):
            links.addWidget(widget)
        links.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self._name)
        column.addWidget(self._size)
        column.addLayout(links)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self._show()

    @property
    def field(self) -> QWidget:
        """Return the button that chooses."""
        return self._choose

    def value(self) -> str | None:
        """Return what names the file."""
        return self._text

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Show the file of a value."""
        if text != self._text:
            self._text = text
            self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Let the file be looked at and copied, and no other be chosen."""
        self._choose.setEnabled(not read_only)

    def take(self, path: Path) -> None:
        """Take a file from the disk; a sentence says when it cannot be read."""
        try:
            text = shelf.take(path)
        except TooLargeError:
            self._size.setText(self.tr("{name} is larger than 25 MB.").format(name=path.name))
            return
        except OSError as error:
            words = self.tr("{name} cannot be read: {why}")
            self._size.setText(words.format(name=path.name, why=error.strerror or error))
            return
        self.set_value(text)
        self.edited.emit()
        self.committed.emit()

    def _show(self) -> None:
        content = self._content()
        image = QImage.fromData(content) if content else QImage()
        self._picture.setVisible(not image.isNull())
        if not image.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(_SMALL, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self._picture.setPixmap(QPixmap.fromImage(small))
        name = attached(self._text)[1] if self._text else ""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._size.setText(self._told(content, image))
        self._look.setVisible(not image.isNull())
        self._copy.setVisible(content is not None)
        self._picture.setAccessibleName(name)

    def _told(self, content: bytes | None, image: QImage) -> str:
        if self._text is None:
            return self.tr("The file is copied into the study; where it came from is not kept.")
        if content is None:
            return self.tr("This file is not in the study.")
        words = self.tr("{kilobytes} kB, SHA-256 {digest}…")
        told = words.format(kilobytes=max(1, len(content) // 1000), digest=self._text[:12])
        if image.isNull():
            return told
        return self.tr("{width} x {height} px, ").format(
            width=image.width(), height=image.height()
        ) + told  # fmt: skip

    def _content(self) -> bytes | None:
        return shelf.content(attached(self._text)[0]) if self._text else None

    @Slot()
    def _on_choose(self) -> None:
        path = self.chooser.picture(self)
        if path is not None:
            self.take(path)

    @Slot()
    def _on_look(self) -> None:
        content = self._content()
        if content is not None and self._text is not None:
            Viewer(attached(self._text)[1], QImage.fromData(content), self.window()).show()

    @Slot()
    def _on_copy(self) -> None:
        content = self._content()
        if content is None or self._text is None:
            return
        path = self.chooser.copy(self, attached(self._text)[1])
        if path is None:
            return
        try:
            path.write_bytes(content)
        except OSError as error:
            words = self.tr("{name} cannot be written: {why}")
            self._size.setText(words.format(name=path.name, why=error.strerror or error))


class Viewer(QDialog):
    """A picture as large as the window allows; nothing of it is written anywhere."""

    def __init__(self, name: str, image: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        picture = QLabel()
        room = parent.size() * 0.9
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        shown = image if image.width() < room.width() else image.scaled(room, keep, smooth)
        picture.setPixmap(QPixmap.fromImage(shown))
        picture.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(picture))
        self.resize(shown.size().boundedTo(room) + QSize(4, 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.close()
            return
        super().keyPressEvent(event)
