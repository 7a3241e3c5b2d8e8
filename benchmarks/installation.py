"""The libraries of a user's installation: those of developers are taken out of sight."""

from __future__ import annotations

import sys
from typing import cast

_DEVELOPERS = ("numpy", "pandas")
"""sqlite-utils and openpyxl import these where they are found: 0.3 s that no user waits for."""


def hide_developers_libraries() -> None:
    """Make what only the `dev` extra brings look absent; before anything imports it."""
    # None in this place is Python's own way to say that a module cannot be imported.
    modules = cast("dict[str, object]", sys.modules)
    for name in _DEVELOPERS:
        modules[name] = None
