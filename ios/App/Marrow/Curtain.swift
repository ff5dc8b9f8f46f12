import SwiftUI
import UIKit

/// A window over all others while the screens must not be seen: in the list of apps, and while the app is locked. A
/// view over the screens would lie below their sheets.
@MainActor
final class Curtain {
    private let gate: Gate
    private var window: UIWindow?
    private var isAway = true

    init(gate: Gate) {
        self.gate = gate
        gate.changed = { [weak self] in self?.follow() }
    }

    /// The app is about to leave the screen: at once, because iOS takes its picture for the list of apps.
    func away() {
        isAway = true
        follow()
    }

    func back() {
        isAway = false
        follow()
    }

    /// Drawn exactly as long as the app is away or the gate is closed.
    private func follow() {
        if isAway || gate.isClosed { (window ?? made())?.isHidden = false } else { window?.isHidden = true }
    }

    private func made() -> UIWindow? {
        guard let scene = UIApplication.shared.connectedScenes.compactMap({ $0 as? UIWindowScene }).first else {
            return nil
        }
        let made = UIWindow(windowScene: scene)
        // Over alerts too: they may name a patient.
        made.windowLevel = UIWindow.Level(rawValue: UIWindow.Level.alert.rawValue + 1)
        let page = UIHostingController(rootView: GateView(gate: gate))
        made.rootViewController = page
        // What lies below is not read aloud either.
        page.view.accessibilityViewIsModal = true
        window = made
        return made
    }
}
