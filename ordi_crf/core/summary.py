"""The outcome summary as printed: the publication's figures, then each outcome by its readings.

Percentages come with the exact 95 % interval of Clopper and Pearson; sample standard deviations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ordi_crf import study
from ordi_crf.core import measures, stats
from ordi_crf.core.courses import Course, courses
from ordi_crf.core.derived import derive, visit_date
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.painted import Painted
from ordi_crf.core.periods import FIRST, SCREENING
from ordi_crf.core.phrases import (
    NONE,
    bounds,
    decimal,
    filled,
    joined,
    listed,
    moments,
    plain,
    share,
    spread,
)
from ordi_crf.core.readings import Estimate, Outcome, Proof, shares
from ordi_crf.core.records import RecordKey, StudyData
from ordi_crf.core.stats import Proportion
from ordi_crf.core.surface import THRESHOLD, above_threshold
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.schema import Language, Text


def summary(data: StudyData, painted: Mapping[RecordKey, Painted], language: Language) -> list[str]:
    """Return the lines of the summary; the first says so when the study is synthetic."""
    people = courses(data)
    treated = [course for course in people if course.day_1 is not None]
    texts = [*_who(data, treated), *_surface(painted, treated), *_course(treated)]
    for outcome in outcomes(people):
        texts += _outcome(outcome)
    return [text.in_(language) for text in texts]


def _who(data: StudyData, treated: Sequence[Course]) -> Iterator[Text]:
    if data.synthetic:
        yield Text(
            "SYNTHETIC DEMONSTRATION STUDY: invented people, no patient data.",
            "ESTUDIO SINTÉTICO DE DEMOSTRACIÓN: personas inventadas, sin datos de pacientes.",
        )
    sexes, ages = [], []
    for course in treated:
        record = data.record(course.subject, SCREENING, "DM")
        if record is None:
            continue
        sexes.append(record.values(DEMOGRAPHICS)["SEX"])
        age = derive(record, screened=visit_date(data, course.subject, SCREENING))["AGE"]
        ages += [age] if isinstance(age, int) else []
    yield filled(
        Text(
            "Treated: {n} subjects, {women} of them women; age: {age}",
            "Tratados: {n} pacientes, {women} de ellos mujeres; edad: {age}",
        ),
        n=plain(len(treated)),
        women=plain(sexes.count("F")),
        age=spread(stats.summary(ages)),
    )


def _surface(painted: Mapping[RecordKey, Painted], treated: Sequence[Course]) -> Iterator[Text]:
    above, known = [], 0
    for course in treated:
        keys = [RecordKey(course.subject, visit, "BM") for visit in (FIRST, SCREENING)]
        figures = next((painted[key] for key in keys if key in painted), None)
        known += figures is not None
        if figures is not None and above_threshold(figures.active.total):
            above.append(plain(str(course.subject)))
    yield filled(
        Text(
            "Active lesions on more than {limit} % of the body surface at baseline: {share}: {who}",
            "Lesiones activas en más del {limit} % de la superficie corporal al inicio: "
            "{share}: {who}",
        ),
        limit=plain(int(THRESHOLD)),
        share=share(Proportion(len(above), known)),
        who=listed(above),
    )


def _course(treated: Sequence[Course]) -> Iterator[Text]:
    for label, visit in (
        (Text("CLASI activity at baseline: ", "Actividad CLASI al inicio: "), None),
        (Text("CLASI activity at week 2: ", "Actividad CLASI en la semana 2: "), "W2"),
    ):
        yield joined((label, moments(measures.activity(treated, visit))))
    yield joined(
        (
            Text("Below baseline at week 2: ", "Por debajo del valor basal en la semana 2: "),
            share(measures.improved(treated, "W2").proportion),
        )
    )
    yield joined(
        (
            Text("Weeks from withdrawal to the flare: ", "Semanas de la retirada al brote: "),
            spread(measures.weeks_to_flare(treated)),
        )
    )
    yield joined(
        (
            Text("Stopped for an adverse event: ", "Retirados por acontecimiento adverso: "),
            listed(plain(str(subject)) for subject in measures.withdrawn(treated)),
        )
    )
    found = measures.follow_up(treated)
    told = Text("mean {mean} ({range})", "media {mean} ({range})")
    yield joined(
        (
            Text("Follow-up in months: ", "Seguimiento en meses: "),
            NONE
            if found is None
            else filled(told, mean=decimal(found.mean, 1), range=bounds(found, 1)),
        )
    )


def _outcome(outcome: Outcome) -> Iterator[Text]:
    """Yield the headline, its proofs, whom it leaves out and why, then each other reading."""
    found = outcome.headline
    yield joined((plain(f"{outcome.oid} "), outcome.title, plain(": "), _told(outcome, found)))
    yield joined((Text("   first seen: ", "   primera vez: "), _proofs(found.first)))
    for words, people in (
        (Text("   not known: ", "   sin dato: "), found.unknown),
        (Text("   not evaluable: ", "   no evaluables: "), found.not_evaluable),
    ):
        if people:
            named = (joined((plain(f"{m.subject} "), m.why.value)) for m in people)
            yield joined((words, listed(named)))
    for other in outcome.estimates[1:]:
        yield joined((plain(f"   {other.oid} "), other.reading, plain(": "), _told(outcome, other)))


def _told(outcome: Outcome, found: Estimate) -> Text:
    """Return a reading by both denominators, or by the one where they are the same people."""
    assessed, everyone = shares(found)
    whom = outcome.whom(found)
    of_assessed = filled(_OF, share=assessed, who=whom[0])
    if found.of_assessed == found.of_all:
        return of_assessed
    return joined((of_assessed, filled(_OF, share=everyone, who=whom[1])), "; ")


_OF = Text("{share} [{who}]", "{share} [{who}]")


def _proofs(found: Iterable[Proof]) -> Text:
    known = [joined((plain(_place(proof)), proof.said)) for proof in found]
    return joined(known, "; ") if known else NONE


def _place(proof: Proof) -> str:
    """Return subject, visit and date, each with a space after it."""
    key = proof.record
    visit = "" if key.visit == study.LOG.code else f"{key.visit} "
    return f"{key.subject} {visit}{proof.on or '?'} "
