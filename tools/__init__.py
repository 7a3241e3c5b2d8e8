"""Programs of the workshop: run by hand, not shipped."""
