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
    /// What puts the keys away, where they have none for it: those of numbers, and those that write a new line.
    let done: String?
    let change: @MainActor (String) -> Void
    @State private var typed: String
    @FocusState private var isTyping: Bool

    init(
        label: String, text: String, said: String? = nil, keys: Keys = .words, long: Bool = false, done: String? = nil,
        change: @escaping @MainActor (String) -> Void
    ) {
        (self.label, self.text, self.said, self.keys, self.long) = (label, text, said, keys, long)
        (self.done, self.change) = (done, change)
        _typed = State(initialValue: text)
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label).font(Letters.heading).foregroundStyle(Hue.onSurfaceMuted).accessibilityHidden(true)
            TextField(said ?? label, text: line, prompt: Text(verbatim: ""), axis: long ? .vertical : .horizontal)
                .font(Letters.body)
                .keys(keys)
                .focused($isTyping)
                .submitLabel(long ? .return : .done)
                // A name, a bed or a dose is not another word.
                .autocorrectionDisabled(!long)
                .padding(12)
                .frame(minHeight: Measure.action)
                .background(Hue.surfaceRaised, in: Corner.chip)
                .overlay { Corner.chip.strokeBorder(Hue.outline, lineWidth: 1.5) }
        }
        .onChange(of: text) { _, text in
            if text != typed { typed = text }
        }
        .toolbar {
            if isTyping, let done {
                ToolbarItem(placement: .keyboard) {
                    Button {
                        isTyping = false
                    } label: {
                        Image(systemName: "keyboard.chevron.compact.down")
                            .frame(maxWidth: .infinity, minHeight: 44, alignment: .trailing)
                    }
                    .said(done)
                }
            }
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
