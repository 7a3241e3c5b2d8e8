"""Who and where: the people of the audit trail, the sites, and what signatures mean."""

from __future__ import annotations

from dataclasses import dataclass

from ordi_crf import study
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import AuditEntry, StudyData
from ordi_crf.core.signing import MEANINGS
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.markup import Markup, element, text

_TYPES = {Role.INVESTIGATOR: "Investigator", Role.MONITOR: "Sponsor", Role.DATA_MANAGER: "Sponsor"}
SPONSOR = frozenset(role.value for role, kind in _TYPES.items() if kind == "Sponsor")
"""Roles whose words are the sponsor's, not the site's."""
_LEGAL = "21 CFR 11.50, 11.70 and 11.200"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to the trail: a printed name, the first role, and the login if any."""

    oid: str
    name: str
    role: str
    login: str | None


class People:
    """Everybody in the trail, counted in the order in which they first wrote."""

    def __init__(self, data: StudyData) -> None:
        self._known: dict[str, Person] = {}
        logins = {e.new: e.row for e in data.audit if e.action == "account" and e.item == "NAME"}
        self._siteid = data.properties.get("siteid", study.DEFAULT_SITEID)
        self._data = data
        for entry in data.audit:
            self._meet(entry.actor, entry.role, logins.get(entry.actor))
        for signature in data.signatures:
            self._meet(signature.name, signature.role, signature.login)

    def _meet(self, name: str, role: str, login: str | None) -> None:
        if name not in self._known:
            oid = f"U.{len(self._known) + 1}"
            self._known[name] = Person(oid, name, role, login)

    def oid(self, name: str) -> str:
        """Return the OID of a person; KeyError for somebody who never wrote."""
        return self._known[name].oid

    def record(self, entry: AuditEntry) -> str:
        """Return an entry of the trail as ODM's AuditRecord; its SourceID leads to the whole."""
        why = "" if entry.reason is None else element("ReasonForChange", entry.reason)
        return (
            f"<AuditRecord>{self.who(entry.actor, entry.siteid)}"
            f"<DateTimeStamp>{text(entry.at)}</DateTimeStamp>{why}"
            f"<SourceID>{entry.id}</SourceID></AuditRecord>"
        )

    def who(self, name: str, siteid: str) -> str:
        """Return references to a person and the site."""
        site = oids.site(siteid or self._siteid)
        return f'<UserRef UserOID="{self.oid(name)}"/>{element("LocationRef", LocationOID=site)}'

    def write(self, xml: Markup) -> None:
        """Write the AdminData element."""
        with xml.inside("AdminData", StudyOID=oids.STUDY):
            for person in self._known.values():
                self._write_person(xml, person)
            for siteid in sorted({self._siteid, *(s.siteid for s in self._data.subjects)}):
                self._write_site(xml, siteid)
            for meaning in MEANINGS.codes:
                oid = oids.meaning(meaning.value)
                with xml.inside("SignatureDef", OID=oid, Methodology="Electronic"):
                    xml.element("Meaning", f"{meaning.text.en} / {meaning.text.es}")
                    xml.element("LegalReason", _LEGAL)

    def _write_person(self, xml: Markup, person: Person) -> None:
        known = {role.value: kind for role, kind in _TYPES.items()}
        with xml.inside("User", OID=person.oid, UserType=known.get(person.role, "Other")):
            if person.login:
                xml.element("LoginName", person.login)
            xml.element("DisplayName", f"{person.name} ({person.role})")
            xml.element("FullName", person.name)
            if person.role not in SPONSOR:
                xml.element("LocationRef", LocationOID=oids.site(self._siteid))

    def _write_site(self, xml: Markup, siteid: str) -> None:
        name = study.SITE if siteid == study.DEFAULT_SITEID else f"Site {siteid}"
        begun = self._data.properties.get("created", self._data.audit[0].at)[:10]
        with xml.inside("Location", OID=oids.site(siteid), Name=name, LocationType="Site"):
            xml.element(
                "MetaDataVersionRef", StudyOID=oids.STUDY, MetaDataVersionOID=oids.VERSION,
                EffectiveDate=begun,
            )  # fmt: skip
