"""Options and sentences that the commands share.

Exit codes: 0 done, 1 the audit trail, a body map or a file does not hold, 2 the command, file,
folder or login cannot be used, 3 the window's system libraries are missing, 4 free text seems to
hold identifiers and nobody confirmed that they may leave, 5 files that were merged disagree.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from ordi_crf.forms.schema import Language, Text

BROKEN, UNUSABLE, UNCONFIRMED, UNSETTLED = 1, 2, 4, 5
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, those that turn the direction of writing (UAX 9), halves of characters."""
_LANGUAGE = "ordi_crf.language"
"""Where a command's context keeps the language of its sentences."""


class Sentences(click.Group):
    """Commands that end with a sentence, not a traceback, where the environment is at fault."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (click's signature)
        """Run the command; a study or file that cannot be used is exit code 2."""
        from ordi_crf.core.lab_mapping import MappingError
        from ordi_crf.db.errors import StudyFileError
        from ordi_crf.export.files import ExportError
        from ordi_crf.imports.errors import UnreadableFileError
        from ordi_crf.merges.errors import BrokenSourceError, OpenConflictsError
        from ordi_crf.verify.report import UnreadableError

        told = (StudyFileError, ExportError, UnreadableFileError, UnreadableError, MappingError)
        try:
            return super().invoke(ctx)
        except BrokenSourceError as error:
            say(ctx, error.message)
            ctx.exit(BROKEN)
        except OpenConflictsError as error:
            say(ctx, error.message)
            ctx.exit(UNSETTLED)
        except MemoryError:
            say(ctx, _NO_ROOM)
            ctx.exit(UNUSABLE)
        except told as error:
            say(ctx, error.message)
            ctx.exit(UNUSABLE)


def _chosen(ctx: click.Context, _parameter: click.Parameter, value: str) -> Language:
    """Return the language asked for, and remember it for sentences."""
    ctx.meta[_LANGUAGE] = Language(value)
    return Language(value)


path_type = click.Path(path_type=Path, resolve_path=True)
file_argument = click.argument("file", type=path_type)
language_option = click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    callback=_chosen,
    help="Language of the wordings.",
)
name_option = click.option(
    "--as", "name", help="Who runs this, where the study has no accounts; else the system's user."
)
login_option = click.option(
    "--login",
    help="Login, where the study has accounts; the password is asked for, or is in the "
    "environment variable ORDI_CRF_PASSWORD.",
)
recovery_option = click.option(
    "--recovery-key",
    "recovery",
    is_flag=True,
    help="Ask for the recovery key, not for a login; or take it from ORDI_CRF_RECOVERY_KEY.",
)


_NO_ROOM = Text(
    "The file asks for more memory than this computer has. Nothing was written.",
    "El archivo pide más memoria de la que tiene este ordenador. No se ha escrito nada.",
)


class Line:
    """Progress as one line that is written over, where there is a terminal to see it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._seen = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Say how far the work is."""
        if self._seen:
            click.echo(f"\r{self._what}: {100 * done // total} %", nl=done == total, err=True)


def say(ctx: click.Context, text: Text) -> None:
    """Say a sentence on standard error, in the language that was asked for."""
    click.echo(plain(text.in_(language(ctx))), err=True)


def plain(text: str) -> str:
    """Return a text that steers no terminal: what a file says may hold anything."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def language(ctx: click.Context) -> Language:
    """Return the language that was asked for."""
    found: Language = ctx.meta.get(_LANGUAGE, Language.EN)
    return found
