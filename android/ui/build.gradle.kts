plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

android {
    namespace = "org.marrow.ui"
    // The desktop's letters: a phone has its own.
    sourceSets["main"].kotlin.exclude("org/marrow/ui/look/Fonts.kt")
    sourceSets["main"].resources.setSrcDirs(emptyList<String>())
    buildFeatures.compose = true
}

dependencies {
    api(project(":bridge"))
    api(platform(libs.compose.bom))
    api(libs.compose.material3)
}
