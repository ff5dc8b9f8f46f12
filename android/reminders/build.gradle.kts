plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

android.namespace = "org.marrow.reminders"

dependencies {
    api(project(":bridge"))
}
