"""Page: what the main window asks of every page, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ordi_crf.ui.places import Place


@dataclass(frozen=True, slots=True)
class Action:
    """What the top bar offers: a code, its words, whether it can be used and why not."""

    code: str
    words: str
    enabled: bool = True
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What the top bar says about a page."""

    title: str
    trail: tuple[tuple[str, Place | None], ...] = ()
    """Where the page stands: words, and the place they lead to."""
    primary: Action | None = None
    quiet: tuple[Action, ...] = ()


class Page(QWidget):
    """A page shows one place; it sends up where to go and that its header changed."""

    went = Signal(object)
    """A Place to go to."""
    headed = Signal()
    restore_asked = Signal(object)
    """A Backup to put in the place of the study, which must be shut for that."""

    def header(self) -> Header:
        """Return what the top bar says."""
        raise NotImplementedError

    def act(self, code: str) -> None:
        """Do what the top bar offered."""

    def arrive(self) -> None:
        """Take the keyboard, once the page is on screen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save what is under the hand."""

    def leave(self) -> bool:
        """Save what is under the hand; False when the page must not be left yet."""
        self.commit()
        return True
