import Foundation

/// What several screens say of a case in words.
extension CaseHeader {
    /// `Left proximal tibia · EZ-IO`: a name is not broken at its hyphen.
    public var whereWritten: String {
        let device = device?.replacing("-", with: "\u{2011}")
        let said = [place, device].compactMap(\.self).joined(separator: " · ")
        return said.isEmpty ? phaseText : said
    }

    /// `closed 03:12`.
    public func closed(_ times: Times) -> String {
        closedAtMs.map { times.words.boardClosedAt(times.hourOrDate($0)) } ?? phaseText
    }

    /// `16 h 28 min to limit`, `20 min past the limit`, `out since 02:24`.
    public func limit(_ times: Times) -> Weighed? {
        let words = times.words
        if let removedAtMs {
            let at = times.hourOrDate(removedAtMs)
            return Weighed(sentence: words.boardOutSince(at), value: at)
        }
        guard let limit else { return nil }
        let left = limit.atMs - times.nowMs
        let span = times.span(abs(left))
        return Weighed(sentence: left >= 0 ? words.boardToLimit(span) : words.boardPastLimit(span), value: span)
    }
}

extension FlagView {
    /// Who was told of it and when, or that nobody was.
    public func told(_ times: Times) -> String {
        let words = times.words
        guard let told else { return words.flagNotTold }
        return toldAtMs.map { words.flagToldAt(told, times.hourOrDate($0)) } ?? words.flagTold(told)
    }

    /// `Check 13:00 · S. Okafor`: the entries that raised it.
    public func raisedBy(_ view: CaseView, _ times: Times) -> String {
        let by = view.record.filter { raisedBy.contains($0.id) }
            .map { "\($0.title) \(times.hourOrDate($0.performedAtMs)) · \($0.name)" }
        if !by.isEmpty { return by.joined(separator: ", ") }
        return sinceAtMs.map { times.words.flagSince(times.hourOrDate($0)) } ?? title
    }
}

/// Whose word it is; where exactly that is written stands in the policy.
public func whose(_ source: String) -> String {
    source.components(separatedBy: " (").first ?? source
}

extension String {
    /// With a capital at its beginning, as a sentence or an answer has.
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// Within a sentence.
    public var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}
