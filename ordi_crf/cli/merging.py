"""Commands for the sponsor: merge deliveries into one, compare one with the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordi_crf.cli.options import (
    BROKEN,
    UNSETTLED,
    UNUSABLE,
    Line,
    language,
    language_option,
    login_option,
    name_option,
    path_type,
    plain,
    say,
)
from ordi_crf.forms.schema import Language, Text

if TYPE_CHECKING:
    from ordi_crf.core.merging import Conflict
    from ordi_crf.deliver import Request
    from ordi_crf.merges.sources import Opener

_SHOWN = 40
"""Conflicts or changes that are printed one by one; a workbook has all."""


@click.command()
@click.argument("out", type=path_type)
@click.argument("sources", metavar="SOURCE...", type=path_type, nargs=-1)
@click.option("--settle", type=path_type, help="A workbook of conflicts that was filled in.")
@click.option("--conflicts", type=path_type, help="Workbook to write open conflicts to (xlsx).")
@click.option("--name", "name", help="Who settles; else the system's user.")
@login_option
@language_option
@click.pass_context
def merge(
    ctx: click.Context,
    out: Path,
    sources: tuple[Path, ...],
    settle: Path | None,
    conflicts: Path | None,
    name: str | None,
    login: str | None,
    language: Language,
) -> None:
    """Merge study files, workbooks, packages and merged files (SOURCE) into OUT (.ordi-merged).

    The union of their audit trails: each is verified first, none is changed, no entry is lost, and
    neither order nor repetition matters. An OUT that is there already is gone on with. Exit code 5
    where files disagree: settle each with a reason in the workbook of --conflicts, and merge again
    with --settle. OUT keeps what is open, and is exported once nothing is.
    """
    from ordi_crf.cli.credentials import actor
    from ordi_crf.db.connection import timestamp, utc_now
    from ordi_crf.merges import conflict_book, kept
    from ordi_crf.merges import sources as found
    from ordi_crf.merges.settling import settled

    now = utc_now()
    paths = [*([out] if out.exists() else []), *(path for path in sources if path != out)]
    _refuse_overwriting(ctx, out, paths)
    union = found.read_all(paths, _opener(name, login), Line("Reading"))
    if settle is not None:
        union = settled(union, settle, actor(name).name, timestamp(now))
    left = union.conflicts
    kept.write(union, out)
    click.echo(out)
    say(ctx, _DONE.format(n=len(union.union.links), files=len(union.origins)))
    if conflicts is not None and left:
        conflict_book.write(left, conflicts, now, language)
        click.echo(conflicts)
    if left:
        _list(left, language)
        say(ctx, _LEFT.format(n=len(left)))
        ctx.exit(UNSETTLED)


@click.command()
@click.argument("old", type=path_type)
@click.argument("new", type=path_type)
@click.option("--out", type=path_type, help="Workbook to write every change to (xlsx).")
@login_option
@name_option
@language_option
@click.pass_context
def compare(
    ctx: click.Context,
    old: Path,
    new: Path,
    out: Path | None,
    login: str | None,
    name: str | None,
    language: Language,
) -> None:
    """Say what changed from a delivery OLD to a delivery NEW, by subject, visit, form and item.

    Either is a study file, a workbook, a package or a merged file. Exit code 1 where something of
    OLD is gone, which never should be.
    """
    from ordi_crf.core.comparison import Kind
    from ordi_crf.core.comparison import compare as changes_between
    from ordi_crf.db.connection import utc_now
    from ordi_crf.merges import differences_book, sources

    opener = _opener(name, login)
    before, after = (sources.read(path, opener).data(path.name) for path in (old, new))
    changes = changes_between(before, after)
    for change in changes[:_SHOWN]:
        click.echo(plain("  ".join(filter(None, differences_book.words(change, language)))))
    if len(changes) > _SHOWN:
        click.echo("…")
    for (about, kind), n in differences_book.totals(changes):
        click.echo(f"{about.in_(language)}, {kind.in_(language).lower()}: {n}")
    if not changes:
        say(ctx, _SAME)
    if out is not None:
        differences_book.write(changes, (old.name, new.name), out, utc_now(), language)
        click.echo(out)
    if any(change.kind is Kind.REMOVED for change in changes):
        say(ctx, _GONE)
        ctx.exit(BROKEN)


def export_merged(
    file: Path, request: Request, name: str | None, *, confirmed: bool = False
) -> list[Path]:
    """Write the files of a merged file; UnconfirmedError as for a study, unless `confirmed`."""
    from ordi_crf.cli.credentials import actor
    from ordi_crf.db.connection import utc_now
    from ordi_crf.deliver import UnconfirmedError
    from ordi_crf.merges.delivering import deliver

    who, now = actor(name).name, utc_now()
    try:
        return deliver(file, who, request, now, Line("Writing"))
    except UnconfirmedError as error:
        if not confirmed:
            raise
        looked = replace(request, confirmed=frozenset(error.hits))
        return deliver(file, who, looked, now, Line("Writing"))


def verify_merged(ctx: click.Context, file: Path) -> None:
    """Say of a merged file what holds; one that does not ends the command with a sentence."""
    from ordi_crf.merges import kept

    merge = kept.read(file)
    for origin in sorted(merge.origins):
        click.echo(plain(f"{origin.name}  {origin.by}  {origin.at}  SHA-256 {origin.sha256}"))
    click.echo(_HOLDS.format(n=len(merge.union.links), files=len(merge.origins))
               .in_(language(ctx)))  # fmt: skip
    left = merge.conflicts
    if left:
        say(ctx, _LEFT.format(n=len(left)))
    for head in merge.union.heads:
        click.echo(head)


def _opener(name: str | None, login: str | None) -> Opener:
    from ordi_crf.cli.credentials import Who, opened

    return partial(opened, who=Who(name, login))


def _refuse_overwriting(ctx: click.Context, out: Path, paths: Sequence[Path]) -> None:
    from ordi_crf.merges import kept

    if out.exists() and not kept.is_merged(out):
        say(ctx, _TAKEN.format(name=out.name))
        ctx.exit(UNUSABLE)
    if not paths:
        raise click.UsageError("Name at least one file to merge.")


def _list(left: Sequence[Conflict], language: Language) -> None:
    from ordi_crf.core.merging import wording

    for conflict in left[:_SHOWN]:
        where = conflict.where
        place = (
            where[1], wording.visit_words(where, language), wording.form_words(where, language),
            wording.item_words(where, language),
        )  # fmt: skip
        said = [
            f"{wording.head_words(where, head, language)} ({head.actor}, {head.at[:16]})"
            for head in conflict.heads
        ]
        click.echo(plain(f"{', '.join(filter(None, place))}: {' | '.join(said)}"))
    if len(left) > _SHOWN:
        click.echo("…")


_DONE = Text(
    "{n} audit entries of {files} files, every one of them verified.",
    "{n} entradas de auditoría de {files} archivos, todas verificadas.",
)
_LEFT = Text(
    "{n} conflicts are left: until they are settled, the merged file is not exported.",
    "Quedan {n} conflictos: mientras no se resuelvan, el archivo combinado no se exporta.",
)
_HOLDS = Text(
    "The merged file holds: {n} audit entries of {files} files, each with the hash that follows "
    "from the one before.",
    "El archivo combinado es íntegro: {n} entradas de auditoría de {files} archivos, cada una con "
    "el hash que resulta de la anterior.",
)
_TAKEN = Text(
    "{name} is there and is no merged file. Choose another name; nothing was written.",
    "{name} ya existe y no es un archivo combinado. Elija otro nombre; no se ha escrito nada.",
)
_SAME = Text("Nothing changed.", "No ha cambiado nada.")
_GONE = Text(
    "Something of the earlier delivery is gone. Nothing of a study is ever deleted: ask the site.",
    "Falta algo de la entrega anterior. Nada de un estudio se elimina nunca: pregunte al centro.",
)
