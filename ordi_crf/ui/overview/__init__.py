"""The overview of one subject: series, doses, events and body maps on one axis of time."""
