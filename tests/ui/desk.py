"""A desk at which tests work with the window as a person does: by keys, clicks and what is read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.validation import Finding
from ordi_crf.ui import findings
from ordi_crf.ui.application import Application
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.session import Session
from ordi_crf.ui.study_view import StudyView
from tests.builders import key


class Chooser(FileChooser):
    """Answers for the system's file dialogs."""

    def __init__(self) -> None:
        self.path: Path | None = None

    def open_study(self, parent: QWidget) -> Path | None:
        return self.path

    def new_study(self, parent: QWidget) -> Path | None:
        return self.path

    def results(self, parent: QWidget) -> Path | None:
        return self.path

    def folder(self, parent: QWidget, start: Path) -> Path | None:
        return self.path

    def delivered(self, parent: QWidget) -> Path | None:
        return self.path


class Desk:
    """One open study in the window."""

    def __init__(self, qtbot, window: Application) -> None:
        self.qtbot, self.program, self.window = qtbot, window, window.window

    @property
    def view(self) -> StudyView:
        found = self.window.centralWidget()
        assert isinstance(found, StudyView)
        return found

    @property
    def session(self) -> Session:
        assert self.program.session is not None
        return self.program.session

    @property
    def page(self):
        return self.view.page

    def go(self, form: str, visit: str = "D1") -> RecordKey:
        """Open a form and return its key."""
        place = key(form, visit)
        assert self.view.go(FormAt(place))
        return place

    def stored(self, form: str, visit: str = "D1") -> Record:
        """Return a form as another program would read it."""
        return self.session.file.record(key(form, visit))

    def value(self, form: str, section: str, item: str, row: str = "", visit: str = "D1"):
        found = self.stored(form, visit).sections.get(section, {}).get(row)
        return None if found is None else found.values[item]

    def field(self, item: str, row: str = "", section: str = "") -> QWidget:
        """Return the field of an item on the page."""
        if section:
            found = self.page.anchor(section, row, item)
            assert found is not None
            return found
        found = [w for w in self.page.findChildren(QWidget, item) if w.isVisible()]
        assert found, f"no field {item}"
        return found[0]

    def type(self, field: QWidget, text: str) -> None:
        """Put the keyboard into a field, replace what stands in it and go on."""
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        self.tab()

    def tab(self) -> None:
        self.qtbot.keyClick(self.focused(), Qt.Key.Key_Tab)

    def settle(self) -> None:
        """Let what was asked for happen, and what was left be freed, as between two keys."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, *keys: Qt.Key) -> None:
        for one in keys:
            self.qtbot.keyClick(self.focused(), one)

    def keys(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for character in text:
            self.qtbot.keyClick(self.focused(), character)

    def focused(self) -> QWidget:
        self.settle()
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def click(self, name: str) -> None:
        """Click the button of that name or those words that is on screen."""
        self.settle()
        found = [
            b
            for b in self.window.findChildren(Button)
            if b.isVisible() and name in (b.objectName(), b.text())
        ]
        assert found, f"no button {name}"
        middle = QPoint(found[0].width() // 2, found[0].height() // 2)
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=middle)
        QApplication.processEvents()

    def primary(self) -> str:
        """Return the words of the page's one primary action."""
        return self.view.findChild(Button, "primary").text()

    def words(self) -> list[str]:
        """Return every text on screen."""
        QApplication.processEvents()
        return [w.text() for w in self.window.findChildren(QLabel) if w.isVisible()]

    def says(self, text: str) -> bool:
        return any(text in words for words in self.words())

    def findings(self) -> list[Finding]:
        """Return what is open at the form on the page."""
        return findings.of_form(self.session, self.page.key, self.page.record())

    def asks(self) -> bool:
        """Return whether a reason is being asked for."""
        QApplication.processEvents()
        return self.page.asking.strip.isVisible()
