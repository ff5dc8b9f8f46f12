import MarrowKit

/// The form of a kind of entry from the fields as JSON has them, under the names that the record has for them.
///
/// A kind or a field that has no place here fails the test that needs it: `Fields` sees to it that all are asked for.
extension Form {
    init(kind: String, _ f: Fields) throws {
        switch kind {
        case "open-case": self = .openCase(form: try PatientForm(f))
        case "update-patient": self = .updatePatient(form: try PatientForm(f))
        case "attempt-failed":
            self = .attemptFailed(
                form: AttemptFailedForm(
                    site: try f("site"), side: try f("side"), device: try f("device"), note: try f("note")))
        case "insert": self = .insert(form: try InsertForm(f))
        case "check": self = .check(form: try CheckForm(f))
        case "disinfect":
            self = .disinfect(
                form: DisinfectForm(
                    agent: try f("agent"), dried: try f("dried"), dressingChanged: try f("dressing_changed")))
        case "dressing": self = .dressing(form: DressingForm(kind: try f("type")))
        case "give-product": self = .giveProduct(form: try ProductForm(f))
        case "start-product": self = .startProduct(form: try ProductForm(f))
        case "stop-product": self = .stopProduct(form: StopProductForm(name: try f("name")))
        case "flush":
            self = .flush(
                form: FlushForm(
                    ml: try f("ml"), resistance: try f("resistance"), blocked: try f("blocked")))
        case "adequate-volume": self = .adequateVolume(form: AdequateVolumeForm(note: try f("note")))
        case "venous-access":
            self = .venousAccess(
                form: VenousAccessForm(
                    kind: try f("kind"), place: try f("place"), by: try f("by")))
        case "venous-access-lost": self = .venousAccessLost(form: VenousAccessLostForm(reason: try f("reason")))
        case "access-review":
            self = .accessReview(
                form: AccessReviewForm(
                    outcome: try f("outcome"), reason: try f("reason")))
        case "extend":
            self = .extend(
                form: ExtendForm(
                    toHours: try f("to_hours"), reason: try f("reason"), authorisedBy: try f("authorised_by")))
        case "keep-past-limit":
            self = .keepPastLimit(
                form: KeepPastLimitForm(
                    reason: try f("reason"), authorisedBy: try f("authorised_by"), recheckHours: try f("recheck_hours"))
            )
        case "removal-antiseptic": self = .removalAntiseptic(form: RemovalAntisepticForm(agent: try f("agent")))
        case "remove": self = .remove(form: try RemoveForm(f))
        case "start-compression": self = .startCompression(form: StartCompressionForm(by: try f("by")))
        case "end-compression":
            self = .endCompression(
                form: EndCompressionForm(
                    bleedingStopped: try f("bleeding_stopped"), endedEarlyReason: try f("ended_early_reason")))
        case "transfer": self = .transfer(form: TransferForm(to: try f("to")))
        case "complication":
            self = .complication(
                form: ComplicationForm(
                    kind: try f("kind"), foundWhen: try f("found_when"), note: try f("note")))
        case "note": self = .note(form: NoteForm(text: try f("text")))
        case "tell": self = .tell(form: TellForm(whom: try f("whom"), rule: try f("rule"), answer: try f("answer")))
        case "acknowledge": self = .acknowledge(form: AcknowledgeForm(step: try f("step")))
        case "snooze": self = .snooze(form: SnoozeForm(step: try f("step")))
        case "skip": self = .skip(form: SkipForm(step: try f("step"), reason: try f("reason"), text: try f("text")))
        case "give-handover":
            self = .giveHandover(
                form: GiveHandoverForm(
                    to: try f("to"), from: try f("from"), format: try f("format"), outstanding: try f("outstanding")))
        case "accept-handover":
            self = .acceptHandover(
                form: AcceptHandoverForm(
                    byWord: try f("by_word"), name: try f("name")))
        case "sign-off": self = .signOff(form: SignOffForm(adviceGiven: try f("advice_given"), note: try f("note")))
        case "end-case":
            self = .endCase(
                form: EndCaseForm(
                    reason: try f("reason"), device: try f("device"), to: try f("to"), note: try f("note")))
        case "link": self = .link(form: LinkForm(other: try f("other"), basis: try f("basis")))
        case "unlink": self = .unlink(form: UnlinkForm(other: try f("other"), basis: try f("basis")))
        case "strike": self = .strike(form: StrikeForm(entry: try f("entry"), reason: try f("reason")))
        case "reinstate": self = .reinstate(form: ReinstateForm(entry: try f("entry"), reason: try f("reason")))
        case "move-policy": self = .movePolicy(form: MovePolicyForm(policy: try f("policy")))
        default: throw Misfit("no kind \(kind)")
        }
        try f.allAsked()
    }
}

extension PatientForm {
    fileprivate init(_ f: Fields) throws {
        self.init(
            alias: try f("alias"), name: try f("name"), identifier: try f("identifier"),
            dateOfBirth: try f("date_of_birth"), ageYears: try f("age_years"), ageMonths: try f("age_months"),
            ageBand: try f("age_band"), weightKg: try f("weight_kg"), weightMeasured: try f("weight_measured"),
            sex: try f("sex"), allergies: try f("allergies"), anticoagulated: try f("anticoagulated"),
            consciousness: try f("consciousness"), mriPlanned: try f("mri_planned"), encounter: try f("encounter"),
            place: try f("place"), responsibleClinician: try f("responsible_clinician"))
    }
}

extension InsertForm {
    fileprivate init(_ f: Fields) throws {
        self.init(
            device: try f("device"), site: try f("site"), side: try f("side"), needleMm: try f("needle_mm"),
            model: try f("model"), lot: try f("lot"), insertedBy: try f("inserted_by"), setting: try f("setting"),
            indication: try f("indication"), venousTries: try f("venous_tries"), antiseptic: try f("antiseptic"),
            localAnaesthetic: try f("local_anaesthetic"), confirmation: try f("confirmation"),
            flushMl: try f("flush_ml"), dressing: try f("dressing"), circumferenceCm: try f("circumference_cm"),
            otherCircumferenceCm: try f("other_circumference_cm"),
            circumferenceLandmark: try f("circumference_landmark"), wristband: try f("wristband"),
            overrideReason: try f("override_reason"), complications: try f("complications"))
    }
}

extension CheckForm {
    fileprivate init(_ f: Fields) throws {
        self.init(
            context: try f("context"), bleeding: try f("bleeding"), bleedingColour: try f("bleeding_colour"),
            colour: try f("colour"), temperature: try f("temperature"), inflammation: try f("inflammation"),
            pulse: try f("pulse"), artery: try f("artery"), capRefillS: try f("cap_refill_s"),
            otherPulse: try f("other_pulse"), otherColour: try f("other_colour"),
            otherTemperature: try f("other_temperature"), otherCapRefillS: try f("other_cap_refill_s"),
            sensation: try f("sensation"), movement: try f("movement"), pain: try f("pain"),
            painScale: try f("pain_scale"), stretchPain: try f("stretch_pain"), leak: try f("leak"),
            swelling: try f("swelling"), redness: try f("redness"), warmth: try f("warmth"),
            discharge: try f("discharge"), tense: try f("tense"), firm: try f("firm"), aspirates: try f("aspirates"),
            breathless: try f("breathless"), confused: try f("confused"),
            failedSiteSwelling: try f("failed_site_swelling"), flush: try f("flush"), flow: try f("flow"),
            circumferenceCm: try f("circumference_cm"), otherCircumferenceCm: try f("other_circumference_cm"),
            circumferenceLandmark: try f("circumference_landmark"), bodyTempC: try f("body_temp_c"),
            skin: try f("skin"), dressing: try f("dressing"), dressingState: try f("dressing_state"),
            notAssessed: try f("not_assessed"), notAssessedReason: try f("not_assessed_reason"),
            action: try f("action"), told: try f("told"), answer: try f("answer"), note: try f("note"))
    }
}

extension RemoveForm {
    fileprivate init(_ f: Fields) throws {
        self.init(
            resistance: try f("resistance"), tipIntact: try f("tip_intact"), tipLengthMm: try f("tip_length_mm"),
            bleeding: try f("bleeding"), reason: try f("reason"), technique: try f("technique"),
            secondChecker: try f("second_checker"), cameOut: try f("came_out"), dressing: try f("dressing"),
            tolerance: try f("tolerance"))
    }
}

extension ProductForm {
    fileprivate init(_ f: Fields) throws {
        self.init(name: try f("name"), class: try f("class"), rateText: try f("rate_text"), pressure: try f("pressure"))
    }
}
