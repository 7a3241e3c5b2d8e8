"""The registered outcomes on screen: their readings and proofs, by subject, and in time."""
