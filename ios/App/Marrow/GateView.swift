import MarrowKit
import MarrowUI
import SwiftUI

/// What lies over the screens: nothing but a colour on the way to the list of apps, the lock, or a new needle.
struct GateView: View {
    let gate: Gate

    var body: some View {
        if let quick = gate.quick {
            QuickView(quick: quick, close: gate.endQuick)
        } else if gate.isClosed {
            LockedContent(words: gate.words, unlock: gate.ask, newIo: gate.newIo)
        } else {
            CoverContent()
        }
    }
}

/// A new needle over the lock: recorded in seconds, with nothing on the screen that is on record.
struct QuickView: View {
    let quick: QuickNewIo
    let close: @MainActor () -> Void

    var body: some View {
        if quick.isRecorded {
            QuietContent(recorded: quick.words, close: close)
        } else if let trouble = quick.trouble {
            TroubleContent(trouble: trouble, words: quick.words, ofLast: quick.ofLast, again: quick.open)
        } else if let model = quick.model {
            NavigationStack { NewIoScreen(model: model) }
        } else {
            QuietContent(opening: quick.words)
        }
    }
}
