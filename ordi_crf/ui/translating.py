"""The window's own words in the language chosen; study wording comes from the definitions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from ordi_crf import paths
from ordi_crf.forms.schema import Language

_LOCALES = {
    Language.EN: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    Language.ES: QLocale(QLocale.Language.Spanish, QLocale.Country.Spain),
}


class Translations(QObject):
    """The translators of one language at a time: ours, and Qt's for its own dialogs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Let everything built from now on speak a language."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        QLocale.setDefault(_LOCALES[language])
        theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{language.value}", theirs)
        self._install(f"ordi_crf_{language.value}", str(paths.resource("i18n")))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
