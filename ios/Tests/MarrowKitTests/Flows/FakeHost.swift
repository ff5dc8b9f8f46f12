import Foundation
import MarrowKit

/// A phone whose clock is the ward's, which has room for every reminder and holds none: what it was asked is counted.
@MainActor
final class FakeHost: MarrowHost {
    private let ward: WardPhone
    private let client: MarrowClient
    private(set) var reconciled = 0
    private(set) var printed: [Document] = []
    private(set) var shared: [Document] = []
    private(set) var handedOut: [String] = []
    private(set) var fixed: [Need] = []
    private(set) var spoken: [Lang] = []
    /// What the hand felt, in its order.
    private(set) var felt: [Touch] = []
    /// What a person will choose when she is asked for a policy.
    var policy: String?
    var failing: Set<Need> = []
    var people = People(actor: Actor(name: "S. Okafor", role: "", unit: "Ward 3"))

    init(_ ward: WardPhone, _ client: MarrowClient) {
        self.ward = ward
        self.client = client
    }

    var now: Now { Now(ms: ward.nowMs, zone: WardPhone.zone) }

    func reconcile() async -> Health {
        reconciled += 1
        let plan = try? await client.reminders(Bench.phone)
        return Health(conditions: Need.allCases.map { Condition($0, held: !failing.contains($0)) }, plan: plan)
    }

    func fix(_ need: Need) { fixed.append(need) }
    func testReminder() async -> Int64 { ward.nowMs + 30_000 }
    func print(_ document: Document) { printed.append(document) }
    func share(_ document: Document) { shared.append(document) }
    func choosePolicy() async -> String? { policy }
    func handOut(_ policy: String) { handedOut.append(policy) }
    func feel(_ touch: Touch) { felt.append(touch) }
    func speaks(_ lang: Lang) { spoken.append(lang) }
}
