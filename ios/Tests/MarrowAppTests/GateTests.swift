import Foundation
import LocalAuthentication
import MarrowKit
import Testing

@testable import MarrowApp

/// What of the app may be seen when, over the real core.
@MainActor
@Suite(.timeLimit(.minutes(3)))
struct GateTests {
    @Test(
        "Nothing is drawn before the gate was open; iOS is asked once on coming from the background, then by the button"
    )
    func asks() async throws {
        let phone = try OnAPhone(ownerIsHere: false)
        #expect(phone.gate.isClosed && phone.session.isAwaited)
        phone.gate.returned()
        // Turned away: the question lay over the app, which so returns again.
        for _ in 0..<3 {
            await settle { phone.owner.asked == 1 }
            phone.gate.returned()
        }
        try await Task.sleep(for: .milliseconds(50))
        #expect(phone.owner.asked == 1 && phone.gate.isClosed && phone.session.isAwaited)
        phone.gate.ask()
        await settle { phone.owner.asked == 2 }
        phone.gate.entered()
        phone.gate.returned()
        await settle { phone.owner.asked == 3 }
        phone.owner.isHere = true
        phone.gate.ask()
        await settle { !phone.gate.isClosed && phone.session.isOpen }
        #expect(!phone.gate.isClosed && !phone.session.isAwaited && phone.session.isOpen)
    }

    @Test("A minute away closes it again, a shorter look elsewhere does not, a locked phone does at once")
    func closes() async throws {
        let phone = try OnAPhone(ownerIsHere: true)
        phone.gate.returned()
        await settle { !phone.gate.isClosed }
        phone.owner.isHere = false
        phone.gate.left()
        phone.pass(seconds: 59)
        phone.gate.returned()
        #expect(!phone.gate.isClosed)
        phone.gate.left()
        phone.pass(seconds: 60)
        phone.gate.returned()
        #expect(phone.gate.isClosed)
        phone.owner.isHere = true
        phone.gate.ask()
        await settle { !phone.gate.isClosed }
        phone.gate.close()
        #expect(phone.gate.isClosed)
    }

    @Test("A new needle over the lock: recorded without a name, seen by nobody, and gone when the app is left")
    func quick() async throws {
        let phone = try OnAPhone(ownerIsHere: false)
        phone.kept.people = People(actor: Actor(name: "A. Ruiz", role: "nurse", unit: "ward 3"))
        phone.gate.returned()
        phone.gate.newIo()
        await settle { phone.gate.quick?.model?.state != nil }
        phone.gate.quick?.model?.send(.close)
        #expect(phone.gate.quick == nil && phone.gate.isClosed, "there is a way out")
        phone.gate.newIo()
        await settle { phone.gate.quick?.model?.state != nil }
        let quick = try #require(phone.gate.quick)
        let model = try #require(quick.model)
        model.send(.bone(Bone(site: .proximalTibia, side: .left)))
        model.send(.device("ez-io"))
        model.send(.save)
        await settle { quick.isRecorded }
        #expect(quick.isRecorded && phone.gate.isClosed)
        let client = try await phone.core.client()
        let board = try #require(await client.look?.board)
        let record = try await client.case(try #require(board.open.first?.header.case)).record
        #expect(record.count >= 2 && record.allSatisfy { $0.name.isEmpty })
        phone.gate.left()
        #expect(phone.gate.quick == nil && phone.gate.isClosed)
    }

    @Test("A reminder that is tapped leads to its case as soon as there are screens, and over nothing that is locked")
    func leads() async throws {
        let phone = try OnAPhone(ownerIsHere: true)
        let id = UUID()
        let actor = Actor(name: "", role: "", unit: "")
        let opening = Command(
            case: id, form: .openCase(form: PatientForm(alias: "Bed 4")), precision: .exact, actor: actor)
        try await phone.core.client().dispatch(opening)
        phone.session.go(to: "marrow://case/\(id.uuidString.lowercased())")
        #expect(phone.gate.isClosed)
        phone.gate.returned()
        await settle { phone.session.places == [.case(id)] }
        #expect(phone.session.places == [.case(id)])
    }

    @Test("The case that was on the screen when iOS ended the app is there again, unless somebody goes elsewhere")
    func resumes() async throws {
        let phone = try OnAPhone(ownerIsHere: true)
        let id = UUID()
        let actor = Actor(name: "", role: "", unit: "")
        let opening = Command(
            case: id, form: .openCase(form: PatientForm(alias: "Bed 4")), precision: .exact, actor: actor)
        try await phone.core.client().dispatch(opening)
        #expect(phone.session.link.isEmpty)
        phone.session.resume("")
        #expect(phone.session.places.isEmpty)
        phone.session.resume("marrow://case/\(id.uuidString.lowercased())")
        phone.session.resume("marrow://case/\(UUID().uuidString.lowercased())")
        phone.gate.returned()
        await settle { phone.session.link.contains(id.uuidString.lowercased()) }
        #expect(phone.session.places == [.case(id)])
        #expect(phone.session.link == "marrow://case/\(id.uuidString.lowercased())", "an id and nothing else")
    }

    @Test("Whoever knocks before the app is there is let in when it is")
    func door() {
        let door = NewIoDoor()
        var opened = 0
        door.knock()
        door.opened = { opened += 1 }
        #expect(opened == 1)
        door.knock()
        #expect(opened == 2)
    }
}

/// Until it is so, or for some seconds.
@MainActor
private func settle(_ isSo: () -> Bool) async {
    for _ in 0..<400 where !isSo() { try? await Task.sleep(for: .milliseconds(20)) }
}
