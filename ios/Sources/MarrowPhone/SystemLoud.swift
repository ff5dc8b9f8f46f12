import AlarmKit
import Foundation
import MarrowKit
import SwiftUI

/// The phone's own clock, where it is there for apps: from iOS 26 on.
public struct SystemLoud: LoudPort {
    public init() {}

    public var allowed: Bool? {
        get async {
            guard #available(iOS 26.0, *) else { return nil }
            return AlarmManager.shared.authorizationState == .authorized
        }
    }

    public func ask() async {
        guard #available(iOS 26.0, *) else { return }
        // What the person answers stands in the state afterwards.
        _ = try? await AlarmManager.shared.requestAuthorization()
    }

    public func hold(_ loud: Loud) async throws {
        guard #available(iOS 26.0, *) else { return }
        // One that is there under the name is not replaced by it; its notification is held meanwhile.
        try? AlarmManager.shared.cancel(id: loud.id)
        let attributes = AlarmAttributes<NoMetadata>(
            presentation: AlarmPresentation(alert: Self.alert(loud)), metadata: NoMetadata(), tintColor: .teal)
        _ = try await AlarmManager.shared.schedule(
            id: loud.id,
            configuration: AlarmManager.AlarmConfiguration<NoMetadata>.alarm(
                schedule: .fixed(Date(unixMs: loud.atMs)), attributes: attributes))
    }

    public func cancel(_ id: UUID) async throws {
        guard #available(iOS 26.0, *) else { return }
        try AlarmManager.shared.cancel(id: id)
    }

    public func held() async throws -> [HeldLoud] {
        guard #available(iOS 26.0, *) else { return [] }
        return try AlarmManager.shared.alarms.map { alarm in
            var atMs: Int64?
            if case .fixed(let date) = alarm.schedule { atMs = date.unixMs }
            return HeldLoud(id: alarm.id, atMs: atMs, sounds: alarm.state == .alerting)
        }
    }

    /// The first iOS that has it is told how the button is called that stops it; later ones have their own.
    @available(iOS 26.0, *)
    private static func alert(_ loud: Loud) -> AlarmPresentation.Alert {
        let title = LocalizedStringResource(stringLiteral: loud.title)
        if #available(iOS 26.1, *) { return AlarmPresentation.Alert(title: title) }
        let stop = AlarmButton(
            text: LocalizedStringResource(stringLiteral: loud.stop), textColor: .white, systemImageName: "stop.circle")
        return AlarmPresentation.Alert(title: title, stopButton: stop)
    }
}

/// A ring says all in its title.
@available(iOS 26.0, *)
private struct NoMetadata: AlarmMetadata {}
