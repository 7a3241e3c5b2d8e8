"""Merging and comparing deliveries in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ordi_crf.db.study_file import Answer
from ordi_crf.merges import kept
from ordi_crf.ui.merges.compare_dialog import CompareDialog
from ordi_crf.ui.merges.merge_dialog import MergeDialog
from ordi_crf.ui.places import Exports
from tests.builders import NURIA, key
from tests.merges.copies import begun, copied, gone_on
from tests.ui.desk import Chooser

SEX = key("DM", "SCR")


class Sponsor(Chooser):
    """Answers for the file dialogs of whoever merges."""

    def __init__(self, folder: Path, *paths: Path) -> None:
        super().__init__()
        self._folder, self._paths = folder, list(paths)

    def deliveries(self, parent: QWidget) -> list[Path]:
        return self._paths

    def merged(self, parent: QWidget) -> Path | None:
        return self._folder / "all.ordi-merged"

    def changes(self, parent: QWidget) -> Path | None:
        return self._folder / "changes.xlsx"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    site = begun(tmp_path / "site.ordi")
    apart = copied(site, "apart.ordi")
    gone_on(site, 3, Answer("dm", "", "SEX", "M"), form=SEX)
    gone_on(apart, 4, Answer("dm", "", "SEX", None), form=SEX)
    return site, apart


def started(desk, tmp_path: Path, *paths: Path) -> MergeDialog:
    dialog = MergeDialog(desk.session, Sponsor(tmp_path, *paths), desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    dialog._on_choose()
    dialog.sources._on_add()
    dialog._on_start()
    desk.qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)
    return dialog


def test_both_are_opened_from_the_exports_page(desk) -> None:
    desk.view.go(Exports())
    for name, kind in (("open_merge", MergeDialog), ("open_compare", CompareDialog)):
        desk.page.findChild(QWidget, name).click()
        (dialog,) = desk.page.findChildren(kind)
        dialog.close()


def test_a_conflict_is_settled_by_choosing_one_with_a_reason(desk, two, tmp_path: Path) -> None:
    dialog = started(desk, tmp_path, *two)
    assert len(dialog.left) == 1
    dialog.panel.heads[0].click()
    dialog.panel.reason.setText("the passport")
    dialog.panel.settle.click()
    desk.qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)
    assert dialog.left == []
    data = kept.read(tmp_path / "all.ordi-merged").data("all")
    assert data.records[SEX].sections["dm"][""].values["SEX"] == "M"
    assert data.audit[-1].reason == "the passport"
    assert data.audit[-1].actor == "Ana Puig"


def test_a_conflict_shows_all_that_was_ever_said_of_the_place(desk, two, tmp_path: Path) -> None:
    dialog = started(desk, tmp_path, *two)
    words = "\n".join(label.text() for label in dialog.panel.findChildren(QLabel))
    for said in ("Female", "Male", "(blank)"):
        assert f": {said}" in words


@pytest.mark.parametrize(
    ("value", "reason", "says"),
    [("F", "", "reason"), ("X", "because", "not one of")],
    ids=["no reason", "no such value"],
)
def test_what_cannot_settle_a_conflict_is_said(
    value: str, reason: str, says: str, desk, two, tmp_path: Path
) -> None:
    dialog = started(desk, tmp_path, *two)
    dialog.panel.third.setChecked(True)
    dialog.panel.value.setText(value)
    dialog.panel.reason.setText(reason)
    dialog.panel.settle.click()
    assert says in dialog._problem.text()
    assert len(kept.read(tmp_path / "all.ordi-merged").conflicts) == 1


def test_a_file_that_is_no_delivery_is_said_and_nothing_is_written(desk, two, tmp_path) -> None:
    letter = tmp_path / "letter.xlsx"
    letter.write_text("no workbook")
    dialog = started(desk, tmp_path, *two, letter)
    assert "letter.xlsx" in dialog._problem.text()
    assert not (tmp_path / "all.ordi-merged").exists()


def test_two_deliveries_are_compared_and_saved(desk, two, tmp_path: Path) -> None:
    site, _ = two
    later = copied(site, "later.ordi")
    gone_on(later, 8, Answer("dm", "", "SEX", "F"), form=SEX, actor=NURIA)
    dialog = CompareDialog(desk.session, Sponsor(tmp_path, site, later), desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    dialog.sources._on_add()
    dialog._on_start()
    desk.qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)
    (change,) = dialog.changes
    assert (change.old, change.new, change.actor) == ("M", "F", "Núria Vila")
    dialog._on_save()
    assert (tmp_path / "changes.xlsx").exists()


def test_a_study_with_accounts_asks_for_a_login(desk, tmp_path: Path) -> None:
    from tests.db import people

    path = tmp_path / "guarded.ordi"
    people.peopled(path)
    dialog = MergeDialog(desk.session, Sponsor(tmp_path, path), desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.sources._on_add()
    assert not dialog.sources._guarded.isHidden()
