package org.marrow.desktop.window

import java.awt.Component
import java.awt.Container
import java.awt.Rectangle
import java.awt.Window
import javax.accessibility.Accessible
import javax.accessibility.AccessibleContext
import javax.accessibility.AccessibleRole
import javax.accessibility.AccessibleState
import javax.swing.SwingUtilities

/** What a screen reader finds in the window: what is said of it, what it is, where it lies on the display. */
class Seen(val said: String, private val role: AccessibleRole, val place: Rectangle, val focused: Boolean, val chosen: Boolean, private val pane: Rectangle?) {
    val pressed get() = role == AccessibleRole.PUSH_BUTTON || role == AccessibleRole.RADIO_BUTTON || role == AccessibleRole.CHECK_BOX

    val typed get() = role == AccessibleRole.TEXT

    /** So far it lies outside of what scrolls there; 0: its middle can be touched. */
    val outside: Int
        get() {
            val middle = place.y + place.height / 2
            return when {
                pane == null || middle in pane.y + MARGIN..pane.y + pane.height - MARGIN -> 0
                middle < pane.y + MARGIN -> middle - pane.y - MARGIN
                else -> middle - pane.y - pane.height + MARGIN
            }
        }

    val scrolls: Rectangle? get() = pane

    override fun toString() = "$role $said${if (focused) " (focused)" else ""}${if (chosen) " (chosen)" else ""}"

    companion object {
        private const val MARGIN = 12
        private const val PLACE = 16

        /** All of the window, from top to bottom. */
        fun all(): List<Seen> {
            val found = mutableListOf<Seen>()
            SwingUtilities.invokeAndWait { Window.getWindows().filter { it.isShowing }.forEach { window -> canvas(window)?.let { walk(it, null, found) } } }
            return found
        }

        /**
         * Lays the window at a place of the display that it is told. Where nothing manages windows it can stand elsewhere than
         * Java believes, and a hand would press beside what it sees.
         */
        fun place() = SwingUtilities.invokeAndWait { Window.getWindows().filter { it.isShowing }.forEach { it.setLocation(PLACE, PLACE) } }

        /** The one component that Compose draws on: below it the tree is Compose's own. */
        private fun canvas(within: Component): AccessibleContext? {
            val own = (within as? Accessible)?.accessibleContext
            if (own != null && own.javaClass.name.startsWith("androidx.compose")) return own
            return (within as? Container)?.components?.firstNotNullOfOrNull(::canvas)
        }

        private fun walk(node: AccessibleContext, pane: Rectangle?, into: MutableList<Seen>) {
            val place = place(node)
            val said = listOfNotNull(node.accessibleDescription, node.accessibleName).filter { it.isNotBlank() }.distinct()
            val states = node.accessibleStateSet
            fun has(state: AccessibleState) = states?.contains(state) == true
            if (place != null && said.isNotEmpty()) {
                into += Seen(said.joinToString(" | "), node.accessibleRole, place, has(AccessibleState.FOCUSED), has(AccessibleState.SELECTED) || has(AccessibleState.CHECKED), pane)
            }
            val inside = if (node.accessibleRole == AccessibleRole.SCROLL_PANE) place else pane
            for (n in 0 until node.accessibleChildrenCount) node.getAccessibleChild(n)?.accessibleContext?.let { walk(it, inside, into) }
        }

        private fun place(node: AccessibleContext): Rectangle? = runCatching {
            node.accessibleComponent?.let { Rectangle(it.locationOnScreen, it.size) }
        }.getOrNull()?.takeIf { it.width > 0 && it.height > 0 }
    }
}
