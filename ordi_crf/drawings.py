"""From a body map's record to its drawing and figures, through a cache bound to its strokes.

A cache entry is keyed by the digest of map and strokes: it can be lost or wrong without harm, for
what does not match is replayed from the strokes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from ordi_crf import atlas
from ordi_crf.core.drawing import Drawing, Entry
from ordi_crf.core.painted import Painted, from_json, painted
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.strokes import Layer, decode

Fetch = Callable[[str], bytes | None]
Keep = Callable[[str, bytes], None]


def entries(record: Record) -> list[Entry]:
    """Return the strokes that stand, in order of painting; ValueError for one that is malformed."""
    rows = (row.values for row in record.live("bm_stroke"))
    return [(Layer(v["BMLAYER"] or ""), decode(v["BMOP"] or "")) for v in rows]


def _key(record: Record) -> str:
    """Return the cache key of a record's strokes, from their text alone."""
    rows = (row.values for row in record.live("bm_stroke"))
    text = "\n".join(f"{v['BMLAYER']} {v['BMOP']}" for v in rows)
    return sha256(f"{atlas.body_map().sha256}\n{text}".encode()).hexdigest()


def open_drawing(record: Record, fetch: Fetch) -> Drawing:
    """Return the drawing of a body map, from the cache where it matches."""
    return Drawing.from_ops(atlas.body_map(), entries(record), fetch(f"mask {_key(record)}"))


def figures(record: Record, fetch: Fetch) -> Painted:
    """Return the figures of a body map, from the cache where it matches."""
    key = _key(record)
    cached = fetch(f"figures {key}")
    if cached is not None:
        found = from_json(atlas.body_map(), cached, key)
        if found is not None:
            return found
    return _labelled(painted(open_drawing(record, fetch)), key)


def keep(record: Record, drawing: Drawing, store: Keep) -> None:
    """Cache a drawing and its figures under its record's strokes.

    A drawing that shows anything else, such as a stroke that could not be saved, is not kept.
    """
    if list(drawing.entries) != entries(record):
        return
    key = _key(record)
    store(f"figures {key}", _labelled(painted(drawing), key).to_json())
    store(f"mask {key}", drawing.cache())


def all_figures(records: Mapping[RecordKey, Record], fetch: Fetch) -> dict[RecordKey, Painted]:
    """Return the figures of every body map among records."""
    return {key: figures(r, fetch) for key, r in records.items() if key.form == "BM"}


def _labelled(found: Painted, key: str) -> Painted:
    return Painted(found.map, found.counts, found.proposals, found.strokes, key)
