"""Eligibility on screen: each criterion with what the data say, the evidence, the confirmation."""
