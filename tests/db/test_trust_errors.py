"""Every refusal of the trust layer is a sentence, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf.core.passwords import problems
from ordi_crf.core.permissions import Operation, Role
from ordi_crf.db import account_errors
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
    errors.UnknownRoleError("Visitor"),
    errors.LoginNeededError(STUDY),
    account_errors.AccountTakenError("apuig"),
    account_errors.AccountBlankError(),
    account_errors.PasswordRefusedError(problems("short", "apuig")),
    account_errors.DeactivatedError("apuig"),
    account_errors.MustChangeError(),
    account_errors.AgedPasswordError(90),
    account_errors.OwnAccountError(),
    account_errors.AccountReasonError(),
    account_errors.OldKeysError(STUDY),
    account_errors.NoAccountsError(STUDY),
    account_errors.NoVaultKeyError(),
    errors.UnverifiedBackupError(STUDY, "page 7"),
    errors.InUseError(STUDY),
    errors.NothingToRescueError(STUDY),
    errors.NoSiteKeyError(),
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
    assert "(nurse)" in str(error)
    assert "answer (CLASI" in str(error)


def test_a_refused_operation_says_who_may():
    error = errors.ForbiddenError(Role.NURSE, Operation.LOCK)
    assert "It is for: investigator, data manager." in error.message.en
    assert "Corresponde a: investigador/a, gestión de datos." in error.message.es
