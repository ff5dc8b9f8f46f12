// Where Apple's own is missing.

public struct UTType: Hashable, Sendable {
    let name: String
    public static let json = UTType(name: "public.json")
}
