import Foundation

/// Files of this repository, by their place in it.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func read(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Swift files in a folder and its folders, by name.
    static func swift(in folder: String) throws -> [(name: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            (name, try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8))
        }
    }
}

/// What stands in a text between two others.
func part(of text: String, after: String, until: String) throws -> String {
    guard let from = text.range(of: after)?.upperBound, let to = text.range(of: until, range: from..<text.endIndex)
    else { throw Misfit("no \(after)") }
    return String(text[from..<to.lowerBound])
}

/// What a test stands on is not as it was.
struct Misfit: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
