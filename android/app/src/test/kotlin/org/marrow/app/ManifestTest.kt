package org.marrow.app

import android.content.ComponentName
import android.content.pm.ActivityInfo
import android.content.pm.ComponentInfo
import android.content.pm.PackageManager
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.quick.NewIoTile
import org.marrow.app.quick.QuickIoActivity
import org.w3c.dom.Element

/** The real manifest, the app's and the reminders' in one, as Android reads it. */
class ManifestTest : OnAPhone() {
    private val packages get() = phone.packageManager
    private val flags = PackageManager.GET_ACTIVITIES or PackageManager.GET_RECEIVERS or PackageManager.GET_SERVICES or
        PackageManager.GET_PROVIDERS or PackageManager.GET_PERMISSIONS or PackageManager.MATCH_DISABLED_COMPONENTS
    private val info get() = packages.getPackageInfo(phone.packageName, flags)
    private val parts: List<ComponentInfo>
        get() = buildList {
            addAll(info.activities)
            addAll(info.receivers)
            addAll(info.services)
            addAll(info.providers)
        }

    @Test
    fun `every class that it names is there`() {
        val named = parts.map { it.name } + info.applicationInfo.className
        assertTrue("$named", named.size >= 11)
        named.forEach { Class.forName(it) }
        assertEquals("of the reminders and of the app", setOf("reminders", "app"), named.map { it.split('.')[2] }.toSet())
    }

    @Test
    fun `nothing goes into a backup or along to another phone, by name of each kind of storage`() {
        val application = xml("target/linked/AndroidManifest.xml").getElementsByTagName("application").item(0) as Element
        assertEquals("false", application.getAttribute("android:allowBackup"))
        assertEquals("@xml/no_backup", application.getAttribute("android:fullBackupContent"))
        assertEquals("@xml/nothing_leaves", application.getAttribute("android:dataExtractionRules"))
        val all = setOf("root", "file", "database", "sharedpref", "external").let { kinds -> kinds + (kinds - "external").map { "device_$it" } }
        assertEquals(all, excluded(xml("src/main/res/xml/no_backup.xml").documentElement))
        val rules = xml("src/main/res/xml/nothing_leaves.xml").documentElement
        for (way in listOf("cloud-backup", "device-transfer")) {
            assertEquals(way, all, excluded(rules.getElementsByTagName(way).item(0) as Element))
        }
    }

    private fun xml(file: String) = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(file))

    private fun excluded(of: Element): Set<String> {
        assertEquals("nothing is let in", 0, of.getElementsByTagName("include").length)
        val rules = of.getElementsByTagName("exclude").let { found -> List(found.length) { found.item(it) as Element } }
        assertTrue(rules.all { it.getAttribute("path") == "." })
        return rules.map { it.getAttribute("domain") }.toSet()
    }

    @Test
    fun `other apps reach the icon, the links and the tile, and nothing else`() {
        val open = parts.filter { it.exported }.map { it.name }
        assertEquals(setOf(MainActivity::class.java.name, NewIoTile::class.java.name), open.toSet())
        val tile = packages.getServiceInfo(ComponentName(phone, NewIoTile::class.java), 0)
        assertEquals("android.permission.BIND_QUICK_SETTINGS_TILE", tile.permission)
    }

    @Test
    fun `only the new needle shows over the lock, and stays out of the list of apps`() {
        val window = { name: Class<*> -> packages.getActivityInfo(ComponentName(phone, name), 0) }
        val overTheLock = { info: ActivityInfo -> info.flags and SHOW_WHEN_LOCKED != 0 }
        assertTrue(overTheLock(window(QuickIoActivity::class.java)))
        assertFalse(overTheLock(window(MainActivity::class.java)))
        assertTrue(window(QuickIoActivity::class.java).flags and ActivityInfo.FLAG_EXCLUDE_FROM_RECENTS != 0)
    }

    @Test
    fun `no network is asked for, and each permission has a reason`() {
        val asked = info.requestedPermissions.map { it.removePrefix("android.permission.") }.toSet()
        val reasons = setOf(
            "USE_EXACT_ALARM", "POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "WAKE_LOCK", "USE_FULL_SCREEN_INTENT", "VIBRATE", "USE_BIOMETRIC",
        )
        assertEquals(reasons, asked)
    }

    @Test
    fun `turned, or at nightfall, a window is drawn anew in place`() {
        val kept = ActivityInfo.CONFIG_ORIENTATION or ActivityInfo.CONFIG_SCREEN_SIZE or ActivityInfo.CONFIG_UI_MODE or
            ActivityInfo.CONFIG_FONT_SCALE or ActivityInfo.CONFIG_LOCALE
        for (window in listOf(MainActivity::class.java, QuickIoActivity::class.java)) {
            val changes = packages.getActivityInfo(ComponentName(phone, window), 0).configChanges
            assertEquals(window.simpleName, kept, changes and kept)
        }
    }

    private companion object {
        /** `ActivityInfo.FLAG_SHOW_WHEN_LOCKED`, which Android does not show apps. */
        const val SHOW_WHEN_LOCKED = 0x800000
    }
}
