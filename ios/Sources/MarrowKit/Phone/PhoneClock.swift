import Foundation

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The phone's clocks. The boot clock runs on in sleep, and nobody can set it.
public final class PhoneClock: ClockPort {
    private let now: @Sendable () -> Date
    private let boots: Boots

    public init(in folder: URL, now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
        boots = Boots(in: folder)
    }

    public func sample() -> ClockSample {
        let date = now()
        let bootMs = Self.bootMs()
        let zone = TimeZone.current
        let next = zone.nextDaylightSavingTimeTransition(after: date)
        return ClockSample(
            wallMs: date.unixMs, bootMs: bootMs, bootId: boots.id(Self.session(), bootMs: bootMs),
            zone: zone.identifier, offsetS: Int32(zone.secondsFromGMT(for: date)),
            nextOffset: next.map {
                NextOffset(atMs: $0.unixMs, offsetS: Int32(zone.secondsFromGMT(for: $0.addingTimeInterval(1))))
            })
    }

    /// Since the boot, sleep included.
    public static func bootMs() -> Int64 {
        #if canImport(Darwin)
            return Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000)
        #else
            var time = timespec()
            clock_gettime(CLOCK_BOOTTIME, &time)
            return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
        #endif
    }

    /// What the kernel calls this boot; none where it does not tell.
    private static func session() -> UUID? {
        #if canImport(Darwin)
            var size = 64
            var text = [CChar](repeating: 0, count: size)
            guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return nil }
            return UUID(uuidString: String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
        #else
            let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
            return text.flatMap { UUID(uuidString: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        #endif
    }
}

/// A random name for each boot: the kernel's own would let records of different apps be told to be of one phone.
final class Boots: Sendable {
    struct Known: Codable, Equatable, Sendable {
        var id: UUID?
        var session: UUID?
        var bootMs: Int64 = 0
    }

    private let kept: KeptFile<Known>

    init(in folder: URL) {
        kept = KeptFile("boot", in: folder, empty: Known())
    }

    /// Where the kernel does not name its boot, a boot clock that stands further back is what tells of a new one.
    func id(_ session: UUID?, bootMs: Int64) -> UUID {
        var id = UUID()
        kept.change { known in
            let another = known.id == nil || (session.map { $0 != known.session } ?? (bootMs < known.bootMs))
            if another { known = Known(id: id, session: session, bootMs: bootMs) }
            // Now and then is enough to see a step back.
            if session == nil, bootMs - known.bootMs > 60_000 { known.bootMs = bootMs }
            id = known.id ?? id
        }
        return id
    }
}

extension Date {
    /// Whole milliseconds since 1970, as the core counts.
    public var unixMs: Int64 { Int64((timeIntervalSince1970 * 1_000).rounded(.down)) }

    public init(unixMs: Int64) {
        self.init(timeIntervalSince1970: Double(unixMs) / 1_000)
    }
}
