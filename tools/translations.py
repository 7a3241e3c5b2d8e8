"""Bring the translations up to date: `python -m tools.translations`; `--check` only looks.

Collects the window's words from the source into resources/i18n/ordi_crf_<language>.ts and compiles
the .qm files the window loads. English holds the plural forms alone. A new sentence stands in the
Spanish .ts as unfinished until somebody translates it there (Qt Linguist, or any editor).
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"es": "es_ES", "en": "en_GB"}


def main() -> None:
    """Update and compile, or with --check stop when something is missing."""
    if "--check" in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            problems = [p for code in LANGUAGES for p in check(code, Path(folder))]
        if problems:
            raise SystemExit("\n".join(problems))
        return
    for code in LANGUAGES:
        collect(code, ts(code))
        for source in unfinished(ts(code)):
            print(f"{code}: not translated: {source}")
        compile_(ts(code), ts(code).with_suffix(".qm"))


def ts(code: str) -> Path:
    """Return the translation source of a language."""
    return FOLDER / f"ordi_crf_{code}.ts"


def collect(code: str, target: Path) -> None:
    """Bring a translation source up to date with the program's words."""
    sources = sorted(str(path) for path in (ROOT / "ordi_crf" / "ui").rglob("*.py"))
    plural = ["-pluralonly"] if code == "en" else []
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en_GB", *plural]
    _run("lupdate", *sources, *options, "-target-language", LANGUAGES[code], "-ts", str(target))


def compile_(source: Path, target: Path) -> None:
    """Write the file that the window loads."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def unfinished(source: Path) -> Iterator[str]:
    """Yield the sentences that have no translation."""
    for message in ElementTree.parse(source).iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else translation.findall("numerusform") or [translation]
        if not forms or not all(form.text for form in forms):
            yield message.findtext("source", "")


def check(code: str, folder: Path) -> Iterator[str]:
    """Yield what is missing from a language: sentences, translations, or a compiled file."""
    fresh = folder / ts(code).name
    fresh.write_bytes(ts(code).read_bytes())
    collect(code, fresh)
    if _words(fresh) != _words(ts(code)):
        new = sorted(_words(fresh) - _words(ts(code)))
        yield f"{ts(code).name} is not up to date with the program's words: {new}"
    yield from (f"{ts(code).name}: not translated: {source}" for source in unfinished(fresh))
    compiled = folder / "compiled.qm"
    compile_(ts(code), compiled)
    if compiled.read_bytes() != ts(code).with_suffix(".qm").read_bytes():
        yield f"{ts(code).stem}.qm was not compiled from its .ts"


def _words(source: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(source).iter("context")
        for message in context.iter("message")
    }


def _run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt for Python that lies beside this Python."""
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
