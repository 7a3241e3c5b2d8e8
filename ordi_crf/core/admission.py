"""Whether a study takes a value at a place: it is asked there, can be stored, and nothing forbids.

The sentences are for the person who brings a file in; the study file holds to the same rules when
it is written, whoever asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ordi_crf import forms, study
from ordi_crf.core import life, permission_words, strokes, values
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation, Role, allowed, roles_for
from ordi_crf.core.records import Record, RecordKey, Status, StudyData, SubjectKey
from ordi_crf.forms.schema import Attachment, Item, Section, Stroke, Text

_NO_SUBJECT = Text(
    "There is no subject {subject} in this study.", "No hay ningún paciente {subject} aquí."
)
_NO_VISIT = Text("There is no visit {visit}.", "No existe la visita {visit}.")
_NO_FORM = Text("There is no form {form} at this visit.", "No hay formulario {form} en la visita.")
_NO_PLACE = Text("The form has no item {place}.", "El formulario no tiene el ítem {place}.")
_NOT_ASKED = Text("{item} is not asked in this row.", "{item} no se pregunta en esta fila.")
_VOIDED = Text("The row was voided.", "La fila se anuló.")
_NO_FILE = Text("The file it names is not in this study.", "El archivo que nombra no está aquí.")
_NO_VALUE = Text("{value} cannot be stored as it is.", "{value} no se puede guardar tal cual.")
_LOCKED = Text(
    "The form is locked: unlock it first, with a reason.",
    "El formulario está bloqueado: desbloquéelo antes, con un motivo.",
)
_ROLE = Text("Your role does not answer this form: {who}.", "Su función no lo responde: {who}.")
_SHOWN = 40
"""Characters of a value that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What a study is like at a moment, for somebody of a role who brings values in."""

    data: StudyData
    role: Role | None = None
    coming: frozenset[SubjectKey] = frozenset()
    """Subjects that the same file enrols."""
    kept: frozenset[str] = frozenset()
    """SHA-256 of each file kept in the study: another one is not brought in by its name."""
    _forms: dict[RecordKey, Text | None] = field(default_factory=dict)
    """What speaks against a whole form, asked once."""

    def value(self, key: RecordKey, place: Place) -> str | None:
        """Return what stands at a place, None for blank and for what there is not."""
        section, row, item = place
        record = self.data.records.get(key)
        found = None if record is None else record.sections.get(section, {}).get(row)
        return None if found is None else found.values.get(item)

    def missing(self, key: RecordKey, place: Place) -> Text | None:
        """Return why a place is said to be blank, None where nobody said."""
        record = self.data.records.get(key)
        said = None if record is None else record.missing(*place)
        return None if said is None else said.text

    def completed(self, key: RecordKey) -> bool:
        """Return whether somebody declared a form complete."""
        record = self.data.records.get(key)
        return record is not None and record.status.completed

    def against(self, key: RecordKey, place: Place, value: str | None) -> Text | None:
        """Return what speaks against a value at a place, None when nothing does."""
        if key not in self._forms:
            self._forms[key] = self._against_form(key) or self._against_person(key)
        record = self.data.records.get(key)
        return self._forms[key] or _against_place(key.form, place, value, record, self.kept)

    def _against_form(self, key: RecordKey) -> Text | None:
        if key.subject not in self.data.subjects and key.subject not in self.coming:
            return _NO_SUBJECT.format(subject=key.subject.subjid[:_SHOWN])
        if key.visit not in (event.code for event in study.EVENTS):
            return _NO_VISIT.format(visit=key.visit[:_SHOWN])
        if key.form not in study.event(key.visit).forms:
            return _NO_FORM.format(form=key.form[:_SHOWN])
        record = self.data.records.get(key)
        closed = record is not None and record.status is Status.LOCKED
        around = life.locked(self.data.locks, Scope.of(key)) is not None
        return _LOCKED if closed or around else None

    def _against_person(self, key: RecordKey) -> Text | None:
        if self.role is None:
            return None
        operation = Operation.CORRECT if self.completed(key) else Operation.ANSWER
        if allowed(self.role, operation, key.form):
            return None
        those = [permission_words.ROLES[role] for role in roles_for(operation, key.form)]
        who = permission_words.listed(those)
        return Text(_ROLE.en.format(who=who.en), _ROLE.es.format(who=who.es))


def _against_place(
    form: str, place: Place, value: str | None, record: Record | None, kept: frozenset[str]
) -> Text | None:
    """Return what the definition of a form, or a voided row, has against a value."""
    name, row, item_name = place
    try:
        section = forms.form(form).section(name)
        item = section.item(item_name)
    except KeyError:
        return _NO_PLACE.format(place=".".join(place)[:_SHOWN])
    if not _is_row(section, row):
        return _NO_PLACE.format(place=".".join(place)[:_SHOWN])
    if row in item.not_in_rows and value is not None:
        return _in_both(_NOT_ASKED, item.label)
    found = None if record is None else record.sections.get(name, {}).get(row)
    if found is not None and found.voided:
        return _VOIDED
    if value is None:
        return None
    wrong = _against_value(item, value)
    if wrong is None and isinstance(item, Attachment) and values.attached(value)[0] not in kept:
        return _NO_FILE
    return wrong


def _is_row(section: Section, row: str) -> bool:
    """Return whether a section can have a row of this key."""
    if section.repeating:
        return row.isascii() and row.isdecimal() and row[0] != "0"
    rows = tuple(code.value for code in section.rows.codes) if section.rows else ("",)
    return row in rows


def _against_value(item: Item, value: str) -> Text | None:
    """Return why a text is not the canonical text of an item, None when it is."""
    wrong = _NO_VALUE.format(value=f"“{value[:_SHOWN]}”")
    if isinstance(item, Stroke):
        try:
            return None if strokes.encode(strokes.decode(value)) == value else wrong
        except ValueError:
            return wrong
    try:
        return None if values.parse(item, value) == value else wrong
    except values.Unreadable as error:
        return error.message


def _in_both(wording: Text, item: Text) -> Text:
    return Text(wording.en.format(item=item.en), wording.es.format(item=item.es))
