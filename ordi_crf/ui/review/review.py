"""Review: what a monitor does at one form, and what the site sees of it: queries and ticks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.core import place_words, verification
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.query import Act, Query, QueryState
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.verification import Known, Share
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.pages.page import Action
from ordi_crf.ui.permits import may
from ordi_crf.ui.review.strip import QueryStrip
from ordi_crf.ui.review.thread import STATES, TONES
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

OPEN = "query"
"""The action of a card that opens its query."""
VERIFY, ASK = "verify", "ask"
_SHOWN = 300
"""Characters of a question on its card; the rest is in the query."""


class Review(QObject):
    """The queries of one form and what of it is verified, for its page."""

    done = Signal()
    left = Signal(str, str, str)
    """The item whose query was left, and takes the keyboard again."""

    def __init__(self, session: Session, key: RecordKey, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._key = session, key
        self._queries: tuple[Query, ...] = ()
        self._known: Known = {}
        self._place: Place = ("", "", "")
        self._number = 0
        self.strip = QueryStrip(session, page)
        self.strip.said.connect(self._on_said)
        self.strip.abandoned.connect(self._on_left)
        self.reload()

    def reload(self) -> None:
        """Read what is asked about the form, and what of it is verified."""
        self._queries = self._session.file.queries.of(self._key)
        self._known = self._session.file.verification.of(self._key)

    def marks(self, record: Record) -> dict[Place, Mark]:
        """Return what stands beside each item."""
        asked: dict[Place, QueryState] = {}
        for query in self._queries:
            if not query.closed and asked.get(query.place) is not QueryState.OPEN:
                asked[query.place] = query.state
        ticked = {p for p in self._known if verification.holds(record, p, self._known)}
        return {p: Mark(p in ticked, asked.get(p)) for p in ticked | asked.keys()}

    def cards(self, record: Record) -> list[Notice]:
        """Return a card for each query that is not closed, and one for what is verified."""
        found = [self._card(query) for query in self._queries if not query.closed]
        share = verification.share(record, self._known) if self._known else Share()
        if share.verified:
            words = self.tr("{done} of {all} data points agree with their source.")
            sentence = words.format(done=share.verified, all=share.total)
            tone = Tone.OK if share.complete else Tone.MUTED
            chip = self.tr("verified {percent} %").format(percent=share.percent)
            found.append(Notice("VERIFIED", chip, tone, sentence))
        return found

    def actions(self, record: Record) -> tuple[Action, ...]:
        """Return what the top bar offers a monitor."""
        found = []
        begun = self._key in self._session.records()
        if begun and may(self._session, Operation.RAISE_QUERY):
            found.append(Action(ASK, self.tr("Query the form")))
        verifies = may(self._session, Operation.VERIFY_SOURCE)
        if verifies and (left := len(verification.left(record, self._known))):
            found.append(Action(VERIFY, self.tr("Verify all that is left (%n)", "", left)))
        return tuple(found)

    def ask(self, place: Place, anchor: QWidget | None) -> None:
        """Open the query at an item, or raise one; the whole form where the place is blank."""
        mine = [q for q in self._queries if q.place == place]
        waiting = next((q for q in mine if not q.closed), None)
        if waiting is None and not may(self._session, Operation.RAISE_QUERY):
            waiting = mine[-1] if mine else None
            if waiting is None:
                return
        self._open(waiting, place, anchor)

    def open_query(self, number: int, anchor: QWidget | None) -> None:
        """Open a query by its number."""
        query = next((q for q in self._queries if q.number == number), None)
        if query is not None:
            self._open(query, query.place, anchor)

    def place_of(self, number: int) -> Place:
        """Return what a query is about."""
        return next(q.place for q in self._queries if q.number == number)

    def toggle(self, record: Record, place: Place) -> None:
        """Verify a data point, or take that back; nothing where there is nothing to verify."""
        if not may(self._session, Operation.VERIFY_SOURCE):
            return
        known = verification.places(record)
        spots = [place, (place[0], place[1], ""), (place[0], "", "")]
        found = [spot for spot in spots if spot in known][:1]
        if found and verification.holds(record, found[0], self._known):
            self._session.do(self._key, lambda: withdraw(self._session, self._key, found))
        elif found:
            self._verify(record, found)

    def verify_all(self, record: Record) -> None:
        """Verify all that is left of the form."""
        self._verify(record, verification.left(record, self._known))

    def _verify(self, record: Record, places: list[Place]) -> None:
        self._session.do(self._key, lambda: verify(self._session, [(record, places)]))

    def _open(self, query: Query | None, place: Place, anchor: QWidget | None) -> None:
        self._number = 0 if query is None else query.number
        self._place = place
        language = self._session.language
        where = place_words.where(self._key.form, place, language)
        value = place_words.value(self._session.record(self._key), place, language)
        self.strip.show_query(query, where, value, anchor)

    @Slot(str, str)
    def _on_said(self, act: str, text: str) -> None:
        queries, number, place = self._session.file.queries, self._number, self._place
        writes = {
            Act.RAISED: lambda: queries.ask(self._key, place, text),
            Act.ANSWERED: lambda: queries.answer(number, text),
            Act.CLOSED: lambda: queries.close(number, text),
            Act.REOPENED: lambda: queries.reopen(number, text),
        }
        if self._session.do(self._key, writes[Act(act)]):
            self.strip.thread_.forget()
            self.strip.hide()
            self.done.emit()
            self._on_left()

    @Slot()
    def _on_left(self) -> None:
        if self._place[2]:
            self.left.emit(*self._place)

    def _card(self, query: Query) -> Notice:
        section, row, item = query.place
        language = self._session.language
        where = place_words.where(self._key.form, query.place, language)
        asked = query.question.text
        words = asked if len(asked) <= _SHOWN else f"{asked[:_SHOWN]}…"
        state = STATES[query.state].in_(language)
        chip = self.tr("query {n} · {state}").format(n=query.number, state=state)
        answer = query.answer
        said = self.tr("Answer: {text}").format(text=answer.text[:_SHOWN]) if answer else ""
        opens = self.tr("Open") if answer or not self._answers() else self.tr("Answer")
        code = "|".join((section, row, item, f"QUERY{query.number}"))
        return Notice(code, chip, TONES[query.state], f"{where}: {words}", said, ((OPEN, opens),))

    def _answers(self) -> bool:
        return may(self._session, Operation.ANSWER_QUERY)


def verify(session: Session, forms: list[tuple[Record, list[Place]]]) -> None:
    """Verify data points of forms as one event; what is verified as a whole and complete is that.

    StudyFileError when the study file refuses it.
    """
    file = session.file
    file.verification.verify([(record.key, p) for record, places in forms for p in places])
    stored = [file.record(record.key) for record, _ in forms]
    whole = [
        record.key
        for record in stored
        if record.status is Status.COMPLETE
        and verification.is_verified(record, file.verification.of(record.key))
    ]
    if whole:
        file.life.verify(*whole)


def withdraw(session: Session, key: RecordKey, places: list[Place]) -> None:
    """Take back that data points of a form agree with their source; StudyFileError if refused."""
    session.file.verification.withdraw([(key, place) for place in places])
    session.file.life.unverify(key)
