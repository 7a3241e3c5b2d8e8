"""Rows as a table of text, with what is over its bar marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.measuring import Row, Unit

_HEAD = ("", "ours", "baseline", "ratio (quartiles)", "bar", "")


def table(rows: Sequence[Row]) -> str:
    """Return rows as lines of text, and under them what is to be said about them."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(_HEAD))]
    text = ["  ".join(_fitted(line, widths)).rstrip() for line in lines]
    text.insert(1, "-" * max(map(len, text)))
    text += [f"{row.name}: {row.note}" for row in rows if row.note]
    return "\n".join(text)


def _fitted(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for n, (cell, width) in enumerate(zip(line, widths, strict=True)):
        yield cell.rjust(width) if 0 < n < len(_HEAD) - 1 else cell.ljust(width)


def _cells(row: Row) -> tuple[str, ...]:
    ratio = row.ratio
    return (
        row.name,
        _amount(row.ours, row.unit),
        _amount(row.baseline, row.unit),
        f"{_figures(ratio.middle)} ({_figures(ratio.low)}-{_figures(ratio.high)})",
        "" if row.bar is None else f"< {_amount(row.bar, row.unit)}",
        "" if row.bar is None else "OVER" if row.over else "ok",
    )


def _amount(value: float, unit: Unit) -> str:
    if unit is Unit.MEGABYTES:
        return f"{value:.0f} MB"
    if value >= 1:
        return f"{_figures(value)} s"
    return f"{_figures(value * 1e3)} ms"


def _figures(value: float) -> str:
    """Return a number with three significant figures and no exponent."""
    places = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{places}f}"
