"""What can be wrong with a file that is brought in, as sentences for the person at the desk."""

from __future__ import annotations

from ordi_crf.forms.schema import Text


class UnreadableFileError(Exception):
    """A file cannot be read; `message` is for the user, and nothing was changed."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message
