"""The study as defined: what it is called, its units, visits with windows, forms and sections."""

from __future__ import annotations

from ordi_crf import forms, study
from ordi_crf.core.records import StudyData
from ordi_crf.export.odm import items, oids, rules
from ordi_crf.export.odm.lists import units, write_codelists
from ordi_crf.export.odm.markup import Markup
from ordi_crf.forms.fingerprint import fingerprint
from ordi_crf.forms.schema import Derived, Form, Section, Text
from ordi_crf.study import Visit

FIGURES = Text("Computed figures", "Cifras calculadas")
_AUDIT = Text(
    "The audit trail, one entry for each repeat key. ENTRY is the JSON array of when (UTC), who, "
    "role, computer, version of the program, action, site, subject, visit, its repeat, form, its "
    "repeat, section, row, item, value before, value after, reason. HASH is SHA-256 of the hash "
    "before it, a line feed, and that array without spaces and unescaped, in UTF-8.",
    "El registro de auditoría, una entrada por clave de repetición. ENTRY es la lista JSON de "
    "cuándo (UTC), quién, función, ordenador, versión del programa, acción, centro, paciente, "
    "visita, su repetición, formulario, su repetición, sección, fila, ítem, valor anterior, valor "
    "nuevo y motivo. HASH es el SHA-256 del hash anterior, un salto de línea y esa lista sin "
    "espacios ni escapes, en UTF-8.",
)
_FILES = Text(
    "Files kept with the study; the repeat key is the SHA-256 of the bytes.",
    "Archivos guardados con el estudio; la clave de repetición es el SHA-256 de los bytes.",
)


def write_study(xml: Markup, data: StudyData) -> None:
    """Write the Study element: names, units, and the one version of the definitions."""
    synthetic = " SYNTHETIC" if data.synthetic else ""
    with xml.inside("Study", OID=oids.STUDY):
        with xml.inside("GlobalVariables"):
            xml.element("StudyName", study.STUDYID + synthetic)
            xml.element("StudyDescription", study.TITLE.en)
            xml.element("ProtocolName", f"{study.STUDYID} (EudraCT {study.EUDRACT}, {study.NCT})")
        with xml.inside("BasicDefinitions"):
            for unit in units():
                with xml.inside("MeasurementUnit", OID=oids.unit(unit), Name=unit):
                    xml.translated("Symbol", Text(unit, unit))
        with xml.inside(
            "MetaDataVersion",
            OID=oids.VERSION,
            Name=f"{study.STUDYID}, schema {study.SCHEMA_VERSION}",
            Description=f"Definitions with the fingerprint (SHA-256) {fingerprint()}",
        ):
            _write_version(xml)


def _write_version(xml: Markup) -> None:
    """Write the definitions in the order that the schema of ODM asks for."""
    with xml.inside("Protocol"):
        xml.translated("Description", study.TITLE)
        for order, visit in enumerate(study.EVENTS, start=1):
            _reference(xml, "StudyEvent", oids.event(visit.code), order, mandatory=visit.planned)
        xml.element("Alias", Context="ClinicalTrials.gov", Name=study.NCT)
        xml.element("Alias", Context="EudraCT", Name=study.EUDRACT)
    for visit in study.EVENTS:
        _write_visit(xml, visit)
    for form in forms.FORMS:
        _write_form(xml, form)
    for form in forms.FORMS:
        for section in form.sections:
            _write_section(xml, section)
        if form.derived:
            _write_figures(xml, form)
    _write_reference_groups(xml)
    items.write_items(xml)
    write_codelists(xml)
    rules.write_conditions(xml)
    rules.write_methods(xml)


def _write_visit(xml: Markup, visit: Visit) -> None:
    kind = "Common" if visit is study.LOG else "Scheduled" if visit.planned else "Unscheduled"
    with xml.inside(
        "StudyEventDef",
        OID=oids.event(visit.code),
        Name=visit.label.en,
        Repeating=_yes(visit.code == study.UNSCHEDULED),
        Type=kind,
    ):
        xml.translated("Description", _described(visit))
        for order, form in enumerate(visit.forms, start=1):
            _reference(xml, "Form", oids.form(form), order, mandatory=form not in visit.optional)
        for context, name in _timing(visit):
            xml.element("Alias", Context=context, Name=name)


def _timing(visit: Visit) -> list[tuple[str, str]]:
    """Return when a visit is due, and by how many days it may be early or late."""
    if not visit.planned:
        return []
    due = ("Target day", visit.day) if visit.day is not None else ("Target month", visit.months)
    count = "last dose" if visit.from_withdrawal else "first dose"
    return [
        (due[0], str(due[1])),
        ("Counted from", count),
        ("Days early", str(visit.before)),
        ("Days late", str(visit.after)),
    ]


def _described(visit: Visit) -> Text:
    """Return the name of a visit with its window."""
    if not visit.planned:
        return visit.label
    window = f"(-{visit.before}/+{visit.after} d)"
    return Text(f"{visit.label.en} {window}", f"{visit.label.es} {window}")


def _write_form(xml: Markup, form: Form) -> None:
    with xml.inside("FormDef", OID=oids.form(form.oid), Name=form.title.en, Repeating="No"):
        xml.translated("Description", form.title)
        for order, section in enumerate(form.sections, start=1):
            due = any(item.required for item in section.items)
            _reference(xml, "ItemGroup", oids.group(section), order, mandatory=due)
        if form.derived:
            last = len(form.sections) + 1
            _reference(xml, "ItemGroup", oids.figures(form), last, mandatory=False)
        xml.element("Alias", Context="Version of the form", Name=form.version)


def _write_section(xml: Markup, section: Section) -> None:
    with xml.inside(
        "ItemGroupDef",
        OID=oids.group(section),
        Name=section.title.en,
        Repeating=_yes(section.repeating or section.rows is not None),
        SASDatasetName=items.sas(section.name),
        Domain=section.domain,
    ):
        xml.translated("Description", section.title)
        if key := oids.row_key(section):
            _reference(xml, "Item", key, 1, mandatory=True, KeySequence="1")
        for order, item in enumerate(section.items, start=2 if section.rows else 1):
            _reference(
                xml, "Item", oids.item(section, item.name), order, mandatory=item.required,
                CollectionExceptionConditionOID=oids.condition(section, item),
            )  # fmt: skip


def _write_figures(xml: Markup, form: Form) -> None:
    title = Text(f"{form.title.en}: {FIGURES.en}", f"{form.title.es}: {FIGURES.es}")
    with xml.inside(
        "ItemGroupDef",
        OID=oids.figures(form),
        Name=title.en,
        Repeating="No",
        Domain=form.sections[0].domain,
        Origin="Derived",
    ):
        xml.translated("Description", title)
        for order, derived in enumerate(form.derived, start=1):
            _write_figure(xml, form, derived, order)


def _write_figure(xml: Markup, form: Form, derived: Derived, order: int) -> None:
    _reference(
        xml, "Item", oids.figure(form, derived), order, mandatory=False,
        MethodOID=oids.method(form, derived),
    )  # fmt: skip


def _write_reference_groups(xml: Markup) -> None:
    for oid, name, wording, of_it in (
        (oids.AUDIT, "Audit trail", _AUDIT, (oids.ENTRY, oids.HASH)),
        (oids.FILE, "Kept files", _FILES, (oids.CONTENT,)),
    ):
        with xml.inside("ItemGroupDef", OID=oid, Name=name, Repeating="Yes", IsReferenceData="Yes"):
            xml.translated("Description", wording)
            for order, item in enumerate(of_it, start=1):
                _reference(xml, "Item", item, order, mandatory=True)


def _reference(
    xml: Markup, kind: str, oid: str, order: int, *, mandatory: bool, **more: str | None
) -> None:
    named = {f"{kind}OID": oid, "OrderNumber": str(order), "Mandatory": _yes(mandatory)}
    xml.element(f"{kind}Ref", None, **named, **more)


def _yes(truth: bool) -> str:
    return "Yes" if truth else "No"
