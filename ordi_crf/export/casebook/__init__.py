"""The casebook: every form of one subject on paper, or every form of the study blank."""

from ordi_crf.export.casebook.book import write, write_blank

__all__ = ["write", "write_blank"]
