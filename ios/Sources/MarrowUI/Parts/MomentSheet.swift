import MarrowKit
import SwiftUI

/// Another time, by steps: no typing, no wheel. It cannot get past now.
struct MomentSheet: View {
    let title: String
    let times: Times
    let chosen: Int64?
    let choose: @MainActor (Int64?) -> Void
    let close: @MainActor () -> Void

    var body: some View {
        let words = times.words
        SheetPage(title: title, close: words.commonClose, onClose: close) {
            VStack(spacing: Measure.gap) {
                VStack(spacing: 2) {
                    Text(times.hour(at)).font(Letters.plateFirst)
                    Text(verbatim: "\(times.date(at)) · \(times.relative(at))").font(Letters.body).foregroundStyle(
                        Hue.onSurfaceMuted)
                }
                .accessibilityElement(children: .combine)
                .accessibilityAddTraits(.updatesFrequently)
                ForEach(Moments.steps, id: \.self) { minutes in steps(minutes) }
                MainButton(text: words.newIoTake, writes: times.hourOrDate(at), action: close)
            }
            .frame(maxWidth: .infinity)
            .padding(.horizontal, Measure.edge)
        }
    }

    private func steps(_ minutes: Int64) -> some View {
        let span = times.span(minutes * Times.minute)
        return EqualBar {
            OutlinedAction(text: times.words.newIoEarlier(span)) {
                choose(Moments.moved(chosen, byMinutes: -minutes, times))
            }
            OutlinedAction(text: times.words.newIoLater(span)) {
                choose(Moments.moved(chosen, byMinutes: minutes, times))
            }
        }
    }

    private var at: Int64 { chosen ?? times.nowMs }
}
