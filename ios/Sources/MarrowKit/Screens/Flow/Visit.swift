/// A place on a person's way, with what she has begun there: both go when she leaves it.
public struct Visit: Identifiable, Hashable, Sendable {
    public let id: Int
    public let place: Place
    public let screen: ScreenModel

    public static func == (one: Visit, other: Visit) -> Bool { one.id == other.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The model of the screen that a place has. The board has no visit: it is where every way begins.
public enum ScreenModel: Sendable {
    case `case`(CaseModel)
    case newIo(NewIoModel)
    case form(FormModel)
    case removal(RemovalModel)
    case flag(RedFlagModel)
    case record(RecordModel)
    case sheet(SheetModel)
    case reminders(RemindersModel)
    case reference(ReferenceModel)
    case policy(PolicyModel)
    case settings(SettingsModel)
}

extension ScreenModel {
    @MainActor
    init?(_ place: Place, _ flow: MarrowFlow) {
        switch place {
        case .board: return nil
        case .case(let id): self = .case(CaseModel(flow, id))
        case .newIo(let id): self = .newIo(NewIoModel(flow, into: id))
        case .form(let form): self = .form(FormModel(flow, form))
        case .removal(let id): self = .removal(RemovalModel(flow, id))
        case .flag(let id, let flag): self = .flag(RedFlagModel(flow, id, flag))
        case .record(let id): self = .record(RecordModel(flow, id))
        case .sheet(let id): self = .sheet(SheetModel(flow, id))
        case .reminders: self = .reminders(RemindersModel(flow))
        case .reference(let card): self = .reference(ReferenceModel(flow, card: card))
        case .policy: self = .policy(PolicyModel(flow))
        case .settings(let who): self = .settings(SettingsModel(flow, who: who))
        }
    }

    /// There is something new to be seen.
    @MainActor
    func looked() {
        switch self {
        case .form(let model): model.looked()
        case .record(let model): model.looked()
        case .sheet(let model): model.looked()
        case .case, .newIo, .removal, .flag, .reminders, .reference, .policy, .settings: break
        }
    }

    /// Something was begun here that is on record nowhere.
    @MainActor
    var isBegun: Bool {
        switch self {
        case .form(let model): model.isBegun
        case .newIo(let model): model.isBegun
        case .removal(let model): model.isBegun
        case .case, .flag, .record, .sheet, .reminders, .reference, .policy, .settings: false
        }
    }
}
