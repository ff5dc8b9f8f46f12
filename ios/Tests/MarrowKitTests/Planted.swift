import Foundation
import MarrowKit

/// Words about a patient and a nurse that no error may ever say.
enum Planted {
    static let name = "Ximena Quiroga"
    private static let identifier = "H-204417"
    private static let words = ["Ximena", "Quiroga", identifier, "Zulema", "Ortuño"]

    static let opening = of(.openCase(form: PatientForm(alias: name, name: name, identifier: identifier)))
    /// Some kilobytes of them.
    static let note = of(.note(form: NoteForm(text: String(repeating: name, count: 200))))

    static func of(_ form: Form) -> Command {
        let nurse = Actor(name: "Zulema Ortuño", role: "enfermera", unit: "Planta 3")
        return Command(case: Bench.bed4, form: form, precision: .exact, actor: nurse)
    }

    /// In whatever way somebody may write it into a log.
    static func allThatIsSaid(by error: any Error) -> String {
        var dumped = ""
        dump(error, to: &dumped)
        let bridged = error as NSError
        return [
            "\(error)", String(reflecting: error), error.localizedDescription, bridged.description,
            bridged.userInfo.description, dumped,
        ].joined(separator: "\n")
    }

    static func isSaid(in text: String) -> Bool {
        words.contains { text.localizedCaseInsensitiveContains($0) }
    }
}
