"""Section 9: how the registered outcomes are read."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_COMMON = (
    _R("OC-DAY1", "Day 1 is the first dose; there is no Day 0", "EX.ex.EXSTDAT",
       code="core.treatment.Treatment.first"),
    _R("OC-TRT", "Treated: one dose or more", "EX.ex.EXDOSE", code="core.treatment.treatment"),
    _R("OC-EVAL", "Evaluable: treated, unless stopped for an adverse event before any assessment",
       "AE.ae.AEACN DS.ds_trt.DSTRTDEC", code="core.readings.Why.STOPPED"),
    _R("OC-BASE", "Baseline is the last complete value before the first dose",
       code="core.periods.before_dose"),
    _R("OC-MONTH", "Month m is the same day m months on, or the end of that month; 14 days around",
       code="core.periods.months_after core.periods.end_of_month core.periods.WINDOW"),
    _R("OC-PARTIAL", "A CLASI with a blank is no assessment", code="core.courses.Course.scored"),
    _R("OC-PRINT", "n/N, per cent, exact interval, number and list of those missing",
       code="core.stats.clopper_pearson core.readings.Missing core.readings.shares"),
)  # fmt: skip

_READINGS = (
    _R("OC-1-M3", "Response at the visit nearest month 3, beside at any visit until then",
       readings="O1.M3 O1.EVER"),
    _R("OC-1-DAM", "Response with damage 0 as well", readings="O1.DAMAGE"),
    _R("OC-1-NONE", "No CLASI in the window is no response among the treated, and is listed",
       readings="O1.EVER", code="core.readings.Why.NOT_SEEN"),
    _R("OC-2-ALL", "All causes beside related; 12 months from the last dose beside the first",
       readings="O2.RELATED O2.ALL O2.LAST"),
    _R("OC-2-DATE", "A partial start is its earliest day, not before Day 1; relation unknown "
       "counts as related", code="core.adverse_events.adverse_event"),
    _R("OC-3-B", "Flare where SLEDAI was below 6 at baseline", readings="O3.B"),
    _R("OC-3-C", "Flare with a rise of more than 3", readings="O3.C"),
    _R("OC-3-D", "Flare without skin and mucosa", readings="O3.D"),
    _R("OC-4-MISS", "No baseline or no later titre of the same kit: excluded and listed",
       readings="O4.B", code="core.readings.Why.NO_BASELINE core.readings.Why.OTHER_KIT"),
    _R("OC-5-B", "Flare by one grade of 2 or more; it implies a total of 2", readings="O5.B"),
    _R("OC-5-TAPER", "A flare while the dose is tapered is counted apart", readings="O5.TAPER"),
    _R("OC-5-RESTART", "A restart of the drug ends the watch", code="core.watches.Watch"),
    _R("OC-5-KM", "Time to the flare by Kaplan and Meier, censored at the last CLASI",
       code="core.survival.Followed core.flares.time_to_cutaneous_flare"),
    _R("OC-6-FROZEN", "Damage with the duration of baseline: ticking the box is no sequela",
       readings="O6.FROZEN"),
    _R("OC-6-LAST", "An increase that is still there at the last visit", readings="O6.LAST"),
)  # fmt: skip

_BOUNDARIES = (
    _R("OC-B-M3", "Activity 0 counts 14 days after month 3 and not 15", readings="O1.EVER"),
    _R("OC-B-2", "After response, activity 1 is no flare and 2 is", readings="O5.A"),
    _R("OC-B-6", "SLEDAI 5 is no flare and 6 is", readings="O3.A"),
    _R("OC-B-DOSE", "On the day of the last dose there is no flare yet", readings="O5.A"),
    _R("OC-B-DAM", "Equal damage is no increase", readings="O6.ANY"),
    _R("OC-B-0", "Out of nobody nothing is estimated, never 0 %", code="core.stats.Proportion"),
)

PART = Part("Outcomes", "Clinical specification, section 9", (*_COMMON, *_READINGS, *_BOUNDARIES))
