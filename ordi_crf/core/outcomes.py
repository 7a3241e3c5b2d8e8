"""The outcome summary as printed: one sentence for each measure, with the visits that prove it.

Percentages come with the exact 95 % interval of Clopper and Pearson; sample standard deviations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from ordi_crf.core import measures, stats
from ordi_crf.core.derived import derive, visit_date
from ordi_crf.core.histories import FIRST, SCREENING, History, histories
from ordi_crf.core.measures import Evidence, Response
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import RecordKey, StudyData
from ordi_crf.core.stats import Proportion, Summary, digits
from ordi_crf.core.surface import THRESHOLD, above_threshold
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.schema import Language, Text

NONE = Text("none", "ninguno")
NOT_ESTIMABLE = Text("not estimable", "no estimable")


def summary(data: StudyData, painted: Mapping[RecordKey, Painted], language: Language) -> list[str]:
    """Return the lines of the summary; the first says so when the study is synthetic."""
    treated = [h for h in histories(data) if h.treated]
    texts = [*_who(data, treated), *_surface(painted, treated), *_activity(treated)]
    texts += [*_response(treated), *_flare(treated), *_safety(treated), *_followed(treated)]
    return [text.in_(language) for text in texts]


def _who(data: StudyData, treated: Sequence[History]) -> Iterator[Text]:
    if data.synthetic:
        yield Text(
            "SYNTHETIC DEMONSTRATION STUDY: invented people, no patient data.",
            "ESTUDIO SINTÉTICO DE DEMOSTRACIÓN: personas inventadas, sin datos de pacientes.",
        )
    sexes, ages = [], []
    for history in treated:
        record = data.record(history.subject, SCREENING, "DM")
        if record is None:
            continue
        sexes.append(record.values(DEMOGRAPHICS)["SEX"])
        age = derive(record, screened=visit_date(data, history.subject, SCREENING))["AGE"]
        ages += [age] if isinstance(age, int) else []
    yield _both(
        Text(
            "Treated: {n} subjects, {women} of them women; age: ",
            "Tratados: {n} sujetos, {women} de ellos mujeres; edad: ",
        ).format(n=len(treated), women=sexes.count("F")),
        _spread(stats.summary(ages)),
    )


def _surface(painted: Mapping[RecordKey, Painted], treated: Sequence[History]) -> Iterator[Text]:
    above, known = [], 0
    for history in treated:
        keys = [RecordKey(history.subject, visit, "BM") for visit in (FIRST, SCREENING)]
        figures = next((painted[key] for key in keys if key in painted), None)
        known += figures is not None
        if figures is not None and above_threshold(figures.active.total):
            above.append(history.subject)
    yield _both(
        Text(
            "Active lesions on more than {limit} % of the body surface at baseline: ",
            "Lesiones activas en más del {limit} % de la superficie corporal al inicio: ",
        ).format(limit=int(THRESHOLD)),
        _share(Proportion(len(above), known)),
        _plain(": "),
        _listed(map(str, above)),
    )


def _activity(treated: Sequence[History]) -> Iterator[Text]:
    for label, visit in (
        (Text("CLASI activity at baseline: ", "Actividad CLASI al inicio: "), None),
        (Text("CLASI activity at week 2: ", "Actividad CLASI en la semana 2: "), "W2"),
    ):
        yield _both(label, _moments(measures.activity(treated, visit)))
    better = measures.improved(treated, "W2")
    n = sum(h.at("W2") is not None for h in treated)
    yield _both(
        Text("Below baseline at week 2: ", "Por debajo del inicio en la semana 2: "),
        _share(Proportion(len(better), n)),
    )


def _response(treated: Sequence[History]) -> Iterator[Text]:
    by_month_3 = measures.complete_response(treated, 3)
    found = measures.complete_response(treated)
    later = [e for e in found.evidence if e not in by_month_3.evidence]
    yield _both(
        Text(
            "Complete response (CLASI activity 0) by month 3: ",
            "Respuesta completa (actividad CLASI 0) hasta el mes 3: ",
        ),
        _shares(by_month_3),
    )
    yield _both(
        Text("First seen with activity 0: ", "Primera actividad 0: "), _proof(by_month_3.evidence)
    )
    yield _both(
        Text("Complete response at any time: ", "Respuesta completa en cualquier momento: "),
        _shares(found),
        Text("; later than month 3: ", "; después del mes 3: "),
        _proof(later),
    )
    yield _both(
        Text(
            "Not evaluable (drug withdrawn for an adverse event before any response): ",
            "No evaluables (fármaco retirado por acontecimiento adverso antes de responder): ",
        ),
        _listed(map(str, found.not_evaluable)),
    )


def _shares(found: Response) -> Text:
    """Return a response by both denominators."""
    return _both(
        _share(found.of_evaluable),
        Text(" of the evaluable; ", " de los evaluables; "),
        _share(found.of_treated),
        Text(" of the treated", " de los tratados"),
    )


def _flare(treated: Sequence[History]) -> Iterator[Text]:
    found = measures.flare_after_withdrawal(treated)
    yield _both(
        Text(
            "Cutaneous flare (CLASI activity 2 or more) after withdrawal, previous responders: ",
            "Brote cutáneo (actividad CLASI de 2 o más) tras la retirada, con respuesta previa: ",
        ),
        _share(found.proportion),
    )
    yield _both(Text("First flare: ", "Primer brote: "), _proof(found.evidence))
    yield _both(
        Text("Weeks from the last dose to the flare: ", "Semanas de la última dosis al brote: "),
        _spread(found.weeks),
    )


def _safety(treated: Sequence[History]) -> Iterator[Text]:
    found = measures.side_effects(treated)
    named = [f"{subject} {event.term} ({event.grade})" for subject, event in found.events]
    yield _both(
        Text(
            "Side effects within 12 months (term, grade): ",
            "Efectos secundarios en 12 meses (término, grado): ",
        ),
        _share(found.proportion),
        _plain(": "),
        _listed(named),
    )
    yield _both(
        Text("Stopped for an adverse event: ", "Retirados por acontecimiento adverso: "),
        _listed(map(str, found.withdrawn)),
    )


def _followed(treated: Sequence[History]) -> Iterator[Text]:
    found = measures.follow_up(treated)
    yield _both(
        Text("Follow-up in months: ", "Seguimiento en meses: "),
        NONE
        if found is None
        else Text("mean {mean} ({range})", "media {mean} ({range})").format(
            mean=digits(found.mean, 1), range=_range(found, 1)
        ),
    )


def _both(*parts: Text) -> Text:
    """Return parts of a sentence joined in both languages."""
    return Text("".join(p.en for p in parts), "".join(p.es for p in parts))


def _plain(text: str) -> Text:
    return Text(text, text)


def _listed(names: Iterable[str]) -> Text:
    joined = ", ".join(names)
    return _plain(joined) if joined else NONE


def _proof(evidence: Sequence[Evidence]) -> Text:
    return _listed(f"{e.subject} {e.record.visit} {e.on}" for e in evidence)


def _share(found: Proportion) -> Text:
    """Return a proportion with percentage and interval, never 0 % of nobody."""
    percent, interval = found.percent, found.interval
    if percent is None or interval is None:
        return NOT_ESTIMABLE
    low, high = (digits(limit, 1) for limit in interval)
    return Text(
        "{n} of {of} = {percent} % (95 % CI {low}-{high})",
        "{n} de {of} = {percent} % (IC 95 % {low}-{high})",
    ).format(n=found.n, of=found.of, percent=digits(percent, 1), low=low, high=high)


def _moments(found: Summary | None) -> Text:
    if found is None:
        return NONE
    return Text(
        "n = {n}, mean {mean}, SD {sd}, median {median} ({range})",
        "n = {n}, media {mean}, DE {sd}, mediana {median} ({range})",
    ).format(
        n=found.n, mean=digits(found.mean, 2), sd=found.sd(), median=_number(found.median),
        range=_range(found, 0),
    )  # fmt: skip


def _spread(found: Summary | None) -> Text:
    if found is None:
        return NONE
    return Text("median {median} ({range})", "mediana {median} ({range})").format(
        median=_number(found.median), range=_range(found, 0)
    )


def _number(value: Fraction) -> str:
    return digits(value, 0 if value.denominator == 1 else 1)


def _range(found: Summary, places: int) -> str:
    return f"{digits(found.least, places)}-{digits(found.most, places)}"
