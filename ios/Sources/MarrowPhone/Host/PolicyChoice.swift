import Foundation
import UIKit
import UniformTypeIdentifiers

/// Asks a person for a policy document.
@MainActor
final class PolicyChoice: NSObject, UIDocumentPickerDelegate {
    private var answer: CheckedContinuation<URL?, Never>?

    /// Its text; none where she turned away, or it cannot be read.
    func made() async -> String? {
        let picker = UIDocumentPickerViewController(forOpeningContentTypes: [.json], asCopy: true)
        picker.delegate = self
        let chosen = await withCheckedContinuation { answer in
            self.answer = answer
            if !Front.present(picker) { end(nil) }
        }
        guard let chosen else { return nil }
        // A copy, made for the app.
        defer { try? FileManager.default.removeItem(at: chosen) }
        return try? String(contentsOf: chosen, encoding: .utf8)
    }

    func documentPicker(_ controller: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL]) {
        end(urls.first)
    }

    func documentPickerWasCancelled(_ controller: UIDocumentPickerViewController) {
        end(nil)
    }

    private func end(_ chosen: URL?) {
        answer?.resume(returning: chosen)
        answer = nil
    }
}
