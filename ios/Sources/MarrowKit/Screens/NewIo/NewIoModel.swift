import Foundation
import Observation

/// A new needle: it opens a case, or goes into one that has none on record.
@MainActor
@Observable
public final class NewIoModel {
    /// The field of ``InsertForm/overrideReason``.
    private static let reason = "override_reason"

    private let flow: MarrowFlow
    private let into: CaseId?
    /// Over the lock: called once it is on record, instead of leading to the case.
    private let recorded: (@MainActor () -> Void)?
    private let closed: @MainActor () -> Void
    private var draft: NewIo
    private var sheet: NewIoSheet?
    private var refusal: Refusal?
    private var leaving = false
    /// Asked for since a refusal that it lifts, and from then on.
    private var reasonAsked = false
    /// Its case. What was opened stays open when the needle is refused, or fails: saving again does not open another.
    private let id = UUID()
    /// What was said of the patient when the case was opened, or was to be.
    private var patient: PatientForm?

    init(_ flow: MarrowFlow, into id: CaseId?) {
        self.flow = flow
        into = id
        recorded = nil
        closed = { flow.back() }
        draft = NewIo(alias: id.flatMap { flow.view(of: $0) }?.header.alias ?? "")
    }

    /// A new needle over the lock: what is recorded leads nowhere, and nothing that is on record is shown.
    public init(
        overTheLock flow: MarrowFlow, closed: @escaping @MainActor () -> Void,
        recorded: @escaping @MainActor () -> Void
    ) {
        self.flow = flow
        into = nil
        (self.closed, self.recorded) = (closed, recorded)
        draft = NewIo()
    }

    /// None while what it asks is being read.
    public var state: NewIoState? {
        guard let catalogue = flow.catalogue else { return nil }
        return NewIoState(
            times: flow.times, catalogue: catalogue, draft: draft, aliases: [made], tried: Set(known?.tried ?? []),
            refusal: refusal, reasonAsked: reasonAsked, open: sheet, leaving: leaving)
    }

    var isBegun: Bool { draft != NewIo(alias: known?.header.alias ?? "") }

    private var known: CaseView? { into.flatMap { flow.view(of: $0) } }

    /// What the patient goes by where nobody says more: the time.
    private var made: String {
        flow.times.words.newIoAliasMade(flow.times.hour(draft.performedAtMs ?? flow.times.nowMs))
    }

    public func send(_ event: NewIoEvent) {
        switch event {
        case .close: if isBegun { leaving = true } else { closed() }
        case .leave(let how):
            leaving = false
            switch how {
            case .save: save()
            case .away: closed()
            case .stay: break
            }
        case .open(let sheet): self.sheet = sheet
        case .save: save()
        case .bone, .device, .at, .precision, .age, .awake, .alias, .reason:
            draft.take(event)
            refusal = nil
        }
    }

    private func save() {
        let (draft, alias) = (draft, made)
        flow.write({ [self] in
            refusal = $0
            reasonAsked = reasonAsked || $0.liftedBy == Self.reason
        }) { [self] in
            let at = Moment(performedAtMs: draft.performedAtMs, precision: draft.precision)
            let id = try await openCase(draft.patient(else: alias), at)
            let outcome = try await flow.record(id, .insert(form: draft.insertion), at, undoable: true)
            await leave(id, outcome)
        }
    }

    /// What was said of the patient since her case was opened is put right in it.
    private func openCase(_ patient: PatientForm, _ at: Moment) async throws -> CaseId {
        if let into { return into }
        let before = self.patient
        if let before, try await flow.isHere(id) {
            if before != patient { try await flow.record(id, .updatePatient(form: patient)) }
            self.patient = patient
        } else {
            // Before it is tried: where that fails, nobody knows whether the case is there.
            self.patient = patient
            try await flow.record(id, .openCase(form: patient), at)
        }
        return id
    }

    /// On, even where the case can't be read just now: what is on record would be recorded a second time here.
    private func leave(_ id: CaseId, _ outcome: Outcome) async {
        if let recorded { return recorded() }
        try? await flow.show(id)
        let there = flow.places.contains(.case(id)) ? [] : [Place.case(id)]
        flow.instead(of: .newIo(into), there + flow.raised(id, outcome))
    }
}

extension NewIo {
    fileprivate mutating func take(_ event: NewIoEvent) {
        switch event {
        case .bone(let bone): self.bone = bone
        case .device(let device): self.device = device
        case .at(let ms): performedAtMs = ms
        case .precision(let precision): self.precision = precision
        case .age(let age): self.age = age
        case .awake(let awake): self.awake = awake
        case .alias(let alias): self.alias = alias
        case .reason(let reason): overrideReason = reason
        case .close, .leave, .save, .open: break
        }
    }

    fileprivate func patient(else made: String) -> PatientForm {
        PatientForm(alias: alias.nonBlank ?? made, ageBand: age?.band, consciousness: awake?.consciousness)
    }

    fileprivate var insertion: InsertForm {
        InsertForm(device: device, site: bone?.site, side: bone?.side, overrideReason: overrideReason.nonBlank)
    }
}
