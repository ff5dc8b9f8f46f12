import MarrowKit
import SwiftUI

/// Where, with what, how long to the limit; the ruler. A case without a needle asks whether there is one.
struct CaseHead: View {
    let state: CaseState
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            HStack(alignment: .top, spacing: 8) {
                words.frame(maxWidth: .infinity, alignment: .leading)
                if !letters.isAccessibilitySize {
                    BodyFigure(chosen: state.bone, tried: Set(state.view.tried)).frame(width: 64, height: 104)
                }
            }
            if let from = header.insertedAtMs, let limit = header.limit {
                DwellRuler(fromMs: from, limitMs: limit.atMs, times: times).padding(.vertical, 8)
            }
        }
        .padding(.horizontal, Measure.edge)
        .frame(maxWidth: .infinity)
        .background(Hue.surfaceRaised)
        .overlay(alignment: .bottom) { Divider() }
    }

    private var words: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(header.whereWritten).font(Letters.value)
            if header.phase == .awaiting { Text(times.words.caseIsOneIn).font(Letters.screen) }
            if header.phase == .closed { Text(header.closed(times)).font(Letters.alias) }
            if let limit = header.limit(times) { LimitLine(limit: limit) }
            if let limit = header.limit {
                Text(source(limit)).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
            }
        }
        .padding(.bottom, 6)
        .accessibilityElement(children: .combine)
    }

    private func source(_ limit: LimitView) -> String {
        [times.words.caseLimitSource(limit.hours, whose(limit.source)), limit.strictest]
            .compactMap(\.self).joined(separator: " · ")
    }

    private var header: CaseHeader { state.view.header }
    private var times: Times { state.times }
}

/// The time to the limit: its digits large, its units and the words around it smaller.
private struct LimitLine: View {
    let limit: Weighed
    @ScaledMetric(relativeTo: .largeTitle) private var digits: CGFloat = 40

    var body: some View {
        let parts = limit.sentence.components(separatedBy: limit.value)
        (around(parts.first ?? "") + value + around(parts.dropFirst().joined()))
            .font(Letters.value)
    }

    private var value: Text {
        limit.value.split(separator: " ").enumerated().reduce(Text(verbatim: "")) { text, part in
            let isNumber = part.element.allSatisfy { $0.isNumber || $0 == ":" }
            let font = isNumber ? Font.system(size: digits, weight: .bold).monospacedDigit() : Letters.step
            return text + Text(verbatim: part.offset == 0 ? "" : " ") + Text(part.element).font(font)
        }
    }

    private func around(_ words: String) -> Text { Text(words).foregroundStyle(Hue.onSurfaceMuted) }
}
