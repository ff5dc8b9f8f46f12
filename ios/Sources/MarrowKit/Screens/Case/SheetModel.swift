import Observation

/// The nursing sheet before it goes to paper, in the language that is chosen for it.
@MainActor
@Observable
public final class SheetModel {
    private let flow: MarrowFlow
    private let id: CaseId
    private var lang: Lang
    private var document: Document?
    @ObservationIgnored private var made: Made?

    /// What the document was made of.
    private struct Made: Equatable {
        let lang: Lang
        let entries: UInt32
    }

    init(_ flow: MarrowFlow, _ id: CaseId) {
        self.flow = flow
        self.id = id
        lang = flow.times.words.lang
        looked()
    }

    public var state: SheetState? {
        guard let view = flow.view(of: id) else { return nil }
        return SheetState(times: flow.times, header: view.header, lang: lang, document: document)
    }

    public func send(_ event: SheetEvent) {
        switch event {
        case .back: flow.back()
        case .language(let chosen):
            lang = chosen
            looked()
        case .print: if let document { flow.host.print(document) }
        case .share: if let document { flow.host.share(document) }
        }
    }

    /// Makes it anew where it would say something else.
    func looked() {
        guard let view = flow.view(of: id) else { return }
        let making = Made(lang: lang, entries: view.entries)
        guard making != made else { return }
        made = making
        // What is printed is in the language that is chosen, or nothing yet.
        document = nil
        flow.act { [self] in
            let document = try await flow.client.document(.nursingSheet(unsynced: false), of: id, in: making.lang)
            if making == made { self.document = document }
        }
    }
}
