import SwiftUI

/// A line to type into, with its label above it: a label inside would go when typing begins.
///
/// What is typed stays as typed until the page says something else: half a number is not a number yet.
struct LineInput: View {
    let label: String
    let text: String
    /// Read aloud in place of the label.
    let said: String?
    let keys: Keys
    /// It may take several lines.
    let long: Bool
    let change: @MainActor (String) -> Void
    @State private var typed: String

    init(
        label: String, text: String, said: String? = nil, keys: Keys = .words, long: Bool = false,
        change: @escaping @MainActor (String) -> Void
    ) {
        (self.label, self.text, self.said, self.keys, self.long, self.change) = (label, text, said, keys, long, change)
        _typed = State(initialValue: text)
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label).font(Letters.heading).foregroundStyle(Hue.onSurfaceMuted).accessibilityHidden(true)
            TextField(said ?? label, text: line, prompt: Text(verbatim: ""), axis: long ? .vertical : .horizontal)
                .font(Letters.body)
                .keys(keys)
                .submitLabel(.done)
                .padding(12)
                .frame(minHeight: Measure.action)
                .background(Hue.surfaceRaised, in: Corner.chip)
                .overlay { Corner.chip.strokeBorder(Hue.outline, lineWidth: 1.5) }
        }
        .onChange(of: text) { _, text in
            if text != typed { typed = text }
        }
    }
    /// What is typed, told with each letter.
    private var line: Binding<String> {
        Binding(
            get: { MainActor.assumeIsolated { typed } },
            set: { now in
                MainActor.assumeIsolated {
                    guard now != typed else { return }
                    typed = now
                    change(now)
                }
            })
    }
}
