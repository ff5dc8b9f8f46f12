import MarrowKit
import UIKit

/// Lets the hand feel what the eyes may not be on. A phone whose person has switched that off keeps still.
@MainActor
struct Haptics {
    private let notice = UINotificationFeedbackGenerator()
    private let light = UIImpactFeedbackGenerator(style: .light)

    func feel(_ touch: Touch) {
        switch touch {
        case .minute: light.impactOccurred()
        case .recorded: notice.notificationOccurred(.success)
        case .refused: notice.notificationOccurred(.error)
        case .over: notice.notificationOccurred(.warning)
        }
    }
}
