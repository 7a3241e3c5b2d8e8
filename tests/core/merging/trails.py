"""Trails that went on apart: a pencil and a chain of hashes, without a study file."""

from __future__ import annotations

from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.merging import Union, union_of
from ordi_crf.core.records import AuditEntry


class Pencil:
    """A copy of a study file, as far as its trail goes."""

    def __init__(self, name: str, siteid: str = "01", entries: tuple[AuditEntry, ...] = ()) -> None:
        self.name, self.siteid, self.entries = name, siteid, list(entries)

    def copy(self, name: str) -> Pencil:
        """Return a copy that goes on by itself."""
        return Pencil(name, self.siteid, tuple(self.entries))

    @property
    def union(self) -> Union:
        return union_of(self.entries)

    def write(self, minute: int, action: str, place: tuple, new: str | None) -> AuditEntry:
        """Write an entry: place is subject number, visit, form, section, row, item."""
        number, visit, form, section, row, item = place
        subjid = f"{self.siteid}-00{number}" if number else ""
        old = self.last(subjid, form, section, row, item)
        fields = (
            f"2010-03-15T08:{minute:02}:00Z", f"{self.name} Puig", "Investigator", self.name,
            "0.1.0", action, self.siteid if number else "", subjid, visit, 1 if visit else 0, form,
            1 if form else 0, section, row, item, old, new, None,
        )  # fmt: skip
        before = self.entries[-1].hash if self.entries else None
        known = dict(zip(AUDIT_FIELDS, fields, strict=True))
        entry = AuditEntry(len(self.entries) + 1, **known, hash=chain_hash(before, *fields))
        self.entries.append(entry)
        return entry

    def last(self, subjid: str, form: str, section: str, row: str, item: str) -> str | None:
        wanted = (subjid, form, section, row, item)
        said = [
            e.new for e in self.entries if (e.subjid, e.form, e.section, e.row, e.item) == wanted
        ]
        return said[-1] if said else None

    def enrol(self, number: int, minute: int = 0) -> None:
        subjid = f"{self.siteid}-00{number}"
        if not any(e.section == "subject" and e.subjid == subjid for e in self.entries):
            self.write(minute, "insert", (number, "", "", "subject", "", "SUBJID"), subjid)

    def begin(self, number: int, visit: str, form: str, minute: int = 0) -> None:
        self.enrol(number, minute)
        subjid = f"{self.siteid}-00{number}"
        if self.last(subjid, form, "record", "", "STATUS") is None:
            for item, new in (("STATUS", "DRAFT"), ("VERSION", "1")):
                self.write(minute, "insert", (number, visit, form, "record", "", item), new)

    def sex(self, number: int, value: str | None, minute: int = 0) -> None:
        """Answer the sex of a subject."""
        self.begin(number, "SCR", "DM", minute)
        place = (number, "SCR", "DM", "dm", "", "SEX")
        self.write(minute, "update" if self.told(place) else "insert", place, value)

    def event(self, number: int, term: str, minute: int = 0) -> str:
        """Add an adverse event and return the number of its row."""
        self.begin(number, "LOG", "AE", minute)
        rows = {
            int(e.row) for e in self.entries if e.section == "ae" and e.subjid[-1] == str(number)
        }
        row = str(max(rows, default=0) + 1)
        self.write(minute, "insert", (number, "LOG", "AE", "ae", row, "AETERM"), term)
        return row

    def paint(self, number: int, row: str, points: str, minute: int = 0) -> None:
        """Add a stroke to the body map of Day 1."""
        self.begin(number, "D1", "BM", minute)
        for item, new in (("BMLAYER", "ACTIVE"), ("BMPATH", points)):
            self.write(minute, "insert", (number, "D1", "BM", "bm_stroke", row, item), new)

    def status(self, number: int, form: str, visit: str, value: str, minute: int = 0) -> None:
        self.write(minute, "update", (number, visit, form, "record", "", "STATUS"), value)

    def told(self, place: tuple) -> bool:
        number, _, form, section, row, item = place
        return self.last(f"{self.siteid}-00{number}", form, section, row, item) is not None
