import Foundation
import MarrowKit
import Observation

/// What the window shows: the store opens, does not, or its screens are there.
enum Stage {
    case opening
    case closed(Trouble)
    case open(MarrowFlow)
}

/// From the open core to the screens. Where the store had to be opened anew, the screens go on where they were, with what
/// was begun on them.
@MainActor @Observable
final class Session {
    private let core: OpenCore
    private let kept: Kept
    private let host: @MainActor () -> any MarrowHost

    private(set) var stage = Stage.opening
    /// The gate was not open yet in this process.
    private(set) var isAwaited = true
    /// The screens, though their store may have closed since.
    @ObservationIgnored private var screens: MarrowFlow?
    /// Where to go as soon as there are screens.
    @ObservationIgnored private var ahead: [Place] = []

    init(core: OpenCore, kept: Kept, host: @escaping @MainActor () -> any MarrowHost) {
        self.core = core
        self.kept = kept
        self.host = host
    }

    private var flow: MarrowFlow? { if case .open(let flow) = stage { flow } else { nil } }
    var isOpen: Bool { flow != nil }
    var places: [Place] { screens?.places ?? ahead }
    var words: Words { screens?.times.words ?? Words(kept.lang) }

    /// Marrow is on the screen, and nothing lies over it.
    func returned() {
        isAwaited = false
        open()
    }

    /// Opens what is not open, and again what does not answer any more.
    func open() {
        Task {
            do {
                let client = try await core.client()
                if let flow, flow.client === client {
                    if flow.trouble != nil { flow.tryAgain() }
                    flow.returned()
                } else {
                    await show(client)
                }
            } catch {
                close(error)
            }
        }
    }

    /// A reminder was tapped. What is open is left as it is, below.
    func go(to link: String) {
        lead([Links.place(link)])
    }

    /// The case that is on the screen, as a link: all that iOS keeps of where she was.
    var link: String { flow?.place.aboutCase.map(Links.link(to:)) ?? "" }

    /// Where she was when iOS ended the app, unless she goes elsewhere already.
    func resume(_ link: String) {
        if places.isEmpty && !link.isEmpty { go(to: link) }
    }

    func newIo() {
        lead([.newIo(nil)])
    }

    /// The open core; one that does not answer any more is opened anew.
    func client() async throws -> MarrowClient {
        try await core.client()
    }

    /// A flow of its own, for what is done over the lock; whoever asked ends it.
    func flowOverTheLock(_ client: MarrowClient, _ lang: Lang) -> MarrowFlow {
        MarrowFlow(client: client, host: Nobody(host()), lang: lang)
    }

    private func lead(_ places: [Place]) {
        if let flow { flow.lead(places) } else { ahead = places }
    }

    private func show(_ client: MarrowClient) async {
        let flow: MarrowFlow
        if let screens {
            flow = screens
            await flow.goOn(with: client)
        } else {
            flow = MarrowFlow(client: client, host: host(), lang: await client.lang)
            flow.begin()
        }
        screens = flow
        stage = .open(flow)
        if !ahead.isEmpty { flow.lead(ahead) }
        ahead = []
    }

    private func close(_ error: any Error) {
        stage = (error is NotUnlockedYet) ? .opening : .closed(Trouble(closed: error))
    }
}
