package org.marrow.ui.look

/** The devices, as outlines that tell one kind from another by its shape. By the id that the catalogue gives. */
object DeviceIcons {
    private val driver = outline(
        "M17 8h17c3 0 5 2 5 5v4c0 3 -2 5 -5 5h-4l1.5 15c.2 1.8 -1 3 -2.7 3h-6.3c-1.6 0 -2.7 -1 -2.9 -2.6L18 22h-1" +
            "c-1.7 0 -3 -1.3 -3 -3v-8c0 -1.7 1.3 -3 3 -3zM14 12H9v6h5M9 15H2",
    )
    private val nio = outline(
        "M17 6h14v6H17zM19 12h10v18H19zM19 18h-4c-2 0 -3 1 -3 3v3M29 18h4c2 0 3 1 3 3v3M21 30h6v4h-6zM24 34v10",
    )
    private val big = outline("M17 5h14v24H17zM13 29h22v4H13zM24 33v10M17 11h14M17 17h14")
    private val manual = outline(
        "M15 8h18c2 0 3 1.5 3 3.5S34.5 15 33 15H15c-1.5 0 -3 -1.5 -3 -3.5S13 8 15 8zM21 15h6v9h-6zM18 24h12v3H18z" +
            "M24 27v16l-1.5 1.5",
    )
    private val sternal = outline("M14 6h20v7H14zM19 13h10v13H19zM12 26h24l-3 6H15zM17 32v6M22 32v6M26 32v6M31 32v6M24 32v10")
    private val unknown = Drawing(
        48f,
        Part("M24 7a17 17 0 1 0 0 34a17 17 0 1 0 0 -34zM18.5 19c0 -3.4 2.4 -5.5 5.6 -5.5s5.5 2 5.5 5c0 4 -5.4 4.3 -5.4 8.5", 2.2f, round = true),
        Part("M24.2 31.7a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0 -3.6z"),
    )
    val more = Drawing(48f, Part(listOf(12, 24, 36).joinToString("") { "M$it 20.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0 -6.4z" }))

    fun of(device: String): Drawing = when {
        device.startsWith("nio") -> nio
        device.startsWith("big") -> big
        device.startsWith("fast") -> sternal
        device == "manual" -> manual
        device in drivers -> driver
        else -> unknown
    }

    private val drivers = setOf("ez-io", "sam-io", "bd-io", "piper-go-io")

    private fun outline(path: String) = Drawing(48f, Part(path, 2.2f, round = true))
}
