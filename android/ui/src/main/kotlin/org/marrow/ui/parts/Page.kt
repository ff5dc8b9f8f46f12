package org.marrow.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Drawing
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/**
 * A page: what stands on top and does not scroll, what scrolls, and the bar under the thumb, with what lies [over] it. On a wide window the middle
 * is no wider than a form should be.
 *
 * @param equal the actions of the bar weigh the same.
 * @param covered a sheet lies over it: it is not read aloud.
 * @param attention what has just come to the head of what scrolls: it is scrolled to.
 */
@Composable
fun Page(
    top: @Composable ColumnScope.() -> Unit,
    bar: (@Composable () -> Unit)? = null,
    topFill: Color = Look.colours.surface,
    widest: Dp = Size.formWidth,
    over: @Composable () -> Unit = {},
    equal: Boolean = false,
    covered: Boolean = false,
    attention: Any? = null,
    content: @Composable ColumnScope.() -> Unit,
) {
    val scroll = rememberScrollState()
    LaunchedEffect(attention) { if (attention != null) scroll.scrollTo(0) }
    val behind = if (covered) Modifier.clearAndSetSemantics {} else Modifier
    Column(Modifier.fillMaxSize().background(Look.colours.surface).then(behind)) {
        Wide(topFill, widest) { Column(Modifier.fillMaxWidth(), content = top) }
        Box(Modifier.weight(1f).fillMaxWidth(), contentAlignment = Alignment.TopCenter) {
            Column(
                Modifier.widthIn(max = widest).fillMaxSize().verticalScroll(scroll).padding(bottom = 12.dp),
                content = content,
            )
        }
        Wide(Look.colours.surface, widest, over)
        if (bar != null) {
            Hairline()
            Wide(Look.colours.surface, widest) { ActionBar(equal, bar) }
        }
    }
}

@Composable
private fun Wide(fill: Color, widest: Dp, content: @Composable () -> Unit) {
    Box(Modifier.fillMaxWidth().background(fill), contentAlignment = Alignment.TopCenter) {
        Box(Modifier.widthIn(max = widest).fillMaxWidth()) { content() }
    }
}

/** The bar on top: a mark that leads back, the title, and what belongs to the page. */
@Composable
fun TopBar(
    title: String,
    lead: Drawing? = null,
    leadSays: String = "",
    onLead: () -> Unit = {},
    ink: Color = Look.colours.onSurface,
    trailing: @Composable RowScope.() -> Unit = {},
) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = 56.dp).padding(if (lead == null) Size.edge else 4.dp, 4.dp, 4.dp, 4.dp),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(4.dp),
    ) {
        if (lead != null) MarkButton(lead, leadSays, ink = ink, onClick = onLead)
        Title(title, ink, Modifier.weight(1f))
        trailing()
    }
}

/** As large as its longest word allows: none is broken in its middle. */
@Composable
private fun Title(title: String, ink: Color, modifier: Modifier) {
    val measurer = rememberTextMeasurer()
    val style = Look.type.screen
    BoxWithConstraints(modifier) {
        val widest = title.split(' ').maxOf { measurer.measure(it, style).size.width }
        val fits = (constraints.maxWidth.toFloat() / widest.coerceAtLeast(1)).coerceAtMost(1f)
        Text(title, Modifier.semantics { heading() }, style = style.copy(fontSize = style.fontSize * fits), color = ink)
    }
}

@Composable
fun Hairline() = Box(Modifier.fillMaxWidth().height(1.dp).background(Look.colours.hairline))

/** The name of a part of a page, and what is counted of it. */
@Composable
fun SectionHead(text: String, count: String? = null) {
    Row(Modifier.fillMaxWidth().padding(horizontal = Size.edge).padding(top = 16.dp, bottom = 4.dp), Arrangement.spacedBy(8.dp)) {
        Text(text, Modifier.weight(1f).semantics { heading() }, style = Look.type.heading, color = Look.colours.onSurfaceMuted)
        if (count != null) Text(count, style = Look.type.heading, color = Look.colours.onSurfaceMuted)
    }
}
