"""What can be wrong with a query, as sentences for the person at the desk."""

from __future__ import annotations

from ordi_crf.core.query import LIMIT
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text


class QueryError(StudyFileError):
    """A message was not added to a query; `message` is for the user."""


class QueryClosedError(QueryError):
    """The query was closed before."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                "Query {n} is closed. Reopen it first.",
                "La consulta {n} está cerrada. Reábrala primero.",
            ).format(n=number)
        )


class QueryOpenError(QueryError):
    """The query is open, so it cannot be opened again before it was answered."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                "Query {n} is open and waits for its answer.",
                "La consulta {n} está abierta y espera respuesta.",
            ).format(n=number)
        )


class UnknownQueryError(QueryError):
    """There is no query of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Text(
                "There is no query {n} in this study.", "No hay ninguna consulta {n} en el estudio."
            ).format(n=number)
        )


class NothingToAskError(QueryError):
    """A query is raised about a form that nobody has begun."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Nothing was entered in this form yet: raise the query at the visit's own form.",
                "Aún no se ha introducido nada en este formulario: plantee la consulta en el "
                "formulario de la visita.",
            )
        )


class NoWordsError(QueryError):
    """A message is blank, or longer than a message may be."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Write what you ask or answer, in at most {limit} characters.",
                "Escriba la pregunta o la respuesta, con {limit} caracteres como máximo.",
            ).format(limit=LIMIT)
        )
