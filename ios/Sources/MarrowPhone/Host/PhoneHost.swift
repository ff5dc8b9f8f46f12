import Foundation
import MarrowKit
import UIKit

/// The phone, to the screens.
@MainActor
public final class PhoneHost: MarrowHost {
    private let reminders: Reminders
    private let kept: Kept
    private let papers: Papers
    private let haptics = Haptics()
    private var printing: Printing?
    private var choosing: PolicyChoice?

    public init(reminders: Reminders, kept: Kept, papers: Papers) {
        self.reminders = reminders
        self.kept = kept
        self.papers = papers
    }

    public var now: Now { Now(ms: Date().unixMs, zone: .current) }

    public var people: People {
        get { kept.people }
        set { kept.people = newValue }
    }

    /// Where the core could not be asked, what iOS holds stands, and there is no plan to show.
    public func reconcile() async -> Health {
        let pass = await reminders.reconcile()
        return Health(
            conditions: await reminders.health().conditions, plan: pass?.plan, lateness: pass?.lateness)
    }

    public func fix(_ need: Need) {
        Task { await Fixes(reminders: reminders).lead(need) }
    }

    public func testReminder() async -> Int64 { await reminders.test() }

    public func print(_ document: Document) {
        printing = Printing(document, job: Words(kept.lang).caseSheet)
    }

    public func share(_ document: Document) { hand(Papers.sheet, document.text) }

    public func choosePolicy() async -> String? {
        let choice = PolicyChoice()
        choosing = choice
        defer { choosing = nil }
        return await choice.made()
    }

    public func handOut(_ policy: String) { hand(Papers.policy, policy) }

    public func feel(_ touch: Touch) { haptics.feel(touch) }

    public func speaks(_ lang: Lang) { kept.lang = lang }

    private func hand(_ name: String, _ text: String) {
        guard let file = try? papers.lay(name, text) else { return }
        let sharing = UIActivityViewController(activityItems: [file], applicationActivities: nil)
        sharing.completionWithItemsHandler = { [papers] _, _, _, _ in papers.clear() }
        Front.present(sharing)
    }
}
