"""The one place that asks the system for files and folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
_KIND = "ORDI CRF (*.ordi)"
_DELIVERIES = "*.ordi *.xlsx *.zip *.ordi-merged"
_DRAWINGS = {"PDF (*.pdf)": ".pdf", "PNG (*.png)": ".png", "SVG (*.svg)": ".svg"}


class FileChooser:
    """Asks with the system's own dialogs."""

    def open_study(self, parent: QWidget) -> Path | None:
        """Return a study file to open."""
        title = translate("FileChooser", "Open a study")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), _KIND)
        return Path(name) if name else None

    def new_study(self, parent: QWidget) -> Path | None:
        """Return where a new study file goes."""
        suggestion = str(documents() / "ORDI-02.ordi")
        title = translate("FileChooser", "New study")
        name, _ = QFileDialog.getSaveFileName(parent, title, suggestion, _KIND)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == ".ordi" else path.with_name(f"{path.name}.ordi")

    def picture(self, parent: QWidget) -> Path | None:
        """Return a photograph, or another file, to keep in the study."""
        title = translate("FileChooser", "Choose a file to keep in the study")
        kinds = translate("FileChooser", "Pictures (*.jpg *.jpeg *.png);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(name) if name else None

    def copy(self, parent: QWidget, name: str) -> Path | None:
        """Return where a copy of a kept file goes."""
        title = translate("FileChooser", "Save a copy")
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name))
        return Path(chosen) if chosen else None

    def drawing(self, parent: QWidget, name: str) -> Path | None:
        """Return where a drawing goes, named .pdf, .png or .svg."""
        title = translate("FileChooser", "Save picture")
        chosen, kind = QFileDialog.getSaveFileName(
            parent, title, str(documents() / name), ";;".join(_DRAWINGS)
        )
        if not chosen:
            return None
        path = Path(chosen)
        known = path.suffix.lower() in _DRAWINGS.values()
        return path if known else path.with_name(f"{path.name}{_DRAWINGS.get(kind, '.pdf')}")

    def answers(self, parent: QWidget) -> Path | None:
        """Return a workbook in which queries were answered."""
        title = translate("FileChooser", "Read answers to queries")
        kinds = "Excel (*.xlsx)"
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(name) if name else None

    def results(self, parent: QWidget) -> Path | None:
        """Return a file with laboratory results."""
        title = translate("FileChooser", "Bring in laboratory results")
        kinds = translate("FileChooser", "Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(name) if name else None

    def deliveries(self, parent: QWidget) -> list[Path]:
        """Return files that sites sent, to be merged or compared."""
        title = translate("FileChooser", "Choose deliveries")
        kinds = f"ORDI CRF ({_DELIVERIES})"
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(documents()), kinds)
        return [Path(name) for name in names]

    def merged(self, parent: QWidget) -> Path | None:
        """Return where what was merged goes."""
        title = translate("FileChooser", "Merge into")
        kinds = "ORDI CRF (*.ordi-merged)"
        start = str(documents() / "ORDI-02.ordi-merged")
        options = QFileDialog.Option.DontConfirmOverwrite
        name, _ = QFileDialog.getSaveFileName(parent, title, start, kinds, options=options)
        return _ending(name, ".ordi-merged")

    def changes(self, parent: QWidget) -> Path | None:
        """Return where the changes between two deliveries go."""
        title = translate("FileChooser", "Save the changes")
        start = str(documents() / "ORDI-02_changes.xlsx")
        name, _ = QFileDialog.getSaveFileName(parent, title, start, "Excel (*.xlsx)")
        return _ending(name, ".xlsx")

    def sheet(self, parent: QWidget, name: str) -> Path | None:
        """Return where a page goes as a PDF."""
        title = translate("FileChooser", "Save as PDF")
        chosen, _ = QFileDialog.getSaveFileName(
            parent, title, str(documents() / name), "PDF (*.pdf)"
        )
        path = Path(chosen)
        if not chosen:
            return None
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def delivered(self, parent: QWidget) -> Path | None:
        """Return a file that left a site, to be verified."""
        title = translate("FileChooser", "Choose a file to verify")
        kinds = "ORDI CRF (*.zip *.xlsx *.pdf *.xml)"
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(name) if name else None

    def public_key(self, parent: QWidget) -> Path | None:
        """Return the file of a site's public key."""
        title = translate("FileChooser", "Choose the key of the site")
        kinds = "ORDI CRF (*.ordi-pub)"
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, start: Path) -> Path | None:
        """Return a folder for exports."""
        title = translate("FileChooser", "Export to")
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None


def documents() -> Path:
    """Return the person's documents folder."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where) if where and Path(where).is_dir() else Path.home()


def _ending(name: str, suffix: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == suffix else path.with_name(f"{path.name}{suffix}")
