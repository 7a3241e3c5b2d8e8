"""A signature as ODM has it; what it binds is its manifest (21 CFR 11.70)."""

from __future__ import annotations

from ordi_crf.core.signing import Signature
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.markup import element
from ordi_crf.export.odm.people import People


def signature_element(people: People, signature: Signature, *, listed: bool = False) -> str:
    """Return a signature at its form, or once more where all are listed, under another ID."""
    number = f"SIG.{signature.id}" if listed else f"SIG.{signature.id}.FORM"
    meaning = element("SignatureRef", SignatureOID=oids.meaning(signature.meaning))
    return (
        f'<Signature ID="{number}">'
        f"{people.who(signature.name, signature.record.subject.siteid)}{meaning}"
        f"{element('DateTimeStamp', signature.at)}"
        f"{element('CryptoBindingManifest', signature.entry())}</Signature>"
    )
