"""The commands, and those that look at a study and write what it holds.

Sentences for people go to standard error; `cli.options` lists the exit codes. The context's object
opens the window on a path or on nothing, and returns the exit code.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordi_crf import __version__
from ordi_crf.cli import bringing, bringing_odm, care, display, merging
from ordi_crf.cli.options import (
    BROKEN,
    UNCONFIRMED,
    UNUSABLE,
    Line,
    Sentences,
    file_argument,
    language_option,
    login_option,
    name_option,
    path_type,
    plain,
    say,
)
from ordi_crf.core.deidentification.profile import FULL_CODE, OPTIONS, Profile
from ordi_crf.forms.schema import Language, Text

if TYPE_CHECKING:
    from ordi_crf.verify.report import Report

DEMONSTRATION_FOLDER = "ordi-crf-demo"
DEMONSTRATION = "ORDI-02_SYNTHETIC.ordi"
_SHOWN = 300
"""Characters of what a file says of itself that are shown."""
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
    folder, the whole signed package is written and unpacked beside, and its outcomes are printed.
    """
    from ordi_crf.cli import work
    from ordi_crf.demo.build import build

    if display.has_display() if window is None else window:
        ctx.exit(ctx.obj(None, demo=True))
    study = _folder(ctx, out) / DEMONSTRATION
    work.refuse_real_data(study)
    build(study, Line("Building the demonstration study"), replace=True)
    files = work.write_everything(study, out, language, _DEMONSTRATOR, Line("Writing"))
    for line in work.outcomes(study, language):
        click.echo(line)
    click.echo()
    for file in (study, *files):
        click.echo(file)


@commands.command()
@file_argument
@click.option("--out", type=path_type, required=True, help="Folder to write to.")
@click.option(
    "--workbook/--no-workbook", default=True, show_default=True, help="The sponsor workbook (xlsx)."
)
@click.option(
    "--casebooks/--no-casebooks",
    default=True,
    show_default=True,
    help="A casebook (PDF) for each subject.",
)
@click.option("--blank", is_flag=True, help="The case report form blank, and annotated (PDF).")
@click.option("--package", is_flag=True, help="What is asked for in one signed package (zip).")
@click.option("--together", is_flag=True, help="All casebooks in one PDF.")
@click.option(
    "--odm/--no-odm",
    default=False,
    show_default=True,
    help="The whole study as CDISC ODM-XML 1.3.2.",
)
@click.option(
    "--csv/--no-csv", default=False, show_default=True, help="A folder with every sheet as CSV."
)
@click.option(
    "--statistics/--no-statistics",
    default=False,
    show_default=True,
    help="A folder for SAS (xpt), SPSS (sav) and Stata (dta); needs ordi-crf[statistics].",
)
@click.option(
    "--profile",
    "codes",
    multiple=True,
    type=click.Choice([FULL_CODE, *(code.value for code in OPTIONS.codes)]),
    help="What to leave out or reduce; may be given more than once.",
)
@click.option(
    "--confirm-identifiers",
    "confirmed",
    is_flag=True,
    help="Export although free text seems to hold names or numbers; else that is exit code 4.",
)
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
    blank: bool,
    package: bool,
    together: bool,
    odm: bool,
    csv: bool,
    statistics: bool,
    codes: tuple[str, ...],
    confirmed: bool,
) -> None:
    """Write the workbook, casebooks, ODM file and plain tables of a study FILE or a merged one."""
    from ordi_crf.cli import work
    from ordi_crf.cli.credentials import Who
    from ordi_crf.deliver import Request, UnconfirmedError

    request = Request(
        out,
        workbook=workbook,
        casebooks=casebooks,
        blank=blank,
        annotated=blank,
        together=together,
        odm=odm,
        csv=csv,
        statistics=statistics,
        language=language,
        profile=Profile.of(codes),
        package=package,
    )
    if not request.parts:
        raise click.UsageError("There is nothing to write: ask for the workbook or the casebooks.")
    _folder(ctx, out)
    who = Who(name, login)
    try:
        files = (
            merging.export_merged(file, request, name, confirmed=confirmed)
            if work.is_merged(file)
            else work.write_files(file, request, who, Line("Writing"), confirmed=confirmed)
        )
    except UnconfirmedError as error:
        for hit in error.hits:
            click.echo(work.said(hit, language), err=True)
        say(ctx, error.message)
        ctx.exit(UNCONFIRMED)
    for written in files:
        click.echo(written)


@commands.command()
@click.option("--out", type=path_type, required=True, help="Folder to write to.")
@click.option("--annotated", is_flag=True, help="With the variable of each item (acrf.pdf).")
@click.option("--by-visit", is_flag=True, help="Every form as often as it is filled, by visit.")
@language_option
@click.pass_context
def blank(
    ctx: click.Context, out: Path, language: Language, *, annotated: bool, by_visit: bool
) -> None:
    """Write the case report form blank, as PDF: each form once, by visit, or annotated."""
    from ordi_crf.export import casebook

    if annotated and by_visit:
        raise click.UsageError("The annotated form has every form once: leave out --by-visit.")
    folder = _folder(ctx, out)
    for written in casebook.write_files(folder, language, annotated=annotated, by_visit=by_visit):
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
@click.option("--key", type=path_type, help="The site's public key (.ordi-pub), for a package.")
@click.option("--study", type=path_type, help="The study, to hold a file that left it against.")
@login_option
@language_option
@click.pass_context
def verify(
    ctx: click.Context,
    file: Path,
    head: str | None,
    key: Path | None,
    study: Path | None,
    login: str | None,
    language: Language,
) -> None:
    """Check a FILE: a study, or a workbook, casebook, ODM file or package made of one.

    Of a study, the audit trail against the data and the body maps against their strokes. Of what
    was made of it, every digest, the audit trail, and each cell against what the trail gives.
    Exit code 1 when something does not hold, each in a sentence; 2 when the file cannot be read.
    """
    from ordi_crf.cli import work
    from ordi_crf.cli.credentials import Who

    who = Who(login=login)
    if work.is_merged(file):
        merging.verify_merged(ctx, file)
        return
    if work.is_delivered(file):
        _tell(ctx, work.verify_delivered(file, key, study, who, Line("Verifying")), language)
        return
    data, problems = work.verify(file, who, head, Line("Painting"))
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
    head_of_trail = Text("Audit head: {head}", "Último hash: {head}").format(head=data.head)
    click.echo(head_of_trail.in_(language))


def _tell(ctx: click.Context, report: Report, language: Language) -> None:
    """Say what verifying a file came to: what it is, what holds, what could not be told."""
    click.echo(plain(f"{report.kind.in_(language)}: {report.name}"))
    for name, value in report.facts:
        shown = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
        click.echo(plain(f"  {name.in_(language)}: {shown}"))
    for text in report.holds:
        click.echo(plain(text.in_(language)))
    for text in report.notes:
        say(ctx, text)
    for problem in report.problems:
        say(ctx, problem.said)
    if not report.sound:
        ctx.exit(BROKEN)


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


bringing.bring_in.add_command(bringing_odm.odm)
for command in (
    care.backup, care.restore, care.check, care.rescue, bringing.bring_in, merging.merge,
    merging.compare,
):  # fmt: skip
    commands.add_command(command)
