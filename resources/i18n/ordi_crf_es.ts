<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_GB">
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
        <source>Version {version}, study schema {schema}
Body map SHA-256 {sha}…
Licence: MIT. Qt for Python is used under the LGPL; FiraGO in the PDFs under the OFL.</source>
        <translation>Versión {version}, esquema del estudio {schema}
SHA-256 del mapa corporal {sha}…
Licencia: MIT. Qt for Python se usa bajo la LGPL; FiraGO, en los PDF, bajo la OFL.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
    <name>App</name>
    <message>
        <source>Something went wrong inside the program. Everything saved so far is safe.</source>
        <translation>Se ha producido un error interno del programa. Todo lo guardado hasta ahora está a salvo.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The demonstration study is being made…</source>
        <translation>Se está creando el estudio de demostración…</translation>
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
    <name>Asking</name>
    <message>
        <source>This form is complete. Why is this corrected: {items}?</source>
        <translation>Este formulario está completo. ¿Por qué se corrige: {items}?</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
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
        <translation>Sujeto</translation>
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
        <source>Audit trail</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>Filter by person, subject, item, value</source>
        <translation>Filtrar por persona, sujeto, ítem o valor</translation>
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
        <source>Subjects</source>
        <translation>Sujetos</translation>
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
        <translation>Sujeto incluido</translation>
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
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
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
    <name>CompactOnce</name>
    <message>
        <source>History of this item</source>
        <translation>Historial de este ítem</translation>
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
    <name>ExportsPage</name>
    <message>
        <source>Workbook for the sponsor (.xlsx)</source>
        <translation>Libro de datos para el promotor (.xlsx)</translation>
    </message>
    <message>
        <source>Casebooks, one PDF per subject</source>
        <translation>Cuadernos, un PDF por sujeto</translation>
    </message>
    <message>
        <source>Language of the wordings</source>
        <translation>Idioma de los textos</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>made from the study as it is now</source>
        <translation>a partir del estudio tal como está ahora</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>What to deliver</source>
        <translation>Qué entregar</translation>
    </message>
    <message>
        <source>Every form as a tidy sheet, one wide sheet, codebook and audit trail.</source>
        <translation>Cada formulario en una hoja ordenada, una hoja ancha, el diccionario de variables y el registro de auditoría.</translation>
    </message>
    <message>
        <source>Every form and body map on paper, with its history.</source>
        <translation>Cada formulario y mapa corporal en papel, con su historial.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose at least one of the two.</source>
        <translation>Elija al menos uno de los dos.</translation>
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
        <source>Export to</source>
        <translation>Exportar a</translation>
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
        <translation>Sujeto</translation>
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
    <name>FormHeader</name>
    <message>
        <source>Subjects</source>
        <translation>Sujetos</translation>
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
        <source>(blank)</source>
        <translation>(en blanco)</translation>
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
    <name>Matrix</name>
    <message>
        <source>Subjects by visits</source>
        <translation>Sujetos por visitas</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Subject</source>
        <translation>Sujeto</translation>
    </message>
    <message>
        <source>CLASI-A</source>
        <translation>CLASI-A</translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
    </message>
</context>
<context>
    <name>NewSubjectDialog</name>
    <message>
        <source>New subject</source>
        <translation>Sujeto nuevo</translation>
    </message>
    <message>
        <source>Subject number</source>
        <translation>Número de sujeto</translation>
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
    <name>OutcomesPage</name>
    <message>
        <source>Nothing to summarise yet</source>
        <translation>Todavía no hay nada que resumir</translation>
    </message>
    <message>
        <source>Response, flare and side effects stand here once visits are filled.</source>
        <translation>Aquí aparecen la respuesta, los brotes y los efectos secundarios cuando haya visitas.</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>computed from what is entered now</source>
        <translation>calculado a partir de los datos actuales</translation>
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
    <name>ScoreColumn</name>
    <message>
        <source>Change from baseline</source>
        <translation>Cambio desde el inicio</translation>
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
        <translation>aún sin inicio</translation>
    </message>
    <message>
        <source>no total yet</source>
        <translation>aún sin total</translation>
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
    <name>StartPage</name>
    <message>
        <source>No study was opened on this computer yet.</source>
        <translation>Todavía no se ha abierto ningún estudio en este ordenador.</translation>
    </message>
    <message>
        <source>Type your name and choose your role first: both go into the audit trail.</source>
        <translation>Escriba primero su nombre y elija su función: ambos quedan en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Who is at work?</source>
        <translation>¿Quién trabaja ahora?</translation>
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
        <translation>Se pregunta una vez al empezar. Ambos se anotan junto a cada cambio.</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>Estudio nuevo…</translation>
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
        <source>complete</source>
        <translation>completo</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>atrasado</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>previsto</translation>
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
        <source>Open for reading only.</source>
        <translation>Abierto solo para lectura.</translation>
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
        <source>All needed answers are there.</source>
        <translation>Están todas las respuestas necesarias.</translation>
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
        <source>Subjects</source>
        <translation>Sujetos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Synthetic demonstration study: invented people, no patient data.</source>
        <translation>Estudio sintético de demostración: personas inventadas, sin datos de pacientes.</translation>
    </message>
    <message>
        <source>Read-only: open for writing by {holder}.</source>
        <translation>Solo lectura: lo tiene abierto para escribir {holder}.</translation>
    </message>
    <message>
        <source>Read-only: the file or its folder cannot be written.</source>
        <translation>Solo lectura: no se puede escribir en el archivo o en su carpeta.</translation>
    </message>
    <message>
        <source>The study was upgraded; a backup was made first: {name}</source>
        <translation>El estudio se ha actualizado; antes se hizo una copia de seguridad: {name}</translation>
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
        <source>The study is open read-only.</source>
        <translation>El estudio está abierto en solo lectura.</translation>
    </message>
    <message>
        <source>Add unscheduled visit</source>
        <translation>Añadir visita no programada</translation>
    </message>
    <message>
        <source>Subject {subject}</source>
        <translation>Sujeto {subject}</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Sujetos</translation>
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
        <source>Planned on day {day} after withdrawal</source>
        <translation>Prevista el día {day} tras la retirada</translation>
    </message>
    <message>
        <source>Planned on day {day}</source>
        <translation>Prevista el día {day}</translation>
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
        <translation>Buscar un sujeto</translation>
    </message>
    <message>
        <source>No subject yet</source>
        <translation>Todavía no hay sujetos</translation>
    </message>
    <message>
        <source>Subjects stand here, one line each, with the state of every visit.</source>
        <translation>Aquí aparecen los sujetos, uno por línea, con el estado de cada visita.</translation>
    </message>
    <message>
        <source>The study is open read-only.</source>
        <translation>El estudio está abierto en solo lectura.</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n sujeto</numerusform>
            <numerusform>%n sujetos</numerusform>
        </translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Sujetos</translation>
    </message>
    <message>
        <source>New subject</source>
        <translation>Sujeto nuevo</translation>
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
            <numerusform>%n sujeto con CLASI-A 0</numerusform>
            <numerusform>%n sujetos con CLASI-A 0</numerusform>
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
        <source>Active lesions above 18 %</source>
        <translation>Lesiones activas en más del 18 %</translation>
    </message>
    <message>
        <source>Active lesions not above 18 %</source>
        <translation>Lesiones activas en no más del 18 %</translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>%n trazo</numerusform>
            <numerusform>%n trazos</numerusform>
        </translation>
    </message>
    <message>
        <source>% BSA</source>
        <translation>% SC</translation>
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
    <name>_Actor</name>
    <message>
        <source>Someone else is at work…</source>
        <translation>Trabaja otra persona…</translation>
    </message>
</context>
</TS>
