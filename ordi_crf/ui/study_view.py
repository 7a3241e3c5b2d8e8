"""StudyView: everything around one open study: rail, bands, top bar and the page one is at."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.permissions import Operation
from ordi_crf.forms.schema import Text
from ordi_crf.ui import findings, permits, rail
from ordi_crf.ui.access.handing_over import HandingOver
from ordi_crf.ui.bands import bands
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.components.nav_rail import NavRail
from ordi_crf.ui.components.top_bar import TopBar
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.pages.registry import page_for
from ordi_crf.ui.places import FormAt, Place, Subjects
from ordi_crf.ui.review.checks import CheckQueries
from ordi_crf.ui.review.turn import waiting
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_PRIMARY_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""What does the page's primary action from wherever the keyboard is."""
_COUNT_AFTER = 400
"""Milliseconds of quiet after which the findings of the study are counted again."""


class StudyView(QWidget):
    """Shows one place of the study at a time."""

    lock_asked = Signal()
    restore_asked = Signal(object)
    """A Backup to put in the place of the study."""

    def __init__(
        self, session: Session, place: Place | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._page: Page | None = None
        self._place: Place = Subjects()
        self._header = Header("")
        self._rail = NavRail("ORDI CRF", study.NCT)
        self._rail.place_chosen.connect(self._on_rail)
        self._rail.switch_asked.connect(self._on_switch)
        self._handing_over = HandingOver(session, self)
        self._handing_over.lock_asked.connect(self.lock_asked)
        self._bar = TopBar()
        self._bar.trail_chosen.connect(self._on_trail)
        self._bar.primary_chosen.connect(self._on_primary)
        self._bar.quiet_chosen.connect(self._on_quiet)
        self._refusal = Banner("", Tone.BAD, action=self.tr("Try again"))
        self._refusal.asked.connect(session.try_again)
        self._refusal.hide()
        self._reading = Banner("", Tone.ACCENT)
        self._reading.hide()
        self._stack = QStackedWidget()
        # Counting reads every form: after the page is painted, and not between two keys.
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count_findings)
        for keys in _PRIMARY_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_primary)
        self._checks = CheckQueries(session, self)
        # After the checks: what they say at the last moment starts the count once more.
        session.closing.connect(self._counting.stop)
        self._build()
        session.saved.connect(self._on_saved)
        session.refused.connect(self._on_refused)
        session.changed.connect(self._on_changed)
        session.reviewed.connect(self._on_changed)
        session.handed_over.connect(self._on_handed_over)
        self.go(place or self._first_place())

    @property
    def page(self) -> Page:
        """Return the page shown."""
        assert self._page is not None
        return self._page

    @property
    def place(self) -> Place:
        """Return where one is."""
        return self._place

    @Slot(object)
    def go(self, place: Place) -> bool:
        """Show a place; False when the page at hand must not be left yet."""
        if not self.leave():
            return False
        old, self._page = self._page, page_for(place, self.session)
        self._place = place
        self._page.went.connect(self.go)
        self._page.headed.connect(self._show_header)
        self._page.restore_asked.connect(self.restore_asked)
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._rail.select(rail.code_of(place))
        self._show_header()
        self._show_reading()
        self.arrive()
        self.session.remember_place(place.key if isinstance(place, FormAt) else None)
        return True

    def arrive(self) -> None:
        """Give the page the keyboard; where it has no use for it, its primary action."""
        self.page.arrive()
        focused = self.window().focusWidget()
        if focused is None or not self.page.isAncestorOf(focused):
            self._bar.focus_primary()

    def leave(self) -> bool:
        """Save what is under the hand; False when the page must not be left yet."""
        return self._page is None or self._page.leave()

    def _first_place(self) -> Place:
        """Return the form that was at hand when the study was last left, else the subjects."""
        key = self.session.file.place()
        known = key is not None and key.subject in self.session.file.subjects()
        return FormAt(key) if key is not None and known else Subjects()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for band in bands(self.session):
            column.addWidget(band)
        for widget in (self._bar, self._refusal, self._reading):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._show_places()
        self._show_actor()

    def _show_places(self) -> None:
        """Fill the rail with the places that are open to who is at work."""
        self._rail.set_places(rail.entries(self.session))
        self._rail.select(rail.code_of(self._place))
        self._counting.start()

    def _show_actor(self) -> None:
        actor = self.session.file.actor
        self._rail.set_actor(actor.name, role_words(actor.role, self.session.language))

    def _show_reading(self) -> None:
        """Say above a form who may change it, where who is at work may not."""
        form = self._place.key.form if isinstance(self._place, FormAt) else ""
        mine = permits.entitled(self.session, Operation.ANSWER, form)
        who = permits.who(self.session, Operation.ANSWER, form)
        words = self.tr("You can read this form. It is entered by: {who}.").format(who=who)
        if permits.entitled(self.session, Operation.VERIFY_SOURCE):
            keys = self.tr(
                "Ctrl+D ticks an item that agrees with its source, Ctrl+K asks about it."
            )
            words = f"{words} {keys}"
        self._reading.set_sentence(words)
        self._reading.setVisible(bool(form) and not mine and not self.session.read_only)

    @Slot()
    def _count_findings(self) -> None:
        self._rail.set_count("findings", len(findings.of_study(self.session)))
        self._rail.set_count("queries", waiting(self.session))

    @Slot()
    def _show_header(self) -> None:
        header = self.page.header()
        if header == self._header:
            return
        self._header = header
        primary = self._header.primary
        self._bar.set_title(self._header.title)
        trail = self._header.trail
        leading = [n for n, (_, place) in enumerate(trail) if place is not None]
        self._bar.set_trail([words for words, _ in trail], leading)
        quiet = self._header.quiet
        refused = {action.code: action.tip for action in quiet if not action.enabled}
        self._bar.set_quiet([(action.code, action.words) for action in quiet], refused)
        if primary is None:
            self._bar.set_primary("")
        else:
            tip = primary.tip or self.tr("Ctrl+Enter")
            self._bar.set_primary(primary.words, enabled=primary.enabled, tip=tip)

    @Slot(str)
    def _on_rail(self, code: str) -> None:
        self.go(rail.PLACES[code])

    @Slot(int)
    def _on_trail(self, position: int) -> None:
        place = self._header.trail[position][1]
        if place is not None:
            self.go(place)

    @Slot()
    def _on_primary(self) -> None:
        if self._header.primary is not None and self._header.primary.enabled:
            self._act(self._header.primary.code)

    @Slot(str)
    def _on_quiet(self, code: str) -> None:
        self._act(code)

    def _act(self, code: str) -> None:
        """Do what the top bar offers, once what is under the hand is saved."""
        if self.leave():
            self.page.act(code)

    @Slot(str)
    def _on_saved(self, at: str) -> None:
        self._refusal.hide()
        self._bar.set_saved(self.tr("Saved {time}").format(time=at))

    @Slot(object)
    def _on_refused(self, text: Text) -> None:
        if QApplication.activeModalWidget() is not None:
            # The dialog at hand says it, and nothing is left to be tried again without it.
            return
        self._refusal.set_sentence(self.session.say(text))
        self._refusal.show()

    @Slot(object)
    def _on_changed(self, _key: object) -> None:
        self._counting.start()

    @Slot()
    def _on_switch(self) -> None:
        """Ask who goes on, once what is under the hand is saved as its owner's."""
        if self.leave():
            self._handing_over.ask(self._rail.actor_top())

    @Slot()
    def _on_handed_over(self) -> None:
        """Show everything as it is for who goes on, at the same place where that is theirs."""
        self._show_actor()
        self._show_places()
        code = rail.code_of(self._place)
        if isinstance(self._place, FormAt) or not self.leave():
            self._rail.select(code)
            self._show_header()
            self._show_reading()
        else:
            self.go(self._place if rail.is_open(self.session, code) else Subjects())
        self._handing_over.ask_first_password()
