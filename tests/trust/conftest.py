"""What an inspector works on: a study as users have it, encrypted and with an account for each."""

from tests.db.conftest import cheap, guarded, made

__all__ = ["cheap", "guarded", "made"]
