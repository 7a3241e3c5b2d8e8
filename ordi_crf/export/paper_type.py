"""Where the benchmarks find the fonts of the casebook."""

from ordi_crf.export.casebook.type import Face

__all__ = ["Face"]
