import Foundation
import MarrowKit
import Testing

/// Failures that the system has to be brought to, in processes of their own (`Tests/Child`). Without asking for root.
@Suite(.enabled(if: World.isLinux))
struct SystemErrorTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("A file that may not grow")
    func limited() throws {
        // The limit is in blocks of 512 bytes, as POSIX has it.
        let said = try World.run("fill", bench.folder, first: "ulimit -f 1000")
        #expect(said.kind == "Io")
        #expect(said.keptWhatItAcknowledged && said.isSilent, "\(said)")
    }

    @Test("A full disk", .enabled(if: World.mayMount))
    func full() throws {
        let said = try World.run("fill", bench.folder, first: "mount -t tmpfs -o size=500k none \"$2\"", apart: true)
        #expect(said.kind == "DiskFull")
        #expect(said.keptWhatItAcknowledged && said.isSilent, "\(said)")
    }

    @Test("A disk that can only be read, empty and with a store", .enabled(if: World.mayMount))
    func readOnly() throws {
        let only = "mount --bind \"$2\" \"$2\" && mount -o remount,bind,ro \"$2\""
        for store in [false, true] {
            if store { _ = try World.run("leave", bench.folder) }
            let said = try World.run("open", bench.folder, first: only, apart: true)
            #expect(said.kind == "ReadOnly", "with a store: \(store)")
            #expect(said.isSilent, "\(said)")
        }
    }

    @Test("A store that another process holds: busy until it lets go, and nothing was recorded")
    func held() async throws {
        let client = try await bench.open()
        try await client.dispatch(Planted.opening)
        let holder = try World.start("hold", bench.folder)
        #expect(holder.nextLine() == "held")
        do {
            try await client.dispatch(Bench.insertion)
            Issue.record("it was recorded")
        } catch {
            #expect(error as? MarrowError == .Busy)
            #expect(!Planted.isSaid(in: Planted.allThatIsSaid(by: error)))
        }
        holder.letGo()
        try await client.dispatch(Bench.insertion)
        #expect(try await client.case(Bench.bed4).record.count == 2)
    }
}
