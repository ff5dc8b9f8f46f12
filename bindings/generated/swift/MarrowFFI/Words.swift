// Written by bindings/generate. Do not edit.

/// What the screens say in a language, beside what the core says of cases.
public struct Words: Sendable {
    public let lang: Lang

    public init(_ lang: Lang) {
        self.lang = lang
    }

    public var aboutIntendedUse: String { pick("Marrow reminds of the care of an intraosseous needle and records it, as the policy in force says. It is information for professionals and no substitute for one. It does not diagnose and calculates no dose. Clinicians must review and approve its protocol before it is used with patients.", "Marrow recuerda y registra los cuidados de una aguja intraósea según el protocolo en vigor. Es información para profesionales y no sustituye a ninguno. No diagnostica ni calcula dosis. Antes de usarlo con pacientes, su protocolo debe ser revisado y aprobado por personal clínico.") }
    public var aboutNoNetwork: String { pick("Marrow sends nothing. What is recorded stays on this phone, encrypted, until a person prints it, shares it or hands the patient over.", "Marrow no envía nada. Lo anotado se queda en este teléfono, cifrado, hasta que una persona lo imprime, lo comparte o traspasa al paciente.") }
    public var aboutNotAMonitor: String { pick("Marrow does not watch the patient. It knows only what people record, and a reminder can fail to come.", "Marrow no vigila al paciente. Solo sabe lo que las personas anotan, y un aviso puede no llegar.") }
    public var boardChoose: String { pick("Choose a case.", "Elija un caso.") }
    public var boardClock: String { pick("Is the time of this phone right?", "¿Es correcta la hora de este teléfono?") }
    public var boardClockMore: String { pick("It was changed: times may be wrong", "Ha cambiado: las horas pueden estar mal") }
    public var boardClosed: String { pick("Closed", "Cerrados") }
    public func boardClosedAt(_ time: String) -> String { pick("closed \(time)", "cerrado \(time)") }
    public var boardEmpty: String { pick("No open cases", "No hay casos abiertos") }
    public func boardLastSync(_ time: String) -> String { pick("Saved on this phone · last sync \(time)", "Guardado en este teléfono · última sincronización \(time)") }
    public var boardMenu: String { pick("More", "Más") }
    public var boardNewIo: String { pick("New IO", "Nueva IO") }
    public var boardNobody: String { pick("Who records?", "¿Quién anota?") }
    public var boardOpening: String { pick("Opening…", "Abriendo…") }
    public func boardOutSince(_ time: String) -> String { pick("out since \(time)", "retirada \(time)") }
    public func boardPastLimit(_ span: String) -> String { pick("\(span) past the limit", "límite superado hace \(span)") }
    public func boardRecordsAs(_ name: String) -> String { pick("\(name) is recording. Change", "Anota \(name). Cambiar") }
    public var boardRemindersFail: String { pick("Reminders can fail", "Los avisos pueden fallar") }
    public var boardRemindersFailMore: String { pick("See why, and mend it", "Vea por qué y arréglelo") }
    public var boardSaved: String { pick("Saved on this phone", "Guardado en este teléfono") }
    public var boardStale: String { pick("Recorded, but it could not be read again", "Anotado, pero no se ha podido volver a leer") }
    public var boardTitle: String { pick("Cases", "Casos") }
    public func boardToLimit(_ span: String) -> String { pick("\(span) to limit", "quedan \(span)") }
    public var caseActions: String { pick("Record…", "Anotar…") }
    public var caseCameOut: String { pick("It came out", "Se ha salido") }
    public var caseCheck: String { pick("Check", "Control") }
    public var caseComing: String { pick("Coming", "Próximo") }
    public var caseDone: String { pick("Done", "Hecho") }
    public var caseEnd: String { pick("End the case", "Cerrar el caso") }
    public func caseEntries(_ n: String) -> String { pick("\(n) entries", "\(n) anotaciones") }
    public var caseForeign: String { pick("This case follows a protocol that this version cannot read. The built-in one stands in for it.", "Este caso sigue un protocolo que esta versión no puede leer. En su lugar rige el incorporado.") }
    public var caseGroupCare: String { pick("Care", "Cuidados") }
    public var caseGroupCase: String { pick("Patient and case", "Paciente y caso") }
    public var caseGroupFluids: String { pick("Fluids and vein", "Líquidos y vena") }
    public var caseGroupRemoval: String { pick("Limit and removal", "Límite y retirada") }
    public var caseIsOneIn: String { pick("Is one in?", "¿Hay una puesta?") }
    public var caseLater: String { pick("Later", "Luego") }
    public func caseLaterUntil(_ time: String) -> String { pick("later: reminds again at \(time)", "luego: vuelve a avisar a las \(time)") }
    public func caseLimitSource(_ hours: String, _ source: String) -> String { pick("\(hours) h, \(source)", "\(hours) h, \(source)") }
    public var caseNotThisTime: String { pick("Not this time", "Esta vez no") }
    public var caseOpen: String { pick("Open", "Abrir") }
    public var caseRecord: String { pick("Record", "Registro") }
    public var caseRecordNeedle: String { pick("Record the needle", "Anotar la aguja") }
    public var caseSeen: String { pick("Seen", "Visto") }
    public var caseSheet: String { pick("Nursing sheet", "Hoja de enfermería") }
    public var caseTakeOut: String { pick("Take it out", "Retirar la aguja") }
    public var caseUndo: String { pick("Undo", "Deshacer") }
    public var caseWholeRecord: String { pick("Whole record", "Registro completo") }
    public var commonBack: String { pick("Back", "Atrás") }
    public var commonClose: String { pick("Close", "Cerrar") }
    public var commonHideKeys: String { pick("Hide the keyboard", "Ocultar el teclado") }
    public var commonNo: String { pick("No", "No") }
    public var commonYes: String { pick("Yes", "Sí") }
    public var flagNotTold: String { pick("nobody told yet", "aún no se ha avisado a nadie") }
    public var flagResponsible: String { pick("responsible clinician", "médico responsable") }
    public func flagSince(_ time: String) -> String { pick("since \(time)", "desde \(time)") }
    public var flagTell: String { pick("I have told…", "He avisado a…") }
    public func flagTold(_ whom: String) -> String { pick("told \(whom)", "avisado: \(whom)") }
    public func flagToldAt(_ whom: String, _ time: String) -> String { pick("told \(whom) at \(time)", "avisado: \(whom), a las \(time)") }
    public var formAnother: String { pick("Another", "Otro") }
    public var formByHand: String { pick("Type", "Escribir") }
    public func formCount(_ done: String, _ total: String) -> String { pick("\(done) of \(total)", "\(done) de \(total)") }
    public var formDate: String { pick("Year-month-day", "Año-mes-día") }
    public var formDue: String { pick("due now", "toca ahora") }
    public var formLateAway: String { pick("Patient away", "Paciente fuera") }
    public var formLateBusy: String { pick("Another emergency", "Otra urgencia") }
    public var formLateShift: String { pick("Shift change", "Cambio de turno") }
    public var formLateUnseen: String { pick("Not noticed", "No se vio antes") }
    public var formLeave: String { pick("Not saved yet", "Aún sin guardar") }
    public func formLess(_ field: String) -> String { pick("\(field): less", "\(field): menos") }
    public func formMissing(_ fields: String) -> String { pick("missing: \(fields)", "falta: \(fields)") }
    public func formMore(_ field: String) -> String { pick("\(field): more", "\(field): más") }
    public var formNeeded: String { pick("Needed", "Imprescindible") }
    public var formNotAssessed: String { pick("Not assessed", "No valorado") }
    public var formNothing: String { pick("Nothing is answered yet", "Aún no ha respondido nada") }
    public var formNothingMore: String { pick("Nothing was recorded. Answer what you have seen, then save.", "No se ha anotado nada. Responda lo que haya visto y guarde.") }
    public var formOptional: String { pick("optional now", "opcional ahora") }
    public var formOtherLimb: String { pick("the other", "la otra") }
    public func formRecorded(_ title: String) -> String { pick("\(title) recorded", "\(title): anotado") }
    public var formSave: String { pick("Save", "Guardar") }
    public var formSaveUnfinished: String { pick("Save unfinished", "Guardar sin terminar") }
    public var formStay: String { pick("Go on filling in", "Seguir rellenando") }
    public var formThrowAway: String { pick("Throw it away", "Descartarlo") }
    public var formWhen: String { pick("When was it?", "¿Cuándo fue?") }
    public var formWhyAmended: String { pick("Why it is corrected", "Por qué se corrige") }
    public var formWhyLate: String { pick("It is late: why", "Va con retraso: por qué") }
    public var formWithIo: String { pick("IO limb", "la de la IO") }
    public var lockMore: String { pick("Reminders come all the same.", "Los recordatorios siguen llegando.") }
    public var lockTitle: String { pick("Marrow is locked", "Marrow está bloqueado") }
    public var lockUnlock: String { pick("Unlock", "Desbloquear") }
    public var lockWhy: String { pick("Unlock Marrow", "Desbloquear Marrow") }
    public var newIoAge: String { pick("Age", "Edad") }
    public var newIoAlias: String { pick("Who?", "¿Quién?") }
    public func newIoAliasMade(_ time: String) -> String { pick("IO \(time)", "IO \(time) h") }
    public var newIoAliasType: String { pick("Bed, tag or initials", "Cama, pulsera o iniciales") }
    public var newIoAwake: String { pick("Awake", "Despierto") }
    public var newIoDevices: String { pick("Device", "Dispositivo") }
    public var newIoDistal: String { pick("distal", "distal") }
    public func newIoEarlier(_ span: String) -> String { pick("\(span) earlier", "\(span) antes") }
    public var newIoFemur: String { pick("Femur", "Fémur") }
    public var newIoHumerus: String { pick("Humerus", "Húmero") }
    public func newIoLater(_ span: String) -> String { pick("\(span) later", "\(span) después") }
    public var newIoLeft: String { pick("Patient’s left", "Izquierda del paciente") }
    public func newIoMinus(_ n: String) -> String { pick("−\(n) min", "−\(n) min") }
    public var newIoMore: String { pick("More", "Más") }
    public var newIoNotForBone: String { pick("Not for this bone", "No para este hueso") }
    public var newIoOther: String { pick("Other…", "Otra…") }
    public var newIoProximal: String { pick("proximal", "proximal") }
    public var newIoReason: String { pick("Why this one all the same", "Por qué este, a pesar de ello") }
    public var newIoRight: String { pick("Patient’s right", "Derecha del paciente") }
    public var newIoSave: String { pick("Save", "Guardar") }
    public var newIoSternum: String { pick("Sternum", "Esternón") }
    public var newIoTake: String { pick("Take this", "Usar") }
    public var newIoTibia: String { pick("Tibia", "Tibia") }
    public var newIoTime: String { pick("When was it placed?", "¿Cuándo se puso?") }
    public var newIoTimeIs: String { pick("Time is", "La hora es") }
    public var newIoTitle: String { pick("New IO", "Nueva IO") }
    public var newIoTried: String { pick("tried", "intentado") }
    public var newIoUnknown: String { pick("Unknown", "No se sabe") }
    public func policyBounds(_ standard: String, _ min: String, _ max: String) -> String { pick("standard \(standard) · from \(min) to \(max)", "de serie \(standard) · de \(min) a \(max)") }
    public var policyBringIn: String { pick("Bring in…", "Cargar…") }
    public var policyChanged: String { pick("● changed", "● cambiado") }
    public var policyHandOut: String { pick("Hand out", "Entregar") }
    public var policyNone: String { pick("No policy of the hospital: the protocol’s own numbers hold.", "Sin protocolo del hospital: rigen los números del protocolo base.") }
    public var policyOff: String { pick("off", "desactivado") }
    public func policyOver(_ id: String, _ version: String) -> String { pick("Policy \(id), version \(version)", "Protocolo del hospital \(id), versión \(version)") }
    public func policyProtocol(_ id: String, _ version: String) -> String { pick("Protocol \(id), version \(version)", "Protocolo base \(id), versión \(version)") }
    public var policyRemove: String { pick("Go back to the protocol’s own numbers…", "Volver a los números del protocolo base…") }
    public var policyTitle: String { pick("Policy", "Protocolo") }
    public var recordAmend: String { pick("Amend…", "Corregir…") }
    public func recordAmended(_ by: String, _ time: String) -> String { pick("amended by \(by) at \(time)", "corregido por \(by) a las \(time)") }
    public var recordBy: String { pick("Recorded by", "Anotado por") }
    public var recordEstimated: String { pick("time estimated", "hora estimada") }
    public var recordForks: String { pick("Two entries claim one place: both are kept.", "Dos anotaciones ocupan un mismo lugar: se conservan las dos.") }
    public var recordGaps: String { pick("Part of this record has not arrived yet.", "Una parte de este registro aún no ha llegado.") }
    public var recordHappened: String { pick("Happened", "Ocurrió") }
    public var recordHoldStrike: String { pick("Hold to strike", "Mantenga pulsado para tachar") }
    public func recordLate(_ time: String) -> String { pick("late entry, recorded \(time)", "anotación tardía, anotada \(time)") }
    public func recordMissing(_ fields: String) -> String { pick("incomplete, does not count: \(fields)", "incompleto, no cuenta: \(fields)") }
    public var recordReason: String { pick("Why it is struck", "Por qué se tacha") }
    public var recordReceived: String { pick("Received", "Recibido") }
    public var recordRecorded: String { pick("Recorded", "Anotado") }
    public var recordReinstate: String { pick("Take the strike back", "Anular la tachadura") }
    public func recordStruck(_ by: String, _ time: String, _ reason: String) -> String { pick("struck by \(by) at \(time): \(reason)", "tachado por \(by) a las \(time): \(reason)") }
    public var recordTold: String { pick("time told by others", "hora referida por otros") }
    public var recordYesStrike: String { pick("Yes, strike it", "Sí, tacharla") }
    public var referenceTitle: String { pick("Reference", "Consulta") }
    public var refusedGone: String { pick("This is not on this phone any more", "Esto ya no está en este teléfono") }
    public var refusedGoneMore: String { pick("Go back to the board and open the case again.", "Vuelva a la lista y abra el caso de nuevo.") }
    public func refusedInvalid(_ field: String) -> String { pick("Not recorded: \(field) cannot be as it was typed", "No anotado: \(field) no puede ser como se ha escrito") }
    public var refusedInvalidMore: String { pick("Type it again, shorter or with fewer decimals.", "Escríbalo de nuevo, más corto o con menos decimales.") }
    public var refusedPolicy: String { pick("Nothing was changed. Ask whoever made the document for another.", "No se ha cambiado nada. Pida otro documento a quien lo hizo.") }
    public var refusedUnsure: String { pick("It is not certain that this was recorded", "No se sabe si esto ha quedado anotado") }
    public var refusedUnsureMore: String { pick("Look at the record before you record it again.", "Mire el registro antes de anotarlo otra vez.") }
    public var remindersAllowed: String { pick("allowed", "permitido") }
    public var remindersAtOnce: String { pick("Not held for a summary", "Sin esperar al resumen") }
    public var remindersAtOnceMay: String { pick("The scheduled summary may hold reminders back.", "El resumen programado puede retener los avisos.") }
    public var remindersBackground: String { pick("Background refresh", "Actualización en segundo plano") }
    public var remindersBackgroundMay: String { pick("A closed app may not plan what comes later.", "Con la aplicación cerrada puede no preverse lo que viene después.") }
    public var remindersBattery: String { pick("Battery saver", "Ahorro de batería") }
    public var remindersBatteryFails: String { pick("Battery saver: on for Marrow", "Ahorro de batería: afecta a Marrow") }
    public var remindersBatteryHeld: String { pick("Battery saver: leaves Marrow alone", "Ahorro de batería: no afecta a Marrow") }
    public var remindersBatteryMay: String { pick("The battery saver may hold this app back.", "El ahorro de batería puede frenar esta aplicación.") }
    public var remindersCovered: String { pick("Covered until", "Cubierto hasta") }
    public var remindersDnd: String { pick("Do not disturb", "No molestar") }
    public var remindersDndFails: String { pick("Do not disturb: holds reminders back", "No molestar: retiene los avisos") }
    public var remindersDndHeld: String { pick("Do not disturb: lets reminders through", "No molestar: deja pasar los avisos") }
    public var remindersDndMay: String { pick("Do not disturb may hold reminders back.", "No molestar puede retener los avisos.") }
    public var remindersExact: String { pick("Exact times", "Hora exacta") }
    public var remindersExactMay: String { pick("Reminders may come late.", "Los avisos pueden llegar tarde.") }
    public var remindersFew: String { pick("Too few have come to say how late they are", "Han llegado muy pocos para saber su retraso") }
    public var remindersFix: String { pick("Fix", "Arreglar") }
    public var remindersFocus: String { pick("Through a Focus", "Con un modo de concentración") }
    public var remindersFocusMay: String { pick("A Focus may hold reminders back.", "Un modo de concentración puede retener los avisos.") }
    public var remindersForbidden: String { pick("not allowed", "no permitido") }
    public var remindersFullScreen: String { pick("Full screen when locked", "Pantalla completa al bloquear") }
    public var remindersFullScreenMay: String { pick("A locked phone may not light up.", "El teléfono bloqueado puede no encenderse.") }
    public var remindersHalf: String { pick("Half came within", "La mitad llegó en") }
    public var remindersLeftOut: String { pick("Not planned: the phone holds no more", "Fuera: el teléfono no admite más") }
    public var remindersLowPower: String { pick("Low Power Mode", "Modo de bajo consumo") }
    public var remindersLowPowerFails: String { pick("Low Power Mode: on", "Modo de bajo consumo: activado") }
    public var remindersLowPowerHeld: String { pick("Low Power Mode: off", "Modo de bajo consumo: desactivado") }
    public var remindersLowPowerMay: String { pick("Low Power Mode may hold this app back.", "El modo de bajo consumo puede frenar esta aplicación.") }
    public var remindersMost: String { pick("95 in 100 came within", "95 de cada 100 llegaron en") }
    public var remindersNotifications: String { pick("Notifications", "Notificaciones") }
    public var remindersNotificationsMay: String { pick("No reminder can be shown.", "No se puede mostrar ningún aviso.") }
    public var remindersPlanned: String { pick("Planned", "Previstos") }
    public func remindersSeconds(_ n: String) -> String { pick("\(n) s", "\(n) s") }
    public var remindersSounds: String { pick("Sounds", "Sonidos") }
    public var remindersTest: String { pick("Send a test reminder", "Enviar un aviso de prueba") }
    public func remindersTestAt(_ time: String) -> String { pick("comes at \(time); lock the phone", "llega a las \(time); bloquee el teléfono") }
    public var remindersTestBody: String { pick("It has come. Nothing is due because of it.", "Ha llegado. No hay que hacer nada.") }
    public var remindersTestTitle: String { pick("Test reminder", "Aviso de prueba") }
    public var remindersTimers: String { pick("Timers that sound on a silenced phone", "Temporizadores que suenan en silencio") }
    public var remindersTimersMay: String { pick("On a silenced phone the end of a compression may not be heard.", "Con el teléfono en silencio puede no oírse el final de la compresión.") }
    public var remindersTitle: String { pick("Reminders on this phone", "Avisos en este teléfono") }
    public func remindersUnknown(_ name: String) -> String { pick("\(name): this phone does not say", "\(name): este teléfono no lo dice") }
    public var remindersVolume: String { pick("Volume", "Volumen") }
    public var remindersVolumeMay: String { pick("Reminders may not be heard.", "Los avisos pueden no oírse.") }
    public var remindersWithheld: String { pick("Whoever manages this phone decides this.", "Lo decide quien gestiona este teléfono.") }
    public var removalAntiseptic: String { pick("Antiseptic", "Antiséptico") }
    public var removalAntisepticDone: String { pick("Antiseptic is on", "Antiséptico puesto") }
    public var removalBackToCase: String { pick("Back to the case", "Volver al caso") }
    public var removalBleeding: String { pick("Bleeding", "Sangrado") }
    public var removalCompression: String { pick("Compression", "Compresión") }
    public var removalGoOn: String { pick("Go on pressing", "Seguir comprimiendo") }
    public var removalHasStopped: String { pick("Has the bleeding stopped?", "¿Ha dejado de sangrar?") }
    public var removalHold: String { pick("Hold: it is out", "Mantenga pulsado: está fuera") }
    public var removalIsItOut: String { pick("Is the needle out?", "¿Está fuera la aguja?") }
    public var removalKeepsRunning: String { pick("It keeps running while the phone is locked, and sounds and vibrates at the end.", "Sigue con el teléfono bloqueado; suena y vibra al acabar.") }
    public var removalNotYet: String { pick("Not yet", "Aún no") }
    public var removalObservation: String { pick("Observation", "Observación") }
    public var removalOut: String { pick("Take it out", "Retirar") }
    public var removalPress: String { pick("Start pressing", "Empezar a comprimir") }
    public func removalPressedUntil(_ time: String) -> String { pick("Pressed until \(time)", "Comprimido hasta las \(time)") }
    public func removalStep(_ n: String, _ name: String) -> String { pick("Step \(n) of 5 · \(name)", "Paso \(n) de 5 · \(name)") }
    public var removalStop: String { pick("Stop now", "Parar ya") }
    public var removalStopEarly: String { pick("Stop early…", "Parar antes de tiempo…") }
    public var removalTitle: String { pick("Removal", "Retirada") }
    public var removalTwoTaps: String { pick("In two taps", "En dos toques") }
    public func removalUntil(_ length: String, _ time: String) -> String { pick("of \(length) · until \(time)", "de \(length) · hasta las \(time)") }
    public var removalWatch: String { pick("What comes now", "Lo que toca ahora") }
    public var removalWithout: String { pick("Without", "Sin él") }
    public var removalYesOut: String { pick("Yes, it is out", "Sí, está fuera") }
    public func rulerIn(_ time: String) -> String { pick("in \(time)", "puesta \(time)") }
    public func rulerLimit(_ time: String) -> String { pick("limit \(time)", "límite \(time)") }
    public var settingsAbout: String { pick("About Marrow", "Acerca de Marrow") }
    public var settingsLanguage: String { pick("Language", "Idioma") }
    public var settingsName: String { pick("Name", "Nombre") }
    public var settingsNotices: String { pick("Licences of what is inside", "Licencias de lo que lleva dentro") }
    public var settingsNotifications: String { pick("On the lock screen", "En la pantalla bloqueada") }
    public var settingsNotificationsMore: String { pick("A reminder says how many tasks are due; never a name, a bed or a diagnosis.", "Un aviso dice cuántas tareas hay; nunca un nombre, una cama ni un diagnóstico.") }
    public var settingsRecordAs: String { pick("Record as", "Anotar como") }
    public var settingsRole: String { pick("Role", "Función") }
    public var settingsTitle: String { pick("Settings", "Ajustes") }
    public var settingsUnit: String { pick("Unit", "Unidad") }
    public func settingsVersion(_ release: String, _ n: String) -> String { pick("Version \(release) · \(n) entries on this phone", "Versión \(release) · \(n) anotaciones en este teléfono") }
    public var settingsWho: String { pick("Who is recording", "Quién anota") }
    public var sheetInBrowser: String { pick("Print and share open the sheet in the browser.", "Imprimir y compartir abren la hoja en el navegador.") }
    public var sheetPrint: String { pick("Print…", "Imprimir…") }
    public var sheetPrivate: String { pick("It holds health data: only for whom it is meant.", "Contiene datos de salud: solo para quien corresponda.") }
    public var sheetShare: String { pick("Share…", "Compartir…") }
    public func timeAgo(_ span: String) -> String { pick("\(span) ago", "hace \(span)") }
    public func timeHour(_ h: String) -> String { pick("\(h) h", "\(h) h") }
    public func timeHours(_ h: String, _ min: String) -> String { pick("\(h) h \(min) min", "\(h) h \(min) min") }
    public func timeIn(_ span: String) -> String { pick("in \(span)", "en \(span)") }
    public func timeMinutes(_ n: String) -> String { pick("\(n) min", "\(n) min") }
    public var timeMonths: String { pick("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "ene feb mar abr may jun jul ago sep oct nov dic") }
    public var timeNow: String { pick("now", "ahora") }
    public var troubleAgain: String { pick("Try again", "Probar otra vez") }
    public var troubleAskPhone: String { pick("Ask those who look after the phones of your unit.", "Pregunte a quien lleva los teléfonos de su unidad.") }
    public var troubleDamaged: String { pick("The record of this phone is damaged.", "El registro de este teléfono está dañado.") }
    public var troubleDamagedWorks: String { pick("The damaged file is kept as it is. What can be read of it can be rescued.", "El archivo dañado se conserva como está. Lo que se pueda leer se puede rescatar.") }
    public var troubleFull: String { pick("This phone is full.", "No queda espacio en este teléfono.") }
    public var troubleFullAsk: String { pick("Free some space on the phone. Until then, record on paper.", "Libere espacio en el teléfono. Mientras tanto, anote en papel.") }
    public var troubleFullWorks: String { pick("Everything recorded so far is kept and can be read. Nothing new can be recorded.", "Todo lo anotado se conserva y se puede leer. No se puede anotar nada nuevo.") }
    public var troubleKey: String { pick("This phone no longer has the key to its record.", "Este teléfono ya no tiene la clave de su registro.") }
    public var troubleNewer: String { pick("This record was written by a newer Marrow.", "Este registro lo escribió un Marrow más nuevo.") }
    public var troubleNewerAsk: String { pick("Update Marrow on this phone.", "Actualice Marrow en este teléfono.") }
    public var troubleNotOurs: String { pick("The record of this phone was not found.", "No se encuentra el registro de este teléfono.") }
    public var troubleNothingLost: String { pick("Nothing on record was deleted. Until it opens, record on paper.", "No se ha borrado nada de lo anotado. Hasta que se abra, anote en papel.") }
    public var troubleTitle: String { pick("Marrow", "Marrow") }
    public var troubleUnreadable: String { pick("The record cannot be read just now.", "Ahora no se puede leer el registro.") }

    private func pick(_ en: String, _ es: String) -> String {
        switch lang {
        case .en: en
        case .es: es
        }
    }
}
