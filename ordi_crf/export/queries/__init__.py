"""Queries for a sponsor without access: out as a workbook and as forms to sign, answers back in."""

from ordi_crf.export.queries.edition import Edition, Entry, edition
from ordi_crf.export.queries.formats import Format, write
from ordi_crf.export.queries.reading import Answers, AnswersError, read

__all__ = ["Answers", "AnswersError", "Edition", "Entry", "Format", "edition", "read", "write"]
