"""Commands that keep a study file: back it up, put a backup back, check it, rescue what is left."""

from __future__ import annotations

from pathlib import Path

import click

from ordi_crf.cli.options import (
    BROKEN,
    file_argument,
    language,
    language_option,
    login_option,
    name_option,
    path_type,
    recovery_option,
    say,
)
from ordi_crf.forms.schema import Text


@click.command()
@file_argument
@login_option
@name_option
@language_option
def backup(file: Path, login: str | None, name: str | None, language: str) -> None:
    """Back up a study FILE into the folder beside it; verified before it has a name."""
    from ordi_crf.cli.credentials import Who, opened
    from ordi_crf.db import safekeeping

    with opened(file, Who(name, login), read_only=False) as study:
        click.echo(safekeeping.back_up(study).backup.path)


@click.command()
@click.argument("found", metavar="BACKUP", type=path_type)
@file_argument
@login_option
@name_option
@recovery_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@language_option
@click.pass_context
def restore(
    ctx: click.Context,
    found: Path,
    file: Path,
    login: str | None,
    name: str | None,
    language: str,
    *,
    recovery: bool,
    yes: bool,
) -> None:
    """Put a BACKUP in the place of a study FILE, which is set aside, not deleted.

    Nothing is replaced unless the restored file equals the backup row by row. Passwords are then
    those of the day of the backup.
    """
    from ordi_crf.cli.credentials import Who, known
    from ordi_crf.db import recovery as ways

    who = known(file, Who(name, login, recovery))
    say(ctx, ways.said_of_loss(file, found, who.key))
    if not yes:
        click.confirm("Go on?", abort=True, err=True)
    done = ways.restore_backup(found, file, who)
    click.echo(file)
    if done.set_aside is not None:
        say(ctx, _SET_ASIDE.format(name=str(done.set_aside)))


@click.command()
@file_argument
@login_option
@name_option
@recovery_option
@language_option
@click.pass_context
def check(
    ctx: click.Context,
    file: Path,
    login: str | None,
    name: str | None,
    language: str,
    *,
    recovery: bool,
) -> None:
    """Check that a study FILE, or a backup, is sound; list its backups and check each of them.

    Exit code 1 when something does not hold, each in a sentence. `verify` replays drawings besides.
    """
    from ordi_crf.cli.credentials import Who, known_to_read
    from ordi_crf.db import recovery as ways

    found = ways.checked(file, known_to_read(file, Who(name, login, recovery)).key)
    for line in found.lines:
        click.echo(line.in_(_in(ctx)))
    for problem in found.problems:
        say(ctx, problem)
    if found.problems:
        ctx.exit(BROKEN)


@click.command()
@file_argument
@click.option("--out", type=path_type, required=True, help="File to write, not there yet.")
@login_option
@name_option
@recovery_option
@language_option
@click.pass_context
def rescue(
    ctx: click.Context,
    file: Path,
    out: Path,
    login: str | None,
    name: str | None,
    language: str,
    *,
    recovery: bool,
) -> None:
    """Take what can still be read of a damaged study FILE into a new one, and say what is lost.

    The damaged file is left as it is. Exit code 1 when something was lost.
    """
    from ordi_crf.cli.credentials import Who, known
    from ordi_crf.db import recovery as ways

    done = ways.rescue_to(file, out, known(file, Who(name, login, recovery)))
    click.echo(done.path)
    for lost in done.lost:
        say(ctx, lost)
    if done.lost:
        ctx.exit(BROKEN)


_in = language
_SET_ASIDE = Text(
    "What was there before is kept as {name}.", "Lo que había antes se conserva como {name}."
)
