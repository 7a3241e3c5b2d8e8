"""Deliveries of several sites, laptops or dates as one (ADR 18): read, kept, settled, delivered.

Only audit trails are merged: every chain of hashes is verified before anything of it is taken, and
what a workbook says elsewhere is not read.
"""
