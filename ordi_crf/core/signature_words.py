"""A signature in one sentence, the same on screen, on paper and in the workbook (21 CFR 11.50)."""

from __future__ import annotations

import json

from ordi_crf import forms
from ordi_crf.core.records import AuditEntry
from ordi_crf.core.signing import MEANINGS, Standing
from ordi_crf.forms.schema import Text

_SIGNED = Text(
    "Signed by {name}, {role}, {at}: “{meaning}.”", "Firmado por {name}, {role}, {at}: «{meaning}.»"
)
_BROKEN = Text(
    "The signature of {name}, {role}, {at}, was broken by change #{n}: {what}, {who}, {when}.",
    "La firma de {name}, {role}, {at}, quedó sin validez por el cambio n.º {n}: {what}, {who}, "
    "{when}.",
)
_FALSE = Text(
    "The signature of {name}, {role}, {at}, does not belong to these data.",
    "La firma de {name}, {role}, {at}, no corresponde a estos datos.",
)
_REOPENED = Text("the form was reopened", "se reabrió el formulario")


def moment(at: str) -> str:
    """Return a moment of the audit trail as it is read: date, time to the second, UTC."""
    return f"{at[:10]} {at[11:19]} UTC"


def signed(text: str) -> Text:
    """Return what the audit entry of a signature says; KeyError or ValueError where it is none."""
    said = json.loads(text)
    name, meaning = str(said["name"]), MEANINGS.text(said["meaning"])
    return Text(f"{name}: {meaning.en}", f"{name}: {meaning.es}")


def sentence(standing: Standing) -> Text:
    """Return what a signature says, or what broke it."""
    signature, change = standing.signature, standing.broken_by
    who = {"name": signature.name, "role": signature.role, "at": moment(signature.at)}
    if standing.false:
        return _FALSE.format(**who)
    if change is None:
        meaning = MEANINGS.text(signature.meaning)
        return Text(
            _SIGNED.en.format(**who, meaning=meaning.en),
            _SIGNED.es.format(**who, meaning=meaning.es),
        )
    what, when = changed(change), moment(change.at)
    more = {**who, "n": change.id, "who": change.actor, "when": when}
    return Text(_BROKEN.en.format(**more, what=what.en), _BROKEN.es.format(**more, what=what.es))


def changed(entry: AuditEntry) -> Text:
    """Return what an entry changed, in the words of its form."""
    if entry.section == "record":
        return _REOPENED
    section = forms.form(entry.form).section(entry.section)
    names = {item.name: item.label for item in section.items}
    label = names.get(entry.item) or names.get(entry.item.partition(".")[0]) or section.title
    if section.rows is not None:
        row = section.rows.row(entry.row).text
        return Text(f"{row.en}, {label.en}", f"{row.es}, {label.es}")
    if section.repeating and entry.row:
        return Text(f"{label.en}, row {entry.row}", f"{label.es}, fila {entry.row}")
    return label
