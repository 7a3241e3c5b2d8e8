"""The commands and their options.

Sentences for people go to standard error. Exit codes: 0 done, 1 the audit trail or a body map does
not hold, 2 the command, file or folder cannot be used, 3 the window's system libraries are missing.
The context's object opens the window on a path or on nothing, and returns the exit code.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ordi_crf import __version__
from ordi_crf.cli import display
from ordi_crf.forms.schema import Language, Text

BROKEN, UNUSABLE = 1, 2
DEMONSTRATION_FOLDER = "ordi-crf-demo"
DEMONSTRATION = "ORDI-02_SYNTHETIC.ordi"
_DEMONSTRATOR = "Demonstration"
"""Who exports the demonstration: no person does."""
_LANGUAGE = "ordi_crf.language"
"""Where a command's context keeps the language of its sentences."""


class _Sentences(click.Group):
    """Commands that end with a sentence, not a traceback, where the environment is at fault."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (click's signature)
        """Run the command; a study or file that cannot be used is exit code 2."""
        from ordi_crf.db.errors import StudyFileError
        from ordi_crf.export.files import ExportError

        try:
            return super().invoke(ctx)
        except (StudyFileError, ExportError) as error:
            _say(ctx, error.message)
            ctx.exit(UNUSABLE)


def _chosen(ctx: click.Context, _parameter: click.Parameter, value: str) -> Language:
    """Return the language asked for, and remember it for sentences."""
    ctx.meta[_LANGUAGE] = Language(value)
    return Language(value)


_path = click.Path(path_type=Path, resolve_path=True)
_file = click.argument("file", type=_path)
_language = click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    callback=_chosen,
    help="Language of the wordings.",
)


@click.group(
    cls=_Sentences,
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
@click.argument("file", type=_path, required=False)
@click.pass_context
def open_window(ctx: click.Context, file: Path | None) -> None:
    """Open the window, on a study FILE when one is given."""
    ctx.exit(ctx.obj(file))


@commands.command()
@click.option("--out", type=_path, default=DEMONSTRATION_FOLDER, help="Folder to write to.")
@click.option(
    "--window/--headless",
    default=None,
    help="Open the study in the window, or export it to a folder; by whether there is a display.",
)
@_language
@click.pass_context
def demo(ctx: click.Context, out: Path, language: Language, *, window: bool | None = None) -> None:
    """Show the synthetic demonstration study.

    In the window, made first where this computer has none; without a display it is built in a
    folder, exported, and its outcomes are printed.
    """
    from ordi_crf.cli import work
    from ordi_crf.deliver import Request
    from ordi_crf.demo.build import build

    if display.has_display() if window is None else window:
        ctx.exit(ctx.obj(None, demo=True))
    study = _folder(ctx, out) / DEMONSTRATION
    work.refuse_real_data(study)
    build(study, _Line("Building the demonstration study"), replace=True)
    request, who = Request(out, language=language), work.actor(_DEMONSTRATOR)
    files = work.write_files(study, request, who, _Line("Writing"))
    for line in work.outcomes(study, language):
        click.echo(line)
    click.echo()
    for file in (study, *files):
        click.echo(file)


@commands.command()
@_file
@click.option("--out", type=_path, required=True, help="Folder to write to.")
@click.option("--workbook/--no-workbook", default=True, help="The sponsor workbook (xlsx).")
@click.option("--casebooks/--no-casebooks", default=True, help="A casebook (PDF) for each subject.")
@click.option("--as", "name", help="Who exports, for trail and files; else the system's user.")
@_language
@click.pass_context
def export(
    ctx: click.Context,
    file: Path,
    out: Path,
    language: Language,
    *,
    name: str | None,
    workbook: bool,
    casebooks: bool,
) -> None:
    """Write the workbook and the casebooks of a study FILE."""
    from ordi_crf.cli import work
    from ordi_crf.deliver import Request

    if not (workbook or casebooks):
        raise click.UsageError("There is nothing to write: ask for the workbook or the casebooks.")
    folder = _folder(ctx, out)
    request = Request(folder, workbook=workbook, casebooks=casebooks, language=language)
    for written in work.write_files(file, request, work.actor(name), _Line("Writing")):
        click.echo(written)


@commands.command()
@_file
@click.option("--out", type=_path, required=True, help="Folder to write to.")
@click.option(
    "--format",
    "kinds",
    multiple=True,
    type=click.Choice(["pdf", "xlsx", "ics"]),
    default=("pdf", "xlsx", "ics"),
    help="Only this kind of file; may be given more than once.",
)
@click.option("--as", "name", help="Who exports, for trail and files; else the system's user.")
@_language
@click.pass_context
def calendar(
    ctx: click.Context,
    file: Path,
    out: Path,
    kinds: tuple[str, ...],
    language: Language,
    name: str | None,
) -> None:
    """Write the visit calendar of a study FILE: to print, as workbook, for other calendars."""
    from ordi_crf.cli import work

    folder = _folder(ctx, out)
    for written in work.write_calendar(file, folder, kinds, work.actor(name), language):
        click.echo(written)


@commands.command()
@_file
@click.option("--head", help="Audit head of an earlier export, to find entries cut off since.")
@_language
@click.pass_context
def verify(ctx: click.Context, file: Path, head: str | None, language: Language) -> None:
    """Check the audit trail of a study FILE against its data, and its body maps against strokes."""
    from ordi_crf.cli import work

    data, problems = work.verify(file, head, _Line("Painting"))
    for problem in problems:
        _say(ctx, problem)
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
        _say(ctx, doubt)
    click.echo(data.head)


class _Line:
    """Progress as one line that is written over, where there is a terminal to see it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._seen = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        if self._seen:
            click.echo(f"\r{self._what}: {100 * done // total} %", nl=done == total, err=True)


def _say(ctx: click.Context, text: Text) -> None:
    click.echo(text.in_(ctx.meta.get(_LANGUAGE, Language.EN)), err=True)


def _folder(ctx: click.Context, out: Path) -> Path:
    """Return a folder that exists; exit code 2 where it cannot be made."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        failed = Text(
            "The folder {out} cannot be made here. Choose another one.",
            "No se puede crear la carpeta {out}. Elija otra.",
        )
        _say(ctx, failed.format(out=str(out)))
        ctx.exit(UNUSABLE)
    return out
