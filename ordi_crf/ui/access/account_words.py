"""What a role means at the site, in one sentence each; the table is in `core.permissions`."""

from __future__ import annotations

from ordi_crf.core.permissions import Role
from ordi_crf.forms.schema import Text

MEANS = {
    Role.INVESTIGATOR: Text(
        "Enters and rates everything, signs and locks, lets others in.",
        "Introduce y valora todo, firma y bloquea, da acceso.",
    ),
    Role.NURSE: Text(
        "Enters what is no physician's rating; does not sign.",
        "Introduce lo que no es valoración médica; no firma.",
    ),
    Role.COORDINATOR: Text(
        "Enrols subjects and enters, except ratings; exports.",
        "Incluye pacientes e introduce datos, salvo valoraciones; exporta.",
    ),
    Role.MONITOR: Text(
        "Reads, verifies against the source, asks queries; enters nothing.",
        "Lee, verifica con la fuente y abre consultas; no introduce datos.",
    ),
    Role.DATA_MANAGER: Text(
        "Reads, asks queries, compares double entry, locks, exports.",
        "Lee, abre consultas, compara la doble entrada, bloquea y exporta.",
    ),
    Role.ADMINISTRATOR: Text(
        "Lets others in and restores backups; enters nothing.",
        "Da acceso y restaura copias; no introduce datos.",
    ),
}
SEES_IDENTITIES = Text("Sees who the subjects are.", "Ve quiénes son los pacientes.")
