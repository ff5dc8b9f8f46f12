@_exported import AppleFoundation
import Foundation
import SwiftUI

// Where Apple's own is missing: the names and types of AlarmKit (iOS 26) that Marrow uses, over a list.

public protocol AlarmMetadata: Codable, Hashable, Sendable {}

public struct AlarmButton: Sendable {
    public let text: LocalizedStringResource

    public init(text: LocalizedStringResource, textColor: Color, systemImageName: String) {
        self.text = text
    }
}

public struct AlarmPresentation: Sendable {
    public struct Alert: Sendable {
        public let title: LocalizedStringResource

        /// From iOS 26.1 on: the way to stop it is the system's own.
        public init(title: LocalizedStringResource) { self.title = title }

        /// Only for iOS 26.0; iOS itself gives no warning of it where older systems are meant too.
        public init(title: LocalizedStringResource, stopButton: AlarmButton) { self.title = title }
    }

    public let alert: Alert

    public init(alert: Alert) {
        self.alert = alert
    }
}

public struct AlarmAttributes<Metadata: AlarmMetadata>: Sendable {
    public let presentation: AlarmPresentation

    public init(presentation: AlarmPresentation, metadata: Metadata? = nil, tintColor: Color) {
        self.presentation = presentation
    }
}

public struct Alarm: Identifiable, Sendable {
    public enum Schedule: Equatable, Sendable {
        case fixed(Date)
        case relative(Relative)

        public struct Relative: Equatable, Sendable {}
    }

    public enum State: Equatable, Sendable { case scheduled, countdown, paused, alerting }

    public let id: UUID
    public let schedule: Schedule?
    public let state: State
}

public final class AlarmManager {
    public static var shared: AlarmManager { AlarmManager() }

    public enum AuthorizationState: Sendable { case notDetermined, denied, authorized }
    public enum AlarmError: Error { case maximumLimitReached }

    public struct AlarmConfiguration<Metadata: AlarmMetadata> {
        let schedule: Alarm.Schedule?
        let attributes: AlarmAttributes<Metadata>

        public static func alarm(
            schedule: Alarm.Schedule? = nil, attributes: AlarmAttributes<Metadata>
        ) -> AlarmConfiguration<Metadata> {
            AlarmConfiguration(schedule: schedule, attributes: attributes)
        }
    }

    private var standIn: StandInAlarms { StandInAlarms.current }

    public var authorizationState: AuthorizationState { standIn.authorization }
    public func requestAuthorization() async throws -> AuthorizationState { standIn.authorization }
    public var alarms: [Alarm] { get throws { standIn.all.map(\.alarm) } }

    public func schedule<Metadata: AlarmMetadata>(
        id: UUID, configuration: AlarmConfiguration<Metadata>
    ) async throws -> Alarm {
        let alarm = Alarm(id: id, schedule: configuration.schedule, state: .scheduled)
        try standIn.take(alarm, configuration.attributes.presentation.alert)
        return alarm
    }

    public func cancel(id: UUID) throws { standIn.drop(id) }
}

/// For tests: each has a list of its own.
public final class StandInAlarms: @unchecked Sendable {
    @TaskLocal public static var current = StandInAlarms()

    private let lock = NSLock()
    private var held: [(alarm: Alarm, alert: AlarmPresentation.Alert)] = []
    private var state = AlarmManager.AuthorizationState.authorized
    private var most = Int.max

    public init() {}

    public var all: [(alarm: Alarm, alert: AlarmPresentation.Alert)] { lock.withLock { held } }
    public var authorization: AlarmManager.AuthorizationState { lock.withLock { state } }
    public func authorize(_ state: AlarmManager.AuthorizationState) { lock.withLock { self.state = state } }
    public func limit(_ most: Int) { lock.withLock { self.most = most } }

    fileprivate func take(_ alarm: Alarm, _ alert: AlarmPresentation.Alert) throws {
        try lock.withLock {
            // An id that is there already is not taken a second time.
            guard held.count < most, !held.contains(where: { $0.alarm.id == alarm.id }) else {
                throw AlarmManager.AlarmError.maximumLimitReached
            }
            held.append((alarm, alert))
        }
    }

    fileprivate func drop(_ id: UUID) { lock.withLock { held.removeAll { $0.alarm.id == id } } }
}
