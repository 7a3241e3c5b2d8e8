"""Every part, in the order of its ids."""

from __future__ import annotations

from tools.trust import access, data, trail
from tools.trust.statement import Part

PARTS: tuple[Part, ...] = (trail.PART, access.PART, *data.PARTS)
