import Foundation
import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// The person, her bones and the devices, as both platforms draw them.
struct OutlineTests {
    private static let android = "android/ui/src/main/kotlin/org/marrow/ui"

    @Test("The body and its bones go where Android's go")
    func body() throws {
        let text = try Repository.read("\(Self.android)/parts/Outlines.kt")
        #expect(try Outlines.body == OutlineReader.path(value("val body", in: text)))
        #expect(try Outlines.faint == OutlineReader.path(value("val faint", in: text)))
        #expect(try Outlines.breastbone == OutlineReader.path(value("val breastbone", in: text)))
        for (site, name) in [
            (Site.proximalHumerus, "PROXIMAL_HUMERUS"), (.distalFemur, "DISTAL_FEMUR"),
            (.proximalTibia, "PROXIMAL_TIBIA"),
            (.distalTibia, "DISTAL_TIBIA"), (.sternum, "STERNUM"),
        ] {
            #expect(
                try Outlines.bones[site] == OutlineReader.path(value("Site.\(name) to pathOf", in: text)), "\(name)")
        }
        let shafts = try part(of: text, after: "val shafts", until: "\n    )\n").components(separatedBy: "pathOf(")
            .dropFirst()
        let theirs = shafts.map { OutlineReader.path(literals($0)) }
        #expect(Outlines.shafts == theirs && theirs.count == 3)
    }

    @Test("The devices go where Android's go, and each is told from the others")
    func devices() throws {
        let text = try Repository.read("\(Self.android)/look/DeviceIcons.kt")
        for (device, name) in [
            ("ez-io", "driver"), ("nio", "nio"), ("big", "big"), ("manual", "manual"), ("fast1", "sternal"),
        ] {
            #expect(try DeviceOutline.of(device) == OutlineReader.path(value("val \(name)", in: text)), "\(device)")
        }
        #expect(DeviceOutline.of("another") == nil)
    }

    @Test("Letters of an outline, absolute and relative, one after the other")
    func reader() {
        func points(_ outline: String) -> [[Double]] { OutlineReader.path(outline).points.map { [$0.x, $0.y] } }
        #expect(points("M1 2L3 4h2v-1H1V9") == [[1, 2], [3, 4], [5, 4], [5, 3], [1, 3], [1, 9]])
        #expect(points("M1 1l2 0 0 2z l1 0") == [[1, 1], [3, 1], [3, 3], [2, 1]])
        #expect(
            points("M0 0C1 1 2 1 3 0S5-1 6 0") == [[0, 0], [1, 1], [2, 1], [3, 0], [4, -1], [5, -1], [6, 0]])
        #expect(points("M1 1c.5.5 1 1-2 3") == [[1, 1], [1.5, 1.5], [2, 2], [-1, 4]])
    }

    @Test("A tap near a bone means that bone, one beside the body none", arguments: [351.0, 378, 536])
    func taps(width: Double) {
        let place = FigurePlace(width: width)
        for limb in BonePlace.limbs {
            for side in [Side.right, .left] {
                let at = place.point(limb, side)
                #expect(place.nearest(CGPoint(x: at.x + 4, y: at.y - 4)) == Bone(site: limb.site, side: side))
                #expect((side == .right) == (at.x < width / 2), "the patient's right is on the left")
                #expect(at.y > 0 && at.y < BonePlace.height)
            }
        }
        #expect(place.nearest(place.sternum) == Bone(site: .sternum, side: .midline))
        #expect(place.nearest(CGPoint(x: 2, y: 2)) == nil)
    }

    @Test("A button, its line and its bone belong together: none is higher or lower than its line can reach")
    func buttons() {
        let place = FigurePlace(width: 378)
        for limb in BonePlace.limbs {
            let line = place.point(limb, .right).y
            #expect(line > limb.top && line < limb.top + Measure.action + 16, "\(limb.site)")
            #expect(limb.top + Measure.action <= BonePlace.height)
        }
    }

    private func value(_ name: String, in text: String) throws -> String {
        let line = try part(of: text, after: name, until: name.hasPrefix("Site") ? ")," : ")\n")
        let value = literals(line)
        if value.isEmpty { throw Misfit("no \(name)") }
        return value
    }

    private func literals(_ text: String) -> String { text.matches(of: /"([^"]*)"/).map { String($0.1) }.joined() }
}
