"""What happens to a whole file, told in its own trail: of a study, or of a vault."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db import unlocking, vault_schema, writing
from ordi_crf.db.connection import Access, Context


def tell(path: Path, key: bytes, context: Context, name: str, detail: str) -> None:
    """Write an event into the trail of a file nobody has open; `context` says who and when."""
    link = unlocking.connect(path, Access.WRITE, context, key)
    with sql.translated(path), closing(link):
        link.execute("BEGIN")
        if link.execute("PRAGMA application_id").fetchone()[0] == vault_schema.APPLICATION_ID:
            link.execute(
                "INSERT INTO noted (action, siteid, subjid, field, new) VALUES (?, '', '', '', ?)",
                (name.casefold(), detail),
            )
        else:
            writing.log_event(link, name, detail)
        link.execute("COMMIT")
