"""Electronic signatures: what one says, and whether it still holds (21 CFR 11.50, 11.70).

The digest of a signature covers the form's canonical content and who signed, when, with which
meaning, so that it fits no other form and no other signature. Any later change of the form breaks
it, even one that is changed back: the audit trail tells which came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ordi_crf.core.canonical import canonical, digest, encoded
from ordi_crf.core.life import Level, changes_content
from ordi_crf.core.records import AuditEntry, Record, RecordKey, StudyData
from ordi_crf.forms.schema import Code, CodeList, Text

MEANINGS = CodeList(
    "SIGMEAN",
    (
        Code(
            "REVIEWED",
            Text(
                "I have reviewed these data and they are accurate and complete",
                "He revisado estos datos y son exactos y completos",
            ),
        ),
        Code(
            "RESPONSIBLE",
            Text(
                "I am responsible for these data and how they were obtained",
                "Soy responsable de estos datos y de cómo se obtuvieron",
            ),
        ),
        Code(
            "APPROVED",
            Text("I approve these data for analysis", "Apruebo estos datos para su análisis"),
        ),
    ),
)
"""What a signature means (21 CFR 11.50(a)(3))."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of one form; `level` says whether it was given with its visit or more."""

    id: int
    record: RecordKey
    level: Level
    name: str
    """The printed name."""
    role: str
    login: str
    meaning: str
    at: str
    """UTC, ISO 8601."""
    digest: str
    head: str
    """The hash of the last audit entry before the signing."""

    def entry(self) -> str:
        """Return all it says but its form, as the audit trail keeps it."""
        said = {**self._said(), "digest": self.digest}
        return encoded(said)

    def bound(self, record: Record) -> str:
        """Return the digest that binds this signature to a form's content."""
        return digest(f"{encoded(self._said())}\n{canonical(record)}")

    def _said(self) -> dict[str, str]:
        return {
            "at": self.at,
            "head": self.head,
            "level": self.level.value,
            "login": self.login,
            "meaning": self.meaning,
            "name": self.name,
            "role": self.role,
        }


@dataclass(frozen=True, slots=True)
class Standing:
    """What a signature is worth now."""

    signature: Signature
    broken_by: AuditEntry | None = None
    """The first change after the signing."""
    false: bool = False
    """It never belonged to this content: it was copied here or altered."""

    @property
    def intact(self) -> bool:
        """Return whether the form still says what was signed."""
        return self.broken_by is None and not self.false


def standing(signature: Signature, record: Record, entries: Iterable[AuditEntry]) -> Standing:
    """Return what a signature is worth; `entries` are those of its form since the signing."""
    first = next(filter(changes_content, entries), None)
    if first is not None:
        return Standing(signature, broken_by=first)
    return Standing(signature, false=signature.bound(record) != signature.digest)


def standings(data: StudyData) -> Mapping[RecordKey, tuple[Standing, ...]]:
    """Return what every signature is worth, by form, oldest first."""
    signed = {signature.record for signature in data.signatures}
    ids = {entry.hash: entry.id for entry in data.audit}
    entries: dict[RecordKey, list[AuditEntry]] = {key: [] for key in signed}
    for entry in data.audit:
        if entry.form and (key := entry.record) in entries:
            entries[key].append(entry)
    found: dict[RecordKey, list[Standing]] = {}
    for signature in data.signatures:
        key, after = signature.record, ids.get(signature.head)
        if after is None:
            worth = Standing(signature, false=True)
        else:
            since = [entry for entry in entries[key] if entry.id > after]
            worth = standing(signature, data.records.get(key) or Record(key), since)
        found.setdefault(key, []).append(worth)
    return {key: tuple(several) for key, several in found.items()}
