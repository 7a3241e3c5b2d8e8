"""ODM-XML 1.3.2 read without trusting it: a whole study with its history, or values to propose."""

from ordi_crf.imports.odm.reading import read
from ordi_crf.imports.odm.wanted import subjects, wanted

__all__ = ["read", "subjects", "wanted"]
