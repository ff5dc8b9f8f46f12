package org.marrow.app.phone

import android.app.Activity
import android.content.Context
import android.print.PrintAttributes
import android.print.PrintManager
import android.webkit.WebView
import android.webkit.WebViewClient
import org.marrow.ffi.Document

/** A document as Android draws it: it carries all it needs, so that nothing is fetched and nothing runs. */
internal fun paperView(context: Context): WebView = WebView(context).apply {
    settings.javaScriptEnabled = false
    settings.blockNetworkLoads = true
    settings.allowFileAccess = false
    settings.allowContentAccess = false
    settings.builtInZoomControls = true
    settings.displayZoomControls = false
}

internal fun WebView.draw(document: Document) = loadDataWithBaseURL(null, document.text, document.mediaType, "utf-8", null)

/** Hands a document to Android's printing, from where it goes to paper or becomes a PDF. */
class Printing(private val activity: Activity, private val start: (String, WebView) -> Unit = { job, view -> print(activity, job, view) }) {
    /** Android draws the pages from it after this call has returned. */
    internal var drawn: WebView? = null
        private set

    /** @param job the name of the job and of a PDF: the kind of paper, nothing of whom it is about. */
    fun print(document: Document, job: String) {
        val view = paperView(activity)
        view.webViewClient = object : WebViewClient() {
            override fun onPageFinished(view: WebView, url: String?) = start(job, view)
        }
        view.draw(document)
        drawn = view
    }
}

private fun print(activity: Activity, job: String, view: WebView) {
    val attributes = PrintAttributes.Builder().setMediaSize(PrintAttributes.MediaSize.ISO_A4).build()
    activity.getSystemService(PrintManager::class.java).print(job, view.createPrintDocumentAdapter(job), attributes)
}
