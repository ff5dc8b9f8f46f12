import Foundation

/// Whether somebody has unlocked the phone since it started. iOS says only whether the screen is locked now; a file that
/// is protected until the first unlock, and can be read, tells the rest.
public struct FirstUnlock: Sendable {
    private let file: URL

    public init(_ folder: URL) {
        file = folder.appendingPathComponent("unlocked")
    }

    /// Where the file is not there yet, nothing else is either, and it can be made once the phone is unlocked.
    public var hasBeen: Bool {
        if (try? Data(contentsOf: file)) != nil { return true }
        return (try? Data([1]).write(to: file, options: Folder.writing)) != nil
            && (try? Data(contentsOf: file)) != nil
    }
}
