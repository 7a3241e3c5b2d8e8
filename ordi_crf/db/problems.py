"""Everything that can be wrong with a study file: its trail, its files, its rows and its pages."""

from __future__ import annotations

from ordi_crf.db import audit, digests, files, unread
from ordi_crf.db.connection import Connection
from ordi_crf.db.snapshot import snapshot
from ordi_crf.forms.schema import Text


def problems(connection: Connection, expected_head: str | None = None) -> list[Text]:
    """Return what is wrong, each in one sentence that names the place; empty when all holds.

    `expected_head` is the head hash of an export, a signature or a backup (T07).
    """
    if detail := digests.unsound(connection, links=False):
        return [_PAGES.format(detail=detail)]
    if unknown := unread.unknown(connection):
        return [_UNKNOWN.format(what=what) for what in unknown]
    data = snapshot(connection)
    found = [
        *audit.verify(data, expected_head),
        *files.verify(connection, data),
        *unread.verify(connection, data),
    ]
    return list(dict.fromkeys(found))


_UNKNOWN = Text(
    "The study holds {what}, which no definition of this program has.",
    "El estudio contiene {what}, que no está en ninguna definición de este programa.",
)
_PAGES = Text("The file is not sound: {detail}.", "El archivo no está íntegro: {detail}.")
