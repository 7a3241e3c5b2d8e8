"""The sheets of the workbook as plain tables: CSV for every program, XPT, SAV and DTA by extra.

The same rows as in the workbook, from the same sheets, with their labels, codes and units.
"""
