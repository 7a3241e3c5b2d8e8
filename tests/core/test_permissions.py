"""Who may do what (T13, T22): the table is complete, and says what the protocol's roles need."""

from __future__ import annotations

from itertools import product

import pytest

from ordi_crf import forms
from ordi_crf.core.permissions import (
    COLUMNS,
    MATRIX,
    PHYSICIAN_FORMS,
    Operation,
    Role,
    allowed,
)

O, R = Operation, Role  # noqa: E741
LETTERS = "".join(COLUMNS.values())
ENTRY = (
    O.ANSWER, O.ADD_ROW, O.VOID, O.SAY_MISSING, O.KEEP_UNACCEPTED, O.EXPLAIN, O.ATTACH, O.COMPLETE,
    O.CORRECT, O.REOPEN, O.ADJUDICATE,
)  # fmt: skip


def test_every_operation_and_every_role_has_its_place():
    assert set(MATRIX) == set(Operation)
    assert set(COLUMNS) == set(Role)
    assert len(set(LETTERS)) == len(Role)


@pytest.mark.parametrize("operation", Operation)
def test_a_line_of_the_table_holds_each_role_in_its_column_or_a_dash(operation):
    line = MATRIX[operation]
    assert len(line) == len(LETTERS)
    assert all(found in (letter, "-") for found, letter in zip(line, LETTERS, strict=True))


@pytest.mark.parametrize(("role", "operation"), list(product(Role, Operation)))
def test_a_role_may_do_what_its_column_says(role, operation):
    column = list(Role).index(role)
    assert allowed(role, operation) is (MATRIX[operation][column] != "-")


@pytest.mark.parametrize(("role", "operation"), list(product(Role, Operation)))
def test_a_form_narrows_what_a_role_may_do_only_where_a_physician_rates(role, operation):
    for form in forms.FORMS:
        narrowed = form.oid in PHYSICIAN_FORMS and operation in ENTRY and role is not R.INVESTIGATOR
        assert allowed(role, operation, form.oid) is (allowed(role, operation) and not narrowed)


def test_the_forms_a_physician_rates_are_forms_of_the_study():
    assert {form.oid for form in forms.FORMS} >= PHYSICIAN_FORMS


@pytest.mark.parametrize(
    ("role", "operations"),
    [
        pytest.param(R.INVESTIGATOR, {O.SIGN, O.LOCK, O.UNLOCK, O.MANAGE_ACCOUNTS}, id="signs"),
        pytest.param(R.NURSE, {O.ANSWER, O.ADD_ROW, O.SEE_IDENTITIES}, id="draws"),
        pytest.param(R.COORDINATOR, {O.ADD_SUBJECT, O.ANSWER, O.ANSWER_QUERY}, id="runs"),
        pytest.param(R.MONITOR, {O.READ, O.RAISE_QUERY, O.CLOSE_QUERY, O.VERIFY_SOURCE}, id="sees"),
        pytest.param(R.DATA_MANAGER, {O.EXPORT, O.IMPORT, O.ADJUDICATE, O.LOCK}, id="manages"),
        pytest.param(R.ADMINISTRATOR, {O.MANAGE_ACCOUNTS, O.BACK_UP, O.RESTORE}, id="keeps"),
    ],
)
def test_a_role_may_do_its_work(role, operations):
    assert all(allowed(role, operation) for operation in operations)


@pytest.mark.parametrize("role", [role for role in Role if role is not R.INVESTIGATOR])
def test_only_an_investigator_signs_and_rates(role):
    assert not allowed(role, O.SIGN)
    for form, operation in product(PHYSICIAN_FORMS, ENTRY):
        assert not allowed(role, operation, form)


def test_a_nurse_paints_the_body_map_and_neither_rates_nor_locks():
    assert all(allowed(R.NURSE, o, "BM") for o in (O.ANSWER, O.ADD_ROW, O.VOID, O.COMPLETE))
    assert not allowed(R.NURSE, O.ANSWER, "CLASI")
    assert not allowed(R.NURSE, O.LOCK, "BM")


@pytest.mark.parametrize("role", [R.MONITOR, R.DATA_MANAGER, R.ADMINISTRATOR])
def test_who_does_not_treat_neither_enters_nor_learns_who_a_subject_is(role):
    entered = set(ENTRY) - {O.ADJUDICATE} | {O.ADD_SUBJECT, O.SEE_IDENTITIES, O.CHANGE_IDENTITIES}
    assert not any(allowed(role, operation) for operation in entered)


def test_who_verifies_against_the_source_has_not_entered_it():
    assert not any(allowed(role, O.VERIFY_SOURCE) and allowed(role, O.ANSWER) for role in Role)
