import MarrowKit
import SwiftUI

/// The way out of a page that is filled in. Where something would be thrown away it is asked what becomes of it, and can
/// be saved there and then.
struct CloseAction: View {
    let save: String
    let words: Words
    let asks: Bool
    let close: @MainActor () -> Void
    let leave: @MainActor (Leaving) -> Void

    var body: some View {
        Button(words.commonClose, action: close)
            .confirmationDialog(
                words.formLeave, isPresented: bound(asks) { if !$0 { leave(.stay) } }, titleVisibility: .visible
            ) {
                Button(save) { leave(.save) }
                Button(words.formThrowAway, role: .destructive) { leave(.away) }
                Button(words.formStay, role: .cancel) { leave(.stay) }
            }
    }
}
