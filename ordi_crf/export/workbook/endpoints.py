"""The six registered outcomes of each subject by every reading, with the records that prove them.

One row for each outcome, reading and subject. The proportions of `ENDPOINTS_SUMMARY` are counts of
these rows: EPMET = Y out of EPASSD = Y, and out of EPALL = Y.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ordi_crf import study
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.readings import Estimate, Judged, Outcome, Proof, State, Why
from ordi_crf.export.workbook.cells import Cell, yes
from ordi_crf.export.workbook.keys import SUBJECT
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, decoded, derived
from ordi_crf.export.workbook.source import Whole, subject_keys, visit_name
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Code, CodeList, Language, Text

REGISTERED = outcomes(())
"""The outcomes and their readings, judged of nobody: what the sheets are named and explained by."""


def coded(name: str, en: str, es: str, codes: CodeList) -> Variable:
    """Return a computed variable that holds a code."""
    return replace(derived(name, en, es, Type.CODE), codes=codes)


NUMBER = coded(
    "EPNUM",
    "Registered outcome",
    "Medida de resultado registrada",
    CodeList("EPNUM", tuple(Code(o.oid, o.title) for o in REGISTERED)),
)
READING = coded(
    "EPREAD",
    "Reading of the outcome",
    "Lectura de la medida",
    CodeList("EPREAD", tuple(Code(e.oid, e.reading) for o in REGISTERED for e in o.estimates)),
)
HEADLINE = coded("EPHEAD", "The reading reported first", "Lectura que se comunica primero", NY)
_STATES = CodeList("EPSTATE", tuple(Code(s.name, s.value) for s in State))
_REASONS = CodeList("EPWHY", tuple(Code(w.name, w.value) for w in Why))
_STATE = coded("EPSTATE", "What the outcome is", "Qué resulta la medida", _STATES)
_WHY = coded("EPWHY", "Why not known or not counted", "Motivo de no constar o no contar", _REASONS)
_MET = replace(
    coded("EPMET", "Outcome met", "Medida cumplida", NY),
    method=Text(
        "Y where a record meets the reading, N where none does, blank where it is not known or "
        "does not concern the subject.",
        "Y si un registro cumple la lectura, N si ninguno, en blanco si no se conoce o no procede.",
    ),
)
_DENOMINATORS = (
    coded("EPASSD", "In the first denominator", "En el primer denominador", NY),
    coded("EPALL", "In the second denominator", "En el segundo denominador", NY),
)
_PROOF = (
    derived("EPBASE", "Held against", "Comparado con", Type.TEXT),
    derived("EPSEEN", "What was looked at", "Lo que se examinó", Type.TEXT),
    derived("EPNPROOF", "Records that prove it", "Registros que lo prueban", Type.INTEGER),
    derived("EPPROOF", "All that prove it", "Todos los que lo prueban", Type.TEXT),
    derived("PRFORM", "First proof: form", "Primera prueba: formulario", Type.TEXT),
    derived("PRVISNUM", "First proof: visit number", "Primera prueba: n.º de visita", Type.NUMBER),
    derived("PRVISIT", "First proof: visit", "Primera prueba: visita", Type.TEXT),
    derived("PRREPEAT", "First proof: repeat", "Primera prueba: repetición", Type.INTEGER),
    derived("PRROW", "First proof: row of the form", "Primera prueba: fila", Type.TEXT),
    derived("PRDTC", "First proof: date", "Primera prueba: fecha", Type.DATE),
    derived("PRSAYS", "First proof: what it says", "Primera prueba: qué dice", Type.TEXT),
)


def endpoints_sheet() -> Sheet:
    """Return the sheet of outcomes by subject."""
    keys = (*SUBJECT, NUMBER, READING)
    variables = (
        *keys, decoded(READING), HEADLINE, _MET, _STATE, decoded(_STATE), _WHY, decoded(_WHY),
        *_DENOMINATORS, *_PROOF,
    )  # fmt: skip
    title = Text("Registered outcomes by subject", "Medidas de resultado por paciente")
    return Sheet("ENDPOINTS", title, variables, len(keys), whole=_lines, tests=tests(_MET))


def tests(variable: Variable) -> tuple[Variable, ...]:
    """Return what a variable is for each reading: its words, and the sentence it reads."""
    return tuple(
        replace(
            variable,
            label=e.reading,
            where=f"EPREAD = {e.oid}",
            method=_explained(o, e),
        )
        for o in REGISTERED
        for e in o.estimates
    )


def readings(whole: Whole) -> Iterator[tuple[Outcome, Estimate]]:
    """Yield every outcome with each of its readings, in order."""
    for outcome in outcomes(whole.courses):
        for estimate in outcome.estimates:
            yield outcome, estimate


def _explained(outcome: Outcome, found: Estimate) -> Text:
    """Return the registered sentence of an outcome, and whom the two denominators count."""
    assessed, everyone = outcome.whom(found)
    return Text(
        f"{outcome.oid} of {study.NCT}: {outcome.registered.en} EPASSD: {assessed.en}. "
        f"EPALL: {everyone.en}.",
        f"{outcome.oid} de {study.NCT}: {outcome.registered.es} EPASSD: {assessed.es}. "
        f"EPALL: {everyone.es}.",
    )


def _lines(whole: Whole) -> Iterator[Line]:
    language = whole.language
    for outcome, found in readings(whole):
        headline = yes(found.oid == outcome.headline.oid)
        name = (outcome.oid, found.oid, found.reading.in_(language), headline)
        for subject, judged in found.verdicts.items():
            yield (*subject_keys(whole.studyid, subject), *name, *_judged(judged, language))


def _judged(judged: Judged, language: Language) -> tuple[Cell, ...]:
    state, why = judged.state, judged.why
    met = {State.MET: True, State.NOT_MET: False}.get(state)
    return (
        yes(met), state.name, state.value.in_(language),
        why.name if why else None, why.value.in_(language) if why else None,
        yes(judged.counted and judged.assessed), yes(judged.counted),
        said(judged.basis, language), said(judged.examined, language),
        len(judged.evidence), said(judged.evidence, language),
        *_first(judged.evidence, language),
    )  # fmt: skip


def said(proofs: Iterable[Proof], language: Language) -> str | None:
    """Return what records say, each with visit and date; None of no record."""
    told = (
        f"{visit_name(p.record.visit, p.record.visit_repeat)[1]} {p.on or '?'}: "
        f"{p.said.in_(language)}"
        for p in proofs
    )
    return "; ".join(told) or None


def _first(evidence: tuple[Proof, ...], language: Language) -> tuple[Cell, ...]:
    if not evidence:
        return (None,) * 7
    proof = evidence[0]
    key = proof.record
    return (
        key.form, *visit_name(key.visit, key.visit_repeat), key.visit_repeat,
        proof.item[1] or None, proof.on.isoformat() if proof.on else None,
        proof.said.in_(language),
    )  # fmt: skip
