import com.android.build.gradle.BaseExtension
import org.jetbrains.kotlin.gradle.dsl.JvmTarget
import org.jetbrains.kotlin.gradle.dsl.KotlinAndroidProjectExtension

plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.android) apply false
    alias(libs.plugins.kotlin.compose) apply false
}

// What every module is built for.
subprojects {
    plugins.withId("org.jetbrains.kotlin.android") {
        extensions.configure<BaseExtension> {
            compileSdkVersion(36)
            defaultConfig.minSdk = 26
            compileOptions.sourceCompatibility = JavaVersion.VERSION_17
            compileOptions.targetCompatibility = JavaVersion.VERSION_17
        }
        extensions.configure<KotlinAndroidProjectExtension> { compilerOptions.jvmTarget = JvmTarget.JVM_17 }
    }
}
