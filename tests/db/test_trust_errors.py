"""Every refusal of the trust layer is a sentence, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf.core.permissions import Operation, Role
from ordi_crf.db import trust_errors as errors
from ordi_crf.forms.schema import Text

STUDY = Path("ward/study.ordi")
SENTENCES = [
    errors.WrongPasswordError(4),
    errors.WrongPasswordError(1),
    errors.LockedOutError(299),
    errors.KeysMissingError(STUDY),
    errors.KeysDamagedError(STUDY),
    errors.KeyDoesNotFitError(STUDY),
    errors.RecoveryCodeError(Text("Compare.", "Compárelo.")),
    errors.ForbiddenError(Role.NURSE, Operation.ANSWER, "CLASI"),
    errors.ForbiddenError(Role.NURSE, Operation.SIGN),
    errors.UnverifiedBackupError(STUDY, "page 7"),
    errors.InUseError(STUDY),
    errors.NothingToRescueError(STUDY),
]


@pytest.mark.parametrize("error", SENTENCES, ids=lambda e: type(e).__name__)
def test_a_refusal_is_a_sentence_in_both_languages(error):
    for wording in (error.message.en, error.message.es):
        assert "{" not in wording
        assert wording.endswith((".", "?"))
    assert error.message.en != error.message.es
    assert str(error) == error.message.en


def test_every_refusal_has_its_sentence_here():
    assert {type(error) for error in SENTENCES} == set(errors.TrustError.__subclasses__())


def test_a_refused_operation_says_which_and_for_which_form():
    error = errors.ForbiddenError(Role.NURSE, Operation.ANSWER, "CLASI")
    assert "Nurse" in str(error)
    assert "answer: CLASI" in str(error)
