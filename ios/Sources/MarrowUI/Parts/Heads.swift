import MarrowKit
import SwiftUI

/// The name of a part of a page, and what is counted of it.
struct SectionHead: View {
    let text: String
    var count: String?

    var body: some View {
        HStack(spacing: 8) {
            Text(text)
            Spacer(minLength: 0)
            if let count { Text(count) }
        }
        .font(Letters.heading)
        .foregroundStyle(Hue.onSurfaceMuted)
        .padding(.horizontal, Measure.edge).padding(.top, 16).padding(.bottom, 4)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isHeader)
    }
}

/// Whose needle, and which: on every page that records, above what scrolls.
struct Ident: View {
    let header: CaseHeader

    var body: some View {
        weighed("\(header.alias) · \(header.whereWritten)", header.alias)
            .font(Letters.body)
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(.horizontal, Measure.edge).padding(.bottom, 10)
    }
}

/// One plain sentence where a list would be.
struct Sentence: View {
    let text: String

    var body: some View {
        Text(text).font(Letters.alias).padding(.horizontal, Measure.edge).padding(.vertical, 24)
    }
}

/// Texts one below the other, told apart by their place: two may say the same.
struct Lines: View {
    let texts: [String]
    let font: Font

    var body: some View {
        ForEach(Array(texts.enumerated()), id: \.offset) { Text($0.element).font(font) }
    }
}

/// A sentence in which one value weighs more than the words around it, wherever the language puts it.
func weighed(_ weighed: Weighed) -> Text { MarrowUI.weighed(weighed.sentence, weighed.value) }

/// The same for a sentence that a screen makes itself.
func weighed(_ sentence: String, _ value: String) -> Text {
    guard !value.isEmpty, let range = sentence.range(of: value) else { return Text(sentence) }
    return Text(sentence[..<range.lowerBound])
        + Text(value).fontWeight(.semibold).foregroundStyle(Hue.onSurface)
        + Text(sentence[range.upperBound...])
}

extension View {
    /// Read aloud in place of what stands there. The words are the core's, whole: they are not keys to other words.
    func said(_ text: String) -> some View { accessibilityLabel(Text(verbatim: text)) }

    /// The same, and by voice it is called what stands on it.
    func said(_ text: String, called name: String) -> some View { said(text).accessibilityInputLabels([name]) }
}
