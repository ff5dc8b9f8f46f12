import SwiftUI

/// The devices, as outlines in a square of 48 that tell one kind from another by its shape. By the id that the catalogue
/// gives; the lines are those of Android.
enum DeviceOutline {
    /// None: a device that this version has no picture of.
    static func of(_ device: String) -> Path? {
        if device.hasPrefix("nio") { return nio }
        if device.hasPrefix("big") { return big }
        if device.hasPrefix("fast") { return sternal }
        if device == "manual" { return manual }
        return drivers.contains(device) ? driver : nil
    }

    private static let drivers: Set = ["ez-io", "sam-io", "bd-io", "piper-go-io"]

    private static let driver = OutlineReader.path(
        """
        M17 8h17c3 0 5 2 5 5v4c0 3 -2 5 -5 5h-4l1.5 15c.2 1.8 -1 3 -2.7 3h-6.3c-1.6 0 -2.7 -1 -2.9 -2.6 \
        L18 22h-1c-1.7 0 -3 -1.3 -3 -3v-8c0 -1.7 1.3 -3 3 -3zM14 12H9v6h5M9 15H2
        """)
    private static let nio = OutlineReader.path(
        """
        M17 6h14v6H17zM19 12h10v18H19zM19 18h-4c-2 0 -3 1 -3 3v3M29 18h4c2 0 3 1 3 3v3M21 30h6v4h-6z \
        M24 34v10
        """)
    private static let big = OutlineReader.path(
        """
        M17 5h14v24H17zM13 29h22v4H13zM24 33v10M17 11h14M17 17h14
        """)
    private static let manual = OutlineReader.path(
        """
        M15 8h18c2 0 3 1.5 3 3.5S34.5 15 33 15H15c-1.5 0 -3 -1.5 -3 -3.5S13 8 15 8zM21 15h6v9h-6z \
        M18 24h12v3H18zM24 27v16l-1.5 1.5
        """)
    private static let sternal = OutlineReader.path(
        """
        M14 6h20v7H14zM19 13h10v13H19zM12 26h24l-3 6H15zM17 32v6M22 32v6M26 32v6M31 32v6M24 32v10
        """)
}

/// The picture of a device; a mark of the system for one that has none.
struct DeviceMark: View {
    let device: String
    @ScaledMetric(relativeTo: .body) private var side: CGFloat = 36

    var body: some View {
        if let outline = DeviceOutline.of(device) {
            DeviceShape(outline: outline)
                .stroke(style: StrokeStyle(lineWidth: 2.2 * side / 48, lineCap: .round, lineJoin: .round))
                .frame(width: side, height: side).accessibilityHidden(true)
        } else {
            Image(systemName: "questionmark.circle").font(.title).frame(height: side).accessibilityHidden(true)
        }
    }
}

private struct DeviceShape: Shape {
    let outline: Path

    nonisolated func path(in rect: CGRect) -> Path {
        outline.applying(CGAffineTransform(scaleX: rect.width / 48, y: rect.height / 48))
    }
}
