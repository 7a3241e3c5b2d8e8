"""Adding a form stays one definition file plus its lines in the schedule.

A copy of the program gets a toy form in just that way; in a process of its own the form is then
found on the screen, in the tables, in the codebook and the sheets of the workbook, and in the PDF.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pandas
import pypdfium2
import pytest

ROOT = Path(__file__).parent.parent

TOY = '''"""XX: a toy."""

from ordi_crf.forms.schema import Code, CodeList, Choice, Form, Number, Section, Text

MOOD = CodeList("MOOD", (Code("G", Text("Good", "Bueno")), Code("B", Text("Bad", "Malo"))))
ONCE = Section(
    "xx",
    Text("Toy section", "Sección de juguete"),
    domain="XX",
    items=(
        Choice("XXMOOD", Text("Toy mood", "Ánimo de juguete"), required=True, codes=MOOD),
        Number("XXCOUNT", Text("Toy count", "Recuento de juguete"), unit="toys"),
    ),
)
FORM = Form("XX", Text("Toy form", "Formulario de juguete"), (ONCE,))
'''

PLAY = """
import json, os, sys
from pathlib import Path

folder = Path(sys.argv[1])
from PySide6.QtCore import QStandardPaths
QStandardPaths.setTestModeEnabled(True)
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.export import casebook, workbook
from ordi_crf.forms.schema import Language
from ordi_crf.ui.pages.registry import page_for
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.session import Session
from ordi_crf.ui import app

path, subject = folder / "toy.ordi", SubjectKey("01", "01-001")
file = StudyFile.create(path, Actor("Ana Puig", "Investigator"))
file.add_subject(subject)
key = RecordKey(subject, "W2", "XX")
qt = app.create(sys.argv[:1])
session = Session(file, Language.EN)
page = page_for(FormAt(key), session)
from PySide6.QtWidgets import QLabel, QWidget
labels = [label.text() for label in page.findChildren(QLabel)]
page.on_answered("xx", "", "XXMOOD", "B", "")
page.on_answered("xx", "", "XXCOUNT", "7", "")
delivery = Delivery(file.data(), {}, "toy", "2026-01-01T00:00:00Z", "Ana Puig")
workbook.write(delivery, folder / "toy.xlsx")
casebook.write(delivery, subject, folder / "toy.pdf", {}.__getitem__)
casebook.write_blank(folder / "blank.pdf", Language.EN)
file.close()
print(json.dumps({"labels": labels, "missing": [f.oid for f in page.absence.cards(page.record())]}))
os._exit(0)
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> Path:
    """Give the folder in which a program with a toy form left its files."""
    folder = tmp_path_factory.mktemp("toy")
    shutil.copytree(ROOT / "ordi_crf", folder / "ordi_crf", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(ROOT / "resources", folder / "resources")
    package = folder / "ordi_crf"
    (package / "forms" / "toy.py").write_text(TOY, encoding="utf-8")
    _insert(package / "forms" / "__init__.py", "    visit,\n", "    toy,\n")
    _insert(package / "forms" / "__init__.py", "    visit.FORM,\n", "    toy.FORM,\n")
    _insert(package / "study.py", '    _filled("SV"', '    _filled("XX", "W2"),\n')
    script = folder / "play.py"
    script.write_text(PLAY, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(script), str(folder)],
        env=environment, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (folder / "said.json").write_text(done.stdout, encoding="utf-8")
    return folder


def _insert(file: Path, before: str, line: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, line + before), encoding="utf-8")


def pdf_text(file: Path) -> str:
    """Return the text of a PDF with its white space evened out."""
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(texts).split())


def test_the_form_is_on_the_screen(played):
    labels = json.loads((played / "said.json").read_text(encoding="utf-8"))["labels"]
    assert {"Toy section", "Toy mood\u00a0*", "Toy count", "toys"} <= set(labels)


def test_the_form_is_a_table_with_its_codes_and_its_trail(played):
    database = sqlite3.connect(played / "toy.ordi")
    assert database.execute("SELECT XXMOOD, XXCOUNT FROM xx").fetchall() == [("B", "7")]
    sql = database.execute("SELECT sql FROM sqlite_master WHERE name = 'xx'").fetchone()[0]
    assert "CHECK (\"XXMOOD\" IN ('G', 'B'))" in sql
    trail = database.execute("SELECT item, new FROM audit WHERE form = 'XX' AND section = 'xx'")
    assert trail.fetchall() == [("XXMOOD", "B"), ("XXCOUNT", "7")]
    database.close()


def test_the_form_is_a_sheet_of_the_workbook(played):
    sheet = pandas.read_excel(played / "toy.xlsx", sheet_name="XX", engine="calamine")
    row = sheet.iloc[0]
    assert (row["VISIT"], row["XXMOOD"], row["XXCOUNT"]) == ("Week 2", "B", 7)


def test_the_form_is_in_the_codebook(played):
    book = pandas.read_excel(played / "toy.xlsx", sheet_name="CODEBOOK", engine="calamine")
    text = book.to_csv()
    assert "Toy mood" in text
    assert "Ánimo de juguete" in text


def test_the_form_is_in_the_casebook_filled_and_blank(played):
    filled, blank = (pdf_text(played / name) for name in ("toy.pdf", "blank.pdf"))
    assert "Toy form" in filled
    assert "Bad" in filled
    assert "7 toys" in filled
    assert "Toy mood" in blank
