"""Write resources/bodymap from the geometry: `python -m tools.bodymap.build`.

The label map of a release is frozen. This stops before it writes a map with another SHA-256,
because every stored drawing names the map it was painted on.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from tools.bodymap.names import names
from tools.bodymap.regions import GROUP_PERCENT, LOCATIONS, Cut, cuts

FROZEN = "0225ee4682850ce29783f9c0ba43e47915c807e66fd28c44649c5ccd91966c79"
TARGET = Path(__file__).resolve().parents[2] / "resources" / "bodymap"


def main() -> None:
    """Build the assets and write them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from tools.bodymap import figure, raster

    application = QGuiApplication.instance() or QGuiApplication([])
    labels, codes = raster.label_map()
    digest = hashlib.sha256(labels).hexdigest()
    if digest != FROZEN:
        raise SystemExit(f"another map: {digest}")
    TARGET.mkdir(parents=True, exist_ok=True)
    TARGET.joinpath("labelmap.z").write_bytes(raster.packed(labels))
    _write("regions.json", _regions(labels, codes, digest), indent=1)
    _write("figure.json", figure.figure())
    raster.shade().save(str(TARGET / "shade.png"))
    del application


def _write(name: str, value: dict[str, Any], indent: int | None = None) -> None:
    separators = None if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    TARGET.joinpath(name).write_text(text + "\n", encoding="utf-8")


def _regions(labels: bytes, codes: list[str], digest: str) -> dict[str, Any]:
    cells = Counter(labels)
    of = {(view, cut.region): cut for view in GROUP_PERCENT for cut in cuts(view)}
    views = {region: view for view, region in of}
    return {
        "size": [2000, 1960],
        "sha256": digest,
        "groups": [
            {"view": view, "group": group, "percent": percent}
            for view, groups in GROUP_PERCENT.items()
            for group, percent in groups.items()
        ],
        "regions": [
            _region(label, of[views[code], code], views[code], cells[label])
            for label, code in enumerate(codes, start=1)
        ],
    }


def _region(label: int, cut: Cut, view: str, cells: int) -> dict[str, Any]:
    english, spanish = names(cut.region)
    sides = [side for side in ("R", "L") if f"_{side}_" in cut.region]
    return {
        "label": label,
        "code": cut.region,
        "view": view,
        "side": sides[0] if sides else None,
        "group": cut.group,
        "location": LOCATIONS[cut.location] if cut.location else None,
        "leaf_weight": cut.leaf_weight,
        "cells": cells,
        "en": english,
        "es": spanish,
    }


if __name__ == "__main__":
    main()
