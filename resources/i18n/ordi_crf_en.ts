<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AgendaModel</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chain of %n entry(ies) holds and tells every table.</source>
        <translation>
            <numerusform>The chain of %n entry holds and tells every table.</numerusform>
            <numerusform>The chain of %n entries holds and tells every table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n change(s).</source>
        <translation>
            <numerusform>%n change.</numerusform>
            <numerusform>%n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DamageCard</name>
    <message numerus="yes">
        <source>%n newer backup(s) do not hold what they should.</source>
        <translation>
            <numerusform>%n newer backup does not hold what it should.</numerusform>
            <numerusform>%n newer backups do not hold what they should.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubleEntryPage</name>
    <message numerus="yes">
        <source>%n to be entered or decided</source>
        <translation>
            <numerusform>%n to be entered or decided</numerusform>
            <numerusform>%n to be entered or decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to be decided</source>
        <translation>
            <numerusform>%n difference to be decided</numerusform>
            <numerusform>%n differences to be decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>agrees; %n decided</source>
        <translation>
            <numerusform>agrees; %n decided</numerusform>
            <numerusform>agrees; %n decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentifiersCard</name>
    <message numerus="yes">
        <source>%n possible identifier(s) in free text</source>
        <translation>
            <numerusform>%n possible identifier in free text</numerusform>
            <numerusform>%n possible identifiers in free text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n answer(s) will be taken.</source>
        <translation>
            <numerusform>%n answer will be taken.</numerusform>
            <numerusform>%n answers will be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are refused.</source>
        <translation>
            <numerusform>%n line is refused.</numerusform>
            <numerusform>%n lines are refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Take %n value(s)</source>
        <translation>
            <numerusform>Take %n value</numerusform>
            <numerusform>Take %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken.</source>
        <translation>
            <numerusform>%n value taken.</numerusform>
            <numerusform>%n values taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockoutBand</name>
    <message numerus="yes">
        <source>%n lockout(s) after failed logins since you were last here</source>
        <translation>
            <numerusform>%n lockout after failed logins since you were last here</numerusform>
            <numerusform>%n lockouts after failed logins since you were last here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n conflict(s) to settle before it can be exported.</source>
        <translation>
            <numerusform>%n conflict to settle before it can be exported.</numerusform>
            <numerusform>%n conflicts to settle before it can be exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n reason(s) still needed before the form is complete.</source>
        <translation>
            <numerusform>%n reason still needed before the form is complete.</numerusform>
            <numerusform>%n reasons still needed before the form is complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) still needed</source>
        <translation>
            <numerusform>%n answer still needed</numerusform>
            <numerusform>%n answers still needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeDetail</name>
    <message numerus="yes">
        <source>%n not known or not evaluable: {who}</source>
        <translation>
            <numerusform>%n not known or not evaluable: {who}</numerusform>
            <numerusform>%n not known or not evaluable: {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomesPage</name>
    <message numerus="yes">
        <source>%n treated</source>
        <translation>
            <numerusform>%n treated</numerusform>
            <numerusform>%n treated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message numerus="yes">
        <source>after %n day(s)</source>
        <translation>
            <numerusform>after %n day</numerusform>
            <numerusform>after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message numerus="yes">
        <source>%n followed; a tick is the last assessment of one without a flare.</source>
        <translation>
            <numerusform>%n followed; a tick is the last assessment of one without a flare.</numerusform>
            <numerusform>%n followed; a tick is the last assessment of one without a flare.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueriesPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind} {name}: %n thing(s) do not hold.</source>
        <translation>
            <numerusform>{kind} {name}: %n thing does not hold.</numerusform>
            <numerusform>{kind} {name}: %n things do not hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n entry(ies) of the audit trail since {since} UTC are not in this backup.</source>
        <translation>
            <numerusform>%n entry of the audit trail since {since} UTC is not in this backup.</numerusform>
            <numerusform>%n entries of the audit trail since {since} UTC are not in this backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>Verify all that is left (%n)</source>
        <translation>
            <numerusform>Verify all that is left (%n)</numerusform>
            <numerusform>Verify all that is left (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message numerus="yes">
        <source>%n form(s) are signed, each by itself</source>
        <translation>
            <numerusform>%n form is signed</numerusform>
            <numerusform>%n forms are signed, each by itself</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message numerus="yes">
        <source>%n answer(s) still needed.</source>
        <translation>
            <numerusform>%n answer still needed.</numerusform>
            <numerusform>%n answers still needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrokeSummary</name>
    <message numerus="yes">
        <source>%n character(s) of vectors</source>
        <translation>
            <numerusform>%n character of vectors</numerusform>
            <numerusform>%n characters of vectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubjectsPage</name>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) due now</source>
        <translation>
            <numerusform>%n visit due now</numerusform>
            <numerusform>%n visits due now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) overdue</source>
        <translation>
            <numerusform>%n visit overdue</numerusform>
            <numerusform>%n visits overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) in draft</source>
        <translation>
            <numerusform>%n visit in draft</numerusform>
            <numerusform>%n visits in draft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s) at CLASI-A 0</source>
        <translation>
            <numerusform>%n subject at CLASI-A 0</numerusform>
            <numerusform>%n subjects at CLASI-A 0</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message numerus="yes">
        <source>%n answer(s) could not be saved.</source>
        <translation>
            <numerusform>%n answer could not be saved.</numerusform>
            <numerusform>%n answers could not be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitLife</name>
    <message numerus="yes">
        <source>{done} of %n begun form(s) are signed</source>
        <translation>
            <numerusform>{done} of %n begun form is signed</numerusform>
            <numerusform>{done} of %n begun forms are signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken signature(s)</source>
        <translation>
            <numerusform>%n broken signature</numerusform>
            <numerusform>%n broken signatures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message numerus="yes">
        <source>%n visit(s) no longer due</source>
        <translation>
            <numerusform>%n visit no longer due</numerusform>
            <numerusform>%n visits no longer due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later visit(s)</source>
        <translation>
            <numerusform>%n later visit</numerusform>
            <numerusform>%n later visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adverse event(s)</source>
        <translation>
            <numerusform>%n adverse event</numerusform>
            <numerusform>%n adverse events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a date</source>
        <translation>
            <numerusform>%n visit without a date</numerusform>
            <numerusform>%n visits without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adverse event(s) without a start</source>
        <translation>
            <numerusform>%n adverse event without a start</numerusform>
            <numerusform>%n adverse events without a start</numerusform>
        </translation>
    </message>
</context>
</TS>
