"""Trails of several study files as one: by who saw what, never by who wrote last.

Every entry of a trail is bound by its hash to all before it, so equal hashes mean one history, and
files that were copied and went on apart share its beginning. A merge is the union of such entries
and of what was settled between them: a set, so that the order of merging, or merging twice, makes
no difference. Places that two files changed without knowing of each other are conflicts until
somebody settles them with a reason.
"""

from ordi_crf.core.merging.conflicts import DRAWING, SUBJECT, Conflict, Head, chosen, conflicts
from ordi_crf.core.merging.state import UnsettledError, merged
from ordi_crf.core.merging.union import Link, Settlement, Union, Where, union_of

__all__ = [
    "DRAWING",
    "SUBJECT",
    "Conflict",
    "Head",
    "Link",
    "Settlement",
    "Union",
    "UnsettledError",
    "Where",
    "chosen",
    "conflicts",
    "merged",
    "union_of",
]
