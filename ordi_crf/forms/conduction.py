"""EMG: nerve conduction study, at the onset and at the end of follow-up.

The registry's summary asks for an EMG at both. The sural sensory nerve action potential is the
measure of choice for thalidomide neuropathy; a fall against baseline tells a neuropathy, a single
amplitude does not.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    Limits,
    Number,
    Rule,
    Section,
    Severity,
    Text,
    Values,
    When,
)

CONCLUSION = coded(
    "NCSCONC",
    ("NORMAL", "Normal", "Normal"),
    (
        "ABNORMAL-NCS",
        "Abnormal, not clinically significant",
        "Anormal, no clínicamente significativo",
    ),
    ("ABNORMAL-CS", "Abnormal, clinically significant", "Anormal, clínicamente significativo"),
)


def _a_study_has_a_date(v: Values) -> bool:
    return v["NCSPERF"] != "Y" or v["NCSDAT"] is not None


def _amplitude(name: str, label: Text) -> Number:
    return Number(
        name,
        label,
        unit="µV",
        places=1,
        possible=Limits(D(0), D(100)),
        asked_when=When("NCSPERF", ("Y",)),
        hint=Text("0 when no response can be evoked.", "0 si no se obtiene respuesta."),
    )


STUDY = Section(
    "emg",
    Text("Nerve conduction", "Conducción nerviosa"),
    domain="NV",
    items=(
        Choice("NCSPERF", Text("Performed?", "¿Realizado?"), required=True, codes=NY),
        Date("NCSDAT", Text("Date", "Fecha"), asked_when=When("NCSPERF", ("Y",))),
        _amplitude("SNAPR", Text("Right sural SNAP", "SNAP sural derecho")),
        _amplitude("SNAPL", Text("Left sural SNAP", "SNAP sural izquierdo")),
        Choice(
            "NCSCONC",
            Text("Conclusion", "Conclusión"),
            required=True,
            codes=CONCLUSION,
            asked_when=When("NCSPERF", ("Y",)),
        ),
        FreeText("NCSCOM", Text("Comment", "Comentario"), lines=3, limit=1000),
    ),
    rules=(
        Rule(
            "EMG.DATE",
            _a_study_has_a_date,
            Text("Give the date of the study.", "Indique la fecha del estudio."),
            Severity.SOFT,
            item="NCSDAT",
        ),
    ),
)

FORM = Form(
    "EMG",
    Text("Nerve conduction study", "Estudio de conducción nerviosa"),
    (STUDY,),
    note=Text(
        "At screening and at the end of treatment; in between when there are symptoms. SNAP is the "
        "amplitude of the sensory nerve action potential.",
        "En la selección y al final del tratamiento; entre ambas, si hay síntomas. SNAP es la "
        "amplitud del potencial de acción sensitivo.",
    ),
)
