"""Answers to queries out of a file, judged before any of them is taken.

A line is refused, with the reason in a sentence, unless it answers exactly what was asked: the
number is known, the words of the question are the ones that were sent, and it still waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ordi_crf.core.query import LIMIT, Query, QueryState
from ordi_crf.core.records import RecordKey
from ordi_crf.forms.schema import Text

_NO_NUMBER = Text("“{said}” is no number of a query.", "«{said}» no es un número de consulta.")
_UNKNOWN = Text("There is no query {said} in this study.", "No hay ninguna consulta {said} aquí.")
_ELSEWHERE = Text(
    "Query {said} is about another form here: the file is of another study.",
    "La consulta {said} es de otro formulario: el archivo es de otro estudio.",
)
_CHANGED = Text(
    "The question is not the one that was sent: it was changed in the file, or asked anew since.",
    "La pregunta no es la que se envió: se cambió en el archivo o se ha vuelto a preguntar.",
)
_CLOSED = Text("The query is closed already.", "La consulta ya está cerrada.")
_ANSWERED = Text("The query is answered already.", "La consulta ya está respondida.")
_TWICE = Text("The query is answered twice in the file.", "La consulta aparece dos veces.")
_LONG = Text(
    "The answer is longer than {limit} characters.",
    "La respuesta tiene más de {limit} caracteres.",
).format(limit=LIMIT)


NUMBER, SUBJECT = Text("Query", "Consulta"), Text("Subject", "Paciente")
QUESTION, ANSWER = Text("Question", "Pregunta"), Text("Answer", "Respuesta")
ANSWERED_BY = Text("Answered by", "Respondida por")
COLUMNS = (NUMBER, SUBJECT, QUESTION, ANSWER, ANSWERED_BY)
"""The columns by which a workbook of queries is read back."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file that has an answer: where it stands, and what it says."""

    row: int
    number: str
    subject: str
    question: str
    answer: str
    by: str = ""
    """Who answered, where the file says so."""
    wrong: Text | None = None
    """Why a cell of the line cannot be read."""

    @property
    def text(self) -> str:
        """Return the answer with who gave it, as it goes into the query."""
        return f"{self.answer} ({self.by})" if self.by else self.answer


@dataclass(frozen=True, slots=True)
class Taken:
    """A line that answers an open query."""

    line: Line
    key: RecordKey
    query: Query


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that answers nothing, and why."""

    line: Line
    why: Text


def judged(
    lines: Iterable[Line], queries: Mapping[RecordKey, Sequence[Query]]
) -> tuple[list[Taken], list[Refused]]:
    """Return the lines that answer an open query, and those that do not with the reason."""
    known = {q.number: (key, q) for key, asked in queries.items() for q in asked}
    taken: list[Taken] = []
    refused: list[Refused] = []
    for line in lines:
        number = int(line.number) if line.number.isascii() and line.number.isdecimal() else None
        found = known.get(number) if number is not None else None
        if line.wrong is not None:
            refused.append(Refused(line, line.wrong))
        elif found is None:
            wording = _NO_NUMBER if number is None else _UNKNOWN
            refused.append(Refused(line, wording.format(said=line.number)))
        elif any(t.query.number == number for t in taken):
            refused.append(Refused(line, _TWICE))
        elif (why := _against(line, *found)) is not None:
            refused.append(Refused(line, why))
        else:
            taken.append(Taken(line, *found))
    return taken, refused


def _against(line: Line, key: RecordKey, query: Query) -> Text | None:
    """Return what speaks against taking a line, None when nothing does."""
    if line.subject != key.subject.subjid:
        return _ELSEWHERE.format(said=line.number)
    if query.state is QueryState.CLOSED:
        return _CLOSED
    if query.state is QueryState.ANSWERED:
        return _ANSWERED
    if _words(line.question) != _words(query.question.text):
        return _CHANGED
    return _LONG if len(line.text) > LIMIT else None


def _words(text: str) -> list[str]:
    """Return the words of a text: spreadsheets change line ends and spaces, not words."""
    return text.split()
