"""Casebooks, verified by the digest at their end and, where the study is at hand, by their data.

The digest tells a file that was changed from one that was not; it is no signature. The study's
trail, replayed up to the entry that the casebook names, tells whether the forms said what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ordi_crf.core.canonical import content_digest
from ordi_crf.core.deidentification.profile import is_reduced
from ordi_crf.export import seal
from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import Problem, Report, UnreadableError
from ordi_crf.verify.trust import Trust

KIND = Text("Casebook", "Cuaderno de recogida de datos")
_LARGEST = 512 << 20
"""Bytes of a PDF that are read; a casebook with photographs has some tens of millions."""


def verify(path: Path, trust: Trust) -> Report:
    """Return what verifying a casebook came to; UnreadableError for what is none of ours."""
    content = _content(path)
    facts = seal.facts(content)
    if facts is None:
        raise UnreadableError(_NOT_OURS.format(name=path.name))
    report = Report(KIND, path.name)
    report.facts = [
        (Text("Subject", "Paciente"), facts.get("subject", "")),
        (Text("Export", "Exportación"), facts.get("export", "")),
        (Text("Made (UTC)", "Fecha (UTC)"), facts.get("at", "")),
        (Text("Audit head", "Último hash"), facts.get("head", "")),
    ]
    if not seal.holds(content):
        report.problems.append(Problem(_CHANGED))
        return report
    report.holds.append(_WHOLE)
    if trust.data is None:
        report.notes.append(_ALONE)
    else:
        _hold_against(report, trust, facts)
    return report


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableError(_NOT_OURS.format(name=path.name))
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(_UNREAD.format(name=path.name)) from error


def _hold_against(report: Report, trust: Trust, facts: Mapping[str, str]) -> None:
    """Hold a casebook against the study as it was at the entry that it names."""
    head, subjects = facts.get("head", ""), facts.get("subject", "").split(", ")
    past = trust.at(head)
    if past is None and is_reduced(facts.get("export", "")):
        report.notes.append(REDUCED)
        return
    if past is None:
        report.problems.append(Problem(_ELSEWHERE.format(head=head[:12])))
        return
    last, told = past
    mine = [r for key, r in told.records.items() if key.subject.subjid in subjects]
    if content_digest(mine) == facts.get("data"):
        report.holds.append(_AGREES.format(n=last))
    else:
        report.problems.append(Problem(_DIFFERS.format(n=last)))


REDUCED = Text(
    "It was reduced to leave, so it is not held against the study: its own trail was chained anew.",
    "Se redujo para salir, por lo que no se coteja con el estudio: su auditoría se encadenó de "
    "nuevo.",
)
_NOT_OURS = Text(
    "{name} is no casebook of ORDI CRF, or its end was cut off.",
    "{name} no es un cuaderno de ORDI CRF o le falta el final.",
)
_UNREAD = Text("{name} cannot be read.", "{name} no se puede leer.")
_CHANGED = Text(
    "The file was changed after it was made: its bytes are not those of its SHA-256.",
    "El archivo se ha cambiado después de crearse: sus bytes no son los de su SHA-256.",
)
_WHOLE = Text(
    "The file is the one that was made, to the last byte.",
    "El archivo es el que se creó, hasta el último byte.",
)
_ALONE = Text(
    "A PDF alone cannot prove what it says: verify it in its signed package, or with the study.",
    "Un PDF solo no puede probar lo que dice: verifíquelo en su paquete firmado o con el estudio.",
)
_ELSEWHERE = Text(
    "The audit trail of the study does not hold {head}…, from which the file says it was made.",
    "La auditoría del estudio no contiene {head}…, del que el archivo dice proceder.",
)
_AGREES = Text(
    "The forms said this when it was made: the study replayed to entry {n} has the same digest.",
    "Los formularios decían esto al crearse: el estudio hasta la entrada {n} da el mismo resumen.",
)
_DIFFERS = Text(
    "The forms did not say this when it was made: the study replayed to entry {n} differs.",
    "Los formularios no decían esto al crearse: el estudio hasta la entrada {n} es distinto.",
)
