"""The frame: rail, bands, top bar and the page of the place one is at. No logic of the study."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.db.study_file import Actor
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import settings
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.components.nav_rail import NavRail
from ordi_crf.ui.components.top_bar import TopBar
from ordi_crf.ui.dialogs import AboutDialog, ActorDialog
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.pages.registry import page_for
from ordi_crf.ui.pages.start_page import ROLES
from ordi_crf.ui.places import (
    AuditTrail,
    Exports,
    Findings,
    FormAt,
    Outcomes,
    Place,
    Subjects,
)
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_RAIL: dict[str, Place] = {
    "subjects": Subjects(),
    "findings": Findings(),
    "outcomes": Outcomes(),
    "exports": Exports(),
    "audit": AuditTrail(),
}


class StudyView(QWidget):
    """Everything around one open study."""

    closed = Signal()
    """The person wants to leave this study for another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._page: Page | None = None
        self._header = Header("")
        self._rail = NavRail("ORDI CRF", study.NCT)
        self._rail.place_chosen.connect(self._on_rail)
        self._rail.switch_asked.connect(self._on_switch)
        self._bar = TopBar()
        self._bar.trail_chosen.connect(self._on_trail)
        self._bar.primary_chosen.connect(self._on_primary)
        self._bar.quiet_chosen.connect(self._on_quiet)
        self._refusal = Banner("", Tone.BAD)
        self._refusal.hide()
        self._stack = QStackedWidget()
        self._build()
        session.saved.connect(self._on_saved)
        session.refused.connect(self._on_refused)
        self.go(self._first_place())

    def go(self, place: Place) -> None:
        """Show a place."""
        self.leave()
        old, self._page = self._page, page_for(place, self.session)
        self._page.went.connect(self.go)
        self._page.headed.connect(self._show_header)
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._rail.select(_rail_code(place))
        self._show_header()
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.session.remember_place(place.key if isinstance(place, FormAt) else None)

    def leave(self) -> None:
        """Commit what is under the hand."""
        if self._page is not None:
            self._page.leave()

    @property
    def page(self) -> Page:
        """Return the page shown."""
        assert self._page is not None
        return self._page

    def _first_place(self) -> Place:
        """Return the form that was at hand when the study was last left, else the subjects."""
        key = self.session.file.place()
        known = key is not None and key.subject in self.session.file.subjects()
        return FormAt(key) if key is not None and known else Subjects()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for band in self._bands():
            column.addWidget(band)
        for widget in (self._bar, self._refusal):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._rail.set_places(
            [
                ("subjects", self.tr("Subjects")),
                ("findings", self.tr("Findings")),
                ("outcomes", self.tr("Outcomes")),
                ("exports", self.tr("Exports")),
                ("audit", self.tr("Audit trail")),
            ]
        )
        self._show_actor()

    def _bands(self) -> list[Banner]:
        bands = []
        if self.session.synthetic:
            words = self.tr("Synthetic demonstration study: invented people, no patient data.")
            bands.append(Banner(words, Tone.WARN))
        if self.session.read_only:
            holder = self.session.file.holder
            words = (
                self.tr("Read-only: {holder} has this study open.").format(holder=str(holder))
                if holder is not None
                else self.tr("Read-only: the file or its folder cannot be written.")
            )
            bands.append(Banner(words, Tone.ACCENT))
        if self.session.file.backup is not None:
            words = self.tr("The study was upgraded; a backup was made first: {name}").format(
                name=self.session.file.backup.name
            )
            bands.append(Banner(words, Tone.OK))
        return bands

    def _show_actor(self) -> None:
        actor = self.session.file.actor
        role = dict(ROLES).get(actor.role, Text(actor.role, actor.role))
        self._rail.set_actor(actor.name, self.session.say(role))

    @Slot()
    def _show_header(self) -> None:
        self._header = self.page.header()
        primary = self._header.primary
        self._bar.set_title(self._header.title)
        self._bar.set_trail([words for words, _ in self._header.trail])
        self._bar.set_quiet([(action.code, action.words) for action in self._header.quiet])
        if primary is None:
            self._bar.set_primary("")
        else:
            self._bar.set_primary(primary.words, enabled=primary.enabled, tip=primary.tip)

    @Slot(str)
    def _on_rail(self, code: str) -> None:
        self.go(_RAIL[code])

    @Slot(int)
    def _on_trail(self, position: int) -> None:
        place = self._header.trail[position][1]
        if place is not None:
            self.go(place)

    @Slot()
    def _on_primary(self) -> None:
        if self._header.primary is not None:
            self.leave()
            self.page.act(self._header.primary.code)

    @Slot(str)
    def _on_quiet(self, code: str) -> None:
        self.leave()
        self.page.act(code)

    @Slot(str)
    def _on_saved(self, at: str) -> None:
        self._refusal.hide()
        self._bar.set_saved(self.tr("Saved {time}").format(time=at))

    @Slot(object)
    def _on_refused(self, text: Text) -> None:
        self._refusal.set_sentence(self.session.say(text))
        self._refusal.show()

    @Slot()
    def _on_switch(self) -> None:
        roles = [(code, self.session.say(text), "") for code, text in ROLES]
        dialog = ActorDialog(self.session.file.actor, roles, self)
        dialog.changed.connect(self._on_actor)
        dialog.open()

    @Slot(object)
    def _on_actor(self, actor: Actor) -> None:
        self.leave()
        self.session.set_actor(actor)
        settings.set_actor(actor)
        self._show_actor()


class MainWindow(QMainWindow):
    """The window: the start page, or one open study."""

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    close_study_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ORDI CRF")
        self.setMinimumSize(1100, 680)
        self.resize(1280, 800)
        self._build_menus()
        self.restoreGeometry(settings.geometry())

    def show_start(self, page: QWidget) -> None:
        """Show the start page."""
        self.setWindowTitle("ORDI CRF")
        self._close_study.setEnabled(False)
        self.setCentralWidget(page)

    def show_study(self, view: StudyView, path: Path) -> None:
        """Show an open study."""
        self.setWindowTitle(f"{path.stem} - ORDI CRF")
        self._close_study.setEnabled(True)
        self.setCentralWidget(view)

    def closeEvent(self, event: QCloseEvent) -> None:
        view = self.centralWidget()
        if isinstance(view, StudyView):
            view.leave()
        settings.set_geometry(self.saveGeometry())
        super().closeEvent(event)

    def _build_menus(self) -> None:
        bar = self.menuBar()
        study_menu = bar.addMenu(self.tr("&Study"))
        self._close_study = QAction(self.tr("&Close study"), self)
        self._close_study.setShortcut(QKeySequence.StandardKey.Close)
        self._close_study.triggered.connect(self.close_study_asked)
        quit_ = QAction(self.tr("&Quit"), self)
        quit_.setShortcut(QKeySequence.StandardKey.Quit)
        quit_.triggered.connect(self.close)
        study_menu.addActions([self._close_study, quit_])
        view_menu = bar.addMenu(self.tr("&View"))
        for words, code in (
            (self.tr("&English wording"), Language.EN),
            (self.tr("E&spañol"), Language.ES),
        ):
            action = QAction(words, self)
            action.setData(code.value)
            action.triggered.connect(self._on_language)
            view_menu.addAction(action)
        view_menu.addSeparator()
        for words, data in (
            (self.tr("&Light"), "light"),
            (self.tr("&Dark"), "dark"),
            (self.tr("As the s&ystem"), ""),
        ):
            action = QAction(words, self)
            action.setData(data)
            action.triggered.connect(self._on_theme)
            view_menu.addAction(action)
        help_menu = bar.addMenu(self.tr("&Help"))
        about = QAction(self.tr("&About ORDI CRF"), self)
        about.triggered.connect(self.show_about)
        help_menu.addAction(about)

    @Slot()
    def show_about(self) -> None:
        """Show what this program is and is not."""
        AboutDialog(self).open()

    @Slot()
    def _on_language(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.language_chosen.emit(Language(action.data()))

    @Slot()
    def _on_theme(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.theme_chosen.emit({"dark": True, "light": False}.get(action.data()))


def _rail_code(place: Place) -> str:
    for code, known in _RAIL.items():
        if type(known) is type(place):
            return code
    return "subjects"
