"""Sentences put together in both languages: parts joined, placeholders filled, decimals as written.

A number has a point in English and a comma in Spanish.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from ordi_crf.core.stats import Proportion, Summary, digits
from ordi_crf.forms.schema import Language, Text

NONE = Text("none", "ninguno")
NOT_ESTIMABLE = Text("not estimable", "no estimable")


def plain(words: str | int) -> Text:
    """Return words that are the same in both languages: ids, whole numbers."""
    return Text(str(words), str(words))


def days(n: int) -> Text:
    """Return a number of days."""
    return Text("1 day", "1 día") if n == 1 else Text(f"{n} days", f"{n} días")


def decimal(value: Fraction | Decimal, places: int) -> Text:
    """Return a number rounded half up, with the sign of each language before its decimals."""
    return localized(digits(value, places))


def localized(number: str) -> Text:
    """Return digits written with a point as each language writes them."""
    return Text(number, number.replace(".", ","))


def filled(template: Text, **parts: Text) -> Text:
    """Return a wording with its placeholders filled, each in its language."""
    en, es = (
        {name: part.in_(language) for name, part in parts.items()}
        for language in (Language.EN, Language.ES)
    )
    return Text(template.en.format(**en), template.es.format(**es))


def joined(parts: Iterable[Text], between: str = "") -> Text:
    """Return parts of a sentence one after the other."""
    known = list(parts)
    return Text(between.join(p.en for p in known), between.join(p.es for p in known))


def listed(parts: Iterable[Text]) -> Text:
    """Return a list with commas; of nothing, the word for it."""
    known = list(parts)
    return joined(known, ", ") if known else NONE


def percent(found: Proportion) -> Text:
    """Return the percentage without its sign; of nobody, that it is not estimable."""
    return NOT_ESTIMABLE if found.percent is None else decimal(found.percent, 1)


def interval(found: Proportion) -> Text:
    """Return the exact 95 % interval in per cent, empty of nobody."""
    if found.interval is None:
        return plain("")
    return joined((decimal(limit, 1) for limit in found.interval), "-")


def share(found: Proportion) -> Text:
    """Return n of N, percentage and exact 95 % interval; never 0 % of nobody."""
    if not found.of:
        return NOT_ESTIMABLE
    return filled(
        Text(
            "{n} of {of} = {percent} % (95 % CI {interval})",
            "{n} de {of} = {percent} % (IC 95 % {interval})",
        ),
        n=plain(found.n),
        of=plain(found.of),
        percent=percent(found),
        interval=interval(found),
    )


def moments(found: Summary | None) -> Text:
    """Return n, mean, standard deviation, median and range of whole numbers."""
    if found is None:
        return NONE
    return filled(
        Text(
            "n = {n}, mean {mean}, SD {sd}, median {median} ({range})",
            "n = {n}, media {mean}, DE {sd}, mediana {median} ({range})",
        ),
        n=plain(found.n),
        mean=decimal(found.mean, 2),
        sd=localized(found.sd()),
        median=whole(found.median),
        range=bounds(found, 0),
    )


def spread(found: Summary | None) -> Text:
    """Return median and range of whole numbers."""
    if found is None:
        return NONE
    template = Text("median {median} ({range})", "mediana {median} ({range})")
    return filled(template, median=whole(found.median), range=bounds(found, 0))


def whole(value: Fraction) -> Text:
    """Return a number without decimals where it has none, else with one."""
    return decimal(value, 0 if value.denominator == 1 else 1)


def bounds(found: Summary, places: int) -> Text:
    """Return the least and the most of a summary."""
    return joined((decimal(value, places) for value in (found.least, found.most)), "-")
