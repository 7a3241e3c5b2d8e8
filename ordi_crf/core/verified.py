"""Verified: that somebody compared a data point with its source, and what it said then."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verified:
    """Who verified a data point, as what, when in UTC, and the digest of what was verified."""

    actor: str
    role: str
    at: str
    digest: str
