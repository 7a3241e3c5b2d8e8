"""One ODM file, written as it comes: whole or not at all, in flat memory, the same bytes again."""

from __future__ import annotations

from pathlib import Path

from ordi_crf import __version__
from ordi_crf.core.delivery import Cancelled, Delivery, Progress
from ordi_crf.export.files import replacing
from ordi_crf.export.odm.clinical import write_clinical
from ordi_crf.export.odm.definitions import write_study
from ordi_crf.export.odm.markup import Markup
from ordi_crf.export.odm.people import People
from ordi_crf.export.odm.seal import facts, seal
from ordi_crf.export.odm.trail import write_reference

NAMESPACE = "http://www.cdisc.org/ns/odm/v1.3"


def write(
    delivery: Delivery,
    path: Path,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> None:
    """Write the file; ExportError when it cannot be, CancelledError when it was cancelled."""
    with replacing(path) as beside:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            _write(Markup(file), delivery, progress, cancelled)
        seal(beside, facts(delivery))


def _write(xml: Markup, delivery: Delivery, progress: Progress, cancelled: Cancelled) -> None:
    people = People(delivery.data)
    total = len(delivery.data.subjects) + 1
    with xml.inside(
        "ODM",
        xmlns=NAMESPACE,
        ODMVersion="1.3.2",
        FileType="Snapshot",
        Granularity="All",
        FileOID=f"FILE.{delivery.export_id.replace('-', '_')}",
        CreationDateTime=delivery.at,
        AsOfDateTime=delivery.at,
        Originator=delivery.actor,
        SourceSystem="ORDI CRF",
        SourceSystemVersion=__version__,
        Description="Definitions, people, audit trail and data of the whole study",
    ):
        write_study(xml, delivery.data)
        people.write(xml)
        write_reference(xml, delivery, cancelled)
        write_clinical(xml, delivery, people, progress, cancelled)
    progress(total, total)
