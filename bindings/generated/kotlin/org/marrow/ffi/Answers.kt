// Written by bindings/generate. Do not edit.

@file:Suppress("UNCHECKED_CAST")

package org.marrow.ffi

/**
 * What a person has answered so far, by the field's name in the catalogue. Numbers are decimals, whole ones too; words
 * are those of their lists. A field that is not there was not answered.
 */
typealias Answers = Map<String, Any>

/** The form of a kind with these answers; none where the kind has no form. An answer of another type is refused. */
fun formOf(kind: EntryKind, answers: Answers): Form? = when (kind) {
    EntryKind.OPEN_CASE -> Form.OpenCase(PatientForm(
        `alias` = answers["alias"] as String?,
        `name` = answers["name"] as String?,
        `identifier` = answers["identifier"] as String?,
        `dateOfBirth` = answers["date_of_birth"] as Day?,
        `ageYears` = (answers["age_years"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `ageMonths` = (answers["age_months"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `ageBand` = answers["age_band"] as AgeBand?,
        `weightKg` = answers["weight_kg"] as Quantity?,
        `weightMeasured` = answers["weight_measured"] as Boolean?,
        `sex` = answers["sex"] as Sex?,
        `allergies` = answers["allergies"] as List<String>?,
        `anticoagulated` = answers["anticoagulated"] as Boolean?,
        `consciousness` = answers["consciousness"] as Consciousness?,
        `mriPlanned` = answers["mri_planned"] as Boolean?,
        `encounter` = answers["encounter"] as String?,
        `place` = answers["place"] as String?,
        `responsibleClinician` = answers["responsible_clinician"] as String?,
    ))
    EntryKind.UPDATE_PATIENT -> Form.UpdatePatient(PatientForm(
        `alias` = answers["alias"] as String?,
        `name` = answers["name"] as String?,
        `identifier` = answers["identifier"] as String?,
        `dateOfBirth` = answers["date_of_birth"] as Day?,
        `ageYears` = (answers["age_years"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `ageMonths` = (answers["age_months"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `ageBand` = answers["age_band"] as AgeBand?,
        `weightKg` = answers["weight_kg"] as Quantity?,
        `weightMeasured` = answers["weight_measured"] as Boolean?,
        `sex` = answers["sex"] as Sex?,
        `allergies` = answers["allergies"] as List<String>?,
        `anticoagulated` = answers["anticoagulated"] as Boolean?,
        `consciousness` = answers["consciousness"] as Consciousness?,
        `mriPlanned` = answers["mri_planned"] as Boolean?,
        `encounter` = answers["encounter"] as String?,
        `place` = answers["place"] as String?,
        `responsibleClinician` = answers["responsible_clinician"] as String?,
    ))
    EntryKind.ATTEMPT_FAILED -> Form.AttemptFailed(AttemptFailedForm(
        `site` = answers["site"] as Site?,
        `side` = answers["side"] as Side?,
        `device` = answers["device"] as String?,
        `note` = answers["note"] as String?,
    ))
    EntryKind.INSERT -> Form.Insert(InsertForm(
        `device` = answers["device"] as String?,
        `site` = answers["site"] as Site?,
        `side` = answers["side"] as Side?,
        `needleMm` = (answers["needle_mm"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `model` = answers["model"] as String?,
        `lot` = answers["lot"] as String?,
        `insertedBy` = answers["inserted_by"] as String?,
        `setting` = answers["setting"] as String?,
        `indication` = answers["indication"] as String?,
        `venousTries` = (answers["venous_tries"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `antiseptic` = answers["antiseptic"] as String?,
        `localAnaesthetic` = answers["local_anaesthetic"] as String?,
        `confirmation` = answers["confirmation"] as List<Confirmation>?,
        `flushMl` = answers["flush_ml"] as Quantity?,
        `dressing` = answers["dressing"] as Dressing?,
        `circumferenceCm` = answers["circumference_cm"] as Quantity?,
        `otherCircumferenceCm` = answers["other_circumference_cm"] as Quantity?,
        `circumferenceLandmark` = answers["circumference_landmark"] as String?,
        `wristband` = answers["wristband"] as Boolean?,
        `overrideReason` = answers["override_reason"] as String?,
        `complications` = answers["complications"] as String?,
    ))
    EntryKind.CHECK -> Form.Check(CheckForm(
        `context` = answers["context"] as CheckContext?,
        `bleeding` = answers["bleeding"] as Bleeding?,
        `bleedingColour` = answers["bleeding_colour"] as BleedingColour?,
        `colour` = answers["colour"] as LimbColour?,
        `temperature` = answers["temperature"] as LimbTemperature?,
        `inflammation` = answers["inflammation"] as Inflammation?,
        `pulse` = answers["pulse"] as Pulse?,
        `artery` = answers["artery"] as String?,
        `capRefillS` = answers["cap_refill_s"] as Quantity?,
        `otherPulse` = answers["other_pulse"] as Pulse?,
        `otherColour` = answers["other_colour"] as LimbColour?,
        `otherTemperature` = answers["other_temperature"] as LimbTemperature?,
        `otherCapRefillS` = answers["other_cap_refill_s"] as Quantity?,
        `sensation` = answers["sensation"] as Function?,
        `movement` = answers["movement"] as Function?,
        `pain` = answers["pain"] as Pain?,
        `painScale` = answers["pain_scale"] as String?,
        `stretchPain` = answers["stretch_pain"] as Boolean?,
        `leak` = answers["leak"] as Boolean?,
        `swelling` = answers["swelling"] as Boolean?,
        `redness` = answers["redness"] as Boolean?,
        `warmth` = answers["warmth"] as Boolean?,
        `discharge` = answers["discharge"] as Boolean?,
        `tense` = answers["tense"] as Boolean?,
        `firm` = answers["firm"] as Boolean?,
        `aspirates` = answers["aspirates"] as Boolean?,
        `breathless` = answers["breathless"] as Boolean?,
        `confused` = answers["confused"] as Boolean?,
        `failedSiteSwelling` = answers["failed_site_swelling"] as Boolean?,
        `flush` = answers["flush"] as FlushFinding?,
        `flow` = answers["flow"] as Flow?,
        `circumferenceCm` = answers["circumference_cm"] as Quantity?,
        `otherCircumferenceCm` = answers["other_circumference_cm"] as Quantity?,
        `circumferenceLandmark` = answers["circumference_landmark"] as String?,
        `bodyTempC` = answers["body_temp_c"] as Quantity?,
        `skin` = answers["skin"] as String?,
        `dressing` = answers["dressing"] as Dressing?,
        `dressingState` = answers["dressing_state"] as String?,
        `notAssessed` = answers["not_assessed"] as List<String>?,
        `notAssessedReason` = answers["not_assessed_reason"] as String?,
        `action` = answers["action"] as String?,
        `told` = answers["told"] as String?,
        `answer` = answers["answer"] as String?,
        `note` = answers["note"] as String?,
    ))
    EntryKind.DISINFECT -> Form.Disinfect(DisinfectForm(
        `agent` = answers["agent"] as String?,
        `dried` = answers["dried"] as Boolean?,
        `dressingChanged` = answers["dressing_changed"] as Boolean?,
    ))
    EntryKind.DRESSING -> Form.Dressing(DressingForm(
        `kind` = answers["type"] as Dressing?,
    ))
    EntryKind.GIVE_PRODUCT -> Form.GiveProduct(ProductForm(
        `name` = answers["name"] as String?,
        `class` = answers["class"] as ProductClass?,
        `rateText` = answers["rate_text"] as String?,
        `pressure` = answers["pressure"] as String?,
    ))
    EntryKind.START_PRODUCT -> Form.StartProduct(ProductForm(
        `name` = answers["name"] as String?,
        `class` = answers["class"] as ProductClass?,
        `rateText` = answers["rate_text"] as String?,
        `pressure` = answers["pressure"] as String?,
    ))
    EntryKind.STOP_PRODUCT -> Form.StopProduct(StopProductForm(
        `name` = answers["name"] as String?,
    ))
    EntryKind.FLUSH -> Form.Flush(FlushForm(
        `ml` = answers["ml"] as Quantity?,
        `resistance` = answers["resistance"] as Boolean?,
        `blocked` = answers["blocked"] as Boolean?,
    ))
    EntryKind.ADEQUATE_VOLUME -> Form.AdequateVolume(AdequateVolumeForm(
        `note` = answers["note"] as String?,
    ))
    EntryKind.VENOUS_ACCESS -> Form.VenousAccess(VenousAccessForm(
        `kind` = answers["kind"] as VenousKind?,
        `place` = answers["place"] as String?,
        `by` = answers["by"] as String?,
    ))
    EntryKind.VENOUS_ACCESS_LOST -> Form.VenousAccessLost(VenousAccessLostForm(
        `reason` = answers["reason"] as String?,
    ))
    EntryKind.ACCESS_REVIEW -> Form.AccessReview(AccessReviewForm(
        `outcome` = answers["outcome"] as ReviewOutcome?,
        `reason` = answers["reason"] as String?,
    ))
    EntryKind.EXTEND -> Form.Extend(ExtendForm(
        `toHours` = answers["to_hours"] as Quantity?,
        `reason` = answers["reason"] as String?,
        `authorisedBy` = answers["authorised_by"] as String?,
    ))
    EntryKind.KEEP_PAST_LIMIT -> Form.KeepPastLimit(KeepPastLimitForm(
        `reason` = answers["reason"] as String?,
        `authorisedBy` = answers["authorised_by"] as String?,
        `recheckHours` = answers["recheck_hours"] as Quantity?,
    ))
    EntryKind.REMOVAL_ANTISEPTIC -> Form.RemovalAntiseptic(RemovalAntisepticForm(
        `agent` = answers["agent"] as String?,
    ))
    EntryKind.REMOVE -> Form.Remove(RemoveForm(
        `resistance` = answers["resistance"] as Boolean?,
        `tipIntact` = answers["tip_intact"] as Boolean?,
        `tipLengthMm` = (answers["tip_length_mm"] as java.math.BigDecimal?)?.intValueExact()?.toUInt(),
        `bleeding` = answers["bleeding"] as Bleeding?,
        `reason` = answers["reason"] as String?,
        `technique` = answers["technique"] as String?,
        `secondChecker` = answers["second_checker"] as String?,
        `cameOut` = answers["came_out"] as Boolean?,
        `dressing` = answers["dressing"] as Dressing?,
        `tolerance` = answers["tolerance"] as String?,
    ))
    EntryKind.START_COMPRESSION -> Form.StartCompression(StartCompressionForm(
        `by` = answers["by"] as String?,
    ))
    EntryKind.END_COMPRESSION -> Form.EndCompression(EndCompressionForm(
        `bleedingStopped` = answers["bleeding_stopped"] as Boolean?,
        `endedEarlyReason` = answers["ended_early_reason"] as String?,
    ))
    EntryKind.TRANSFER -> Form.Transfer(TransferForm(
        `to` = answers["to"] as String?,
    ))
    EntryKind.COMPLICATION -> Form.Complication(ComplicationForm(
        `kind` = answers["kind"] as String?,
        `foundWhen` = answers["found_when"] as String?,
        `note` = answers["note"] as String?,
    ))
    EntryKind.NOTE -> Form.Note(NoteForm(
        `text` = answers["text"] as String?,
    ))
    EntryKind.TELL -> Form.Tell(TellForm(
        `whom` = answers["whom"] as String?,
        `rule` = answers["rule"] as String?,
        `answer` = answers["answer"] as String?,
    ))
    EntryKind.ACKNOWLEDGE -> Form.Acknowledge(AcknowledgeForm(
        `step` = answers["step"] as String?,
    ))
    EntryKind.SNOOZE -> Form.Snooze(SnoozeForm(
        `step` = answers["step"] as String?,
    ))
    EntryKind.SKIP -> Form.Skip(SkipForm(
        `step` = answers["step"] as String?,
        `reason` = answers["reason"] as SkipReason?,
        `text` = answers["text"] as String?,
    ))
    EntryKind.GIVE_HANDOVER -> Form.GiveHandover(GiveHandoverForm(
        `to` = answers["to"] as String?,
        `from` = answers["from"] as String?,
        `format` = answers["format"] as String?,
        `outstanding` = answers["outstanding"] as String?,
    ))
    EntryKind.ACCEPT_HANDOVER -> Form.AcceptHandover(AcceptHandoverForm(
        `byWord` = answers["by_word"] as Boolean?,
        `name` = answers["name"] as String?,
    ))
    EntryKind.SIGN_OFF -> Form.SignOff(SignOffForm(
        `adviceGiven` = answers["advice_given"] as Boolean?,
        `note` = answers["note"] as String?,
    ))
    EntryKind.END_CASE -> Form.EndCase(EndCaseForm(
        `reason` = answers["reason"] as EndReason?,
        `device` = answers["device"] as DevicePlace?,
        `to` = answers["to"] as String?,
        `note` = answers["note"] as String?,
    ))
    EntryKind.LINK -> Form.Link(LinkForm(
        `other` = answers["other"] as CaseId?,
        `basis` = answers["basis"] as LinkBasis?,
    ))
    EntryKind.UNLINK -> Form.Unlink(UnlinkForm(
        `other` = answers["other"] as CaseId?,
        `basis` = answers["basis"] as LinkBasis?,
    ))
    EntryKind.STRIKE -> Form.Strike(StrikeForm(
        `entry` = answers["entry"] as EntryId?,
        `reason` = answers["reason"] as String?,
    ))
    EntryKind.REINSTATE -> Form.Reinstate(ReinstateForm(
        `entry` = answers["entry"] as EntryId?,
        `reason` = answers["reason"] as String?,
    ))
    EntryKind.MOVE_POLICY -> Form.MovePolicy(MovePolicyForm(
        `policy` = answers["policy"] as String?,
    ))
    else -> null
}

/** What the form says, by field. */
val Form.answers: Answers get() = when (this) {
    is Form.OpenCase -> answersOf(
        "alias" to form.`alias`,
        "name" to form.`name`,
        "identifier" to form.`identifier`,
        "date_of_birth" to form.`dateOfBirth`,
        "age_years" to form.`ageYears`?.toInt()?.toBigDecimal(),
        "age_months" to form.`ageMonths`?.toInt()?.toBigDecimal(),
        "age_band" to form.`ageBand`,
        "weight_kg" to form.`weightKg`,
        "weight_measured" to form.`weightMeasured`,
        "sex" to form.`sex`,
        "allergies" to form.`allergies`,
        "anticoagulated" to form.`anticoagulated`,
        "consciousness" to form.`consciousness`,
        "mri_planned" to form.`mriPlanned`,
        "encounter" to form.`encounter`,
        "place" to form.`place`,
        "responsible_clinician" to form.`responsibleClinician`,
    )
    is Form.UpdatePatient -> answersOf(
        "alias" to form.`alias`,
        "name" to form.`name`,
        "identifier" to form.`identifier`,
        "date_of_birth" to form.`dateOfBirth`,
        "age_years" to form.`ageYears`?.toInt()?.toBigDecimal(),
        "age_months" to form.`ageMonths`?.toInt()?.toBigDecimal(),
        "age_band" to form.`ageBand`,
        "weight_kg" to form.`weightKg`,
        "weight_measured" to form.`weightMeasured`,
        "sex" to form.`sex`,
        "allergies" to form.`allergies`,
        "anticoagulated" to form.`anticoagulated`,
        "consciousness" to form.`consciousness`,
        "mri_planned" to form.`mriPlanned`,
        "encounter" to form.`encounter`,
        "place" to form.`place`,
        "responsible_clinician" to form.`responsibleClinician`,
    )
    is Form.AttemptFailed -> answersOf(
        "site" to form.`site`,
        "side" to form.`side`,
        "device" to form.`device`,
        "note" to form.`note`,
    )
    is Form.Insert -> answersOf(
        "device" to form.`device`,
        "site" to form.`site`,
        "side" to form.`side`,
        "needle_mm" to form.`needleMm`?.toInt()?.toBigDecimal(),
        "model" to form.`model`,
        "lot" to form.`lot`,
        "inserted_by" to form.`insertedBy`,
        "setting" to form.`setting`,
        "indication" to form.`indication`,
        "venous_tries" to form.`venousTries`?.toInt()?.toBigDecimal(),
        "antiseptic" to form.`antiseptic`,
        "local_anaesthetic" to form.`localAnaesthetic`,
        "confirmation" to form.`confirmation`,
        "flush_ml" to form.`flushMl`,
        "dressing" to form.`dressing`,
        "circumference_cm" to form.`circumferenceCm`,
        "other_circumference_cm" to form.`otherCircumferenceCm`,
        "circumference_landmark" to form.`circumferenceLandmark`,
        "wristband" to form.`wristband`,
        "override_reason" to form.`overrideReason`,
        "complications" to form.`complications`,
    )
    is Form.Check -> answersOf(
        "context" to form.`context`,
        "bleeding" to form.`bleeding`,
        "bleeding_colour" to form.`bleedingColour`,
        "colour" to form.`colour`,
        "temperature" to form.`temperature`,
        "inflammation" to form.`inflammation`,
        "pulse" to form.`pulse`,
        "artery" to form.`artery`,
        "cap_refill_s" to form.`capRefillS`,
        "other_pulse" to form.`otherPulse`,
        "other_colour" to form.`otherColour`,
        "other_temperature" to form.`otherTemperature`,
        "other_cap_refill_s" to form.`otherCapRefillS`,
        "sensation" to form.`sensation`,
        "movement" to form.`movement`,
        "pain" to form.`pain`,
        "pain_scale" to form.`painScale`,
        "stretch_pain" to form.`stretchPain`,
        "leak" to form.`leak`,
        "swelling" to form.`swelling`,
        "redness" to form.`redness`,
        "warmth" to form.`warmth`,
        "discharge" to form.`discharge`,
        "tense" to form.`tense`,
        "firm" to form.`firm`,
        "aspirates" to form.`aspirates`,
        "breathless" to form.`breathless`,
        "confused" to form.`confused`,
        "failed_site_swelling" to form.`failedSiteSwelling`,
        "flush" to form.`flush`,
        "flow" to form.`flow`,
        "circumference_cm" to form.`circumferenceCm`,
        "other_circumference_cm" to form.`otherCircumferenceCm`,
        "circumference_landmark" to form.`circumferenceLandmark`,
        "body_temp_c" to form.`bodyTempC`,
        "skin" to form.`skin`,
        "dressing" to form.`dressing`,
        "dressing_state" to form.`dressingState`,
        "not_assessed" to form.`notAssessed`,
        "not_assessed_reason" to form.`notAssessedReason`,
        "action" to form.`action`,
        "told" to form.`told`,
        "answer" to form.`answer`,
        "note" to form.`note`,
    )
    is Form.Disinfect -> answersOf(
        "agent" to form.`agent`,
        "dried" to form.`dried`,
        "dressing_changed" to form.`dressingChanged`,
    )
    is Form.Dressing -> answersOf(
        "type" to form.`kind`,
    )
    is Form.GiveProduct -> answersOf(
        "name" to form.`name`,
        "class" to form.`class`,
        "rate_text" to form.`rateText`,
        "pressure" to form.`pressure`,
    )
    is Form.StartProduct -> answersOf(
        "name" to form.`name`,
        "class" to form.`class`,
        "rate_text" to form.`rateText`,
        "pressure" to form.`pressure`,
    )
    is Form.StopProduct -> answersOf(
        "name" to form.`name`,
    )
    is Form.Flush -> answersOf(
        "ml" to form.`ml`,
        "resistance" to form.`resistance`,
        "blocked" to form.`blocked`,
    )
    is Form.AdequateVolume -> answersOf(
        "note" to form.`note`,
    )
    is Form.VenousAccess -> answersOf(
        "kind" to form.`kind`,
        "place" to form.`place`,
        "by" to form.`by`,
    )
    is Form.VenousAccessLost -> answersOf(
        "reason" to form.`reason`,
    )
    is Form.AccessReview -> answersOf(
        "outcome" to form.`outcome`,
        "reason" to form.`reason`,
    )
    is Form.Extend -> answersOf(
        "to_hours" to form.`toHours`,
        "reason" to form.`reason`,
        "authorised_by" to form.`authorisedBy`,
    )
    is Form.KeepPastLimit -> answersOf(
        "reason" to form.`reason`,
        "authorised_by" to form.`authorisedBy`,
        "recheck_hours" to form.`recheckHours`,
    )
    is Form.RemovalAntiseptic -> answersOf(
        "agent" to form.`agent`,
    )
    is Form.Remove -> answersOf(
        "resistance" to form.`resistance`,
        "tip_intact" to form.`tipIntact`,
        "tip_length_mm" to form.`tipLengthMm`?.toInt()?.toBigDecimal(),
        "bleeding" to form.`bleeding`,
        "reason" to form.`reason`,
        "technique" to form.`technique`,
        "second_checker" to form.`secondChecker`,
        "came_out" to form.`cameOut`,
        "dressing" to form.`dressing`,
        "tolerance" to form.`tolerance`,
    )
    is Form.StartCompression -> answersOf(
        "by" to form.`by`,
    )
    is Form.EndCompression -> answersOf(
        "bleeding_stopped" to form.`bleedingStopped`,
        "ended_early_reason" to form.`endedEarlyReason`,
    )
    is Form.Transfer -> answersOf(
        "to" to form.`to`,
    )
    is Form.Complication -> answersOf(
        "kind" to form.`kind`,
        "found_when" to form.`foundWhen`,
        "note" to form.`note`,
    )
    is Form.Note -> answersOf(
        "text" to form.`text`,
    )
    is Form.Tell -> answersOf(
        "whom" to form.`whom`,
        "rule" to form.`rule`,
        "answer" to form.`answer`,
    )
    is Form.Acknowledge -> answersOf(
        "step" to form.`step`,
    )
    is Form.Snooze -> answersOf(
        "step" to form.`step`,
    )
    is Form.Skip -> answersOf(
        "step" to form.`step`,
        "reason" to form.`reason`,
        "text" to form.`text`,
    )
    is Form.GiveHandover -> answersOf(
        "to" to form.`to`,
        "from" to form.`from`,
        "format" to form.`format`,
        "outstanding" to form.`outstanding`,
    )
    is Form.AcceptHandover -> answersOf(
        "by_word" to form.`byWord`,
        "name" to form.`name`,
    )
    is Form.SignOff -> answersOf(
        "advice_given" to form.`adviceGiven`,
        "note" to form.`note`,
    )
    is Form.EndCase -> answersOf(
        "reason" to form.`reason`,
        "device" to form.`device`,
        "to" to form.`to`,
        "note" to form.`note`,
    )
    is Form.Link -> answersOf(
        "other" to form.`other`,
        "basis" to form.`basis`,
    )
    is Form.Unlink -> answersOf(
        "other" to form.`other`,
        "basis" to form.`basis`,
    )
    is Form.Strike -> answersOf(
        "entry" to form.`entry`,
        "reason" to form.`reason`,
    )
    is Form.Reinstate -> answersOf(
        "entry" to form.`entry`,
        "reason" to form.`reason`,
    )
    is Form.MovePolicy -> answersOf(
        "policy" to form.`policy`,
    )
}

/** The kind of entry that the form becomes. */
val Form.kind: EntryKind
    get() = when (this) {
        is Form.OpenCase -> EntryKind.OPEN_CASE
        is Form.UpdatePatient -> EntryKind.UPDATE_PATIENT
        is Form.AttemptFailed -> EntryKind.ATTEMPT_FAILED
        is Form.Insert -> EntryKind.INSERT
        is Form.Check -> EntryKind.CHECK
        is Form.Disinfect -> EntryKind.DISINFECT
        is Form.Dressing -> EntryKind.DRESSING
        is Form.GiveProduct -> EntryKind.GIVE_PRODUCT
        is Form.StartProduct -> EntryKind.START_PRODUCT
        is Form.StopProduct -> EntryKind.STOP_PRODUCT
        is Form.Flush -> EntryKind.FLUSH
        is Form.AdequateVolume -> EntryKind.ADEQUATE_VOLUME
        is Form.VenousAccess -> EntryKind.VENOUS_ACCESS
        is Form.VenousAccessLost -> EntryKind.VENOUS_ACCESS_LOST
        is Form.AccessReview -> EntryKind.ACCESS_REVIEW
        is Form.Extend -> EntryKind.EXTEND
        is Form.KeepPastLimit -> EntryKind.KEEP_PAST_LIMIT
        is Form.RemovalAntiseptic -> EntryKind.REMOVAL_ANTISEPTIC
        is Form.Remove -> EntryKind.REMOVE
        is Form.StartCompression -> EntryKind.START_COMPRESSION
        is Form.EndCompression -> EntryKind.END_COMPRESSION
        is Form.Transfer -> EntryKind.TRANSFER
        is Form.Complication -> EntryKind.COMPLICATION
        is Form.Note -> EntryKind.NOTE
        is Form.Tell -> EntryKind.TELL
        is Form.Acknowledge -> EntryKind.ACKNOWLEDGE
        is Form.Snooze -> EntryKind.SNOOZE
        is Form.Skip -> EntryKind.SKIP
        is Form.GiveHandover -> EntryKind.GIVE_HANDOVER
        is Form.AcceptHandover -> EntryKind.ACCEPT_HANDOVER
        is Form.SignOff -> EntryKind.SIGN_OFF
        is Form.EndCase -> EntryKind.END_CASE
        is Form.Link -> EntryKind.LINK
        is Form.Unlink -> EntryKind.UNLINK
        is Form.Strike -> EntryKind.STRIKE
        is Form.Reinstate -> EntryKind.REINSTATE
        is Form.MovePolicy -> EntryKind.MOVE_POLICY
    }

/** The word itself, as it stands among answers. */
val Word.value: Any
    get() = when (this) {
        is Word.Precision -> word
        is Word.AgeBand -> word
        is Word.Consciousness -> word
        is Word.Sex -> word
        is Word.Site -> word
        is Word.Side -> word
        is Word.Confirmation -> word
        is Word.Dressing -> word
        is Word.CheckContext -> word
        is Word.Bleeding -> word
        is Word.BleedingColour -> word
        is Word.LimbColour -> word
        is Word.LimbTemperature -> word
        is Word.Inflammation -> word
        is Word.Pulse -> word
        is Word.Function -> word
        is Word.FlushFinding -> word
        is Word.Flow -> word
        is Word.ProductClass -> word
        is Word.VenousKind -> word
        is Word.ReviewOutcome -> word
        is Word.SkipReason -> word
        is Word.EndReason -> word
        is Word.DevicePlace -> word
        is Word.LinkBasis -> word
    }

private fun answersOf(vararg fields: Pair<String, Any?>): Answers =
    fields.mapNotNull { (field, value) -> value?.let { field to it } }.toMap()
