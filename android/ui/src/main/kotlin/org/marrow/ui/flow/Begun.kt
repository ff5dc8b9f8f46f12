package org.marrow.ui.flow

import org.marrow.ui.nav.Place

/** A page that is not left at once: what lies over it is closed first, and what is half filled in is asked about. */
internal interface Held {
    /** Answers to back; false: there is nothing to be answered, and back leads away. */
    fun back(): Boolean
}

/**
 * What a person has begun at the places on her way. It is there as long as they are on it, whatever lies over them
 * meanwhile: a card, a case that a reminder leads to, a trouble. It goes when she leaves them.
 */
internal class Begun {
    private val kept = mutableMapOf<Pair<Int, Place>, Any>()

    /** What was begun there; nothing yet: it begins. Of one page there is one thing, which holds all that is begun on it. */
    @Suppress("UNCHECKED_CAST")
    fun <T : Any> at(place: Place, way: List<Place>, begin: () -> T): T = kept.getOrPut(way.lastIndexOf(place) to place, begin) as T

    /** What was begun there and is left only by a second word. */
    fun held(place: Place, way: List<Place>): Held? = kept[way.lastIndexOf(place) to place] as? Held

    fun keepOnly(way: List<Place>) {
        kept.keys.retainAll { (n, place) -> way.getOrNull(n) == place }
    }
}
