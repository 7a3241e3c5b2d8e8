"""No part of a page is ever a window of its own, which would take the keyboard for a moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ordi_crf import study
from ordi_crf.ui import places
from tests.builders import SUBJECT, key


class Windows(QObject):
    """Writes down which windows were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


FORMS = sorted({(form, visit.code) for visit in study.EVENTS for form in visit.forms})
ONCE = dict(reversed(FORMS))


@pytest.mark.parametrize(
    "place",
    [
        places.Subjects(),
        places.Calendar(),
        places.Findings(),
        places.Outcomes(),
        places.Exports(),
        places.Verify(),
        places.Imports(),
        places.AuditTrail(),
        places.Backups(),
        places.Overview(SUBJECT),
        places.SubjectVisit(SUBJECT, "M3"),
        places.SubjectVisit(SUBJECT, "LOG"),
        *(places.FormAt(key(form, visit)) for form, visit in ONCE.items()),
    ],
    ids=lambda place: place.key.form if isinstance(place, places.FormAt) else str(place),
)
def test_a_page_opens_inside_the_window(desk, place):
    watching = Windows()
    QApplication.instance().installEventFilter(watching)
    assert desk.view.go(place)
    desk.settle()
    QApplication.instance().removeEventFilter(watching)
    assert watching.shown == []
    assert desk.window.isActiveWindow()
