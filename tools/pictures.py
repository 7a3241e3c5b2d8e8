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
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import click

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ordi_crf.ui.app import Application
    from tools.scene import Scene

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
COLOURS, EXACT = 256, 128
"""Colours of a picture, and how many of them, the commonest, are kept as they are."""

Rgb: TypeAlias = tuple[int, int, int]


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
        _paint(_studies(Path(folder), study), out, frozenset(names), small=small)


def _studies(folder: Path, known: Path | None) -> tuple[Path, Path]:
    """Return the whole demonstration, a copy of the known one or a new one, and one midway."""
    from ordi_crf.demo.build import build
    from tools.scenes import MIDWAY

    whole = folder / "Documents" / "ORDI-02" / "ORDI-02 demonstration (synthetic).ordi"
    under_way = whole.with_name("ORDI-02 under way (synthetic).ordi")
    whole.parent.mkdir(parents=True)
    if known is None:
        build(whole)
    else:
        shutil.copyfile(known, whole)
    build(under_way, until=MIDWAY)
    return whole, under_way


def _paint(studies: tuple[Path, Path], out: Path, names: frozenset[str], *, small: bool) -> None:
    from ordi_crf.db.study_file import Actor
    from ordi_crf.ui import app as window
    from ordi_crf.ui import settings, theme
    from tools.scene import Scene
    from tools.scenes import FOREMOST, midway, scenes

    qt = window.create(sys.argv[:1])
    settings.set_actor(Actor("Marta Soler", "Investigator"))
    for look, size in (("light", SMALL), ("dark", SMALL), ("light", LARGE), ("dark", LARGE)):
        if small and (look, size) != ("light", SMALL):
            continue
        for study in reversed(studies):
            settings.add_recent(study)
        theme.apply(qt, look == "dark")
        application = window.Application()
        application.window.show()
        application.window.resize(*size)
        fewer = FOREMOST if (look, size) == ("dark", LARGE) else None
        take = Taking(application, out, f"{size[0]}x{size[1]}-{look}", (names or None, fewer))
        take(Scene("start", application.start_page.refresh))
        for study, shown in zip(studies, (scenes, midway), strict=True):
            application.open(study)
            assert application.session is not None
            assert not application.session.read_only, study
            for scene in shown(application):
                take(scene)
            application.close_study()
        if fewer is None:
            _paint_guarded(application, studies[0].with_name("ORDI-02.ordi"), take)
        application.window.close()


def _paint_guarded(application: Application, path: Path, take: Taking) -> None:
    """Take the pictures of a study with accounts, made the first time they are wanted.

    Each follows from the one before, so that all are shown when any is wanted.
    """
    from tools.guarded import PICTURES, Guarded, make

    if not any(map(take.wants, PICTURES)):
        return
    if not path.exists():
        make(path)
    for scene in Guarded(application, path).scenes():
        scene.show()
        take.keep(scene.name)
    application.close_study()


@dataclass
class Taking:
    """Takes pictures of one window, of the scenes that are wanted."""

    application: Application
    out: Path
    end: str
    wanted: tuple[frozenset[str] | None, ...]
    """The names that are wanted, each None for all."""

    def __call__(self, scene: Scene) -> None:
        """Show a scene and keep its picture."""
        if self.wants(scene.name):
            scene.show()
            self.keep(scene.name)

    def wants(self, name: str) -> bool:
        """Return whether a picture is wanted."""
        return all(names is None or name in names for names in self.wanted)

    def keep(self, name: str) -> None:
        """Keep the picture of what is shown, where it is wanted."""
        picture = _picture(self.application)
        if self.wants(name):
            _keep(picture, self.out / f"{name}-{self.end}.png")


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
    """Write a picture in few colours: the commonest as they are, the others as the nearest."""
    from PIL import Image
    from PySide6.QtGui import QImage

    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size, pitch = (plain.width(), plain.height()), plain.bytesPerLine()
    image = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", pitch)
    counted = image.getcolors(size[0] * size[1]) or []
    ranked = sorted(counted, key=itemgetter(0), reverse=True)
    common = [cast("Rgb", colour) for _, colour in ranked]
    between = _between(common)
    few = Image.frombytes("P", size, _indices(image.tobytes(), common, between))
    few.putpalette([part for colour in (*common[:EXACT], *between) for part in colour])
    few.save(target, optimize=True)


def _between(common: Sequence[Rgb]) -> list[Rgb]:
    """Return the colours that stand for all but the commonest."""
    from PIL import Image

    rest = Image.new("RGB", (max(1, len(common) - EXACT), 1))
    rest.putdata(common[EXACT:] or common[:1])
    few = rest.quantize(COLOURS - EXACT, method=Image.Quantize.MEDIANCUT)
    parts = iter(few.getpalette() or [])
    return list(zip(parts, parts, parts, strict=True))


def _indices(pixels: bytes, common: Sequence[Rgb], between: Sequence[Rgb]) -> bytes:
    """Return the place of every pixel's colour in the table, the nearest where it has none."""
    exact = len(common[:EXACT])
    place = {colour: n for n, colour in enumerate(common[:EXACT])}
    for r, g, b in common[EXACT:]:
        far = [(r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2 for x, y, z in between]
        place[r, g, b] = exact + far.index(min(far))
    parts = iter(pixels)
    return bytes(map(place.__getitem__, zip(parts, parts, parts, strict=True)))


if __name__ == "__main__":
    main()
