"""The command that brings an ODM file in: as a study with its history, or into one that exists."""

from __future__ import annotations

from pathlib import Path

import click

from ordi_crf.cli.bringing import table
from ordi_crf.cli.options import (
    BROKEN,
    language_option,
    login_option,
    name_option,
    path_type,
    plain,
    say,
)
from ordi_crf.core.permissions import Role
from ordi_crf.forms.schema import Language, Text

_DRY = Text("Nothing was changed.", "No se ha cambiado nada.")
_TAKEN = Text("Values taken: {n}; left: {left}.", "Valores tomados: {n}; sin tomar: {left}.")
_MADE = Text(
    "{name} was made: {n} entries of the audit trail came with {file}, and go on from there.",
    "Se ha creado {name}: {n} entradas del registro de auditoría vinieron con {file} y siguen "
    "desde ahí.",
)
_KEY = Text(
    "Recovery key, shown this once; print it and lock it away: {code}",
    "Clave de recuperación; solo se muestra ahora, imprímala y guárdela bajo llave: {code}",
)
_ABSENT = "There is no study to compare with: --dry-run needs one that exists."


@click.command("odm")
@click.argument("odm", metavar="FILE", type=path_type)
@click.argument("file", metavar="STUDY", type=path_type)
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--accept-all", "everything", is_flag=True, help="Take changed values, not only new.")
@click.option("--reason", help="Why; needed where a completed form is corrected.")
@click.option(
    "--role",
    type=click.Choice(
        [Role.INVESTIGATOR.value, Role.COORDINATOR.value, Role.DATA_MANAGER.value],
        case_sensitive=False,
    ),
    default=Role.COORDINATOR.value,
    show_default=True,
    help="As whom, where the study has no accounts.",
)
@login_option
@name_option
@language_option
@click.pass_context
def odm(
    ctx: click.Context,
    odm: Path,
    file: Path,
    reason: str | None,
    role: str,
    login: str | None,
    name: str | None,
    language: Language,
    *,
    dry_run: bool,
    everything: bool,
) -> None:
    """Bring an ODM-XML 1.3.2 FILE in.

    A STUDY that does not exist is made from it, with its audit trail entry by entry; with --login
    it is encrypted, and that login an investigator's, who adds the others. Into a STUDY that exists
    come values, as proposals: new ones are taken, changed ones only with --accept-all.
    """
    from ordi_crf.cli import bringing_odm_work as work
    from ordi_crf.cli.bringing_work import Wish
    from ordi_crf.cli.credentials import Who
    from ordi_crf.core.proposal_words import counted

    who = Who(name, login, role=Role(role))
    if not file.exists():
        if dry_run:
            raise click.UsageError(_ABSENT)
        made = work.make(odm, file, who)
        say(ctx, _MADE.format(name=file.name, n=made.entries, file=odm.name))
        if made.recovery_key:
            click.echo(_KEY.format(code=made.recovery_key).in_(language))
        return
    wish = Wish(reason=reason, dry_run=dry_run, everything=everything)
    done = work.compare(odm, file, wish, who)
    for line in table(work.rows(done, language)):
        click.echo(plain(line))
    say(ctx, counted(done.review))
    say(ctx, _DRY if dry_run else _TAKEN.format(n=done.taken, left=done.left))
    if done.refused or (done.left and not dry_run):
        ctx.exit(BROKEN)
