"""Start the program: ``ordi-crf``, its shortcut without a console, and ``python -m ordi_crf``."""

from __future__ import annotations

from pathlib import Path

import click

from ordi_crf.cli import display
from ordi_crf.cli.commands import commands

NO_WINDOW = 3


def main() -> None:
    """Run a command; without one the window opens where there is a display."""
    commands(prog_name="ordi-crf", obj=open_window)


def open_window(file: Path | None, *, demo: bool = False) -> int:
    """Open the window and return its exit code, or say which system libraries it needs.

    The demonstration needs nobody's name.
    """
    absent = display.missing(display.needed())
    if not absent:
        try:
            from ordi_crf.ui import app
        except ImportError as error:
            library = display.library_of(error)
            if library is None:
                raise
            absent = {library: display.QT_LIBRARIES.get(library, "")}
        else:
            return app.run(file, demo=demo)
    click.echo(display.advice(absent), err=True)
    return NO_WINDOW


if __name__ == "__main__":
    main()
