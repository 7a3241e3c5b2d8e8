"""One export, end to end, of a study file or of a merged one: `making` writes what was asked for.

Used by the window (in a worker) and by the command line.
"""

from ordi_crf.deliver.making import make, reduced
from ordi_crf.deliver.of_study import begin, deliver, end, identifiers, suspected
from ordi_crf.deliver.request import Request, UnconfirmedError

__all__ = [
    "Request",
    "UnconfirmedError",
    "begin",
    "deliver",
    "end",
    "identifiers",
    "make",
    "reduced",
    "suspected",
]
