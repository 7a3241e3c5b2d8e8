"""Queries for a sponsor without access: out as a workbook and as forms to sign.

Answers come back in by `ordi_crf.imports.answers`.
"""

from ordi_crf.export.queries.edition import Edition, Entry, edition
from ordi_crf.export.queries.formats import Format, write

__all__ = ["Edition", "Entry", "Format", "edition", "write"]
