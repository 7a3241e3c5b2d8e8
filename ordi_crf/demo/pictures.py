"""Small synthetic photographs, drawn by code and written as PNG (ISO/IEC 15948).

The bytes are the same with every library: the image is stored in zlib's format uncompressed.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from random import Random

WIDTH, HEIGHT = 160, 120
_PALETTE = bytes.fromhex("e8c4a8 dcb496 e09080 c85048 902830 ffffff 202020")
_SKIN, _SHADE, _PINK, _RED, _DARK, _PAPER, _INK = range(7)
_WORD = "SYNTHETIC"
_LETTERS: Mapping[str, Sequence[int]] = {
    "S": (0x0F, 0x10, 0x10, 0x0E, 0x01, 0x01, 0x1E),
    "Y": (0x11, 0x11, 0x0A, 0x04, 0x04, 0x04, 0x04),
    "N": (0x11, 0x19, 0x15, 0x13, 0x11, 0x11, 0x11),
    "T": (0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04),
    "H": (0x11, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11),
    "E": (0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F),
    "I": (0x0E, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0E),
    "C": (0x0F, 0x10, 0x10, 0x10, 0x10, 0x10, 0x0F),
}
"""Seven rows of five dots each."""

TAKEN: Mapping[tuple[str, str], str] = {
    ("SYN-05", "D1"): "09",
    ("SYN-05", "W8"): "09",
    ("SYN-14", "SCR"): "10",
}
"""Visits with a photograph, and of which CLASI location."""


def photograph(seed: str, share: int) -> bytes:
    """Return a picture of skin with lesions as wide as the share in % of the worst, as a PNG."""
    pixels = [bytearray([_SKIN] * WIDTH) for _ in range(HEIGHT)]
    random = Random(seed)
    for _ in range(90):
        _disc(pixels, random.randrange(WIDTH), random.randrange(HEIGHT), 2, _SHADE)
    for _ in range(6):
        x, y = random.randrange(15, WIDTH - 15), random.randrange(15, HEIGHT - 35)
        reach = (6 + random.randrange(10)) * share // 100
        for part, colour in ((10, _PINK), (7, _RED), (3, _DARK)):
            if reach * part // 10:
                _disc(pixels, x, y, reach * part // 10, colour)
    _label(pixels)
    return _png(pixels)


def _disc(pixels: list[bytearray], x: int, y: int, reach: int, colour: int) -> None:
    for row in range(max(0, y - reach), min(HEIGHT, y + reach + 1)):
        for column in range(max(0, x - reach), min(WIDTH, x + reach + 1)):
            if (row - y) ** 2 + (column - x) ** 2 <= reach * reach:
                pixels[row][column] = colour


def _label(pixels: list[bytearray]) -> None:
    """Print the word at the foot of the picture, in dots of two by two."""
    top, left = HEIGHT - 18, (WIDTH - 12 * len(_WORD)) // 2
    for row in range(HEIGHT - 22, HEIGHT):
        pixels[row][:] = bytes([_PAPER] * WIDTH)
    for number, letter in enumerate(_WORD):
        for down, dots in enumerate(_LETTERS[letter]):
            for along in (n for n in range(5) if dots >> (4 - n) & 1):
                x, y = left + 12 * number + 2 * along, top + 2 * down
                for row in (y, y + 1):
                    pixels[row][x : x + 2] = bytes([_INK] * 2)


def _png(pixels: Sequence[bytearray]) -> bytes:
    """Return the pixels as a PNG of 4 bits a pixel with a palette."""
    lines = (bytes([0]) + _packed(row) for row in pixels)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", _stored(b"".join(lines))))
    chunks = (_chunk(kind, data) for kind, data in (*parts, (b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _packed(row: bytearray) -> bytes:
    return bytes(high << 4 | low for high, low in zip(row[::2], row[1::2], strict=True))


def _stored(data: bytes) -> bytes:
    """Return data as one stored block of a zlib stream (RFC 1950 and 1951)."""
    size = struct.pack("<HH", len(data), len(data) ^ 0xFFFF)
    return b"\x78\x01\x01" + size + data + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
