"""The application: builds the window, opens and closes studies, and catches what nobody caught."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt, QTranslator, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from ordi_crf import paths
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import settings, theme
from ordi_crf.ui.dialogs import FileChooser
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.main_window import MainWindow, StudyView
from ordi_crf.ui.pages.start_page import StartPage
from ordi_crf.ui.session import Session

_LOG = logging.getLogger("ordi_crf")


class Application(QObject):
    """Holds the window and the study it shows; the parts are put together here."""

    def __init__(self, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._chooser = chooser or FileChooser()
        self._session: Session | None = None
        self._job: Job | None = None
        self._language = settings.language()
        self.window = MainWindow()
        self.window.language_chosen.connect(self._on_language)
        self.window.theme_chosen.connect(self._on_theme)
        self.window.close_study_asked.connect(self.close_study)
        self.start_page = self._start()

    @property
    def session(self) -> Session | None:
        """Return the open study."""
        return self._session

    def close_study(self) -> None:
        """Leave the study and show the start page."""
        self._release()
        self.start_page = self._start()

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a study file, or say why it cannot be opened."""
        actor = self.start_page.actor()
        if actor is None:
            return
        try:
            file = StudyFile.open(path, actor)
        except StudyFileError as error:
            self.start_page.say(error.message.in_(self._language))
            return
        self._show(file)

    @Slot()
    def shut_down(self) -> None:
        """Close the study before the program ends."""
        self._release()

    def _start(self) -> StartPage:
        page = StartPage(self._language)
        page.opened.connect(self.open)
        page.open_asked.connect(self._on_open)
        page.new_asked.connect(self._on_new)
        page.demo_asked.connect(self._on_demo)
        page.about_asked.connect(self.window.show_about)
        self.window.show_start(page)
        return page

    def _show(self, file: StudyFile) -> None:
        settings.add_recent(file.path)
        self._session = Session(file, self._language, self)
        self.window.show_study(StudyView(self._session), file.path)

    def _release(self) -> None:
        """Commit, close and let go of the study."""
        session, self._session = self._session, None
        if session is None:
            return
        view = self.window.centralWidget()
        if isinstance(view, StudyView):
            view.leave()
        try:
            session.file.close()
        except StudyFileError as error:
            _LOG.warning("Closing the study: %s", error.message.en)
        session.deleteLater()

    @Slot()
    def _on_open(self) -> None:
        if self.start_page.actor() is None:
            return
        path = self._chooser.open_study(self.window)
        if path is not None:
            self.open(path)

    @Slot()
    def _on_new(self) -> None:
        actor = self.start_page.actor()
        path = None if actor is None else self._chooser.new_study(self.window)
        if path is None or actor is None:
            return
        try:
            self._show(StudyFile.create(path, actor))
        except StudyFileError as error:
            self.start_page.say(error.message.in_(self._language))

    @Slot()
    def _on_demo(self) -> None:
        if self.start_page.actor() is None:
            return
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
        self._job.done.connect(self.open)
        self._job.failed.connect(self._on_failed)
        self.window.setCursor(Qt.CursorShape.BusyCursor)
        self._job.done.connect(self._on_ready)
        self.start_page.say(self.tr("The demonstration study is being made…"))
        self._job.start()

    @Slot()
    def _on_ready(self) -> None:
        self.window.unsetCursor()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self.window.unsetCursor()
        self.start_page.say(text.in_(self._language))

    @Slot(object)
    def _on_language(self, language: Language) -> None:
        """Show study wording in another language, at the same place."""
        self._language = language
        settings.set_language(language)
        if self._session is None:
            self.start_page = self._start()
            return
        file = self._session.file
        view = self.window.centralWidget()
        if isinstance(view, StudyView):
            view.leave()
        self._session.deleteLater()
        self._show(file)

    @Slot(object)
    def _on_theme(self, dark: bool | None) -> None:
        settings.set_dark(dark)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, dark)


def demo_path() -> Path:
    """Return where the demonstration study of this computer lies."""
    where = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(where)) / "ORDI-02 demonstration (synthetic).ordi"


def log_file() -> Path:
    """Return where the log is; it holds no study data."""
    where = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(where)) / "ordi-crf.log"


def create(arguments: list[str]) -> QApplication:
    """Return the Qt application with its name, log, theme and exception hook."""
    app = QApplication(arguments)
    app.setApplicationName("ORDI CRF")
    app.setOrganizationName("ORDI CRF")
    app.setApplicationDisplayName("ORDI CRF")
    _start_log()
    sys.excepthook = _on_exception
    theme.apply(app, settings.dark())
    _translate(app)
    return app


def run(path: Path | None = None, *, demo: bool = False) -> int:
    """Open the window, on a study when one is given, and return the exit code."""
    app = create(sys.argv[:1])
    application = Application()
    app.aboutToQuit.connect(application.shut_down)
    application.window.show()
    if path is not None:
        settings.add_recent(path)
        application.start_page.refresh()
        application.open(path)
    elif demo:
        application.start_page.refresh()
    return app.exec()


def _translate(app: QApplication) -> None:
    """Load the chrome's translation for the system's language, where there is one."""
    translator = QTranslator(app)
    if translator.load(QLocale(), "ordi_crf", "_", str(paths.resource("i18n"))):
        app.installTranslator(translator)


def _start_log() -> None:
    target = log_file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(target, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what nobody caught and say so; everything saved so far stays saved."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    # The exception's text may quote what was typed; the log keeps the place in the program only.
    places = "".join(traceback.format_tb(trace))
    _LOG.error("Unexpected %s\n%s", kind.__name__, places)
    if QApplication.instance() is None:
        sys.__excepthook__(kind, error, trace)
        return
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("ORDI CRF")
    box.setText(
        QObject().tr("Something went wrong inside the program. Everything saved so far is safe.")
    )
    box.setDetailedText(details)
    box.open()
