import Observation

/// A case: what is due, done, put off and found.
@MainActor
@Observable
public final class CaseModel {
    private let flow: MarrowFlow
    private let id: CaseId
    private var actions = false
    private var refusal: Refusal?

    init(_ flow: MarrowFlow, _ id: CaseId) {
        self.flow = flow
        self.id = id
    }

    /// None while the case is being read.
    public var state: CaseState? {
        guard let view = flow.view(of: id) else { return nil }
        return CaseState(
            times: flow.times, view: view, kinds: flow.catalogue?.kinds ?? [], actions: actions,
            undo: flow.undoable(in: view), refusal: refusal)
    }

    public func send(_ event: CaseEvent) {
        switch event {
        case .back: flow.back()
        case .open(let task): open(task)
        case .done(let task): act { [self] in try await done(task) }
        case .later(let task): act { [self] in try await record(.snooze(form: SnoozeForm(step: task.step))) }
        case .notThisTime(let task): form(.skip, given: ["step": task.step])
        case .seen(let task):
            act { [self] in try await record(.acknowledge(form: AcknowledgeForm(step: task.step)), undoable: true) }
        case .openFlag(let flag): flow.go(.flag(id, flag.identity))
        case .actions(let open): actions = open
        case .record(let action):
            actions = false
            record(action)
        case .check: form(.check)
        case .recordNeedle: flow.go(.newIo(id))
        case .pressing: flow.go(.removal(id))
        case .wholeRecord: flow.go(.record(id))
        case .nursingSheet: flow.go(.sheet(id))
        case .undo: flow.takeBack { [self] in refusal = $0 }
        }
    }

    /// What was refused before says nothing of what is pressed now.
    private func act(_ block: @escaping @MainActor () async throws -> Void) {
        refusal = nil
        flow.write({ [self] in refusal = $0 }, block)
    }

    @discardableResult
    private func record(_ form: Form, undoable: Bool = false) async throws -> Outcome {
        try await flow.record(id, form, undoable: undoable)
    }

    private func form(_ kind: EntryKind, given: Answers = [:]) {
        flow.go(.form(FormPlace(case: id, kind: kind, given: given)))
    }

    /// To the page of what does the task, as the core names it.
    private func open(_ task: TaskView) {
        switch task.opens {
        case nil: break
        case .insert: flow.go(.newIo(id))
        case .remove, .startCompression: flow.go(.removal(id))
        case let kind?: form(kind)
        }
    }

    /// One tap does it; where the core wants to know why it comes late, its form asks.
    private func done(_ task: TaskView) async throws {
        guard let kind = task.oneTap, let form = Form(kind, [:]) else { return }
        if try await flow.preview(id, form).asks.isEmpty {
            let outcome = try await record(form, undoable: true)
            flow.go(flow.raised(id, outcome))
        } else {
            self.form(kind)
        }
    }

    private func record(_ action: CaseAction) {
        switch action {
        case .takeOut: flow.go(.removal(id))
        case .cameOut: form(.remove, given: ["came_out": true])
        default: form(action.kind)
        }
    }
}
