"""Summaries and proportions, exact: integers and Fractions until they are shown.

The interval of a proportion is Clopper and Pearson's (Biometrika 1934;26:404-13). Its limits are
found by bisection on the binomial tail in whole numbers, so that no rounding enters: each limit
lies within 2^-40 (less than 1e-12) of the true one, on the outer side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import comb

_BITS = 40
_TAIL = Fraction(1, 40)
"""2.5 % on either side."""
_DIGITS = 50


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list of numbers amounts to; the variance is the sample's, None for one number."""

    n: int
    mean: Fraction
    variance: Fraction | None
    median: Fraction
    least: Fraction
    most: Fraction

    def sd(self, places: int = 2) -> str:
        """Return the sample standard deviation as digits, empty for a single number."""
        return "" if self.variance is None else digits(_root(self.variance), places)


@dataclass(frozen=True, slots=True)
class Proportion:
    """A count out of a number; without anyone to count among it cannot be estimated."""

    n: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.n <= self.of:
            raise ValueError(f"{self.n} out of {self.of} is not a proportion.")

    @property
    def percent(self) -> Fraction | None:
        """Return the percentage, None when there is nobody to count among."""
        return Fraction(100 * self.n, self.of) if self.of else None

    @property
    def interval(self) -> tuple[Fraction, Fraction] | None:
        """Return the 95 % interval of Clopper and Pearson in per cent."""
        if not self.of:
            return None
        low, high = clopper_pearson(self.n, self.of)
        return 100 * low, 100 * high


def summary(values: Sequence[int | Fraction]) -> Summary | None:
    """Return the summary of numbers, None when there are none."""
    if not values:
        return None
    ordered = sorted(map(Fraction, values))
    n = len(ordered)
    mean = sum(ordered, Fraction(0)) / n
    squares = sum(((value - mean) ** 2 for value in ordered), Fraction(0))
    median = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    return Summary(n, mean, squares / (n - 1) if n > 1 else None, median, ordered[0], ordered[-1])


def clopper_pearson(n: int, of: int) -> tuple[Fraction, Fraction]:
    """Return the exact 95 % interval of a proportion, as fractions of 1."""
    if not 0 <= n <= of or not of:
        raise ValueError(f"{n} out of {of} is not a proportion.")
    one = 1 << _BITS
    low = _last(lambda p: _at_least(n, of, p) <= _TAIL) if n else 0
    high = one - _last(lambda q: _at_least(of - n, of, q) <= _TAIL) if n < of else one
    return Fraction(low, one), Fraction(high, one)


def digits(value: Fraction | Decimal, places: int) -> str:
    """Return a number rounded half up (away from zero) to decimal places."""
    with localcontext() as context:
        context.prec = _DIGITS
        exact = (
            Decimal(value.numerator) / Decimal(value.denominator)
            if isinstance(value, Fraction)
            else value
        )
        return f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _root(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()


def _at_least(k: int, of: int, p: int) -> Fraction:
    """Return the probability of k or more out of `of` when each has p / 2^40."""
    q = (1 << _BITS) - p
    return Fraction(
        sum(comb(of, i) * p**i * q ** (of - i) for i in range(k, of + 1)), 1 << (_BITS * of)
    )


def _last(holds: Callable[[int], bool]) -> int:
    """Return the last step of 2^40 for which a condition holds that holds from 0 on."""
    low, high = 0, 1 << _BITS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
