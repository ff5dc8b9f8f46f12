plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

android {
    namespace = "org.marrow.ui"
    buildFeatures.compose = true
}

dependencies {
    api(project(":bridge"))
    api(platform(libs.compose.bom))
    api(libs.compose.material3)
}
