/// Where a person goes.
extension MarrowFlow {
    /// The way from the board to where she is. Swiping back makes it shorter.
    public var path: [Visit] {
        get { visits }
        set {
            visits = newValue
            readAgain()
            leaveGoneFlag()
        }
    }

    public var place: Place { visits.last?.place ?? .board }
    public var places: [Place] { visits.map(\.place) }

    public func go(_ to: Place) { go([to]) }

    /// On, through all of them. A case is read first: its page is never empty, and where it can't be read one stays.
    func go(_ to: [Place], from board: Bool = false) {
        guard let id = to.compactMap(\.opensCase).first else { return put(to, from: board) }
        act { [self] in
            try await show(id)
            put(to, from: board)
        }
    }

    /// Where a link leads, or where she was before the app was ended. A case that is not here, of a link of yesterday, is
    /// not led to; what is half filled in stays where it is.
    public func lead(_ to: [Place]) {
        if to.allSatisfy({ $0 == .board }) {
            if !visits.contains(where: \.screen.isBegun) { path = [] }
            return
        }
        act { [self] in
            do {
                // The last is what she will see.
                if let id = to.compactMap(\.aboutCase).last { try await show(id) }
            } catch MarrowError.NotFound {
                return
            }
            put(to.filter { $0 != .board })
        }
    }

    /// Back to where she came from; the board is the first.
    public func back() {
        if !visits.isEmpty { path = visits.dropLast() }
    }

    /// In the place of this one, as of a form that was saved.
    func instead(of place: Place, _ to: [Place]) {
        if let at = visits.lastIndex(where: { $0.place == place }) { visits.removeSubrange(at...) }
        put(to)
        readAgain()
        leaveGoneFlag()
    }

    func show(_ id: CaseId) async throws {
        try await client.show(id)
        await catchUp()
    }

    /// Where the board stands beside the pages, what is opened from it takes their place, unless something is half filled
    /// in there.
    private func put(_ to: [Place], from board: Bool = false) {
        if board && !visits.contains(where: \.screen.isBegun) { visits = [] }
        for place in to where place != self.place {
            guard let screen = ScreenModel(place, self) else { continue }
            visits.append(Visit(id: nextVisit, place: place, screen: screen))
            nextVisit += 1
        }
    }

    /// Back at a case above which another one was looked at: the client has one on the screen at a time.
    private func readAgain() {
        guard let id = place.aboutCase, view(of: id) == nil else { return }
        act { [self] in if place.aboutCase == id { try await show(id) } }
    }

    /// Once what raised a flag is gone, so is its page.
    func leaveGoneFlag() {
        guard case .flag(let id, let flag) = place, let view = view(of: id) else { return }
        if !view.flags.contains(where: { $0.identity == flag }) { back() }
    }
}

extension Place {
    /// The case that it opens.
    fileprivate var opensCase: CaseId? {
        if case .case(let id) = self { id } else { nil }
    }
}
