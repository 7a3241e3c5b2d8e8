"""The commands that bring values in from a file, after showing what they would change."""

from __future__ import annotations

from pathlib import Path

import click

from ordi_crf.cli.options import (
    BROKEN,
    Sentences,
    language_option,
    login_option,
    name_option,
    path_type,
    plain,
    say,
)
from ordi_crf.core.permissions import Role
from ordi_crf.forms.schema import Language, Text

_WIDEST = 44
"""Characters of a column; the last one is as wide as it is."""
_DRY = Text("Nothing was changed.", "No se ha cambiado nada.")
_TAKEN = Text("Values taken: {n}.", "Valores tomados: {n}.")
_LEFT = Text(
    "Values left: {n}. Changed ones are taken with --accept-all, conflicts in the window.",
    "Valores que quedan: {n}. Los cambiados se toman con --accept-all; los conflictos, en la "
    "ventana.",
)
_NOTHING = Text("There is nothing to take.", "No hay nada que tomar.")


@click.group("import", cls=Sentences)
def bring_in() -> None:
    """Bring values in from a file, each attributed to who brings it, the file and its SHA-256.

    Exit codes: 0 everything is in the study, 1 something was refused or left, 2 the file, the
    study or the login cannot be used. A study that refuses is left as it was.
    """


@bring_in.command("lab")
@click.argument("results", metavar="FILE", type=path_type)
@click.argument("file", metavar="STUDY", type=path_type)
@click.option(
    "--mapping",
    help="A mapping saved in the study, by its name, or a JSON file with one. Without it: the only "
    "one that is saved, or what the headings suggest.",
)
@click.option("--save-mapping", "save", metavar="NAME", help="Keep the mapping in the study.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--accept-all", "everything", is_flag=True, help="Take changed values, not only new.")
@click.option("--reason", help="Why; needed where a completed form is corrected.")
@click.option(
    "--role",
    type=click.Choice([Role.INVESTIGATOR.value, Role.COORDINATOR.value], case_sensitive=False),
    default=Role.COORDINATOR.value,
    show_default=True,
    help="As whom, where the study has no accounts.",
)
@login_option
@name_option
@language_option
@click.pass_context
def lab(
    ctx: click.Context,
    results: Path,
    file: Path,
    mapping: str | None,
    save: str | None,
    reason: str | None,
    role: str,
    login: str | None,
    name: str | None,
    language: Language,
    *,
    dry_run: bool,
    everything: bool,
) -> None:
    """Bring laboratory results from a CSV or xlsx FILE into a STUDY.

    Prints each line with what stands in the study and in the file. New results are taken; a result
    that differs only with --accept-all; one that the file contradicts never.
    """
    from ordi_crf.cli import bringing_work as work
    from ordi_crf.cli.credentials import Who
    from ordi_crf.core.proposal_words import counted

    who = Who(name, login, role=Role(role))
    wish = work.Wish(mapping, save, reason, dry_run=dry_run, everything=everything)
    done = work.laboratory(results, file, wish, who)
    for notice in done.notices:
        say(ctx, notice)
    for line in table(done.rows(language)):
        click.echo(plain(line))
    say(ctx, counted(done.review))
    if dry_run:
        say(ctx, _DRY)
    else:
        say(ctx, _TAKEN.format(n=done.taken) if done.taken else _NOTHING)
        if done.left:
            say(ctx, _LEFT.format(n=done.left))
    if done.refused or (done.left and not dry_run):
        ctx.exit(BROKEN)


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """Return rows as lines of text with their columns one under the other."""
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    return [
        "  ".join(_cut(cell, width) for cell, width in zip(row[:-1], widths, strict=False))
        + f"  {row[-1]}"
        for row in rows
    ]


def _cut(cell: str, width: int) -> str:
    return (cell if len(cell) <= width else f"{cell[: width - 1]}…").ljust(width)
