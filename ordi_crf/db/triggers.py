"""The audit triggers, generated: no code path can forget the trail, no other program can skip it.

Every change passes through the view `change`, whose trigger looks up the natural keys and appends a
hash-chained row to `audit`. The triggers call functions that only this program registers (ADR 3).
"""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.chain import AUDIT_FIELDS
from ordi_crf.core.trail import FILE_KEPT
from ordi_crf.db.clauses import FOREIGN, OURS, corrections, refusal
from ordi_crf.forms.schema import Section

MISSING_ITEMS = {".NULLFLAVOR": "flavour", ".NULLCOMMENT": "comment"}
"""What is appended to an item to name what is said of its absence, and the column it stands in."""

_RENUMBERED = "new.id IS NOT old.id"
"""A key that is changed under the name that every table gives it."""

CHANGE_VIEW = (
    "CREATE VIEW change AS SELECT NULL AS action, NULL AS subject_id, NULL AS record_id, "
    "NULL AS section, NULL AS row, NULL AS item, NULL AS old, NULL AS new WHERE 0"
)


def _audit_trigger() -> str:
    taken = {
        "at": "crf_now()",
        "actor": "crf_actor()",
        "role": "crf_role()",
        "machine": "crf_machine()",
        "version": "crf_version()",
        "action": "new.action",
        "siteid": "coalesce(s.siteid, '')",
        "subjid": "coalesce(s.subjid, '')",
        "visit": "coalesce(r.visit, '')",
        "visit_repeat": "coalesce(r.visit_repeat, 0)",
        "form": "coalesce(r.form, '')",
        "form_repeat": "coalesce(r.form_repeat, 0)",
        "section": "new.section",
        "row": "new.row",
        "item": "new.item",
        "old": "CAST(new.old AS TEXT)",
        "new": "CAST(new.new AS TEXT)",
        "reason": "crf_reason()",
    }
    values = ", ".join(taken[name] for name in AUDIT_FIELDS)
    return (
        "CREATE TRIGGER change_audited INSTEAD OF INSERT ON change BEGIN\n"
        f"INSERT INTO audit ({', '.join(AUDIT_FIELDS)}, hash)\n"
        f"SELECT {values}, crf_hash((SELECT hash FROM audit ORDER BY id DESC LIMIT 1), {values})\n"
        "FROM (SELECT 1) LEFT JOIN record r ON r.id = new.record_id\n"
        "LEFT JOIN subject s ON s.id = coalesce(r.subject_id, new.subject_id);\nEND"
    )


def _change(action: str, section: str, item: str, old: str, new: str) -> str:
    return (
        "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) "
        f"SELECT '{action}', NULL, new.record_id, '{section}', new.row, {item}, {old}, {new}"
    )


def of_section(section: Section) -> Iterator[str]:
    """Yield the triggers that record every change of a section, whoever makes it."""
    t = section.name
    inserts = "\n".join(
        _change("insert", t, f"'{i.name}'", "NULL", f'new."{i.name}"')
        + f' WHERE new."{i.name}" IS NOT NULL;'
        for i in section.items
    )
    # A row without an answer is content too: the trail tells that it is there and not void.
    blank = " AND ".join(f'new."{i.name}" IS NULL' for i in section.items)
    inserts += "\n" + _change("insert", t, "'VOIDED'", "NULL", "new.voided") + f" WHERE {blank};"
    yield f'CREATE TRIGGER "{t}_inserted" AFTER INSERT ON "{t}" BEGIN\n{inserts}\nEND'
    for name in ("voided", *(item.name for item in section.items)):
        label = "VOIDED" if name == "voided" else name
        entry = _change("update", t, f"'{label}'", f'old."{name}"', f'new."{name}"')
        yield (
            f'CREATE TRIGGER "{t}_{name}_updated" AFTER UPDATE OF "{name}" ON "{t}" '
            f'WHEN old."{name}" IS NOT new."{name}" BEGIN\n{entry};\nEND'
        )
    yield from corrections(t)
    yield refusal(f"{t}_no_delete", "DELETE", t, "records are never deleted")
    yield refusal(f"{t}_no_move", "UPDATE OF id, record_id, row", t, "keys never change")


def of_plain_tables() -> Iterator[str]:
    """Yield the triggers of the tables that no form defines."""
    yield _audit_trigger()
    yield refusal("audit_no_update", "UPDATE", "audit", "the audit trail is append-only")
    yield refusal("audit_ours", "INSERT", "audit", OURS, FOREIGN)
    yield refusal("audit_no_delete", "DELETE", "audit", "the audit trail is append-only")
    change = "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) "
    yield (
        'CREATE TRIGGER "subject_inserted" AFTER INSERT ON subject BEGIN\n'
        f"{change}SELECT 'insert', new.id, NULL, 'subject', '', 'SUBJID', NULL, new.subjid;\nEND"
    )
    yield (
        'CREATE TRIGGER "record_inserted" AFTER INSERT ON record BEGIN\n'
        f"{change}SELECT 'insert', NULL, new.id, 'record', '', 'STATUS', NULL, new.status;\n"
        f"{change}SELECT 'insert', NULL, new.id, 'record', '', 'VERSION', NULL, new.form_version;"
        "\nEND"
    )
    yield (
        'CREATE TRIGGER "record_status_updated" AFTER UPDATE OF status ON record '
        "WHEN old.status IS NOT new.status BEGIN\n"
        f"{change}SELECT 'update', NULL, new.id, 'record', '', 'STATUS', old.status, new.status;"
        "\nEND"
    )
    for event, old in (("INSERT", "NULL"), ("UPDATE", "old.reason")):
        yield (
            f'CREATE TRIGGER "explanation_{event.lower()}" AFTER {event} ON explanation BEGIN\n'
            f"{change}SELECT 'explain', NULL, new.record_id, new.section, new.row, new.finding, "
            f"{old}, new.reason;\nEND"
        )
        yield (
            f'CREATE TRIGGER "study_{event.lower()}" AFTER {event} ON study BEGIN\n'
            f"{change}SELECT 'study', NULL, NULL, 'study', '', new.key, "
            f"{'NULL' if event == 'INSERT' else 'old.value'}, new.value;\nEND"
        )
    for item, column in MISSING_ITEMS.items():
        for event, old in (("INSERT", "NULL"), ("UPDATE", f"old.{column}")):
            yield (
                f'CREATE TRIGGER "missing_{column}_{event.lower()}" AFTER {event} ON missing '
                f"WHEN {old} IS NOT new.{column} BEGIN\n"
                f"{change}SELECT 'missing', NULL, new.record_id, new.section, new.row, "
                f"new.item || '{item}', {old}, new.{column};\nEND"
            )
    yield from corrections("missing")
    yield refusal(
        "missing_no_move",
        "UPDATE OF id, record_id, section, row, item",
        "missing",
        "keys never change",
    )
    yield refusal("attachment_no_update", "UPDATE", "attachment", "files kept never change")
    yield (
        'CREATE TRIGGER "attachment_inserted" AFTER INSERT ON attachment BEGIN\n'
        f"{change}SELECT 'event', NULL, NULL, '', '', '{FILE_KEPT}', NULL, new.digest;\nEND"
    )
    yield refusal("attachment_ours", "INSERT", "attachment", OURS, FOREIGN)
    for name in ("subject", "record", "explanation", "study", "missing", "attachment"):
        yield refusal(f"{name}_no_delete", "DELETE", name, "records are never deleted")
    yield refusal("subject_no_update", "UPDATE", "subject", "keys never change")
    keys = "id, subject_id, visit, visit_repeat, form, form_repeat, form_version"
    yield refusal("record_no_move", f"UPDATE OF {keys}", "record", "keys never change")
    yield refusal("record_no_renumber", "UPDATE", "record", "keys never change", _RENUMBERED)
    for event in ("INSERT", "UPDATE", "DELETE"):
        # Figures are read from this cache: only the program that made them may put them there.
        yield refusal(f"drawing_{event.lower()}_ours", event, "drawing", OURS, FOREIGN)
    for table in ("setting", "unaccepted"):
        for event in ("INSERT", "UPDATE", "DELETE"):
            yield refusal(f"{table}_{event.lower()}_ours", event, table, OURS, FOREIGN)
