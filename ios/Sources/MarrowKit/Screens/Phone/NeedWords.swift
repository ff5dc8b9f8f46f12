extension Condition {
    /// How it stands, in a line.
    public func said(_ words: Words) -> String {
        let name = need.name(words)
        guard let held else { return words.remindersUnknown(name) }
        if let value { return "\(name): \(value)" }
        // The one thing here that is better off than on.
        if need == .lowPower { return held ? words.remindersLowPowerHeld : words.remindersLowPowerFails }
        return "\(name): \(held ? words.remindersAllowed : words.remindersForbidden)"
    }
}

extension Need {
    func name(_ words: Words) -> String {
        switch self {
        case .notifications: words.remindersNotifications
        case .sounds: words.remindersSounds
        case .timeSensitive: words.remindersFocus
        case .atOnce: words.remindersAtOnce
        case .systemTimers: words.remindersTimers
        case .backgroundRefresh: words.remindersBackground
        case .lowPower: words.remindersLowPower
        }
    }

    /// What may happen because it is not held.
    public func may(_ words: Words) -> String {
        switch self {
        case .notifications: words.remindersNotificationsMay
        case .sounds: words.remindersVolumeMay
        case .timeSensitive: words.remindersFocusMay
        case .atOnce: words.remindersAtOnceMay
        case .systemTimers: words.remindersTimersMay
        case .backgroundRefresh: words.remindersBackgroundMay
        case .lowPower: words.remindersLowPowerMay
        }
    }
}
