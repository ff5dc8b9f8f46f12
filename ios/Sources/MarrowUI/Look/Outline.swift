import SwiftUI

/// Reads an outline that is written as in SVG, as Android has it too: lines and cubic curves, absolute or relative.
/// An outline is a constant of this module, so a letter it does not know is a fault of ours.
struct OutlineReader {
    private var rest: Substring
    private var path = Path()
    private var pen = CGPoint.zero
    private var start = CGPoint.zero
    /// The last control point, which a smooth curve mirrors.
    private var control: CGPoint?

    static func path(_ text: String) -> Path {
        var reader = OutlineReader(rest: text[...])
        while reader.command() {}
        return reader.path
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func command() -> Bool {
        skip()
        guard let letter = rest.popFirst() else { return false }
        let from = letter.isLowercase ? pen : nil
        switch letter.uppercased() {
        case "M":
            move(to: point(from: from))
            while more { line(to: point(from: letter.isLowercase ? pen : nil)) }
        case "Z":
            path.closeSubpath()
            pen = start
        case "L": each { $0.line(to: $0.point(from: letter.isLowercase ? $0.pen : nil)) }
        case "H": each { $0.line(to: CGPoint(x: $0.number() + (letter.isLowercase ? $0.pen.x : 0), y: $0.pen.y)) }
        case "V": each { $0.line(to: CGPoint(x: $0.pen.x, y: $0.number() + (letter.isLowercase ? $0.pen.y : 0))) }
        case "C": each { $0.curve(relative: letter.isLowercase, smooth: false) }
        case "S": each { $0.curve(relative: letter.isLowercase, smooth: true) }
        default: preconditionFailure("an outline has a letter that is not read: \(letter)")
        }
        return true
    }

    private mutating func each(_ draw: (inout OutlineReader) -> Void) {
        repeat { draw(&self) } while more
    }

    private mutating func move(to point: CGPoint) {
        path.move(to: point)
        (pen, start, control) = (point, point, nil)
    }

    private mutating func line(to point: CGPoint) {
        path.addLine(to: point)
        (pen, control) = (point, nil)
    }

    private mutating func curve(relative: Bool, smooth: Bool) {
        let from = relative ? pen : nil
        let mirrored = control.map { CGPoint(x: 2 * pen.x - $0.x, y: 2 * pen.y - $0.y) } ?? pen
        let first = smooth ? mirrored : point(from: from)
        let second = point(from: from)
        let end = point(from: from)
        path.addCurve(to: end, control1: first, control2: second)
        (pen, control) = (end, second)
    }

    private mutating func point(from: CGPoint?) -> CGPoint {
        let x = number()
        let y = number()
        return CGPoint(x: x + (from?.x ?? 0), y: y + (from?.y ?? 0))
    }

    private mutating func number() -> CGFloat {
        skip()
        var digits = ""
        while let next = rest.first,
            next.isNumber || (next == "-" && digits.isEmpty) || (next == "." && !digits.contains("."))
        {
            digits.append(next)
            rest.removeFirst()
        }
        guard let value = Double(digits) else { preconditionFailure("an outline lacks a number before: \(rest)") }
        return value
    }

    private mutating func skip() {
        while let next = rest.first, next == " " || next == "," { rest.removeFirst() }
    }

    /// Another number follows, for the same letter.
    private var more: Bool {
        let next = rest.first { $0 != " " && $0 != "," }
        return next.map { $0.isNumber || $0 == "-" || $0 == "." } ?? false
    }
}
