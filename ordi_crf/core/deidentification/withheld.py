"""What stands for a text that an export leaves out: it was there, which blank would deny.

Equal texts of one item have the same number, so that what is judged by whether two are the same
(results of one laboratory and kit) is judged as before.
"""

from __future__ import annotations

WITHHELD = "[withheld]"
"""In place of a text, a digest of what is left out, or the name of a file."""


class Numbers:
    """The numbers given to withheld texts, item by item, in the order in which they come."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, int]] = {}

    def of(self, item: str, text: str) -> str:
        """Return what stands for a text of an item."""
        known = self._known.setdefault(item, {})
        number = known.setdefault(" ".join(text.split()).casefold(), len(known) + 1)
        return f"{WITHHELD[:-1]} {number}]"
