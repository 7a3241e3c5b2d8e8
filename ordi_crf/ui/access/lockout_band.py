"""LockoutBand: who was locked out since they were last here, for those who let others in (T15)."""

from __future__ import annotations

from PySide6.QtCore import Slot

from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_NAMED = 2


class LockoutBand(Banner):
    """Shown to each such person at each login, until the next one."""

    def __init__(self, session: Session) -> None:
        super().__init__("", Tone.WARN)
        self._session = session
        session.handed_over.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        found = self._session.file.accounts.lockouts()
        self.set_sentence(self._sentence_for(found))
        # Without a parent yet, showing would open a window of its own.
        if self.parentWidget() is not None or not found:
            self.setVisible(bool(found))

    def _sentence_for(self, found: tuple[str, ...]) -> str:
        named = "; ".join(found[-_NAMED:])
        words = self.tr(
            "%n lockout(s) after failed logins since you were last here", "", len(found)
        )
        return f"{words}: {named}{'; …' if len(found) > _NAMED else ''}"
