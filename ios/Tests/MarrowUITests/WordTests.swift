import Foundation
import Testing

/// The screens say nothing of their own: every word is the core's, in both languages.
struct WordTests {
    private let sources: [(name: String, text: String)]

    init() throws {
        sources = try Repository.swift(in: "ios/Sources/MarrowUI")
        #expect(sources.count > 30)
    }

    @Test("No view is given a literal, which would be a key to words that are not there")
    func literals() {
        let views =
            /(Text|Button|Label|Section|Menu|TextField|Toggle|Link|navigationTitle|confirmationDialog|alert|accessibility(Label|Hint|Value))\(\s*"/
        for source in sources {
            for line in source.text.split(separator: "\n") where line.contains(views) {
                Issue.record("\(source.name): \(line)")
            }
        }
    }

    @Test("What is written in a literal is a mark of the system, a field's name, or a language's own name")
    func written() {
        let allowed: Set = ["English", "Español", "head"]
        let name = /[a-z0-9]+([._\-][a-z0-9]+)*/
        for source in sources where !source.name.contains("Outline") {
            for literal in said(in: source.text) where literal.contains(where: \.isLetter) {
                let isName =
                    literal.wholeMatch(of: name) != nil && (Self.names.contains(literal) || literal.contains("."))
                #expect(allowed.contains(literal) || isName, "\(source.name): \(literal)")
            }
        }
    }

    /// Marks and fields that are named by one word.
    private static let names: Set = [
        "agent", "bleeding", "chevron", "clock", "ellipsis", "ended_early_reason", "iphone", "minus", "pencil", "plus",
        "printer", "resistance", "tip_intact", "nio", "big", "fast", "manual", "ez-io", "sam-io", "bd-io",
        "piper-go-io",
    ]

    /// What stands in literals, without what is put into them; comments and faults of ours are not shown.
    private func said(in text: String) -> [String] {
        text.split(separator: "\n").filter { !$0.contains("//") && !$0.contains("preconditionFailure") }.flatMap {
            line in
            line.replacing(/\\u\{\w+\}/, with: "").replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "")
                .matches(of: /"([^"]*)"/).map { String($0.1) }
        }
    }

    @Test("No reminder is called an alarm, no patient is well, nothing is left that is a side")
    func wording() {
        for source in sources {
            let code = source.text.split(separator: "\n").filter { !$0.contains("///") }.joined(separator: "\n")
                .lowercased()
            #expect(!code.contains("alarm"), "\(source.name)")
        }
    }
}
