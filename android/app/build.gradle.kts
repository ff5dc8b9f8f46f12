plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

android {
    namespace = "org.marrow.app"
    defaultConfig {
        applicationId = "org.marrow.app"
        targetSdk = 36
        versionCode = 1
        versionName = "0.1.0"
    }
    buildFeatures.compose = true
    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"))
        }
    }
}

dependencies {
    implementation(project(":reminders"))
    implementation(project(":ui"))
    implementation(libs.activity.compose)
}
