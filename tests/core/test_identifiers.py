"""What in free text may tell who a subject is: found where it stands, and not where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.identifiers.kinds import Kind, of_patterns
from ordi_crf.core.identifiers.listed import Listed
from ordi_crf.core.identifiers.places import Source, hits
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, JOAN, key

LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
LISTED = Listed(
    ("Rosa Delgado Puig", "Joan Rubio i Mas"),
    ("H-0481516", "93 274 61 00"),
    ("12/07/1969", "1971"),
)


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(found.kind, found.text) for found in of_patterns(text)]


@given(st.integers(1_000_000, 99_999_999), st.sampled_from(["", " ", "-"]), st.booleans())
def test_a_dni_is_known_by_its_letter(number: int, between: str, small: bool) -> None:
    """T31."""
    letter = LETTERS[number % 23]
    text = f"{number}{between}{letter.lower() if small else letter}"
    assert kinds(f"came with {text}, alone") == [(Kind.IDENTITY, text)]


@given(st.integers(10_000_000, 59_999_999), st.integers(1, 22))
def test_a_number_with_another_letter_is_no_dni(number: int, further: int) -> None:
    """T31: lots and codes are not."""
    assert kinds(f"lot {number}{LETTERS[(number + further) % 23]}") == []


@given(st.sampled_from("XYZ"), st.integers(0, 9_999_999))
def test_a_nie_is_known_by_its_letter(first: str, number: int) -> None:
    """T31."""
    letter = LETTERS[int(f"{'XYZ'.index(first)}{number:07d}") % 23]
    text = f"{first}{number:07d}{letter}"
    assert kinds(f"({text})") == [(Kind.IDENTITY, text)]
    other = LETTERS[(LETTERS.index(letter) + 1) % 23]
    assert kinds(f"({first}{number:07d}{other})") == []


@given(
    st.sampled_from(["", "+34", "0034", "+34 "]),
    st.from_regex(r"\A[6-9][0-9]{8}\Z"),
    st.sampled_from([(3, 3, 3), (2, 3, 2, 2), (3, 2, 2, 2), (9,)]),
    st.sampled_from([" ", ".", "-"]),
)
def test_a_spanish_telephone_is_found_however_it_is_grouped(
    prefix: str, digits: str, groups: tuple[int, ...], between: str
) -> None:
    """T31."""
    parts, at = [], 0
    for size in groups:
        parts.append(digits[at : at + size])
        at += size
    text = prefix + between.join(parts)
    assert kinds(f"Call {text}.") == [(Kind.PHONE, text)]


@given(st.integers(1, 52), st.integers(0, 99_999_999))
def test_a_social_security_number_is_known_by_its_control(province: int, number: int) -> None:
    """T31."""
    whole = province * 10**8 + number if number >= 10**7 else province * 10**7 + number
    text = f"{province:02d}/{number:08d}/{whole % 97:02d}"
    assert kinds(text) == [(Kind.CARD, text)]
    assert kinds(f"{province:02d}/{number:08d}/{(whole + 1) % 97:02d}") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to rosa.puig@example.cat", Kind.EMAIL),
        ("12.345.678-Z", Kind.IDENTITY),
        ("PUGA 1 690715 00 4", Kind.CARD),
        ("PUGA1690715004", Kind.CARD),
        ("NHC 1234567", Kind.RECORD),
        ("N.H.C. 1234567", Kind.RECORD),
        ("historia clínica nº: 998877", Kind.RECORD),
        ("hospital number 4815162", Kind.RECORD),
        ("C/ Mallorca 401", Kind.ADDRESS),
        ("calle de la Rosa, 5", Kind.ADDRESS),
        ("Avinguda Diagonal 211", Kind.ADDRESS),
        ("Passeig de la Vall d'Hebron, 119", Kind.ADDRESS),
        ("Sra. Rosa Puig", Kind.NAME),
        ("D. Joan Mas came", Kind.NAME),
        ("iniciales: A.P.G.", Kind.INITIALS),
        ("initials RDP", Kind.INITIALS),
        ("+44 20 7946 0958", Kind.PHONE),
    ],
    ids=str,
)
def test_what_tells_who_somebody_is(text: str, kind: Kind) -> None:
    """T31."""
    assert [found for found, _ in kinds(f"Yesterday: {text}")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+34 93",
        "Lot A1110X, 12345678",
        "10 mg/24 h, 5-10-5 mg",
        "ANA 1:640, anti-dsDNA 63.5 IU/mL",
        "2010-03-15 08:30, 15/03/2010",
        "Vitamina D Deficiencia leve",
        "Dr. Marc Soler, Dra. Peña",
        "Platelets 250000/mm3, then 300 000",
        "SHA-256 9f86d081884c7d659a2feaa0c55ad015",
        "NCT01408199, EudraCT 2009-016508-21",
        "Calle cortada; historia de 3 meses",
        "Creatinine 0.85 mg/dL (61 µmol/L), eGFR 90.4",
        "CLASI-A 24, 25.90 % BSA, 18 %",
        "SAP (serum amyloid P) 12 mg",
        "[withheld 12345]",
    ],
)
def test_what_is_no_identifier(text: str) -> None:
    """T31: whoever is asked too often no longer reads."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hija de Puig", (Kind.NAME, "Puig")),
        ("rosa delgado refiere dolor", (Kind.NAME, "rosa delgado")),
        ("DELGADO PUIG, Rosa", (Kind.NAME, "DELGADO PUIG, Rosa")),
        ("la señora Délgado", (Kind.NAME, "Délgado")),
        ("number 0481516", (Kind.RECORD, "H-0481516")),
        ("ext. 932 746 100", (Kind.RECORD, "93 274 61 00")),
        ("nacida el 12-7-1969", (Kind.BIRTH, "12-7-1969")),
        ("born 1969-07-12", (Kind.BIRTH, "1969-07-12")),
    ],
    ids=str,
)
def test_what_the_identification_list_knows(text: str, found: tuple[Kind, str]) -> None:
    """T30, T31."""
    assert found in [(f.kind, f.text) for f in LISTED.found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "paciente delgado, pelo rubio",
        "exantema rosa en mejillas",
        "Mas dolor i prurito",
        "10481516",
        "112-7-1969",
        "lesions in 1971",
        "",
    ],
)
def test_common_words_are_not_taken_for_names(text: str) -> None:
    """T31."""
    assert list(LISTED.found(text)) == []


def test_a_list_nobody_may_read_finds_nothing() -> None:
    assert list(Listed().found("Rosa Delgado Puig, 0481516")) == []


@pytest.fixture
def told(study: StudyFile) -> StudyFile:
    """A study with a telephone in each place that takes words."""
    ae, dm = key("AE"), key("DM", "SCR")
    study.add_row(ae, "ae", {"AETERM": "Rash, call 612000001"})
    study.keep_unaccepted(ae, "ae", "1", "AEENDAT", "612000002")
    study.explain(ae, ("ae", "1", "AE.END"), "said on 612000003")
    study.say_missing([(key("VS", "D1"), ("vs", "", "TEMP"))], Missing("ND", "612000004"))
    study.answer(dm, [Answer("dm", "", "SEX", "F")])
    study.set_status(ae, Status.COMPLETE)
    study.answer(ae, [Answer("ae", "1", "AETERM", "Rash")], "612000005 was a slip")
    study.attach(b"x")
    study.actor = JOAN
    study.queries.ask(dm, ("dm", "", "SEX"), "Ask at 612000006")
    study.actor = ANA
    study.log_event("IMPORT", "answers of 612000007.xlsx")
    study.log_event("LOGIN", "612000008")
    return study


def test_every_place_that_takes_words_is_looked_through(told: StudyFile) -> None:
    """T31: what was corrected is in the trail of the export still."""
    found = {hit.text[-1]: hit.place for hit in hits(told.data())}
    assert {n: place.source for n, place in found.items()} == {
        "1": Source.TRAIL,
        "2": Source.TYPED,
        "3": Source.REASON,
        "4": Source.COMMENT,
        "5": Source.TRAIL,
        "6": Source.QUERY,
        "7": Source.TRAIL,
    }
    assert (found["2"].key, found["2"].section, found["2"].row) == (key("AE"), "ae", "1")
    assert found["1"].entry < found["5"].entry


def test_what_a_form_says_now_is_not_listed_again_from_the_trail(study: StudyFile) -> None:
    study.add_row(key("AE"), "ae", {"AETERM": "Call 612000001"})
    (hit,) = hits(study.data())
    assert (hit.place.source, hit.place.item) == (Source.ANSWER, "AETERM")


def test_a_number_that_was_measured_is_no_telephone(study: StudyFile) -> None:
    """T31: answers that are no words are not looked at, strokes least of all."""
    study.answer(key("LB"), [Answer("lb", "DSDNA", "LBORRES", "612000001")])
    assert hits(study.data()) == ()


def test_the_demonstration_holds_no_identifier(demonstration_file) -> None:
    """T31."""
    study = StudyFile.open(demonstration_file, ANA, read_only=True)
    found = hits(study.data())
    study.close()
    assert found == ()
