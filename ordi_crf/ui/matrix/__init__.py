"""The matrix of subjects and visits."""
