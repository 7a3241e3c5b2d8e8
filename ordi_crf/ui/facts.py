"""Facts for whoever has to find a fault: versions, checksums, and what study is open."""

from __future__ import annotations

import platform
import sys

from PySide6 import __version__ as pyside
from PySide6.QtCore import QSysInfo, qVersion

from ordi_crf import __version__, atlas, build, study
from ordi_crf.db.connection import engine
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.fingerprint import fingerprint
from ordi_crf.forms.schema import Text
from ordi_crf.ui.session import Session


def of_program() -> list[tuple[Text, str]]:
    """Return what this program is made of."""
    sqlite, cipher = engine()
    kind = "packaged" if getattr(sys, "frozen", False) else "source"
    return [
        (Text("Program", "Programa"), f"ORDI CRF {__version__} ({kind})"),
        (Text("Build SHA-256", "Compilación SHA-256"), build.digest()),
        (Text("Validation", "Validación"), build.VALIDATION.en),
        (Text("Study schema", "Esquema del estudio"), study.SCHEMA_VERSION),
        (Text("Definitions SHA-256", "Definiciones SHA-256"), fingerprint()),
        (Text("Body map SHA-256", "Mapa corporal SHA-256"), atlas.body_map().sha256),
        (Text("Python", "Python"), platform.python_version()),
        (Text("Qt", "Qt"), f"{qVersion()} (PySide6 {pyside})"),
        (Text("SQLite", "SQLite"), f"{sqlite} (SQLCipher {cipher})"),
        (Text("System", "Sistema"), QSysInfo.prettyProductName()),
    ]


def of_study(session: Session) -> list[tuple[Text, str]]:
    """Return what study is open, by counts and checksums; nothing of anybody in it."""
    file = session.file
    try:
        properties, data = file.properties(), file.data()
    except StudyFileError:
        return []
    return [
        (Text("Study", "Estudio"), f"{properties.get('studyid')} {properties.get('kind')}"),
        (Text("Created (UTC)", "Creado (UTC)"), properties.get("created", "")),
        (Text("Subjects, forms", "Pacientes, formularios"),
         f"{len(data.subjects)}, {len(data.records)}"),
        (Text("Audit entries", "Entradas de auditoría"), str(len(data.audit))),
        (Text("Audit head", "Último hash de auditoría"), data.head),
        (Text("Journal", "Diario"), file.journal),
        (Text("Open for", "Abierto para"), "reading" if file.read_only else "writing"),
    ]  # fmt: skip


def as_text(facts: list[tuple[Text, str]]) -> str:
    """Return facts as lines to be copied, in English: they go to whoever mends the program."""
    return "\n".join(f"{name.en}: {value}" for name, value in facts)
