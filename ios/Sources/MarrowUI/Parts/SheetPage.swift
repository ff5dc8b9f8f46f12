import SwiftUI

/// A sheet over the page, with a title and a way out that is a button: pulling it down answers too, but nobody needs it.
struct SheetPage<Content: View>: View {
    let title: String
    let close: String
    let onClose: @MainActor () -> Void
    /// Something is typed that closing would lose: it is closed by its button alone.
    var keeps = false
    @ViewBuilder let content: Content
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        NavigationStack {
            ScrollView {
                VStack(alignment: .leading, spacing: 0) { content }
                    .frame(maxWidth: Measure.form, alignment: .leading)
                    .frame(maxWidth: .infinity)
                    .padding(.bottom, 16)
            }
            .scrollDismissesKeyboard(.interactively)
            .background(Hue.surface)
            .foregroundStyle(Hue.onSurface)
            .navigationTitle(title)
            .smallTitle()
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(close, action: onClose) }
            }
        }
        // Half a page of the largest letters is a line or two.
        .presentationDetents(letters.isAccessibilitySize ? [.large] : [.medium, .large])
        .presentationDragIndicator(.visible)
        .interactiveDismissDisabled(keeps)
        .inked()
        .privacySensitive()
    }
}

/// What the state says, and what happens when the platform changes it: a sheet that is pulled down, a dialog that is left.
func bound<Value: Sendable>(_ value: Value, _ changed: @escaping @MainActor (Value) -> Void) -> Binding<Value> {
    Binding(get: { value }, set: { value in MainActor.assumeIsolated { changed(value) } })
}
