"""Photographs on paper: upright, no larger than paper shows, without what the camera noted."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from ordi_crf.export.casebook.pictures import pixels, printable_picture

_ORIENTATION, _MAKE = 0x0112, 0x010F


def _photograph(size: tuple[int, int], orientation: int = 1, kind: str = "JPEG") -> bytes:
    """Return a photograph, red at its upper left corner as the sensor saw it."""
    image = Image.new("RGB", size, "white")
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    notes = Image.Exif()
    notes[_ORIENTATION], notes[_MAKE] = orientation, "Camera of the ward"
    written = BytesIO()
    image.save(written, kind, exif=notes)
    return written.getvalue()


def _red_corner(content: bytes) -> tuple[str, str]:
    with Image.open(BytesIO(content)) as image:
        wide, high = image.size
        points = {
            (y, x): image.convert("RGB").getpixel((wide // 4 * k, high // 4 * n))
            for n, y in ((1, "top"), (3, "bottom"))
            for k, x in ((1, "left"), (3, "right"))
        }
    return next(place for place, (_, green, _) in points.items() if green < 128)


@pytest.mark.parametrize(
    ("orientation", "corner", "size"),
    [
        (1, ("top", "left"), (400, 200)),
        (3, ("bottom", "right"), (400, 200)),
        (6, ("top", "right"), (200, 400)),
        (8, ("bottom", "left"), (200, 400)),
    ],
    ids=["upright", "upside down", "turned right", "turned left"],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_is_turned_as_its_camera_was_held(orientation, corner, size, kind):
    content, reduced = printable_picture(_photograph((400, 200), orientation, kind))
    assert pixels(content) == size
    assert _red_corner(content) == corner
    assert not reduced


def test_a_large_photograph_is_reduced_to_what_paper_shows_and_turned():
    content, reduced = printable_picture(_photograph((4000, 3000), 6))
    assert reduced
    assert pixels(content) == (525, 700)
    assert _red_corner(content) == ("top", "right")


def test_what_the_camera_noted_is_not_printed_into_the_file():
    kept = _photograph((300, 300))
    assert b"Camera of the ward" in kept
    assert b"Camera of the ward" not in printable_picture(kept)[0]


def test_a_small_upright_picture_is_printed_as_it_is_kept():
    written = BytesIO()
    Image.new("RGB", (120, 80)).save(written, "JPEG")
    assert printable_picture(written.getvalue()) == (written.getvalue(), False)


def test_the_same_photograph_gives_the_same_bytes():
    kept = _photograph((2000, 1500), 8)
    assert printable_picture(kept) == printable_picture(kept)
