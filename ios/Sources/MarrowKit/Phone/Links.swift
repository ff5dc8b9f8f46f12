import Foundation

/// `marrow://…`: where a reminder leads. A link names a case by its random id, and nothing of a patient.
public enum Links {
    /// The board where the link is none of ours.
    public static func place(_ link: String) -> Place {
        guard let url = URL(string: link), url.scheme == "marrow", url.host == "case",
            let id = UUID(uuidString: url.lastPathComponent)
        else { return .board }
        return .case(id)
    }

    /// To a case.
    public static func link(to id: CaseId) -> String { "marrow://case/\(id.uuidString.lowercased())" }
}

extension Trouble {
    /// Why the store does not open, as far as a person can do something about it.
    public init(closed error: any Error) {
        switch error {
        case is KeyLost: self = .wrongKey
        case let failure as MarrowError: self = Trouble(failure) ?? .unreadable
        default: self = .unreadable
        }
    }
}
