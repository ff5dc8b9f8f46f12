import MarrowKit
import SwiftUI

/// A figure that faces you, with a button for each bone at the margins and a line from one to the other; both answer. It
/// says no more aloud than the buttons do.
struct BoneFigure: View {
    let state: NewIoState
    let choose: @MainActor (Bone) -> Void

    var body: some View {
        GeometryReader { page in
            let place = FigurePlace(width: page.size.width)
            ZStack(alignment: .topLeading) {
                Canvas { context, _ in draw(context, place) }
                    .gesture(
                        SpatialTapGesture().onEnded { tap in
                            if let bone = place.nearest(tap.location) { choose(bone) }
                        }
                    )
                    .accessibilityHidden(true)
                side(.right, alignment: .leading).frame(width: page.size.width, alignment: .leading)
                side(.left, alignment: .trailing).frame(width: page.size.width, alignment: .trailing)
                BoneChip(bone: Bone(site: .sternum, side: .midline), state: state, alignment: .center, choose: choose)
                    .fixedSize(horizontal: false, vertical: true)
                    .frame(width: BonePlace.sternum.width)
                    .offset(x: (page.size.width - BonePlace.sternum.width) / 2, y: BonePlace.sternum.top)
            }
        }
        .frame(height: BonePlace.height)
    }

    private func side(_ side: Side, alignment: HorizontalAlignment) -> some View {
        ZStack(alignment: Alignment(horizontal: alignment, vertical: .top)) {
            Text(side == .right ? state.times.words.newIoRight : state.times.words.newIoLeft).font(Letters.heading)
                .fixedSize().accessibilityAddTraits(.isHeader)
            ForEach(BonePlace.limbs, id: \.site) { place in
                BoneChip(
                    bone: Bone(site: place.site, side: side), state: state,
                    alignment: side == .right ? .leading : .trailing, choose: choose
                )
                .fixedSize(horizontal: false, vertical: true)
                .frame(width: BonePlace.button)
                .offset(y: place.top)
            }
        }
        .accessibilityElement(children: .contain)
    }

    private func draw(_ context: GraphicsContext, _ place: FigurePlace) {
        var figure = context
        let top = place.point(0, 0)
        figure.translateBy(x: top.x, y: top.y)
        figure.scaleBy(x: place.grown, y: place.grown)
        figure.drawBody(chosen: state.draft.bone, tried: state.tried)
        func line(_ from: CGPoint, _ to: CGPoint, chosen: Bool) {
            let path = Path {
                $0.move(to: from); $0.addLine(to: to)
            }
            context.stroke(
                path, with: (chosen ? Hue.primary : .outline).shading(context), lineWidth: chosen ? 2.5 : 1.25)
        }
        for limb in BonePlace.limbs {
            for side in limb.site.sides {
                let bone = place.point(limb, side)
                let edge = side == .right ? BonePlace.button : place.width - BonePlace.button
                line(CGPoint(x: edge, y: bone.y), bone, chosen: state.draft.bone == Bone(site: limb.site, side: side))
            }
        }
        line(place.sternum, CGPoint(x: place.sternum.x, y: BonePlace.sternum.top), chosen: false)
    }
}
