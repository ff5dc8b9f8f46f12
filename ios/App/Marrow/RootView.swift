import MarrowKit
import MarrowUI
import SwiftUI

/// The record is opened, cannot be, or its screens are there. Nothing of it is drawn before the gate was open once.
struct RootView: View {
    let session: Session
    let gate: Gate
    /// Kept by iOS for the window, until a person closes it: a random id, nothing of a patient.
    @SceneStorage("link") private var link = ""

    init(parts: Parts) {
        (session, gate) = (parts.session, parts.gate)
    }

    var body: some View {
        // From the Live Activity.
        page.onOpenURL { session.go(to: $0.absoluteString) }
            .onAppear { session.resume(link) }
            .onChange(of: session.link) { _, now in link = now }
    }

    @ViewBuilder private var page: some View {
        if session.isAwaited {
            CoverContent()
        } else {
            switch session.stage {
            case .opening: QuietContent(opening: session.words)
            case .closed(let trouble):
                TroubleContent(trouble: trouble, words: session.words) { session.open() }
            case .open(let flow): screens(flow)
            }
        }
    }

    /// Trying again opens the store anew where that is what it needs, which the flow alone cannot.
    @ViewBuilder private func screens(_ flow: MarrowFlow) -> some View {
        if let trouble = flow.trouble {
            TroubleContent(trouble: trouble, words: session.words, ofLast: flow.ofLast) { session.open() }
        } else {
            MarrowScreens(flow: flow)
        }
    }
}
