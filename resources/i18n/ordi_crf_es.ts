<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_GB">
<context>
    <name>AboutCard</name>
    <message>
        <source>Attributed to (key {key})</source>
        <translation>Atribuido a (tecla {key})</translation>
    </message>
    <message>
        <source>weight {n}</source>
        <translation>peso {n}</translation>
    </message>
    <message>
        <source>Laboratory suggests present: {results}</source>
        <translation>El laboratorio sugiere presente: {results}</translation>
    </message>
    <message>
        <source>Laboratory suggests absent: {results}</source>
        <translation>El laboratorio sugiere ausente: {results}</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>The case report form of ORDI-02 (NCT01408199): lenalidomide for refractory cutaneous lupus.</source>
        <translation>El cuaderno de recogida de datos de ORDI-02 (NCT01408199): lenalidomida en el lupus cutáneo refractario.</translation>
    </message>
    <message>
        <source>The CLASI is its authors&apos; instrument (University of Pennsylvania). Clinical use needs their permission, and the wording is to be confirmed against the printed form.</source>
        <translation>El CLASI es un instrumento de sus autores (Universidad de Pensilvania). Su uso clínico requiere su permiso y el texto debe cotejarse con el formulario impreso.</translation>
    </message>
    <message>
        <source>This program supports a validated process; it is not validated by itself. The site validates it before it is used with patients.</source>
        <translation>Este programa sirve de apoyo a un proceso validado; por sí solo no está validado. El centro lo valida antes de usarlo con pacientes.</translation>
    </message>
    <message>
        <source>Licence: MIT. Qt for Python is used under the LGPL; FiraGO in the PDFs under the OFL.</source>
        <translation>Licencia: MIT. Qt for Python se usa bajo la LGPL; FiraGO, en los PDF, bajo la OFL.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Absence</name>
    <message>
        <source>Answer something of this new record first.</source>
        <translation>Responda antes algo de este registro nuevo.</translation>
    </message>
    <message>
        <source>Nothing is blank here.</source>
        <translation>Aquí no hay nada en blanco.</translation>
    </message>
    <message>
        <source>Why is there no answer?</source>
        <translation>¿Por qué no hay respuesta?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>The whole form</source>
        <translation>Todo el formulario</translation>
    </message>
    <message>
        <source>Record {n}</source>
        <translation>Registro {n}</translation>
    </message>
</context>
<context>
    <name>AccessDialog</name>
    <message>
        <source>Deactivate {name}</source>
        <translation>Desactivar a {name}</translation>
    </message>
    <message>
        <source>They cannot log in any more. What they entered stays theirs.</source>
        <translation>Ya no podrá iniciar sesión. Lo que introdujo sigue siendo suyo.</translation>
    </message>
    <message>
        <source>Activate {name}</source>
        <translation>Activar a {name}</translation>
    </message>
    <message>
        <source>They can log in again, with the password they had.</source>
        <translation>Podrá iniciar sesión de nuevo, con la contraseña que tenía.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activar</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Change the role…</source>
        <translation>Cambiar la función…</translation>
    </message>
    <message>
        <source>Give a new password…</source>
        <translation>Dar una contraseña nueva…</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Activate…</source>
        <translation>Activar…</translation>
    </message>
    <message>
        <source>This is you: your role and access are changed by somebody else, your password at your name below left.</source>
        <translation>Es usted: su función y su acceso los cambia otra persona; su contraseña, en su nombre, abajo a la izquierda.</translation>
    </message>
    <message>
        <source>Nobody can log in with it. It stays, as its name in the trail does.</source>
        <translation>Nadie puede iniciar sesión con ella. Se conserva, como su nombre en la auditoría.</translation>
    </message>
    <message>
        <source>The password was given by somebody: it is changed at the next login.</source>
        <translation>La contraseña la dio otra persona: se cambia en el próximo inicio de sesión.</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ActorDialog</name>
    <message>
        <source>Who is at work?</source>
        <translation>¿Quién trabaja ahora?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>From here on, changes are written down under this name.</source>
        <translation>A partir de ahora, los cambios se registran con este nombre.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Type a name and choose a role.</source>
        <translation>Escriba un nombre y elija una función.</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>queda %n día</numerusform>
            <numerusform>quedan %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>en %n día</numerusform>
            <numerusform>en %n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Visits by urgency</source>
        <translation>Visitas por urgencia</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The demonstration study is being made…</source>
        <translation>Se está creando el estudio de demostración…</translation>
    </message>
    <message>
        <source>The backup is being put in place…</source>
        <translation>Restaurando la copia…</translation>
    </message>
</context>
<context>
    <name>AreaGrid</name>
    <message>
        <source>see scalp below</source>
        <translation>véase cuero cabelludo</translation>
    </message>
    <message>
        <source>ACTIVITY</source>
        <translation>ACTIVIDAD</translation>
    </message>
    <message>
        <source>DAMAGE</source>
        <translation>DAÑO</translation>
    </message>
</context>
<context>
    <name>AsItWasPage</name>
    <message>
        <source>Go to the form as it is now</source>
        <translation>Ir al formulario tal como está ahora</translation>
    </message>
    <message>
        <source>Moments of the form</source>
        <translation>Momentos del formulario</translation>
    </message>
    <message>
        <source>{form} as it was</source>
        <translation>{form} como estaba</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Cuándo (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Nothing was entered here.</source>
        <translation>Aquí no se había introducido nada.</translation>
    </message>
    <message>
        <source>As it was on {at} UTC, after entry {n} of the audit trail ({state}).</source>
        <translation>Como estaba el {at} UTC, tras la entrada {n} del registro de auditoría ({state}).</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>This form is complete. Why is this corrected: {items}?</source>
        <translation>Este formulario está completo. ¿Por qué se corrige: {items}?</translation>
    </message>
</context>
<context>
    <name>AuditFilter</name>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>From (date)</source>
        <translation>Desde (fecha)</translation>
    </message>
    <message>
        <source>To (date)</source>
        <translation>Hasta (fecha)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>ISO 8601, such as 2010, 2010-03 or 2010-03-15</source>
        <translation>ISO 8601, como 2010, 2010-03 o 2010-03-15</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Find words, values, reasons</source>
        <translation>Buscar palabras, valores, motivos</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>Form as it was</source>
        <translation>Formulario como estaba</translation>
    </message>
    <message>
        <source>Save as a workbook</source>
        <translation>Guardar como libro</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Cuándo (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Ítem</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>{name} is in {folder}.</source>
        <translation>{name} está en {folder}.</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Checking every entry…</source>
        <translation>Comprobando todas las entradas…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Escribiendo el archivo…</translation>
    </message>
    <message numerus="yes">
        <source>The chain of %n entry(ies) holds and tells every table.</source>
        <translation>
            <numerusform>La cadena de %n entrada es íntegra y coincide con todas las tablas.</numerusform>
            <numerusform>La cadena de %n entradas es íntegra y coincide con todas las tablas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head {hash}…</source>
        <translation>Última: {hash}…</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>State of the form</source>
        <translation>Estado del formulario</translation>
    </message>
    <message>
        <source>Subject enrolled</source>
        <translation>Paciente incluido</translation>
    </message>
    <message>
        <source>Record void</source>
        <translation>Registro anulado</translation>
    </message>
    <message>
        <source>Finding kept: {finding}</source>
        <translation>Hallazgo mantenido: {finding}</translation>
    </message>
    <message>
        <source>Source verification: {where}</source>
        <translation>Verificación de fuente: {where}</translation>
    </message>
    <message>
        <source>Query {n}: {where}</source>
        <translation>Consulta {n}: {where}</translation>
    </message>
    <message>
        <source>Missing, comment: {what}</source>
        <translation>Falta, comentario: {what}</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>Falta: {what}</translation>
    </message>
    <message>
        <source>agrees with the source</source>
        <translation>coincide con la fuente</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>por una persona</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Check it</source>
        <translation>Comprobarla</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Verified row by row when it was made.</source>
        <translation>Comprobada fila a fila al hacerla.</translation>
    </message>
    <message>
        <source>Reading it row by row…</source>
        <translation>Leyéndola fila a fila…</translation>
    </message>
    <message>
        <source>It is whole: every row and the chain of its trail.</source>
        <translation>Está íntegra: todas las filas y la cadena de su auditoría.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n copia</numerusform>
            <numerusform>%n copias</numerusform>
        </translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>Copying, and reading the copy row by row…</source>
        <translation>Copiando y leyendo la copia fila a fila…</translation>
    </message>
    <message>
        <source>Made when the study is closed after something was entered, before every change of the file, and by hand. Of those at close the last {last}, one of each day for {days} days and one of each week for {weeks} weeks are kept, in “{folder}”. Copy that folder to another disk now and then: it is encrypted like the study.</source>
        <translation>Se hacen al cerrar el estudio después de introducir algo, antes de cada cambio del archivo y a mano. De las del cierre se conservan las últimas {last}, una por día durante {days} días y una por semana durante {weeks} semanas, en «{folder}». Copie esa carpeta de vez en cuando a otro disco: está cifrada como el estudio.</translation>
    </message>
    <message>
        <source>the study was closed</source>
        <translation>se cerró el estudio</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>antes de una actualización</translation>
    </message>
    <message>
        <source>set aside by a restore</source>
        <translation>apartada al restaurar</translation>
    </message>
    <message>
        <source>{name} was made, and holds every row of the study.</source>
        <translation>Se ha hecho {name}, con todas las filas del estudio.</translation>
    </message>
</context>
<context>
    <name>Bands</name>
    <message>
        <source>Synthetic demonstration study: invented people, no patient data.</source>
        <translation>Estudio de demostración sintético: personas inventadas, sin datos de pacientes.</translation>
    </message>
    <message>
        <source>Read-only: open for writing by {holder}.</source>
        <translation>Solo lectura: lo tiene abierto {holder}.</translation>
    </message>
    <message>
        <source>Read-only: this is a backup. To go on from it, restore it.</source>
        <translation>Solo lectura: es una copia de seguridad. Para continuar desde ella, restáurela.</translation>
    </message>
    <message>
        <source>Read-only: the file or its folder cannot be written.</source>
        <translation>Solo lectura: no se puede escribir en el archivo o en su carpeta.</translation>
    </message>
    <message>
        <source>The study was upgraded; a backup was made first: {name}</source>
        <translation>Se ha actualizado el estudio; antes se hizo una copia: {name}</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Esc: back to the whole body</source>
        <translation>Esc: volver al cuerpo entero</translation>
    </message>
    <message>
        <source>Double-click a close-up to enlarge it · wheel: zoom · middle button: pan</source>
        <translation>Doble clic en un detalle para ampliarlo · rueda: zoom · botón central: mover</translation>
    </message>
</context>
<context>
    <name>BodyMapPage</name>
    <message>
        <source>Correct the drawing</source>
        <translation>Corregir el dibujo</translation>
    </message>
    <message>
        <source>Why is the drawing corrected?</source>
        <translation>¿Por qué se corrige el dibujo?</translation>
    </message>
    <message>
        <source>The reason goes with every stroke until the page is left.</source>
        <translation>El motivo acompaña a cada trazo hasta salir de la página.</translation>
    </message>
</context>
<context>
    <name>BodyMapWindows</name>
    <message>
        <source>FRONT</source>
        <translation>DELANTE</translation>
    </message>
    <message>
        <source>patient&apos;s RIGHT</source>
        <translation>DERECHA del paciente</translation>
    </message>
    <message>
        <source>RIGHT</source>
        <translation>DERECHA</translation>
    </message>
    <message>
        <source>patient&apos;s LEFT</source>
        <translation>IZQUIERDA del paciente</translation>
    </message>
    <message>
        <source>BACK</source>
        <translation>DETRÁS</translation>
    </message>
    <message>
        <source>R</source>
        <translation>D</translation>
    </message>
    <message>
        <source>L</source>
        <translation>I</translation>
    </message>
    <message>
        <source>Face, ears</source>
        <translation>Cara, orejas</translation>
    </message>
    <message>
        <source>Scalp, nape</source>
        <translation>Cabeza, nuca</translation>
    </message>
    <message>
        <source>R palm</source>
        <translation>Palma D</translation>
    </message>
    <message>
        <source>L palm</source>
        <translation>Palma I</translation>
    </message>
    <message>
        <source>L hand, back</source>
        <translation>Dorso mano I</translation>
    </message>
    <message>
        <source>R hand, back</source>
        <translation>Dorso mano D</translation>
    </message>
    <message>
        <source>R foot</source>
        <translation>Pie D</translation>
    </message>
    <message>
        <source>L foot</source>
        <translation>Pie I</translation>
    </message>
    <message>
        <source>L heel</source>
        <translation>Talón I</translation>
    </message>
    <message>
        <source>R heel</source>
        <translation>Talón D</translation>
    </message>
    <message>
        <source>pt&apos;s RIGHT</source>
        <translation>DCHA. del pac.</translation>
    </message>
    <message>
        <source>pt&apos;s LEFT</source>
        <translation>IZDA. del pac.</translation>
    </message>
    <message>
        <source>LEFT</source>
        <translation>IZQUIERDA</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Nobody has a visit in these weeks.</source>
        <translation>Nadie tiene visita en estas semanas.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Nothing to plan yet</source>
        <translation>Todavía no hay nada que planificar</translation>
    </message>
    <message>
        <source>Visits stand here by urgency, once a subject has been screened.</source>
        <translation>Aquí aparecen las visitas por urgencia, tras la selección del primer paciente.</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>a {day}</translation>
    </message>
    <message>
        <source>Print (PDF)…</source>
        <translation>Imprimir (PDF)…</translation>
    </message>
    <message>
        <source>Workbook…</source>
        <translation>Hoja de cálculo…</translation>
    </message>
    <message>
        <source>For other calendars (.ics)…</source>
        <translation>Para otros calendarios (.ics)…</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>The weeks ahead</source>
        <translation>Próximas semanas</translation>
    </message>
    <message>
        <source>Nothing is overdue, due now or coming in the next 4 weeks.</source>
        <translation>Nada atrasado, pendiente ahora ni previsto en las próximas 4 semanas.</translation>
    </message>
    <message>
        <source>The next visit is {visit} of {subject}: {window}.</source>
        <translation>Próxima visita: {visit} de {subject}, {window}.</translation>
    </message>
    <message>
        <source>{name} was written to {folder}.</source>
        <translation>{name} se ha guardado en {folder}.</translation>
    </message>
</context>
<context>
    <name>ClasiInstrument</name>
    <message>
        <source>{key} is no answer here: {allowed}</source>
        <translation>{key} no es una respuesta válida aquí: {allowed}</translation>
    </message>
    <message>
        <source>from the body map</source>
        <translation>del mapa corporal</translation>
    </message>
    <message>
        <source>{location}: painted as {level}, {words}.</source>
        <translation>{location}: pintado como {level}, {words}.</translation>
    </message>
    <message>
        <source>Press Enter to accept, or score.</source>
        <translation>Pulse Intro para aceptar, o puntúe.</translation>
    </message>
    <message>
        <source>Painted, not yet scored: {locations}.</source>
        <translation>Pintado y aún sin puntuar: {locations}.</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Ir al primero</translation>
    </message>
</context>
<context>
    <name>ClasiPage</name>
    <message>
        <source>corrected</source>
        <translation>corregido</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Sign and lock</source>
        <translation>Firmar y bloquear</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>El estudio</translation>
    </message>
    <message>
        <source>Sources are verified before signing</source>
        <translation>Se verifica la fuente antes de firmar</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Firma rota</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Why is the study locked all the same?</source>
        <translation>¿Por qué se bloquea el estudio igualmente?</translation>
    </message>
    <message>
        <source>It takes new forms again; the forms in it stay locked one by one.</source>
        <translation>Vuelve a admitir formularios; los que contiene siguen bloqueados uno a uno.</translation>
    </message>
    <message>
        <source>Why is this unlocked?</source>
        <translation>¿Por qué se desbloquea?</translation>
    </message>
</context>
<context>
    <name>CompactOnce</name>
    <message>
        <source>History of this item</source>
        <translation>Historial de este ítem</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare two deliveries</source>
        <translation>Comparar dos entregas</translation>
    </message>
    <message>
        <source>Add two files, the earlier first: study files, workbooks, packages or merged files.</source>
        <translation>Añada dos archivos, primero el anterior: archivos de estudio, libros, paquetes o archivos combinados.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Ítem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save as workbook…</source>
        <translation>Guardar como libro…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Reading and verifying…</source>
        <translation>Leyendo y verificando…</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>No ha cambiado nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s).</source>
        <translation>
            <numerusform>%n cambio.</numerusform>
            <numerusform>%n cambios.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something of the earlier delivery is gone, which never should be.</source>
        <translation>Falta algo de la entrega anterior, lo que nunca debería ocurrir.</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>All that was said of it</source>
        <translation>Todo lo dicho de ello</translation>
    </message>
    <message>
        <source>Another value:</source>
        <translation>Otro valor:</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Otro valor</translation>
    </message>
    <message>
        <source>Why does it hold?</source>
        <translation>¿Por qué vale?</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Resolver</translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message>
        <source>What to deliver</source>
        <translation>Qué entregar</translation>
    </message>
    <message>
        <source>To read and to check</source>
        <translation>Para leer y comprobar</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>Libro de Excel (.xlsx)</translation>
    </message>
    <message>
        <source>Every form as a tidy sheet, codebook and audit trail.</source>
        <translation>Cada formulario en una hoja, diccionario y auditoría.</translation>
    </message>
    <message>
        <source>Casebooks (.pdf)</source>
        <translation>Cuadernos (.pdf)</translation>
    </message>
    <message>
        <source>Every form and body map on paper, with its history.</source>
        <translation>Todos los formularios y mapas corporales, con su historial.</translation>
    </message>
    <message>
        <source>One per subject</source>
        <translation>Uno por paciente</translation>
    </message>
    <message>
        <source>All in one file</source>
        <translation>Todos en un archivo</translation>
    </message>
    <message>
        <source>How many casebooks</source>
        <translation>Cuántos cuadernos</translation>
    </message>
    <message>
        <source>Blank and annotated CRF (.pdf)</source>
        <translation>Cuaderno en blanco y anotado (.pdf)</translation>
    </message>
    <message>
        <source>To fill by hand, and with the variable of each item.</source>
        <translation>Para rellenar a mano, y con la variable de cada dato.</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>Para otros programas</translation>
    </message>
    <message>
        <source>Tables (.csv)</source>
        <translation>Tablas (.csv)</translation>
    </message>
    <message>
        <source>A file per sheet, with scripts for R and SPSS.</source>
        <translation>Un archivo por hoja, con guiones para R y SPSS.</translation>
    </message>
    <message>
        <source>SAS, SPSS and Stata (.xpt, .sav, .dta)</source>
        <translation>SAS, SPSS y Stata (.xpt, .sav, .dta)</translation>
    </message>
    <message>
        <source>With labels of variables and of codes.</source>
        <translation>Con etiquetas de variables y de códigos.</translation>
    </message>
    <message>
        <source>Not installed here: it is the extra “statistics”.</source>
        <translation>No instalado aquí: es el complemento «statistics».</translation>
    </message>
    <message>
        <source>ODM-XML 1.3.2 (.xml)</source>
        <translation>ODM-XML 1.3.2 (.xml)</translation>
    </message>
    <message>
        <source>Definitions, data, audit trail and signatures.</source>
        <translation>Definiciones, datos, auditoría y firmas.</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Close the study</source>
        <translation>Cerrar el estudio</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>{name} is at work; what was typed is as it was. A colleague can go on under their own login.</source>
        <translation>Está trabajando {name}; lo escrito sigue como estaba. Otra persona puede continuar con su propio usuario.</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Escriba su usuario.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
</context>
<context>
    <name>CriteriaView</name>
    <message>
        <source>Evidence</source>
        <translation>En qué se basa</translation>
    </message>
</context>
<context>
    <name>Criterion</name>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>History of this row</source>
        <translation>Historial de esta fila</translation>
    </message>
</context>
<context>
    <name>DamageCard</name>
    <message>
        <source>{name} cannot be read</source>
        <translation>No se puede leer {name}</translation>
    </message>
    <message>
        <source>The file is left untouched. Looking for what can be done…</source>
        <translation>El archivo queda intacto. Buscando qué se puede hacer…</translation>
    </message>
    <message>
        <source>What could be read is in {name}</source>
        <translation>Lo que se ha podido leer está en {name}</translation>
    </message>
    <message>
        <source>The damaged file stays as it is: keep it for the data manager.</source>
        <translation>El archivo dañado queda como está: guárdelo para el gestor de datos.</translation>
    </message>
    <message>
        <source>Everything could be read: nothing was lost.</source>
        <translation>Se ha podido leer todo: no se ha perdido nada.</translation>
    </message>
    <message>
        <source>The file was left untouched. There is no good backup in “{folder}”: bring one from elsewhere, or read what can still be read into a new file; exactly what is missing is then listed.</source>
        <translation>El archivo ha quedado intacto. No hay ninguna copia válida en «{folder}»: traiga una de otro lugar, o lea lo que aún pueda leerse en un archivo nuevo; se indicará exactamente qué falta.</translation>
    </message>
    <message>
        <source>The file was left untouched. The newest good backup is of {when}. Restoring puts it in place, proved equal row by row; the damaged file is kept among the backups. What was entered after it has to be entered again: read what can be read to see it.</source>
        <translation>El archivo ha quedado intacto. La copia válida más reciente es de {when}. Al restaurarla ocupa su lugar, comprobada fila a fila; el archivo dañado se guarda entre las copias. Lo introducido después hay que introducirlo de nuevo: lea lo que pueda leerse para verlo.</translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) do not hold what they should.</source>
        <translation>
            <numerusform>%n copia más reciente no contiene lo que debería.</numerusform>
            <numerusform>%n copias más recientes no contienen lo que deberían.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Restaurar esta copia</translation>
    </message>
    <message>
        <source>Read what can be read</source>
        <translation>Leer lo que se pueda</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>The files are listed here once they are written.</source>
        <translation>Los archivos aparecen aquí cuando se han escrito.</translation>
    </message>
    <message>
        <source>Looking for names and numbers in free text…</source>
        <translation>Buscando nombres y números en el texto libre…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Writing… {done} %</source>
        <translation>Escribiendo… {done} %</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n archivo escrito.</numerusform>
            <numerusform>%n archivos escritos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Files that were finished before stay.</source>
        <translation>Cancelado. Los archivos ya terminados se conservan.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>DifferenceLine</name>
    <message>
        <source>Take this</source>
        <translation>Usar este valor</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Otro valor…</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>(blank)</source>
        <translation>(en blanco)</translation>
    </message>
    <message>
        <source>no such record</source>
        <translation>no existe el registro</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>no aceptado</translation>
    </message>
</context>
<context>
    <name>DifferencesPage</name>
    <message>
        <source>{form}, two entries</source>
        <translation>{form}, dos entradas</translation>
    </message>
    <message>
        <source>Double entry</source>
        <translation>Doble entrada</translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Abrir el formulario</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>The two entries agree, or every difference is decided.</source>
        <translation>Las dos entradas coinciden o todas las diferencias están decididas.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Ítem</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>Primera entrada</translation>
    </message>
    <message>
        <source>Second entry, {who}</source>
        <translation>Segunda entrada, {who}</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>{item}: first {first}, second {second}; {chosen} holds</source>
        <translation>{item}: primera {first}, segunda {second}; vale {chosen}</translation>
    </message>
    <message>
        <source>{item}: why does {value} hold?</source>
        <translation>{item}: ¿por qué vale {value}?</translation>
    </message>
    <message>
        <source>The form is corrected with this reason where it says otherwise.</source>
        <translation>El formulario se corrige con este motivo si dice otra cosa.</translation>
    </message>
</context>
<context>
    <name>DifferencesTable</name>
    <message>
        <source>Differences between the file and the study</source>
        <translation>Diferencias entre el archivo y el estudio</translation>
    </message>
</context>
<context>
    <name>DoubleEntryPage</name>
    <message numerus="yes">
        <source>%n to be entered or decided</source>
        <translation>
            <numerusform>%n por introducir o decidir</numerusform>
            <numerusform>%n por introducir o decidir</numerusform>
        </translation>
    </message>
    <message>
        <source>Double entry</source>
        <translation>Doble entrada</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>De doble entrada</translation>
    </message>
    <message>
        <source>Another person enters these forms once more, without seeing the first entry.</source>
        <translation>Otra persona introduce de nuevo estos formularios sin ver la primera entrada.</translation>
    </message>
    <message>
        <source>Nothing to enter twice</source>
        <translation>Nada de doble entrada</translation>
    </message>
    <message>
        <source>Complete forms of the chosen kinds stand here, with their second entry.</source>
        <translation>Aquí figuran los formularios completos elegidos, con su segunda entrada.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Segunda entrada</translation>
    </message>
    <message>
        <source>Forms entered twice</source>
        <translation>Formularios de doble entrada</translation>
    </message>
    <message>
        <source>to be entered by somebody else</source>
        <translation>la introduce otra persona</translation>
    </message>
    <message>
        <source>being entered by {who}</source>
        <translation>la introduce {who}</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to be decided</source>
        <translation>
            <numerusform>%n diferencia por decidir</numerusform>
            <numerusform>%n diferencias por decidir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>agrees; %n decided</source>
        <translation>
            <numerusform>coincide; %n decidida</numerusform>
            <numerusform>coincide; %n decididas</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>coincide</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>(blank)</source>
        <translation>(en blanco)</translation>
    </message>
    <message>
        <source>was {old} until {date}</source>
        <translation>era {old} hasta {date}</translation>
    </message>
    <message>
        <source>Corrected by {who}, {at}: {reason}</source>
        <translation>Corregido por {who}, {at}: {reason}</translation>
    </message>
</context>
<context>
    <name>EarlierLine</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>EligibilityPage</name>
    <message>
        <source>Open for reading only.</source>
        <translation>Abierto solo para lectura.</translation>
    </message>
    <message>
        <source>The form is complete: correct the answers one by one.</source>
        <translation>El formulario está completo: corrija las respuestas una a una.</translation>
    </message>
    <message>
        <source>Everything the data say is confirmed or answered.</source>
        <translation>Todo lo que dicen los datos está confirmado o respondido.</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>The study has no login “{login}”: compare how it is written.</source>
        <translation>El estudio no tiene el usuario «{login}»: compruebe cómo se escribe.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>Todavía no hay nada registrado.</translation>
    </message>
    <message>
        <source>Add a record</source>
        <translation>Añadir un registro</translation>
    </message>
    <message>
        <source>The study is open read-only.</source>
        <translation>El estudio está abierto en solo lectura.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>To be corrected</source>
        <translation>Por corregir</translation>
    </message>
    <message>
        <source>Void this record</source>
        <translation>Anular este registro</translation>
    </message>
    <message>
        <source>Voided: {what}</source>
        <translation>Anulado: {what}</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Registro nuevo</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Algo ha fallado dentro del programa</translation>
    </message>
    <message>
        <source>Everything saved so far is safe. You can go on; if it happens again, close the study and open it anew.</source>
        <translation>Todo lo guardado hasta ahora está a salvo. Puede continuar; si vuelve a ocurrir, cierre el estudio y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>The details name places in the program and no data of the study: you can send them to whoever maintains it.</source>
        <translation>Los detalles nombran lugares del programa y ningún dato del estudio: puede enviarlos a quien lo mantiene.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>made from the study as it is now</source>
        <translation>a partir del estudio tal como está ahora</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>Traer…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Verify a file</source>
        <translation>Verificar un archivo</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>What sites sent</source>
        <translation>Lo que enviaron los centros</translation>
    </message>
    <message>
        <source>Merge deliveries…</source>
        <translation>Combinar entregas…</translation>
    </message>
    <message>
        <source>Compare two deliveries…</source>
        <translation>Comparar dos entregas…</translation>
    </message>
    <message>
        <source>Choose at least one of them.</source>
        <translation>Elija al menos uno.</translation>
    </message>
    <message>
        <source>Nothing has been written. Export to look again.</source>
        <translation>No se ha escrito nada. Exporte para volver a revisar.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>History of this item (Ctrl+H)</source>
        <translation>Historial de este ítem (Ctrl+H)</translation>
    </message>
    <message>
        <source>An answer is needed to complete the form</source>
        <translation>Hace falta una respuesta para completar el formulario</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Computed</source>
        <translation>Calculado</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Open a study</source>
        <translation>Abrir un estudio</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Estudio nuevo</translation>
    </message>
    <message>
        <source>Choose a file to keep in the study</source>
        <translation>Elegir un archivo para guardarlo en el estudio</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png);;All files (*)</source>
        <translation>Imágenes (*.jpg *.jpeg *.png);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Read answers to queries</source>
        <translation>Leer respuestas a consultas</translation>
    </message>
    <message>
        <source>Bring in laboratory results</source>
        <translation>Traer resultados de laboratorio</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Tablas (*.csv *.txt *.tsv *.xlsx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose deliveries</source>
        <translation>Elegir entregas</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Combinar en</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Guardar los cambios</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Choose a file to verify</source>
        <translation>Elegir un archivo para verificar</translation>
    </message>
    <message>
        <source>Choose the key of the site</source>
        <translation>Elegir la clave del centro</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>{name} is larger than 25 MB.</source>
        <translation>{name} ocupa más de 25 MB.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}</source>
        <translation>No se puede leer {name}: {why}</translation>
    </message>
    <message>
        <source>The file is copied into the study; where it came from is not kept.</source>
        <translation>El archivo se copia en el estudio; no se guarda de dónde procede.</translation>
    </message>
    <message>
        <source>This file is not in the study.</source>
        <translation>Este archivo no está en el estudio.</translation>
    </message>
    <message>
        <source>{kilobytes} kB, SHA-256 {digest}…</source>
        <translation>{kilobytes} kB, SHA-256 {digest}…</translation>
    </message>
    <message>
        <source>{width} x {height} px, </source>
        <translation>{width} x {height} px, </translation>
    </message>
    <message>
        <source>{name} cannot be written: {why}</source>
        <translation>No se puede escribir {name}: {why}</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>To be corrected</source>
        <translation>Por corregir</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Keep and explain</source>
        <translation>Mantener y explicar</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Nothing open</source>
        <translation>Nada pendiente</translation>
    </message>
    <message>
        <source>What has to be corrected or checked stands here.</source>
        <translation>Aquí aparece lo que hay que corregir o revisar.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>Hallazgos pendientes</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n pendiente</numerusform>
            <numerusform>%n pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>corregir</translation>
    </message>
    <message>
        <source>check</source>
        <translation>revisar</translation>
    </message>
</context>
<context>
    <name>FirstPassword</name>
    <message>
        <source>Yours is older than the {days} days this study gives a password. The study opens once you have chosen another.</source>
        <translation>La suya tiene más de los {days} días que este estudio da a una contraseña. El estudio se abre cuando haya elegido otra.</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>Elija su propia contraseña</translation>
    </message>
    <message>
        <source>The one you logged in with was given to you. From now on only you know yours: it stands for you in the audit trail and under what you sign.</source>
        <translation>La que ha usado se la dieron. Desde ahora solo usted conoce la suya: le representa en la auditoría y en lo que firma.</translation>
    </message>
</context>
<context>
    <name>FormHeader</name>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Complete form</source>
        <translation>Completar formulario</translation>
    </message>
    <message>
        <source>Back to the visit</source>
        <translation>Volver a la visita</translation>
    </message>
    <message>
        <source>Next: {form}</source>
        <translation>Siguiente: {form}</translation>
    </message>
</context>
<context>
    <name>FormLife</name>
    <message>
        <source>Sign again…</source>
        <translation>Firmar de nuevo…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Reabrir…</translation>
    </message>
    <message>
        <source>It goes back to where it stood before it was locked.</source>
        <translation>Vuelve al estado que tenía antes del bloqueo.</translation>
    </message>
    <message>
        <source>Why is this form unlocked?</source>
        <translation>¿Por qué se desbloquea este formulario?</translation>
    </message>
    <message>
        <source>It becomes a draft again; a signature of it is broken.</source>
        <translation>Vuelve a ser un borrador; su firma queda rota.</translation>
    </message>
    <message>
        <source>Why is this form reopened?</source>
        <translation>¿Por qué se reabre este formulario?</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Say why it stays, or cancel and correct it.</source>
        <translation>Diga por qué se mantiene, o cancele y corríjalo.</translation>
    </message>
    <message>
        <source>Why is this record void?</source>
        <translation>¿Por qué se anula este registro?</translation>
    </message>
    <message>
        <source>Why does this record count again?</source>
        <translation>¿Por qué vuelve a contar este registro?</translation>
    </message>
    <message>
        <source>It stays readable, with its history.</source>
        <translation>Sigue siendo legible, con su historial.</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>History of this row</source>
        <translation>Historial de esta fila</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Who goes on?</source>
        <translation>¿Quién continúa?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The study stays open where it is; what follows is under the new name.</source>
        <translation>El estudio sigue abierto donde está; lo que sigue queda con el nuevo nombre.</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Bloquear la ventana</translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation>Cambiar mi contraseña…</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Sort the records</source>
        <translation>Ordenar los registros</translation>
    </message>
    <message>
        <source>Sort by a column; the order of entry comes back at the third</source>
        <translation>Ordena por una columna; a la tercera vuelve el orden de entrada</translation>
    </message>
    <message>
        <source>in the order of entry</source>
        <translation>en el orden de entrada</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>descendente</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>ascendente</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>Nothing was entered here yet.</source>
        <translation>Aquí todavía no se ha introducido nada.</translation>
    </message>
    <message>
        <source>Finding kept: {reason}</source>
        <translation>Hallazgo mantenido: {reason}</translation>
    </message>
    <message>
        <source>Row voided</source>
        <translation>Fila anulada</translation>
    </message>
    <message>
        <source>Row taken back</source>
        <translation>Fila recuperada</translation>
    </message>
    <message>
        <source>Entered: {new}</source>
        <translation>Introducido: {new}</translation>
    </message>
    <message>
        <source>{old}  →  {new}</source>
        <translation>{old}  →  {new}</translation>
    </message>
    <message>
        <source>No longer missing: {old}</source>
        <translation>Ya no falta: {old}</translation>
    </message>
    <message>
        <source>Missing: {why}</source>
        <translation>Falta: {why}</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(en blanco)</translation>
    </message>
</context>
<context>
    <name>IdentifiersCard</name>
    <message>
        <source>Nothing has been written yet. Go to each place and look. What is corrected there stays in the audit trail; without free text, neither leaves.</source>
        <translation>Aún no se ha escrito nada. Vaya a cada lugar y revíselo. Lo que se corrija permanece en la auditoría; sin texto libre no sale ninguno de los dos.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Possible identifiers</source>
        <translation>Posibles identificadores</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Do not export</source>
        <translation>No exportar</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Exportar de todos modos</translation>
    </message>
    <message numerus="yes">
        <source>%n possible identifier(s) in free text</source>
        <translation>
            <numerusform>%n posible identificador en texto libre</numerusform>
            <numerusform>%n posibles identificadores en texto libre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentitiesPage</name>
    <message>
        <source>Identification list</source>
        <translation>Lista de identificación</translation>
    </message>
    <message>
        <source>Who looked at the list, and who changed it</source>
        <translation>Quién miró la lista y quién la cambió</translation>
    </message>
    <message>
        <source>apart from the study, in no export</source>
        <translation>aparte del estudio, en ninguna exportación</translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation>Mostrar los nombres</translation>
    </message>
    <message>
        <source>Cover the names</source>
        <translation>Tapar los nombres</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Quién miró</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Número de historia</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Cuándo (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>looked at one</source>
        <translation>miró una</translation>
    </message>
    <message>
        <source>looked at the list</source>
        <translation>miró la lista</translation>
    </message>
    <message>
        <source>changed: {what}</source>
        <translation>cambió: {what}</translation>
    </message>
    <message>
        <source>restored a backup</source>
        <translation>restauró una copia</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>Show who this is</source>
        <translation>Mostrar quién es</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Nombre y apellidos</translation>
    </message>
    <message>
        <source>Record number of the hospital</source>
        <translation>Número de historia del hospital</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Note, such as whom to call</source>
        <translation>Nota, por ejemplo a quién llamar</translation>
    </message>
    <message>
        <source>Subject {subject}</source>
        <translation>Paciente {subject}</translation>
    </message>
    <message>
        <source>The look is recorded, with your name and the time.</source>
        <translation>La consulta queda registrada, con su nombre y la hora.</translation>
    </message>
    <message>
        <source>Saved in the list.</source>
        <translation>Guardado en la lista.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Answers from {name}</source>
        <translation>Respuestas de {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) will be taken.</source>
        <translation>
            <numerusform>Se tomará %n respuesta.</numerusform>
            <numerusform>Se tomarán %n respuestas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are refused.</source>
        <translation>
            <numerusform>Se rechaza %n línea.</numerusform>
            <numerusform>Se rechazan %n líneas.</numerusform>
        </translation>
    </message>
    <message>
        <source>File SHA-256 {digest}…</source>
        <translation>SHA-256 del archivo {digest}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take the answers</source>
        <translation>Tomar las respuestas</translation>
    </message>
    <message>
        <source>will be taken</source>
        <translation>se tomará</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Líneas del archivo</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a CSV or xlsx file of a laboratory. Nothing is changed before you take the values that you accepted; each is recorded under your name, with the file and its SHA-256.</source>
        <translation>Elija un archivo CSV o xlsx de un laboratorio. No se cambia nada hasta que tome los valores aceptados; cada uno se registra a su nombre, con el archivo y su SHA-256.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n value(s)</source>
        <translation>
            <numerusform>Tomar %n valor</numerusform>
            <numerusform>Tomar %n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>laboratory results</source>
        <translation>resultados de laboratorio</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Taking the values…</source>
        <translation>Tomando los valores…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>Comparing with the study…</source>
        <translation>Comparando con el estudio…</translation>
    </message>
    <message>
        <source>There is nothing to take from this file.</source>
        <translation>No hay nada que tomar de este archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken.</source>
        <translation>
            <numerusform>%n valor tomado.</numerusform>
            <numerusform>%n valores tomados.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabGrid</name>
    <message>
        <source>Below its range</source>
        <translation>Por debajo de su intervalo</translation>
    </message>
    <message>
        <source>Above its range</source>
        <translation>Por encima de su intervalo</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Fill units and ranges of {laboratory} (as of {date})</source>
        <translation>Rellenar unidades e intervalos de {laboratory} (del {date})</translation>
    </message>
    <message>
        <source>Blank units and limits only; nothing is replaced.</source>
        <translation>Solo las unidades y los límites en blanco; no se sustituye nada.</translation>
    </message>
    <message>
        <source>creatinine</source>
        <translation>creatinina</translation>
    </message>
    <message>
        <source>its unit</source>
        <translation>su unidad</translation>
    </message>
    <message>
        <source>date of sample</source>
        <translation>fecha de la muestra</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>fecha de nacimiento</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexo</translation>
    </message>
    <message>
        <source>weight, for Cockcroft-Gault</source>
        <translation>peso, para Cockcroft-Gault</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>aaaa-mm-dd</translation>
    </message>
</context>
<context>
    <name>LocationModel</name>
    <message>
        <source>CLASI location</source>
        <translation>Localización CLASI</translation>
    </message>
    <message>
        <source>area %</source>
        <translation>área %</translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máx.</translation>
    </message>
</context>
<context>
    <name>LocationTable</name>
    <message>
        <source>Figures by CLASI location</source>
        <translation>Cifras por localización CLASI</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock an untouched window after</source>
        <translation>Bloquear la ventana sin uso tras</translation>
    </message>
    <message>
        <source>What is being typed then is kept; a password brings it back.</source>
        <translation>Lo que se estaba escribiendo se conserva; vuelve con una contraseña.</translation>
    </message>
</context>
<context>
    <name>LockoutBand</name>
    <message numerus="yes">
        <source>%n lockout(s) after failed logins since you were last here</source>
        <translation>
            <numerusform>%n bloqueo tras inicios de sesión fallidos desde su última visita</numerusform>
            <numerusform>%n bloqueos tras inicios de sesión fallidos desde su última visita</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogInCard</name>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Forgotten password?</source>
        <translation>¿Olvidó la contraseña?</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Estudio</translation>
    </message>
    <message>
        <source>&amp;New study…</source>
        <translation>Estudio &amp;nuevo…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Close study</source>
        <translation>&amp;Cerrar estudio</translation>
    </message>
    <message>
        <source>&amp;Lock the window</source>
        <translation>&amp;Bloquear la ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About ORDI CRF</source>
        <translation>&amp;Acerca de ORDI CRF</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Correspondencia</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Decimales</translation>
    </message>
    <message>
        <source>comma or point</source>
        <translation>coma o punto</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>point</source>
        <translation>punto</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratorio</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>Nombre de la correspondencia</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>By the headings</source>
        <translation>Según los encabezados</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Verified against the source</source>
        <translation>Verificado con la fuente</translation>
    </message>
    <message>
        <source>A query waits for its answer</source>
        <translation>Una consulta espera respuesta</translation>
    </message>
    <message>
        <source>A query is answered</source>
        <translation>Una consulta está respondida</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>CR</source>
        <translation>RC</translation>
    </message>
    <message>
        <source>Subjects by visits</source>
        <translation>Pacientes por visitas</translation>
    </message>
</context>
<context>
    <name>MatrixHeader</name>
    <message>
        <source>Weeks</source>
        <translation>Semanas</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>After withdrawal</source>
        <translation>Tras la retirada</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>CLASI-A</source>
        <translation>CLASI-A</translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge deliveries</source>
        <translation>Combinar entregas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>Study files, workbooks, packages and merged files. Their audit trails are verified and united; none of the files is changed.</source>
        <translation>Archivos de estudio, libros, paquetes y archivos combinados. Sus auditorías se verifican y se unen; ninguno de los archivos se modifica.</translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Nothing is merged yet.</source>
        <translation>Aún no se ha combinado nada.</translation>
    </message>
    <message>
        <source>Progress of the merge</source>
        <translation>Progreso de la combinación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Ítem</translation>
    </message>
    <message>
        <source>What the files say</source>
        <translation>Qué dicen los archivos</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>Conflictos abiertos</translation>
    </message>
    <message>
        <source>Reading and verifying…</source>
        <translation>Leyendo y verificando…</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>No se ha escrito nada.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Cancelado. No se ha escrito nada.</translation>
    </message>
    <message>
        <source>{name} is written: {n} audit entries of {files} files, all verified.</source>
        <translation>{name} está escrito: {n} entradas de auditoría de {files} archivos, todas verificadas.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to settle before it can be exported.</source>
        <translation>
            <numerusform>%n conflicto por resolver antes de poder exportarlo.</numerusform>
            <numerusform>%n conflictos por resolver antes de poder exportarlo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingStrip</name>
    <message>
        <source>Why it is missing</source>
        <translation>Por qué falta</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reason, for the audit trail</source>
        <translation>Motivo, para el registro de auditoría</translation>
    </message>
    <message>
        <source>Blank is kept blank; this says why. An answer takes it back.</source>
        <translation>Lo que está en blanco sigue en blanco; aquí se dice por qué. Una respuesta lo deja sin efecto.</translation>
    </message>
    <message>
        <source>Choose why it is missing: a key from 1 to 6.</source>
        <translation>Elija por qué falta: una tecla del 1 al 6.</translation>
    </message>
    <message>
        <source>This form is complete: give the reason for the audit trail.</source>
        <translation>Este formulario está completo: indique el motivo para el registro de auditoría.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Qué falta</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Para</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>Names of this laboratory</source>
        <translation>Nombres de este laboratorio</translation>
    </message>
    <message>
        <source>Say what they are; what is left open is not taken.</source>
        <translation>Indique qué son; lo que quede sin indicar no se toma.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
    <message>
        <source>First and last name, as printed beside what they enter</source>
        <translation>Nombre y apellidos, como constan junto a lo que introduce</translation>
    </message>
    <message>
        <source>Login; nobody else ever has it again</source>
        <translation>Usuario; nadie más lo tendrá nunca</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Primera contraseña</translation>
    </message>
    <message>
        <source>Tell them this first password; at their first login they choose their own.</source>
        <translation>Comuníquele esta primera contraseña; en su primer inicio de sesión elige la suya.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Type the name and the login.</source>
        <translation>Escriba el nombre y el usuario.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>This password will do.</source>
        <translation>Esta contraseña vale.</translation>
    </message>
    <message>
        <source>Good. Now type the same once more.</source>
        <translation>Bien. Ahora escriba la misma otra vez.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>No coinciden.</translation>
    </message>
</context>
<context>
    <name>NewSubjectDialog</name>
    <message>
        <source>New subject</source>
        <translation>Paciente nuevo</translation>
    </message>
    <message>
        <source>Subject number</source>
        <translation>Número de paciente</translation>
    </message>
    <message>
        <source>Site and number, such as {example}. Never initials, a name or a record number: the list that says who this is stays outside the study file.</source>
        <translation>Centro y número, como {example}. Nunca iniciales, nombre ni número de historia: la lista que identifica a la persona queda fuera del archivo del estudio.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>Type the site, a hyphen and the number: {example}.</source>
        <translation>Escriba el centro, un guion y el número: {example}.</translation>
    </message>
    <message>
        <source>{subject} exists already; numbers are never used twice.</source>
        <translation>{subject} ya existe; los números no se repiten nunca.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>map and score</source>
        <translation>mapa y puntuación</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>corregir</translation>
    </message>
    <message>
        <source>check</source>
        <translation>revisar</translation>
    </message>
    <message>
        <source>Keep and explain</source>
        <translation>Mantener y explicar</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) still needed before the form is complete.</source>
        <translation>
            <numerusform>Falta %n motivo para completar el formulario.</numerusform>
            <numerusform>Faltan %n motivos para completar el formulario.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Abrir el mapa</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Ir al ítem</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) still needed</source>
        <translation>
            <numerusform>Falta %n respuesta</numerusform>
            <numerusform>Faltan %n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Ir al primero</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>faltan</translation>
    </message>
</context>
<context>
    <name>OnceCard</name>
    <message>
        <source>Not needed while no dyspigmentation is scored</source>
        <translation>No procede mientras no se puntúe discromía</translation>
    </message>
</context>
<context>
    <name>OpenListCard</name>
    <message>
        <source>Open the list</source>
        <translation>Abrir la lista</translation>
    </message>
    <message>
        <source>Who the subjects are lies in a file of its own, encrypted apart from the study: no export and no sponsor reaches it, and every look is recorded.</source>
        <translation>Quiénes son los pacientes está en un archivo propio, cifrado aparte del estudio: ninguna exportación ni el promotor llegan a él, y cada consulta queda registrada.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Your password opens it</source>
        <translation>Se abre con su contraseña</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>95 % CI {interval}</source>
        <translation>IC 95 % {interval}</translation>
    </message>
</context>
<context>
    <name>OutcomeDetail</name>
    <message>
        <source>{registry}: {sentence}</source>
        <translation>{registry}: {sentence}</translation>
    </message>
    <message>
        <source>No subject has been treated yet: there is nothing to estimate.</source>
        <translation>Todavía no se ha tratado a ningún paciente: no hay nada que estimar.</translation>
    </message>
    <message numerus="yes">
        <source>%n not known or not evaluable: {who}</source>
        <translation>
            <numerusform>%n sin dato o no evaluable: {who}</numerusform>
            <numerusform>%n sin dato o no evaluables: {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeMatrix</name>
    <message>
        <source>Outcomes by subject</source>
        <translation>Resultados por paciente</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
</context>
<context>
    <name>OutcomesPage</name>
    <message>
        <source>Outcomes</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>Por paciente</translation>
    </message>
    <message>
        <source>Course of the study</source>
        <translation>Curso del estudio</translation>
    </message>
    <message>
        <source>computed from what is entered now</source>
        <translation>calculado a partir de los datos actuales</translation>
    </message>
    <message numerus="yes">
        <source>%n treated</source>
        <translation>
            <numerusform>%n tratado</numerusform>
            <numerusform>%n tratados</numerusform>
        </translation>
    </message>
    <message>
        <source>No subject yet</source>
        <translation>Todavía no hay pacientes</translation>
    </message>
    <message>
        <source>Subjects stand here, one line each, with every outcome.</source>
        <translation>Aquí aparecen los pacientes, uno por línea, con todos los resultados.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Subject {subject}: overview</source>
        <translation>Paciente {subject}: evolución</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Evolución</translation>
    </message>
    <message>
        <source>Nothing to draw yet</source>
        <translation>Todavía no hay nada que representar</translation>
    </message>
    <message>
        <source>The overview begins with the first visit that has a date.</source>
        <translation>La evolución empieza con la primera visita con fecha.</translation>
    </message>
    <message>
        <source>Synthetic demonstration study: invented people, no patient data.</source>
        <translation>Estudio sintético de demostración: personas inventadas, sin datos de pacientes.</translation>
    </message>
    <message>
        <source>{study}  ·  Subject {subject}: overview</source>
        <translation>{study}  ·  Paciente {subject}: evolución</translation>
    </message>
    <message>
        <source>as entered on {date}</source>
        <translation>según los datos introducidos a {date}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Guardado: {name}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>The printer did not take the page: see whether it is on.</source>
        <translation>La impresora no ha aceptado la página: compruebe que está encendida.</translation>
    </message>
</context>
<context>
    <name>OwnPassword</name>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>Contraseña hasta ahora</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Type the password that you have had until now.</source>
        <translation>Escriba la contraseña que ha tenido hasta ahora.</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>A password is to be changed</source>
        <translation>Una contraseña se cambia</translation>
    </message>
    <message>
        <source>Former passwords refused</source>
        <translation>Contraseñas anteriores rechazadas</translation>
    </message>
    <message>
        <source>NIST SP 800-63B: no password is changed for its age alone.</source>
        <translation>NIST SP 800-63B: ninguna contraseña se cambia solo por su edad.</translation>
    </message>
    <message numerus="yes">
        <source>after %n day(s)</source>
        <translation>
            <numerusform>tras %n día</numerusform>
            <numerusform>tras %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change your password</source>
        <translation>Cambiar su contraseña</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show or hide what is typed</source>
        <translation>Mostrar u ocultar lo escrito</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>Contraseña del</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n cuenta</numerusform>
            <numerusform>%n cuentas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>at work now</source>
        <translation>trabajando ahora</translation>
    </message>
    <message>
        <source>must choose a password</source>
        <translation>debe elegir contraseña</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
</context>
<context>
    <name>Permits</name>
    <message>
        <source>The study is open read-only.</source>
        <translation>El estudio está abierto solo para lectura.</translation>
    </message>
    <message>
        <source>Choose a password of your own first.</source>
        <translation>Elija primero una contraseña propia.</translation>
    </message>
    <message>
        <source>This is for: {who}.</source>
        <translation>Corresponde a: {who}.</translation>
    </message>
</context>
<context>
    <name>ProofList</name>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>Subjects and records</source>
        <translation>Pacientes y registros</translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message>
        <source>CLASI activity by visit, treated subjects</source>
        <translation>Actividad CLASI por visita, pacientes tratados</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>DE</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>CLASI activity by visit</source>
        <translation>Actividad CLASI por visita</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basal</translation>
    </message>
    <message>
        <source>Without a cutaneous flare after withdrawal (Kaplan-Meier)</source>
        <translation>Sin brote cutáneo tras la retirada (Kaplan-Meier)</translation>
    </message>
    <message>
        <source>Nobody was followed after withdrawal from a complete response yet.</source>
        <translation>Todavía no se ha seguido a nadie tras una retirada en respuesta completa.</translation>
    </message>
    <message numerus="yes">
        <source>%n followed; a tick is the last assessment of one without a flare.</source>
        <translation>
            <numerusform>%n en seguimiento; cada marca es la última valoración de un paciente sin brote.</numerusform>
            <numerusform>%n en seguimiento; cada marca es la última valoración de un paciente sin brote.</numerusform>
        </translation>
    </message>
    <message>
        <source>Half had flared by day {day}.</source>
        <translation>El día {day} la mitad ya había tenido un brote.</translation>
    </message>
    <message>
        <source>Below baseline at week 2</source>
        <translation>Por debajo del valor basal en la semana 2</translation>
    </message>
    <message>
        <source>Weeks from withdrawal to the flare</source>
        <translation>Semanas de la retirada al brote</translation>
    </message>
    <message>
        <source>Stopped for an adverse event</source>
        <translation>Retirados por acontecimiento adverso</translation>
    </message>
    <message>
        <source>Follow-up from Day 1 to the last visit</source>
        <translation>Seguimiento del día 1 a la última visita</translation>
    </message>
</context>
<context>
    <name>QueriesPage</name>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Por responder</translation>
    </message>
    <message>
        <source>Answered, to close</source>
        <translation>Respondidas, por cerrar</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Which queries</source>
        <translation>Qué consultas</translation>
    </message>
    <message>
        <source>Filter by subject, form, item, words</source>
        <translation>Filtrar por paciente, formulario, ítem, palabras</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Go to the item</source>
        <translation>Ir al ítem</translation>
    </message>
    <message>
        <source>No query here</source>
        <translation>Ninguna consulta aquí</translation>
    </message>
    <message>
        <source>A query is raised at its item (Ctrl+K), and by the checks of a completed form.</source>
        <translation>Una consulta se plantea en su ítem (Ctrl+K) y por las comprobaciones de un formulario completo.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n abierta</numerusform>
            <numerusform>%n abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>No query waits for an answer.</source>
        <translation>Ninguna consulta espera respuesta.</translation>
    </message>
    <message>
        <source>Send as a workbook</source>
        <translation>Enviar como libro</translation>
    </message>
    <message>
        <source>Print forms (PDF)</source>
        <translation>Imprimir hojas (PDF)</translation>
    </message>
    <message>
        <source>Read answers…</source>
        <translation>Leer respuestas…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>The query</source>
        <translation>La consulta</translation>
    </message>
    <message>
        <source>{name} is in {folder}.</source>
        <translation>{name} está en {folder}.</translation>
    </message>
</context>
<context>
    <name>QueryStrip</name>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>Volver al formulario (Esc)</translation>
    </message>
</context>
<context>
    <name>QueryThread</name>
    <message>
        <source>New query: {where}</source>
        <translation>Nueva consulta: {where}</translation>
    </message>
    <message>
        <source>Query {n}, {state}: {where}</source>
        <translation>Consulta {n}, {state}: {where}</translation>
    </message>
    <message>
        <source>Value now: {value}</source>
        <translation>Valor actual: {value}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Close the query</source>
        <translation>Cerrar la consulta</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Volver a preguntar</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>Su pregunta</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Sus palabras</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Source data</source>
        <translation>Datos fuente</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Double entry</source>
        <translation>Doble entrada</translation>
    </message>
    <message>
        <source>Sign and lock</source>
        <translation>Firmar y bloquear</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Identification list</source>
        <translation>Lista de identificación</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
</context>
<context>
    <name>RatesPanel</name>
    <message>
        <source>not known</source>
        <translation>sin determinar</translation>
    </message>
    <message>
        <source>below 30</source>
        <translation>menor de 30</translation>
    </message>
    <message>
        <source>not below 30</source>
        <translation>no menor de 30</translation>
    </message>
</context>
<context>
    <name>ReadingHeadings</name>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>Sensitivity only, by leaf weights: {percent} %</source>
        <translation>Solo sensibilidad, con pesos fijos: {percent} %</translation>
    </message>
    <message>
        <source>Above 18 %: the body surface criterion is met</source>
        <translation>Más del 18 %: cumple el criterio de superficie</translation>
    </message>
    <message>
        <source>Exactly 18 %: not above 18 %</source>
        <translation>Exactamente 18 %: no supera el 18 %</translation>
    </message>
    <message>
        <source>Not above 18 %</source>
        <translation>No supera el 18 %</translation>
    </message>
    <message>
        <source>16-20 %: within drawing error, second rater advised</source>
        <translation>16-20 %: dentro del error de dibujo; conviene un segundo evaluador</translation>
    </message>
    <message>
        <source>Active lesions</source>
        <translation>Lesiones activas</translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
    <message>
        <source>never summed</source>
        <translation>nunca se suman</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason, for the audit trail</source>
        <translation>Motivo, para el registro de auditoría</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Give the reason, or cancel, before going on.</source>
        <translation>Indique el motivo, o cancele, antes de continuar.</translation>
    </message>
</context>
<context>
    <name>ReasonedDialog</name>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Say why: it is kept in the audit trail.</source>
        <translation>Diga por qué: queda en la auditoría.</translation>
    </message>
</context>
<context>
    <name>RecentStudies</name>
    <message>
        <source>New study…</source>
        <translation>Estudio nuevo…</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>No study was opened on this computer yet.</source>
        <translation>Aún no se ha abierto ningún estudio en este ordenador.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Demonstration study</source>
        <translation>Estudio de demostración</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>RecoverCard</name>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Open {name} with its recovery key</source>
        <translation>Abrir {name} con su clave de recuperación</translation>
    </message>
    <message>
        <source>It stands on the sheet in the investigator&apos;s site file. Other accounts and all entries stay as they are, and the audit trail tells that the key was used.</source>
        <translation>Está en la hoja del archivo del investigador. Las demás cuentas y todas las entradas quedan como están, y la auditoría dice que se usó la clave.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Your login</source>
        <translation>Su usuario</translation>
    </message>
    <message>
        <source>Open with the key</source>
        <translation>Abrir con la clave</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Escriba su usuario.</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>I have put it away where only those responsible find it</source>
        <translation>La he guardado donde solo la encuentran los responsables</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The key is not shown again. Put it away, or close again to go.</source>
        <translation>La clave no se vuelve a mostrar. Guárdela, o cierre otra vez para salir.</translation>
    </message>
    <message>
        <source>If every password is forgotten or the file beside it is lost, this key alone opens {name}. It is shown this once and is kept nowhere in the program. Whoever has it can read everything: it belongs in the investigator&apos;s site file, not on this computer.</source>
        <translation>Si se olvidan todas las contraseñas o se pierde el archivo que lo acompaña, solo esta clave abre {name}. Se muestra esta única vez y el programa no la guarda en ningún sitio. Quien la tiene puede leerlo todo: su lugar es el archivo del investigador, no este ordenador.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Opens: {name}</source>
        <translation>Abre: {name}</translation>
    </message>
    <message>
        <source>Made: {when}</source>
        <translation>Hecha: {when}</translation>
    </message>
    <message>
        <source>Keep this sheet in the investigator&apos;s site file, locked away. Whoever holds it can read the whole file without a password.</source>
        <translation>Guarde esta hoja bajo llave en el archivo del investigador. Quien la tiene puede leer todo el archivo sin contraseña.</translation>
    </message>
    <message>
        <source>To use it: choose the study on the start page, then “Forgotten password?”. Small or capital letters and spaces make no difference; the letters I and L are read as 1, O as 0.</source>
        <translation>Para usarla: elija el estudio en la página de inicio y después «¿Olvidó la contraseña?». Da igual usar mayúsculas o minúsculas y espacios; las letras I y L se leen como 1, la O como 0.</translation>
    </message>
    <message>
        <source>The last group checks the others, so a mistyped sign is noticed.</source>
        <translation>El último grupo comprueba los demás: un signo mal escrito se nota.</translation>
    </message>
    <message>
        <source>Sent to the printer. Compare the sheet with the screen.</source>
        <translation>Enviada a la impresora. Compare la hoja con la pantalla.</translation>
    </message>
    <message>
        <source>The printer did not take the page: see whether it is on.</source>
        <translation>La impresora no aceptó la página: compruebe que esté encendida.</translation>
    </message>
    <message>
        <source>Saved as {name}: print it, then delete the file.</source>
        <translation>Guardada como {name}: imprímala y después borre el archivo.</translation>
    </message>
    <message>
        <source>Copied, until you go on. Paste it into a password safe, not a letter.</source>
        <translation>Copiada, hasta que continúe. Péguela en un gestor de contraseñas, no en una carta.</translation>
    </message>
    <message>
        <source>Put the key away first, then tick the box.</source>
        <translation>Guarde primero la clave y después marque la casilla.</translation>
    </message>
</context>
<context>
    <name>RenalCard</name>
    <message>
        <source>Renal function</source>
        <translation>Función renal</translation>
    </message>
    <message>
        <source>Missing: {what}.</source>
        <translation>Falta: {what}.</translation>
    </message>
    <message>
        <source>Below 30 is an exclusion; 30 is not.</source>
        <translation>Menos de 30 excluye; 30 no.</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>Progreso de la verificación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What holds and what does not is listed here.</source>
        <translation>Aquí se lista lo que es íntegro y lo que no.</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Verificando…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>{kind} {name}: nothing was changed.</source>
        <translation>{kind} {name}: no se ha cambiado nada.</translation>
    </message>
    <message numerus="yes">
        <source>{kind} {name}: %n thing(s) do not hold.</source>
        <translation>
            <numerusform>{kind} {name}: %n cosa no es íntegra.</numerusform>
            <numerusform>{kind} {name}: %n cosas no son íntegras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message>
        <source>A new password for {name}</source>
        <translation>Contraseña nueva para {name}</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>Contraseña temporal</translation>
    </message>
    <message>
        <source>It is good for one login: then they choose their own, which nobody else knows.</source>
        <translation>Sirve para un inicio de sesión: después elige la suya, que nadie más conoce.</translation>
    </message>
    <message>
        <source>Give this password</source>
        <translation>Dar esta contraseña</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Go back to {when}?</source>
        <translation>¿Volver a {when}?</translation>
    </message>
    <message>
        <source>Entered by: {who}</source>
        <translation>Introducido por: {who}</translation>
    </message>
    <message>
        <source>Subjects: {who}</source>
        <translation>Pacientes: {who}</translation>
    </message>
    <message>
        <source>The study as it is now is set aside among the backups, so that nothing is gone for good. Passwords are those of the backup. You log in again afterwards.</source>
        <translation>El estudio tal como está se aparta entre las copias, de modo que nada se pierde del todo. Las contraseñas son las de la copia. Después inicia sesión de nuevo.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>The backup holds everything that the study holds.</source>
        <translation>La copia contiene todo lo que contiene el estudio.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the audit trail since {since} UTC are not in this backup.</source>
        <translation>
            <numerusform>%n entrada de la auditoría desde {since} UTC no está en esta copia.</numerusform>
            <numerusform>%n entradas de la auditoría desde {since} UTC no están en esta copia.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>{done} of {all} data points agree with their source.</source>
        <translation>{done} de {all} datos coinciden con su fuente.</translation>
    </message>
    <message>
        <source>verified {percent} %</source>
        <translation>verificado {percent} %</translation>
    </message>
    <message>
        <source>Query the form</source>
        <translation>Consulta sobre el formulario</translation>
    </message>
    <message numerus="yes">
        <source>Verify all that is left (%n)</source>
        <translation>
            <numerusform>Verificar lo que falta (%n)</numerusform>
            <numerusform>Verificar lo que falta (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>query {n} · {state}</source>
        <translation>consulta {n} · {state}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>Respuesta: {text}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Progress of the import</source>
        <translation>Progreso de la importación</translation>
    </message>
    <message>
        <source>Reason: a completed form is corrected</source>
        <translation>Motivo: se corrige un formulario completo</translation>
    </message>
    <message>
        <source>Equal ones too</source>
        <translation>También los iguales</translation>
    </message>
    <message>
        <source>Accept new</source>
        <translation>Aceptar nuevos</translation>
    </message>
    <message>
        <source>Accept changed too</source>
        <translation>Aceptar también cambiados</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Rechazar todo</translation>
    </message>
    <message>
        <source>Wait until this is done.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>Nothing is accepted.</source>
        <translation>No hay nada aceptado.</translation>
    </message>
    <message>
        <source>A completed form is corrected: give the reason.</source>
        <translation>Se corrige un formulario completo: indique el motivo.</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>Another role for {name}</source>
        <translation>Otra función para {name}</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Cambiar la función</translation>
    </message>
    <message>
        <source>This is the role they have.</source>
        <translation>Ya tiene esta función.</translation>
    </message>
</context>
<context>
    <name>ScoreColumn</name>
    <message>
        <source>Change from baseline</source>
        <translation>Cambio respecto al basal</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Nada que revisar.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Activity so far</source>
        <translation>Actividad parcial</translation>
    </message>
    <message>
        <source>at least {band}</source>
        <translation>al menos {band}</translation>
    </message>
    <message>
        <source>Damage so far</source>
        <translation>Daño parcial</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>de {n}</translation>
    </message>
    <message>
        <source>{n} of {items} items missing: no total yet</source>
        <translation>faltan {n} de {items} ítems: aún sin total</translation>
    </message>
    <message>
        <source>all {items} items answered</source>
        <translation>{items} ítems respondidos</translation>
    </message>
    <message>
        <source>dyspigmentation {n}</source>
        <translation>discromía {n}</translation>
    </message>
    <message>
        <source> × 2 (≥ 12 months)</source>
        <translation> × 2 (≥ 12 meses)</translation>
    </message>
    <message>
        <source>scarring {n}</source>
        <translation>cicatriz {n}</translation>
    </message>
    <message>
        <source>scalp {n}</source>
        <translation>cuero cabelludo {n}</translation>
    </message>
    <message>
        <source>no baseline yet</source>
        <translation>aún sin valor basal</translation>
    </message>
    <message>
        <source>no total yet</source>
        <translation>aún sin total</translation>
    </message>
</context>
<context>
    <name>SecondPage</name>
    <message>
        <source>Not for you to enter</source>
        <translation>No le corresponde introducirlo</translation>
    </message>
    <message>
        <source>Finish the second entry</source>
        <translation>Terminar la segunda entrada</translation>
    </message>
    <message>
        <source>{form}, second entry</source>
        <translation>{form}, segunda entrada</translation>
    </message>
    <message>
        <source>Double entry</source>
        <translation>Doble entrada</translation>
    </message>
    <message>
        <source>Enter what the source says, as if nobody had. The first entry is not shown; you see nothing of it here, and the two are compared when you have finished.</source>
        <translation>Introduzca lo que dice la fuente, como si nadie lo hubiera hecho. La primera entrada no se muestra; ambas se comparan cuando termine.</translation>
    </message>
</context>
<context>
    <name>SegmentedChoice</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historial…</translation>
    </message>
    <message>
        <source>blank, proposed: {value}</source>
        <translation>en blanco, propuesto: {value}</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>en blanco</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>New study</source>
        <translation>Estudio nuevo</translation>
    </message>
    <message>
        <source>You are the first account: you can enter, sign and let colleagues in. The study is encrypted; without a password or the recovery key nobody can read it.</source>
        <translation>Usted es la primera cuenta: puede introducir, firmar y dar acceso. El estudio está cifrado; sin contraseña ni clave de recuperación nadie puede leerlo.</translation>
    </message>
    <message>
        <source>Your name, as it is printed beside what you enter</source>
        <translation>Su nombre, como consta junto a lo que introduce</translation>
    </message>
    <message>
        <source>Your login</source>
        <translation>Su usuario</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Su función</translation>
    </message>
    <message>
        <source>Site number</source>
        <translation>Número de centro</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Create the study</source>
        <translation>Crear el estudio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Escriba su nombre.</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Escriba su usuario.</translation>
    </message>
    <message>
        <source>Choose your role.</source>
        <translation>Elija su función.</translation>
    </message>
    <message>
        <source>Type the number of the site.</source>
        <translation>Escriba el número del centro.</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Nothing to check.</source>
        <translation>Nada que revisar.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign: {what}</source>
        <translation>Firmar: {what}</translation>
    </message>
    <message>
        <source>What the signature means</source>
        <translation>Qué significa la firma</translation>
    </message>
    <message>
        <source>Your name, typed out, is your signature</source>
        <translation>Su nombre, escrito, es su firma</translation>
    </message>
    <message>
        <source>Name, role, meaning and the time in UTC stay with each form, on screen and on paper. Any later change breaks the signature, visibly.</source>
        <translation>Nombre, función, significado y hora UTC quedan en cada formulario, en pantalla y en papel. Cualquier cambio posterior rompe la firma de forma visible.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>You sign as {name}</source>
        <translation>Firma como {name}</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>subject {subject}</source>
        <translation>paciente {subject}</translation>
    </message>
    <message>
        <source>the study</source>
        <translation>el estudio</translation>
    </message>
    <message>
        <source>Subject {subject}, {visit}</source>
        <translation>Paciente {subject}, {visit}</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) are signed, each by itself</source>
        <translation>
            <numerusform>Se firma %n formulario</numerusform>
            <numerusform>Se firman %n formularios, cada uno por sí mismo</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your name to sign.</source>
        <translation>Escriba su nombre para firmar.</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Escriba su usuario.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Files to read</source>
        <translation>Archivos que se leen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Login and password for the studies that have accounts</source>
        <translation>Usuario y contraseña de los estudios con cuentas</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Left to verify</source>
        <translation>Por verificar</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>Todos los formularios</translation>
    </message>
    <message>
        <source>Which forms</source>
        <translation>Qué formularios</translation>
    </message>
    <message>
        <source>Filter by subject, visit, form</source>
        <translation>Filtrar por paciente, visita, formulario</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificados</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>Forms and what of them is verified</source>
        <translation>Formularios y qué se ha verificado de ellos</translation>
    </message>
    <message>
        <source>Nothing left to verify</source>
        <translation>Nada por verificar</translation>
    </message>
    <message>
        <source>Every data point that was entered agrees with its source.</source>
        <translation>Todos los datos introducidos coinciden con su fuente.</translation>
    </message>
    <message>
        <source>{percent} % of {all} data points verified</source>
        <translation>{percent} % de {all} datos verificados</translation>
    </message>
    <message>
        <source>Source data</source>
        <translation>Datos fuente</translation>
    </message>
    <message>
        <source>Compared with the source</source>
        <translation>Comparado con la fuente</translation>
    </message>
    <message>
        <source>Verify this form</source>
        <translation>Verificar este formulario</translation>
    </message>
    <message>
        <source>Verify this visit</source>
        <translation>Verificar esta visita</translation>
    </message>
    <message>
        <source>Verify this subject</source>
        <translation>Verificar este paciente</translation>
    </message>
    <message>
        <source>Of a visit or a subject, completed forms are verified. A change of a value takes its verification back. At an item: Ctrl+D.</source>
        <translation>De una visita o un paciente se verifican los formularios completos. El cambio de un valor anula su verificación. En un ítem: Ctrl+D.</translation>
    </message>
    <message>
        <source>{name}: {done} of {all} ({percent} %)</source>
        <translation>{name}: {done} de {all} ({percent} %)</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Type your name and choose your role first: both go into the audit trail.</source>
        <translation>Escriba primero su nombre y elija su función: ambos quedan en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Version {version}. The CLASI is its authors&apos; instrument; clinical use needs their permission.</source>
        <translation>Versión {version}. El CLASI es un instrumento de sus autores; su uso clínico requiere su permiso.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>signed</source>
        <translation>firmado</translation>
    </message>
    <message>
        <source>source-verified</source>
        <translation>verificado</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completo</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>pendiente ahora</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>atrasada</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>por hacer</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>no realizada</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>sin registrar</translation>
    </message>
    <message>
        <source>no longer due</source>
        <translation>ya no procede</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>query open</source>
        <translation>consulta abierta</translation>
    </message>
    <message>
        <source>broken signature</source>
        <translation>firma rota</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Why is it missing…</source>
        <translation>Por qué falta…</translation>
    </message>
    <message>
        <source>Open for reading only.</source>
        <translation>Abierto solo para lectura.</translation>
    </message>
    <message>
        <source>Nothing changes before it is unlocked with a reason.</source>
        <translation>Nada cambia hasta que se desbloquee con un motivo.</translation>
    </message>
    <message>
        <source>A correction needs a reason and breaks the signature.</source>
        <translation>Una corrección necesita un motivo y rompe la firma.</translation>
    </message>
    <message>
        <source>Corrected since it was signed: to be signed again.</source>
        <translation>Corregido desde la firma: hay que firmarlo de nuevo.</translation>
    </message>
    <message>
        <source>A change is a correction and asks for a reason.</source>
        <translation>Un cambio es una corrección y pide un motivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) still needed.</source>
        <translation>
            <numerusform>Falta %n respuesta.</numerusform>
            <numerusform>Faltan %n respuestas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is entered yet.</source>
        <translation>Todavía no hay nada introducido.</translation>
    </message>
    <message>
        <source>All needed answers are there.</source>
        <translation>Están todas las respuestas necesarias.</translation>
    </message>
    <message>
        <source>Begun in version {begun} of this form; version {now} is in use now.</source>
        <translation>Empezado en la versión {begun} de este formulario; ahora se usa la versión {now}.</translation>
    </message>
</context>
<context>
    <name>StrokeSummary</name>
    <message numerus="yes">
        <source>%n character(s) of vectors</source>
        <translation>
            <numerusform>%n carácter de vectores</numerusform>
            <numerusform>%n caracteres de vectores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyView</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>You can read this form. It is entered by: {who}.</source>
        <translation>Puede leer este formulario. Lo introduce: {who}.</translation>
    </message>
    <message>
        <source>Ctrl+D ticks an item that agrees with its source, Ctrl+K asks about it.</source>
        <translation>Ctrl+D marca el dato que coincide con su fuente, Ctrl+K pregunta por él.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
</context>
<context>
    <name>SubjectPage</name>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Add unscheduled visit</source>
        <translation>Añadir visita no programada</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Evolución</translation>
    </message>
    <message>
        <source>Subject {subject}</source>
        <translation>Paciente {subject}</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Mark what is blank as missing…</source>
        <translation>Justificar lo que está en blanco…</translation>
    </message>
    <message>
        <source>Begin: {form}</source>
        <translation>Empezar: {form}</translation>
    </message>
    <message>
        <source>Go on: {form}</source>
        <translation>Continuar: {form}</translation>
    </message>
    <message>
        <source>Open: {form}</source>
        <translation>Abrir: {form}</translation>
    </message>
    <message>
        <source>Next visit: {visit}</source>
        <translation>Visita siguiente: {visit}</translation>
    </message>
    <message>
        <source>Running records, not tied to a visit</source>
        <translation>Registros continuos, no ligados a una visita</translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation>Aún sin fecha</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>What is blank at this visit</source>
        <translation>Lo que está en blanco en esta visita</translation>
    </message>
    <message>
        <source>and complete its forms</source>
        <translation>y completar sus formularios</translation>
    </message>
    <message>
        <source>Why is there no answer in the forms of this visit?</source>
        <translation>¿Por qué no hay respuesta en los formularios de esta visita?</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Sin empezar</translation>
    </message>
</context>
<context>
    <name>SubjectsPage</name>
    <message>
        <source>Find a subject</source>
        <translation>Buscar un paciente</translation>
    </message>
    <message>
        <source>No subject yet</source>
        <translation>Todavía no hay pacientes</translation>
    </message>
    <message>
        <source>Subjects stand here, one line each, with the state of every visit.</source>
        <translation>Aquí aparecen los pacientes, uno por línea, con el estado de cada visita.</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n paciente</numerusform>
            <numerusform>%n pacientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>New subject</source>
        <translation>Paciente nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) due now</source>
        <translation>
            <numerusform>%n visita pendiente ahora</numerusform>
            <numerusform>%n visitas pendientes ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) overdue</source>
        <translation>
            <numerusform>%n visita atrasada</numerusform>
            <numerusform>%n visitas atrasadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) in draft</source>
        <translation>
            <numerusform>%n visita en borrador</numerusform>
            <numerusform>%n visitas en borrador</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s) at CLASI-A 0</source>
        <translation>
            <numerusform>%n paciente con CLASI-A 0</numerusform>
            <numerusform>%n pacientes con CLASI-A 0</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message>
        <source>Did not take place</source>
        <translation>No se realizó</translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation>Aún sin fecha</translation>
    </message>
    <message>
        <source>{n} of {m} activity items missing: no total yet</source>
        <translation>faltan {n} de {m} ítems de actividad: aún sin total</translation>
    </message>
    <message>
        <source>Activity {band}, damage {damage}</source>
        <translation>Actividad {band}, daño {damage}</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>actividad</translation>
    </message>
    <message>
        <source>Nothing painted yet</source>
        <translation>Nada pintado todavía</translation>
    </message>
    <message>
        <source>Active: above 18 %</source>
        <translation>Activas: más del 18 %</translation>
    </message>
    <message>
        <source>Active: not above 18 %</source>
        <translation>Activas: no más del 18 %</translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
    </message>
    <message>
        <source>Activity {band}</source>
        <translation>Actividad {band}</translation>
    </message>
    <message>
        <source>SLEDAI-2K</source>
        <translation>SLEDAI-2K</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>Nada registrado</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest: {what}</source>
        <translation>el último: {what}</translation>
    </message>
</context>
<context>
    <name>SurvivalCurve</name>
    <message>
        <source>Time to cutaneous flare</source>
        <translation>Tiempo hasta el brote cutáneo</translation>
    </message>
    <message>
        <source>week {week}: {percent} % without a flare</source>
        <translation>semana {week}: {percent} % sin brote</translation>
    </message>
    <message>
        <source>weeks since withdrawal</source>
        <translation>semanas desde la retirada</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>en riesgo</translation>
    </message>
</context>
<context>
    <name>TermsCard</name>
    <message>
        <source>How it leaves</source>
        <translation>Cómo sale</translation>
    </message>
    <message>
        <source>In one signed package (.zip)</source>
        <translation>En un paquete firmado (.zip)</translation>
    </message>
    <message>
        <source>With a signed list of every file, and the key to check it by.</source>
        <translation>Con una lista firmada de cada archivo y la clave para comprobarla.</translation>
    </message>
    <message>
        <source>What to leave out or reduce</source>
        <translation>Qué omitir o reducir</translation>
    </message>
    <message>
        <source>Language of the wordings</source>
        <translation>Idioma de los textos</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
    <message>
        <source>Fill region</source>
        <translation>Rellenar</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>{cm} cm on the patient · {percent} % per dab</source>
        <translation>{cm} cm en el paciente · {percent} % por toque</translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>Without skin and mucosa</source>
        <translation>Sin piel ni mucosas</translation>
    </message>
    <message>
        <source>Clinical</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>SLEDAI-2K so far</source>
        <translation>SLEDAI-2K parcial</translation>
    </message>
    <message>
        <source>SLEDAI-2K</source>
        <translation>SLEDAI-2K</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>de {n}</translation>
    </message>
    <message>
        <source>active disease: {n} or more</source>
        <translation>enfermedad activa: {n} o más</translation>
    </message>
</context>
<context>
    <name>Trusted</name>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Two entries, decided</source>
        <translation>Dos entradas, decidido</translation>
    </message>
    <message>
        <source>The subject</source>
        <translation>El paciente</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>El estudio</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>desbloqueado</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Segunda entrada</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>empezada</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not everything is saved</source>
        <translation>No todo está guardado</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) could not be saved.</source>
        <translation>
            <numerusform>No se ha podido guardar %n respuesta.</numerusform>
            <numerusform>No se han podido guardar %n respuestas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay, mend the cause (free space, connect the drive) and they are saved by themselves. If you leave now they are lost; everything else is safe.</source>
        <translation>Quédese, resuelva la causa (libere espacio, conecte la unidad) y se guardarán solas. Si sale ahora se pierden; todo lo demás está a salvo.</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Salir sin ellas</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Confirm all as computed</source>
        <translation>Confirmar todo según los datos</translation>
    </message>
    <message>
        <source>The data say: eligible</source>
        <translation>Según los datos: elegible</translation>
    </message>
    <message>
        <source>Every inclusion criterion is met, and no exclusion criterion is.</source>
        <translation>Se cumplen todos los criterios de inclusión y ninguno de exclusión.</translation>
    </message>
    <message>
        <source>The data say: not eligible</source>
        <translation>Según los datos: no elegible</translation>
    </message>
    <message>
        <source>The data cannot say yet</source>
        <translation>Los datos aún no permiten decidir</translation>
    </message>
    <message>
        <source>Against it: {codes}.</source>
        <translation>En contra: {codes}.</translation>
    </message>
    <message>
        <source>Cannot be determined: {codes}.</source>
        <translation>Por determinar: {codes}.</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Elegir una clave…</translation>
    </message>
    <message>
        <source>It left this study</source>
        <translation>Salió de este estudio</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Verify this study</source>
        <translation>Verificar este estudio</translation>
    </message>
    <message>
        <source>nothing is changed, nothing is sent</source>
        <translation>no se cambia nada, no se envía nada</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>What to verify</source>
        <translation>Qué verificar</translation>
    </message>
    <message>
        <source>A workbook, a casebook, an ODM file or a package, from here or from another site.</source>
        <translation>Un libro, un cuaderno, un archivo ODM o un paquete, de aquí o de otro centro.</translation>
    </message>
    <message>
        <source>It is then held against the audit trail of this study, too.</source>
        <translation>Se compara además con la auditoría de este estudio.</translation>
    </message>
    <message>
        <source>No file chosen yet.</source>
        <translation>Aún no se ha elegido ningún archivo.</translation>
    </message>
    <message>
        <source>Key of the site: {name}</source>
        <translation>Clave del centro: {name}</translation>
    </message>
    <message>
        <source>Without the key of the site: whose a package is stays open.</source>
        <translation>Sin la clave del centro no se sabe de quién es un paquete.</translation>
    </message>
</context>
<context>
    <name>VisitLife</name>
    <message numerus="yes">
        <source>{done} of %n begun form(s) are signed</source>
        <translation>
            <numerusform>Firmado {done} de %n formulario empezado</numerusform>
            <numerusform>Firmados {done} de %n formularios empezados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken signature(s)</source>
        <translation>
            <numerusform>%n firma rota</numerusform>
            <numerusform>%n firmas rotas</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign this visit…</source>
        <translation>Firmar esta visita…</translation>
    </message>
    <message>
        <source>Lock this visit</source>
        <translation>Bloquear esta visita</translation>
    </message>
    <message>
        <source>Unlock this visit…</source>
        <translation>Desbloquear esta visita…</translation>
    </message>
    <message>
        <source>It takes new forms again; the forms in it stay locked one by one.</source>
        <translation>Vuelve a admitir formularios; los que contiene siguen bloqueados uno a uno.</translation>
    </message>
    <message>
        <source>Why is this visit unlocked?</source>
        <translation>¿Por qué se desbloquea esta visita?</translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message numerus="yes">
        <source>%n visit(s) no longer due</source>
        <translation>
            <numerusform>%n visita que ya no procede</numerusform>
            <numerusform>%n visitas que ya no proceden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later visit(s)</source>
        <translation>
            <numerusform>%n visita posterior</numerusform>
            <numerusform>%n visitas posteriores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeeksAhead</name>
    <message>
        <source>The weeks ahead</source>
        <translation>Próximas semanas</translation>
    </message>
</context>
<context>
    <name>WhoCard</name>
    <message>
        <source>Who is at work?</source>
        <translation>¿Quién trabaja?</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Nombre y apellidos</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Su función</translation>
    </message>
    <message>
        <source>Asked once per start. Both are written beside every change.</source>
        <translation>Se pregunta una vez por inicio. Ambos constan junto a cada cambio.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
    <message>
        <source>CLASI</source>
        <translation>CLASI</translation>
    </message>
    <message>
        <source>Active lesions</source>
        <translation>Lesiones activas</translation>
    </message>
    <message>
        <source>Anti-dsDNA</source>
        <translation>Anti-ADNbc</translation>
    </message>
    <message>
        <source>Lenalidomide</source>
        <translation>Lenalidomida</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>Acontecimientos adversos</translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
    </message>
    <message>
        <source>unit not stated</source>
        <translation>unidad sin indicar</translation>
    </message>
    <message>
        <source>mg/day</source>
        <translation>mg/día</translation>
    </message>
    <message>
        <source>cut-off</source>
        <translation>corte</translation>
    </message>
    <message>
        <source>other kit</source>
        <translation>otro kit</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>sin registrar</translation>
    </message>
    <message>
        <source>SAE</source>
        <translation>SAE</translation>
    </message>
    <message>
        <source>Last dose</source>
        <translation>Última dosis</translation>
    </message>
    <message>
        <source>Body maps</source>
        <translation>Mapas corporales</translation>
    </message>
    <message>
        <source>○ limit of the measuring range</source>
        <translation>○ límite del intervalo de medida</translation>
    </message>
    <message>
        <source>× no total, or not examined</source>
        <translation>× sin total o sin explorar</translation>
    </message>
    <message>
        <source>// other laboratory or kit</source>
        <translation>// otro laboratorio o kit</translation>
    </message>
    <message>
        <source>no total</source>
        <translation>sin total</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>sin explorar</translation>
    </message>
    <message>
        <source>Day {n}</source>
        <translation>Día {n}</translation>
    </message>
    <message>
        <source>Month {n}</source>
        <translation>Mes {n}</translation>
    </message>
    <message>
        <source>since {start}, ongoing</source>
        <translation>desde {start}, en curso</translation>
    </message>
    <message>
        <source>since {start}, end not known</source>
        <translation>desde {start}, fin desconocido</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>de {start} a {end}</translation>
    </message>
    <message>
        <source>since {start}</source>
        <translation>desde {start}</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visita</numerusform>
            <numerusform>%n visitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adverse event(s)</source>
        <translation>
            <numerusform>%n acontecimiento adverso</numerusform>
            <numerusform>%n acontecimientos adversos</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>de {first} a {last}</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a date</source>
        <translation>
            <numerusform>%n visita sin fecha</numerusform>
            <numerusform>%n visitas sin fecha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adverse event(s) without a start</source>
        <translation>
            <numerusform>%n acontecimiento adverso sin inicio</numerusform>
            <numerusform>%n acontecimientos adversos sin inicio</numerusform>
        </translation>
    </message>
    <message>
        <source>Not drawn: {what}</source>
        <translation>Sin representar: {what}</translation>
    </message>
</context>
<context>
    <name>_Actor</name>
    <message>
        <source>Someone else is at work…</source>
        <translation>Trabaja otra persona…</translation>
    </message>
</context>
</TS>
