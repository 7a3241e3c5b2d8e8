"""Pictures of how entered data are reviewed: queries, sources, second entries, signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from ordi_crf import study
from ordi_crf.core.life import Scope
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.study_file import Actor
from ordi_crf.demo.site import DATA_MANAGER, INVESTIGATOR, MONITOR
from ordi_crf.ui import places
from ordi_crf.ui.pages.form_page import FormPage
from ordi_crf.ui.places import FormAt, Place
from ordi_crf.ui.session import Session
from ordi_crf.ui.study_view import StudyView
from ordi_crf.ui.trust.sign_dialog import SignDialog
from tools.scene import Scene


class Reviewed:
    """The open demonstration, brought to each picture by the person whose work it shows."""

    def __init__(self, view: StudyView, session: Session) -> None:
        self._view, self._session = view, session
        self._usual = session.file.actor

    def scenes(self) -> Iterator[Scene]:
        """Yield the pictures; the person at work before is there again at the end."""
        signed, asked = _key("SYN-14", "W8", "VS"), _key("SYN-15", "S3M", "VS")
        waiting = _key("SYN-15", "EOT", "EMG")
        yield self._by(MONITOR, "queries", places.Queries())
        yield self._by(MONITOR, "query-thread", FormAt(asked), self._thread)
        yield self._by(MONITOR, "source-data", places.SourceData())
        yield self._by(INVESTIGATOR, "sign-and-lock", places.Closing())
        yield self._by(INVESTIGATOR, "signed-form", FormAt(_key("SYN-05", "W4", "CLASI")))
        yield self._by(INVESTIGATOR, "broken-signature", FormAt(signed))
        yield self._by(INVESTIGATOR, "signing", FormAt(signed), self._sign)
        yield self._by(INVESTIGATOR, "signed-visit", places.SubjectVisit(signed.subject, "W8"))
        yield self._by(INVESTIGATOR, "locked-form", FormAt(_key("SYN-02", "W8", "LB")))
        yield self._by(INVESTIGATOR, "queried-form", FormAt(_key("SYN-15", "S6M", "NV")))
        yield self._by(DATA_MANAGER, "double-entry", places.DoubleEntry())
        yield self._by(INVESTIGATOR, "differences", places.DifferencesAt(waiting))
        yield self._by(INVESTIGATOR, "as-it-was", self._before())
        yield self._by(self._usual, "audit-trail", places.AuditTrail())

    def _by(
        self, actor: Actor, name: str, place: Place, then: Callable[[], object] | None = None
    ) -> Scene:
        def show() -> None:
            if self._session.file.actor != actor:
                self._session.set_actor(actor)
            self._view.go(place)
            QApplication.processEvents()
            if then is not None:
                then()

        return Scene(name, show)

    def _thread(self) -> None:
        page = self._view.page
        assert isinstance(page, FormPage)
        page.open_query("vs", "", "SYSBP")

    def _sign(self) -> None:
        place = self._view.place
        assert isinstance(place, FormAt)
        SignDialog(self._session, Scope.of(place.key), self._view).open()

    def _before(self) -> places.AsItWas:
        """Return a form as it was signed, before it was corrected."""
        key = _key("SYN-14", "W8", "VS")
        entries = self._session.file.life.entries(key)
        corrected = next(n for n, e in enumerate(entries) if e.item == "PULSE" and e.new == "71")
        return places.AsItWas(key, entries[corrected - 2].id)


def _key(subjid: str, visit: str, form: str) -> RecordKey:
    return RecordKey(SubjectKey(study.DEFAULT_SITEID, subjid), visit, form)
