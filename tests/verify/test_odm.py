"""An ODM file that was changed: the element is named, whichever it is; hostile ones are refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from ordi_crf.cli.commands import commands
from ordi_crf.cli.options import BROKEN, UNUSABLE
from ordi_crf.core.chain import chain_hash
from ordi_crf.core.deidentification.profile import OPTIONS, Profile
from ordi_crf.core.delivery import CancelledError
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.deliver import Request, begin, deliver, end, reduced
from ordi_crf.export import odm as export
from ordi_crf.export.odm import seal
from ordi_crf.verify import files, odm
from ordi_crf.verify.elements import Element, elements
from ordi_crf.verify.report import MOST, Report, UnreadableError
from ordi_crf.verify.trust import Trust
from tests.builders import ANA, key
from tests.export.workbook_data import delivery_of
from tests.imports.lived import DM, lived, written
from tests.verify.altered_odm import Document, Node, document, kind, local

REFUSED = {("Study", "OID"), ("ClinicalData", "StudyOID"), ("ODM", "SourceSystem")}
"""What tells that a file is of this study and program: anything else is no file to verify."""
END_OF_OURS = "<!-- ORDI-CRF odm 1"
TURNS = 40
"""Elements of which one is changed at a turn, so that each change stands by itself."""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyFile]:
    """A study in which everything happened once."""
    with closing(lived(tmp_path_factory.mktemp("lived") / "study.ordi")) as study:
        yield study


@pytest.fixture(scope="module")
def file(study: StudyFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(study, tmp_path_factory.mktemp("odm") / "study.xml")


@pytest.fixture(scope="module")
def scored(site: StudyFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a study with scores, drawings and laboratory results."""
    return written(site, tmp_path_factory.mktemp("scored") / "study.xml")


@pytest.fixture(scope="module")
def whole(file: Path) -> Document:
    return document(file)


@pytest.fixture
def everything(request: pytest.FixtureRequest) -> bool:
    """Whether each element is changed, not a sample of them."""
    return request.config.getoption("--mutations") == 0


def named(found: Report) -> set[str]:
    return {problem.sheet for problem in found.problems if problem.sheet}


def said(found: Report) -> str:
    return "\n".join(problem.said.en for problem in found.problems)


def found_in(path: Path) -> str:
    """Return what verifying a changed file says; a sentence, too, where it is not read."""
    try:
        return said(odm.verify(path))
    except UnreadableError as error:
        return error.message.en


def test_the_file_as_it_was_written_holds(file: Path) -> None:
    """T33: every answer, definition and figure made again from the trail gives the same file."""
    found = odm.verify(file)
    assert said(found) == ""
    assert len(found.holds) == 3
    assert found.notes == []
    facts = {name.en: value for name, value in found.facts}
    assert facts["Made by"] == "Ana Puig"
    assert facts["Audit entries"] == str(file.read_text(encoding="utf-8").count('"IG.AUDIT" Item'))


def test_a_study_with_scores_and_drawings_holds(scored: Path) -> None:
    """T33: scores and % of body surface are computed again from answers and strokes."""
    assert said(odm.verify(scored)) == ""


def places(path: Path) -> list[Element]:
    """Return the elements of a file, texts left out: one for each of the standard library's."""
    return [element for element in elements(path) if element.name]


def flipped(document: Document, due: list[Element], turn: int) -> set[str]:
    """Change one attribute or text of many elements, another at each turn; return which."""
    expected = set()
    for n, ((parent, node), element) in enumerate(zip(document.nodes(), due, strict=True)):
        apart = element.path.startswith(("AUDIT ", "FILE "))
        names = [None, *node.attrib] if (node.text or "").strip() else [*node.attrib]
        if (n + turn) % TURNS or apart or not names:
            continue
        name = names[(turn // TURNS) % len(names)]
        if (local(node), name) in REFUSED or name == "FileType" or parent is None:
            continue
        if name is None:
            node.text = f"{node.text}x"
            expected.add(element.path)
        else:
            node.set(name, f"{node.get(name)}x")
            shown = name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
            expected.add(f"{element.path}, {shown}")
    return expected


@pytest.mark.slow
def test_whatever_is_changed_of_an_element_is_named_by_its_place(
    whole: Document, file: Path, tmp_path: Path, everything: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T05, T33: `make prove` changes every attribute and text outside the trail in this way."""
    monkeypatch.setattr("ordi_crf.verify.elements.MOST", 10**6)
    due = places(file)
    widest = max(len(node.attrib) for _, node in whole.nodes()) + 1
    for turn in range(TURNS * widest if everything else TURNS + 2):
        changed = whole.copied()
        expected = flipped(changed, due, turn)
        found = named(odm.verify(changed.saved(tmp_path / "changed.xml")))
        near = {place for place in expected if _is_near_typed(place)}
        assert expected - near - found == set(), turn
        assert found or not expected or near, turn


def _is_near_typed(place: str) -> bool:
    """Return whether a place is around typed text, which stands in no entry.

    Under another key it is another place's, so that more is named than what was changed.
    """
    return " / LOG / AE" in place


def data_values(document: Document) -> list[Node]:
    """Return the items of data, those of the trail and kept files left out."""
    return [
        node for parent, node in document.nodes()
        if local(node) == "ItemData" and "Value" in node.attrib and parent is not None
        and parent.get("ItemGroupOID") not in ("IG.AUDIT", "IG.FILE")
    ]  # fmt: skip


@pytest.mark.parametrize("which", ["file", "scored"])
def test_every_value_that_is_changed_is_named_and_no_other(
    which: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T05, T33: answers, strokes and computed figures alike, each of them."""
    monkeypatch.setattr("ordi_crf.verify.elements.MOST", 10**6)
    path: Path = request.getfixturevalue(which)
    changed, due = document(path), places(path)
    order = {id(node): element for (_, node), element in zip(changed.nodes(), due, strict=True)}
    expected = set()
    for node in data_values(changed)[::3]:
        node.set("Value", f"{node.get('Value')}9")
        expected.add(f"{order[id(node)].path}, Value")
    assert len(expected) > 20
    assert named(odm.verify(changed.saved(tmp_path / "changed.xml"))) == expected


@pytest.mark.parametrize(
    "figure",
    ["CLASI.FIGURES / CLASI.CLTOTA", "CLASI.FIGURES / CLASI.CLTOTD", "BM.FIGURES"],
    ids=["CLASI activity", "CLASI damage", "% of body surface"],
)
def test_a_changed_figure_is_named_although_the_digest_was_made_again(
    scored: Path, tmp_path: Path, figure: str
) -> None:
    """T33: who changes a score can seal the file again, but the answers give another one."""
    changed, due = document(scored), places(scored)
    at = next(
        n for n, (element, (_, node)) in enumerate(zip(due, changed.nodes(), strict=True))
        if figure in element.path and local(node) == "ItemData"
    )  # fmt: skip
    node = changed.nodes()[at][1]
    node.set("Value", f"{node.get('Value')}5")
    path = resealed(changed, tmp_path / "changed.xml")
    found = odm.verify(path)
    assert named(found) == {f"{due[at].path}, Value"}
    assert f"the file says {node.get('Value')}" in said(found)


def resealed(changed: Document, path: Path) -> Path:
    """Write a changed file with a SHA-256 that fits it."""
    told = [line.split(" ", 1) for line in changed.end.splitlines()[1:-2]]
    bare = Document(changed.root, "").saved(path)
    seal.seal(bare, dict(told))
    assert seal.holds(bare)
    return bare


def deleted(parent: Node, node: Node) -> bool:
    parent.remove(node)
    return True


def doubled(parent: Node, node: Node) -> bool:
    parent.insert(list(parent).index(node), node)
    return True


def moved(parent: Node, node: Node) -> bool:
    """Put an element behind the one that follows it, where that is another."""
    several = list(parent)
    place = several.index(node)
    if place + 1 == len(several) or _same(several[place], several[place + 1]):
        return False
    parent.remove(node)
    parent.insert(place + 1, node)
    return True


def _same(one: Node, other: Node) -> bool:
    return one.tag == other.tag and one.attrib == other.attrib and not len(one) and not len(other)


WAYS = (deleted, doubled, moved)


def of_each_kind(document: Document, most: int) -> list[tuple[str, int]]:
    """Return the places of a few elements of every kind there is."""
    kept: dict[str, list[int]] = {}
    for n, (parent, node) in enumerate(document.nodes()):
        if parent is not None:
            kept.setdefault(kind(parent, node), []).append(n)
    return [(name, n) for name, several in kept.items() for n in several[-most:]]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_an_element_taken_out_put_in_or_moved_is_found_whichever_it_is(
    whole: Document, tmp_path: Path, everything: bool, way: Callable[[Node, Node], bool]
) -> None:
    """T05: every kind of element there is, each in one way; `make prove` takes ten in all ways."""
    several = of_each_kind(whole, 10 if everything else 1)
    for name, n in several if everything else several[WAYS.index(way) :: len(WAYS)]:
        changed = whole.copied()
        parent, node = changed.nodes()[n]
        assert parent is not None
        if way(parent, node):
            told = found_in(resealed(changed, tmp_path / "changed.xml"))
            assert told, (name, n)


@pytest.mark.parametrize(
    ("which", "way", "words"),
    [
        ("SubjectData", deleted, "this is missing: SubjectData SubjectKey="),
        ("FormData", deleted, "this is missing: FormData FormOID="),
        ("FormDef", doubled, "this is not what the audit trail gives: FormDef"),
        ("ItemGroupData", moved, "this is missing: ItemGroupData"),
        ("CodeListItem", deleted, "this is missing: CodeListItem CodedValue="),
        ("Signature", deleted, "this is missing: Signature ID="),
        ("User", moved, "this is missing: User OID="),
    ],
)
def test_what_is_gone_or_too_many_is_one_sentence(
    scored: Path, tmp_path: Path, which: str, way: Callable[[Node, Node], bool], words: str
) -> None:
    """T05: and not one for all that is inside of it."""
    changed = document(scored)
    assert any(
        way(parent, node) for parent, node in changed.nodes()
        if parent is not None and local(node) == which
        and node.get("ItemGroupOID") not in ("IG.AUDIT", "IG.FILE")
    )  # fmt: skip
    told = said(odm.verify(resealed(changed, tmp_path / "changed.xml"))).splitlines()
    assert len(told) <= 2
    assert any(words in line for line in told)


def test_an_answer_that_is_there_twice_is_told(scored: Path, tmp_path: Path) -> None:
    changed = document(scored)
    parent, node = next((p, n) for p, n in changed.nodes() if n.get("ItemOID") == "I.dm.SEX"
                        and local(n) == "ItemData")  # fmt: skip
    assert parent is not None
    doubled(parent, node)
    assert "two values for I.dm.SEX" in found_in(changed.saved(tmp_path / "changed.xml"))


def entries(document: Document) -> list[Node]:
    return [n for _, n in document.nodes() if n.get("ItemGroupOID") == "IG.AUDIT"]


def test_each_entry_of_the_trail_that_is_changed_is_named(
    whole: Document, tmp_path: Path, everything: bool
) -> None:
    """T05, T06: whichever field of whichever entry."""
    total = len(entries(whole))
    numbers = range(total) if everything else (0, 7, total // 2, total - 2, total - 1)
    changed = whole.copied()
    for n in numbers:
        item = entries(changed)[n][0]
        kept = item.attrib["Value"]
        for field in range(18) if everything or n == 7 else (0, 16):
            fields = json.loads(kept)
            fields[field] = fields[field] + 1 if isinstance(fields[field], int) else "other"
            item.set("Value", json.dumps(fields))
            found = odm.verify(changed.saved(tmp_path / "changed.xml"))
            assert named(found) == {f"AUDIT {n + 1}"}, (n, field)
        item.set("Value", kept)


def test_a_changed_hash_is_named(whole: Document, tmp_path: Path) -> None:
    changed = whole.copied()
    entries(changed)[40][1].set("Value", "0" * 64)
    found = odm.verify(changed.saved(tmp_path / "changed.xml"))
    assert "the hash of entry 41 was changed" in said(found)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_an_entry_taken_out_put_in_or_moved_is_named(
    whole: Document, tmp_path: Path, way: Callable[[Node, Node], bool]
) -> None:
    changed = whole.copied()
    entry = entries(changed)[40]
    parent = next(p for p, n in changed.nodes() if n is entry)
    assert parent is not None
    way(parent, entry)
    found = odm.verify(changed.saved(tmp_path / "changed.xml"))
    assert "entries were removed, inserted or moved" in said(found)
    assert min(named(found)) == ("AUDIT 42" if way is doubled else "AUDIT 41")


def test_entries_cut_off_the_end_are_found_by_the_head_at_the_end(
    whole: Document, tmp_path: Path
) -> None:
    """T07: the last entry, of the export, changes nothing that the file says elsewhere."""
    changed = whole.copied()
    last = entries(changed)[-1]
    next(p for p, n in changed.nodes() if n is last).remove(last)  # type: ignore[union-attr]
    found = odm.verify(resealed(changed, tmp_path / "changed.xml"))
    assert "entries were cut off" in said(found)


def test_a_trail_that_was_taken_out_is_told(whole: Document, tmp_path: Path) -> None:
    changed = whole.copied()
    for parent, node in changed.nodes():
        if node.get("ItemGroupOID") == "IG.AUDIT" and parent is not None:
            parent.remove(node)
    found = odm.verify(changed.saved(tmp_path / "changed.xml"))
    assert "The file has no audit trail" in said(found)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("YSBwaG90b2dyYXBo", "YSBwaG90b2dyYXBi", "is not the one of its SHA-256"),
        ("last  spring", "last winter", "unreadable text that was typed"),
        (">ND<", ">NA<", "Flag / FlagValue CL.NULLFLAVOR: the file says NA"),
        (">No thermometer", ">One thermometer", "/ Comment: the file says One thermometer"),
        ('Originator="Ana Puig"', 'Originator="Ana Pons"', "who exported it and when"),
        ('CreationDateTime="2010', 'CreationDateTime="2011', "AsOfDateTime: the file says 2010"),
        ('SourceSystemVersion="', 'SourceSystemVersion="9.', "it names is not the one that wrote"),
        ('FileOID="FILE.5', 'FileOID="FILE.6', "FileOID: the file says FILE.6"),
        ("\nexport 5", "\nexport 6", "FileOID: the file says FILE.5"),
        ("\nentries 1", "\nentries 2", "its bytes are not those of its SHA-256"),
        ("\n  <User OID", "\n   <User OID", "its bytes are not those of its SHA-256"),
        ("\n  <User OID", "\n  <!-- mine --><User OID", "its bytes are not those of its SHA-256"),
        (END_OF_OURS, "<!-- ORDI-CRF odm 2", "The file does not end with its SHA-256"),
    ],
)  # fmt: skip
def test_what_is_changed_is_told(
    file: Path, tmp_path: Path, old: str, new: str, words: str
) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "changed.xml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    assert words in said(odm.verify(path))


def test_a_kept_file_that_was_taken_out_is_named(whole: Document, tmp_path: Path) -> None:
    changed = whole.copied()
    for parent, node in changed.nodes():
        if node.get("ItemGroupOID") == "IG.FILE" and parent is not None:
            parent.remove(node)
    found = odm.verify(changed.saved(tmp_path / "changed.xml"))
    assert "was taken out, of which the trail tells" in said(found)


def test_a_changed_byte_is_found_wherever_it_is(
    file: Path, tmp_path: Path, everything: bool
) -> None:
    """T05: also one that XML does not count, such as a space between two elements."""
    content = file.read_bytes()
    path = tmp_path / "changed.xml"
    steps = 2000 if everything else 25
    for n in range(steps):
        place = n * (len(content) - 1) // (steps - 1)
        changed = bytearray(content)
        changed[place] ^= 1
        path.write_bytes(changed)
        assert found_in(path), place


def test_many_changes_are_summed_up(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("<Decode>", '<Decode Name="mine">')
    path = tmp_path / "changed.xml"
    path.write_text(text, encoding="utf-8", newline="")
    found = odm.verify(path)
    assert len(found.problems) == MOST + 1
    assert found.problems[-1].said.en == "And more of the same kind."


def of_version(whole: Document, version: str, path: Path) -> Path:
    """Write the file as another version of the program would have ended its trail."""
    changed = whole.copied()
    before, last = entries(changed)[-2:]
    fields = json.loads(last[0].attrib["Value"])
    fields[4] = version
    last[0].set("Value", json.dumps(fields))
    head = chain_hash(before[1].attrib["Value"], *fields)
    changed.end = changed.end.replace(last[1].attrib["Value"], head)
    last[1].set("Value", head)
    changed.root.set("SourceSystemVersion", version)
    return resealed(changed, path)


def test_a_file_of_another_version_is_verified_as_far_as_that_goes(
    whole: Document, tmp_path: Path
) -> None:
    path = of_version(whole, "9.9.9", tmp_path / "other.xml")
    found = odm.verify(path)
    assert said(found) == ""
    assert "Made by ORDI CRF 9.9.9, not by this version" in found.notes[0].en
    assert len(found.holds) == 3
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('I.dm.SEX" Value="F', 'I.dm.SEX" Value="M'), encoding="utf-8")
    assert "the answers in the file say M, its audit trail says F" in said(odm.verify(path))
    path.write_text(text.replace("<Decode>", "<Decode >", 1), encoding="utf-8", newline="")
    assert "its bytes are not those of its SHA-256" in said(odm.verify(path))


def test_a_file_made_from_several_names_the_merged_file(study: StudyFile, tmp_path: Path) -> None:
    path = tmp_path / "merged.xml"
    export.write(replace(delivery_of(study), sources=("a.zip", "b.zip")), path)
    found = odm.verify(path)
    assert found.problems == []
    assert "Made from several files" in found.notes[0].en
    path.write_bytes(path.read_bytes().replace(b"Ana Puig", b"Ana Pons"))
    assert "its bytes are not those of its SHA-256" in said(odm.verify(path))


CODES = [(code.value,) for code in OPTIONS.codes]


@pytest.mark.parametrize("codes", [*CODES, tuple(code for (code,) in CODES)], ids="+".join)
@pytest.mark.parametrize("which", ["study", "site"])
def test_a_file_under_a_profile_holds(
    which: str, request: pytest.FixtureRequest, tmp_path: Path, codes: tuple[str, ...]
) -> None:
    """T32, T33: what was left out is left out of trail and data alike, and still adds up."""
    of: StudyFile = request.getfixturevalue(which)
    profile = Profile.of(codes)
    whole = replace(delivery_of(of), files=of.attachment)
    path = tmp_path / "reduced.xml"
    export.write(reduced(replace(whole, export_id=profile.named(whole.export_id)), profile), path)
    found = files.verify(path, Trust(data=of.data()), lambda *_: None, lambda: False)
    assert said(found) == ""
    assert "It was reduced to leave" in found.notes[0].en


def test_a_file_is_held_against_the_study(study: StudyFile, file: Path, path: Path) -> None:
    """T33: the study that it left goes on from there; another one does not hold its end."""
    study.answer(key("VS", "D1"), [Answer("vs", "", "WEIGHT", "61.5")])
    found = files.verify(file, Trust(data=study.data()), lambda *_: None, lambda: False)
    assert "goes on from where this one ends" in found.holds[-1].en
    with closing(StudyFile.create(path, ANA)) as other:
        data = other.data()
    found = files.verify(file, Trust(data=data), lambda *_: None, lambda: False)
    assert "they are not the same study" in said(found)


@pytest.mark.slow
def test_the_file_in_a_package_is_verified_too(tmp_path: Path, path: Path) -> None:
    """T25, T26: it has to be of the export of the package."""
    with closing(lived(path)) as study:
        request = Request(tmp_path, workbook=False, casebooks=False, odm=True, package=True)
        begin(study, request)
        package, public = deliver(study.path, ANA, request)
        end(study, [package, public])
        trust = Trust(data=study.data())
    found = files.verify(package, trust, lambda *_: None, lambda: False)
    assert said(found) == ""
    assert any("_odm.xml: Made again from the trail" in text.en for text in found.holds)


def test_progress_reaches_its_end_and_can_be_stopped(file: Path) -> None:
    asked = count()
    steps: list[tuple[int, int]] = []
    odm.verify(file, lambda *step: steps.append(step))
    assert steps[-1][0] == steps[-1][1]
    with pytest.raises(CancelledError):
        odm.verify(file, cancelled=lambda: next(asked) == 1)


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(commands, ["verify", *map(str, arguments)])
    return done.exit_code, done.output


def test_the_command_line_verifies_it(file: Path, tmp_path: Path) -> None:
    """T25, T33: whoever has the file and the program, without the study."""
    code, words = run(file)
    assert (code, words.splitlines()[0]) == (0, "ODM file: study.xml")
    assert "Rehecho a partir de la auditoría" in run(file, "--language", "es")[1]
    renamed = tmp_path / "study.odm"
    text = file.read_text(encoding="utf-8")
    renamed.write_text(text.replace('I.dm.SEX" Value="F', 'I.dm.SEX" Value="M'), encoding="utf-8")
    code, words = run(renamed)
    assert code == BROKEN
    assert "DM / dm / dm.SEX, Value: the file says M" in words


def body(text: str) -> str:
    return f'<?xml version="1.0"?>{text}'


LAUGHS = body('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><ODM>&b;</ODM>')
OUTSIDE = body('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><ODM>&e;</ODM>')


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(LAUGHS.encode(), "declares a document type", id="billion laughs"),
        pytest.param(OUTSIDE.encode(), "declares a document type", id="external entity"),
        pytest.param(body("<html/>").encode(), "is not CDISC ODM 1.3", id="another format"),
        pytest.param(body('<ODM xmlns="urn:x"/>').encode(), "is not CDISC", id="namespace"),
        pytest.param(b"", "is not a whole XML file", id="empty"),
        pytest.param(b"Dear colleague", "is not a whole XML file", id="text"),
        pytest.param(bytes(4096), "is not a whole XML file", id="zeros"),
        pytest.param(b"\xff" * 64, "is not a whole XML file", id="no encoding"),
        pytest.param(body("<a>" * 9000).encode(), "is not CDISC ODM", id="deep"),
        pytest.param(
            b'<?xml version="1.0" encoding="EBCDIC-XX"?><ODM/>', "is not a whole XML file",
            id="unknown encoding",
        ),
    ],
)  # fmt: skip
def test_what_is_none_of_ours_is_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "hostile.xml"
    path.write_bytes(content)
    code, told = run(path)
    assert code == UNUSABLE, told
    assert "hostile.xml" in told
    assert words in told
    assert len(told.strip().splitlines()) == 1


def with_nul(text: str) -> bytes:
    return text.replace("Fever", "Fe\0ver", 1).encode()


def said_latin(text: str) -> bytes:
    return text.replace("UTF-8", "US-ASCII", 1).encode()


def with_entities(text: str) -> bytes:
    bomb = '?>\n<!DOCTYPE ODM [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n'
    return text.replace("?>\n", bomb, 1).encode()


def with_deep_entry(text: str) -> bytes:
    start = text.index("I.AUDIT.ENTRY\" Value='")
    at = text.index("'", start)
    return (text[: at + 1] + "[" * 200_000 + text[text.index("'", at + 1) :]).encode()


def of_nobody(text: str) -> bytes:
    return text.replace('SourceSystem="ORDI CRF"', 'SourceSystem="Other"', 1).encode()


def of_another_study(text: str) -> bytes:
    return text.replace('"ST.', '"ST.X', 1).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (with_nul, "is not a whole XML file"),
        (said_latin, "is not a whole XML file"),
        (with_entities, "declares a document type"),
        (with_deep_entry, "audit entry 1 cannot be read"),
        (of_nobody, "was not written by ORDI CRF"),
        (of_another_study, "is of another study"),
    ],
    ids=lambda given: given.__name__ if callable(given) else "",
)
def test_our_file_made_hostile_is_one_sentence(
    file: Path, tmp_path: Path, change: Callable[[str], bytes], words: str
) -> None:
    path = tmp_path / "hostile.xml"
    path.write_bytes(change(file.read_text(encoding="utf-8")))
    code, told = run(path)
    assert code == UNUSABLE, told
    assert words in told
    assert len(told.strip().splitlines()) == 1


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.9999])
def test_a_file_that_was_cut_short_is_told(file: Path, tmp_path: Path, share: float) -> None:
    content = file.read_bytes()
    path = tmp_path / "short.xml"
    path.write_bytes(content[: int(share * len(content))])
    code, told = run(path)
    assert code in (UNUSABLE, BROKEN)
    assert "not a whole XML file" in told or "does not end with its SHA-256" in told


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_another_encoding_is_other_bytes(file: Path, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "other.xml"
    text = file.read_text(encoding="utf-8").replace('encoding="UTF-8"', "", 1)
    path.write_text(text, encoding=encoding, newline="")
    assert found_in(path)


def test_a_trail_chained_by_somebody_else_is_a_sentence(whole: Document, tmp_path: Path) -> None:
    """Whoever knows the chain can write entries that no program writes."""
    changed = whole.copied()
    previous = old = ""
    for entry in entries(changed):
        fields = json.loads(entry[0].attrib["Value"])
        if fields[5] == "sign":
            fields[16] = "[" * 100_000
        entry[0].set("Value", json.dumps(fields))
        old, previous = entry[1].attrib["Value"], chain_hash(previous, *fields)
        entry[1].set("Value", previous)
    changed.end = changed.end.replace(old, previous)
    path = changed.saved(tmp_path / "chained.xml")
    assert "tells of what the definitions do not have" in found_in(path)


def test_a_signature_that_fits_no_content_is_named(whole: Document, tmp_path: Path) -> None:
    """T18: one that was copied to another form, in a trail chained anew (21 CFR 11.70)."""
    changed = whole.copied()
    previous, old = "", ""
    heads: dict[str, str] = {}
    for entry in entries(changed):
        fields = json.loads(entry[0].attrib["Value"])
        if fields[5] == "sign":
            told = json.loads(fields[16])
            fields[16] = json.dumps({**told, "head": heads[told["head"]]}, separators=(",", ":"))
        if (fields[14], fields[16]) == ("SEX", "F"):
            fields[16] = "M"
        old = entry[1].attrib["Value"]
        entry[0].set("Value", json.dumps(fields))
        previous = heads[old] = chain_hash(previous, *fields)
        entry[1].set("Value", previous)
    changed.end = changed.end.replace(old, previous)
    found = odm.verify(resealed(changed, tmp_path / "chained.xml"))
    assert "does not belong to this form" in said(found)
    assert DM.form in said(found)
