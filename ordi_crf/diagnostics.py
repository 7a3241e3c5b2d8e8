"""What the program writes down about itself, and never about patients.

The log names times, places in the program and kinds of errors. Texts that come from the study, in
messages or in the words of an exception, are left out before anything is written.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from copy import copy
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

_LARGEST, _KEPT = 500_000, 4
"""Bytes of a log file before the next one begins, and how many earlier ones are kept."""
_LEFT_OUT = "…"
_PLAIN = (int, float, bool, type(None), type)
"""Kinds of values that are no words of anybody."""

Caught: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Trace:
    """An exception as the log may hold it, whoever else listens to the log."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __str__(self) -> str:
        return told(self._error)


class WithoutValues(logging.Formatter):
    """Writes messages without the texts in them, and exceptions without their words.

    Numbers, kinds and places in the program stay.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return a line of the log; what others do with the record is theirs."""
        mine = copy(record)
        # Another listener may have written the words of the exception into it.
        mine.exc_text = None
        if isinstance(record.args, dict):
            mine.args = {name: _harmless(value) for name, value in record.args.items()}
        elif record.args:
            mine.args = tuple(_harmless(value) for value in record.args)
        return super().format(mine)

    def formatException(self, ei: Caught) -> str:
        """Return where an exception came from."""
        return told(ei[1]) if ei[1] is not None else ""


def start_log(target: Path) -> bool:
    """Write the log to a file that makes room for itself; False where it cannot be written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            target, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=False
        )
    except OSError:
        return False
    handler.setFormatter(WithoutValues("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return True


def told(error: BaseException) -> str:
    """Return an exception, and what led to it, as kinds and places: no words, no values."""
    return "\n".join(_lines(error, set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _lines(before, seen)
        yield "which led to"
    yield f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    for frame in traceback.extract_tb(error.__traceback__):
        where = Path(frame.filename)
        # The folders of a computer name its people.
        yield f"  {where.parent.name}/{where.name}:{frame.lineno} in {frame.name}"


def _harmless(value: object) -> object:
    return value if isinstance(value, (*_PLAIN, Trace)) else _LEFT_OUT
