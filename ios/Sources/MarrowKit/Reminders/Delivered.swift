/// What iOS has delivered, looked at when code of ours runs again: how late it came, what never came, what is done.
struct Delivered {
    let client: MarrowClient
    let centre: any CentrePort
    let asked: Asked

    /// One that is late by less may still be on its way.
    static let onItsWayMs: Int64 = 60_000
    /// So long after its time a reminder says nothing any more that later ones do not.
    static let keptMs: Int64 = 2 * 24 * 3_600_000

    /// Tells the core when each was shown, and shows at once what should have been and was not: the phone was off, its
    /// clock was set, iOS dropped it.
    ///
    /// - Returns: whether there was anything to tell.
    func tellAndShowMissed(_ caps: PlatformCaps, nowMs: Int64) async -> Bool {
        let shown = await centre.delivered()
        let new = shown.filter { asked[$0.id]?.told == false }
        for ring in new {
            _ = try? await client.fired(ring.id, caps, at: ring.atMs)
            asked.tell(ring.id)
        }
        let there = Set(shown.map(\.id)).union(await centre.pending().map(\.id))
        let missed = asked.all.filter { id, entry in
            !entry.told && !entry.seen && !there.contains(id) && entry.fireAtMs + Self.onItsWayMs <= nowMs
        }
        // Of one task, only the last says how it stands.
        for ofOne in Dictionary(grouping: missed, by: \.value.slot).values {
            guard let last = ofOne.max(by: { $0.value.fireAtMs < $1.value.fireAtMs }) else { continue }
            await showLate(last.key, caps)
            ofOne.forEach { asked.tell($0.key) }
        }
        return !new.isEmpty || !missed.isEmpty
    }

    private func showLate(_ id: String, _ caps: PlatformCaps) async {
        guard case .show(let reminder, _, _) = try? await client.fired(id, caps) else { return }
        try? await centre.add(Ring(reminder, nowMs: reminder.fireAtMs).again())
    }

    /// What was done since it was shown goes off the screen, and so does what a later one of the same task replaces.
    ///
    /// - Returns: the ids of what is still open.
    func withdrawDone() async -> [String] {
        var (open, gone, slots): ([String], [String], Set<String>) = ([], [], [])
        for ring in await centre.delivered() {
            let replaced = !slots.insert(ring.slot).inserted
            if replaced {
                gone.append(ring.id)
            } else if let entry = asked[ring.id], await !isOpen(entry) {
                gone.append(ring.id)
            } else {
                open.append(ring.id)
            }
        }
        await centre.removeDelivered(gone)
        return open
    }

    /// Lets go of what nobody can press a button of any more.
    func forgetOld(nowMs: Int64) async {
        let there = Set(await centre.delivered().map(\.id)).union(await centre.pending().map(\.id))
        let over = asked.all.filter { id, entry in
            !there.contains(id) && (entry.told || entry.seen || entry.fireAtMs + Self.keptMs < nowMs)
                && entry.fireAtMs + Self.onItsWayMs < nowMs
        }
        asked.forget(over.map(\.key))
    }

    private func isOpen(_ entry: Asked.Entry) async -> Bool {
        for member in entry.members {
            let tasks: [TaskView]
            do { tasks = try await client.case(member.id).tasks } catch MarrowError.NotFound { continue } catch {
                return true
            }
            let same = { (task: TaskView) in
                task.step == member.step && (task.status != .upcoming || task.dueAtMs == member.dueAtMs)
            }
            if tasks.contains(where: same) { return true }
        }
        return false
    }
}
