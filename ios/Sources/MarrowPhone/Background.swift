import BackgroundTasks
import Foundation

/// Asks iOS to run the app for a moment now and then, so that the plan reaches further. When it does is iOS's to say;
/// no reminder depends on it.
public enum Background {
    /// As in the Info.plist.
    public static let refresh = "org.marrow.app.refresh"

    /// One is asked for at a time; a second takes the place of the first.
    public static func askForRefresh() {
        let request = BGAppRefreshTaskRequest(identifier: refresh)
        request.earliestBeginDate = Date(timeIntervalSinceNow: notBefore)
        // Where iOS grants none, the health says so.
        try? BGTaskScheduler.shared.submit(request)
    }

    private static let notBefore: TimeInterval = 30 * 60
}
