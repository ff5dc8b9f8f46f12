import Foundation
import MarrowKit
import UIKit

/// The ways to where iOS lets a person set what reminders need. Where nobody was asked yet, iOS asks.
@MainActor
struct Fixes {
    let reminders: Reminders

    func lead(_ need: Need) async {
        switch need {
        case .notifications, .sounds, .timeSensitive, .atOnce:
            if await reminders.health().settings.undecided { return await reminders.ask() }
            open(UIApplication.openNotificationSettingsURLString)
        case .systemTimers:
            await reminders.ask()
            if await reminders.health().loudAllowed == false { open(UIApplication.openSettingsURLString) }
        case .backgroundRefresh, .lowPower:
            open(UIApplication.openSettingsURLString)
        }
    }

    private func open(_ address: String) {
        if let url = URL(string: address) { UIApplication.shared.open(url) }
    }
}
