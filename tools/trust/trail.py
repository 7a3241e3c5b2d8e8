"""The audit trail: what is in it, and what nobody can do to it."""

from __future__ import annotations

from tools.trust.statement import Part, Quality, Statement

_S, _Q = Statement, Quality

PART = Part(
    "Audit trail",
    (
        _S("T01", "Each creation, change and voiding of a value is one entry of the trail: UTC "
           "time, account (its printed name, one person's for good), role, subject, visit, form, "
           "row, item, old and new value, reason, version of the program, machine",
           "21 CFR 11.10(e); ICH E6(R3) 4.2.2(a)(ii)", (_Q.ATTRIBUTABLE,)),
        _S("T02", "The first entry of a value is in the trail too, not its changes alone",
           "ICH E6(R3) 4.2.2(a)(ii)", (_Q.COMPLETE,)),
        _S("T03", "Blanking a value, and saying why one is missing, are in the trail with both "
           "states", "21 CFR 11.10(e)", (_Q.COMPLETE,)),
        _S("T04", "A completed form changes with a reason alone; giving up the change shows the "
           "stored value again", "ICH E6(R3) 4.2.2; EMA/INS/GCP/112288/2023 6.2"),
        _S("T05", "No way of window or command line switches the trail off; the file itself "
           "refuses to change or delete an entry", "ICH E6(R3) 4.2.2(b)"),
        _S("T06", "An entry changed by another program, be it by one byte, is found, and the first "
           "one is named", "21 CFR 11.10(a)", (_Q.TRACEABLE,)),
        _S("T07", "Entries cut off the end are found by the head that exports, signatures and "
           "backups keep", "21 CFR 11.10(a), 11.10(c)", (_Q.TRACEABLE,)),
        _S("T08", "Times are UTC, set by the program and never typed; a clock that was set back is "
           "noticed and told", "ICH E6(R3) 4.2.2(d)", (_Q.CONTEMPORANEOUS, _Q.CONSISTENT)),
        _S("T09", "Old values stay readable beside the new one at the item itself",
           "21 CFR 11.10(e); EMA/INS/GCP/112288/2023 6.2", (_Q.LEGIBLE,)),
        _S("T10", "The trail is searched and filtered by subject, person, date and item, and "
           "exported", "ICH E6(R3) 4.2.2(c); EMA/INS/GCP/112288/2023 6.2", (_Q.AVAILABLE,)),
        _S("T11", "The trail also tells of logins, failures, lockouts, logouts, covered windows, "
           "accounts and roles, exports, prints, backups, restores, verifications and upgrades",
           "ICH E6(R3) 4.2.2(a)(i), 4.2.2(a)(iii)"),
    ),
)  # fmt: skip
