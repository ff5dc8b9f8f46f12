import MarrowKit
import SwiftUI

/// The first devices that fit the bone, and the way to all the others.
struct Devices: View {
    let state: NewIoState
    let send: @MainActor (NewIoEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        ChipGrid(columns: letters.isAccessibilitySize ? 1 : 4) {
            ForEach(state.devicesAtHand, id: \.id) { device in
                DeviceChip(device: device, chosen: state.draft.device == device.id) { send(.device(device.id)) }
            }
            Chip(text: state.times.words.newIoMore, chosen: false, least: 80) {
                send(.open(.devices))
            } picture: {
                Image(systemName: "ellipsis").font(.title).accessibilityHidden(true)
            }
        }
        .accessibilityElement(children: .contain)
        .said(state.times.words.newIoDevices)
    }
}

private struct DeviceChip: View {
    let device: DeviceText
    let chosen: Bool
    let choose: @MainActor () -> Void

    var body: some View {
        // A name is not broken at its hyphen.
        Chip(text: device.name.replacing("-", with: "\u{2011}"), chosen: chosen, least: 80, said: device.name) {
            choose()
        } picture: {
            DeviceMark(device: device.id)
        }
    }
}

/// Every device; those that are not for the chosen bone stand apart.
struct DevicesSheet: View {
    let state: NewIoState
    let send: @MainActor (NewIoEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        let words = state.times.words
        let others = state.catalogue.devices.filter { !state.fits($0) }
        SheetPage(title: words.newIoDevices, close: words.commonClose, onClose: { send(.open(nil)) }) {
            grid(state.catalogue.devices.filter(state.fits))
            if !others.isEmpty {
                SectionHead(text: words.newIoNotForBone)
                grid(others)
            }
        }
    }

    private func grid(_ devices: [DeviceText]) -> some View {
        ChipGrid(columns: letters.isAccessibilitySize ? 1 : 2) {
            ForEach(devices, id: \.id) { device in
                DeviceChip(device: device, chosen: state.draft.device == device.id) {
                    send(.device(device.id))
                    send(.open(nil))
                }
            }
        }
        .padding(.horizontal, 12).padding(.vertical, 4)
    }
}
