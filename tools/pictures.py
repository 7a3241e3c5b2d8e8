"""Make the pictures of the documentation: every form and page, two sizes, light and dark.

Run as ``python -m tools.pictures [NAME ...]`` (or ``make pictures``); names paint only those. The
demonstration study is built once, in a temporary folder, unless ``--study`` names one; preferences
of this computer are neither read nor written.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ordi_crf.ui.app import Application

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
SMALL, LARGE = (1366, 768), (1920, 1080)
COLOURS = 256
"""What a picture of a window needs; a third of the bytes of true colour."""


@click.command(help=__doc__)
@click.argument("names", nargs=-1)
@click.option("--study", type=click.Path(path_type=Path), help="a demonstration that is there")
@click.option("--out", type=click.Path(path_type=Path), default=TARGET, help="where they go")
@click.option("--small", is_flag=True, help="the small light ones alone")
def main(names: tuple[str, ...], study: Path | None, out: Path, small: bool) -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder
        out.mkdir(parents=True, exist_ok=True)
        _paint(_study(Path(folder), study), out, frozenset(names), only_small=small)


def _study(folder: Path, known: Path | None) -> Path:
    """Return the study that is painted, a copy of the known one or a new one."""
    from ordi_crf.demo.build import build

    study = folder / "Documents" / "ORDI-02" / "ORDI-02 demonstration (synthetic).ordi"
    study.parent.mkdir(parents=True)
    if known is None:
        build(study)
    else:
        shutil.copyfile(known, study)
    return study


def _paint(study: Path, out: Path, names: frozenset[str], *, only_small: bool) -> None:
    from ordi_crf.db.study_file import Actor
    from ordi_crf.ui import app as window
    from ordi_crf.ui import settings, theme
    from tools.scenes import FOREMOST, Scene, scenes

    qt = window.create(sys.argv[:1])
    settings.set_actor(Actor("Marta Soler", "Investigator"))
    settings.add_recent(study)
    for look, size in (("light", SMALL), ("dark", SMALL), ("light", LARGE), ("dark", LARGE)):
        if only_small and (look, size) != ("light", SMALL):
            continue
        theme.apply(qt, look == "dark")
        application = window.Application()
        application.window.show()
        application.window.resize(*size)

        def take(scene: Scene, end: str, application: Application = application) -> None:
            if names and scene.name not in names:
                return
            scene.show()
            _keep(_picture(application), out / f"{scene.name}-{end}.png")

        end = f"{size[0]}x{size[1]}-{look}"
        take(Scene("start", application.start_page.refresh), end)
        application.open(study)
        for scene in scenes(application):
            if (look, size) != ("dark", LARGE) or scene.name in FOREMOST:
                take(scene, end)
        application.close_study()
        application.window.close()


def _picture(application: Application) -> QImage:
    """Return the window with what stands over it, once it has settled."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication

    for _ in range(6):
        QApplication.processEvents()
    window = application.window
    picture = window.grab()
    painter = QPainter(picture)
    for over in QApplication.topLevelWidgets():
        if over is not window and over.isVisible():
            at = over.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
            painter.drawPixmap(at, over.grab())
            over.close()
    painter.end()
    return picture.toImage()


def _keep(picture: QImage, target: Path) -> None:
    """Write a picture in few colours: the commonest as they are, the others the nearest."""
    from PIL import Image
    from PySide6.QtGui import QImage

    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    image = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB",
                            plain.bytesPerLine())  # fmt: skip
    few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    main()
