"""Rules across forms: each takes a subject's chart and a record, and yields what contradicts it."""
