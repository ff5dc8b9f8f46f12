// What `SystemErrorTests` wants done in a process of its own, one that lacks room or that holds what others want:
// Child DEED FOLDER. Says the kind of error that it met, then all that the error says.

import Foundation
import MarrowKit

let (deed, folder) = (CommandLine.arguments[1], URL(fileURLWithPath: CommandLine.arguments[2]))

switch deed {
case "leave":
    // As a killed app leaves it: not closed, with a -wal. (Without one, SQLite cannot even read it there, an `Io`.)
    let client = try await Bench(in: folder).open()
    try await client.dispatch(Planted.opening)
    _exit(0)
case "open":
    do {
        _ = try await Bench(in: folder).open()
        print("opened")
    } catch { say(error) }
case "fill": try await fill(Bench(in: folder))
case "hold": hold(folder.appendingPathComponent("marrow.db-shm").path)
default: fatalError("there is no such deed")
}

/// Notes until one fails; then all that were acknowledged must be there, and no other.
func fill(_ bench: Bench) async throws {
    let client = try await bench.open()
    try await client.dispatch(Planted.opening)
    var acknowledged = 1
    do {
        while true {
            try await client.dispatch(Planted.note)
            acknowledged += 1
        }
    } catch { say(error) }
    print("acknowledged \(acknowledged), there \(try await client.case(Bench.bed4).record.count)")
}

/// Holds the byte that SQLite's writers lock (`os_unix.c`, `UNIX_SHM_BASE`) until something is said to this process.
func hold(_ shared: String) {
    var writer = flock()
    writer.l_type = Int16(F_WRLCK)
    writer.l_whence = Int16(SEEK_SET)
    writer.l_start = 120
    writer.l_len = 1
    let file = open(shared, O_RDWR)
    let held = fcntl(file, F_SETLK, &writer) == 0
    // `print` would keep it until the end.
    FileHandle.standardOutput.write(Data((held ? "held\n" : "not held\n").utf8))
    _ = readLine()
}

func say(_ error: any Error) {
    print(error is MarrowError ? "\(error)" : "no error of ours")
    print(Planted.allThatIsSaid(by: error))
}
