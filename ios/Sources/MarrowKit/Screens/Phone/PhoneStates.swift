/// The cards of devices and products; one of them open, or none.
public struct ReferenceState: Equatable, Sendable {
    public var times: Times
    public var cards: [ReferenceCard]
    public var open: ReferenceCard?
}

public enum ReferenceEvent: Hashable, Sendable {
    case back
    case open(ReferenceCard)
}

extension ReferenceCard {
    /// Its lines by topic, in the order of the card.
    public var topics: [(topic: String, lines: [ReferenceLine])] {
        lines.reduce(into: []) { topics, line in
            if let at = topics.firstIndex(where: { $0.topic == line.topic }) {
                topics[at].lines.append(line)
            } else {
                topics.append((line.topic, [line]))
            }
        }
    }
}

/// Every number of the protocol with the hospital's policy laid over it.
public struct PolicyState: Equatable, Sendable {
    public var times: Times
    public var policy: PolicyView
    public var refusal: Refusal?
}

public enum PolicyEvent: Hashable, Sendable {
    case back, bringIn, handOut, remove
}

/// What the person has set.
public struct SettingsState: Equatable, Sendable {
    public var times: Times
    /// Who is recording; none: nobody has said so.
    public var actor: Actor?
    /// People who have recorded on this phone before.
    public var known: [Actor]
    public var lang: Lang
    public var store: StoreInfo
    /// Who is recording is being changed, and what is typed.
    public var changing: Actor?
    /// What ships inside, and its licences, are read.
    public var noticesAreOpen = false
}

public enum SettingsEvent: Hashable, Sendable {
    case back
    /// Begins to say who records.
    case change
    case name(String)
    case role(String)
    case unit(String)
    case leave
    case records(Actor)
    case language(Lang)
    /// Opens or closes what ships inside.
    case notices
}

extension Actor {
    /// `nurse · Ward 3`.
    public var post: String { [role, unit].filter { !$0.isEmpty }.joined(separator: " · ") }
}
