"""How the visits of the matrix stand side by side: groups with a name, and how wide each is."""

from __future__ import annotations

from enum import Enum

from ordi_crf import study
from ordi_crf.study import Visit

NARROW = 0.66
"""Width of a visit for a blood count alone, as a share of the others."""


class Group(Enum):
    """What visits count from and in."""

    BEGINNING = "beginning"
    WEEKS = "weeks"
    MONTHS = "months"
    WITHDRAWAL = "withdrawal"
    BESIDE = "beside"


def group(visit: Visit) -> Group:
    """Return the group of a visit."""
    if visit.from_withdrawal:
        return Group.WITHDRAWAL
    if visit.months is not None:
        return Group.MONTHS
    if visit.day is None:
        return Group.BESIDE
    return Group.WEEKS if visit.day > 1 else Group.BEGINNING


def opens_group(position: int) -> bool:
    """Return whether a visit, by its position, is the first of its group."""
    visits = study.EVENTS
    return position == 0 or group(visits[position]) is not group(visits[position - 1])


def short(visit: Visit, words: str) -> str:
    """Return the heading of a visit under the name of its group."""
    match group(visit):
        case Group.WEEKS:
            assert visit.day is not None
            return str(visit.day // 7)
        case Group.MONTHS:
            return str(visit.months)
        case _:
            return words.removeprefix("+")


def narrow(visit: Visit) -> bool:
    """Return whether a visit is for a blood count alone."""
    return visit.planned and "CLASI" not in visit.forms


def widths(room: int, least: int) -> list[int]:
    """Return the width of every visit's column: all the room, but none below the least."""
    shares = [NARROW if narrow(visit) else 1.0 for visit in study.EVENTS]
    unit = max(float(least), room / sum(shares))
    ends = [round(unit * sum(shares[: n + 1])) for n in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
