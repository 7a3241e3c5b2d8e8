"""Write the workbook of a study, and print the most memory that this took, in MB."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.programs.peak import peak_memory
from ordi_crf.db.study_file import Actor
from ordi_crf.deliver import Request, deliver

if __name__ == "__main__":
    path = Path(sys.argv[1])
    request = Request(path.parent, casebooks=False)
    deliver(path, Actor("Ana Puig", "Investigator"), request)
    print(peak_memory())
