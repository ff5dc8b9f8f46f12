import SwiftUI

/// Letters by what they are for: the system's own text styles, so that they grow as the person has asked. Digits are
/// tabular everywhere; nothing is smaller than a subheadline.
enum Letters {
    /// The time on the pinned row's plate.
    static var plateFirst: Font { .largeTitle.bold().monospacedDigit() }
    /// The time on every other plate; bold from late on.
    static var plate: Font { .title.weight(.medium).monospacedDigit() }
    /// What a red flag found.
    static var finding: Font { .title.bold().monospacedDigit() }
    /// A question that fills a page.
    static var screen: Font { .title2.bold().monospacedDigit() }
    /// The patient's alias; the task in the case.
    static var alias: Font { .title3.bold().monospacedDigit() }
    /// A step of the policy.
    static var step: Font { .title3.weight(.medium).monospacedDigit() }
    /// The main action; a question.
    static var main: Font { .headline.monospacedDigit() }
    static var body: Font { .body.monospacedDigit() }
    static var value: Font { .body.weight(.medium).monospacedDigit() }
    /// A status word; the bold line of a flag.
    static var status: Font { .subheadline.bold().monospacedDigit() }
    /// A line of a flag or of the record, a source, what was found last.
    static var label: Font { .subheadline.monospacedDigit() }
    static var heading: Font { .subheadline.weight(.medium).monospacedDigit() }
}
