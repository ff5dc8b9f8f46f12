/// What can be recorded from the sheet: a kind of entry; removal has pages of its own, and can be told after the fact.
public enum CaseAction: Hashable, Sendable, CaseIterable {
    case disinfect, dressing, flush, complication
    case startProduct, stopProduct, giveProduct, enoughFluid, vein, veinLost
    case review, extend, takeOut, cameOut, keepPastLimit
    case failedTry, patient, transfer, note, end

    public var kind: EntryKind {
        switch self {
        case .disinfect: .disinfect
        case .dressing: .dressing
        case .flush: .flush
        case .complication: .complication
        case .startProduct: .startProduct
        case .stopProduct: .stopProduct
        case .giveProduct: .giveProduct
        case .enoughFluid: .adequateVolume
        case .vein: .venousAccess
        case .veinLost: .venousAccessLost
        case .review: .accessReview
        case .extend: .extend
        case .takeOut, .cameOut: .remove
        case .keepPastLimit: .keepPastLimit
        case .failedTry: .attemptFailed
        case .patient: .updatePatient
        case .transfer: .transfer
        case .note: .note
        case .end: .endCase
        }
    }

    /// The kind's own name in the core's words, but for what is one kind told in two ways.
    public func name(_ state: CaseState) -> String {
        switch self {
        case .takeOut: state.times.words.caseTakeOut
        case .cameOut: state.times.words.caseCameOut
        case .end: state.times.words.caseEnd
        default: state.kinds.first { $0.kind == kind }?.title ?? ""
        }
    }
}

/// Actions that stand together in the sheet.
public struct ActionGroup: Hashable, Sendable {
    public let title: String
    public let actions: [CaseAction]
}

extension CaseState {
    /// All that can be recorded now, in up to four groups.
    public var groups: [ActionGroup] {
        let words = times.words
        let care = ActionGroup(title: words.caseGroupCare, actions: [.disinfect, .dressing, .flush, .complication])
        let fluids = ActionGroup(
            title: words.caseGroupFluids,
            actions: [.startProduct, .stopProduct, .giveProduct, .enoughFluid, .vein, .veinLost])
        let removal = ActionGroup(
            title: words.caseGroupRemoval, actions: [.review, .extend, .takeOut, .cameOut, .keepPastLimit])
        let patient = ActionGroup(
            title: words.caseGroupCase, actions: [.failedTry, .patient, .transfer, .note, .end])
        return view.header.phase == .dwelling ? [care, fluids, removal, patient] : [fluids, patient]
    }
}
