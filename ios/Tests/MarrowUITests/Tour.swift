import Testing
@testable import MarrowKit

/// Leads through every screen and what lies over it, one stop after the other.
@MainActor
final class Tour {
    let shift: Shift
    private(set) var stop = ""
    private(set) var stops = 0
    private var rest: [(String, () async throws -> Void)] = []

    private init(_ shift: Shift) { self.shift = shift }

    static func begin(_ lang: Lang) async throws -> Tour {
        let shift = try await Shift.begin(lang) { $0.board + $0.removable + $0.awaiting }
        let tour = Tour(shift)
        tour.rest = tour.board + tour.phone + tour.cases + tour.forms + tour.removal + tour.troubles
        return tour
    }

    /// On to the next stop; false at the end.
    func next() async throws -> Bool {
        guard !rest.isEmpty else { return false }
        let (name, go) = rest.removeFirst()
        stop = name
        stops += 1
        try await go()
        await shift.settle()
        return true
    }

    private func home() { while shift.flow.place != .board { shift.flow.back() } }

    private func go(_ place: Place) async throws {
        home()
        if let id = place.aboutCase { try await shift.open(id) }
        if case .case = place { return }
        shift.flow.go(place)
        await shift.settle()
    }

    private func openGroups() async throws {
        for group in try shift.form.groups.dropFirst() where try !shift.form.isOpen(group) {
            try await shift.tap(FormEvent.turn(group: group.title))
        }
    }

    private var board: [(String, () async throws -> Void)] {
        [
            ("board", {}),
            (
                "board, reminders can fail",
                { [self] in
                    shift.host.failing = [.notifications, .lowPower]
                    shift.flow.returned()
                }
            ),
            ("new needle", { [self] in try await go(.newIo(nil)) }),
            (
                "new needle, answered",
                { [self] in
                    for event in [
                        NewIoEvent.bone(Bone(site: .sternum, side: .midline)), .device("fast1"), .age(.under),
                        .awake(.no),
                        .at(shift.ward.nowMs - 7 * 60_000), .alias("A14"),
                    ] { try await shift.tap(event) }
                }
            ),
            ("new needle, refused", { [self] in try await shift.tap(NewIoEvent.save) }),
            ("new needle, devices", { [self] in try await shift.tap(NewIoEvent.open(.devices)) }),
            ("new needle, time", { [self] in try await shift.tap(NewIoEvent.open(.time)) }),
            ("new needle, alias", { [self] in try await shift.tap(NewIoEvent.open(.alias)) }),
        ]
    }

    private var phone: [(String, () async throws -> Void)] {
        [
            ("reminders", { [self] in try await go(.reminders) }),
            ("reminders, tested", { [self] in try await shift.tap(RemindersEvent.test) }),
            ("reference", { [self] in try await go(.reference(card: nil)) }),
            ("card", { [self] in try await go(.reference(card: "ez-io")) }),
            ("policy", { [self] in try await go(.policy) }),
            ("settings", { [self] in try await go(.settings(who: false)) }),
            ("who records", { [self] in try await go(.settings(who: true)) }),
        ]
    }

    private var cases: [(String, () async throws -> Void)] {
        let stories = shift.stories
        return [
            ("case", { [self] in try await go(.case(stories.bed4)) }),
            (
                "case, long overdue",
                { [self] in
                    try await shift.at(300)
                    try await go(.case(stories.bed4))
                }
            ),
            ("case, all that can be recorded", { [self] in try await shift.tap(CaseEvent.actions(true)) }),
            ("case, waiting", { [self] in try await go(.case(stories.bed5)) }),
            (
                "red flag",
                { [self] in
                    var check = stories.dry
                    check.swelling = true
                    try await shift.meanwhile([stories.act(300, stories.bed9, .check(form: check))])
                    try await go(.case(stories.bed9))
                    let flag = try #require(try shift.theCase.view.flags.first { $0.severity == .red })
                    try await shift.tap(CaseEvent.openFlag(flag))
                }
            ),
            ("board, red flag", { [self] in home() }),
            ("record", { [self] in try await go(.record(stories.bed9)) }),
            (
                "entry",
                { [self] in try await shift.tap(RecordEvent.open(try #require(try shift.record.view.record.last))) }
            ),
            ("entry, asked again", { [self] in try await shift.tap(RecordEvent.confirm(true)) }),
            ("sheet", { [self] in try await go(.sheet(stories.bed9)) }),
        ]
    }

    /// A form of every kind that has one.
    private var forms: [(String, () async throws -> Void)] {
        let id = shift.stories.bed9
        let kinds = (shift.flow.catalogue?.kinds ?? []).map(\.kind).filter { Form($0, [:]) != nil && $0 != .strike }
        return kinds.map { kind in
            (
                "form \(kind)",
                { [self] in
                    try await go(.form(FormPlace(case: id, kind: kind)))
                    try await openGroups()
                }
            )
        } + [
            (
                "form, another time",
                { [self] in
                    try await go(.form(FormPlace(case: id, kind: .check)))
                    try await shift.tap(FormEvent.choosing(true))
                }
            ),
            (
                "form, nothing answered",
                { [self] in
                    try await shift.tap(FormEvent.choosing(false))
                    try await shift.tap(FormEvent.save)
                }
            ),
            (
                "form, every group open",
                { [self] in
                    try await openGroups()
                }
            ),
            (
                "form, not assessed",
                { [self] in
                    for group in try shift.form.groups {
                        for field in group.fields where try shift.form.mayBeLeft(field) {
                            try await shift.tap(FormEvent.notAssessed(field: field.field))
                        }
                    }
                }
            ),
        ]
    }

    private var removal: [(String, () async throws -> Void)] {
        [
            ("removal, antiseptic", { [self] in try await go(.removal(shift.stories.bed9)) }),
            ("removal, take out", { [self] in try await shift.tap(RemovalEvent.withoutAntiseptic) }),
            ("removal, asked again", { [self] in try await shift.tap(RemovalEvent.confirm(true)) }),
            ("removal, out", { [self] in try await shift.tap(RemovalEvent.takeOut) }),
            ("removal, pressing", { [self] in try await shift.tap(RemovalEvent.press) }),
            ("removal, stopping early", { [self] in try await shift.tap(RemovalEvent.stopEarly(true)) }),
            ("removal, bleeding", { [self] in try await shift.tap(RemovalEvent.stoppedEarly) }),
            ("removal, observation", { [self] in try await shift.tap(RemovalEvent.stopped(bleedingStopped: true)) }),
            ("case, out", { [self] in try await go(.case(shift.stories.bed9)) }),
        ]
    }

    private var troubles: [(String, () async throws -> Void)] {
        Trouble.allCases.map { trouble in ("trouble", { [self] in shift.flow.trouble = trouble }) }
    }
}
