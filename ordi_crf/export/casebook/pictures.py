"""The kept pictures of a section's rows, printed small; other kinds of files are named alone.

A picture is printed as it is kept where that is upright and small; one that is turned by its EXIF
orientation is turned, and one with more points than paper shows is reduced and says so. What a
camera notes beside the picture (EXIF: place, device) is not printed into the file. Sizes are read
from the file's own header, so that nothing is decoded before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from ordi_crf.core.values import attached
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.type import MUTED, TINY, Run, wrap
from ordi_crf.forms.schema import Attachment, Section, Text

_PER_LINE, _GAP = 3, 10.0
_WIDTH = (COLUMN - (_PER_LINE - 1) * _GAP) / _PER_LINE
_HEIGHT, _CAPTION = 124.0, 25.0
_MOST_SIDE = 700
"""Pixels of the longer side of a picture that is printed: 300 to the inch of the largest."""
_REDUCED = Text(
    "reduced for print from {wide} × {high} pixels",
    "reducida para imprimir desde {wide} × {high} píxeles",
)
_MOST_PIXELS = 80_000_000
"""Of a picture that is printed; more of them are a strain on memory, not a photograph of skin."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG that start a frame and hold its size."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept, with its size in pixels and the words under it."""

    content: bytes
    size: tuple[int, int]
    caption: str


@dataclass(frozen=True, slots=True)
class PictureLine:
    """Pictures side by side."""

    pictures: tuple[Picture, ...]

    @property
    def height(self) -> float:
        """Points it takes, with the room after it."""
        return _HEIGHT + _CAPTION + _GAP

    def print(self, paper: Paper) -> None:
        """Print it at the cursor."""
        paper.keep(self.height - _GAP)
        for n, picture in enumerate(self.pictures):
            _print_picture(paper, picture, LEFT + n * (_WIDTH + _GAP))
        paper.y -= self.height


def pictures(sheet: Sheet, section: Section) -> Iterator[PictureLine]:
    """Yield the pictures of the rows that stand, side by side."""
    found = [*_pictures(sheet, section)]
    for n in range(0, len(found), _PER_LINE):
        yield PictureLine(tuple(found[n : n + _PER_LINE]))


def pixels(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or a JPEG, None for every other file."""
    if content.startswith(_PNG) and len(content) >= 24:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not content.startswith(_JPEG):
        return None
    at = len(_JPEG)
    while content[at : at + 1] == b"\xff" and len(content) >= at + 9:
        if content[at + 1] in _FRAMES:
            high, wide = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(wide), int.from_bytes(high)
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return None


def _pictures(sheet: Sheet, section: Section) -> Iterator[Picture]:
    if sheet.delivery is None:
        return
    files = [item.name for item in section.items if isinstance(item, Attachment)]
    for row in sheet.rows(section) if files else ():
        for value in (row.values[name] for name in files if not row.voided):
            if value is None:
                continue
            digest, name = attached(value)
            content = sheet.delivery.files(digest) or b""
            size = pixels(content)
            if size is not None and 0 < size[0] * size[1] <= _MOST_PIXELS:
                yield Picture(content, size, f"{row.key} · {name}")


def _print_picture(paper: Paper, picture: Picture, x: float) -> None:
    content, reduced = picture.content, False
    # A damaged file fails in its reader's ways: then the frame stays empty, the rest is printed.
    with suppress(OSError, SyntaxError, ValueError):
        content, reduced = printable_picture(picture.content)
    wide, high = pixels(content) or picture.size
    scale = min(_WIDTH / wide, _HEIGHT / high)
    width, height = wide * scale, high * scale
    y = paper.y - height
    _draw_image(paper, content, (x, y, width, height))
    paper.box(x, y, width, height)
    caption = wrap([Run(picture.caption, MUTED)], _WIDTH)[0]
    paper.line(x, y - 10, caption)
    if reduced:
        size = {"wide": picture.size[0], "high": picture.size[1]}
        paper.text(x, y - 19, paper.say(_REDUCED.format(**size)), TINY)


def _draw_image(paper: Paper, content: bytes, place: tuple[float, float, float, float]) -> None:
    from reportlab.lib.utils import ImageReader

    with suppress(OSError, SyntaxError, ValueError):
        paper.canvas.drawImage(ImageReader(BytesIO(content)), *place)


def printable_picture(content: bytes) -> tuple[bytes, bool]:
    """Return a picture upright and no larger than paper shows, and whether it was reduced.

    OSError, SyntaxError or ValueError for a file that is damaged.
    """
    from PIL import Image, ImageOps

    with Image.open(BytesIO(content)) as image:
        most = max(image.size)
        kept = image.format
        if most <= _MOST_SIDE and not image.getexif() and kept in ("JPEG", "PNG"):
            return content, False
        # A JPEG is read at half, a quarter or an eighth of its size where that is enough.
        image.draft(None, (_MOST_SIDE, _MOST_SIDE))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((_MOST_SIDE, _MOST_SIDE))
        written = BytesIO()
        if kept == "JPEG":
            upright.save(written, "JPEG", quality=88, exif=b"")
        else:
            upright.save(written, "PNG", exif=b"")
    return written.getvalue(), most > _MOST_SIDE
