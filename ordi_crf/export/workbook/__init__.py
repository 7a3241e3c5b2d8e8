"""The sponsor workbook: one file of sheets that explains itself."""

from ordi_crf.export.workbook.book import contents_of, sheets, write

__all__ = ["contents_of", "sheets", "write"]
