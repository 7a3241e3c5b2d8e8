"""The ODM file: valid, clean in its references, read by peers, and complete with its history."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from odmlib.loader import ODMLoader
from odmlib.odm_loader import XMLODMLoader
from odmlib.odm_parser import ODMSchemaValidator
from odmlib.oid_generator import create_oid_checker

from ordi_crf import forms, study
from ordi_crf.core.delivery import CancelledError, Delivery
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, deliver
from ordi_crf.export import odm
from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Choice, Form, Number
from tests.builders import ANA, answers, key
from tests.db import people, tables
from tests.export import odm_reading as reading
from tests.export.odm_reading import Element
from tests.export.workbook_data import DANGEROUS, LONG, delivery_of


@pytest.fixture(scope="module")
def file(delivery: Delivery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("odm") / "study.xml"
    odm.write(delivery, path)
    return path


@pytest.fixture(scope="module")
def document(file: Path) -> Element:
    return reading.root(file)


@pytest.fixture(scope="module")
def peer(file: Path) -> Any:
    # It names prefixes for the whole process, which would change the bytes of other XML.
    with pytest.MonkeyPatch.context() as prefixes:
        prefixes.setattr(ElementTree, "_namespace_map", dict(ElementTree._namespace_map))
        loader = ODMLoader(XMLODMLoader(model_package="odm_1_3_2"))
        loader.open_odm_document(str(file))
        return loader.load_odm()


def problems(path: Path) -> list[str]:
    """Return what CDISC's own schema says against a file."""
    schema = ODMSchemaValidator(standard="odm", version="1.3.2").xsd
    return [str(error.reason) for error in schema.iter_errors(str(path))]


def form_data(document: Element, form: str, visit: str) -> Element:
    (found,) = [
        data
        for event in reading.all_of(document, "StudyEventData")
        if event.attrib["StudyEventOID"] == f"SE.{visit}"
        for data in reading.all_of(event, "FormData")
        if data.attrib["FormOID"] == f"F.{form}"
    ]
    return found


def item_data(document: Element, form: str, visit: str, item: str) -> Element:
    found = reading.all_of(form_data(document, form, visit), "ItemData")
    return next(data for data in found if data.attrib["ItemOID"] == f"I.{item}")


def test_the_file_is_valid_by_the_schema_of_cdisc(file: Path) -> None:
    """T40: ODM output validates against the CDISC 1.3.2 XSD."""
    assert problems(file) == []


def test_every_reference_leads_to_a_definition_of_its_kind(peer: Any) -> None:
    """T40: ODM output passes an OID reference check; the schema alone takes an unknown OID."""
    assert peer.verify_oids(create_oid_checker("odm_1_3_2"))


def test_everything_of_the_study_is_in_the_file_and_valid(tmp_path: Path) -> None:
    """T25, T40: a study with two rows in every table, accounts and files, is told as a whole."""
    path = tmp_path / "study.ordi"
    tables.filled(path)
    opened = people.come(path, people.Role.INVESTIGATOR)
    picture = f"{opened.attach(b'a photograph')} skin.png"
    opened.add_row(key("PH"), "ph", {"PHFILE": picture})
    written = replace(delivery_of(opened), files=opened.attachment)
    odm.write(written, tmp_path / "study.xml")
    opened.close()
    assert problems(tmp_path / "study.xml") == []
    document = reading.root(tmp_path / "study.xml")
    begun = {(k.form, k.visit) for k in written.data.records}
    assert {(f.form, f.visit) for f in reading.forms_in(document)} == begun
    kept = [
        b64decode(group[0].attrib["Value"])
        for group in reading.all_of(document, "ItemGroupData")
        if group.attrib["ItemGroupOID"] == "IG.FILE"
    ]
    assert sorted(kept) == [b"a photograph", b"another photograph", b"one photograph"]


def test_a_peer_counts_the_same(peer: Any, delivery: Delivery) -> None:
    subjects = peer.ClinicalData[0].SubjectData
    assert [s.SubjectKey for s in subjects] == [s.subjid for s in delivery.data.subjects]
    counted = sum(len(e.FormData) for s in subjects for e in s.StudyEventData)
    assert counted == len(delivery.data.records)


def test_every_answer_that_stands_is_read_back_exactly(
    document: Element, delivery: Delivery
) -> None:
    """T25: values keep every digit and sign as entered."""
    told = {
        (f.subject, f.visit, f.repeat, f.form, section, row, name, value)
        for f in reading.forms_in(document)
        for section, rows in f.rows.items()
        for row, values in rows.items()
        for name, value in values.items()
    }
    known = {
        (k.subject.subjid, k.visit, k.visit_repeat, k.form, section, row.key, name, value)
        for k, record in delivery.data.records.items()
        for section in record.sections
        for row in record.live(section)
        for name, value in row.values.items()
        if value is not None
    }
    assert told == known


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_text_stays_the_text_it_was(document: Element, text: str) -> None:
    terms = [
        row["AETERM"] for f in reading.forms_in(document) for row in f.rows.get("ae", {}).values()
    ]
    assert text in terms


def test_the_hashes_of_the_trail_can_be_made_again_from_the_file(
    document: Element, delivery: Delivery
) -> None:
    """T06, T25: the whole audit trail is in the file, and its chain holds for who reads only it."""
    trail = reading.trail_in(document)
    assert [number for number, _, _ in trail] == list(range(1, len(delivery.data.audit) + 1))
    before = ""
    for _, fields, digest in trail:
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        before = hashlib.sha256(f"{before}\n{body}".encode()).hexdigest()
        assert before == digest
    assert before == delivery.data.head


def test_what_xml_cannot_hold_leaves_the_chain_whole(study: StudyFile, tmp_path: Path) -> None:
    """T06: a reason with control characters is escaped in the trail, not lost."""
    reason = "typed \x0b by\tmistake\r\n\x85 <&'\"> \uffff"
    study.answer(key("DM", "SCR"), answers({"dm": {"": {"SEX": "F"}}}), reason)
    odm.write(delivery_of(study), tmp_path / "study.xml")
    last = reading.trail_in(reading.root(tmp_path / "study.xml"))[-1]
    assert last[1][-1] == reason.strip()
    assert problems(tmp_path / "study.xml") == []


@pytest.mark.parametrize("visit", study.EVENTS, ids=lambda visit: visit.code)
def test_every_visit_is_defined_with_its_forms(document: Element, visit: study.Visit) -> None:
    (defined,) = [
        event
        for event in reading.all_of(document, "StudyEventDef")
        if event.attrib["OID"] == f"SE.{visit.code}"
    ]
    references = defined.findall(f"{reading.ODM}FormRef")
    assert [r.attrib["FormOID"] for r in references] == [f"F.{form}" for form in visit.forms]
    optional = {r.attrib["FormOID"][2:] for r in references if r.attrib["Mandatory"] == "No"}
    assert optional == set(visit.optional)
    aliases = {a.attrib["Context"]: a.attrib["Name"] for a in reading.all_of(defined, "Alias")}
    assert aliases.get("Days late") == (str(visit.after) if visit.planned else None)


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.oid)
def test_every_question_is_worded_in_both_languages(document: Element, form: Form) -> None:
    asked = {
        d.attrib["OID"]: reading.translated(d.find(f"{reading.ODM}Question") or d)
        for d in reading.all_of(document, "ItemDef")
    }
    for section in form.sections:
        for item in section.items:
            told = asked[f"I.{section.name}.{item.name}"]
            assert told == {"en": item.label.en, "es": item.label.es}


def test_every_codelist_has_its_codes_in_both_languages(document: Element) -> None:
    told = {
        codes.attrib["OID"]: {code.attrib["CodedValue"]: reading.translated(code) for code in codes}
        for codes in reading.all_of(document, "CodeList")
    }
    for form in forms.FORMS:
        for section in form.sections:
            for item in section.items:
                if isinstance(item, Choice):
                    assert told[f"CL.{item.codes.name}"] == {
                        code.value: {"en": code.text.en, "es": code.text.es}
                        for code in item.codes.codes
                    }


def test_limits_are_range_checks_hard_and_soft(document: Element) -> None:
    (height,) = [d for d in reading.all_of(document, "ItemDef") if d.attrib["OID"] == "I.vs.HEIGHT"]
    item = forms.form("VS").section("vs").item("HEIGHT")
    assert isinstance(item, Number)
    told = [
        (c.attrib["SoftHard"], c.attrib["Comparator"], c[0].text)
        for c in height.findall(f"{reading.ODM}RangeCheck")
        if "Comparator" in c.attrib
    ]
    assert told == [
        ("Hard", "GE", str(item.possible.lo)),
        ("Hard", "LE", str(item.possible.hi)),
        ("Soft", "GE", str(item.expected.lo)),
        ("Soft", "LE", str(item.expected.hi)),
    ]


def test_an_item_asked_on_a_condition_says_when_it_is_not(document: Element) -> None:
    told = {d.attrib["OID"]: d[-1].text for d in reading.all_of(document, "ConditionDef")}
    assert told["CD.sv.VISDAT"] == 'I.sv.SVOCCUR != "Y"'


def test_a_figure_is_defined_by_its_method_and_the_version_of_its_rule(document: Element) -> None:
    """T33: computed values tell the version of their formula."""
    told = {d.attrib["OID"]: d for d in reading.all_of(document, "MethodDef")}
    derived = forms.form("CLASI").derived[0]
    method = told["MT.CLASI.CLTOTA"]
    assert reading.translated(method) == {"en": derived.method.en, "es": derived.method.es}
    assert method[-1].attrib["Name"] == derived.version


def test_each_value_says_who_entered_it_when_and_why(document: Element, delivery: Delivery) -> None:
    """T01: who, when and why stand beside the value, and lead to the whole entry."""
    item = item_data(document, "DM", "SCR", "dm.SEX")
    record = item.find(f"{reading.ODM}AuditRecord")
    assert record is not None
    who, where, when, source = list(record)
    entry = delivery.data.audit[int(source.text or "") - 1]
    users = {u.attrib["OID"]: u for u in reading.all_of(document, "User")}
    name = users[who.attrib["UserOID"]].findtext(f"{reading.ODM}FullName")
    assert (entry.item, entry.new) == ("SEX", "F")
    assert (name, when.text) == (entry.actor, entry.at)
    assert where.attrib["LocationOID"] == "LOC.01"


def test_what_is_missing_is_null_with_its_flavour_and_comment(document: Element) -> None:
    item = item_data(document, "VS", "D1", "vs.TEMP")
    assert item.attrib["IsNull"] == "Yes"
    assert reading.flags(item) == {"NULLFLAVOR": "ND"}
    assert [c.text for c in reading.all_of(item, "Comment")] == ["No thermometer"]


def test_a_signature_names_its_meaning_and_binds_its_form(
    document: Element, delivery: Delivery
) -> None:
    """T18: printed name, time and meaning, and what ties them to the record (21 CFR 11.70)."""
    form = form_data(document, "DM", "SCR")
    assert reading.flags(form)["STATUS"] == "SIGNED"
    (signature,) = form.findall(f"{reading.ODM}Signature")
    (given,) = delivery.data.signatures
    manifest = signature.findtext(f"{reading.ODM}CryptoBindingManifest")
    assert json.loads(manifest or "")["digest"] == given.digest
    assert signature[2].attrib["SignatureOID"] == f"SD.{given.meaning}"


def test_queries_and_source_verification_stand_at_their_item(document: Element) -> None:
    born = item_data(document, "DM", "SCR", "dm.BRTHDAT")
    assert reading.flags(born) == {"QUERY": "RAISED"}
    (comment,) = reading.all_of(born, "Comment")
    assert comment.attrib["SponsorOrSite"] == "Sponsor"
    assert "Which day?" in (comment.text or "")
    assert reading.flags(item_data(document, "DM", "SCR", "dm.SEX")) == {"VERIFIED": "Y"}


def test_the_strokes_of_a_body_map_are_items(document: Element) -> None:
    """T34: strokes leave as vectors, so that whoever replays them gets the figures."""
    from ordi_crf.core.strokes import encode

    strokes = [
        row["BMOP"]
        for f in reading.forms_in(document)
        for row in f.rows.get("bm_stroke", {}).values()
    ]
    assert encode(LONG) in strokes


def test_the_same_data_give_the_same_bytes(delivery: Delivery, file: Path, tmp_path: Path) -> None:
    odm.write(delivery, tmp_path / "again.xml")
    assert (tmp_path / "again.xml").read_bytes() == file.read_bytes()


def test_a_cancelled_export_leaves_nothing(delivery: Delivery, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        odm.write(delivery, tmp_path / "study.xml", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(delivery: Delivery, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        odm.write(delivery, tmp_path / "gone" / "study.xml")


def test_the_progress_ends_with_everything_done(delivery: Delivery, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    odm.write(delivery, tmp_path / "study.xml", lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_export_holds_the_file_when_it_is_asked_for(study: StudyFile, tmp_path: Path) -> None:
    wanted = Request(tmp_path, workbook=False, casebooks=False, odm=True)
    (written,) = deliver(study.path, ANA, wanted)
    assert written.name.endswith("_odm.xml")
    assert wanted.name == "ODM"
    assert reading.root(written).attrib["FileType"] == "Snapshot"
