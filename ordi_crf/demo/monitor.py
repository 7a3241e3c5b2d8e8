"""The monitor at the site: what is compared with its source, and what becomes of open queries.

All of the first patients is compared, of the later ones what the protocol calls critical, as a
monitoring plan would say (ICH E6(R2) 5.18.3). What changed since is compared again.
"""

from __future__ import annotations

from ordi_crf.core import verification
from ordi_crf.core.missing import Place
from ordi_crf.core.query import QueryState
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo.questions import ASKED_AGAIN
from ordi_crf.demo.site import MONITOR

WHOLE = ("SYN-01", "SYN-02")
"""Subjects of whom every form is compared."""
CRITICAL = ("IC", "DM", "IE", "AE", "SAE", "DS")
"""Forms that are compared of everybody: consent, eligibility, safety, disposition."""
ENDPOINT = {"D1": ("CLASI", "BM", "LB"), "W2": ("CLASI", "BM"), "EOT": ("CLASI",)}
"""Forms that are compared of everybody at the visits the primary outcome rests on."""
SAFETY_TESTS = ("NEUT", "PLAT", "CREAT")
"""The results of LB that are compared there, and no others."""


class Monitor:
    """The monitor of the demonstration study."""

    def __init__(self, file: StudyFile) -> None:
        self._file = file

    def visit(self, number: int) -> None:
        """Settle what the site answered to the checks, and compare what is complete."""
        self._file.actor = MONITOR
        self._settle(number)
        self._compare()

    def _settle(self, number: int) -> None:
        """Close the queries of checks that the site answered, unless they are asked again."""
        for key, queries in self._file.queries.all().items():
            for query in (q for q in queries if q.finding and q.state is QueryState.ANSWERED):
                at, _ = ASKED_AGAIN.get((str(key.subject), key.visit, query.finding), (-1, ()))
                if at < number:
                    self._file.queries.close(query.number, "Accepted.")

    def _compare(self) -> None:
        """Verify all that the plan wants and nobody has verified as it stands."""
        known = self._file.verification.all()
        left: list[tuple[RecordKey, Place]] = []
        whole: list[RecordKey] = []
        for key, status in self._file.statuses().items():
            if status is Status.COMPLETE and _wanted(key):
                record = self._file.record(key)
                places = verification.left(record, known.get(key, {}))
                wanted = [place for place in places if _wants(record, place)]
                left += [(key, place) for place in wanted]
                if verification.places(record) and wanted == places:
                    whole.append(key)
        if left:
            self._file.verification.verify(left)
        if whole:
            self._file.life.verify(*whole)


def _wanted(key: RecordKey) -> bool:
    if str(key.subject) in WHOLE or key.form in CRITICAL:
        return True
    return key.form in ENDPOINT.get(key.visit, ())


def _wants(record: Record, place: Place) -> bool:
    """Return whether a data point is compared, of a form that is."""
    partly = record.key.form == "LB" and str(record.key.subject) not in WHOLE
    return not partly or place[1] in SAFETY_TESTS
