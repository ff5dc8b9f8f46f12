import MarrowKit
import SwiftUI

/// The bones as buttons, joined by lines to a figure that faces you and answers too. Plain buttons for large letters.
struct Bones: View {
    let state: NewIoState
    let choose: @MainActor (Bone) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        Group {
            if letters <= .large {
                BoneFigure(state: state, choose: choose)
            } else {
                BoneList(state: state, choose: choose)
            }
        }
        .padding(.horizontal, 12)
    }
}

/// A bone as a button: its name in two parts, the second of which is small. Side and bone in full are read aloud.
struct BoneChip: View {
    let bone: Bone
    let state: NewIoState
    let alignment: Alignment
    let choose: @MainActor (Bone) -> Void

    var body: some View {
        let tried = state.tried.contains(bone) ? state.times.words.newIoTried : nil
        let name = bone.site.name(state.times.words)
        let below = [name.part, tried].compactMap(\.self).joined(separator: " · ")
        Chip(
            text: name.bone, chosen: state.draft.bone == bone, below: below.isEmpty ? nil : below,
            least: bone.site == .sternum ? Measure.target : Measure.action, alignment: alignment,
            said: [state.text(bone), tried].compactMap(\.self).joined(separator: ", ")
        ) { choose(bone) }
    }
}

/// In large letters: a small figure, and the bones by sides.
private struct BoneList: View {
    let state: NewIoState
    let choose: @MainActor (Bone) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        VStack(spacing: Measure.gap) {
            BodyFigure(chosen: state.draft.bone, tried: state.tried).frame(width: 96, height: 170)
            side(.right, state.times.words.newIoRight)
            side(.left, state.times.words.newIoLeft)
            BoneChip(bone: Bone(site: .sternum, side: .midline), state: state, alignment: .center, choose: choose)
                .fixedSize(horizontal: false, vertical: true)
        }
    }

    @ViewBuilder private func side(_ side: Side, _ title: String) -> some View {
        Text(title).font(Letters.heading).frame(maxWidth: .infinity, alignment: .leading)
            .accessibilityAddTraits(.isHeader)
        ChipGrid(columns: letters.isAccessibilitySize ? 1 : 2) {
            ForEach(BonePlace.limbs, id: \.site) { place in
                BoneChip(bone: Bone(site: place.site, side: side), state: state, alignment: .leading, choose: choose)
            }
        }
    }
}

extension Site {
    /// As its button is labelled; side and bone in full are the core's.
    fileprivate func name(_ words: Words) -> (bone: String, part: String?) {
        switch self {
        case .proximalHumerus: (words.newIoHumerus, words.newIoProximal)
        case .distalFemur: (words.newIoFemur, words.newIoDistal)
        case .proximalTibia: (words.newIoTibia, words.newIoProximal)
        case .distalTibia: (words.newIoTibia, words.newIoDistal)
        default: (words.newIoSternum, nil)
        }
    }
}
