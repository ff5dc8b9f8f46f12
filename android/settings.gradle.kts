// The Android app, built on a machine with Android's SDK: docs/RELEASING.md. Not run anywhere yet; the same sources are
// compiled and tested by Maven (pom.xml) on any machine.
pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "marrow"
include(":bridge", ":reminders", ":ui", ":app")
