"""The window: its menus, and the start page or one open study inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings
from ordi_crf.ui.about import AboutDialog
from ordi_crf.ui.dialogs import UnsavedDialog
from ordi_crf.ui.study_view import StudyView

_THEMES = {"light": False, "dark": True, "": None}
_SIZE, _LEAST = (1366, 820), (1180, 670)


class MainWindow(QMainWindow):
    """Asks for what concerns the whole program; shows what it is given."""

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    new_asked = Signal()
    open_asked = Signal()
    close_study_asked = Signal()
    lock_asked = Signal()
    stayed = Signal()
    """The study could not be left: something in it must be answered first."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guarded = False
        self._keeper: Callable[[], bool] | None = None
        self.setWindowTitle("ORDI CRF")
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self.show_menus(language)
        if not self.restoreGeometry(settings.geometry()):
            self._fit_screen()

    def show_menus(self, language: Language) -> None:
        """Build the menus in the language of the window."""
        bar = self.menuBar()
        bar.clear()
        file = bar.addMenu(self.tr("&Study"))
        keys = QKeySequence.StandardKey
        self._add(file, self.tr("&New study…"), self.new_asked.emit, keys.New)
        self._add(file, self.tr("&Open…"), self.open_asked.emit, keys.Open)
        close = self._add(file, self.tr("&Close study"), self.close_study_asked.emit, keys.Close)
        close.setEnabled(isinstance(self.centralWidget(), StudyView))
        self._close_study = close
        lock = self._add(file, self.tr("&Lock the window"), self.lock_asked.emit)
        lock.setShortcut(QKeySequence("Ctrl+L"))
        lock.setEnabled(self._guarded)
        self._lock = lock
        file.addSeparator()
        self._add(file, self.tr("&Quit"), self.close, keys.Quit)
        view = bar.addMenu(self.tr("&View"))
        languages = ((Language.EN.value, "&English"), (Language.ES.value, "E&spañol"))
        self._add_choices(view, languages, language.value, self._on_language)
        view.addSeparator()
        themes = (
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
            ("", self.tr("As the s&ystem")),
        )
        now = next(code for code, dark in _THEMES.items() if dark is settings.dark())
        self._add_choices(view, themes, now, self._on_theme)
        about = bar.addMenu(self.tr("&Help"))
        self._add(about, self.tr("&About ORDI CRF"), self.show_about)

    def set_keeper(self, keeper: Callable[[], bool]) -> None:
        """Have something done or asked before what is shown goes away."""
        self._keeper = keeper

    @Slot(object)
    def show_start(self, page: QWidget) -> None:
        """Show the start page, or another one without a study."""
        self.setWindowTitle("ORDI CRF")
        self._close_study.setEnabled(False)
        self._guarded = False
        self._lock.setEnabled(False)
        self.setCentralWidget(page)

    def show_study(self, view: StudyView, path: Path, *, guarded: bool) -> None:
        """Show an open study; one with accounts can be locked."""
        self._guarded = guarded
        self._lock.setEnabled(guarded)
        self.setWindowTitle(f"{path.stem} - ORDI CRF")
        self._close_study.setEnabled(True)
        self.setCentralWidget(view)
        view.arrive()

    def may_leave(self, go_on: Callable[[], object]) -> bool:
        """Return whether the study may be left now; else ask, and `go_on` when told to."""
        if self._keeper is not None and not self._keeper():
            return False
        view = self.centralWidget()
        if not isinstance(view, StudyView):
            return True
        if not view.leave():
            self.stayed.emit()
            return False
        if not view.session.unsaved() or view.session.try_again():
            return True
        dialog = UnsavedDialog(len(view.session.unsaved()), self)
        dialog.left.connect(view.session.forget_unsaved)
        dialog.left.connect(go_on)
        dialog.open()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave(self.close):
            event.ignore()
            return
        settings.set_geometry(self.saveGeometry())
        super().closeEvent(event)

    @Slot()
    def show_about(self) -> None:
        """Show what this program is and is not."""
        view = self.centralWidget()
        session = view.session if isinstance(view, StudyView) else None
        AboutDialog(session, self).open()

    def _fit_screen(self) -> None:
        """Keep the first window inside the screen, title bar and all."""
        room = self.screen().availableGeometry()
        if room.width() <= self.width() or room.height() <= self.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _add(
        self,
        menu: QMenu,
        words: str,
        slot: Callable[[], object],
        keys: QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(words, menu)
        if keys is not None:
            action.setShortcuts(keys)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _add_choices(
        self,
        menu: QMenu,
        choices: Sequence[tuple[str, str]],
        chosen: str,
        slot: Callable[[], object],
    ) -> None:
        group = QActionGroup(menu)
        for code, words in choices:
            action = self._add(menu, words, slot)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            group.addAction(action)

    @Slot()
    def _on_language(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.language_chosen.emit(Language(action.data()))

    @Slot()
    def _on_theme(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.theme_chosen.emit(_THEMES[action.data()])
