import Foundation

/// What this phone remembers of its people. No patient is in it; it opens with the first unlock.
public final class Kept: Sendable {
    struct Known: Codable, Equatable, Sendable {
        struct Person: Codable, Equatable, Sendable {
            var name: String
            var role: String
            var unit: String
        }

        /// None: the phone's own.
        var lang: String?
        var actor: Person?
        var known: [Person] = []
    }

    private let file: KeptFile<Known>
    private let phonesOwn: @Sendable () -> String?

    /// - Parameter phonesOwn: the languages of the phone that the app has, the first of them.
    public init(
        in folder: URL, phonesOwn: @escaping @Sendable () -> String? = { Bundle.main.preferredLocalizations.first }
    ) {
        file = KeptFile("people", in: folder, empty: Known())
        self.phonesOwn = phonesOwn
    }

    /// The language that a person chose, else the phone's.
    public var lang: Lang {
        get { Lang(tag: file.value.lang ?? phonesOwn()) }
        set { file.change { $0.lang = newValue.tag } }
    }

    public var people: People {
        get {
            let known = file.value
            return People(actor: known.actor.map(Actor.init), known: known.known.map(Actor.init))
        }
        set {
            file.change {
                $0.actor = newValue.actor.map(Known.Person.init)
                $0.known = newValue.known.map(Known.Person.init)
            }
        }
    }
}

extension Kept.Known.Person {
    fileprivate init(_ actor: Actor) {
        self.init(name: actor.name, role: actor.role, unit: actor.unit)
    }
}

extension Actor {
    fileprivate init(_ person: Kept.Known.Person) {
        self.init(name: person.name, role: person.role, unit: person.unit)
    }
}

extension Lang {
    /// `es`, `es-ES`; any other is the first of ours.
    init(tag: String?) {
        self = tag?.lowercased().hasPrefix("es") == true ? .es : .en
    }

    var tag: String {
        switch self {
        case .en: "en"
        case .es: "es"
        }
    }
}

/// The core as the reminders need it.
public struct AppCore: CorePort {
    private let core: OpenCore
    private let kept: Kept

    public init(core: OpenCore, kept: Kept) {
        self.core = core
        self.kept = kept
    }

    public func client() async throws -> MarrowClient { try await core.client() }

    /// Who is recording on this phone; nobody, where nobody has said so.
    public func actor() async -> Actor { kept.people.actor ?? Actor(name: "", role: "", unit: "") }
}
