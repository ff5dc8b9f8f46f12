import MarrowFFI
import SwiftUI

/// A person who faces you, as outlines in a space 188 wide and 362 high whose middle is at 0: the patient's right is on
/// the left. One side is drawn; the other is its mirror. The lines are those of Android; a test compares them.
enum Outlines {
    static let width: CGFloat = 188
    static let height: CGFloat = 362

    static let head = Path(ellipseIn: CGRect(x: -15.5, y: 0.5, width: 31, height: 37))

    static let body = OutlineReader.path(
        """
        M-7 36L-7.5 45C-9 51 -22 53 -32 56C-43 59 -48 66 -51 78C-55 94 -60 108 -65 124C-70 142 -77 158 -83 176 \
        C-87 183 -91 192 -88 199C-86 205 -79 205 -76 198C-74 192 -74 185 -72 179C-66 164 -57 147 -51 130 \
        C-46 116 -40 106 -36 93C-35 106 -32 116 -31 128C-31 142 -38 152 -40 170C-43 194 -42 214 -38 236 \
        C-37 244 -38 250 -39 258C-41 272 -39 288 -36 302C-33 318 -32 328 -31 338C-33 345 -39 350 -40 355 \
        C-40 360 -25 360 -22 356C-20 350 -20 344 -20 338C-20 322 -16 298 -16 280C-16 268 -17 260 -15 250 \
        C-12 228 -5 204 -2 188C-1.5 185 -1 184 0 184C1 184 1.5 185 2 188C5 204 12 228 15 250 \
        C17 260 16 268 16 280C16 298 20 322 20 338C20 344 20 350 22 356C25 360 40 360 40 355 \
        C39 350 33 345 31 338C32 328 33 318 36 302C39 288 41 272 39 258C38 250 37 244 38 236 \
        C42 214 43 194 40 170C38 152 31 142 31 128C32 116 35 106 36 93C40 106 46 116 51 130 \
        C57 147 66 164 72 179C74 185 74 192 76 198C79 205 86 205 88 199C91 192 87 183 83 176 \
        C77 158 70 142 65 124C60 108 55 94 51 78C48 66 43 59 32 56C22 53 9 51 7.5 45L7 36Z
        """)

    /// Ribs, collar bone, pelvis, forearm: drawn faintly, so that the eye finds the bones that count.
    static let faint = OutlineReader.path(
        """
        M-6 62C-16 64-26 70-30 74M-6 70C-16 72-26 78-29.4 82.5M-6 78C-16 80-26 86-28.8 91M-6 86 \
        C-16 88-26 94-28.2 99.5M-6 94C-16 96-26 102-27.6 108M-7 56C-16 54-26 57-37 60M-4 178 \
        C-10 182-14 178-15 172C-18 160-28 156-35 150C-30 166-26 172-19 176M-4 178C-2 176-1 176 0 176M-60 128 \
        C-66 142-74 160-79 176M-56 128C-61 142-69 158-75 177M-35 256C-36.5 270-34 300-31.5 334
        """)

    /// The shafts between the bones that are buttons.
    static let shafts = [
        OutlineReader.path(
            """
            M-46.5 89L-52 87.500C-55 98-59 110-63.5 119C-65.5 123-62 127.5-58 127C-54 126.5-53.5 123-54 120 \
            C-51.5 110-48.5 99-46.5 89Z
            """),
        OutlineReader.path(
            """
            M-24.5 172C-20.5 168.5-16.5 172-18 176C-19 179-22 180-24 182C-25.5 194-26.5 206-27 216L-33.5 216 \
            C-34.5 204-35.5 192-35.5 184C-38 178-35.5 172-32 174C-29 175.5-27 174-24.5 172Z
            """),
        OutlineReader.path(
            """
            M-30 280L-23.5 280C-23.5 292-24 304-24 314L-28.5 314C-29 304-29.7 292-30 280Z
            """),
    ]

    static let breastbone = OutlineReader.path(
        """
        M-5 69L5 69C4 78 4.5 88 3 95C2 99-2 99-3 95C-4.5 88-4 78-5 69Z
        """)

    /// Bones that a needle goes into, as on the patient's right; the sternum is its own mirror.
    static let bones: [Site: Path] = [
        .proximalHumerus: OutlineReader.path(
            """
            M-46.5 64C-48.5 58-39 55-36.5 60.500C-35 64-37.5 67-39.5 70C-42 75-44.5 82-46.5 89L-52 87.5 \
            C-50 80-47.5 72-46.5 64Z
            """),
        .distalFemur: OutlineReader.path(
            """
            M-27 216L-33.5 216C-34 224-35.5 230-36.5 236C-37.5 242-33 246.5-28 245C-23 246.5-18 243-19 237 \
            C-20 231-26 225-27 216Z
            """),
        .proximalTibia: OutlineReader.path(
            """
            M-36.5 250.500C-31 247.5-24 247.5-18.5 250.500C-18.5 257-22.5 264-23.5 280L-30 280 \
            C-31 264-35.5 258-36.5 250.500Z
            """),
        .distalTibia: OutlineReader.path(
            """
            M-28.5 314L-24 314C-24 322-22.5 330-20.5 337C-20 340.5-23 341-25 340C-27.5 340.5-30 339-30 336 \
            C-29 330-28.5 322-28.5 314Z
            """),
        .sternum: OutlineReader.path(
            "M-6.5 57.500C-3 59.5 3 59.5 6.5 57.500C8 60 6.5 64 5 69L-5 69C-6.5 64-8 60-6.5 57.500Z"),
    ]
}
