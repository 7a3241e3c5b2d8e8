"""The study file: one SQLite file, its schema, its audit trail and its only writer."""
