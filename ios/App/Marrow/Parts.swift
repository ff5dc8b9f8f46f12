import MarrowKit
import MarrowPhone
import UIKit

/// All that lives as long as the process, and how it hangs together. Made before the phone's first unlock too, when
/// nothing may be opened: whatever reads a file does so when it is first asked.
@MainActor
final class Parts {
    let kept: Kept
    let core: OpenCore
    let reminders: Reminders
    let gate: Gate
    let session: Session
    private let curtain: Curtain
    private let events = PhoneEvents()

    init() {
        let folder = Folder.ofTheApp
        let kept = Kept(in: folder.url)
        let core = OpenCore(
            folder: folder, secrets: Secrets(Keychain()), clock: PhoneClock(in: folder.url),
            unlocked: { await SystemPhone.isUnlocked(folder) }, lang: { kept.lang })
        let reminders = Reminders(
            core: AppCore(core: core, kept: kept), centre: SystemCentre(), loud: SystemLoud(), timers: SystemTimers(),
            phone: SystemPhone(folder: folder), folder: folder.url)
        let lock = AppLock(elapsedMs: PhoneClock.bootMs, secured: { Owner.isAsked })
        let papers = Papers()
        let session = Session(core: core, kept: kept) { [reminders] in
            PhoneHost(reminders: reminders, kept: kept, papers: papers)
        }
        (self.kept, self.core, self.reminders, self.session) = (kept, core, reminders, session)
        gate = Gate(lock: lock, session: session) { await Owner.isHere(why: $0) }
        curtain = Curtain(gate: gate)
        papers.clear()
    }

    /// The app has begun, with a window or without.
    func begin() {
        NewIoDoor.shared.opened = { [gate] in gate.newIo() }
        events.listen(to: PhoneEvents.clockAndPhone) { [reminders] in Task { await reminders.reconcile() } }
        events.listen(to: [UIApplication.protectedDataDidBecomeAvailableNotification]) { [session, reminders] in
            // Before it, nothing was opened.
            session.open()
            Task { await reminders.reconcile() }
        }
        events.listen(to: [UIApplication.protectedDataWillBecomeUnavailableNotification]) { [gate] in gate.close() }
        events.listen(to: [UIScene.willDeactivateNotification]) { [curtain] in curtain.away() }
        events.listen(to: [UIScene.willEnterForegroundNotification]) { [gate] in gate.entered() }
        events.listen(to: [UIScene.didEnterBackgroundNotification]) { [gate] in
            gate.left()
            Background.askForRefresh()
        }
        events.listen(to: [UIScene.didActivateNotification]) { [gate, curtain] in
            curtain.back()
            gate.returned()
        }
        Task { [reminders] in await reminders.reconcile() }
    }
}
