"""What an export is made from: one consistent state of the study, and who asks for it when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ordi_crf.core.chart import Chart
from ordi_crf.core.deidentification.profile import FULL, Profile
from ordi_crf.core.derived import Figure, derive, visit_date
from ordi_crf.core.painted import Painted
from ordi_crf.core.parts import parts
from ordi_crf.core.patient import patient_at
from ordi_crf.core.records import Record, RecordKey, StudyData, SubjectKey
from ordi_crf.core.signing import Standing, standings
from ordi_crf.forms.schema import Language

Progress: TypeAlias = Callable[[int, int], None]
"""Called with steps done and steps in all."""
Files: TypeAlias = Callable[[str], bytes | None]
"""Gives the bytes of a kept file by its SHA-256, None for one that is not there."""
Read: TypeAlias = Callable[[], Iterator[StudyData]]
Paint: TypeAlias = Callable[[Mapping[RecordKey, Record]], Mapping[RecordKey, Painted]]
FindingPlace: TypeAlias = tuple[str, str, str, str]
"""The check of a finding, with section, row and item."""
Cancelled: TypeAlias = Callable[[], bool]
"""Asked between steps; True stops the export with nothing written."""


def no_file(_digest: str) -> bytes | None:
    """Return no bytes: those of a delivery without files."""
    return None


class CancelledError(Exception):
    """The person cancelled; no file was written or replaced."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The source of every file of one export, so that they agree with each other."""

    data: StudyData
    painted: Mapping[RecordKey, Painted]
    export_id: str
    at: str
    """When it was asked for, UTC, ISO 8601."""
    actor: str
    language: Language = Language.EN
    files: Files = no_file
    profile: Profile = FULL
    """What `data` were rewritten with: it is named wherever the export is."""
    standing: Mapping[RecordKey, frozenset[FindingPlace]] | None = None
    """The findings that the data have as entered, where `data` may have more; None for all."""
    read: Read | None = None
    """Gives each subject in turn where `data` has only what is of none, and the trail."""
    paint: Paint | None = None
    """Gives the figures of a subject's body maps where `painted` has none."""
    sources: Sequence[str] = ()
    """The files it was merged from, each in a line; none where it comes from one study file."""
    _charts: dict[SubjectKey, Chart] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    _standings: dict[RecordKey, tuple[Standing, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def parts(self) -> Iterator[Delivery]:
        """Yield the delivery of each subject alone, in order of their ids."""
        for data in parts(self.data) if self.read is None else self.read():
            mine = {key: self.painted[key] for key in data.records if key in self.painted}
            painted = mine if self.paint is None else self.paint(data.records)
            yield replace(self, data=data, painted=painted, read=None, paint=None)

    def standings(self, key: RecordKey) -> tuple[Standing, ...]:
        """Return what the signatures of a form are worth; all are judged the first time."""
        if not self._standings and self.data.signatures:
            self._standings.update(standings(self.data))
        return self._standings.get(key, ())

    def derived(self, record: Record) -> Mapping[str, Figure]:
        """Return the derived values of a record."""
        screened = visit_date(self.data, record.key.subject, "SCR")
        painted = self.painted.get(record.key)
        patient = patient_at(self.data.records, record.key) if record.key.form == "LB" else None
        return derive(record, screened=screened, painted=painted, patient=patient)

    def chart(self, subject: SubjectKey) -> Chart:
        """Return a subject's chart; all are put together the first time one is asked for."""
        if not self._charts:
            mine: dict[SubjectKey, dict[RecordKey, Record]] = {}
            for key, record in self.data.records.items():
                mine.setdefault(key.subject, {})[key] = record
            painted = self.painted.get
            self._charts.update((who, Chart(mine[who], who, painted)) for who in mine)
        return self._charts.get(subject) or Chart({}, subject, self.painted.get)
