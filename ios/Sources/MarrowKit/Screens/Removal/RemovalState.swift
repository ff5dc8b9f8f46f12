/// A removal as far as it has got, which the record says; and what is being answered.
public struct RemovalState: Equatable, Sendable {
    public var times: Times
    public var view: CaseView
    public var catalogue: Catalogue
    public var answers = RemovalAnswers()
    /// Antiseptic was passed over.
    public var withoutAntiseptic = false
    /// Taking out was pressed once, and is to be said again.
    public var confirming = false
    /// Pressing is to stop early, and the reason is being typed.
    public var stopping = false
    /// It was stopped early, with a reason; whether the bleeding has stopped is still to be said.
    public var stopped = false
    public var refusal: Refusal?

    /// The step of pressing on the puncture, as the protocol calls it.
    public static let compression = "compression"
}

public struct RemovalAnswers: Hashable, Sendable {
    public var agent = ""
    public var resistance: Bool?
    public var tipWhole: Bool?
    public var bleeding: Bleeding?
    public var earlyReason = ""
}

/// The five pages.
public enum RemovalStep: Int, Hashable, Sendable, CaseIterable, Comparable {
    case antiseptic = 1
    case takeOut, compression, bleeding, observation

    public static func < (one: RemovalStep, other: RemovalStep) -> Bool { one.rawValue < other.rawValue }

    public func name(_ words: Words) -> String {
        switch self {
        case .antiseptic: words.removalAntiseptic
        case .takeOut: words.removalOut
        case .compression: words.removalCompression
        case .bleeding: words.removalBleeding
        case .observation: words.removalObservation
        }
    }
}

public enum RemovalEvent: Hashable, Sendable {
    case back
    case agent(String)
    case resistance(Bool?)
    case tipWhole(Bool?)
    case bleeding(Bleeding?)
    case earlyReason(String)
    case antiseptic
    case withoutAntiseptic
    /// First of the two taps; holding does both.
    case confirm(Bool)
    case takeOut
    case press
    case stopEarly(Bool)
    case stoppedEarly
    case stopped(bleedingStopped: Bool)
    /// What the device asks for at its removal.
    case reference(ReferenceCard)
    case done
}

extension RemovalState {
    /// Which page the record has come to.
    public var step: RemovalStep {
        guard view.header.removedAtMs != nil else {
            return withoutAntiseptic || last(.removalAntiseptic) != nil ? .takeOut : .antiseptic
        }
        guard let until = view.header.pressingUntilMs else {
            return view.tasks.contains { $0.step == Self.compression } ? .compression : .observation
        }
        return until > times.nowMs && !stopped ? .compression : .bleeding
    }

    /// The reference card of the device that is in. The case has its name; its insertion may be too long ago to be at
    /// hand.
    public var card: ReferenceCard? {
        let device = catalogue.devices.first { $0.name == view.header.device }
        return catalogue.cards.first { $0.id == device?.id }
    }

    /// The newest entry of a kind that stands.
    public func last(_ kind: EntryKind) -> EntryView? {
        view.record.last { $0.kind == kind && $0.struck.isEmpty }
    }

    /// A field in the core's words.
    public func field(_ kind: EntryKind, _ name: String) -> FieldText? {
        catalogue.kinds.first { $0.kind == kind }?.fields.first { $0.field == name }
    }

    /// How it bled, in the core's words.
    public var bleedings: [(bleeding: Bleeding, text: String)] {
        catalogue.words.compactMap { word in
            if case .bleeding(let bleeding) = word.word { (bleeding, word.text.capitalisedFirst) } else { nil }
        }
    }

    /// The entries of this removal.
    public var soFar: [EntryView] {
        let kinds: [EntryKind?] = [.removalAntiseptic, .remove, .startCompression, .endCompression]
        return view.record.filter { kinds.contains($0.kind) && $0.struck.isEmpty }
    }
}
