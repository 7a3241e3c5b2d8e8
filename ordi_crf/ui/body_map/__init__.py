"""The body map on the screen: paint lesions, read % body surface and CLASI locations."""

from ordi_crf.ui.body_map.editor import BodyMapEditor

__all__ = ["BodyMapEditor"]
