plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

android {
    namespace = "org.marrow.bridge"
    sourceSets["main"].kotlin.srcDir("../../bindings/generated/kotlin")
    // What bindings/android/build leaves, and what R8 must leave as it is.
    sourceSets["main"].jniLibs.srcDir("../../target/android/jniLibs")
    defaultConfig.consumerProguardFiles("../../bindings/android/marrow.pro")
}

dependencies {
    api(libs.coroutines.android)
    // The aar has JNA's own native part in it.
    implementation("net.java.dev.jna:jna:${libs.versions.jna.get()}@aar")
}
