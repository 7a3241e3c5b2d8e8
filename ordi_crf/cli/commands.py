"""The commands, and those that look at a study and write what it holds.

Sentences for people go to standard error; `cli.options` lists the exit codes. The context's object
opens the window on a path or on nothing, and returns the exit code.
"""

from __future__ import annotations

from pathlib import Path

import click

from ordi_crf import __version__
from ordi_crf.cli import care, display, merging
from ordi_crf.cli.options import (
    BROKEN,
    UNUSABLE,
    Line,
    Sentences,
    file_argument,
    language_option,
    login_option,
    name_option,
    path_type,
    say,
)
from ordi_crf.forms.schema import Language, Text

DEMONSTRATION_FOLDER = "ordi-crf-demo"
DEMONSTRATION = "ORDI-02_SYNTHETIC.ordi"
_DEMONSTRATOR = "Demonstration"
"""Who exports the demonstration: no person does."""


@click.group(
    cls=Sentences,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="ORDI CRF", message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Case report form of ORDI-02 (NCT01408199): lenalidomide in refractory cutaneous lupus.

    Without a command the window opens; where there is no display, the demonstration runs.
    """
    if ctx.invoked_subcommand is None:
        if display.has_display():
            ctx.exit(ctx.obj(None))
        folder = Path(DEMONSTRATION_FOLDER).absolute()
        ctx.invoke(demo, out=folder, language=Language.EN, window=False)


@commands.command("open")
@click.argument("file", type=path_type, required=False)
@click.pass_context
def open_window(ctx: click.Context, file: Path | None) -> None:
    """Open the window, on a study FILE when one is given."""
    ctx.exit(ctx.obj(file))


@commands.command()
@click.option("--out", type=path_type, default=DEMONSTRATION_FOLDER, help="Folder to write to.")
@click.option(
    "--window/--headless",
    default=None,
    help="Open the study in the window, or export it to a folder; by whether there is a display.",
)
@language_option
@click.pass_context
def demo(ctx: click.Context, out: Path, language: Language, *, window: bool | None = None) -> None:
    """Show the synthetic demonstration study.

    In the window, made first where this computer has none; without a display it is built in a
    folder, exported, and its outcomes are printed.
    """
    from ordi_crf.cli import work
    from ordi_crf.cli.credentials import Who
    from ordi_crf.deliver import Request
    from ordi_crf.demo.build import build

    if display.has_display() if window is None else window:
        ctx.exit(ctx.obj(None, demo=True))
    study = _folder(ctx, out) / DEMONSTRATION
    work.refuse_real_data(study)
    build(study, Line("Building the demonstration study"), replace=True)
    request = Request(out, language=language)
    files = work.write_files(study, request, Who(_DEMONSTRATOR), Line("Writing"))
    for line in work.outcomes(study, language):
        click.echo(line)
    click.echo()
    for file in (study, *files):
        click.echo(file)


@commands.command()
@file_argument
@click.option("--out", type=path_type, required=True, help="Folder to write to.")
@click.option("--workbook/--no-workbook", default=True, help="The sponsor workbook (xlsx).")
@click.option("--casebooks/--no-casebooks", default=True, help="A casebook (PDF) for each subject.")
@login_option
@name_option
@language_option
@click.pass_context
def export(
    ctx: click.Context,
    file: Path,
    out: Path,
    language: Language,
    *,
    login: str | None,
    name: str | None,
    workbook: bool,
    casebooks: bool,
) -> None:
    """Write the workbook and the casebooks of a study FILE, or of a merged one."""
    from ordi_crf.cli import work
    from ordi_crf.cli.credentials import Who
    from ordi_crf.deliver import Request

    if not (workbook or casebooks):
        raise click.UsageError("There is nothing to write: ask for the workbook or the casebooks.")
    folder = _folder(ctx, out)
    request = Request(folder, workbook=workbook, casebooks=casebooks, language=language)
    if work.is_merged(file):
        done = merging.export_merged(file, request, name)
    else:
        done = work.write_files(file, request, Who(name, login), Line("Writing"))
    for written in done:
        click.echo(written)


@commands.command()
@file_argument
@click.option("--out", type=path_type, required=True, help="Folder to write to.")
@click.option(
    "--format",
    "kinds",
    multiple=True,
    type=click.Choice(["pdf", "xlsx", "ics"]),
    default=("pdf", "xlsx", "ics"),
    help="Only this kind of file; may be given more than once.",
)
@login_option
@name_option
@language_option
@click.pass_context
def calendar(
    ctx: click.Context,
    file: Path,
    out: Path,
    kinds: tuple[str, ...],
    language: Language,
    login: str | None,
    name: str | None,
) -> None:
    """Write the visit calendar of a study FILE: to print, as workbook, for other calendars."""
    from ordi_crf.cli import work
    from ordi_crf.cli.credentials import Who

    folder = _folder(ctx, out)
    for written in work.write_calendar(file, folder, kinds, Who(name, login), language):
        click.echo(written)


@commands.command()
@file_argument
@click.option("--head", help="Audit head of an earlier export, to find entries cut off since.")
@login_option
@language_option
@click.pass_context
def verify(
    ctx: click.Context, file: Path, head: str | None, login: str | None, language: Language
) -> None:
    """Check the audit trail of a study FILE against its data, and its body maps against strokes."""
    from ordi_crf.cli import work
    from ordi_crf.cli.credentials import Who

    if work.is_merged(file):
        merging.verify_merged(ctx, file)
        return
    data, problems = work.verify(file, Who(login=login), head, Line("Painting"))
    for problem in problems:
        say(ctx, problem)
    if problems:
        ctx.exit(BROKEN)
    good = Text(
        "The audit trail holds: {n} entries, and replaying them gives the data as they are. "
        "The figures of every body map are those of its strokes.",
        "La auditoría es íntegra: {n} entradas, y al reproducirlas resultan los datos actuales. "
        "Las cifras de cada mapa corporal son las de sus trazos.",
    ).format(n=len(data.audit))
    click.echo(good.in_(language))
    doubt = work.clock_doubt(data)
    if doubt is not None:
        say(ctx, doubt)
    click.echo(data.head)


def _folder(ctx: click.Context, out: Path) -> Path:
    """Return a folder that exists; exit code 2 where it cannot be made."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        failed = Text(
            "The folder {out} cannot be made here. Choose another one.",
            "No se puede crear la carpeta {out}. Elija otra.",
        )
        say(ctx, failed.format(out=str(out)))
        ctx.exit(UNUSABLE)
    return out


for command in (care.backup, care.restore, care.check, care.rescue, merging.merge, merging.compare):
    commands.add_command(command)
