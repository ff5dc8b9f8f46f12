/// What a person can do from a notification. Dismissing is not doing.
public enum Act: String, Sendable, CaseIterable {
    case open, later, done, acknowledge

    /// iOS asks who is there before the app hears of it: what is recorded is said by somebody.
    public var needsAuthentication: Bool { self == .done || self == .acknowledge }
    public var opensTheApp: Bool { self == .open }
}

extension MarrowKit.Category {
    public static let all: [MarrowKit.Category] = [
        .open, .openLater, .openDone, .openLaterDone, .openAck, .openLaterAck,
    ]

    /// Its name at iOS. It carries a version, because what was delivered keeps it.
    public var name: String {
        switch self {
        case .open: "open.1"
        case .openLater: "open-later.1"
        case .openDone: "open-done.1"
        case .openLaterDone: "open-later-done.1"
        case .openAck: "open-ack.1"
        case .openLaterAck: "open-later-ack.1"
        }
    }

    public init?(name: String) {
        guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// In the order in which they stand.
    public var acts: [Act] {
        switch self {
        case .open: [.open]
        case .openLater: [.open, .later]
        case .openDone: [.open, .done]
        case .openLaterDone: [.open, .later, .done]
        case .openAck: [.open, .acknowledge]
        case .openLaterAck: [.open, .later, .acknowledge]
        }
    }
}

/// The words of the actions, those of the case's own buttons.
public struct ActionWords: Sendable, Equatable {
    private let lang: Lang

    public init(_ lang: Lang) {
        self.lang = lang
    }

    public func title(_ act: Act) -> String {
        let words = Words(lang)
        return switch act {
        case .open: words.caseOpen
        case .later: words.caseLater
        case .done: words.caseDone
        case .acknowledge: words.caseSeen
        }
    }
}
