import SwiftUI

/// A line to type into, with its label above it: a label inside would go when typing begins.
///
/// What is typed stays as typed until the page says something else: half a number is not a number yet.
struct LineInput: View {
    let label: String
    let text: String
    /// Read aloud in place of the label.
    var said: String?
    var keys = Keys.words
    /// It may take several lines.
    var long = false
    let change: @MainActor (String) -> Void
    @State private var typed = ""

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label).font(Letters.heading).foregroundStyle(Hue.onSurfaceMuted).accessibilityHidden(true)
            TextField(said ?? label, text: $typed, prompt: Text(verbatim: ""), axis: long ? .vertical : .horizontal)
                .font(Letters.body)
                .keys(keys)
                .submitLabel(.done)
                .padding(12)
                .frame(minHeight: Measure.action)
                .background(Hue.surfaceRaised, in: Corner.chip)
                .overlay { Corner.chip.strokeBorder(Hue.outline, lineWidth: 1.5) }
        }
        .onAppear { typed = text }
        .onChange(of: typed) { _, typed in
            if typed != text { change(typed) }
        }
        .onChange(of: text) { _, text in
            if text != typed { typed = text }
        }
    }
}
