import Foundation
import MarrowKit
import UIKit

/// The phone, as iOS tells of it.
public struct SystemPhone: PhonePort {
    private let folder: Folder

    public init(folder: Folder) {
        self.folder = folder
    }

    public var backgroundRefresh: BackgroundRefresh {
        get async {
            switch await UIApplication.shared.backgroundRefreshStatus {
            case .available: .on
            case .restricted: .withheld
            default: .off
            }
        }
    }

    public var lowPower: Bool { get async { ProcessInfo.processInfo.isLowPowerModeEnabled } }

    public var storageLow: Bool { get async { folder.isNearlyFull } }

    /// What is protected until the first unlock can be read: once it could, it can until the phone is started anew.
    @MainActor
    public static func isUnlocked(_ folder: Folder) -> Bool {
        if UIApplication.shared.isProtectedDataAvailable { return true }
        // The screen may be locked again, which closes nothing that opens with the first unlock.
        return FirstUnlock(folder.url).hasBeen
    }
}
