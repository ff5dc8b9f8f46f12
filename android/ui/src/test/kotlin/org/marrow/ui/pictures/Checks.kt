package org.marrow.ui.pictures

import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult
import java.awt.image.BufferedImage

/**
 * What a machine can say about a picture of a screen: each text whole and apart from the others, each target large
 * enough, apart and with a name, each letter with enough contrast in the pixels. It returns what is wrong, in words.
 */
class Checks(root: SemanticsNode, private val image: BufferedImage, private val scale: Float) {
    private val nodes: List<SemanticsNode> = under(root)
    private val texts = nodes.filter { it.layout() != null && visible(it.boundsInRoot) }
    private val targets = nodes.filter { SemanticsActions.OnClick in it.config && visible(it.boundsInRoot) }

    fun problems(): List<String> = clipped() + squeezed() + overlapping() + small() + low() + crowded() + nameless() + faint()

    private fun clipped() = texts.filter { node ->
        val layout = node.layout()!!
        val cutBelow = !scrolls(node) && node.boundsInRoot.height + 1 < node.size.height
        overflows(node, layout) || node.boundsInRoot.width + 1 < node.size.width || cutBelow || broken(node, layout)
    }.map { "cut off: ${name(it)}" }

    /** So narrow that it has no place at all, and its letters stand one below the other. */
    private fun squeezed() = nodes.filter { it.layout() != null && name(it).isNotBlank() && it.size.width <= 1 }
        .map { "no room for: ${name(it)}" }

    /** By its lines: the layout's own word for it is not to be had of a text that was measured without bounds. */
    private fun overflows(node: SemanticsNode, layout: TextLayoutResult): Boolean {
        val lines = 0 until layout.lineCount
        val wide = lines.maxOf { layout.getLineRight(it) - layout.getLineLeft(it) }
        return wide > node.size.width + 2 || layout.getLineBottom(lines.last) > node.size.height + 2
    }

    /** A word broken in its middle, because its place is narrower than it is. */
    private fun broken(node: SemanticsNode, layout: TextLayoutResult): Boolean {
        val text = layout.layoutInput.text.text
        return (0 until layout.lineCount - 1).any { line ->
            val end = layout.getLineEnd(line)
            end in 1 until text.length && text[end - 1].isLetterOrDigit() && text[end].isLetterOrDigit()
        }
    }

    private fun overlapping() = pairs(texts).filter { (a, b) -> a.boundsInRoot.deflate(1f).overlaps(b.boundsInRoot.deflate(1f)) }
        .map { (a, b) -> "one over the other: ${name(a)} / ${name(b)}" }

    private fun small() = targets.filter { target ->
        val whole = target.size
        !typed(target) && (whole.width + 1 < LEAST * scale || whole.height + 1 < LEAST * scale)
    }.map { "a target smaller than $LEAST: ${name(it)} ${it.size}" }

    /** What stands in the bar at the bottom is pressed most, with gloves and in motion. */
    private fun low() = targets.filter { !scrolls(it) && it.boundsInRoot.bottom > image.height - BAR * scale }
        .filter { it.size.height + 1 < MAIN * scale }
        .map { "lower than $MAIN: ${name(it)}" }

    private fun crowded() = pairs(targets).filter { (a, b) -> a.boundsInRoot.deflate(1f).overlaps(b.boundsInRoot.deflate(1f)) }
        .filterNot { (a, b) -> inside(a, b) || inside(b, a) }
        .map { (a, b) -> "targets over each other: ${name(a)} / ${name(b)}" }

    private fun nameless() = targets.filter { name(it).isBlank() }.map { "a target without a name at ${it.boundsInRoot}" }

    private fun faint() = texts.filter(::mostlySeen).mapNotNull { node ->
        val least = if (size(node) >= CRITICAL_SP && name(node).any(Char::isDigit)) CRITICAL else ENOUGH
        val ratio = Contrast.inside(image, node.boundsInRoot)
        if (ratio == null || ratio >= least) null else "contrast %.1f, not %.1f: %s".format(ratio, least, name(node))
    }

    /** Of a text that scrolls out of sight only the tops of the letters may be left. */
    private fun mostlySeen(node: SemanticsNode) = node.boundsInRoot.height * 2 > node.size.height

    private fun inside(inner: SemanticsNode, outer: SemanticsNode) = ancestors(inner).any { it.id == outer.id }

    private fun scrolls(node: SemanticsNode) = ancestors(node).any { SemanticsProperties.VerticalScrollAxisRange in it.config }

    private fun typed(node: SemanticsNode) = SemanticsActions.SetText in node.config

    private fun ancestors(node: SemanticsNode) = generateSequence(node.parent) { it.parent }

    private fun visible(bounds: Rect) = bounds.width > 1 && bounds.height > 1

    private fun size(node: SemanticsNode) = node.layout()!!.layoutInput.style.fontSize.value

    private fun name(node: SemanticsNode): String {
        val own = node.config.getOrNull(SemanticsProperties.ContentDescription)?.joinToString()
            ?: node.config.getOrNull(SemanticsProperties.Text)?.joinToString { it.text }
        return own ?: node.children.joinToString(" ") { name(it) }.trim()
    }

    private fun SemanticsNode.layout(): TextLayoutResult? {
        if (SemanticsProperties.Text !in config) return null
        val results = mutableListOf<TextLayoutResult>()
        config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(results)
        return results.firstOrNull()
    }

    /** What a screen reader could come to: not what lies behind a sheet. */
    private fun under(node: SemanticsNode): List<SemanticsNode> =
        if (node.config.isClearingSemantics) listOf(node) else listOf(node) + node.children.flatMap { under(it) }

    private fun <T> pairs(of: List<T>) = of.flatMapIndexed { n, a -> of.drop(n + 1).map { a to it } }

    private companion object {
        const val LEAST = 48
        const val MAIN = 64
        const val BAR = 16
        const val ENOUGH = 4.5
        const val CRITICAL = 7.0
        const val CRITICAL_SP = 28f
    }
}
