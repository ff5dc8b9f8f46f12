/// When something happened, chosen by steps: no typing, no wheel. None is now.
public enum Moments {
    /// Minutes by which a time is moved.
    public static let steps: [Int64] = [60, 10, 1]
    /// Minutes ago that a new needle has at hand.
    public static let atHand: [Int64] = [5, 10, 15]

    /// The chosen time, so many minutes on or back. It cannot get past now.
    public static func moved(_ chosen: Int64?, byMinutes minutes: Int64, _ times: Times) -> Int64? {
        let to = (chosen ?? times.nowMs) + minutes * Times.minute
        return to < times.nowMs ? to : nil
    }
}
