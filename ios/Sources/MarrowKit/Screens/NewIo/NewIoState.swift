/// What the page of a new needle shows.
public struct NewIoState: Equatable, Sendable {
    public var times: Times
    public var catalogue: Catalogue
    public var draft = NewIo()
    /// Names that the patient could go by. On a locked phone only one that is made up of the time.
    public var aliases: [String] = []
    public var tried: Set<Bone> = []
    public var refusal: Refusal?
    /// The refusal can be answered with a reason.
    public var reasonAsked = false
    public var open: NewIoSheet?
    /// It was closed with something filled in: what becomes of that is asked.
    public var leaving = false
}

/// What has been chosen. "Now" and "exact" are where it starts; nothing else is.
public struct NewIo: Hashable, Sendable {
    public var bone: Bone?
    public var device: String?
    public var performedAtMs: Int64?
    public var precision = Precision.exact
    public var age: Age?
    public var awake: Awake?
    public var alias = ""
    public var overrideReason = ""
}

public enum Age: Hashable, Sendable, CaseIterable {
    case under, over, unknown

    public var band: AgeBand? {
        switch self {
        case .under: .under12
        case .over: .over12
        case .unknown: nil
        }
    }
}

public enum Awake: Hashable, Sendable, CaseIterable {
    case yes, no, unknown

    public var consciousness: Consciousness? {
        switch self {
        case .yes: .conscious
        case .no: .unconscious
        case .unknown: nil
        }
    }
}

public enum NewIoSheet: Hashable, Sendable {
    case devices, time, alias
}

public enum NewIoEvent: Hashable, Sendable {
    case close
    case leave(Leaving)
    case save
    case bone(Bone)
    case device(String)
    /// None is now.
    case at(Int64?)
    case precision(Precision)
    case age(Age?)
    case awake(Awake?)
    case alias(String)
    case reason(String)
    case open(NewIoSheet?)
}

extension NewIoState {
    /// Side and bone in full, in the core's words.
    public func text(_ bone: Bone) -> String {
        catalogue.places.first { $0.site == bone.site && $0.side == bone.side }?.text ?? ""
    }

    /// The device may go into the chosen bone, as the catalogue has it; without a bone all may.
    public func fits(_ device: DeviceText) -> Bool {
        guard let bone = draft.bone else { return true }
        return device.sites.isEmpty || device.sites.contains(bone.site)
    }

    /// The first devices that fit the bone. One that was chosen is always seen.
    public var devicesAtHand: [DeviceText] {
        let fitting = Array(catalogue.devices.filter(fits).prefix(3))
        guard let chosen = catalogue.devices.first(where: { $0.id == draft.device }), !fitting.contains(chosen) else {
            return fitting
        }
        return fitting.dropLast() + [chosen]
    }

    public var ages: [(age: Age, text: String)] {
        [(.under, word(.ageBand(word: .under12))), (.over, word(.ageBand(word: .over12)))]
            + [(.unknown, times.words.newIoUnknown)]
    }

    public var awakes: [(awake: Awake, text: String)] {
        [(.yes, times.words.commonYes), (.no, times.words.commonNo), (.unknown, times.words.newIoUnknown)]
    }

    public var precisions: [(precision: Precision, text: String)] {
        [Precision.exact, .estimated].map { ($0, word(.precision(word: $0))) }
    }

    /// What saving will put on record: side and bone, device, time.
    public var writes: String {
        let device = catalogue.devices.first { $0.id == draft.device }?.name
        let at = times.hourOrDate(draft.performedAtMs ?? times.nowMs)
        return [draft.bone.map(text), device, at].compactMap(\.self).joined(separator: " · ")
    }

    private func word(_ word: Word) -> String {
        catalogue.words.first { $0.word == word }?.text.capitalisedFirst ?? ""
    }
}
