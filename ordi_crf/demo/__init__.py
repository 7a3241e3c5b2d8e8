"""The synthetic demonstration study, entered through the same code path as a clinic's."""
