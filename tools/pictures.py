"""Make the pictures of the documentation: every page, two sizes, light and dark.

Run as ``python -m tools.pictures`` (or ``make pictures``). The demonstration study is built afresh
in a temporary folder; preferences of this computer are neither read nor written.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 2560,
    "height": 1440,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""Larger than every picture: a window that does not fit its screen opens maximised."""
SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}


def main() -> None:
    """Write every picture under docs/pictures."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder
        _paint(Path(folder))


def _paint(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from ordi_crf.db.study_file import Actor
    from ordi_crf.demo.build import build
    from ordi_crf.ui import app as window
    from ordi_crf.ui import settings, theme

    study = folder / "Documents" / "ORDI-02" / "ORDI-02 demonstration (synthetic).ordi"
    study.parent.mkdir(parents=True)
    build(study)
    qt = window.create(sys.argv[:1])
    settings.set_actor(Actor("Marta Soler", "Investigator"))
    settings.add_recent(study)
    wanted = sys.argv[1:]
    TARGET.mkdir(parents=True, exist_ok=True)
    for look in ("light", "dark"):
        theme.apply(qt, look == "dark")
        for size, (width, height) in SIZES.items():
            application = window.Application()
            application.window.show()
            application.window.resize(width, height)
            for name, show in _pages(application, study):
                if wanted and name not in wanted:
                    continue
                show()
                for _ in range(4):
                    QApplication.processEvents()
                picture = application.window.grab()
                picture.save(str(TARGET / f"{name}-{size}-{look}.png"))
            application.close_study()
            application.window.close()


def _pages(application: object, study: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the name of each picture and what brings it on the screen."""
    from ordi_crf.core.records import RecordKey, SubjectKey
    from ordi_crf.ui import places
    from ordi_crf.ui.app import Application
    from ordi_crf.ui.study_view import StudyView

    assert isinstance(application, Application)
    yield "start", application.start_page.refresh
    application.open(study)
    view = application.window.centralWidget()
    session = application.session
    assert isinstance(view, StudyView)
    assert session is not None
    subjects = session.file.subjects()
    subject: SubjectKey = subjects[4]

    def at(place: places.Place) -> Callable[[], object]:
        return lambda: view.go(place)

    def form(visit: str, oid: str, who: SubjectKey = subject) -> Callable[[], object]:
        return at(places.FormAt(RecordKey(who, visit, oid)))

    yield "subjects", at(places.Subjects())
    yield "visit", at(places.SubjectVisit(subject, "W2"))
    yield "demographics", form("SCR", "DM")
    yield "visit-header", form("W2", "SV")
    yield "clasi", form("W2", "CLASI")
    yield "clasi-draft", form("S12M", "CLASI")
    yield "body-map", form("D1", "BM")
    yield "laboratory", form("D1", "LB")
    yield "dosing", form("LOG", "EX")
    yield "adverse-events", form("LOG", "AE", subjects[0])
    yield "calendar", at(places.Calendar())
    yield "findings", at(places.Findings())
    yield "outcomes", at(places.Outcomes())
    yield "exports", at(places.Exports())
    yield "audit-trail", at(places.AuditTrail())


if __name__ == "__main__":
    main()
