"""Why a second entry is refused, as sentences."""

from __future__ import annotations

from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text


class SecondEntryError(StudyFileError):
    """A second entry was refused; nothing was changed."""


class NotChosenError(SecondEntryError):
    """The study does not ask for a second entry of this form."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "This form is not among those entered twice.",
                "Este formulario no está entre los de doble entrada.",
            )
        )


class NotCompleteError(SecondEntryError):
    """The first entry is not complete, or signed already."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "A form is entered a second time once it is complete and before it is signed.",
                "Un formulario se introduce por segunda vez cuando está completo y antes de "
                "firmarlo.",
            )
        )


class SamePersonError(SecondEntryError):
    """Who entered the form enters it again."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "You entered this form: somebody else enters it the second time.",
                "Usted introdujo este formulario: la segunda entrada la hace otra persona.",
            )
        )


class OtherPersonError(SecondEntryError):
    """Somebody else began the second entry."""

    def __init__(self, actor: str) -> None:
        super().__init__(
            Text(
                "{actor} began this second entry and finishes it.",
                "{actor} empezó esta segunda entrada y la termina.",
            ).format(actor=actor)
        )


class FinishedError(SecondEntryError):
    """The second entry was finished."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "The second entry is finished and does not change any more.",
                "La segunda entrada está terminada y ya no cambia.",
            )
        )
