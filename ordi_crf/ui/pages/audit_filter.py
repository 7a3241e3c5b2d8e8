"""AuditFilter: what is looked for in the audit trail, one field for each part of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core.records import AuditEntry, SubjectKey
from ordi_crf.core.trail import Kind, Wanted, people
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.button import Kind as Look
from ordi_crf.ui.components.fields import LineField, ListField

_ANY = 0
_DATE, _LIST = 112, 134


class AuditFilter(QWidget):
    """Subject, visit, form, item, person, kind and two days; `changed` when one of them is."""

    changed = Signal()

    def __init__(
        self, audit: Sequence[AuditEntry], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        subjects = sorted({(e.siteid, e.subjid) for e in audit if e.subjid})
        visits = {e.visit for e in audit if e.visit}
        known = {e.form for e in audit if e.form}
        self._subjects = [SubjectKey(*ids) for ids in subjects]
        self._people = people(audit)
        self._visits = [v for v in study.EVENTS if v.code in visits]
        self._forms = [form for form in forms.FORMS if form.oid in known]
        self._items: list[str] = []
        self._kinds = list(Kind)
        self._subject = self._list(self.tr("Subject"), [s.subjid for s in self._subjects])
        self._visit = self._list(self.tr("Visit"), [v.label.in_(language) for v in self._visits])
        self._form = self._list(self.tr("Form"), [f.title.in_(language) for f in self._forms])
        self._item = self._list(self.tr("Item"), [])
        self._person = self._list(self.tr("Person"), self._people)
        self._kind = self._list(self.tr("Kind"), [k.value.in_(language) for k in self._kinds])
        self._since = self._day(self.tr("From (date)"))
        self._until = self._day(self.tr("To (date)"))
        self._clear = Button(self.tr("Show all"), Look.LINK)
        self._clear.setObjectName("show_all")
        self._clear.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        for field in (*self._lists(), self._since, self._until):
            row.addWidget(field)
        row.addWidget(self._clear)
        row.addStretch(1)
        self._form.currentIndexChanged.connect(self._on_form)
        self._on_form()

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        at = {name: field.currentIndex() - 1 for name, field in self._named().items()}
        return Wanted(
            subject=self._subjects[at["subject"]] if at["subject"] >= 0 else None,
            visit=self._visits[at["visit"]].code if at["visit"] >= 0 else "",
            form=self._forms[at["form"]].oid if at["form"] >= 0 else "",
            item=self._items[at["item"]] if at["item"] >= 0 else "",
            person=self._people[at["person"]] if at["person"] >= 0 else "",
            kind=self._kinds[at["kind"]] if at["kind"] >= 0 else None,
            since=self._since.text().strip(),
            until=self._until.text().strip(),
        )

    def words(self) -> str:
        """Return what is looked for, for a reader of what was found."""
        chosen = [f.currentText() for f in self._lists() if f.currentIndex() > _ANY]
        since, until = self._since.text().strip(), self._until.text().strip()
        if since or until:
            chosen.append(f"{since or '…'} – {until or '…'}")
        return "; ".join(chosen)

    @Slot()
    def clear(self) -> None:
        """Look for anything."""
        for field in self._lists():
            field.setCurrentIndex(_ANY)
        self._since.clear()
        self._until.clear()
        self.changed.emit()

    def _named(self) -> dict[str, ListField]:
        return {
            "subject": self._subject, "visit": self._visit, "form": self._form,
            "item": self._item, "person": self._person, "kind": self._kind,
        }  # fmt: skip

    def _lists(self) -> list[ListField]:
        return list(self._named().values())

    def _list(self, words: str, choices: Sequence[str]) -> ListField:
        field = ListField()
        field.setAccessibleName(words)
        field.setToolTip(words)
        field.addItem(f"{words}…")
        field.addItems(list(choices))
        field.setFixedWidth(_LIST)
        field.currentIndexChanged.connect(self.changed)
        return field

    def _day(self, words: str) -> LineField:
        field = LineField()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setToolTip(self.tr("ISO 8601, such as 2010, 2010-03 or 2010-03-15"))
        field.setFixedWidth(_DATE)
        field.setMaxLength(len("2010-03-15"))
        field.textChanged.connect(self.changed)
        return field

    @Slot()
    def _on_form(self) -> None:
        """Offer the items of the form that is looked for."""
        at = self._form.currentIndex() - 1
        items = [i for s in self._forms[at].sections for i in s.items] if at >= 0 else []
        self._items = [item.name for item in items]
        blocked = self._item.blockSignals(True)
        while self._item.count() > 1:
            self._item.removeItem(1)
        self._item.addItems([item.label.in_(self._language) for item in items])
        self._item.setCurrentIndex(_ANY)
        self._item.blockSignals(blocked)
        self._item.setEnabled(bool(items))
