"""Application: opens, shows and closes studies; the parts of the window are put together here."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ordi_crf.db.backup import Backup
from ordi_crf.db.errors import DamagedError, StudyFileError
from ordi_crf.db.recovery import Known
from ordi_crf.db.study_file import StudyFile
from ordi_crf.diagnostics import Trace
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import settings
from ordi_crf.ui.access.entrance import Entrance
from ordi_crf.ui.access.lock import Lock
from ordi_crf.ui.access.mending import Mending
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.demonstration import Demonstration, demo_path
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.looks import Looks
from ordi_crf.ui.main_window import MainWindow
from ordi_crf.ui.pages.start_page import StartPage, guarded
from ordi_crf.ui.places import Place
from ordi_crf.ui.session import Session
from ordi_crf.ui.study_view import StudyView
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.translating import Translations

__all__ = ["Application", "demo_path"]

_LOG = logging.getLogger("ordi_crf")


class Application(QObject):
    """Holds the window and the study it shows."""

    def __init__(self, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._chooser = chooser or FileChooser()
        self._session: Session | None = None
        self._lock: Lock | None = None
        self._language = settings.language()
        self._translations = Translations(self)
        self._translations.use(self._language)
        self._looks = Looks(self)
        self.window = MainWindow(self._language)
        self.window.language_chosen.connect(self.speak)
        self.window.theme_chosen.connect(self._looks.choose)
        self.window.close_study_asked.connect(self.close_study)
        self.window.new_asked.connect(self._on_new)
        self.window.open_asked.connect(self._on_open)
        self.window.lock_asked.connect(self.lock)
        self._demonstration = Demonstration(self)
        self._demonstration.progressed.connect(self._on_progressed)
        self._demonstration.ready.connect(self._on_ready)
        self._demonstration.failed.connect(self._on_failed)
        self._entrance, self._mending = Entrance(self._chooser, self), Mending(self)
        self._entrance.entered.connect(self._show)
        self._entrance.page_asked.connect(self.window.show_start)
        self._entrance.refused.connect(self._on_refused)
        self._entrance.damage_found.connect(self._mending.begin)
        self._entrance.left.connect(self._on_left)
        self._mending.page_asked.connect(self.window.show_start)
        self._mending.ended.connect(self._on_mended)
        self.window.set_keeper(self._may_leave)
        self.start_page = self._start()

    @property
    def session(self) -> Session | None:
        """Return the open study."""
        return self._session

    @Slot()
    def close_study(self) -> None:
        """Leave the study and show the start page, unless something still has to be said."""
        if self._session is not None and self.window.may_leave(self.close_study):
            problem = self._release()
            self.start_page = self._start()
            if problem is not None:
                self.start_page.say(problem.in_(self._language))

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a study file, ask who opens it, or say why it cannot be opened."""
        session = self._session
        actor = session.file.actor if session is not None and not session.guarded else None
        if not self._let_go():
            return
        if guarded(path):
            self.start_page.ask_login(path)
            return
        actor = actor or self.start_page.actor()
        if actor is None:
            return
        try:
            self._show(StudyFile.open(path, actor))
        except DamagedError as error:
            self._mending.begin(path, Known(actor, b""), error.detail)
        except StudyFileError as error:
            self.start_page.say(error.message.in_(self._language))

    def open_demo(self) -> None:
        """Open the demonstration study, made first where this computer has none."""
        path = demo_path()
        if path.is_file():
            self.open(path)
        else:
            self.start_page.show_busy(self.tr("The demonstration study is being made…"))
            self._demonstration.make(path)

    @Slot(object)
    def speak(self, language: Language) -> None:
        """Speak another language, at the same place."""
        view = self.window.centralWidget()
        if not (view.leave() if isinstance(view, StudyView) else self._let_go()):
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
        self._view(self._session, view.place)

    @Slot()
    def lock(self) -> None:
        """Cover the window until somebody with an account is there again."""
        if self._lock is not None:
            self._lock.lock()

    @Slot()
    def shut_down(self) -> None:
        """Save what is under the hand and close the study before the program ends."""
        self._save_field()
        self._mending.finish()
        self._release()

    def _start(self) -> StartPage:
        page = StartPage(self._language)
        page.opened.connect(self.open)
        page.login_given.connect(self._entrance.log_in)
        page.recovery_given.connect(self._entrance.recover)
        page.open_asked.connect(self._on_open)
        page.new_asked.connect(self._on_new)
        page.demo_asked.connect(self._on_demo)
        page.about_asked.connect(self.window.show_about)
        self.window.show_start(page)
        page.focus_first()
        return page

    @Slot(object)
    def _show(self, file: StudyFile) -> None:
        if not file.read_only:
            settings.add_recent(file.path)
        self._session = Session(file, self._language, self)
        if self._session.guarded:
            self._lock = Lock(self.window, self._session)
            self._lock.handing_over.connect(self._save_field)
            self._lock.close_asked.connect(self.close_study)
            self.window.stayed.connect(self._lock.tell_waiting)
        self._view(self._session)

    def _view(self, session: Session, place: Place | None = None) -> None:
        view = StudyView(session, place)
        view.lock_asked.connect(self.lock)
        view.restore_asked.connect(self._on_restore)
        self.window.show_study(view, session.file.path, guarded=session.guarded)

    def _let_go(self) -> bool:
        """Close what is open before another; False when it must not be left yet."""
        if self._session is not None:
            self.close_study()
            return self._session is None
        if self._mending.running or not self._entrance.may_leave():
            return False
        self._entrance.close()
        if self.window.centralWidget() is not self.start_page:
            self.start_page = self._start()
        return True

    def _may_leave(self) -> bool:
        """Save what a cover lies over; False while a recovery key is to be put away."""
        if self._lock is not None:
            self._lock.save_draft()
        return self._entrance.may_leave()

    def _release(self) -> Text | None:
        """Close and let go of the study, and return what went wrong; everything is saved."""
        self._entrance.close()
        session, self._session, self._lock = self._session, None, None
        if session is None:
            return None
        for job in session.findChildren(Job):
            job.finish()
        try:
            session.close()
        except StudyFileError as error:
            _LOG.warning("Closing the study failed: %s", Trace(error))
            return error.message
        finally:
            session.deleteLater()
        return None

    @Slot()
    def _save_field(self) -> None:
        """Save what is under the hand, while it is still that of who typed it."""
        view = self.window.centralWidget()
        if self._session is not None and isinstance(view, StudyView):
            view.leave()

    @Slot()
    def _on_open(self) -> None:
        path = self._chooser.open_study(self.window)
        if path is not None:
            self.open(path)

    @Slot()
    def _on_new(self) -> None:
        if self._let_go():
            self._entrance.set_up()

    @Slot()
    def _on_demo(self) -> None:
        if self.start_page.actor() is not None:
            self.open_demo()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.start_page.refuse(sentence)

    @Slot()
    def _on_left(self) -> None:
        self.start_page = self._start()

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
    def _on_restore(self, backup: Backup) -> None:
        """Shut the study and put a backup in its place."""
        if self._session is not None:
            file = self._session.file
            path, who = file.path, Known(file.actor, file.key)
            if self._let_go():
                self.start_page.show_busy(self.tr("The backup is being put in place…"))
                self._mending.restore(path, who, backup)

    @Slot(object, str, object)
    def _on_mended(self, path: Path, sentence: str, tone: Tone) -> None:
        """Show the start page at a study, with what came of mending it."""
        if path.is_file():
            settings.add_recent(path)
        self.start_page = self._start()
        self.start_page.say(sentence, tone)
