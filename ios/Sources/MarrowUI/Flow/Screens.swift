import MarrowKit
import SwiftUI

// A screen joins a model to what draws its state. None draws anything before there is something to draw.

struct BoardScreen: View {
    let model: BoardModel
    let open: CaseId?
    var body: some View { BoardContent(state: model.state, open: open, send: model.send) }
}

struct CaseScreen: View {
    let model: CaseModel
    var body: some View {
        if let state = model.state { CaseContent(state: state, send: model.send) }
    }
}

struct FormScreen: View {
    let model: FormModel
    var body: some View {
        if let state = model.state { FormContent(state: state, send: model.send).leftByButton { model.send(.back) } }
    }
}

struct RemovalScreen: View {
    let model: RemovalModel
    var body: some View {
        if let state = model.state { RemovalContent(state: state, send: model.send) }
    }
}

struct FlagScreen: View {
    let model: RedFlagModel
    var body: some View {
        if let state = model.state { FlagContent(state: state, send: model.send) }
    }
}

struct RecordScreen: View {
    let model: RecordModel
    var body: some View {
        if let state = model.state { RecordContent(state: state, send: model.send) }
    }
}

struct SheetScreen: View {
    let model: SheetModel
    var body: some View {
        if let state = model.state { SheetContent(state: state, send: model.send) }
    }
}

struct RemindersScreen: View {
    let model: RemindersModel
    var body: some View {
        if let state = model.state { RemindersContent(state: state, send: model.send) }
    }
}

struct ReferenceScreen: View {
    let model: ReferenceModel
    var body: some View { ReferenceContent(state: model.state, send: model.send) }
}

struct PolicyScreen: View {
    let model: PolicyModel
    var body: some View {
        if let state = model.state { PolicyContent(state: state, send: model.send) }
    }
}

struct SettingsScreen: View {
    let model: SettingsModel
    var body: some View {
        if let state = model.state { SettingsContent(state: state, send: model.send) }
    }
}

/// A new needle: in the flow, or over the lock, where the app shows nothing else.
public struct NewIoScreen: View {
    let model: NewIoModel

    public init(model: NewIoModel) {
        self.model = model
    }

    public var body: some View {
        if let state = model.state { NewIoContent(state: state, send: model.send).leftByButton { model.send(.close) } }
    }
}

extension View {
    /// What is half filled in is closed by a button, and not in passing. A screen reader's gesture for the way back is
    /// that button too.
    fileprivate func leftByButton(_ close: @escaping @MainActor () -> Void) -> some View {
        navigationBarBackButtonHidden().accessibilityAction(.escape) { close() }
    }
}
