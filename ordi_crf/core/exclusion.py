"""Exclusion criteria of the registry record (ClinicalTrials.gov NCT01408199), answered from data.

E1 to E10 in its order; E5 has a module of its own. "< 1500 x 10E9" leucocytes is impossible and is
read as 1.5 × 10⁹/L. Antibodies to the core of hepatitis B alone are no hepatitis B, but a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from ordi_crf.core import units
from ordi_crf.core.chart import Chart, Evidence
from ordi_crf.core.criteria import Answer, Caution, Clause, met_when_any, no, yes
from ordi_crf.core.inclusion import pregnancy
from ordi_crf.core.screening_period import in_period
from ordi_crf.forms.labs import SAMPLE
from ordi_crf.forms.schema import Text

PLATELETS, LEUCOCYTES = Decimal(30), Decimal("1.5")
"""10⁹/L; only what lies below excludes (registry record, exclusion 2)."""
CONTRACEPTION = timedelta(weeks=4)
"""How long before the first dose contraception starts (EU SmPC of lenalidomide, 4.4)."""
APL = ("LA", "ACL", "AB2GP1")
"""Lupus anticoagulant, anticardiolipin, anti-β2-glycoprotein I."""
INFECTIONS = (("HIV", "HIV"), ("HBV", "HBSAG"), ("HCV", "HCVAB"))
"""Conditions asked by name, each with the serology that shows it."""


def pregnancy_prevention(chart: Chart) -> Answer:
    """Return E1: pregnancy, breastfeeding or inadequate contraception; of men, of the partner."""
    sex = chart.find("DM", "dm", "", "SEX")
    if sex.value == "M":
        return met_when_any("E1", [no(chart.find("RP", "rp", "", "RPPARTN"))])
    feeding = yes(chart.find("RP", "rp", "", "RPBF"))
    clauses = [*pregnancy(chart), feeding, _inadequate(chart)]
    return met_when_any("E1", clauses, *_started_late(chart))


def cytopenia(chart: Chart) -> Answer:
    """Return E2: severe thrombocytopenia or leucopenia, known before or found at screening."""
    known = yes(chart.find("MH", "mh_asked", "CYTOPEN", "MHOCCUR"))
    counts = [_below(chart, "PLAT", PLATELETS), _below(chart, "WBC", LEUCOCYTES)]
    found = known.holds is not True and any(clause.holds for clause in counts)
    doubt = Caution(
        "IE.CYTOPEN",
        Text(
            "Found now, but not known for 30 days: repeat the count, or say why it excludes.",
            "Hallada ahora, pero no conocida desde hace 30 días: repita el recuento o explique "
            "por qué excluye.",
        ),
    )
    return met_when_any("E2", [*counts, known], *([doubt] if found else []))


def thrombosis(chart: Chart) -> Answer:
    """Return E3: previous arterial or venous thrombosis."""
    return met_when_any("E3", _history(chart, "ATE", "VTE"))


def antiphospholipid(chart: Chart) -> Answer:
    """Return E4: any antiphospholipid antibody, or the syndrome."""
    serology = [_positive(chart.find("SE", "se", test, "SERES")) for test in APL]
    return met_when_any("E4", [*serology, *_history(chart, "APS")])


def renal_disease(chart: Chart) -> Answer:
    """Return E6: progressive renal disease."""
    return met_when_any("E6", _history(chart, "RENALPRG"))


def no_consent(chart: Chart) -> Answer:
    """Return E7: no written consent, or consent later than the screening visit."""
    given = chart.find("IC", "ic", "", "ICYN")
    if given.value != "Y":
        return met_when_any("E7", [no(given)])
    dated = chart.find("IC", "ic", "", "RFICDAT")
    held = chart.find("SV", "sv", "", "VISDAT")
    if dated.value is None or chart.screened is None:
        missing = dated if dated.value is None else held
        return met_when_any("E7", [no(given), Clause(None, missing.says, (missing,))])
    late = dated.value > chart.screened
    says = Text(
        f"consent of {dated.value}, {'after' if late else 'not after'} the screening visit of "
        f"{chart.screened}",
        f"consentimiento del {dated.value}, {'posterior' if late else 'no posterior'} a la visita "
        f"de selección del {chart.screened}",
    )
    return met_when_any("E7", [no(given), Clause(late, says, (dated,))])


def systemic_flare(chart: Chart) -> Answer:
    """Return E8: a concomitant systemic flare that may need other treatment."""
    return met_when_any("E8", _history(chart, "SYSFLARE"))


def interference(chart: Chart) -> Answer:
    """Return E9: psychiatric or social disease that may interfere."""
    return met_when_any("E9", _history(chart, "PSYCH", "SOCIAL"))


def infection(chart: Chart) -> Answer:
    """Return E10: HIV, hepatitis B or hepatitis C, by history or serology."""
    clauses = []
    for condition, test in INFECTIONS:
        clauses += _history(chart, condition)
        clauses.append(_positive(chart.find("SE", "se", test, "SERES")))
    return met_when_any("E10", clauses, *_core_antibody(chart))


def _history(chart: Chart, *conditions: str) -> list[Clause]:
    return [yes(chart.find("MH", "mh_asked", name, "MHOCCUR")) for name in conditions]


def _positive(evidence: Evidence) -> Clause:
    """Return the clause that a serology is positive; an indeterminate one decides nothing."""
    known = evidence.value in ("POSITIVE", "NEGATIVE")
    return Clause(evidence.value == "POSITIVE" if known else None, evidence.says, (evidence,))


def _below(chart: Chart, test: str, limit: Decimal) -> Clause:
    """Return the clause that the last count before treatment lies below a limit."""
    evidence = chart.find("LB", "lb", test, "LBORRES")
    record = chart.records.get(evidence.key)
    found = None if record is None else units.result(record, test)
    if evidence.value is not None and found is None:
        unit = Text("unit not stated", "unidad sin indicar")
        says = Text(f"{evidence.says.en}, {unit.en}", f"{evidence.says.es}, {unit.es}")
        return Clause(None, says, (replace(evidence, says=says),))
    below = Clause(None if found is None else found.below(limit), evidence.says, (evidence,))
    if record is None or evidence.value is None:
        return below
    return in_period(chart, below, record.values(SAMPLE)["LBDAT"] or evidence.on)


def _inadequate(chart: Chart) -> Clause:
    """Return the clause that contraception is inadequate; without potential none is needed."""
    potential = chart.find("RP", "rp", "", "RPWOCBP")
    if potential.value == "Y":
        return no(chart.find("RP", "rp", "", "RPADEQ"))
    if potential.value is None:
        return Clause(None, potential.says, (potential,))
    why = chart.find("RP", "rp", "", "RPREASND")
    # A woman is not without childbearing potential for being a man.
    known = why.value not in (None, "MALE")
    return Clause(False if known else None, why.says, (potential, why))


def _started_late(chart: Chart) -> Iterator[Caution]:
    """Yield the doubt about contraception that began less than 4 weeks before the first dose."""
    began = chart.find("RP", "rp", "", "RPCONST").value
    dose = chart.first_dose
    if dose is None or began is None:
        return
    needed = (date.fromisoformat(dose) - CONTRACEPTION).isoformat()
    if began > needed[: len(began)]:
        yield Caution(
            "IE.CONTRACEPTION",
            Text(
                "Contraception began on {began}, less than 4 weeks before the first dose.",
                "La anticoncepción empezó el {began}, menos de 4 semanas antes de la primera "
                "dosis.",
            ).format(began=began),
        )


def _core_antibody(chart: Chart) -> Iterator[Caution]:
    """Yield the doubt that antibodies to the core without surface antigen leave."""
    core = chart.find("SE", "se", "HBCAB", "SERES").value
    surface = chart.find("SE", "se", "HBSAG", "SERES").value
    if core == "POSITIVE" and surface != "POSITIVE":
        yield Caution(
            "IE.HBC",
            Text(
                "Anti-HBc alone is positive: past or occult hepatitis B? Say how it was excluded.",
                "Solo anti-HBc es positivo: ¿hepatitis B pasada u oculta? Indique cómo se "
                "descartó.",
            ),
        )
