"""Application: opens, shows and closes studies; the parts of the window are put together here."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.diagnostics import Trace
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import settings, theme
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.main_window import MainWindow
from ordi_crf.ui.pages.start_page import StartPage
from ordi_crf.ui.places import Place
from ordi_crf.ui.session import Session
from ordi_crf.ui.study_view import StudyView
from ordi_crf.ui.translating import Translations

_LOG = logging.getLogger("ordi_crf")


class Application(QObject):
    """Holds the window and the study it shows."""

    def __init__(self, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._chooser = chooser or FileChooser()
        self._session: Session | None = None
        self._job: Job | None = None
        self._language = settings.language()
        self._translations = Translations(self)
        self._translations.use(self._language)
        self.window = MainWindow(self._language)
        self.window.language_chosen.connect(self.speak)
        self.window.theme_chosen.connect(self._on_theme)
        self.window.close_study_asked.connect(self.close_study)
        self.window.new_asked.connect(self._on_new)
        self.window.open_asked.connect(self._on_open)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme)
        self.start_page = self._start()

    @property
    def session(self) -> Session | None:
        """Return the open study."""
        return self._session

    @Slot()
    def close_study(self) -> None:
        """Leave the study and show the start page, unless something still has to be said."""
        if self._session is not None and self.window.may_leave(self.close_study):
            self._release()
            self.start_page = self._start()

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a study file, or say why it cannot be opened."""
        actor = self._actor()
        if actor is not None and self._let_go():
            try:
                self._show(StudyFile.open(path, actor))
            except StudyFileError as error:
                self.start_page.say(error.message.in_(self._language))

    def open_demo(self) -> None:
        """Open the demonstration study, made first where this computer has none."""
        path = demo_path()
        if path.is_file():
            self.open(path)
            return

        def work(progress: Progress, _cancelled: Cancelled) -> object:
            from ordi_crf.demo.build import build

            path.parent.mkdir(parents=True, exist_ok=True)
            build(path, progress)
            return path

        self._job = Job(work, self)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self._on_ready)
        self._job.failed.connect(self._on_failed)
        self.start_page.show_busy(self.tr("The demonstration study is being made…"))
        self._job.start()

    @Slot(object)
    def speak(self, language: Language) -> None:
        """Speak another language, at the same place."""
        view = self.window.centralWidget()
        if isinstance(view, StudyView) and not view.leave():
            self.window.show_menus(self._language)
            return
        self._language = language
        settings.set_language(language)
        self._translations.use(language)
        self.window.show_menus(language)
        if self._session is None or not isinstance(view, StudyView):
            self.start_page = self._start()
            return
        self._session.language = language
        self.window.show_study(StudyView(self._session, view.place), self._session.file.path)

    @Slot()
    def shut_down(self) -> None:
        """Save what is under the hand and close the study before the program ends."""
        view = self.window.centralWidget()
        if self._session is not None and isinstance(view, StudyView):
            view.leave()
        self._release()

    def _actor(self) -> Actor | None:
        """Return who is at work: of the open study, or as the start page says."""
        return self.start_page.actor() if self._session is None else self._session.file.actor

    def _start(self) -> StartPage:
        page = StartPage(self._language)
        page.opened.connect(self.open)
        page.open_asked.connect(self._on_open)
        page.new_asked.connect(self._on_new)
        page.demo_asked.connect(self._on_demo)
        page.about_asked.connect(self.window.show_about)
        self.window.show_start(page)
        page.focus_first()
        return page

    def _show(self, file: StudyFile, place: Place | None = None) -> None:
        if not file.read_only:
            settings.add_recent(file.path)
        self._session = Session(file, self._language, self)
        self.window.show_study(StudyView(self._session, place), file.path)

    def _let_go(self) -> bool:
        """Close the study that is open before another; False when it must not be left yet."""
        if self._session is not None:
            self.close_study()
        return self._session is None

    def _release(self) -> None:
        """Close and let go of the study; what was under the hand has been saved."""
        session, self._session = self._session, None
        if session is None:
            return
        for job in session.findChildren(Job):
            job.finish()
        try:
            session.close()
        except StudyFileError as error:
            _LOG.warning("Closing the study failed: %s", Trace(error))
        session.deleteLater()

    @Slot()
    def _on_open(self) -> None:
        if self._actor() is None:
            return
        path = self._chooser.open_study(self.window)
        if path is not None:
            self.open(path)

    @Slot()
    def _on_new(self) -> None:
        actor = self._actor()
        path = None if actor is None else self._chooser.new_study(self.window)
        if path is None or actor is None or not self._let_go():
            return
        try:
            self._show(StudyFile.create(path, actor))
        except StudyFileError as error:
            self.start_page.say(error.message.in_(self._language))

    @Slot()
    def _on_demo(self) -> None:
        if self._actor() is not None:
            self.open_demo()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self.start_page.show_progress(done, total)

    @Slot(object)
    def _on_ready(self, path: Path) -> None:
        self.start_page.show_busy("")
        self.open(path)

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self.start_page.show_busy("")
        self.start_page.say(text.in_(self._language))

    @Slot(object)
    def _on_theme(self, dark: bool | None) -> None:
        settings.set_dark(dark)
        self._paint()

    @Slot()
    def _on_scheme(self) -> None:
        """Follow the system from light to dark and back, unless one of them was chosen."""
        if settings.dark() is None:
            self._paint()

    def _paint(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, settings.dark())


def demo_path() -> Path:
    """Return where the demonstration study of this computer lies."""
    where = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(where)) / "ORDI-02 demonstration (synthetic).ordi"
