/// What becomes of a page that is closed with something half filled in.
public enum Leaving: Hashable, Sendable, CaseIterable {
    case save
    /// What was filled in is thrown away.
    case away
    case stay
}
