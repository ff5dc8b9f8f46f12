import Foundation

/// Processes of their own, in the world that a test wants: with a limit, or with mounts that nobody else sees.
enum World {
    #if os(Linux)
        static let isLinux = true
    #else
        static let isLinux = complaint("full, read-only and held disks; limits and mounts are Linux's here")
    #endif

    /// Whether this system lets anybody mount in a world of his own.
    static let mayMount =
        (try? launch(["true"], first: "mount -t tmpfs none /tmp", apart: true))?.ended() == 0
        || complaint("full and read-only disks; this system lets nobody mount in a world of his own (unshare --mount)")

    /// What is left out is said even by a run that is told to be quiet.
    private static func complaint(_ left: String) -> Bool {
        FileHandle.standardError.write(Data("warning: NOT TESTED HERE: \(left)\n".utf8))
        return false
    }

    /// Runs a child to its end: all that it said.
    static func run(_ deed: String, _ folder: URL, first: String = "true", apart: Bool = false) throws -> Said {
        let child = try start(deed, folder, first: first, apart: apart)
        return Said(lines: child.rest().split(separator: "\n").map(String.init))
    }

    static func start(_ deed: String, _ folder: URL, first: String = "true", apart: Bool = false) throws -> Child {
        // SwiftPM puts all that it builds into one folder.
        let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let executable = built.appendingPathComponent("Child").path
        return try launch([executable, deed, folder.path], first: first, apart: apart)
    }

    /// By way of a shell, whose own words come first; the folder is `$2` in them.
    private static func launch(_ call: [String], first: String, apart: Bool) throws -> Child {
        let shell = ["sh", "-c", "\(first) && exec \"$0\" \"$@\""] + call
        return try Child((apart ? ["unshare", "--mount", "--map-root-user"] : []) + shell)
    }
}

/// A process, what it says and a line to it.
final class Child {
    private let process = Process()
    private let (said, told) = (Pipe(), Pipe())

    init(_ call: [String]) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = call
        process.standardOutput = said
        process.standardError = said
        process.standardInput = told
        try process.run()
    }

    func nextLine() -> String {
        var line = Data()
        while let byte = try? said.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        return String(decoding: line, as: UTF8.self)
    }

    /// All that it says until its end.
    func rest() -> String {
        let all = said.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: all, as: UTF8.self)
    }

    /// Its exit status.
    func ended() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Says the word on which a child that holds something waits.
    func letGo() {
        told.fileHandleForWriting.write(Data("\n".utf8))
        process.waitUntilExit()
    }
}

/// What a child said: the kind of error that it met first.
struct Said {
    let lines: [String]

    var kind: String? { lines.first }

    var isSilent: Bool { !Planted.isSaid(in: lines.joined(separator: "\n")) }

    /// More than the first was acknowledged, and just that is there.
    var keptWhatItAcknowledged: Bool {
        guard let counts = lines.last?.split(whereSeparator: { !$0.isNumber }).compactMap({ Int($0) }),
            counts.count == 2
        else { return false }
        return counts[0] > 1 && counts[0] == counts[1]
    }
}
