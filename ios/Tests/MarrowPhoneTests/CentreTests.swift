import Foundation
import MarrowKit
import Testing
import UserNotifications

@testable import MarrowPhone

/// What is asked of iOS's notification centre, as the stand-in writes it down.
@Suite
struct CentreTests {
    let now: Int64 = 1_772_611_200_000

    @Test("A ring goes to iOS with all that it is, and is read back the same")
    func ring() async throws {
        try await UNUserNotificationCenter.$standIn.withValue(UNUserNotificationCenter()) {
            let near = ring("v1:a", ahead: 60_000)
            let far = ring("v1:b", ahead: 7_200_500, urgency: .active, category: .open)
            for ring in [near, far] { try await SystemCentre().add(ring) }
            let held = await UNUserNotificationCenter.current().pendingNotificationRequests()
            let (first, second) = (try #require(held.first), try #require(held.last))
            #expect((first.trigger as? UNTimeIntervalNotificationTrigger)?.timeInterval == 60)
            let components = try #require(second.trigger as? UNCalendarNotificationTrigger).dateComponents
            #expect(components.timeZone == .gmt && components.date == Date(unixMs: now + 7_201_000))
            #expect(held.allSatisfy { $0.trigger?.repeats == false && $0.content.sound != nil })
            #expect(first.content.interruptionLevel == .timeSensitive && second.content.interruptionLevel == .active)
            #expect(first.content.title == "title" && first.content.body == "body")
            #expect(
                first.content.threadIdentifier == "thread" && first.content.categoryIdentifier == near.category.name)
            let back = try #require(Ring(first))
            #expect(back == near.again(fingerprint: near.fingerprint))
            #expect(
                await SystemCentre().pending()
                    == [near, far].map {
                        HeldReminder(id: $0.id, fingerprint: $0.fingerprint, fireAtMs: $0.fireAtMs)
                    })
            try await SystemCentre().add(ring("v1:a", ahead: 90_000))
            #expect(await SystemCentre().pending().map(\.fireAtMs) == [far.fireAtMs, now + 90_000])
            await SystemCentre().removePending(["v1:b", "v1:none"])
            #expect(await SystemCentre().pending().map(\.id) == ["v1:a"])
        }
    }

    @Test("What iOS shows at once is of no plan, and what another part of the app asked for is not ours")
    func ofNoPlan() async throws {
        try await UNUserNotificationCenter.$standIn.withValue(UNUserNotificationCenter()) {
            try await SystemCentre().add(ring("v1:a", ahead: 60_000).again())
            let stranger = UNNotificationRequest(identifier: "x", content: UNMutableNotificationContent(), trigger: nil)
            try await UNUserNotificationCenter.current().add(stranger)
            #expect(await SystemCentre().pending().isEmpty)
        }
    }

    @Test("What was delivered is told with its time, the last first, and goes by its id")
    func delivered() async throws {
        try await UNUserNotificationCenter.$standIn.withValue(UNUserNotificationCenter()) {
            let centre = UNUserNotificationCenter.current()
            for (n, id) in ["v1:a", "v1:b"].enumerated() {
                try await SystemCentre().add(ring(id, ahead: 60_000))
                centre.standInDeliver(id, at: Date(unixMs: now + Int64(n) * 1_000))
            }
            #expect(
                await SystemCentre().delivered() == [
                    DeliveredRing(id: "v1:b", slot: "slot v1:b", atMs: now + 1_000),
                    DeliveredRing(id: "v1:a", slot: "slot v1:a", atMs: now),
                ])
            await SystemCentre().removeDelivered(["v1:b"])
            #expect(await SystemCentre().delivered().map(\.id) == ["v1:a"])
        }
    }

    @Test("Each category has its actions; what records asks who is there, what opens comes to the front")
    func categories() async throws {
        await UNUserNotificationCenter.$standIn.withValue(UNUserNotificationCenter()) {
            await SystemCentre().offer(ActionWords(.es))
            let all = UNUserNotificationCenter.current().standInCategories
            #expect(Set(all.map(\.identifier)) == Set(MarrowKit.Category.all.map(\.name)))
            for category in all {
                let acts = Category(name: category.identifier)?.acts ?? []
                #expect(category.actions.map(\.identifier) == acts.map(\.rawValue))
                #expect(category.options.contains(.customDismissAction))
                for action in category.actions {
                    let records = ["done", "acknowledge"].contains(action.identifier)
                    #expect(action.options.contains(.authenticationRequired) == records)
                    #expect(action.options.contains(.foreground) == (action.identifier == "open"))
                    #expect(!action.options.contains(.destructive))
                }
            }
            let later = all.flatMap(\.actions).first { $0.identifier == "later" }
            #expect(later?.title == ActionWords(.es).title(.later))
        }
    }

    @Test("What a person lets notifications do is read as it is")
    func settings() async throws {
        await UNUserNotificationCenter.$standIn.withValue(UNUserNotificationCenter()) {
            let centre = UNUserNotificationCenter.current()
            #expect(await SystemCentre().settings() == CentreSettings(allowed: false, undecided: true))
            await SystemCentre().ask()
            #expect(await SystemCentre().settings() == CentreSettings())
            let settings = UNNotificationSettings()
            settings.authorizationStatus = .denied
            settings.soundSetting = .disabled
            settings.timeSensitiveSetting = .disabled
            settings.scheduledDeliverySetting = .enabled
            for place in [\UNNotificationSettings.alertSetting, \.lockScreenSetting, \.notificationCenterSetting] {
                settings[keyPath: place] = .disabled
            }
            centre.standIn(settings: settings)
            #expect(
                await SystemCentre().settings()
                    == CentreSettings(
                        allowed: false, shown: false, sounds: false, timeSensitive: false, summary: true))
            settings.notificationCenterSetting = .enabled
            #expect(await SystemCentre().settings().shown)
        }
    }

    private func ring(
        _ id: String, ahead: Int64, urgency: Urgency = .timeSensitive, category: MarrowKit.Category = .openLaterDone
    ) -> Ring {
        Ring(
            id: id, title: "title", body: "body", thread: "thread", slot: "slot \(id)", category: category,
            urgency: urgency, link: "marrow://board", fireAtMs: now + ahead, fingerprint: "f \(id)",
            timing: Timing(at: now + ahead, nowMs: now))
    }
}

extension Ring {
    /// As a request is read back: iOS knows no more when it was asked.
    fileprivate func again(fingerprint: String) -> Ring {
        Ring(
            id: id, title: title, body: body, thread: thread, slot: slot, category: category, urgency: urgency,
            link: link, fireAtMs: fireAtMs, fingerprint: fingerprint, timing: .after(seconds: 1))
    }
}
