// Written by bindings/generate. Do not edit.

import Foundation

/// What a person has answered so far, by the field's name in the catalogue. Numbers are decimals, whole ones too; words
/// are those of their lists. A field that is not there was not answered.
public typealias Answers = [String: any Sendable]

extension Form {
    /// The form of a kind with these answers; none where the kind has no form.
    public init?(_ kind: EntryKind, _ answers: Answers) {
        switch kind {
        case .openCase:
            self = .openCase(form: PatientForm(
                alias: answers["alias"] as? String,
                name: answers["name"] as? String,
                identifier: answers["identifier"] as? String,
                dateOfBirth: answers["date_of_birth"] as? Day,
                ageYears: whole(answers["age_years"]),
                ageMonths: whole(answers["age_months"]),
                ageBand: answers["age_band"] as? AgeBand,
                weightKg: answers["weight_kg"] as? Quantity,
                weightMeasured: answers["weight_measured"] as? Bool,
                sex: answers["sex"] as? Sex,
                allergies: answers["allergies"] as? [String],
                anticoagulated: answers["anticoagulated"] as? Bool,
                consciousness: answers["consciousness"] as? Consciousness,
                mriPlanned: answers["mri_planned"] as? Bool,
                encounter: answers["encounter"] as? String,
                place: answers["place"] as? String,
                responsibleClinician: answers["responsible_clinician"] as? String))
        case .updatePatient:
            self = .updatePatient(form: PatientForm(
                alias: answers["alias"] as? String,
                name: answers["name"] as? String,
                identifier: answers["identifier"] as? String,
                dateOfBirth: answers["date_of_birth"] as? Day,
                ageYears: whole(answers["age_years"]),
                ageMonths: whole(answers["age_months"]),
                ageBand: answers["age_band"] as? AgeBand,
                weightKg: answers["weight_kg"] as? Quantity,
                weightMeasured: answers["weight_measured"] as? Bool,
                sex: answers["sex"] as? Sex,
                allergies: answers["allergies"] as? [String],
                anticoagulated: answers["anticoagulated"] as? Bool,
                consciousness: answers["consciousness"] as? Consciousness,
                mriPlanned: answers["mri_planned"] as? Bool,
                encounter: answers["encounter"] as? String,
                place: answers["place"] as? String,
                responsibleClinician: answers["responsible_clinician"] as? String))
        case .attemptFailed:
            self = .attemptFailed(form: AttemptFailedForm(
                site: answers["site"] as? Site,
                side: answers["side"] as? Side,
                device: answers["device"] as? String,
                note: answers["note"] as? String))
        case .insert:
            self = .insert(form: InsertForm(
                device: answers["device"] as? String,
                site: answers["site"] as? Site,
                side: answers["side"] as? Side,
                needleMm: whole(answers["needle_mm"]),
                model: answers["model"] as? String,
                lot: answers["lot"] as? String,
                insertedBy: answers["inserted_by"] as? String,
                setting: answers["setting"] as? String,
                indication: answers["indication"] as? String,
                venousTries: whole(answers["venous_tries"]),
                antiseptic: answers["antiseptic"] as? String,
                localAnaesthetic: answers["local_anaesthetic"] as? String,
                confirmation: answers["confirmation"] as? [Confirmation],
                flushMl: answers["flush_ml"] as? Quantity,
                dressing: answers["dressing"] as? Dressing,
                circumferenceCm: answers["circumference_cm"] as? Quantity,
                otherCircumferenceCm: answers["other_circumference_cm"] as? Quantity,
                circumferenceLandmark: answers["circumference_landmark"] as? String,
                wristband: answers["wristband"] as? Bool,
                overrideReason: answers["override_reason"] as? String,
                complications: answers["complications"] as? String))
        case .check:
            self = .check(form: CheckForm(
                context: answers["context"] as? CheckContext,
                bleeding: answers["bleeding"] as? Bleeding,
                bleedingColour: answers["bleeding_colour"] as? BleedingColour,
                colour: answers["colour"] as? LimbColour,
                temperature: answers["temperature"] as? LimbTemperature,
                inflammation: answers["inflammation"] as? Inflammation,
                pulse: answers["pulse"] as? Pulse,
                artery: answers["artery"] as? String,
                capRefillS: answers["cap_refill_s"] as? Quantity,
                otherPulse: answers["other_pulse"] as? Pulse,
                otherColour: answers["other_colour"] as? LimbColour,
                otherTemperature: answers["other_temperature"] as? LimbTemperature,
                otherCapRefillS: answers["other_cap_refill_s"] as? Quantity,
                sensation: answers["sensation"] as? Function,
                movement: answers["movement"] as? Function,
                pain: answers["pain"] as? Pain,
                painScale: answers["pain_scale"] as? String,
                stretchPain: answers["stretch_pain"] as? Bool,
                leak: answers["leak"] as? Bool,
                swelling: answers["swelling"] as? Bool,
                redness: answers["redness"] as? Bool,
                warmth: answers["warmth"] as? Bool,
                discharge: answers["discharge"] as? Bool,
                tense: answers["tense"] as? Bool,
                firm: answers["firm"] as? Bool,
                aspirates: answers["aspirates"] as? Bool,
                breathless: answers["breathless"] as? Bool,
                confused: answers["confused"] as? Bool,
                failedSiteSwelling: answers["failed_site_swelling"] as? Bool,
                flush: answers["flush"] as? FlushFinding,
                flow: answers["flow"] as? Flow,
                circumferenceCm: answers["circumference_cm"] as? Quantity,
                otherCircumferenceCm: answers["other_circumference_cm"] as? Quantity,
                circumferenceLandmark: answers["circumference_landmark"] as? String,
                bodyTempC: answers["body_temp_c"] as? Quantity,
                skin: answers["skin"] as? String,
                dressing: answers["dressing"] as? Dressing,
                dressingState: answers["dressing_state"] as? String,
                notAssessed: answers["not_assessed"] as? [String],
                notAssessedReason: answers["not_assessed_reason"] as? String,
                action: answers["action"] as? String,
                told: answers["told"] as? String,
                answer: answers["answer"] as? String,
                note: answers["note"] as? String))
        case .disinfect:
            self = .disinfect(form: DisinfectForm(
                agent: answers["agent"] as? String,
                dried: answers["dried"] as? Bool,
                dressingChanged: answers["dressing_changed"] as? Bool))
        case .dressing:
            self = .dressing(form: DressingForm(
                kind: answers["type"] as? Dressing))
        case .giveProduct:
            self = .giveProduct(form: ProductForm(
                name: answers["name"] as? String,
                class: answers["class"] as? ProductClass,
                rateText: answers["rate_text"] as? String,
                pressure: answers["pressure"] as? String))
        case .startProduct:
            self = .startProduct(form: ProductForm(
                name: answers["name"] as? String,
                class: answers["class"] as? ProductClass,
                rateText: answers["rate_text"] as? String,
                pressure: answers["pressure"] as? String))
        case .stopProduct:
            self = .stopProduct(form: StopProductForm(
                name: answers["name"] as? String))
        case .flush:
            self = .flush(form: FlushForm(
                ml: answers["ml"] as? Quantity,
                resistance: answers["resistance"] as? Bool,
                blocked: answers["blocked"] as? Bool))
        case .adequateVolume:
            self = .adequateVolume(form: AdequateVolumeForm(
                note: answers["note"] as? String))
        case .venousAccess:
            self = .venousAccess(form: VenousAccessForm(
                kind: answers["kind"] as? VenousKind,
                place: answers["place"] as? String,
                by: answers["by"] as? String))
        case .venousAccessLost:
            self = .venousAccessLost(form: VenousAccessLostForm(
                reason: answers["reason"] as? String))
        case .accessReview:
            self = .accessReview(form: AccessReviewForm(
                outcome: answers["outcome"] as? ReviewOutcome,
                reason: answers["reason"] as? String))
        case .extend:
            self = .extend(form: ExtendForm(
                toHours: answers["to_hours"] as? Quantity,
                reason: answers["reason"] as? String,
                authorisedBy: answers["authorised_by"] as? String))
        case .keepPastLimit:
            self = .keepPastLimit(form: KeepPastLimitForm(
                reason: answers["reason"] as? String,
                authorisedBy: answers["authorised_by"] as? String,
                recheckHours: answers["recheck_hours"] as? Quantity))
        case .removalAntiseptic:
            self = .removalAntiseptic(form: RemovalAntisepticForm(
                agent: answers["agent"] as? String))
        case .remove:
            self = .remove(form: RemoveForm(
                resistance: answers["resistance"] as? Bool,
                tipIntact: answers["tip_intact"] as? Bool,
                tipLengthMm: whole(answers["tip_length_mm"]),
                bleeding: answers["bleeding"] as? Bleeding,
                reason: answers["reason"] as? String,
                technique: answers["technique"] as? String,
                secondChecker: answers["second_checker"] as? String,
                cameOut: answers["came_out"] as? Bool,
                dressing: answers["dressing"] as? Dressing,
                tolerance: answers["tolerance"] as? String))
        case .startCompression:
            self = .startCompression(form: StartCompressionForm(
                by: answers["by"] as? String))
        case .endCompression:
            self = .endCompression(form: EndCompressionForm(
                bleedingStopped: answers["bleeding_stopped"] as? Bool,
                endedEarlyReason: answers["ended_early_reason"] as? String))
        case .transfer:
            self = .transfer(form: TransferForm(
                to: answers["to"] as? String))
        case .complication:
            self = .complication(form: ComplicationForm(
                kind: answers["kind"] as? String,
                foundWhen: answers["found_when"] as? String,
                note: answers["note"] as? String))
        case .note:
            self = .note(form: NoteForm(
                text: answers["text"] as? String))
        case .tell:
            self = .tell(form: TellForm(
                whom: answers["whom"] as? String,
                rule: answers["rule"] as? String,
                answer: answers["answer"] as? String))
        case .acknowledge:
            self = .acknowledge(form: AcknowledgeForm(
                step: answers["step"] as? String))
        case .snooze:
            self = .snooze(form: SnoozeForm(
                step: answers["step"] as? String))
        case .skip:
            self = .skip(form: SkipForm(
                step: answers["step"] as? String,
                reason: answers["reason"] as? SkipReason,
                text: answers["text"] as? String))
        case .giveHandover:
            self = .giveHandover(form: GiveHandoverForm(
                to: answers["to"] as? String,
                from: answers["from"] as? String,
                format: answers["format"] as? String,
                outstanding: answers["outstanding"] as? String))
        case .acceptHandover:
            self = .acceptHandover(form: AcceptHandoverForm(
                byWord: answers["by_word"] as? Bool,
                name: answers["name"] as? String))
        case .signOff:
            self = .signOff(form: SignOffForm(
                adviceGiven: answers["advice_given"] as? Bool,
                note: answers["note"] as? String))
        case .endCase:
            self = .endCase(form: EndCaseForm(
                reason: answers["reason"] as? EndReason,
                device: answers["device"] as? DevicePlace,
                to: answers["to"] as? String,
                note: answers["note"] as? String))
        case .link:
            self = .link(form: LinkForm(
                other: answers["other"] as? CaseId,
                basis: answers["basis"] as? LinkBasis))
        case .unlink:
            self = .unlink(form: UnlinkForm(
                other: answers["other"] as? CaseId,
                basis: answers["basis"] as? LinkBasis))
        case .strike:
            self = .strike(form: StrikeForm(
                entry: answers["entry"] as? EntryId,
                reason: answers["reason"] as? String))
        case .reinstate:
            self = .reinstate(form: ReinstateForm(
                entry: answers["entry"] as? EntryId,
                reason: answers["reason"] as? String))
        case .movePolicy:
            self = .movePolicy(form: MovePolicyForm(
                policy: answers["policy"] as? String))
        default:
            return nil
        }
    }

    /// What the form says, by field.
    public var answers: Answers {
        var answers: Answers = [:]
        switch self {
        case .openCase(let form):
            answers["alias"] = form.alias
            answers["name"] = form.name
            answers["identifier"] = form.identifier
            answers["date_of_birth"] = form.dateOfBirth
            answers["age_years"] = form.ageYears.map { Decimal($0) }
            answers["age_months"] = form.ageMonths.map { Decimal($0) }
            answers["age_band"] = form.ageBand
            answers["weight_kg"] = form.weightKg
            answers["weight_measured"] = form.weightMeasured
            answers["sex"] = form.sex
            answers["allergies"] = form.allergies
            answers["anticoagulated"] = form.anticoagulated
            answers["consciousness"] = form.consciousness
            answers["mri_planned"] = form.mriPlanned
            answers["encounter"] = form.encounter
            answers["place"] = form.place
            answers["responsible_clinician"] = form.responsibleClinician
        case .updatePatient(let form):
            answers["alias"] = form.alias
            answers["name"] = form.name
            answers["identifier"] = form.identifier
            answers["date_of_birth"] = form.dateOfBirth
            answers["age_years"] = form.ageYears.map { Decimal($0) }
            answers["age_months"] = form.ageMonths.map { Decimal($0) }
            answers["age_band"] = form.ageBand
            answers["weight_kg"] = form.weightKg
            answers["weight_measured"] = form.weightMeasured
            answers["sex"] = form.sex
            answers["allergies"] = form.allergies
            answers["anticoagulated"] = form.anticoagulated
            answers["consciousness"] = form.consciousness
            answers["mri_planned"] = form.mriPlanned
            answers["encounter"] = form.encounter
            answers["place"] = form.place
            answers["responsible_clinician"] = form.responsibleClinician
        case .attemptFailed(let form):
            answers["site"] = form.site
            answers["side"] = form.side
            answers["device"] = form.device
            answers["note"] = form.note
        case .insert(let form):
            answers["device"] = form.device
            answers["site"] = form.site
            answers["side"] = form.side
            answers["needle_mm"] = form.needleMm.map { Decimal($0) }
            answers["model"] = form.model
            answers["lot"] = form.lot
            answers["inserted_by"] = form.insertedBy
            answers["setting"] = form.setting
            answers["indication"] = form.indication
            answers["venous_tries"] = form.venousTries.map { Decimal($0) }
            answers["antiseptic"] = form.antiseptic
            answers["local_anaesthetic"] = form.localAnaesthetic
            answers["confirmation"] = form.confirmation
            answers["flush_ml"] = form.flushMl
            answers["dressing"] = form.dressing
            answers["circumference_cm"] = form.circumferenceCm
            answers["other_circumference_cm"] = form.otherCircumferenceCm
            answers["circumference_landmark"] = form.circumferenceLandmark
            answers["wristband"] = form.wristband
            answers["override_reason"] = form.overrideReason
            answers["complications"] = form.complications
        case .check(let form):
            answers["context"] = form.context
            answers["bleeding"] = form.bleeding
            answers["bleeding_colour"] = form.bleedingColour
            answers["colour"] = form.colour
            answers["temperature"] = form.temperature
            answers["inflammation"] = form.inflammation
            answers["pulse"] = form.pulse
            answers["artery"] = form.artery
            answers["cap_refill_s"] = form.capRefillS
            answers["other_pulse"] = form.otherPulse
            answers["other_colour"] = form.otherColour
            answers["other_temperature"] = form.otherTemperature
            answers["other_cap_refill_s"] = form.otherCapRefillS
            answers["sensation"] = form.sensation
            answers["movement"] = form.movement
            answers["pain"] = form.pain
            answers["pain_scale"] = form.painScale
            answers["stretch_pain"] = form.stretchPain
            answers["leak"] = form.leak
            answers["swelling"] = form.swelling
            answers["redness"] = form.redness
            answers["warmth"] = form.warmth
            answers["discharge"] = form.discharge
            answers["tense"] = form.tense
            answers["firm"] = form.firm
            answers["aspirates"] = form.aspirates
            answers["breathless"] = form.breathless
            answers["confused"] = form.confused
            answers["failed_site_swelling"] = form.failedSiteSwelling
            answers["flush"] = form.flush
            answers["flow"] = form.flow
            answers["circumference_cm"] = form.circumferenceCm
            answers["other_circumference_cm"] = form.otherCircumferenceCm
            answers["circumference_landmark"] = form.circumferenceLandmark
            answers["body_temp_c"] = form.bodyTempC
            answers["skin"] = form.skin
            answers["dressing"] = form.dressing
            answers["dressing_state"] = form.dressingState
            answers["not_assessed"] = form.notAssessed
            answers["not_assessed_reason"] = form.notAssessedReason
            answers["action"] = form.action
            answers["told"] = form.told
            answers["answer"] = form.answer
            answers["note"] = form.note
        case .disinfect(let form):
            answers["agent"] = form.agent
            answers["dried"] = form.dried
            answers["dressing_changed"] = form.dressingChanged
        case .dressing(let form):
            answers["type"] = form.kind
        case .giveProduct(let form):
            answers["name"] = form.name
            answers["class"] = form.class
            answers["rate_text"] = form.rateText
            answers["pressure"] = form.pressure
        case .startProduct(let form):
            answers["name"] = form.name
            answers["class"] = form.class
            answers["rate_text"] = form.rateText
            answers["pressure"] = form.pressure
        case .stopProduct(let form):
            answers["name"] = form.name
        case .flush(let form):
            answers["ml"] = form.ml
            answers["resistance"] = form.resistance
            answers["blocked"] = form.blocked
        case .adequateVolume(let form):
            answers["note"] = form.note
        case .venousAccess(let form):
            answers["kind"] = form.kind
            answers["place"] = form.place
            answers["by"] = form.by
        case .venousAccessLost(let form):
            answers["reason"] = form.reason
        case .accessReview(let form):
            answers["outcome"] = form.outcome
            answers["reason"] = form.reason
        case .extend(let form):
            answers["to_hours"] = form.toHours
            answers["reason"] = form.reason
            answers["authorised_by"] = form.authorisedBy
        case .keepPastLimit(let form):
            answers["reason"] = form.reason
            answers["authorised_by"] = form.authorisedBy
            answers["recheck_hours"] = form.recheckHours
        case .removalAntiseptic(let form):
            answers["agent"] = form.agent
        case .remove(let form):
            answers["resistance"] = form.resistance
            answers["tip_intact"] = form.tipIntact
            answers["tip_length_mm"] = form.tipLengthMm.map { Decimal($0) }
            answers["bleeding"] = form.bleeding
            answers["reason"] = form.reason
            answers["technique"] = form.technique
            answers["second_checker"] = form.secondChecker
            answers["came_out"] = form.cameOut
            answers["dressing"] = form.dressing
            answers["tolerance"] = form.tolerance
        case .startCompression(let form):
            answers["by"] = form.by
        case .endCompression(let form):
            answers["bleeding_stopped"] = form.bleedingStopped
            answers["ended_early_reason"] = form.endedEarlyReason
        case .transfer(let form):
            answers["to"] = form.to
        case .complication(let form):
            answers["kind"] = form.kind
            answers["found_when"] = form.foundWhen
            answers["note"] = form.note
        case .note(let form):
            answers["text"] = form.text
        case .tell(let form):
            answers["whom"] = form.whom
            answers["rule"] = form.rule
            answers["answer"] = form.answer
        case .acknowledge(let form):
            answers["step"] = form.step
        case .snooze(let form):
            answers["step"] = form.step
        case .skip(let form):
            answers["step"] = form.step
            answers["reason"] = form.reason
            answers["text"] = form.text
        case .giveHandover(let form):
            answers["to"] = form.to
            answers["from"] = form.from
            answers["format"] = form.format
            answers["outstanding"] = form.outstanding
        case .acceptHandover(let form):
            answers["by_word"] = form.byWord
            answers["name"] = form.name
        case .signOff(let form):
            answers["advice_given"] = form.adviceGiven
            answers["note"] = form.note
        case .endCase(let form):
            answers["reason"] = form.reason
            answers["device"] = form.device
            answers["to"] = form.to
            answers["note"] = form.note
        case .link(let form):
            answers["other"] = form.other
            answers["basis"] = form.basis
        case .unlink(let form):
            answers["other"] = form.other
            answers["basis"] = form.basis
        case .strike(let form):
            answers["entry"] = form.entry
            answers["reason"] = form.reason
        case .reinstate(let form):
            answers["entry"] = form.entry
            answers["reason"] = form.reason
        case .movePolicy(let form):
            answers["policy"] = form.policy
        }
        return answers
    }

    /// The kind of entry that the form becomes.
    public var kind: EntryKind {
        switch self {
        case .openCase: .openCase
        case .updatePatient: .updatePatient
        case .attemptFailed: .attemptFailed
        case .insert: .insert
        case .check: .check
        case .disinfect: .disinfect
        case .dressing: .dressing
        case .giveProduct: .giveProduct
        case .startProduct: .startProduct
        case .stopProduct: .stopProduct
        case .flush: .flush
        case .adequateVolume: .adequateVolume
        case .venousAccess: .venousAccess
        case .venousAccessLost: .venousAccessLost
        case .accessReview: .accessReview
        case .extend: .extend
        case .keepPastLimit: .keepPastLimit
        case .removalAntiseptic: .removalAntiseptic
        case .remove: .remove
        case .startCompression: .startCompression
        case .endCompression: .endCompression
        case .transfer: .transfer
        case .complication: .complication
        case .note: .note
        case .tell: .tell
        case .acknowledge: .acknowledge
        case .snooze: .snooze
        case .skip: .skip
        case .giveHandover: .giveHandover
        case .acceptHandover: .acceptHandover
        case .signOff: .signOff
        case .endCase: .endCase
        case .link: .link
        case .unlink: .unlink
        case .strike: .strike
        case .reinstate: .reinstate
        case .movePolicy: .movePolicy
        }
    }
}

extension Word {
    /// The word itself, as it stands among answers.
    public var value: any Sendable & Hashable {
        switch self {
        case .precision(let word): word
        case .ageBand(let word): word
        case .consciousness(let word): word
        case .sex(let word): word
        case .site(let word): word
        case .side(let word): word
        case .confirmation(let word): word
        case .dressing(let word): word
        case .checkContext(let word): word
        case .bleeding(let word): word
        case .bleedingColour(let word): word
        case .limbColour(let word): word
        case .limbTemperature(let word): word
        case .inflammation(let word): word
        case .pulse(let word): word
        case .function(let word): word
        case .flushFinding(let word): word
        case .flow(let word): word
        case .productClass(let word): word
        case .venousKind(let word): word
        case .reviewOutcome(let word): word
        case .skipReason(let word): word
        case .endReason(let word): word
        case .devicePlace(let word): word
        case .linkBasis(let word): word
        }
    }
}

private func whole(_ answer: (any Sendable)?) -> UInt32? {
    (answer as? Decimal).flatMap { UInt32(exactly: NSDecimalNumber(decimal: $0).doubleValue) }
}
