/// An entry in a line of its case. The record has all of it.
extension CaseState {
    /// Its kind, and the first of what it says; of a check, what it raised that is still open.
    public func summary(_ entry: EntryView) -> String {
        let raised = view.flags.filter { $0.raisedBy.contains(entry.id) }.map { $0.text.isEmpty ? $0.title : $0.text }
        return ([entry.title] + (raised.isEmpty ? first(of: entry) : raised)).joined(separator: " · ")
    }

    private func first(of entry: EntryView) -> [String] {
        guard entry.kind != .check else { return [] }
        let asked = kinds.first { $0.kind == entry.kind }?.fields ?? []
        return entry.fields.filter { $0.field != "rule" && $0.field != "entry" }.prefix(2).map { said in
            // A yes or no says nothing without what it is about.
            asked.first { $0.field == said.field }?.answer == .yesNo
                ? "\(said.label.lowercased()): \(said.text)" : said.text
        }
    }
}

extension EntryView {
    /// Who recorded: `S. Okafor, nurse`.
    public var author: String { [name, role].filter { !$0.isEmpty }.joined(separator: ", ") }
}
