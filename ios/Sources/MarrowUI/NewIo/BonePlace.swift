import MarrowKit
import SwiftUI

/// Where a limb bone's button stands, from the top of the figure, and where its line meets the bone.
struct BonePlace {
    let site: Site
    let top: CGFloat
    let at: CGPoint

    static let limbs = [
        BonePlace(site: .proximalHumerus, top: 26, at: CGPoint(x: 47, y: 70)),
        BonePlace(site: .distalFemur, top: 146, at: CGPoint(x: 34, y: 218)),
        BonePlace(site: .proximalTibia, top: 212, at: CGPoint(x: 33, y: 262)),
        BonePlace(site: .distalTibia, top: 278, at: CGPoint(x: 29, y: 327)),
    ]

    /// The height of the figure with its buttons, and the width of those.
    static let height: CGFloat = 336
    static let button: CGFloat = 100
    /// The button of the sternum.
    static let sternum = (top: CGFloat(104), width: CGFloat(92))
}

/// The figure between the two columns of buttons of a page so wide.
struct FigurePlace {
    let width: CGFloat

    var grown: CGFloat { min((width - 2 * BonePlace.button + 4) / 176, 0.9) }
    var top: CGFloat { 5 + (0.9 - grown) * 143 }

    func point(_ x: CGFloat, _ y: CGFloat) -> CGPoint { CGPoint(x: width / 2 + x * grown, y: top + y * grown) }

    /// Where the line of a bone meets it.
    func point(_ place: BonePlace, _ side: Side) -> CGPoint {
        point(side == .right ? -place.at.x : place.at.x, place.at.y)
    }

    var sternum: CGPoint { point(0, 66) }

    /// The bone that a tap means: the nearest one, if it is near.
    func nearest(_ tap: CGPoint) -> Bone? {
        var bones = BonePlace.limbs.flatMap { place in
            place.site.sides.map { (bone: Bone(site: place.site, side: $0), at: point(place, $0)) }
        }
        bones.append((Bone(site: .sternum, side: .midline), sternum))
        let near = bones.map { (bone: $0.bone, far: hypot($0.at.x - tap.x, $0.at.y - tap.y)) }.min { $0.far < $1.far }
        return near.flatMap { $0.far < 30 ? $0.bone : nil }
    }
}
