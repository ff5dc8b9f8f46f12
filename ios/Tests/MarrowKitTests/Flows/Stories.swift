import Foundation
import MarrowKit

/// Made-up patients of one night, as lists of acts. Minutes count from the ward's now.
struct Stories {
    let lang: Lang

    let bed2 = UUID()
    let bed4 = UUID()
    let bed5 = UUID()
    let bed7 = UUID()
    let bed9 = UUID()
    let bed11 = UUID()

    private func say(_ en: String, _ es: String) -> String { lang == .en ? en : es }

    var okafor: Actor { Actor(name: "S. Okafor", role: say("nurse", "enfermera"), unit: say("Ward 3", "Planta 3")) }
    var ruiz: String { say("Dr Ruiz", "Dra. Ruiz") }
    private var chlorhexidine: String { say("chlorhexidine 2 %", "clorhexidina 2 %") }

    func bed(_ n: Int) -> String { say("Bed \(n)", "Cama \(n)") }

    func act(_ minute: Int64, _ id: CaseId, _ form: Form) -> Act {
        Act(minute: minute, id: id, form: form, by: okafor)
    }

    /// A check that found nothing.
    var dry: CheckForm {
        CheckForm(
            bleeding: Bleeding.none, colour: .normal, temperature: .normal, inflammation: Inflammation.none,
            pulse: .strong, artery: say("foot", "pedia"), capRefillS: 2, otherPulse: .strong, otherColour: .normal,
            otherTemperature: .normal, otherCapRefillS: 2, pain: .score(score: 1), leak: false, swelling: false,
            firm: true)
    }

    /// The same where there is no limb: breathing stands in for the pulse.
    var drySternal: CheckForm {
        CheckForm(
            bleeding: Bleeding.none, colour: .normal, temperature: .normal, inflammation: Inflammation.none,
            capRefillS: 2, pain: .score(score: 1), leak: false, swelling: false, firm: true, breathless: false)
    }

    func admitted(
        _ id: CaseId, _ n: Int, _ at: Int64, _ device: String, _ site: Site, _ side: Side, age: UInt32 = 54,
        check: CheckForm? = nil
    ) -> [Act] {
        var baseline = check ?? dry
        baseline.context = .baseline
        let patient = PatientForm(alias: bed(n), ageYears: age, consciousness: .conscious)
        let insertion = InsertForm(
            device: device, site: site, side: side, antiseptic: chlorhexidine,
            confirmation: [.standsFirm, .flushesFreely])
        return [
            act(at, id, .openCase(form: patient)), act(at, id, .insert(form: insertion)),
            act(at + 1, id, .check(form: baseline)),
        ]
    }

    func checks(_ id: CaseId, _ minutes: Int64..., of check: CheckForm? = nil) -> [Act] {
        minutes.map { act($0, id, .check(form: check ?? dry)) }
    }

    func disinfected(_ id: CaseId, _ minute: Int64) -> [Act] {
        [act(minute, id, .disinfect(form: DisinfectForm(agent: chlorhexidine)))]
    }

    func reviewed(_ id: CaseId, _ minutes: Int64...) -> [Act] {
        let review = AccessReviewForm(outcome: .keep, reason: say("no vein yet", "aún sin vena"))
        return minutes.map { act($0, id, .accessReview(form: review)) }
    }

    /// Three cases, each at another point of its care.
    var board: [Act] {
        let running = ProductForm(name: say("0.9 % saline", "suero salino 0,9 %"), class: .crystalloid)
        var acts = admitted(bed4, 4, -452, "ez-io", .proximalTibia, .left)
        acts.append(act(-450, bed4, .startProduct(form: running)))
        acts += checks(bed4, -420, -360, -300, -240, -180, -120, -80)
        acts += disinfected(bed4, -160)
        acts += reviewed(bed4, -335, -100)
        acts += admitted(bed7, 7, -340, "ez-io", .proximalHumerus, .left)
        acts += checks(bed7, -310, -195, -75)
        acts += reviewed(bed7, -200)
        acts += admitted(bed11, 11, -242, "fast1", .sternum, .midline, check: drySternal)
        acts += checks(bed11, -210, -122, of: drySternal)
        acts += reviewed(bed11, -122)
        return acts
    }

    /// A needle that may be taken out, before anything of it is done.
    var removable: [Act] {
        admitted(bed9, 9, -300, "manual", .distalTibia, .right) + checks(bed9, -270, -170)
    }

    /// The same patient's other leg has one too: two cases, two sides.
    var bothLegs: [Act] {
        removable + admitted(bed2, 9, -290, "ez-io", .distalTibia, .left) + checks(bed2, -260, -165)
    }

    /// A case that was opened before anybody recorded a needle.
    var awaiting: [Act] {
        [
            act(-6, bed5, .openCase(form: PatientForm(alias: bed(5)))),
            act(-5, bed5, .attemptFailed(form: AttemptFailedForm(site: .proximalTibia, side: .right))),
        ]
    }
}
