extension ReminderHealth {
    /// What this phone needs for reminders to come, as the screens show it. What iOS took and does not hold counts as
    /// notifications that do not come.
    public var conditions: [Condition] {
        let failing = failing
        var conditions = [
            Condition(.notifications, held: failing.isDisjoint(with: [.notifications, .refused])),
            Condition(.sounds, held: !failing.contains(.sounds)),
            Condition(.timeSensitive, held: !failing.contains(.timeSensitive)),
            Condition(.atOnce, held: !failing.contains(.summary)),
        ]
        if let loudAllowed { conditions.append(Condition(.systemTimers, held: loudAllowed && notes.notLoud == 0)) }
        // In Low Power Mode iOS grants it to no app, and does not tell whether a person does.
        let refreshes: Bool? = backgroundRefresh == .on ? true : lowPower ? nil : false
        conditions.append(
            Condition(.backgroundRefresh, held: refreshes, canBeSet: backgroundRefresh != .withheld))
        conditions.append(Condition(.lowPower, held: !lowPower))
        return conditions
    }
}
