"""What everything is called in the file: OIDs that begin with a letter and have no hyphen.

Some clients rewrite other signs; a prefix for each kind keeps OIDs unique in the whole file.
"""

from __future__ import annotations

from ordi_crf import study
from ordi_crf.forms.schema import Derived, Form, Item, Section

STUDY = f"ST.{study.STUDYID.replace('-', '_')}"
VERSION = f"MDV.{study.SCHEMA_VERSION}"

AUDIT, FILE = "IG.AUDIT", "IG.FILE"
ENTRY, HASH, CONTENT = "I.AUDIT.ENTRY", "I.AUDIT.HASH", "I.FILE.CONTENT"

_UNIT_SIGNS = {
    "/": "_per_", "%": "pct", " ": "_", "µ": "u", "μ": "u", "°": "deg", "²": "2", "³": "3",
    "⁹": "9", ".": "_", "-": "_",
}  # fmt: skip


def event(code: str) -> str:
    """Return the OID of a visit."""
    return f"SE.{code}"


def form(oid: str) -> str:
    """Return the OID of a form."""
    return f"F.{oid}"


def group(section: Section) -> str:
    """Return the OID of a section."""
    return f"IG.{section.name}"


def item(section: Section, name: str) -> str:
    """Return the OID of an item; two sections may use one name."""
    return f"I.{section.name}.{name}"


def row_key(section: Section) -> str | None:
    """Return the OID of the item that names a pre-printed row, None where there are none."""
    return item(section, section.rows.name) if section.rows else None


def figures(known: Form) -> str:
    """Return the OID of the computed figures of a form."""
    return f"IG.{known.oid}.FIGURES"


def figure(known: Form, derived: Derived) -> str:
    """Return the OID of a computed figure."""
    return f"I.{known.oid}.{derived.name}"


def method(known: Form, derived: Derived) -> str:
    """Return the OID of the rule a figure is computed by."""
    return f"MT.{known.oid}.{derived.name}"


def condition(section: Section, asked: Item) -> str | None:
    """Return the OID of the condition on which an item is not asked, None where it always is."""
    if asked.asked_when is None and not asked.not_in_rows:
        return None
    return f"CD.{section.name}.{asked.name}"


def codelist(name: str) -> str:
    """Return the OID of a codelist."""
    return f"CL.{name}"


def unit(text: str) -> str:
    """Return the OID of a unit."""
    spelled = "".join(_UNIT_SIGNS.get(sign, sign) for sign in text)
    return f"MU.{spelled.lstrip('_')}"


def site(siteid: str) -> str:
    """Return the OID of a site."""
    return f"LOC.{siteid}"


def meaning(code: str) -> str:
    """Return the OID of what a signature means."""
    return f"SD.{code}"
