"""Signing, locking and double entry on screen."""
